"""Attempts, outlines and progress for the tests of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.learning.drawing import draw
from desktop.learning.grading import grade
from desktop.model.certificate import Claims, IssuedCertificate, Sheet
from desktop.model.course import CertificateTerms, CourseOutline, LessonOutline
from desktop.model.learner import Answer, Attempt, LessonProgress, Pass
from desktop.model.quiz import Quiz, Response

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TODAY = NOON.date()


def attempt(quiz: Quiz, responses: dict[str, Response] | None = None, *, seed: int = 7, **more: Any) -> Attempt:
    by_id = {item.id: item for item in quiz.items}
    answers = {
        item_id: Answer(item_id, response, grade(by_id[item_id], response).fraction, NOON)
        for item_id, response in (responses or {}).items()
    }
    given: dict[str, Any] = {
        "id": "a1",
        "course_id": "vertraulichkeit",
        "quiz_id": quiz.id,
        "language": "de",
        "seed": seed,
        "draw": draw(quiz, seed),
        "started": NOON,
        "answers": MappingProxyType(answers),
    }
    return Attempt(**(given | more))


def outline(*lessons: LessonOutline | str, **more: Any) -> CourseOutline:
    made = tuple(
        x if isinstance(x, LessonOutline) else LessonOutline(id=x, title=x.title(), minutes=4) for x in lessons
    )
    given: dict[str, Any] = {
        "id": "vertraulichkeit",
        "title": "Vertraulich",
        "summary": "",
        "version": "2.1",
        "language": "de",
        "minutes": 8,
        "lessons": made,
        "folder": Path("courses/vertraulichkeit"),
        "content_hash": "ab" * 32,
        "quiz_id": "q",
        "quiz_select": 4,
        "certificate": CertificateTerms(),
    }
    return CourseOutline(**(given | more))


def read(*lesson_ids: str, on: date = TODAY) -> dict[str, LessonProgress]:
    return {
        i: LessonProgress("vertraulichkeit", i, position=1.0, read=True, touched=NOON, read_on=on) for i in lesson_ids
    }


def proof(day: date = TODAY, attempt_id: str = "a1") -> Pass:
    return Pass("vertraulichkeit", "q", attempt_id, day, "2.1", "ab" * 32, "de")


def certificate(completed: date = TODAY, until: date | None = date(2027, 11, 22)) -> IssuedCertificate:
    claims = Claims(
        certificate_id="c1",
        name="Jana Ortmann",
        course_id="vertraulichkeit",
        course_title="Vertraulich",
        course_version="2.1",
        content_hash="ab" * 32,
        language="de",
        completed=completed,
        valid_until=until,
        key="k",
    )
    return IssuedCertificate(claims=claims, sheet=Sheet(minutes=8, lessons=2), file_name="c1.pdf")
