"""The result says what was reached, what to read again and what comes next; the learner's own answers stay private."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QProgressBar, QPushButton

from desktop.app.workspace import Workspace
from desktop.model.learner import Settings
from desktop.ui.blocks.fold import Fold
from desktop.ui.quiz import QuizScreen
from desktop.ui.result import ResultScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, RIGHT, at, words_in, write_probe


def result(
    stage: Stage, *, wrong: tuple[str, ...] = (), left_open: tuple[str, ...] = (), read: tuple[str, ...] = ()
) -> tuple[Window, ResultScreen]:
    """The probe test handed in with some answers wrong or missing, after some lessons were read."""
    write_probe(stage.place)

    def prepare(workspace: Workspace) -> None:
        for lesson_id in read:
            workspace.study.mark_read(PROBE, lesson_id)

    window = at(stage, Route("quiz", PROBE), prepare=prepare)
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    view = stage.workspace().attempts.start_or_resume(PROBE, "en")
    for item_id, response in RIGHT.items():
        if item_id not in left_open:
            given = ("nichts",) if item_id in wrong else response
            stage.workspace().attempts.answer(view.attempt.id, item_id, given)
    window.reload()
    settle()
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    screen.go_to(screen.count)
    screen.main_button.click()
    settle()
    assert isinstance(window.screen, ResultScreen)
    return window, window.screen


def button(screen: ResultScreen, words: str) -> QPushButton:
    return next(b for b in screen.findChildren(QPushButton) if words in (b.text(), b.accessibleName()))


def test_a_pass_with_all_lessons_read_offers_the_certificate_first(stage: Stage) -> None:
    window, screen = result(stage, read=("eins", "zwei"))
    words = words_in(screen)
    assert "Passed" in words
    assert "You reached 100 %, 80 % were needed." in words
    assert "Your certificate is ready." in words
    assert screen.primary.text() == "Get your certificate"
    screen.primary.click()
    settle()
    assert window.route == Route("offer", PROBE)


def test_a_pass_with_lessons_unread_names_them_and_leads_there(stage: Stage) -> None:
    window, screen = result(stage, read=("eins",))
    words = words_in(screen)
    assert "To complete the course, read these lessons to their end:" in words
    assert "Read the lesson: Bilder verraten mehr" in words
    assert "Read the lesson: Der freundliche Experte" not in words
    assert screen.primary.text() == "Read on"
    screen.primary.click()
    settle()
    assert window.route == Route("lesson", PROBE, "zwei")


def test_a_miss_is_said_calmly_with_what_to_read_again_and_a_retry(stage: Stage) -> None:
    window, screen = result(stage, wrong=("mehrere", "zahl", "zuordnen"))
    words = words_in(screen)
    assert "Not passed yet" in words
    assert "80 % were needed." in words
    assert "Worth reading again" in words
    again = button(screen, "Read the lesson: Bilder verraten mehr")
    assert not [b for b in screen.findChildren(QPushButton) if b.accessibleName().endswith("Der freundliche Experte")]
    assert screen.primary.text() == "Try again"
    again.click()
    settle()
    assert window.route == Route("lesson", PROBE, "zwei")


def test_trying_again_starts_a_new_attempt(stage: Stage) -> None:
    window, screen = result(stage, wrong=tuple(RIGHT))
    screen.primary.click()
    settle()
    assert window.route == Route("quiz", PROBE)
    assert stage.workspace().attempts.start_or_resume(PROBE, "en").attempt.answers == {}


def test_topics_are_bars_with_names_values_and_words(stage: Stage) -> None:
    _, screen = result(stage, wrong=("zahl",))
    bars = {
        bar.accessibleName(): bar.value()
        for bar in screen.findChildren(QProgressBar)
        if QAccessible.queryAccessibleInterface(bar) is not None
    }
    assert bars["Der freundliche Experte"] == 100
    assert bars["Bilder verraten mehr"] == 75
    assert "3 of 4 points · 75 %" in words_in(screen)


def test_own_answers_are_folded_and_shown_with_their_marks(stage: Stage) -> None:
    _, screen = result(stage, wrong=("zahl",), left_open=("wahr",))
    folds = {fold.button.accessibleName(): fold for fold in screen.findChildren(Fold)}
    assert next(iter(folds)) == "Correct: 1. Jemand bittet um Angaben zum Zeitplan. Was schreiben Sie?"
    assert "Not answered: 3. Eine gelöschte Nachricht ist weg." in folds
    assert "Not graded: 9. Was würden Sie Jonas sagen?" in folds
    wrong = folds["Not quite: 8. Wie viele Zeichen fasst ein Tweet seit 2017?"]
    assert "The answer is: 280." not in words_in(screen)
    wrong.toggle()
    settle()
    assert "The answer is: 280." in words_in(wrong)
    folds["Not answered: 3. Eine gelöschte Nachricht ist weg."].toggle()
    settle()
    assert "Only you see them." in words_in(screen)


def test_the_result_is_spoken_as_the_name_of_the_screen(stage: Stage) -> None:
    _, screen = result(stage, read=("eins", "zwei"))
    assert screen.heading() == "Passed · 100 %"
    assert screen.accessibleName() == "Passed · 100 %"


def test_another_language_shows_the_same_result(stage: Stage) -> None:
    window, _ = result(stage, wrong=("zahl",), read=("eins", "zwei"))
    window.take_settings(Settings(language="de"))
    settle()
    assert isinstance(window.screen, ResultScreen)
    words = words_in(window.screen)
    assert "Bestanden" in words
    assert "Nicht ganz: 8. Wie viele Zeichen fasst ein Tweet seit 2017?" in words
