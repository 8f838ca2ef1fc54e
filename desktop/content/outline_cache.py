"""Outlines and paths as plain JSON and back, so that a warm start reads one small file and imports no parser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.model.outline import CertificateTerms, CourseOutline, LessonOutline
from desktop.model.path import LearningPath, PathStep
from desktop.model.problem import Place

FORMAT = 1


def outlines_to_json(outlines: Sequence[CourseOutline]) -> str:
    """The outlines as one JSON text."""
    document = {"format": FORMAT, "outlines": [_outline(outline) for outline in outlines]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def outlines_from_json(text: str) -> tuple[CourseOutline, ...] | None:
    """The outlines from such a text; None where it is damaged or of another format, so that it is made anew."""
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            return None
        return tuple(_read_outline(entry) for entry in document["outlines"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def paths_to_json(paths: Sequence[LearningPath]) -> str:
    """The learning paths as one JSON text."""
    document = {"format": FORMAT, "paths": [_path(path) for path in paths]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def paths_from_json(text: str) -> tuple[LearningPath, ...] | None:
    """The paths from such a text; None where it is damaged or of another format, so that it is made anew."""
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            return None
        return tuple(_read_path(entry) for entry in document["paths"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _path(path: LearningPath) -> dict[str, Any]:
    return {
        "id": path.id,
        "role": path.role,
        "title": path.title,
        "language": path.language,
        "steps": [[step.course_id, step.lesson_id] for step in path.steps],
        "summary": path.summary,
        "file": str(path.place.file) if path.place else None,
    }


def _read_path(entry: dict[str, Any]) -> LearningPath:
    file = entry["file"]
    return LearningPath(
        id=_text(entry["id"]),
        role=_text(entry["role"]),
        title=_text(entry["title"]),
        language=_text(entry["language"]),
        steps=tuple(PathStep(_text(course), _text(lesson)) for course, lesson in entry["steps"]),
        summary=_text(entry["summary"]),
        place=None if file is None else Place(Path(_text(file))),
    )


def _outline(outline: CourseOutline) -> dict[str, Any]:
    terms = outline.certificate
    return {
        "id": outline.id,
        "title": outline.title,
        "summary": outline.summary,
        "version": outline.version,
        "language": outline.language,
        "minutes": outline.minutes,
        "lessons": [[lesson.id, lesson.title, lesson.minutes, list(lesson.item_ids)] for lesson in outline.lessons],
        "folder": str(outline.folder),
        "content_hash": outline.content_hash,
        "quiz_id": outline.quiz_id,
        "quiz_select": outline.quiz_select,
        "audience": list(outline.audience),
        "certificate": [terms.valid_months, terms.template] if terms else None,
        "reviewed": outline.reviewed.isoformat() if outline.reviewed else None,
    }


def _read_outline(entry: dict[str, Any]) -> CourseOutline:
    terms, reviewed, quiz_id = entry["certificate"], entry["reviewed"], entry["quiz_id"]
    return CourseOutline(
        id=_text(entry["id"]),
        title=_text(entry["title"]),
        summary=_text(entry["summary"]),
        version=_text(entry["version"]),
        language=_text(entry["language"]),
        minutes=_whole(entry["minutes"]),
        lessons=tuple(_lesson(*lesson) for lesson in entry["lessons"]),
        folder=Path(_text(entry["folder"])),
        content_hash=_text(entry["content_hash"]),
        quiz_id=None if quiz_id is None else _text(quiz_id),
        quiz_select=_whole(entry["quiz_select"]),
        audience=tuple(_text(word) for word in entry["audience"]),
        certificate=None if terms is None else _terms(*terms),
        reviewed=None if reviewed is None else date.fromisoformat(_text(reviewed)),
    )


def _lesson(lesson_id: object, title: object, minutes: object, item_ids: list[object]) -> LessonOutline:
    ids = tuple(_text(item_id) for item_id in item_ids)
    return LessonOutline(id=_text(lesson_id), title=_text(title), minutes=_whole(minutes), item_ids=ids)


def _terms(valid_months: object, template: object) -> CertificateTerms:
    return CertificateTerms(None if valid_months is None else _whole(valid_months), _text(template))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value
