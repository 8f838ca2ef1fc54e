"""The list of all notes: filtered, opened at the place, deleted with a way back, copied, and what it says if empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.app.annotations import Spot
from desktop.app.workspace import Workspace
from desktop.model.learner import Settings
from desktop.ui import annotations as module
from desktop.ui.annotations import AnnotationsScreen
from desktop.ui.lesson import LessonScreen
from desktop.ui.notes.marks import Mark
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE
from tests.ui.conftest import Stage, settle
from tests.ui.learning import words_in
from tests.ui.test_lesson import key

LIST = Route("annotations")


def some_notes(workspace: Workspace) -> None:
    notes = workspace.annotations
    notes.highlight(COURSE, "wagen", "en", Spot(0, 0, 21))
    notes.note(COURSE, "wagen", "en", "Just like in our open-plan office", Spot(0, 23, 45))
    notes.note(COURSE, "bahnsteig", "en", "Ask Tarek about Büroräume")
    notes.bookmark(COURSE, "bahnsteig", "en", True)


def listed(stage: Stage, **how: object) -> tuple[Window, AnnotationsScreen]:
    window = stage.open(prepare=some_notes, **how)  # type: ignore[arg-type]
    key(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.screen, AnnotationsScreen)
    return window, window.screen


def test_everything_stands_under_its_course_and_lesson(stage: Stage) -> None:
    window, screen = listed(stage)
    assert window.route == LIST
    words = words_in(screen)
    for piece in ("Talking on the train", "Carriage seven", "On the platform", "A man is on the phone", "Bookmark"):
        assert piece in words
    assert len(screen.rows) == 4


def test_the_filter_is_typed_at_once_and_forgives_spelling(stage: Stage) -> None:
    window, screen = listed(stage)
    assert QApplication.focusWidget() is screen.field
    QTest.keyClicks(screen.field, "bueroraeume")
    settle()
    assert "Ask Tarek" in words_in(screen)
    assert "open-plan" not in words_in(screen)
    screen.field.clear()
    QTest.keyClicks(screen.field, "nowhere")
    settle()
    assert "Nothing fits “nowhere”." in words_in(screen)
    screen.field.clear()
    settle()
    assert len(screen.rows) == 4
    del window


def test_a_note_is_opened_at_its_place_by_keyboard_alone(stage: Stage) -> None:
    window, screen = listed(stage)
    row = next(row for row in screen.rows.values() if row.button and "open-plan" in row.button.accessibleName())
    for _ in range(30):
        key(window, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is row.button:
            break
    key(window, Qt.Key.Key_Return)
    settle()
    assert window.route == Route("lesson", COURSE, "wagen")
    assert isinstance(window.screen, LessonScreen)
    mark = QApplication.focusWidget()
    assert isinstance(mark, Mark)
    assert "open-plan" in mark.accessibleDescription()
    key(window, Qt.Key.Key_Escape)
    assert window.route == LIST


def test_what_is_deleted_comes_back_with_one_key(stage: Stage) -> None:
    window, screen = listed(stage)
    row = next(row for row in screen.rows.values() if row.button and "open-plan" in row.button.accessibleName())
    row.delete_button.setFocus()
    key(window, Qt.Key.Key_Return)
    assert "open-plan" not in words_in(screen)
    assert len(stage.workspace().annotations.all("en")[0].lessons[0].annotations) == 1
    assert QApplication.focusWidget() is screen.undo_button
    key(window, Qt.Key.Key_Return)
    assert "open-plan" in words_in(screen)
    assert len(stage.workspace().annotations.all("en")[0].lessons[0].annotations) == 2


def test_all_of_it_is_copied_as_text(stage: Stage) -> None:
    _, screen = listed(stage)
    screen.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:5] == [
        "Talking on the train",
        "====================",
        "",
        "Carriage seven",
        "  - “A man is on the phone”",
    ]
    assert "    Just like in our open-plan office" in text
    assert "  - Bookmark" in text
    screen.field.setText("tarek")
    screen.copy_button.click()
    assert "open-plan" not in QGuiApplication.clipboard().text(), "what is filtered is what is copied"


def test_many_notes_are_shown_in_portions(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 3)
    _, screen = listed(stage)
    assert len(screen.rows) == 3
    more = next(b for b in screen.findChildren(QPushButton) if b.text() == "Show 1 more")
    more.click()
    settle()
    assert len(screen.rows) == 4
    assert QApplication.focusWidget() is list(screen.rows.values())[3].button


def test_an_empty_list_says_how_to_fill_it(stage: Stage) -> None:
    window = stage.open()
    window.show_route(LIST)
    settle()
    screen = window.screen
    assert isinstance(screen, AnnotationsScreen)
    words = words_in(screen)
    assert "No notes yet" in words
    assert "Ctrl+Shift+H" in words
    assert QApplication.focusWidget() is screen.courses_button
    key(window, Qt.Key.Key_Return)
    assert window.route == Route("courses")


def test_notes_of_a_course_that_is_gone_can_be_read_and_deleted(stage: Stage) -> None:
    window, screen = listed(stage)
    for file in (stage.place.courses / COURSE).iterdir():
        file.unlink()
    (stage.place.courses / COURSE).rmdir()
    stage.workspace().library.refresh()
    window.reload()
    settle()
    screen = window.screen  # type: ignore[assignment]
    assert "zug (no longer here)" in words_in(screen)
    assert all(row.button is None for row in screen.rows.values())
    next(iter(screen.rows.values())).delete_button.click()
    settle()
    assert len(screen.rows) == 3


@pytest.mark.parametrize("scale", [100, 200])
def test_long_notes_wrap_at_any_size(stage: Stage, scale: int) -> None:
    def prepare(workspace: Workspace) -> None:
        workspace.annotations.note(COURSE, "wagen", "de", "Donaudampfschifffahrtsgesellschaft " * 40)

    window = stage.open(prepare=prepare, size=(1024, 640), settings=Settings(language="de", text_scale=scale))
    window.show_route(LIST)
    settle()
    screen = window.screen
    assert isinstance(screen, AnnotationsScreen)
    assert screen.page.widget().width() <= screen.page.viewport().width()
