"""What lists need of courses and lessons; apart from their blocks, so that home need not make forty classes known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

SECONDS_PER_ITEM = 45
"""What one item of a test takes, as a guess for the minutes of a course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonOutline:
    """What lists need of a lesson; `minutes` is computed reading time, at least 1."""

    id: str
    title: str
    minutes: int
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateTerms:
    """What a course promises: months of validity (None: without end) and the template's name."""

    valid_months: int | None = 12
    template: str = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseOutline:
    """What home and lists need of a course, small enough for a cache.

    `minutes` is the reading time of all lessons and a guess for the test.
    `language` is the language actually found (the original where no translation exists), `content_hash` the
    SHA-256 (hex) over all files of the course and its quiz in all languages, `quiz_id` None where there is no test.
    """

    id: str
    title: str
    summary: str
    version: str
    language: str
    minutes: int
    lessons: tuple[LessonOutline, ...]
    folder: Path
    content_hash: str
    quiz_id: str | None = None
    quiz_select: int = 0
    audience: tuple[str, ...] = ()
    certificate: CertificateTerms | None = None
    reviewed: date | None = None
