"""Makes the screen of a route; each module is imported when its screen is first shown, for a fast start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.ui.kit import Kit
    from desktop.ui.screen import Route, Screen


def make_screen(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    """The screen, not shown yet. Raises a KlartextError where what it is about is not there."""
    return _MAKERS[route.screen](route, kit, workspace)


def _first(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.first_start import FirstStart

    return FirstStart(kit, workspace)


def _home(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.home import HomeScreen

    return HomeScreen(kit, workspace)


def _courses(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.courses import CoursesScreen

    return CoursesScreen(kit, workspace)


def _course(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.course import CourseScreen

    return CourseScreen(kit, workspace, route.course_id)


def _lesson(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.lesson import LessonScreen

    return LessonScreen(kit, workspace, route.course_id, route.lesson_id)


def _quiz(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.quiz import QuizScreen

    return QuizScreen(kit, workspace, route.course_id)


def _result(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.result import ResultScreen

    return ResultScreen(kit, workspace, route.course_id, route.payload)


def _simulations(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.simulations import SimulationsScreen

    return SimulationsScreen(kit, workspace)


def _simulation(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.simulation import SimulationScreen

    return SimulationScreen(kit, workspace, route.payload, course_id=route.course_id, lesson_id=route.lesson_id)


def _assessments(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.assessments import AssessmentsScreen

    return AssessmentsScreen(kit, workspace)


def _assessment(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.assessment import AssessmentScreen

    return AssessmentScreen(kit, workspace, route.payload)


def _assessment_result(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.assessment_result import AssessmentResultScreen

    return AssessmentResultScreen(kit, workspace, *route.payload)


def _print(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.print_screen import LessonPrintScreen

    return LessonPrintScreen(kit, workspace, route.course_id, route.lesson_id, route.payload or "")


def _print_result(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.print_screen import ResultPrintScreen

    return ResultPrintScreen(kit, workspace, *route.payload)


def _refreshers(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.refreshers import RefreshersScreen

    return RefreshersScreen(kit, workspace)


def _refresher_round(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.refresher_round import RefresherRound

    return RefresherRound(kit, workspace)


def _annotations(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.annotations import AnnotationsScreen

    return AnnotationsScreen(kit, workspace)


def _certificates(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.certificates import CertificatesScreen

    return CertificatesScreen(kit, workspace, fresh=route.payload)


def _offer(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.offer import OfferScreen

    return OfferScreen(kit, workspace, route.course_id)


def _hr_view(route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.hr_view import HrViewScreen

    return HrViewScreen(kit, workspace, route.payload)


def _settings(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.settings import SettingsScreen

    return SettingsScreen(kit, workspace)


def _my_data(_route: Route, kit: Kit, workspace: Workspace) -> Screen:
    from desktop.ui.my_data import MyDataScreen

    return MyDataScreen(kit, workspace)


_MAKERS: dict[str, Callable[[Route, Kit, Workspace], Screen]] = {
    "first": _first,
    "home": _home,
    "courses": _courses,
    "course": _course,
    "lesson": _lesson,
    "quiz": _quiz,
    "result": _result,
    "simulations": _simulations,
    "simulation": _simulation,
    "assessments": _assessments,
    "assessment": _assessment,
    "assessment-result": _assessment_result,
    "print": _print,
    "print-result": _print_result,
    "refreshers": _refreshers,
    "refresher-round": _refresher_round,
    "annotations": _annotations,
    "certificates": _certificates,
    "offer": _offer,
    "hr-view": _hr_view,
    "settings": _settings,
    "my-data": _my_data,
}
