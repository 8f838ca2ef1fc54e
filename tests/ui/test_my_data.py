"""My data, as a learner meets them: by keyboard alone, from the settings to the last question."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.app.workspace import Workspace, open_workspace
from desktop.model.learner import Settings, ThemeName
from desktop.ui.my_data import MyDataScreen
from desktop.ui.my_data_parts import Confirm
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all
from tests.ui.conftest import Stage, settle


def lived(workspace: Workspace) -> None:
    workspace.my_data.back_up_if_due()
    read_all(workspace)
    passed(workspace)
    workspace.certificates.issue(COURSE, "en")


def opened(stage: Stage) -> tuple[Window, MyDataScreen]:
    window = stage.open(prepare=lived)
    window.show_route(Route("my-data"))
    settle()
    return window, shown(window)


def shown(window: Window) -> MyDataScreen:
    assert isinstance(window.screen, MyDataScreen)
    return window.screen


def said(window: Window) -> str:
    labels = [label for label in window.screen.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def tab_to(window: Window, words: str) -> QPushButton:
    """Go with Tab to the button of that name."""
    for _ in range(80):
        now = QApplication.focusWidget()
        if isinstance(now, QPushButton) and words in (now.accessibleName() or now.text()):
            return now
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words}")


def press(window: Window, key: Qt.Key = Qt.Key.Key_Return) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    settle()


def question(window: Window) -> list[Confirm]:
    return [one for one in window.screen.findChildren(Confirm) if one.isVisible()]


def test_the_way_leads_from_the_settings_and_back(stage: Stage) -> None:
    window = stage.open(prepare=lived)
    window.show_route(Route("settings"))
    settle()
    tab_to(window, "See, take along or delete my data")
    press(window)
    assert window.route.screen == "my-data"
    words = said(window)
    for part in ("lessons read: 2", "answers: 4", "certificate: 1", "Jana Ortmann", "not encrypted", "stays here"):
        assert part in words
    assert "experts may recover deleted files" in words
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.route.screen == "settings"


def test_what_hr_sees_leads_to_the_certificates(stage: Stage) -> None:
    window, _ = opened(stage)
    tab_to(window, "Look at the certificates")
    press(window)
    assert window.route.screen == "certificates"


def test_taking_along_and_bringing_to_another_laptop(stage: Stage, place: Place) -> None:
    window, screen = opened(stage)
    target = place.root / "all.zip"
    screen.export_to(target)
    settle()
    assert "all.zip" in window.notices.words()[0]
    screen.preview(target)
    settle()
    assert "is here already" in window.notices.words()[-1]
    assert question(window) == []
    other = open_workspace(
        place.root / "other",
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(5),
    )
    with other:
        other.people.set_up("Jana Ortmann", Settings(language="en"))
        other.study.mark_read(COURSE, "wagen")
        passed(other, wrong=1)
        other.my_data.export(target, "en")
    screen.preview(target)
    settle()
    (asked,) = question(window)
    assert QApplication.focusWidget() is asked.cancel_button, "the harmless answer has the keyboard"
    assert "4 answers" in said(window)
    before = stage.workspace().my_data.summary("en").figures
    tab_to(window, "Bring it in")
    press(window)
    assert stage.workspace().my_data.summary("en").figures.answers == before.answers + 4
    assert "Brought in." in window.notices.words()[-1]
    tab_to(window, "Undo the last change")
    press(window)
    assert stage.workspace().my_data.summary("en").figures == before


def test_a_zip_that_is_none_is_said_and_asks_nothing(stage: Stage, tmp_path: Path) -> None:
    window, screen = opened(stage)
    (tmp_path / "letter.zip").write_text("no zip", encoding="utf-8")
    screen.preview(tmp_path / "letter.zip")
    settle()
    assert "letter.zip" in window.notices.words()[-1]
    assert question(window) == []


def test_an_export_that_cannot_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    window, screen = opened(stage)
    (tmp_path / "a-file").write_text("in the way", encoding="utf-8")
    screen.export_to(tmp_path / "a-file" / "all.zip")
    settle()
    assert "Saved" not in window.notices.words()[-1]


def test_a_backup_is_restored_and_undone_by_keyboard(stage: Stage) -> None:
    window, _ = opened(stage)
    now = stage.workspace().my_data.summary("en").figures
    tab_to(window, "Restore: 22 November 2026")
    press(window)
    assert "Restored" in window.notices.words()[-1]
    assert stage.workspace().my_data.summary("en").figures.answers == 0
    tab_to(window, "Undo the last change")
    press(window, Qt.Key.Key_Space)
    assert stage.workspace().my_data.summary("en").figures == now


def test_a_restored_state_brings_its_look_and_language(stage: Stage) -> None:
    window, _ = opened(stage)
    stage.workspace().people.change_settings(Settings(language="de", theme=ThemeName.DARK))
    window.take_settings(stage.workspace().people.settings())
    settle()
    assert window.screen.heading() == "Meine Daten"
    shown(window).restore(stage.workspace().my_data.backups()[-1])
    settle()
    assert window.screen.heading() == "My data"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_course_is_deleted_only_after_a_second_word(stage: Stage, key: Qt.Key) -> None:
    window, _ = opened(stage)
    button = tab_to(window, "Delete the data of")
    press(window)
    (asked,) = question(window)
    assert QApplication.focusWidget() is asked.cancel_button
    press(window, key)  # on "Cancel"
    assert question(window) == []
    assert window.route.screen == "my-data"
    assert QApplication.focusWidget() is button
    assert stage.workspace().my_data.summary("en").courses
    press(window)
    tab_to(window, "Delete for good")
    press(window)
    assert stage.workspace().my_data.summary("en").courses == ()
    assert stage.workspace().people.learner() is not None
    assert "Deleted" in window.notices.words()[-1]


def test_deleting_everything_begins_anew(stage: Stage, place: Place) -> None:
    window, _ = opened(stage)
    tab_to(window, "Delete everything …")
    press(window)
    tab_to(window, "Delete everything for good")
    press(window)
    assert window.route.screen == "first"
    assert stage.workspace().people.learner() is None
    for file in place.home.rglob("*"):
        assert not file.is_file() or b"Jana" not in file.read_bytes()
    window.back()
    assert window.route.screen == "first", "there is no way back to what is gone"
