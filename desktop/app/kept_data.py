"""Everything that is kept, by course and in words: what the screen and the report for people show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from desktop.app.library import Library
from desktop.model.course import CourseOutline
from desktop.model.errors import ContentError
from desktop.model.learner import Settings
from desktop.model.my_data import (
    AssessmentKept,
    AttemptKept,
    CourseKept,
    KeptData,
    LessonKept,
    NoteKept,
    SimulationKept,
)
from desktop.store.documents import to_certificate, to_learner, to_settings
from desktop.store.dump import Dump, all_answers
from desktop.store.figures import courses_of, figures

Document = dict[str, Any]


def kept_data(dump: Dump, library: Library, language: str) -> KeptData:
    """What a checked dump holds, under today's titles where the courses are still at hand."""
    outlines = {outline.id: outline for outline in library.outlines(language)}
    known = courses_of(dump)
    order = [*(one for one in outlines if one in known), *sorted(known - outlines.keys())]
    counts = _answers_by_course(dump)
    learners, settings = dump.table("learner"), dump.table("settings")
    return KeptData(
        learner=to_learner(learners[0]) if learners else None,
        settings=to_settings(settings[0]) if settings else Settings(),
        figures=figures(dump),
        courses=tuple(_course(dump, one, outlines.get(one), counts.get(one, 0)) for one in order),
        simulations=tuple(_simulation(one, library, language) for one in dump.table("simulations")),
        assessments=tuple(_assessment(one, library, language) for one in dump.table("assessments")),
    )


def _answers_by_course(dump: Dump) -> dict[str, int]:
    attempts = (*dump.table("attempts"), *_attempts(dump))
    courses = {one["id"]: one["course_id"] for one in attempts}
    counts: dict[str, int] = {}
    for one in all_answers(dump):
        course = one.course_id or courses.get(one.attempt_id, "")
        counts[course] = counts.get(course, 0) + 1
    return counts


def _attempts(dump: Dump) -> Iterable[Document]:
    return (record["doc"] for record in dump.history if record["kind"] == "attempt")


def _course(dump: Dump, course_id: str, outline: CourseOutline | None, answers: int) -> CourseKept:
    certificates = [to_certificate(one) for one in dump.table("certificates")]
    mine = tuple(one for one in certificates if one.claims.course_id == course_id)
    title = outline.title if outline else mine[-1].claims.course_title if mine else course_id
    proofs = [one for one in dump.table("passes") if one["course_id"] == course_id]
    finished = [one for one in _attempts(dump) if one["course_id"] == course_id and one["finished"]]
    return CourseKept(
        course_id=course_id,
        title=title,
        lessons=_lessons(dump, course_id, outline),
        attempts=tuple(_attempt(one) for one in finished if one["result"]),
        answers=answers,
        passed_on=date.fromisoformat(proofs[-1]["day"]) if proofs else None,
        certificates=mine,
        notes=_notes(dump, course_id, outline),
        cards=sum(one["course_id"] == course_id for one in dump.table("cards")),
    )


def _lessons(dump: Dump, course_id: str, outline: CourseOutline | None) -> tuple[LessonKept, ...]:
    titles, found = _in_order(dump, "lessons", course_id, outline)
    return tuple(
        LessonKept(
            str(titles.get(one["lesson_id"], one["lesson_id"])),
            one["read"],
            date.fromisoformat(one["read_on"]) if one["read_on"] else None,
            len(one["checks"]),
        )
        for one in found
    )


def _notes(dump: Dump, course_id: str, outline: CourseOutline | None) -> tuple[NoteKept, ...]:
    titles, found = _in_order(dump, "annotations", course_id, outline)
    return tuple(
        NoteKept(
            str(titles.get(one["lesson_id"], one["lesson_id"])),
            one["passage"]["quote"] if one["passage"] else "",
            one["words"],
            one["bookmark"],
            datetime.fromisoformat(one["changed"]),
        )
        for one in found
    )


def _in_order(
    dump: Dump, table: str, course_id: str, outline: CourseOutline | None
) -> tuple[dict[str, str], list[Document]]:
    """Titles by lesson, and a table's documents in the course's order; what is no longer in it stands at the end."""
    titles = {lesson.id: lesson.title or lesson.id for lesson in outline.lessons} if outline else {}
    places = {lesson_id: place for place, lesson_id in enumerate(titles)}
    found = [one for one in dump.table(table) if one["course_id"] == course_id]
    found.sort(key=lambda one: (places.get(one["lesson_id"], len(places)), one["lesson_id"]))
    return titles, found


def _attempt(one: Document) -> AttemptKept:
    result = one["result"]
    return AttemptKept(datetime.fromisoformat(one["finished"]), result["score"], result["passed"], len(one["answers"]))


def _simulation(one: Document, library: Library, language: str) -> SimulationKept:
    title = _title(lambda: library.scenario(one["scenario_id"], language).title, one["scenario_id"])
    return SimulationKept(title, datetime.fromisoformat(one["touched"]), len(one["endings"]))


def _assessment(one: Document, library: Library, language: str) -> AssessmentKept:
    started = datetime.fromisoformat(one["started"])
    finished = datetime.fromisoformat(one["finished"]) if one["finished"] else None
    scores = tuple((name, percent) for name, percent in one["scores"])
    title = one["assessment_id"]
    with suppress(ContentError):
        assessment = library.assessment(title, language)
        title = assessment.title
        named = {dimension.id: dimension.title for dimension in assessment.dimensions}
        scores = tuple((named.get(name, name), percent) for name, percent in scores)
    return AssessmentKept(title, started, finished, scores)


def _title(read: Callable[[], str], fallback: str) -> str:
    try:
        return read()
    except ContentError:
        return fallback
