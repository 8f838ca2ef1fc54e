"""The tools at a lesson's head: by button, by key, and from a menu where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.learner import Settings
from desktop.ui.kit import Kit
from desktop.ui.lesson_tools import LessonTools, Tool
from tests.app.kit import ASSETS
from tests.ui.conftest import Stage, settle
from tests.ui.test_lesson import lesson


def all_tools(tools: LessonTools) -> LessonTools:
    for tool in Tool:
        tools.offer(tool)
    settle()
    return tools


def test_a_tool_is_there_once_it_was_offered(app: QApplication, show: Callable[[QWidget], QWidget]) -> None:
    tools = LessonTools(Kit(ASSETS, "en", False))
    window = show(tools)
    window.activateWindow()
    spy = QSignalSpy(tools.aloud_wanted)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    assert tools.button(Tool.ALOUD) is None
    assert not tools.more_button.isVisible()
    tools.offer(Tool.ALOUD)
    tools.offer(Tool.ALOUD)
    settle()
    tools.show()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, keys)
    assert spy.count() == 1
    button = tools.button(Tool.ALOUD)
    assert button is not None
    button.click()
    assert spy.count() == 2


def test_buttons_say_what_they_do_now_and_by_which_key(stage: Stage) -> None:
    _, screen = lesson(stage)
    tools = all_tools(screen.tools)
    assert [tools.button(tool).accessibleName() for tool in Tool] == [  # type: ignore[union-attr]
        "Bookmark this lesson",
        "Highlight a passage",
        "Write a note",
        "Print this lesson",
        "Read this lesson aloud",
    ]
    tools.set_on(Tool.BOOKMARK, True)
    button = tools.button(Tool.BOOKMARK)
    assert button is not None
    assert button.accessibleName() == "Remove the bookmark"
    assert "Ctrl+D" in button.toolTip()


def test_without_room_one_button_holds_them_all(stage: Stage) -> None:
    window, screen = lesson(stage, size=(640, 640), settings=Settings(language="en", text_scale=200))
    tools = all_tools(screen.tools)
    assert tools.more_button.isVisible()
    assert not any(tools.button(tool).isVisible() for tool in Tool)  # type: ignore[union-attr]
    spy = QSignalSpy(tools.bookmark_wanted)
    menu = tools.menu()
    assert [action.text().split("\t")[0] for action in menu.actions()][3] == "Print this lesson"
    menu.actions()[0].trigger()
    assert spy.count() == 1
    menu.close()
    window.resize(1600, 640)
    settle()
    assert tools.button(Tool.PRINT).isVisible()  # type: ignore[union-attr]
    assert not tools.more_button.isVisible()
    window.resize(640, 640)
    settle()
    assert tools.more_button.isVisible()
    assert not tools.button(Tool.PRINT).isVisible()  # type: ignore[union-attr]
