"""Refreshing as a learner does it: a whole day by keyboard alone, and what is said when nothing is due."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.learner import Settings
from desktop.model.quiz import ChoiceItem
from desktop.ui.rail import Rail
from desktop.ui.refresher_round import RefresherRound
from desktop.ui.refreshers import RefreshersScreen
from desktop.ui.screen import Route
from desktop.ui.widgets import Badge
from desktop.ui.window import Window
from tests.app.kit import COURSE, passed
from tests.ui.conftest import Stage, settle
from tests.ui.learning import full_disk, words_in

ALT = Qt.KeyboardModifier.AltModifier
CHECK = """
# Wagen sieben

<!-- quiz -->
## {number}: Was tun Sie, wenn Ihr Chef im Zug anruft?
<!-- item: id=check-{number} -->

- ( ) Ich spreche leiser.
    > Leise ist im Ruhebereich laut genug.
- (x) Ich rufe vom Bahnsteig aus zurück.
    > Zwölf Minuten kann fast alles warten.

> [!TIP]
> Wer sitzt daneben?
<!-- /quiz -->
"""


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def missed(stage: Stage, count: int) -> Callable[[Workspace], None]:
    """Knowledge checks that were missed yesterday: choices only, so that digits answer them."""

    def prepare(workspace: Workspace) -> None:
        for number in range(count):
            lesson = f"l{number}"
            (view,) = workspace.study.checks(COURSE, workspace.library.lesson(COURSE, lesson, "de")).values()
            workspace.study.answer_check(COURSE, lesson, view.item, ("1",))
        stage.place.clock.forward(days=1)

    return prepare


@pytest.fixture
def checks(stage: Stage) -> Stage:
    """A course whose lessons ask one question each."""
    folder = stage.place.courses / COURSE
    for old in [*folder.glob("0*.md"), folder / "course.en.md"]:
        old.unlink()
    for number in range(4):
        stage.place.write(folder / f"0{number}-l{number}.md", CHECK.format(number=number).lstrip())
    return stage


def due_badge(window: Window) -> str:
    (entry,) = (b for b in window.findChild(Rail).findChildren(QPushButton) if b.accessibleName() == "Refresh")
    return "".join(badge.text() for badge in entry.findChildren(Badge) if badge.isVisible())


def right_digit(screen: RefresherRound) -> Qt.Key:
    """The key of the right option, where it stands today."""
    question = screen.question
    assert isinstance(question.item, ChoiceItem)
    (right,) = solution(question.item)
    place = [option.id for option in question.arranged.options].index(right)
    return Qt.Key(Qt.Key.Key_1 + place)


def wrong_digit(screen: RefresherRound) -> Qt.Key:
    return Qt.Key.Key_2 if right_digit(screen) == Qt.Key.Key_1 else Qt.Key.Key_1


def test_a_hint_that_was_read_counts_though_the_round_was_left(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 2))
    window.show_route(Route("refresher-round"))
    key(window, Qt.Key.Key_H)
    key(window, Qt.Key.Key_Escape)
    window.show_route(Route("refresher-round"))
    screen = window.screen
    assert isinstance(screen, RefresherRound)
    assert not screen.panel_in_view.hint_used
    asked = []
    for _ in range(2):
        asked.append(screen.question.card.lesson_id)
        key(window, right_digit(screen))
        key(window, Qt.Key.Key_Return)
        assert not screen.foot.hint_button.isVisible()
        key(window, Qt.Key.Key_Return)
    cards = {card.lesson_id: card for card in checks.workspace()._store.cards()}
    hinted, unaided = (cards[lesson] for lesson in asked)
    assert hinted.difficulty > unaided.difficulty
    assert hinted.due <= unaided.due


def test_a_whole_day_by_keyboard_alone(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 3))
    assert due_badge(window) == "3"
    key(window, Qt.Key.Key_3, ALT)
    assert isinstance(window.screen, RefreshersScreen)
    assert "3 questions for today" in words_in(window.screen)
    assert "Gespräche im Zug" in words_in(window.screen)
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, RefresherRound)
    assert "Question 1 of 3" in words_in(screen)

    key(window, Qt.Key.Key_H)
    assert "Wer sitzt daneben?" in words_in(screen)
    key(window, right_digit(screen))
    key(window, Qt.Key.Key_Return)
    assert screen.panel_in_view.area.locked
    assert "Zwölf Minuten kann fast alles warten." in words_in(screen)
    assert due_badge(window) == "2"
    key(window, Qt.Key.Key_Return)

    assert "Question 2 of 3" in words_in(screen)
    key(window, wrong_digit(screen))
    key(window, Qt.Key.Key_Return)
    assert "Comes back tomorrow" in words_in(screen)
    reread = screen.question.card.lesson_id
    key(window, Qt.Key.Key_Backtab)  # from "Next" to "Open the lesson"
    assert QApplication.focusWidget() is screen.lesson_button
    key(window, Qt.Key.Key_Return)
    assert window.route == Route("lesson", COURSE, reread)
    key(window, Qt.Key.Key_Escape)

    screen = window.screen
    assert isinstance(screen, RefresherRound)
    assert "Question 1 of 1" in words_in(screen)
    key(window, right_digit(screen))
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    assert screen.ended
    assert "Done for today" in words_in(screen)
    assert due_badge(window) == ""
    key(window, Qt.Key.Key_Return)
    assert window.route.screen == "home"
    key(window, Qt.Key.Key_3, ALT)
    assert "The next questions come tomorrow." in words_in(window.screen)


def test_the_end_says_what_comes_when_and_where_to_look(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 3))
    window.show_route(Route("refresher-round"))
    screen = window.screen
    assert isinstance(screen, RefresherRound)
    looked_up = []
    for digit in (wrong_digit, right_digit, wrong_digit):
        if digit is wrong_digit:
            looked_up.append(screen.question.lesson.title)
        key(window, digit(screen))
        key(window, Qt.Key.Key_Return)
        key(window, Qt.Key.Key_Return)
    words = words_in(screen)
    assert "You refreshed 3 questions." in words
    assert "2 of them come back tomorrow." in words
    buttons = [b.text() for b in screen.card.findChildren(QPushButton) if b.isVisible()]
    assert buttons == looked_up
    assert screen.main_button.hasFocus()


def test_pausing_loses_nothing_and_the_rest_waits(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 2))
    window.show_route(Route("refreshers"))
    key(window, Qt.Key.Key_Return)
    key(window, right_digit(window.screen))
    key(window, Qt.Key.Key_Return)
    window.screen.pause_button.click()
    settle()
    assert window.route.screen == "refreshers"
    assert "One question for today" in words_in(window.screen)


def test_what_cannot_be_kept_is_not_shown_as_given(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 1))
    window.show_route(Route("refresher-round"))
    screen = window.screen
    key(window, right_digit(screen))
    with full_disk():
        key(window, Qt.Key.Key_Return)
    assert not screen.panel_in_view.area.locked
    assert window.notices.words()
    assert due_badge(window) == "1"
    key(window, Qt.Key.Key_Return)
    assert screen.panel_in_view.area.locked


def test_a_question_is_asked_in_the_language_of_the_window(stage: Stage) -> None:
    def prepare(workspace: Workspace) -> None:
        passed(workspace, wrong=4)
        stage.place.clock.forward(days=1)

    window = stage.open(settings=Settings(language="de"), prepare=prepare)
    window.show_route(Route("refreshers"))
    assert "4 Fragen für heute" in words_in(window.screen)
    window.speak("en")
    settle()
    assert "Talking on the train" in words_in(window.screen)
    assert "4 questions for today" in words_in(window.screen)


def test_nothing_yet_leads_to_the_courses(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("refreshers"))
    assert "Nothing to refresh yet" in words_in(window.screen)
    key(window, Qt.Key.Key_Return)
    assert window.route.screen == "courses"


def test_courses_out_of_reach_and_a_clock_gone_back_are_said_as_they_are(checks: Stage) -> None:
    window = checks.open(prepare=missed(checks, 1))
    clock = checks.place.clock
    clock.now -= timedelta(days=366)
    window.show_route(Route("refreshers"))
    assert "Nothing is due by this clock" in words_in(window.screen)
    clock.now += timedelta(days=366)
    shutil.move(checks.place.courses, checks.place.root / "away")
    window.reload()
    settle()
    assert "Nothing can be asked now" in words_in(window.screen)


def test_what_stands_in_an_open_test_waits_and_that_is_said(stage: Stage) -> None:
    stage.place.write(
        stage.place.quizzes / "zug.md",
        (stage.place.quizzes / "zug.md").read_text(encoding="utf-8").replace("select: 4", "select: 6"),
    )

    def prepare(workspace: Workspace) -> None:
        passed(workspace, wrong=6)
        stage.place.clock.forward(days=1)
        workspace.attempts.start_or_resume(COURSE, "en")

    window = stage.open(prepare=prepare)
    assert due_badge(window) == ""
    window.show_route(Route("refreshers"))
    assert "Nothing is due beside your test" in words_in(window.screen)


def test_it_says_that_nobody_is_told(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("refreshers"))
    said = " ".join(label.accessibleName() or label.text() for label in window.screen.findChildren(QLabel))
    assert "no notifications" in said
