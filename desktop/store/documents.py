"""Dataclass to document and back; what comes back is checked value by value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from desktop.model.certificate import Claims, IssuedCertificate, Sheet
from desktop.model.learner import (
    Answer,
    Attempt,
    AttemptResult,
    DrawnItem,
    Learner,
    LessonProgress,
    Pass,
    Settings,
    ThemeName,
)
from desktop.store.fields import (
    BadDocument,
    Document,
    day,
    flag,
    inner,
    moment,
    number,
    optional,
    plain_name,
    text,
    texts,
    typed,
    whole,
)

# --- learner and settings ---


def from_learner(learner: Learner) -> Document:
    """The document of a learner."""
    return {"name": learner.name, "personnel_ref": learner.personnel_ref, "role": learner.role}


def to_learner(document: Mapping[str, Any]) -> Learner:
    """The learner in a document, or BadDocument."""
    return Learner(text(document, "name"), text(document, "personnel_ref"), optional(document, "role", text) or "")


def from_settings(settings: Settings) -> Document:
    """The document of the settings."""
    return {
        "language": settings.language,
        "theme": str(settings.theme),
        "text_scale": settings.text_scale,
        "motion": settings.motion,
    }


def to_settings(document: Mapping[str, Any]) -> Settings:
    """The settings in a document, or BadDocument."""
    try:
        theme = ThemeName(text(document, "theme"))
    except ValueError as error:
        raise BadDocument("theme") from error
    return Settings(text(document, "language"), theme, whole(document, "text_scale"), flag(document, "motion"))


# --- answers, lessons ---


def from_answer(answer: Answer) -> Document:
    """The document of an answer; what has its usual value is left out, as answers are what there is most of."""
    document: Document = {
        "item_id": answer.item_id,
        "response": list(answer.response),
        "fraction": answer.fraction,
        "at": answer.at.isoformat(),
    }
    if answer.hint_used:
        document["hint_used"] = True
    if answer.key:
        document["key"] = list(answer.key)
    return document


def to_answer(document: Mapping[str, Any]) -> Answer:
    """The answer in a document, or BadDocument."""
    return Answer(
        text(document, "item_id"),
        texts(document, "response"),
        optional(document, "fraction", number),
        moment(document, "at"),
        optional(document, "hint_used", flag) or False,
        optional(document, "key", texts) or (),
    )


def to_answers(document: Mapping[str, Any], name: str) -> Mapping[str, Answer]:
    """The answers by item id in field `name`."""
    answers = {}
    for item_id, answer in inner(document, name).items():
        if type(answer) is not dict:
            raise BadDocument(name)
        answers[item_id] = to_answer(answer)
    return MappingProxyType(answers)


def from_lesson(progress: LessonProgress) -> Document:
    """The document of a lesson's progress without its knowledge checks, which only `record_check` changes."""
    return {
        "course_id": progress.course_id,
        "lesson_id": progress.lesson_id,
        "position": progress.position,
        "read": progress.read,
        "ticks": sorted(progress.ticks),
        "touched": progress.touched.isoformat() if progress.touched else None,
        "read_on": progress.read_on.isoformat() if progress.read_on else None,
    }


def to_lesson(document: Mapping[str, Any]) -> LessonProgress:
    """The lesson's progress in a document, or BadDocument."""
    return LessonProgress(
        text(document, "course_id"),
        text(document, "lesson_id"),
        number(document, "position"),
        flag(document, "read"),
        frozenset(texts(document, "ticks")),
        to_answers(document, "checks"),
        optional(document, "touched", moment),
        optional(document, "read_on", day),
    )


# --- attempts ---


def from_result(result: AttemptResult) -> Document:
    """The document of an attempt's result."""
    return {
        "score": result.score,
        "mastery_score": result.mastery_score,
        "passed": result.passed,
        "topics": [list(topic) for topic in result.topics],
    }


def to_result(document: Mapping[str, Any], name: str) -> AttemptResult:
    """The result in field `name`, or BadDocument."""
    result = inner(document, name)
    topics = []
    for topic in typed(result, "topics", list):
        if type(topic) is not list or len(topic) != 3:
            raise BadDocument("topics")
        fields = dict(zip(("tag", "earned", "possible"), topic, strict=True))
        topics.append((text(fields, "tag"), number(fields, "earned"), number(fields, "possible")))
    return AttemptResult(
        number(result, "score"), number(result, "mastery_score"), flag(result, "passed"), tuple(topics)
    )


def from_attempt(attempt: Attempt) -> Document:
    """The document of an attempt."""
    return {
        "id": attempt.id,
        "course_id": attempt.course_id,
        "quiz_id": attempt.quiz_id,
        "language": attempt.language,
        "seed": attempt.seed,
        "draw": [
            {"item_id": drawn.item_id, "order": list(drawn.order), "key": list(drawn.key)} for drawn in attempt.draw
        ],
        "started": attempt.started.isoformat(),
        "position": attempt.position,
        "answers": {item_id: from_answer(answer) for item_id, answer in attempt.answers.items()},
        "finished": attempt.finished.isoformat() if attempt.finished else None,
        "result": from_result(attempt.result) if attempt.result else None,
        "course_version": attempt.course_version,
        "content_hash": attempt.content_hash,
        "hints": sorted(attempt.hints),
    }


def to_attempt(document: Mapping[str, Any]) -> Attempt:
    """The attempt in a document, or BadDocument."""
    return Attempt(
        id=text(document, "id"),
        course_id=text(document, "course_id"),
        quiz_id=text(document, "quiz_id"),
        language=text(document, "language"),
        seed=whole(document, "seed"),
        draw=tuple(_drawn(part) for part in typed(document, "draw", list)),
        started=moment(document, "started"),
        position=whole(document, "position"),
        answers=to_answers(document, "answers"),
        finished=optional(document, "finished", moment),
        result=optional(document, "result", to_result),
        course_version=text(document, "course_version"),
        content_hash=text(document, "content_hash"),
        hints=frozenset(optional(document, "hints", texts) or ()),
    )


def _drawn(part: object) -> DrawnItem:
    if type(part) is not dict:
        raise BadDocument("draw")
    return DrawnItem(text(part, "item_id"), texts(part, "order"), texts(part, "key"))


# --- passes and certificates ---


def from_pass(proof: Pass) -> Document:
    """The document of a passed test."""
    return {
        "course_id": proof.course_id,
        "quiz_id": proof.quiz_id,
        "attempt_id": proof.attempt_id,
        "day": proof.day.isoformat(),
        "course_version": proof.course_version,
        "content_hash": proof.content_hash,
        "language": proof.language,
    }


def to_pass(document: Mapping[str, Any]) -> Pass:
    """The passed test in a document, or BadDocument."""
    return Pass(
        text(document, "course_id"),
        text(document, "quiz_id"),
        text(document, "attempt_id"),
        day(document, "day"),
        text(document, "course_version"),
        text(document, "content_hash"),
        text(document, "language"),
    )


def from_certificate(certificate: IssuedCertificate) -> Document:
    """The document of an issued certificate; `certificate_id` stands on top as the key of the table."""
    claims, sheet = certificate.claims, certificate.sheet
    return {
        "certificate_id": claims.certificate_id,
        "claims": {
            "certificate_id": claims.certificate_id,
            "name": claims.name,
            "course_id": claims.course_id,
            "course_title": claims.course_title,
            "course_version": claims.course_version,
            "content_hash": claims.content_hash,
            "language": claims.language,
            "completed": claims.completed.isoformat(),
            "key": claims.key,
            "valid_until": claims.valid_until.isoformat() if claims.valid_until else None,
            "personnel_ref": claims.personnel_ref,
            "passed": claims.passed,
            "format_version": claims.format_version,
        },
        "sheet": {
            "minutes": sheet.minutes,
            "lessons": sheet.lessons,
            "organisation": sheet.organisation,
            "template": sheet.template,
        },
        "file_name": certificate.file_name,
    }


def to_certificate(document: Mapping[str, Any]) -> IssuedCertificate:
    """The certificate in a document, or BadDocument."""
    claims, sheet = inner(document, "claims"), inner(document, "sheet")
    return IssuedCertificate(
        claims=Claims(
            certificate_id=text(claims, "certificate_id"),
            name=text(claims, "name"),
            course_id=text(claims, "course_id"),
            course_title=text(claims, "course_title"),
            course_version=text(claims, "course_version"),
            content_hash=text(claims, "content_hash"),
            language=text(claims, "language"),
            completed=day(claims, "completed"),
            key=text(claims, "key"),
            valid_until=optional(claims, "valid_until", day),
            personnel_ref=text(claims, "personnel_ref"),
            passed=flag(claims, "passed"),
            format_version=whole(claims, "format_version"),
        ),
        sheet=Sheet(
            minutes=whole(sheet, "minutes"),
            lessons=whole(sheet, "lessons"),
            organisation=text(sheet, "organisation"),
            template=text(sheet, "template"),
        ),
        file_name=plain_name(document, "file_name"),
    )
