"""The test as a learner takes it: by keyboard alone, with pauses, a full disk, and a look back before handing in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.model.learner import Settings
from desktop.ui.quiz import QuizScreen
from desktop.ui.quiz_end import HandIn
from desktop.ui.result import ResultScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, RIGHT, at, full_disk, words_in, write_probe

TEST = Route("quiz", PROBE)
PLACES = list(RIGHT)
"""The items in the order asked: the probe test is not shuffled."""


def quiz(stage: Stage, *, feedback: str = "immediate", **how: object) -> tuple[Window, QuizScreen]:
    write_probe(stage.place, feedback=feedback)
    window = at(stage, TEST, **how)  # type: ignore[arg-type]
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    return window, screen


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def answer(screen: QuizScreen, item_id: str) -> None:
    screen.go_to(PLACES.index(item_id))
    screen.panel.show_answer(RIGHT[item_id])
    screen.confirm()
    settle()


def kept(stage: Stage) -> dict[str, tuple[str, ...]]:
    """The answers as the learner's memory has them."""
    view = stage.workspace().attempts.start_or_resume(PROBE, "de")
    return {item_id: given.response for item_id, given in view.attempt.answers.items()}


def test_it_says_which_question_of_how_many(stage: Stage) -> None:
    _, screen = quiz(stage)
    words = words_in(screen)
    assert "Question 1 of 9" in words
    assert "Alles auf einmal · Final test" in words
    assert "Jemand bittet um Angaben zum Zeitplan." in words
    assert screen.place == 0


def test_the_keyboard_alone_answers_the_whole_test(stage: Stage) -> None:
    window, screen = quiz(stage)
    finished = QSignalSpy(screen.test_finished)
    choose_right(window, screen)  # 1: single
    key(window, Qt.Key.Key_Return)
    for digit, row in enumerate(screen.panel.area.rows, 1):  # 2: multiple
        if "Kunden" not in row.accessibleName():
            key(window, getattr(Qt.Key, f"Key_{digit}"))
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_2)  # 3: true or false keeps its order
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    for row in screen.panel.area.rows:  # 4: matching
        row.field.setFocus()
        wanted = "Pressestelle" if "Journalist" in row.pair.left.plain else "Informationssicherheit"
        QTest.keyClicks(row.field, wanted[:4])
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    sort_steps(window, screen)  # 5: ordering
    key(window, Qt.Key.Key_Return)
    type_into(window, "Freigabe")  # 6: cloze, typed and chosen
    key(window, Qt.Key.Key_Tab)
    type_into(window, "Pres")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    type_into(window, "freigabe")  # 7: short
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    type_into(window, "280")  # 8: numeric
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    type_into(window, "Gut gemacht.")  # 9: reflection
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.main_button.text() == "See the result"
    key(window, Qt.Key.Key_Return)
    assert finished.count() == 1
    assert isinstance(window.screen, ResultScreen)
    assert window.screen.passed
    assert stage.workspace().attempts.last(PROBE).result.score == 100


def choose_right(window: Window, screen: QuizScreen) -> None:
    rows = screen.panel.area.rows
    digit = next(n for n, row in enumerate(rows, 1) if "Dazu sage ich nichts" in row.accessibleName())
    key(window, getattr(Qt.Key, f"Key_{digit}"))
    key(window, Qt.Key.Key_Return)


def sort_steps(window: Window, screen: QuizScreen) -> None:
    """Bring the steps in order with Alt and the arrow alone."""
    for target, wanted in enumerate(RIGHT["reihe"]):
        place = [row.option.id for row in screen.panel.area.rows].index(wanted)
        key(window, getattr(Qt.Key, f"Key_{place + 1}"))
        for _ in range(place - target):
            key(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    key(window, Qt.Key.Key_Return)


def type_into(window: Window, words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    settle()


# Confirming ---------------------------------------------------------------------------------------------------------


def test_a_click_only_chooses_and_confirming_is_final(stage: Stage) -> None:
    _, screen = quiz(stage)
    row = screen.panel.area.rows[0]
    assert not screen.main_button.isEnabled()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert screen.main_button.isEnabled()
    assert kept(stage) == {}
    QTest.mouseClick(screen.panel.area.rows[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.main_button, Qt.MouseButton.LeftButton)
    settle()
    given = screen.panel.area.response()
    assert kept(stage) == {"einzeln": given}
    assert screen.main_button.text() == "Next"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert screen.panel.area.response() == given
    assert "Zeitpläne sind Geheimnisse." in words_in(screen)


def test_an_answer_is_on_disk_before_it_is_shown_and_a_full_disk_leaves_it_open(stage: Stage) -> None:
    window, screen = quiz(stage)
    screen.panel.show_answer(("2",))
    settle()
    with full_disk():
        screen.main_button.click()
        settle()
    assert "Zeitpläne sind Geheimnisse." not in words_in(screen)
    assert screen.main_button.text() == "Confirm"
    assert "disk" in words_in(window.notices).lower()
    assert kept(stage) == {}
    screen.main_button.click()
    settle()
    assert kept(stage) == {"einzeln": ("2",)}
    assert "Zeitpläne sind Geheimnisse." in words_in(screen)


def test_the_hint_says_what_it_costs_before_it_is_shown(stage: Stage) -> None:
    window, screen = quiz(stage)
    assert screen.hint_button.text() == "Hint (H), costs 25 % of the points"
    key(window, Qt.Key.Key_H)
    assert "Wer fragt, und wozu?" in words_in(screen)
    assert not screen.hint_button.isVisible()
    screen.panel.show_answer(("2",))
    screen.confirm()
    given = stage.workspace().attempts.start_or_resume(PROBE, "de").attempt.answers["einzeln"]
    assert given.hint_used
    assert given.fraction == 0.75


def test_a_hint_looked_at_and_left_is_there_again_and_counts(stage: Stage) -> None:
    window, screen = quiz(stage)
    key(window, Qt.Key.Key_H)
    screen.pause_button.click()
    settle()
    assert window.route.screen == "course"
    window.show_route(Route("quiz", PROBE))
    settle()
    again = window.screen
    assert isinstance(again, QuizScreen)
    assert "Wer fragt, und wozu?" in words_in(again)
    assert not again.hint_button.isVisible()
    again.panel.show_answer(("2",))
    again.confirm()
    given = stage.workspace().attempts.start_or_resume(PROBE, "de").attempt.answers["einzeln"]
    assert (given.hint_used, given.fraction) == (True, 0.75)


def test_a_hint_that_cannot_be_kept_is_not_shown(stage: Stage) -> None:
    window, screen = quiz(stage)
    with full_disk():
        key(window, Qt.Key.Key_H)
    assert "Wer fragt, und wozu?" not in words_in(screen)
    assert "disk" in words_in(window.notices).lower()
    key(window, Qt.Key.Key_H)
    assert "Wer fragt, und wozu?" in words_in(screen)


def test_h_is_a_letter_where_one_types(stage: Stage) -> None:
    window, screen = quiz(stage)
    screen.go_to(PLACES.index("kurz"))
    settle()
    key(window, Qt.Key.Key_H)
    assert screen.panel.area.response() == ("h",)


def test_deferred_feedback_keeps_and_tells_nothing(stage: Stage) -> None:
    _, screen = quiz(stage, feedback="deferred")
    screen.panel.show_answer(("1",))
    screen.confirm()
    settle()
    words = words_in(screen)
    assert "Saved. You can still change this answer until you hand in." in words
    assert "Not quite" not in words
    assert "Zeitpläne sind Geheimnisse." not in words
    assert kept(stage) == {"einzeln": ("1",)}
    screen.panel.show_answer(("2",))
    settle()
    assert screen.main_button.text() == "Confirm the change"
    assert "Saved." not in words_in(screen)
    screen.go_on()
    assert kept(stage) == {"einzeln": ("2",)}
    assert screen.main_button.text() == "Next"


# Moving about -------------------------------------------------------------------------------------------------------


def test_back_and_forward_by_alt_and_arrows_stay_inside_the_test(stage: Stage) -> None:
    window, screen = quiz(stage)
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.route, screen.place) == (TEST, 0)
    key(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    key(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert screen.place == 2
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert screen.place == 1
    assert window.route == TEST


def test_what_was_chosen_but_not_confirmed_is_still_there_when_one_comes_back(stage: Stage) -> None:
    _, screen = quiz(stage)
    screen.panel.area.press_digit(3)
    chosen = screen.panel.area.response()
    screen.skip_button.click()
    screen.back_button.click()
    assert screen.panel.area.response() == chosen


def test_a_test_goes_on_where_it_was_left_with_the_same_draw(stage: Stage) -> None:
    window, screen = quiz(stage)
    answer(screen, "einzeln")
    screen.go_to(3)
    drawn = stage.workspace().attempts.start_or_resume(PROBE, "en").attempt.draw
    screen.pause_button.click()
    settle()
    assert window.route == Route("course", PROBE)
    stage.close()
    window = at(stage, TEST, name="")
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    assert screen.place == 3
    assert stage.workspace().attempts.start_or_resume(PROBE, "en").attempt.draw == drawn
    screen.go_to(0)
    settle()
    assert screen.panel.area.response() == RIGHT["einzeln"]
    assert screen.panel.area.locked
    assert "Correct." in words_in(screen)


def test_another_language_keeps_place_and_answers(stage: Stage) -> None:
    window, screen = quiz(stage)
    answer(screen, "einzeln")
    screen.go_to(1)
    settle()
    window.take_settings(Settings(language="de"))
    settle()
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    assert screen.place == 1
    assert "Frage 2 von 9" in words_in(screen)
    screen.go_to(0)
    settle()
    assert screen.panel.area.locked
    assert "Richtig." in words_in(screen)


# Handing in ---------------------------------------------------------------------------------------------------------


def test_open_questions_are_named_before_handing_in_and_one_click_away(stage: Stage) -> None:
    _, screen = quiz(stage)
    for item_id in RIGHT:
        if item_id not in ("wahr", "zahl"):
            answer(screen, item_id)
    screen.go_to(len(PLACES) - 1)
    screen.go_on()
    settle()
    page = screen.findChild(HandIn)
    assert "2 questions are still open." in words_in(page)
    buttons = page.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Question 3", "Question 8"]
    assert screen.main_button.text() == "Hand in anyway"
    buttons[1].click()
    settle()
    assert screen.panel.item.id == "zahl"


def test_handed_in_with_open_questions_they_count_as_nothing(stage: Stage) -> None:
    window, screen = quiz(stage)
    answer(screen, "einzeln")
    screen.go_to(len(PLACES))
    settle()
    screen.main_button.click()
    settle()
    assert isinstance(window.screen, ResultScreen)
    assert not window.screen.passed
    assert stage.workspace().attempts.last(PROBE).result.score == pytest.approx(12.5)


def test_a_hand_in_that_cannot_be_kept_leaves_the_test_open(stage: Stage) -> None:
    window, screen = quiz(stage, feedback="deferred")
    for item_id in RIGHT:
        answer(screen, item_id)
    screen.go_to(len(PLACES))
    settle()
    assert "All 9 questions are answered." in words_in(screen)
    with full_disk():
        screen.main_button.click()
        settle()
    assert window.screen is screen
    assert "disk" in words_in(window.notices).lower()
    screen.main_button.click()
    settle()
    assert isinstance(window.screen, ResultScreen)
    assert window.screen.passed


@pytest.mark.parametrize("scale", [100, 200])
def test_the_buttons_are_always_in_view(stage: Stage, scale: int) -> None:
    window, screen = quiz(stage, size=(1024, 640), settings=Settings(language="en", text_scale=scale))
    for place in range(len(PLACES) + 1):
        screen.go_to(place)
        settle()
        assert screen.page.horizontalScrollBar().maximum() == 0
        for button in (screen.main_button, screen.back_button):
            box = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
            assert window.rect().contains(box)
            assert button.width() >= button.sizeHint().width()
