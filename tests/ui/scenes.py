"""Every screen in every state worth looking at: what the sweeps over all screens walk through."""

from __future__ import annotations

from collections.abc import Callable

from desktop.app.workspace import Workspace
from desktop.model.errors import StoreFull
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE, passed, read_all

Prepare = Callable[[Workspace], None]
Go = Callable[[Window], None]


def _nothing(_workspace: Workspace) -> None:
    pass


def _begun(workspace: Workspace) -> None:
    workspace.study.mark_read(COURSE, workspace.library.outline(COURSE, "de").lessons[0].id)


def _passed(workspace: Workspace) -> None:
    read_all(workspace)
    passed(workspace)


def _issued(workspace: Workspace) -> None:
    _passed(workspace)
    workspace.certificates.issue(COURSE, "de")


def _to(screen: str, course: str = "", lesson: str = "") -> Go:
    return lambda window: window.show_route(Route(screen, course, lesson))


def _first_lesson(window: Window) -> None:
    window.show_route(Route("lesson", COURSE, "wagen"))


def _result(window: Window) -> None:
    workspace = window.workspace
    view = workspace.attempts.start_or_resume(COURSE, window.kit.language)
    window.show_route(Route("result", COURSE, payload=workspace.attempts.finish(view.attempt.id)))


def _failed(window: Window) -> None:
    window.show_route(Route("home"))
    window.fail(StoreFull(folder="/data"))


SCENES: dict[str, tuple[Prepare, Go]] = {
    "home, nothing begun": (_nothing, _to("home")),
    "home, begun": (_begun, _to("home")),
    "home, certificate ready": (_passed, _to("home")),
    "home, everything done": (_issued, _to("home")),
    "home, something failed": (_begun, _failed),
    "courses": (_begun, _to("courses")),
    "course, new": (_nothing, _to("course", COURSE)),
    "course, begun": (_begun, _to("course", COURSE)),
    "course, done": (_issued, _to("course", COURSE)),
    "lesson": (_begun, _first_lesson),
    "quiz": (_begun, _to("quiz", COURSE)),
    "result": (_begun, _result),
    "certificates, none": (_nothing, _to("certificates")),
    "certificates, offered": (_passed, _to("certificates")),
    "certificates, issued": (_issued, _to("certificates")),
    "offer": (_passed, _to("offer", COURSE)),
    "settings": (_begun, _to("settings")),
}
"""name -> (what happened before, how to get there); "first start" is walked apart, as it has no learner yet."""
