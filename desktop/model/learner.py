"""What is kept about a learner: name, settings, progress and attempts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.model.quiz import Response


class ThemeName(StrEnum):
    """The look; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Learner:
    """The person as the certificate shall name them; `personnel_ref` is pseudonymous and may be empty.

    `role` is one of `desktop.model.path.ROLES`, or empty as long as none was chosen; it is on no certificate.
    """

    name: str
    personnel_ref: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the app looks and speaks; `text_scale` is percent, 100..200."""

    language: str = "de"
    theme: ThemeName = ThemeName.SYSTEM
    text_scale: int = 100
    motion: bool = True


ScoringKey = tuple[str, ...]
"""An item's scoring-relevant content as short plain lines, kept beside an answer to weigh a later change."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An acknowledged answer; `fraction` is 0..1 (None: not graded)."""

    item_id: str
    response: Response
    fraction: float | None
    at: datetime
    hint_used: bool = False
    key: ScoringKey = ()


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How far a lesson is: `position` 0..1 of its height, ticks by task id, knowledge-check answers by item id.

    `read_on` is the day the lesson was first read to its end; it stays when the lesson is opened again.
    """

    course_id: str
    lesson_id: str
    position: float = 0.0
    read: bool = False
    ticks: frozenset[str] = frozenset()
    checks: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    touched: datetime | None = None
    read_on: date | None = None


@dataclass(frozen=True, slots=True)
class DrawnItem:
    """An item as drawn: its option order (option ids, right sides or step ids) and its scoring key at that time."""

    item_id: str
    order: tuple[str, ...] = ()
    key: ScoringKey = ()


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """The outcome: `score` and `mastery_score` are percent; topics map a tag to (earned points, possible points)."""

    score: float
    mastery_score: float
    passed: bool
    topics: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One run through a quiz; reproducible from `seed` and `draw`. `position` indexes the draw.

    `hints` are the items whose hint was looked at, answered or not.
    """

    id: str
    course_id: str
    quiz_id: str
    language: str
    seed: int
    draw: tuple[DrawnItem, ...]
    started: datetime
    position: int = 0
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    finished: datetime | None = None
    result: AttemptResult | None = None
    course_version: str = ""
    content_hash: str = ""
    hints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pass:
    """The best proof kept of a passed test: for which course version and hash, and on which day."""

    course_id: str
    quiz_id: str
    attempt_id: str
    day: date
    course_version: str
    content_hash: str
    language: str
