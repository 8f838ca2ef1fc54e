"""Every screen in every state worth looking at: what the sweeps over all screens walk through."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.app.annotations import Spot
from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.annotation import Passage
from desktop.model.errors import StoreFull
from desktop.model.learner import Learner
from desktop.store.learner_store import LearnerStore
from desktop.ui.annotations import AnnotationsScreen
from desktop.ui.lesson import LessonScreen
from desktop.ui.my_data import MyDataScreen
from desktop.ui.refresher_round import RefresherRound
from desktop.ui.screen import Route
from desktop.ui.widgets import LinkButton
from desktop.ui.window import Window
from tests.app.kit import COURSE, Clock, passed, read_all
from tests.app.playing import ASSESSMENT, SCENARIO, put_assessment, put_simulation

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


def _missed(workspace: Workspace) -> None:
    """A test taken yesterday, with every question missed."""
    passed(workspace, wrong=4)
    clock = workspace._clock
    assert isinstance(clock, Clock)
    clock.forward(days=1)


def _refreshed(answers: int) -> Go:
    def go(window: Window) -> None:
        window.show_route(Route("refresher-round"))
        screen = window.screen
        assert isinstance(screen, RefresherRound)
        for number in range(answers):
            if number:
                screen.go_on()
            if screen.ended:  # gone to before, and all was answered then
                return
            screen.panel_in_view.show_answer(solution(screen.question.item) if number % 2 else ("?",))
            screen.confirm()
        if answers == 4:
            screen.go_on()

    return go


def _ending(workspace: Workspace) -> None:
    """A certificate that ends within the month."""
    _issued(workspace)
    clock = workspace._clock
    assert isinstance(clock, Clock)
    clock.forward(days=350)


def _renewed(workspace: Workspace) -> None:
    _ending(workspace)
    _issued(workspace)


def _hr_view(window: Window) -> None:
    window.show_route(Route("hr-view", payload=window.workspace.certificates.all()[-1]))


def _to(screen: str, course: str = "", lesson: str = "") -> Go:
    return lambda window: window.show_route(Route(screen, course, lesson))


def _quizzes(workspace: Workspace) -> Path:
    return workspace.people.data_folder / "quizzes"


def _with_simulation(workspace: Workspace) -> None:
    put_simulation(_quizzes(workspace))


def _played(*choices: int) -> Prepare:
    def prepare(workspace: Workspace) -> None:
        _with_simulation(workspace)
        view = workspace.simulations.start_or_resume(SCENARIO, "de")
        for number in choices:
            view = workspace.simulations.choose(view, number)

    return prepare


def _answered(*runs: tuple[int, ...]) -> Prepare:
    def prepare(workspace: Workspace) -> None:
        put_assessment(_quizzes(workspace))
        for answers in runs:
            view = workspace.assessments.start_or_resume(ASSESSMENT, "de")
            for place in answers:
                view = workspace.assessments.answer(view, place)
            if not view.still_open:
                workspace.assessments.finish(view)

    return prepare


def _about(screen: str, what: object) -> Go:
    return lambda window: window.show_route(Route(screen, payload=what))


def _first_lesson(window: Window) -> None:
    window.show_route(Route("lesson", COURSE, "wagen"))


def _read_aloud(window: Window) -> None:
    _first_lesson(window)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    # Qt's own engine for tests, which says nothing; a sentence where the extra "voice" is not installed.
    screen.read_through("mock").toggle()


def _result(window: Window) -> None:
    workspace = window.workspace
    view = workspace.attempts.start_or_resume(COURSE, window.kit.language)
    window.show_route(Route("result", COURSE, payload=workspace.attempts.finish(view.attempt.id)))


def _failed(window: Window) -> None:
    window.show_route(Route("home"))
    window.fail(StoreFull(folder="/data"))


def _kept(workspace: Workspace) -> None:
    _issued(workspace)
    workspace.my_data.back_up_if_due()
    workspace.my_data.restore(workspace.my_data.backups()[0])


PATH = "---\ntype: path\ntitle: {title}\naudience: [{role}]\n---\n1. [Bahnsteig](zug/02-bahnsteig.md)\n"


def _on_path(workspace: Workspace) -> None:
    """A way with a lesson and a course, and a course beside it that is for others."""
    folder = workspace.people.data_folder / "courses"
    for course, audience in (("eins", "hr"), ("zwei", "seiten-admins, kommunikation")):
        there = folder / course
        there.mkdir(parents=True)
        head = f"---\nid: {course}\ntitle: Kurs {course}\naudience: [{audience}]\n---\n"
        (there / "course.md").write_text(head, encoding="utf-8")
        (there / "01-anfang.md").write_text("# Anfang\n\nEin Satz.\n", encoding="utf-8")
    for role, more in (("hr", "2. [Kurs](eins/course.md)\n"), ("fuehrung", "")):
        text = PATH.format(title="Für die Personalabteilung", role=role) + more
        (folder / f"weg-{role}.md").write_text(text, encoding="utf-8")
    workspace.library.refresh()
    workspace.people.choose_role("hr")


def _path_walked(workspace: Workspace) -> None:
    _on_path(workspace)
    workspace.people.choose_role("fuehrung")
    workspace.study.mark_read(COURSE, "bahnsteig")


def _asked(window: Window) -> None:
    window.show_route(Route("my-data"))
    screen = window.screen
    assert isinstance(screen, MyDataScreen)
    screen.delete_all_button.click()


def _annotated(workspace: Workspace) -> None:
    """A highlight, notes on a passage, on the lesson and in the other language, one without a place, a bookmark."""
    _begun(workspace)
    notes, language = workspace.annotations, workspace.people.settings().language
    other = "en" if language == "de" else "de"
    notes.highlight(COURSE, "wagen", language, Spot(0, 0, 12))
    notes.note(COURSE, "wagen", language, "Wie im Großraumbüro, und zwar jeden einzelnen Tag.", Spot(0, 30, 52))
    notes.note(COURSE, "wagen", language, "Mit Tarek darüber sprechen.")
    notes.note(COURSE, "wagen", other, "Noch einmal lesen.", Spot(0, 0, 12))
    gone = notes.note(COURSE, "wagen", language, "Beispiel für die Teamrunde", Spot(1, 0, 12)).annotation
    notes.restore(replace(gone, passage=Passage("Dieser Satz stand einmal in der Lektion und ist nun fort.")))
    notes.bookmark(COURSE, "wagen", language, True)


def _writing(window: Window) -> None:
    _first_lesson(window)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    screen.notes.note()


def _several(workspace: Workspace) -> None:
    """Somebody with a long name learns here, too."""
    _begun(workspace)
    name = "Mia-Sophie von Hohenstaufen-Wittgenstein"
    folder = workspace.profiles.new_folder(random.Random(1))
    with LearnerStore.open(folder, clock=workspace._clock) as store:
        store.save_learner(Learner(name))
    workspace.profiles.remember(folder, name)


def _forgetting(window: Window) -> None:
    window.show_route(Route("simulations"))
    next(one for one in window.screen.findChildren(LinkButton) if one.text() == window.screen.tr("Forget …")).click()


def _note_deleted(window: Window) -> None:
    window.show_route(Route("annotations"))
    screen = window.screen
    assert isinstance(screen, AnnotationsScreen)
    for row in list(screen.rows.values())[:1]:
        row.delete_button.click()


def _looking_for(words: str) -> Go:
    def go(window: Window) -> None:
        window.show_route(Route("home"))
        window.finder.search()
        palette = window.finder.palette
        assert palette is not None
        while window.workspace.search.read_on():
            pass
        palette.field.setText(words)
        palette.look()

    return go


SCENES: dict[str, tuple[Prepare, Go]] = {
    "home, nothing begun": (_nothing, _to("home")),
    "home, begun": (_begun, _to("home")),
    "home, certificate ready": (_passed, _to("home")),
    "home, everything done": (_issued, _to("home")),
    "home, on a path": (_on_path, _to("home")),
    "home, at the end of a path": (_path_walked, _to("home")),
    "home, something failed": (_begun, _failed),
    "home, several people": (_several, _to("home")),
    "courses": (_begun, _to("courses")),
    "course, new": (_nothing, _to("course", COURSE)),
    "course, begun": (_begun, _to("course", COURSE)),
    "course, done": (_issued, _to("course", COURSE)),
    "lesson": (_begun, _first_lesson),
    "lesson, read aloud": (_begun, _read_aloud),
    "lesson, annotated": (_annotated, _first_lesson),
    "lesson, a note being written": (_annotated, _writing),
    "notes, none": (_nothing, _to("annotations")),
    "notes": (_annotated, _to("annotations")),
    "notes, one deleted": (_annotated, _note_deleted),
    "printing a lesson": (_begun, _to("print", COURSE, "wagen")),
    "printing a lesson without a checklist": (_begun, _to("print", COURSE, "bahnsteig")),
    "printing a result": (_answered((0, 4, 0, 0)), _about("print-result", (ASSESSMENT, ""))),
    "quiz": (_begun, _to("quiz", COURSE)),
    "result": (_begun, _result),
    "refreshers, none": (_nothing, _to("refreshers")),
    "refreshers, done": (_passed, _to("refreshers")),
    "refreshers": (_missed, _to("refreshers")),
    "refresher round": (_missed, _refreshed(0)),
    "refresher round, answered": (_missed, _refreshed(1)),
    "refresher round, ended": (_missed, _refreshed(4)),
    "simulations, none": (_nothing, _to("simulations")),
    "simulations": (_played(0), _to("simulations")),
    "simulations, forgetting asked": (_played(0), _forgetting),
    "simulation, begun": (_played(0), _about("simulation", SCENARIO)),
    "simulation, ended": (_played(1, 1), _about("simulation", SCENARIO)),
    "assessments, none": (_nothing, _to("assessments")),
    "assessments": (_answered((1, 2)), _to("assessments")),
    "assessment": (_answered((1, 2)), _about("assessment", ASSESSMENT)),
    "assessment result": (_answered((0, 4, 0, 0), (4, 0, 1, 3)), _about("assessment-result", (ASSESSMENT, ""))),
    "certificates, none": (_nothing, _to("certificates")),
    "certificates, offered": (_passed, _to("certificates")),
    "certificates, issued": (_issued, _to("certificates")),
    "certificates, ending": (_ending, _to("certificates")),
    "certificates, renewed": (_renewed, _to("certificates")),
    "home, certificate ending": (_ending, _to("home")),
    "course, certificate ending": (_ending, _to("course", COURSE)),
    "what HR sees": (_issued, _hr_view),
    "offer": (_passed, _to("offer", COURSE)),
    "settings": (_begun, _to("settings")),
    "search, empty": (_begun, _looking_for("")),
    "search, hits of many kinds": (_with_simulation, _looking_for("e")),
    "search, nothing": (_begun, _looking_for("qqqqqq")),
    "my data, little": (_begun, _to("my-data")),
    "my data": (_kept, _to("my-data")),
    "my data, deletion asked": (_kept, _asked),
}
"""name -> (what happened before, how to get there); "first start" is walked apart, as it has no learner yet."""
