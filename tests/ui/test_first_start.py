from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.learner import Learner, Settings, ThemeName
from desktop.ui.first_start import FirstStart
from desktop.ui.theme import current_scale, current_theme
from desktop.ui.widgets import Muted
from tests.ui.conftest import Stage, settle


def first(stage: Stage, language: str = "en") -> FirstStart:
    screen = stage.open(name="", language=language).screen
    assert isinstance(screen, FirstStart)
    return screen


def press(key: Qt.Key, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        there = QApplication.focusWidget()
        assert there is not None
        QTest.keyClick(there, key)
        settle()


def enter(screen: FirstStart, name: str) -> None:
    """Give a name and go through with what is proposed."""
    screen.name.setText(name)
    QTest.keyClick(screen.name, Qt.Key.Key_Return)
    settle()
    if not screen.name_fault():
        press(Qt.Key.Key_Return)


def test_a_name_and_two_enters_are_enough(stage: Stage) -> None:
    screen = first(stage)
    assert screen.name.hasFocus()
    enter(screen, "Jana Ortmann")
    assert stage.windows[0].route.screen == "home"
    assert stage.workspace().people.learner() == Learner("Jana Ortmann", role="alle")
    assert stage.workspace().people.settings().language == "en"


@pytest.mark.parametrize("name", ["", "   ", "\t", "x" * 121])
def test_a_name_that_will_not_do_is_refused_beside_the_field(stage: Stage, name: str) -> None:
    screen = first(stage)
    enter(screen, name)
    assert stage.windows[0].route.screen == "first"
    assert screen.name_fault()
    assert screen.name.hasFocus()
    assert stage.workspace().people.learner() is None
    QTest.keyClick(screen.name, Qt.Key.Key_J)
    assert screen.name_fault() == ""


def test_120_characters_will_do(stage: Stage) -> None:
    enter(first(stage), "x" * 120)
    learner = stage.workspace().people.learner()
    assert learner is not None
    assert len(learner.name) == 120


def test_what_was_typed_outlives_a_change_of_language(stage: Stage) -> None:
    screen = first(stage, "en")
    screen.name.setText("Jana Ortmann")
    screen.personnel_ref.setText("P-4711")
    screen.language_chosen.emit("de")
    settle()
    again = stage.windows[0].screen
    assert isinstance(again, FirstStart)
    assert again is not screen
    assert again.typed().name == "Jana Ortmann"
    assert again.typed().personnel_ref == "P-4711"
    assert again.heading() == "Willkommen"
    enter(again, "Jana Ortmann")
    assert stage.workspace().people.settings().language == "de"
    assert stage.workspace().people.learner() == Learner("Jana Ortmann", "P-4711", "alle")


def test_the_look_is_shown_before_it_is_kept(stage: Stage) -> None:
    screen = first(stage)
    screen.look_chosen.emit(ThemeName.DARK, 150)
    settle()
    assert current_theme().dark
    assert current_scale() == 150
    assert stage.workspace().people.settings() == Settings()


def test_the_folder_is_named_before_anything_is_kept(stage: Stage) -> None:
    from PySide6.QtWidgets import QLabel

    screen = first(stage)
    folder = str(stage.workspace().people.data_folder)
    assert any(folder in label.text() for label in screen.findChildren(QLabel))


def test_nothing_leads_past_the_first_start(stage: Stage) -> None:
    first(stage)
    window = stage.windows[0]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert window.route.screen == "first"


def test_the_sentences_of_the_roles_follow_the_text_size(stage: Stage) -> None:
    window = stage.open(name="")
    screen = window.screen
    assert isinstance(screen, FirstStart)
    screen.name.setText("Jana Ortmann")
    screen.submit()
    assert screen.roles is not None
    below = screen.roles.findChildren(Muted)[0]
    before = below.contentsMargins().left()
    window.preview_look(ThemeName.LIGHT, 200)
    settle()
    assert below.contentsMargins().left() == before + 20
