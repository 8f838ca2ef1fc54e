"""Connects what a screen asks for with what the window does about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.ui.screen import Route, Screen

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.window import Window


def connect(screen: Screen, window: Window) -> None:
    """Connect every signal of a screen that was just made; the signals end with the screen."""
    show = window.show_route
    screen.home_wanted.connect(lambda: show(Route("home")))
    screen.search_wanted.connect(window.finder.search)
    screen.courses_wanted.connect(lambda: show(Route("courses")))
    screen.course_wanted.connect(lambda course: show(Route("course", course)))
    screen.lesson_wanted.connect(lambda course, lesson: show(Route("lesson", course, lesson)))
    screen.test_wanted.connect(lambda course: show(Route("quiz", course)))
    screen.test_finished.connect(
        lambda course, finished: show(Route("result", course, payload=finished), remember=False)
    )
    screen.simulations_wanted.connect(lambda: show(Route("simulations")))
    screen.simulation_wanted.connect(
        lambda scenario, course, lesson: show(Route("simulation", course, lesson, payload=scenario))
    )
    screen.assessments_wanted.connect(lambda: show(Route("assessments")))
    screen.assessment_wanted.connect(lambda one: show(Route("assessment", payload=one)))
    screen.assessment_result_wanted.connect(
        lambda one, run: show(Route("assessment-result", payload=(one, run)), remember=False)
    )
    screen.refreshers_wanted.connect(lambda: show(Route("refreshers")))
    screen.refresher_round_wanted.connect(lambda: show(Route("refresher-round")))
    screen.refreshed.connect(window.show_due)
    screen.annotations_wanted.connect(lambda: show(Route("annotations")))
    screen.note_wanted.connect(partial(_open_note, window))
    screen.back_wanted.connect(window.back)
    screen.print_wanted.connect(lambda course, lesson, part: show(Route("print", course, lesson, payload=part)))
    screen.result_print_wanted.connect(lambda one, run: show(Route("print-result", payload=(one, run))))
    screen.certificates_wanted.connect(lambda: show(Route("certificates")))
    screen.certificate_wanted.connect(lambda course: show(Route("offer", course)))
    screen.hr_view_wanted.connect(lambda certificate: show(Route("hr-view", payload=certificate)))
    screen.settings_wanted.connect(lambda: show(Route("settings")))
    screen.my_data_wanted.connect(lambda: show(Route("my-data")))
    screen.data_exchanged.connect(window.data_exchanged)
    screen.data_deleted.connect(window.data_deleted)
    screen.person_changed.connect(window.seat.show_name)
    screen.person_wanted.connect(window.seat.person_wanted)
    screen.settings_changed.connect(window.take_settings)
    screen.said.connect(window.say)
    screen.link_wanted.connect(_open_link)
    screen.issued.connect(lambda issued: show(Route("certificates", payload=issued), remember=False))
    screen.language_chosen.connect(window.speak_first)
    screen.look_chosen.connect(window.preview_look)
    screen.completed.connect(window.completed_first)
    screen.failed.connect(window.fail)


def _open_note(window: Window, course_id: str, lesson_id: str, annotation_id: str) -> None:
    """Show a lesson with one of its annotations in view."""
    route = Route("lesson", course_id, lesson_id)
    window.show_route(route)
    if window.route == route:
        notes = cast("LessonScreen", window.screen).notes
        QTimer.singleShot(0, window.screen, partial(notes.reveal, annotation_id))


def _open_link(address: str) -> None:
    """Hand an address that the learner opened to the mail program or the browser."""
    if QUrl(address).scheme() in ("https", "http", "mailto"):
        QDesktopServices.openUrl(QUrl(address))
