"""One key leads on from everywhere: home, course, lessons, test, result, certificate; the button shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from desktop.learning.grading import solution
from desktop.model.learner import Settings
from desktop.ui.blocks.check import CheckCard
from desktop.ui.offer import OfferScreen
from desktop.ui.quiz import QuizScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE
from tests.ui.test_lesson import FIRST, SECOND, key, lesson

CTRL = Qt.KeyboardModifier.ControlModifier


def step(window: Window, which: Qt.Key = Qt.Key.Key_Return) -> Route:
    key(window, which, CTRL)
    return window.route


def test_the_same_key_leads_from_home_through_the_lessons_to_the_test_and_the_certificate(stage: Stage) -> None:
    window = stage.open()
    assert window.route == Route("home")
    assert step(window) == Route("lesson", COURSE, "wagen")
    assert step(window, Qt.Key.Key_Enter) == Route("lesson", COURSE, "bahnsteig")
    window.show_route(Route("lesson", COURSE, "wagen"))
    window.show_route(Route("course", COURSE))
    assert step(window).course_id == COURSE
    window.show_route(Route("lesson", COURSE, "bahnsteig"))
    assert step(window).screen == "quiz"
    read_all(stage.workspace())
    quiz = window.screen
    assert isinstance(quiz, QuizScreen)
    for _ in range(2 * quiz.count + 2):
        if window.route.screen != "quiz":
            break
        if quiz.asked is not None and not quiz.asked.area.locked:
            quiz.asked.area.restore(solution(quiz.asked.item))
            quiz.fit_buttons()
        step(window)
    assert window.route.screen == "result"
    assert step(window) == Route("offer", COURSE)
    offer = window.screen
    assert isinstance(offer, OfferScreen)
    assert offer.next_step() is offer.issue_button


def test_nothing_happens_where_nothing_leads_on(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("settings"))
    assert step(window) == Route("settings")
    window.show_route(Route("quiz", COURSE))
    quiz = window.screen
    assert isinstance(quiz, QuizScreen)
    assert step(window).screen == "quiz"
    assert quiz.place == 0, "an open question is not skipped"


def test_it_works_with_the_keyboard_anywhere_on_the_screen(stage: Stage) -> None:
    window, screen = lesson(stage)
    screen.complete()
    screen.findChildren(CheckCard)[0].panel.area.first_control().setFocus()
    assert step(window) == SECOND


def test_in_a_note_it_ends_the_note_and_the_next_time_it_leads_on(stage: Stage) -> None:
    window, _ = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Ein Gedanke")
    assert step(window) == FIRST
    assert step(window) == SECOND


@pytest.mark.parametrize(("language", "words"), [("de", "Strg ↵"), ("en", "Ctrl ↵")])
@pytest.mark.parametrize("route", [Route("home"), Route("course", PROBE), FIRST, Route("quiz", PROBE)])
def test_the_button_shows_the_key(stage: Stage, route: Route, language: str, words: str) -> None:
    window, _ = lesson(stage, settings=Settings(language=language))
    window.show_route(route)
    settle()
    button = window.screen.next_step()
    assert button is not None
    caps = [label.text() for label in button.findChildren(QLabel) if label.property("look") == "key-cap"]
    assert caps == [words]
    cap = next(label for label in button.findChildren(QLabel) if label.property("look") == "key-cap")
    assert cap.isVisibleTo(button)
    assert button.rect().contains(cap.geometry()) or cap.parentWidget() is not button
    assert button.toolTip() == ("Strg+Eingabe" if language == "de" else "Ctrl+Enter")
