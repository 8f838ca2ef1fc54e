"""Courses and lessons as read from their files, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.model.outline import SECONDS_PER_ITEM, CertificateTerms, CourseOutline, LessonOutline
from desktop.model.problem import Place
from desktop.model.quiz import Item
from desktop.model.text import EMPTY, Rich

__all__ = [
    "SECONDS_PER_ITEM",
    "Block",
    "Callout",
    "CalloutKind",
    "CertificateTerms",
    "Checklist",
    "Course",
    "CourseOutline",
    "Details",
    "Figure",
    "Footnotes",
    "KnowledgeCheck",
    "Lesson",
    "LessonOutline",
    "Prose",
    "ScenarioLink",
    "Table",
    "Task",
]


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
class Lesson:
    """A lesson with its blocks in reading order; footnotes, if any, are the last block."""

    id: str
    title: str
    minutes: int
    blocks: tuple[Block, ...]
    place: Place
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A whole course in one language."""

    outline: CourseOutline
    about: tuple[Block, ...]
    lessons: tuple[Lesson, ...]
