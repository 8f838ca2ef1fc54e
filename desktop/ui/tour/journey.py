"""The way through one course in one language: lessons, test, certificate, and the other places of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from desktop.app.views import solution
from desktop.model.certificate import VerdictName
from desktop.ui.tour.player import Player, TourStopped, translate

if TYPE_CHECKING:
    from desktop.ui.assessment import AssessmentScreen
    from desktop.ui.first_start import FirstStart
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.offer import OfferScreen
    from desktop.ui.quiz import QuizScreen
    from desktop.ui.result import ResultScreen
    from desktop.ui.simulation import SimulationScreen
    from desktop.ui.tour.scenes import Shot

COURSE = "vertraulichkeit"
SIMULATION = "experten-chat"
ASSESSMENT = "wissensschutz"
NAME = "Jana Ortmann"
_MOST_CHOICES = 30


def first_start(player: Player) -> Iterator[Shot]:
    """Type a name; the role is the first one offered."""
    screen = cast("FirstStart", player.expect("first"))
    player.type(screen.name, NAME)
    yield "first-start", translate("Tour", "First start: a name, and what is kept where")
    player.press(screen.name, Qt.Key.Key_Return)
    if screen.roles is not None:
        yield "first-role", translate("Tour", "First start: which way fits")
        player.press(screen.roles.chosen(), Qt.Key.Key_Return)
    player.expect("home")


def look_round(player: Player) -> Iterator[Shot]:
    """Home, all courses, and the course that will be taken."""
    yield "home", translate("Tour", "Home")
    player.go_to("courses")
    yield "courses", translate("Tour", "All courses")
    player.screen.course_wanted.emit(COURSE)
    player.expect("course")
    yield "course", translate("Tour", "The course before it is begun")


def read_lessons(player: Player) -> Iterator[Shot]:
    """Every lesson to its end, its knowledge checks answered."""
    lessons = player.workspace.library.outline(COURSE, player.language).lessons
    player.press_first()
    for number, lesson in enumerate(lessons, 1):
        screen = cast("LessonScreen", player.expect("lesson"))
        screen.complete()
        player.settle()
        yield f"lesson-{number}", translate("Tour", "Lesson {number} opened").format(number=number)
        yield from _answer_checks(player, screen, number)
        _tick_checklist(screen)
        player.press(screen, Qt.Key.Key_End)
        player.wait(lambda screen=screen: screen.read_to_end, "lesson read")
        yield "", translate("Tour", "Read to its end: {title}").format(title=lesson.title)
        if number < len(lessons):
            player.press(screen, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
            player.wait(lambda here=lesson.id: player.window.route.lesson_id != here, "next lesson")
    yield "lesson-end", translate("Tour", "The end of the last lesson")
    player.screen.course_wanted.emit(COURSE)
    player.expect("course")
    yield "course-read", translate("Tour", "The course with all lessons read")


def _answer_checks(player: Player, screen: LessonScreen, number: int) -> Iterator[Shot]:
    from desktop.ui.blocks.check import CheckCard

    for place, card in enumerate(screen.findChildren(CheckCard)):
        card.panel.area.restore(solution(card.panel.item) or ("…",))
        card.submit()
        player.wait(lambda card=card: card.is_answered, "knowledge check answered")
        screen.page.ensureWidgetVisible(card)
        if place == 0:
            yield f"check-{number}", translate("Tour", "A knowledge check, answered")


def _tick_checklist(screen: LessonScreen) -> None:
    from desktop.ui.widgets import CheckBox

    for box in screen.findChildren(CheckBox)[:1]:
        box.click()


def take_test(player: Player) -> Iterator[Shot]:
    """All questions rightly; the first of every type with its feedback."""
    player.press_first()
    screen = cast("QuizScreen", player.expect("quiz"))
    seen: set[str] = set()
    for place in range(screen.count):
        item = screen.panel.item
        if place == 0:
            yield "quiz", translate("Tour", "A question of the test")
        screen.panel.area.restore(solution(item) or ("…",))
        screen.confirm()
        player.settle()
        if item.type not in seen:
            seen.add(item.type)
            yield f"quiz-{item.type}", translate("Tour", "A question with its feedback: {type}").format(type=item.type)
        player.press(screen, Qt.Key.Key_Return)
    player.wait(lambda: player.window.route.screen != "quiz" or screen.place == screen.count, "test handed in")
    if player.window.route.screen == "quiz":
        player.press(screen, Qt.Key.Key_Return)
    result = cast("ResultScreen", player.expect("result"))
    yield "result", translate("Tour", "The result")
    if not result.passed:
        raise TourStopped(translate("Tour", "the test was not passed"))


def certify(player: Player) -> Iterator[Shot]:
    """See what the certificate will say, issue and export it."""
    player.screen.certificate_wanted.emit(COURSE)
    offer = cast("OfferScreen", player.expect("offer"))
    yield "offer", translate("Tour", "What the certificate will say")
    offer.issue_button.click()
    player.expect("certificates")
    yield "certificates", translate("Tour", "The certificate is issued")
    certificate = player.workspace.certificates.all()[-1]
    player.out.mkdir(parents=True, exist_ok=True)
    exported = player.workspace.certificates.export(certificate, _exported(player), overwrite=True)
    exported.with_suffix(".png").write_bytes(player.workspace.certificates.picture(certificate))
    yield "", translate("Tour", "Certificate exported: {file}").format(file=exported.name)


def play_simulation(player: Player) -> Iterator[Shot]:
    """One simulation, always by the first choice."""
    player.go_to("simulations")
    yield "simulations", translate("Tour", "All simulations")
    player.screen.simulation_wanted.emit(SIMULATION, "", "")
    screen = cast("SimulationScreen", player.expect("simulation"))
    for place in range(_MOST_CHOICES):
        player.wait(lambda: not screen.is_arriving, "messages")
        if screen.end is not None:
            break
        if place == 2:
            yield "simulation", translate("Tour", "A simulation, in the middle")
        player.press(screen, Qt.Key.Key_1)
    player.wait(lambda: screen.end is not None, "an ending")
    yield "simulation-end", translate("Tour", "A simulation at one of its endings")


def assess_oneself(player: Player) -> Iterator[Shot]:
    """One self-assessment with answers of every kind."""
    player.go_to("assessments")
    yield "assessments", translate("Tour", "All self-assessments")
    player.screen.assessment_wanted.emit(ASSESSMENT)
    screen = cast("AssessmentScreen", player.expect("assessment"))
    for place in range(screen.count):
        if place == 3:
            yield "assessment", translate("Tour", "A statement of a self-assessment")
        player.press(screen, Qt.Key(Qt.Key.Key_1 + (place * 2 + place // 3) % 5))
    player.press_first()
    player.expect("assessment-result")
    yield "assessment-result", translate("Tour", "The profile of a self-assessment")


def look_at_the_rest(player: Player) -> Iterator[Shot]:
    """Home once more, the settings, and what is kept."""
    player.go_to("home")
    yield "home-completed", translate("Tour", "Home, with the course completed")
    player.go_to("settings")
    yield "settings", translate("Tour", "Settings")
    player.screen.my_data_wanted.emit()
    player.expect("my-data")
    yield "my-data", translate("Tour", "My data")


def verify(player: Player) -> Iterator[Shot]:
    """Check the exported file as HR would; the tour has only gone well if it is sealed and says whose it is."""
    exported = _exported(player)
    (verdict,) = player.workspace.certificates.verify([exported])
    yield "", translate("Tour", "Verdict on {file}: {verdict}").format(file=exported.name, verdict=verdict.name)
    if verdict.name is not VerdictName.SEALED or verdict.claims is None or verdict.claims.name != NAME:
        raise TourStopped(translate("Tour", "the certificate is not sealed"))


def _exported(player: Player) -> Path:
    return player.out / f"certificate-{player.language}.pdf"
