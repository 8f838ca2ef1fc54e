"""People in a hurry: double clicks, keys held too long, and pages turned faster than they are made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.first_start import FirstStart
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.ui.conftest import Stage, settle
from tests.ui.test_quiz import PLACES, RIGHT, answer, quiz


def double_click(window: Window, widget: QWidget) -> None:
    """What the platform sends: two presses in one place within the time of a double click."""
    QTest.mouseDClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=widget.mapTo(window, widget.rect().center())
    )
    settle()


def hold(window: Window, key: Qt.Key, repeats: int = 5) -> None:
    """A key that stays down for a moment, wherever the keyboard goes meanwhile."""
    nothing = Qt.KeyboardModifier.NoModifier
    for number in range(repeats):
        there = QApplication.focusWidget() or window
        QApplication.sendEvent(there, QKeyEvent(QEvent.Type.KeyPress, key, nothing, "\r", number > 0))
        settle()


def test_a_double_click_on_confirm_does_not_skip_the_feedback(stage: Stage) -> None:
    window, screen = quiz(stage)
    screen.panel.show_answer(RIGHT["einzeln"])
    screen.fit_buttons()
    double_click(window, screen.main_button)
    assert screen.place == 0
    assert screen.panel.area.locked
    double_click(window, screen.main_button)  # "Next", then a question without an answer: nothing to confirm
    assert screen.place == 1


def test_a_double_click_on_the_last_confirm_does_not_hand_in(stage: Stage) -> None:
    window, screen = quiz(stage)
    for item_id in PLACES[:-1]:
        answer(screen, item_id)
    screen.go_to(len(PLACES) - 1)
    screen.panel.show_answer(RIGHT[PLACES[-1]])
    screen.fit_buttons()
    settle()
    double_click(window, screen.main_button)
    assert window.route.screen == "quiz"
    assert screen.panel.area.locked


def test_a_double_click_ticks_once(stage: Stage) -> None:
    window, screen = quiz(stage)
    screen.go_to(PLACES.index("mehrere"))
    settle()
    row = screen.panel.area.rows[0]  # type: ignore[attr-defined]
    double_click(window, row)
    assert row.isChecked()
    double_click(window, row)
    assert not row.isChecked()


def test_enter_held_too_long_confirms_and_stays(stage: Stage) -> None:
    window, screen = quiz(stage)
    answer(screen, PLACES[1])
    screen.go_to(0)
    screen.panel.show_answer(RIGHT["einzeln"])
    screen.title.setFocus()
    hold(window, Qt.Key.Key_Return)
    assert screen.place == 0
    assert screen.panel.area.locked


def test_enter_held_too_long_does_not_choose_a_role(stage: Stage) -> None:
    window = stage.open(name="")
    screen = window.screen
    assert isinstance(screen, FirstStart)
    QTest.keyClicks(screen.name, "Jana Ortmann")
    screen.name.setFocus()
    hold(window, Qt.Key.Key_Return)
    assert window.route.screen == "first"
    assert screen.roles is not None
    assert screen.roles.isVisible()


def test_the_ring_outlives_the_page_it_was_on(stage: Stage) -> None:
    window = stage.open()
    inside = None
    for _ in range(30):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        settle()
        inside = window.ring.shown_on()
        if inside is not None and window.screen.isAncestorOf(inside):
            break
    assert inside is not None
    assert window.screen.isAncestorOf(inside)
    for route in ("courses", "home"):
        # A click puts the ring away, but not out of the page; the page takes it along, and the next click comes.
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        window.show_route(Route(route))
        settle()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        settle()
        assert window.ring.shown_on() is None
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        settle()
        assert window.ring.shown_on() is not None
