"""Self-assessments as they are taken: by keyboard alone, back and forth, resumed, and what a result is good for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.model.learner import Settings
from desktop.ui.assessment import AssessmentScreen
from desktop.ui.assessment_result import AssessmentResultScreen
from desktop.ui.print_screen import ResultPrintScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.playing import ASSESSMENT, put_assessment
from tests.ui.conftest import Stage, settle
from tests.ui.learning import full_disk
from tests.ui.pdf import pdf_words

ALT = Qt.KeyboardModifier.AltModifier
ENGLISH = Settings(language="en")


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def words(screen: QWidget) -> str:
    settle()
    return "\n".join(
        label.accessibleName() or label.text() for label in screen.findChildren(QLabel) if label.isVisible()
    )


def named(screen: QWidget, name: str) -> QWidget:
    return next(widget for widget in screen.findChildren(QWidget) if widget.accessibleName() == name)


def taking(stage: Stage) -> tuple[Window, AssessmentScreen]:
    put_assessment(stage.place.quizzes)
    window = stage.open(settings=ENGLISH)
    window.show_route(Route("assessment", payload=ASSESSMENT))
    settle()
    screen = window.screen
    assert isinstance(screen, AssessmentScreen)
    return window, screen


def taken(stage: Stage, *runs: Sequence[int]) -> tuple[Window, AssessmentResultScreen]:
    """The result of the last of some runs, each given as places on the scale from 0."""
    put_assessment(stage.place.quizzes)
    doors = stage.workspace().assessments
    for run in runs:
        view = doors.start_or_resume(ASSESSMENT, "en")
        for place in run:
            view = doors.answer(view, place)
        doors.finish(view)
        stage.place.clock.forward(days=20)
    window = stage.open(settings=ENGLISH)
    window.show_route(Route("assessment-result", payload=(ASSESSMENT, "")))
    settle()
    screen = window.screen
    assert isinstance(screen, AssessmentResultScreen)
    return window, screen


def test_the_keyboard_alone_takes_it_from_the_rail_to_the_result(stage: Stage) -> None:
    put_assessment(stage.place.quizzes)
    window = stage.open(settings=ENGLISH)
    key(window, Qt.Key.Key_5, ALT)
    assert window.route.screen == "assessments"
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, AssessmentScreen)
    assert "Statement 1 of 4" in words(screen)
    for which in (Qt.Key.Key_5, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_4):
        key(window, which)
    assert "All statements are answered." in words(screen)
    assert QApplication.focusWidget() is screen.main_button
    key(window, Qt.Key.Key_Return)
    result = window.screen
    assert isinstance(result, AssessmentResultScreen)
    shown = words(result)
    for piece in ("Your strength: Quiet", "You are hardly heard.", "Worth ten minutes: Brief", "You talk at length."):
        assert piece in shown, piece
    assert result.radar.accessibleDescription() == "Quiet 100 %, Brief 0 %, Away 75 %"
    key(window, Qt.Key.Key_Escape)
    assert window.route.screen in ("assessments", "assessment")


def test_arrows_move_without_answering_and_space_answers(stage: Stage) -> None:
    window, screen = taking(stage)
    key(window, Qt.Key.Key_Tab)
    while QApplication.focusWidget() not in screen.rows:
        key(window, Qt.Key.Key_Tab)
    first = screen.rows.index(QApplication.focusWidget())  # type: ignore[arg-type]
    key(window, Qt.Key.Key_Down)
    assert screen.view.run.answers == {}
    key(window, Qt.Key.Key_Space)
    assert dict(screen.view.run.answers) == {"fluestern": (first + 1) % 5}
    assert screen.view.position == 1


def test_one_goes_back_sees_what_was_chosen_and_changes_it(stage: Stage) -> None:
    window, screen = taking(stage)
    key(window, Qt.Key.Key_4)
    key(window, Qt.Key.Key_Left, ALT)
    assert [row.isChecked() for row in screen.rows] == [False, False, False, True, False]
    assert screen.main_button.isEnabled()
    key(window, Qt.Key.Key_Return)
    assert screen.view.position == 1
    assert not screen.main_button.isEnabled(), "what was not answered is not passed over by Enter"
    screen.back_button.click()
    key(window, Qt.Key.Key_2)
    assert dict(screen.view.run.answers) == {"fluestern": 1}


def test_what_was_passed_over_is_offered_at_the_end(stage: Stage) -> None:
    window, screen = taking(stage)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_Right, ALT)
    for which in (Qt.Key.Key_1, Qt.Key.Key_1):
        key(window, which)
    assert "1 is still open." in words(screen)
    assert not screen.main_button.isEnabled()
    screen.go_to(1)
    key(window, Qt.Key.Key_3)
    screen.go_to(4)
    assert screen.main_button.isEnabled()


def test_it_goes_on_at_the_same_statement(stage: Stage) -> None:
    window, screen = taking(stage)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_1)
    screen.pause_button.click()
    settle()
    assert "2 of 4 answered" in words(window.screen)
    key(window, Qt.Key.Key_Return)
    again = window.screen
    assert isinstance(again, AssessmentScreen)
    assert again.view.position == 2


def test_what_cannot_be_kept_is_not_taken_for_answered(stage: Stage) -> None:
    window, screen = taking(stage)
    with full_disk():
        key(window, Qt.Key.Key_5)
    assert screen.view.position == 0
    assert not any(row.isChecked() for row in screen.rows)
    assert words(window.notices)


def test_earlier_runs_lie_behind_and_can_be_opened(stage: Stage) -> None:
    window, screen = taken(stage, (0, 4, 0, 0), (4, 0, 4, 4))
    assert len(screen.radar._earlier) == 1
    assert "Broken line: 22 November 2026" in words(screen)
    button = next(
        w for w in screen.findChildren(QWidget) if w.accessibleName() == "Open the result of 22 November 2026"
    )
    button.click()  # type: ignore[attr-defined]
    settle()
    assert isinstance(window.screen, AssessmentResultScreen)
    assert window.screen.radar.accessibleDescription().startswith("Quiet 0 %")


def test_even_scores_are_called_even(stage: Stage) -> None:
    _, screen = taken(stage, (2, 2, 2, 2))
    assert "Your profile is even" in words(screen)


def test_a_lesson_is_one_press_away(stage: Stage) -> None:
    window, screen = taken(stage, (4, 0, 0, 4))
    named(screen, "Open the lesson: On the platform").setFocus()
    key(window, Qt.Key.Key_Return)
    assert (window.route.screen, window.route.lesson_id) == ("lesson", "bahnsteig")


def test_the_result_is_copied_as_text(stage: Stage) -> None:
    _, screen = taken(stage, (0, 4, 0, 0), (4, 0, 0, 3))
    screen.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("How loudly do you talk?\n12 December 2026\n\nQuiet: 100 %\nYou are hardly heard.")
    assert "Earlier, 22 November 2026: Quiet 0 %, Brief 0 %, Away 0 %" in text


def test_the_result_is_printed(stage: Stage, tmp_path: Path) -> None:
    window, screen = taken(stage, (4, 0, 0, 3))
    screen.print_button.click()
    settle()
    paper = window.screen
    assert isinstance(paper, ResultPrintScreen)
    paper.save_to(tmp_path / "result")
    assert "You are hardly heard." in pdf_words(tmp_path / "result.pdf")
    assert "It is part of no certificate" in pdf_words(tmp_path / "result.pdf")
    key(window, Qt.Key.Key_Escape)
    assert isinstance(window.screen, AssessmentResultScreen)


def test_deleting_asks_once_and_then_is_done(stage: Stage) -> None:
    window, screen = taken(stage, (4, 0, 0, 3))
    screen.delete_button.click()
    settle()
    assert QApplication.focusWidget() is screen.keep_button, "Enter in a hurry keeps it"
    key(window, Qt.Key.Key_Return)
    assert stage.workspace().assessments.runs(ASSESSMENT)
    screen.delete_button.click()
    screen.sure_button.click()
    settle()
    assert stage.workspace().assessments.runs(ASSESSMENT) == ()
    assert window.route.screen == "assessments"
    assert "The result has been deleted." in words(window.notices)
