"""The way of one's role, by keyboard alone: chosen at first start, shown on home, worked through, changed later."""

from __future__ import annotations

import random
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QRadioButton

from desktop.app.workspace import open_workspace
from desktop.model.learner import Settings
from desktop.model.path import ROLES
from desktop.model.policy import Mandatory, Policy
from desktop.ui.first_start import FirstStart
from desktop.ui.lesson import LessonScreen
from desktop.ui.path_card import PathCard
from desktop.ui.screen import Route
from desktop.ui.settings import SettingsScreen
from desktop.ui.window import Window
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults
from tests.ui.learning import PROBE, write_probe
from tests.ui.test_accessibility_sweep import check_focus, check_names, check_roles

HR = """\
---
type: path
title: For the HR department
audience: [hr]
---
1. [Am Bahnsteig](zug/02-bahnsteig.md)
2. [Alles auf einmal](probe/course.md)
"""
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def place(place: Place) -> Place:
    write_probe(place)
    place.write(place.courses / "weg-hr.md", HR)
    return place


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)
    settle()


def said(window: Window) -> str:
    labels = [label for label in window.screen.findChildren(QLabel) if label.isVisibleTo(window.screen)]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def rows(window: Window) -> list[str]:
    """The steps of the way as they are read out."""
    (card,) = window.screen.findChildren(PathCard)
    return [row.accessibleName() for row in card.findChildren(QPushButton) if row.accessibleName()]


def obliged(stage: Stage, *mandatory: Mandatory, role: str = "") -> None:
    """Open the workspace under an employer's policy."""
    place = stage.place
    folders = {"course_folders": (place.courses,), "quiz_folders": (place.quizzes,)}
    policy = Policy(role=role, mandatory=mandatory)
    rng = random.Random(1)
    opened = open_workspace(place.home, **folders, assets=ASSETS, clock=place.clock, rng=rng, policy=policy)
    stage.workspaces.append(opened)


# -- first start ------------------------------------------------------------------------------------------------------


def test_the_role_decides_what_home_shows_and_a_step_done_is_ticked(stage: Stage) -> None:
    window = stage.open(name="", language="en")
    QTest.keyClicks(QApplication.focusWidget(), "Jana Ortmann")
    press(window, Qt.Key.Key_Return)
    assert stage.workspace().people.learner() is None  # nothing is kept before the last page
    for _ in range(ROLES.index("hr")):
        press(window, Qt.Key.Key_Down)
    chosen = QApplication.focusWidget()
    assert isinstance(chosen, QRadioButton)
    assert chosen.isChecked()
    assert chosen.accessibleDescription()
    press(window, Qt.Key.Key_Return)
    learner = stage.workspace().people.learner()
    assert learner is not None
    assert learner.role == "hr"

    assert "For the HR department" in said(window)
    assert rows(window)[0].startswith("1. On the platform")
    assert "Next" in rows(window)[0]
    assert "Open" in rows(window)[1]
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("lesson", COURSE, "bahnsteig")
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    screen.complete()
    press(window, Qt.Key.Key_End)
    settle()
    assert screen.read_to_end
    press(window, Qt.Key.Key_1, ALT)
    assert "Done" in rows(window)[0]
    assert "Next" in rows(window)[1]
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("lesson", PROBE, "eins")


def test_from_a_lesson_the_way_goes_on_without_going_home(stage: Stage) -> None:
    text = HR.replace("2. [Alles auf einmal](probe/course.md)", "2. [Bilder](probe/02-zwei.md)")
    stage.place.write(stage.place.courses / "weg-hr.md", text)
    window = stage.open(prepare=lambda w: w.people.choose_role("hr"))
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("lesson", COURSE, "bahnsteig")
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    screen.complete()
    press(window, Qt.Key.Key_End)
    assert "Next on your path: Bilder verraten mehr" in [b.accessibleName() for b in screen.findChildren(QPushButton)]
    press(window, Qt.Key.Key_Right, ALT)
    assert window.route == Route("lesson", PROBE, "zwei")


def test_going_back_keeps_name_and_role(stage: Stage) -> None:
    window = stage.open(name="", language="en")
    screen = window.screen
    assert isinstance(screen, FirstStart)
    QTest.keyClicks(QApplication.focusWidget(), "Jana Ortmann")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    press(window, Qt.Key.Key_Space)
    assert screen.name.hasFocus()
    assert screen.typed().role == ROLES[1]
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    learner = stage.workspace().people.learner()
    assert learner is not None
    assert (learner.name, learner.role) == ("Jana Ortmann", ROLES[1])


def test_the_sentence_of_a_role_can_be_pressed_too(stage: Stage) -> None:
    window = stage.open(name="", language="en")
    screen = window.screen
    assert isinstance(screen, FirstStart)
    screen.name.setText("Jana Ortmann")
    press(window, Qt.Key.Key_Return)
    assert screen.roles is not None
    (sentence,) = [label for label in screen.roles.findChildren(QLabel) if "applicants" in label.text()]
    QTest.mouseClick(screen.roles, Qt.MouseButton.LeftButton, pos=sentence.geometry().center())
    assert screen.roles.role() == "hr"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_the_question_for_the_role_is_reached_and_read_by_everyone(
    stage: Stage, scale: int, language: str, size: tuple[int, int]
) -> None:
    settings = Settings(language=language, text_scale=scale)
    window = stage.open(name="", settings=settings, size=size, language=language)
    screen = window.screen
    assert isinstance(screen, FirstStart)
    screen.name.setText("Jana Ortmann")
    screen.submit()
    settle()
    check_names(window)
    check_roles(window)
    check_focus(window)
    assert faults(window) == []


def test_where_the_employer_has_chosen_nobody_is_asked(stage: Stage) -> None:
    obliged(stage, role="hr")
    window = stage.open(name="", language="en")
    assert "Your employer has chosen the path for this device: “For the HR department”." in said(window)
    QTest.keyClicks(QApplication.focusWidget(), "Jana Ortmann")
    press(window, Qt.Key.Key_Return)
    assert window.route.screen == "home"
    assert "For the HR department" in said(window)
    window.show_route(Route("settings"))
    settle()
    assert "Your employer has chosen the path" in said(window)
    assert not hasattr(window.screen, "role")


# -- home -------------------------------------------------------------------------------------------------------------


def test_a_mandatory_course_comes_first_with_its_day(stage: Stage) -> None:
    obliged(stage, Mandatory(COURSE, date(2026, 12, 31)), Mandatory(PROBE, date(2027, 1, 15)))
    window = stage.open()
    assert "Mandatory course" in said(window)
    assert "by 31 December · Lesson 1 of 2" in said(window)
    assert "Mandatory course by 31 December" in rows(window)[0]
    assert "Mandatory course by 15 January 2027" in rows(window)[1]
    press(window, Qt.Key.Key_Return)
    assert window.route == Route("lesson", COURSE, "wagen")
    window.show_route(Route("course", COURSE))
    settle()
    assert "Mandatory course" in said(window)
    window.show_route(Route("courses"))
    settle()
    assert "by 31 December" in said(window)


def test_a_day_that_has_passed_is_said_calmly_and_not_at_all_once_done(stage: Stage) -> None:
    obliged(stage, Mandatory(COURSE, date(2026, 11, 20)))
    window = stage.open()
    assert "was planned by 20 November" in said(window)
    read_all(stage.workspace())
    passed(stage.workspace())
    press(window, Qt.Key.Key_2, ALT)
    press(window, Qt.Key.Key_1, ALT)
    assert "20 November" not in said(window)
    assert "Done" in rows(window)[0]


def test_at_the_end_of_the_way_nothing_pushes_on(stage: Stage) -> None:
    obliged(stage, role="hr")
    stage.place.write(stage.place.courses / "weg-hr.md", HR.replace("2. [Alles auf einmal](probe/course.md)\n", ""))
    window = stage.open(prepare=lambda w: w.study.mark_read(COURSE, "bahnsteig"))
    assert "You have come to the end of your path" in said(window)
    assert "More courses" in said(window)
    press(window, Qt.Key.Key_Return)
    assert window.route.screen == "courses"


def test_a_lesson_on_the_way_shows_how_far_the_way_is(stage: Stage) -> None:
    window = stage.open(prepare=lambda w: w.people.choose_role("hr"))
    (ring,) = [bar for bar in window.screen.findChildren(QProgressBar) if bar.accessibleName().endswith("your path")]
    assert ring.value() == 0
    assert "A lesson from “Talking on the train”" in said(window)
    assert "Step 1 of 2" in said(window)


def test_a_long_way_shows_where_one_is_and_the_rest_when_asked(stage: Stage, place: Place) -> None:
    for number in range(12):
        folder = place.courses / f"k{number:02}"
        place.write(folder / "course.md", f"---\nid: k{number:02}\ntitle: Course {number}\naudience: [alle]\n---\n")
        place.write(folder / "01-a.md", "# A\n\nA sentence.\n")
    window = stage.open(prepare=lambda w: [w.study.mark_read(f"k{n:02}", "a") for n in range(6)] and None)
    (card,) = window.screen.findChildren(PathCard)
    shown = rows(window)
    assert len(shown) == 7
    assert sum("Next" in row for row in shown) == 1
    assert card.more is not None
    for _ in range(40):
        if QApplication.focusWidget() is card.more:
            break
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert len(rows(window)) == 14
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == rows(window)[0]


def test_of_many_courses_beside_the_way_home_shows_some_and_leads_to_all(stage: Stage, place: Place) -> None:
    for number in range(12):
        folder = place.courses / f"k{number:02}"
        place.write(folder / "course.md", f"---\nid: k{number:02}\ntitle: Course {number}\naudience: [kueche]\n---\n")
        place.write(folder / "01-a.md", "# A\n\nA sentence.\n")
    window = stage.open()
    names = [button.accessibleName() for button in window.screen.findChildren(QPushButton)]
    assert sum(name.startswith("Course ") for name in names) == 9
    assert "For kueche" in said(window)
    (link,) = [b for b in window.screen.findChildren(QPushButton) if b.text() == "All 14 courses"]
    link.setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.route.screen == "courses"
    names = [button.accessibleName() for button in window.screen.findChildren(QPushButton)]
    assert sum(name.startswith("Course ") for name in names) == 12


def test_without_a_way_home_shows_the_courses(stage: Stage, place: Place) -> None:
    for course in (COURSE, PROBE):
        file = place.courses / course / "course.md"
        place.write(file, file.read_text(encoding="utf-8").replace("[alle]", "[kueche]"))
    window = stage.open()
    assert window.screen.findChildren(PathCard) == []
    assert "Your courses" in said(window)
    press(window, Qt.Key.Key_Return)
    assert window.route.screen == "lesson"


def test_another_role_can_be_chosen_in_the_settings(stage: Stage) -> None:
    window = stage.open()
    assert "For the HR department" not in said(window)
    window.show_route(Route("settings"))
    settle()
    screen = window.screen
    assert isinstance(screen, SettingsScreen)
    screen.role.setFocus()
    for _ in range(ROLES.index("hr")):
        press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_1, ALT)
    assert "For the HR department" in said(window)
    learner = stage.workspace().people.learner()
    assert learner is not None
    assert (learner.name, learner.role) == ("Jana Ortmann", "hr")


def test_a_learner_who_never_chose_goes_everyones_way(stage: Stage) -> None:
    stage.workspace().people.set_up("Jana Ortmann", Settings(language="en"))
    window = stage.open()
    assert len(rows(window)) == 2
    window.show_route(Route("settings"))
    screen = window.screen
    assert isinstance(screen, SettingsScreen)
    assert screen.role.currentData() == "alle"
