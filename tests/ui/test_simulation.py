"""Simulations as they are played: from the rail by keyboard alone, from a lesson and back, with motion and without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.model.learner import Settings
from desktop.ui.blocks.scenario import ScenarioOffer
from desktop.ui.screen import Route
from desktop.ui.simulation import SimulationScreen
from desktop.ui.simulation_parts import BubbleRow
from desktop.ui.window import Window
from tests.app.kit import COURSE
from tests.app.playing import SCENARIO, put_simulation
from tests.ui.conftest import Stage, settle
from tests.ui.learning import full_disk

STILL = Settings(language="en", motion=False)
ALT = Qt.KeyboardModifier.AltModifier


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def words(screen: QWidget) -> str:
    settle()
    return "\n".join(
        label.accessibleName() or label.text() for label in screen.findChildren(QLabel) if label.isVisible()
    )


def playing(
    stage: Stage, *, settings: Settings = STILL, size: tuple[int, int] = (1280, 800)
) -> tuple[Window, SimulationScreen]:
    put_simulation(stage.place.quizzes)
    window = stage.open(settings=settings, size=size)
    window.show_route(Route("simulation", payload=SCENARIO))
    settle()
    screen = window.screen
    assert isinstance(screen, SimulationScreen)
    assert QApplication.activeWindow() is window, "no part of it was a window of its own for a moment"
    return window, screen


def test_the_keyboard_alone_plays_to_an_end_back_to_a_fork_and_to_the_other_end(stage: Stage) -> None:
    put_simulation(stage.place.quizzes)
    window = stage.open(settings=STILL)
    key(window, Qt.Key.Key_4, ALT)
    assert window.route.screen == "simulations"
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, SimulationScreen)
    assert screen.view.scenario.id == SCENARIO
    key(window, Qt.Key.Key_2)
    key(window, Qt.Key.Key_2)
    assert screen.end is not None
    assert QApplication.focusWidget() is screen.end.title
    shown = words(screen)
    for piece in ("Ending 2 of 2", "Bad", "three customers", "Now he has it.", "You know 1 of 2 endings."):
        assert piece in shown, piece
    for _ in range(12):
        key(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == "Decide again from here: List":
            break
    key(window, Qt.Key.Key_Return)
    assert screen.end is None
    assert screen.view.walk.scene.title == "List"
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in screen.choices or QApplication.focusWidget() is screen.leave_button
    key(window, Qt.Key.Key_1)
    assert screen.view.walk.scene.title == "Good"
    assert "You know every ending now." in words(screen)


def test_what_is_at_stake_moves_with_a_word_of_why_and_signs_are_found(stage: Stage) -> None:
    window, screen = playing(stage)
    assert "90" in words(screen.stakes)
    assert "2 still hidden" in words(screen.signs)
    key(window, Qt.Key.Key_1)
    shown = words(screen.stakes)
    assert "A question costs nothing." in shown
    assert "\N{MINUS SIGN}5" in shown
    assert "35" in shown
    assert "Time pressure" in words(screen.signs)
    assert "1 still hidden" in words(screen.signs)


def test_the_ways_not_taken_fold_out_with_where_they_lead(stage: Stage) -> None:
    window, screen = playing(stage)
    for which in (Qt.Key.Key_1, Qt.Key.Key_1):
        key(window, which)
    assert screen.end is not None
    fold = next(f for f in screen.end.findChildren(QWidget) if f.accessibleName() == "The way not taken: Asking")
    fold.click()  # type: ignore[attr-defined]
    shown = words(screen.end)
    assert "I see. Which list?" in shown
    assert "goes on with “List”" in shown


def test_messages_arrive_one_by_one_and_a_key_hurries_them(stage: Stage) -> None:
    window, screen = playing(stage, settings=Settings(language="en", motion=True))
    assert screen.is_arriving
    assert not screen.choices
    assert not screen.findChildren(BubbleRow)
    QTest.qWait(600)
    assert not screen.is_arriving
    assert len(screen.findChildren(BubbleRow)) == 1
    assert len(screen.choices) == 2
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_1)
    if screen.view.walk.scene.title == "Asking":  # the second digit only hurried the message
        assert not screen.is_arriving
        assert len(screen.choices) == 2


def test_with_motion_off_everything_is_there_at_once(stage: Stage) -> None:
    _, screen = playing(stage)
    assert not screen.is_arriving
    assert len(screen.choices) == 2


def test_it_goes_on_where_it_was_left_also_in_another_window(stage: Stage) -> None:
    window, _ = playing(stage)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_Escape)
    assert window.route.screen == "home"
    window.show_route(Route("simulation", payload=SCENARIO))
    screen = window.screen
    assert isinstance(screen, SimulationScreen)
    assert screen.view.walk.scene.title == "Asking"
    assert "Short here. I need the list today." in words(screen), "what was said before is still in the chat"
    window.show_route(Route("simulations"))
    assert "Started" in words(window.screen)


def tab_to(name: str) -> QPushButton:
    for _ in range(60):
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and name in (focus.accessibleName() or focus.text()):
            return focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def test_what_is_kept_of_it_is_forgotten_when_asked_twice(stage: Stage) -> None:
    window, _ = playing(stage)
    window.show_route(Route("simulations"))
    assert "What is kept of them" not in words(window.screen)
    window.show_route(Route("simulation", payload=SCENARIO))
    key(window, Qt.Key.Key_1)
    window.show_route(Route("simulations"))
    settle()
    key(window, Qt.Key.Key_Tab)
    tab_to("Forget what is kept of")
    key(window, Qt.Key.Key_Return)
    assert "backups included" in words(window.screen)
    key(window, Qt.Key.Key_Escape)
    assert "Forget what is kept of" in QApplication.focusWidget().accessibleName()
    assert window.route.screen == "simulations"
    assert SCENARIO in stage.workspace()._store.simulations()
    key(window, Qt.Key.Key_Return)
    tab_to("Forget for good")
    key(window, Qt.Key.Key_Return)
    assert stage.workspace()._store.simulations() == {}
    assert "What is kept of them" not in words(window.screen)
    assert "Forgotten" in words(window.notices)


def test_a_full_disk_forgets_nothing_and_says_so(stage: Stage) -> None:
    window, _ = playing(stage)
    key(window, Qt.Key.Key_1)
    window.show_route(Route("simulations"))
    settle()
    tab_to("Forget what is kept of")
    key(window, Qt.Key.Key_Return)
    tab_to("Forget for good")
    with full_disk():
        key(window, Qt.Key.Key_Return)
    assert SCENARIO in stage.workspace()._store.simulations()
    assert words(window.notices)


def test_what_cannot_be_kept_is_not_played(stage: Stage) -> None:
    window, screen = playing(stage)
    with full_disk():
        key(window, Qt.Key.Key_1)
    assert screen.view.walk.taken == ()
    assert len(screen.choices) == 2
    assert words(window.notices)
    key(window, Qt.Key.Key_1)
    assert screen.view.walk.scene.title == "Asking"


@pytest.mark.parametrize("exists", [True, False])
def test_a_lesson_offers_it_and_gets_the_reader_back(stage: Stage, exists: bool) -> None:
    if exists:
        put_simulation(stage.place.quizzes)
    folder = stage.place.courses / COURSE
    for name in ("01-wagen.md", "01-wagen.en.md"):
        file = folder / name
        file.write_text(file.read_text("utf-8") + f"\n<!-- scenario: {SCENARIO} -->\n", encoding="utf-8")
    window = stage.open(settings=STILL)
    lesson = Route("lesson", COURSE, "wagen")
    window.show_route(lesson)
    window.screen.complete()  # type: ignore[attr-defined]
    settle()
    offers = window.screen.findChildren(ScenarioOffer)
    assert len(offers) == exists
    if not exists:
        return
    offers[0].button.setFocus()
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, SimulationScreen)
    assert screen.leave_button.text() == "Back to the lesson"
    key(window, Qt.Key.Key_2)
    screen.leave_button.click()
    settle()
    assert window.route == lesson


@pytest.mark.parametrize(
    ("size", "scale", "beside"), [((1280, 800), 100, True), ((1024, 640), 100, False), ((1280, 800), 200, False)]
)
def test_the_side_column_goes_below_where_there_is_no_room(
    stage: Stage, size: tuple[int, int], scale: int, beside: bool
) -> None:
    window, screen = playing(stage, settings=Settings(language="en", motion=False, text_scale=scale), size=size)
    key(window, Qt.Key.Key_1)
    across = screen.stakes.mapTo(screen, screen.stakes.rect().topLeft()).x()
    choice = screen.choices[0]
    assert (across > choice.mapTo(screen, choice.rect().topRight()).x()) == beside
    assert screen.page.horizontalScrollBar().maximum() == 0
    note = "Calm \N{MINUS SIGN}5 · A question costs nothing."
    assert (note in words(screen)) != beside, "below, the word of why stands in the chat too"
