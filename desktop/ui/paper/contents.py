"""What goes on paper: a lesson, its checklist, or the result of a self-assessment, with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.app.assessments import AssessmentResult
from desktop.model.course import Block, CourseOutline, Details, Lesson, Prose, ScenarioLink
from desktop.model.text import Rich
from desktop.rendering import paper
from desktop.ui import wording
from desktop.ui.assessment_text import as_html, day_of
from desktop.ui.paper.compose import Surroundings
from desktop.ui.paper.pages import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.app.workspace import Workspace


def lesson_content(
    workspace: Workspace, outline: CourseOutline, lesson: Lesson, language: str, *, ticks: bool = False
) -> Content:
    """The whole lesson."""
    return Content(
        title=lesson.title,
        above=_place(outline, lesson),
        foot=_foot(outline),
        blocks=lesson.blocks,
        around=_around(workspace, outline, lesson, language, ticks),
    )


def checklist_content(
    workspace: Workspace, outline: CourseOutline, lesson: Lesson, language: str, *, ticks: bool = False
) -> Content:
    """The lesson's checklist alone, with room for a name and a date."""
    words = QCoreApplication.translate("Paper", "Checklist")
    return Content(
        title=lesson.title,
        above=wording.spoken_list(words, _place(outline, lesson)),
        foot=_foot(outline),
        blocks=paper.checklist_sheet(lesson),
        around=_around(workspace, outline, lesson, language, ticks),
        form=True,
        one_page=True,
    )


def result_content(result: AssessmentResult) -> Content:
    """The result of a self-assessment; it says itself that it is private."""
    title = result.assessment.title
    above = QCoreApplication.translate("Paper", "Self-assessment")
    return Content(
        title=title,
        above=wording.spoken_list(above, day_of(result)),
        foot=wording.spoken_list("Klartext", title),
        blocks=(Prose(Rich(as_html(result), "")),),
    )


def _place(outline: CourseOutline, lesson: Lesson) -> str:
    ids = [one.id for one in outline.lessons]
    if lesson.id not in ids:
        return outline.title
    words = QCoreApplication.translate("Paper", "Lesson {number} of {count}")
    return wording.spoken_list(outline.title, words.format(number=ids.index(lesson.id) + 1, count=len(ids)))


def _foot(outline: CourseOutline) -> str:
    version = QCoreApplication.translate("Paper", "Version {version}").format(version=outline.version)
    reviewed = ""
    if outline.reviewed is not None:
        reviewed = QCoreApplication.translate("Paper", "reviewed on {day}").format(day=wording.day(outline.reviewed))
    return wording.spoken_list("Klartext", outline.title, version, reviewed)


def _around(workspace: Workspace, outline: CourseOutline, lesson: Lesson, language: str, ticks: bool) -> Surroundings:
    progress = workspace.study.progress(outline.id, lesson.id)
    cards = {one: workspace.simulations.card(one, language) for one in _simulations(lesson.blocks)}
    return Surroundings(
        ticks=progress.ticks if ticks else frozenset(),
        arranged={name: view.arranged for name, view in workspace.study.checks(outline.id, lesson).items()},
        simulations={one: card.title for one, card in cards.items() if card is not None},
    )


def _simulations(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ScenarioLink):
            yield block.scenario_id
        elif isinstance(block, Details):
            yield from _simulations(block.blocks)
