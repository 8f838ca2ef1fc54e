"""Answers as history: each with where it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.model.learner import Answer
from desktop.store.documents import to_answer, to_attempt
from desktop.store.fields import BadDocument, inner, text


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer and its place: an attempt at a quiz, or a lesson; what does not apply is empty.

    A refresher of a test's item has a course alone.
    """

    answer: Answer
    course_id: str = ""
    lesson_id: str = ""
    quiz_id: str = ""
    attempt_id: str = ""
    refresher: bool = False


def given_answers(record: Mapping[str, Any]) -> tuple[GivenAnswer, ...]:
    """The answers in a history record, or BadDocument."""
    place: dict[str, Any]
    match record.get("kind"):
        case "attempt":
            attempt = to_attempt(inner(record, "doc"))
            place = {"course_id": attempt.course_id, "quiz_id": attempt.quiz_id, "attempt_id": attempt.id}
            return tuple(GivenAnswer(answer, **place) for answer in attempt.answers.values())
        case "checks":
            place = {"course_id": text(record, "course_id"), "lesson_id": text(record, "lesson_id")}
            answers = record.get("answers")
            if not isinstance(answers, list):
                raise BadDocument("answers")
            return tuple(GivenAnswer(to_answer(inner({"a": answer}, "a")), **place) for answer in answers)
        case "refresher":
            place = {"course_id": text(record, "course_id"), "lesson_id": text(record, "lesson_id")}
            return (GivenAnswer(to_answer(inner(record, "answer")), **place, refresher=True),)
        case "answer":
            answer = to_answer(inner(record, "answer"))
            return (GivenAnswer(answer, attempt_id=text(record, "attempt_id")),)
        case _:
            raise BadDocument("kind")
