"""Finding by keyboard alone: the field over the window, the way to the sentence, and the bar inside a lesson."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.learner import Settings
from desktop.model.search import SearchKind
from desktop.ui.commands import PEOPLE, Commands
from desktop.ui.find_bar import FindBar
from desktop.ui.lesson import LessonScreen
from desktop.ui.palette import Palette
from desktop.ui.screen import Route
from desktop.ui.text.rich_text import RichText
from desktop.ui.window import Window
from tests.app.kit import COURSE
from tests.app.playing import SCENARIO, put_simulation
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults
from tests.ui.test_accessibility_sweep import check_names, check_roles

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)
    settle()


def look_for(window: Window, words: str) -> Palette:
    press(window, Qt.Key.Key_K, CTRL)
    palette = window.finder.palette
    assert palette is not None
    for _ in range(40):
        settle()
    QTest.keyClicks(palette.field, words)
    palette.look()
    settle()
    return palette


def selected(window: Window) -> list[str]:
    return [text.selected_text() for text in window.screen.findChildren(RichText) if text.selected_text()]


def test_a_word_leads_to_its_sentence_by_keyboard_alone(stage: Stage) -> None:
    window = stage.open()
    palette = look_for(window, "twelve steps")
    assert QApplication.focusWidget() is palette.field
    chosen = palette.hits.chosen()
    assert chosen is not None
    assert "On the platform" in chosen.spoken
    press(window, Qt.Key.Key_Return)
    assert window.finder.palette is None
    assert window.route == Route("lesson", COURSE, "bahnsteig")
    assert selected(window) == ["Twelve"]


def test_the_arrows_choose_and_round_the_end_comes_the_beginning(stage: Stage) -> None:
    window = stage.open()
    palette = look_for(window, "")
    assert palette.hits.chosen().text == "Overview"
    press(window, Qt.Key.Key_Down)
    assert palette.hits.chosen().text == "All courses"
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Up)
    assert palette.hits.chosen().text == "Settings"
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("settings")


def test_what_was_stepped_to_stays_chosen_while_more_is_read(stage: Stage) -> None:
    window = stage.open()
    palette = look_for(window, "the")
    assert len([row for row in palette.hits.rows if row.can_be_chosen]) > 1
    press(window, Qt.Key.Key_Down)
    chosen = palette.hits.chosen()
    palette._look_again()
    assert palette.hits.chosen() == chosen
    palette.field.setText("platform")
    palette.look()
    assert palette.hits.chosen() == next(row for row in palette.hits.rows if row.can_be_chosen)


def test_a_setting_gets_the_keyboard(stage: Stage) -> None:
    window = stage.open()
    look_for(window, "theme")
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("settings")
    assert QApplication.focusWidget() is window.screen.theme  # type: ignore[attr-defined]


def test_a_simulation_is_opened_by_its_name(stage: Stage) -> None:
    put_simulation(stage.place.home / "quizzes")
    window = stage.open()
    palette = look_for(window, "evening call")
    assert palette.hits.chosen().hit.kind is SearchKind.SIMULATION
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("simulation", payload=SCENARIO)


def test_every_place_and_every_command_leads_to_a_screen_and_to_its_widget(stage: Stage) -> None:
    window = stage.open()
    for entry in (one for one in Commands().all() if one.target.screen != PEOPLE):
        look_for(window, entry.title)
        press(window, Qt.Key.Key_Return)
        assert window.route.screen == entry.target.screen, entry.title
        if entry.target.part:
            wanted = getattr(window.screen, entry.target.part)
            assert QApplication.focusWidget() in (wanted, wanted.focusProxy(), *wanted.findChildren(QWidget)), (
                entry.title
            )


def test_the_list_of_people_opens_over_what_is_in_view(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("courses"))
    look_for(window, "switch person")
    press(window, Qt.Key.Key_Return)
    assert window.seat.menu is not None
    assert window.route == Route("courses")
    window.seat.close()


def test_everything_that_is_held_while_looking_is_let_go_of(stage: Stage) -> None:
    window = stage.open()
    look_for(window, "carriage")
    assert window.workspace.search._index is not None
    press(window, Qt.Key.Key_Escape)
    assert window.workspace.search._index is None
    assert look_for(window, "carriage").hits.chosen().hit is not None


def test_escape_closes_the_field_and_nothing_else(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("courses"))
    before = QApplication.focusWidget()
    look_for(window, "")
    press(window, Qt.Key.Key_Escape)
    assert window.finder.palette is None
    assert window.route == Route("courses")
    assert QApplication.focusWidget() is before


def test_where_nothing_is_found_a_word_is_offered(stage: Stage) -> None:
    window = stage.open()
    palette = look_for(window, "platfxrn")
    assert [row.word for row in palette.hits.rows] == ["platform"]
    press(window, Qt.Key.Key_Return)
    assert palette.field.text() == "platform"
    assert palette.hits.chosen().hit is not None


@pytest.mark.parametrize("words", ["", "carriage", "wagen", "qqqqqq"])
@pytest.mark.parametrize(("language", "scale"), [("de", 200), ("en", 100)])
def test_every_state_of_the_field_can_be_read(stage: Stage, words: str, language: str, scale: int) -> None:
    window = stage.open(settings=Settings(language=language, text_scale=scale), size=(1024, 640))
    palette = look_for(window, words)
    check_names(window)
    check_roles(window)
    assert faults(window) == []
    assert all(row.spoken for row in palette.hits.rows)


def test_words_in_a_lesson_are_counted_and_stepped_through(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("lesson", COURSE, "wagen"))
    press(window, Qt.Key.Key_F, CTRL)
    bar = window.screen.findChild(FindBar)
    assert isinstance(window.screen, LessonScreen)
    QTest.keyClicks(bar.field, "carriage")
    bar.look_again()
    assert bar.count >= 1
    assert bar.state.text() == f"1 of {bar.count}"
    press(window, Qt.Key.Key_F3)
    assert bar.at == 1 % bar.count
    press(window, Qt.Key.Key_F3, SHIFT)
    assert bar.at == 0
    press(window, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert window.route.screen == "lesson"
    assert [word.lower() for word in selected(window)] == ["carriage"]
