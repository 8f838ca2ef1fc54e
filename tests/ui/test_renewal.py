"""From the warning to the second certificate, by keyboard alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.ui.course import CourseScreen
from desktop.ui.offer import OfferScreen
from desktop.ui.quiz import QuizScreen
from desktop.ui.result import ResultScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE, COURSE_MD, passed, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.learning import words_in

ALT = Qt.KeyboardModifier.AltModifier


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def issued(workspace: Workspace) -> None:
    read_all(workspace)
    passed(workspace)
    workspace.certificates.issue(COURSE, "en")


def tab_to(window: Window, words: str) -> None:
    for _ in range(60):
        now = QApplication.focusWidget()
        if isinstance(now, QPushButton) and words in now.text() + now.accessibleName():
            return
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words}")


def wait_for(window: Window, screen: type) -> None:
    for _ in range(300):
        if isinstance(window.screen, screen):
            return
        QTest.qWait(20)
    raise AssertionError(f"{screen.__name__} never came")


def take_the_test(window: Window) -> None:
    """Answer every question rightly; Enter confirms and goes on."""
    screen = window.screen
    assert isinstance(screen, QuizScreen)
    for _ in range(screen.count):
        screen.panel.show_answer(solution(screen.panel.item))
        screen.fit_buttons()
        key(window, Qt.Key.Key_Return)
        key(window, Qt.Key.Key_Return)
    assert isinstance(window.screen, ResultScreen)


def test_from_the_warning_to_the_second_certificate(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    stage.place.clock.forward(days=345)
    key(window, Qt.Key.Key_7, ALT)
    assert "Ends soon" in words_in(window.screen)
    assert "valid until 22 November 2027" in words_in(window.screen)
    assert "Renew" in QApplication.focusWidget().accessibleName()
    key(window, Qt.Key.Key_Return)
    take_the_test(window)
    tab_to(window, "certificate")
    key(window, Qt.Key.Key_Return)
    wait_for(window, OfferScreen)
    tab_to(window, "Issue certificate")
    key(window, Qt.Key.Key_Return)
    for _ in range(300):
        if window.route.screen == "certificates":
            break
        QTest.qWait(20)
    words = words_in(window.screen)
    assert "Just issued" in words
    assert "valid until 2 November 2028" in words
    assert "valid until 22 November 2027" in words
    assert words.index("Valid") < words.index("Renewed")
    assert len(stage.workspace().certificates.all()) == 2
    assert not [b for b in window.screen.findChildren(QPushButton) if "Renew" in b.text()]


@pytest.mark.parametrize(("days", "words"), [(345, "Your certificate ends on"), (400, "Your certificate ran out on")])
def test_the_course_page_offers_it_too(stage: Stage, days: int, words: str) -> None:
    window = stage.open(prepare=issued)
    window.show_route(Route("course", COURSE))
    assert "Your certificate" not in words_in(window.screen)
    stage.place.clock.forward(days=days)
    window.reload()
    assert isinstance(window.screen, CourseScreen)
    assert words in words_in(window.screen)
    tab_to(window, "Renew")
    key(window, Qt.Key.Key_Return)
    assert window.route == Route("quiz", COURSE)


def test_home_offers_it_by_name(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    assert "Your certificate ends" not in words_in(window.screen)
    stage.place.clock.forward(days=345)
    window.reload()
    assert "Your certificate ends on 22 November 2027" in words_in(window.screen)
    assert "“Talking on the train”: Pass the test once more" in words_in(window.screen)
    tab_to(window, "Renew")
    key(window, Qt.Key.Key_Return)
    assert window.route == Route("quiz", COURSE)


def test_several_that_end_lead_to_the_list(stage: Stage) -> None:
    def prepare(workspace: Workspace) -> None:
        issued(workspace)
        stage.place.write(stage.place.courses / "zwei" / "course.md", COURSE_MD.replace("id: zug", "id: zwei"))
        stage.place.write(stage.place.courses / "zwei" / "01-wagen.md", "# Wagen\n\nEin Satz.\n")
        workspace.library.refresh()
        read_all(workspace, "zwei")
        view = workspace.attempts.start_or_resume("zwei", "en")
        for shown in view.items:
            workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
        workspace.attempts.finish(view.attempt.id)
        workspace.certificates.issue("zwei", "en")
        stage.place.clock.forward(days=345)

    window = stage.open(prepare=prepare)
    assert "2 of your certificates end or have ended" in words_in(window.screen)
    tab_to(window, "To the certificates")
    key(window, Qt.Key.Key_Return)
    assert window.route.screen == "certificates"
    assert len([b for b in window.screen.findChildren(QPushButton) if "Renew" in b.text()]) == 2


def test_a_newer_course_is_said_and_nothing_is_pressed_for(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    stage.place.write_course("2.2")
    stage.workspace().library.refresh()
    window.show_route(Route("certificates"))
    words = words_in(window.screen)
    assert "The course has come to version 2.2." in words
    assert "Valid" in words
    assert "Renew" not in QApplication.focusWidget().accessibleName()
    tab_to(window, "Renew")


def test_a_clock_set_back_a_year_is_said_without_a_promise(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    stage.place.clock.now -= timedelta(days=366)
    window.show_route(Route("certificates"))
    words = words_in(window.screen)
    assert "Check the clock" in words
    assert "Either the clock is wrong now, or it was then." in words
    assert not [b for b in window.screen.findChildren(QPushButton) if "Renew" in b.text()]
