"""Courses and lessons as read from their files, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from desktop.model.problem import Place
from desktop.model.quiz import Item
from desktop.model.text import EMPTY, Rich

SECONDS_PER_ITEM = 45
"""What one item of a test takes, as a guess for the minutes of a course."""


class CalloutKind(StrEnum):
    """GitHub's five call-outs."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Prose:
    """Headings below the title, paragraphs, lists, definition lists, quotes: sanitised HTML of one run of text.

    Abbreviations are `<abbr title>`; footnote marks link to `#fn-…` and stand explained in the lesson's last block.
    """

    text: Rich


@dataclass(frozen=True, slots=True)
class Callout:
    """A call-out; `title` is empty where the author gave none and the kind's own word is shown."""

    kind: CalloutKind
    text: Rich
    title: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image from inside the course with its alternative text and an optional caption."""

    path: Path
    alt: str
    caption: Rich = EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """A table: cells row by row; `align` holds "left", "center" or "right" per column."""

    header: tuple[Rich, ...]
    rows: tuple[tuple[Rich, ...], ...]
    align: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One line of a checklist; the id is made from its words, so that moving a line loses no tick."""

    id: str
    text: Rich


@dataclass(frozen=True, slots=True)
class Checklist:
    """A personal checklist that remembers its ticks."""

    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """A fold-out with a summary."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeCheck:
    """Ungraded items inside a lesson that answer at once."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ScenarioLink:
    """The place where a lesson offers a simulation."""

    scenario_id: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The sources of a lesson, in the order of their marks; each note is (anchor without "#", text)."""

    notes: tuple[tuple[str, Rich], ...]


Block = Prose | Callout | Figure | Table | Checklist | Details | KnowledgeCheck | ScenarioLink | Footnotes


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonOutline:
    """What lists need of a lesson; `minutes` is computed reading time, at least 1."""

    id: str
    title: str
    minutes: int
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson with its blocks in reading order; footnotes, if any, are the last block."""

    id: str
    title: str
    minutes: int
    blocks: tuple[Block, ...]
    place: Place
    language: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A whole course in one language."""

    outline: CourseOutline
    about: tuple[Block, ...]
    lessons: tuple[Lesson, ...]
