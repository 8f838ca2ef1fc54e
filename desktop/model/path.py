"""Learning paths: what people of one role should work through, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.model.problem import Place
from desktop.model.progress import CourseState

ROLES = ("alle", "botschafter", "seiten-admins", "fuehrung", "kleine-firmen", "hr", "kommunikation")
"""The roles as `audience` names them; "alle" is everyone."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step: a whole course, or (with `lesson_id`) one lesson of it."""

    course_id: str
    lesson_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPath:
    """A path as its file says it; `place` is None for one that was derived from the courses' audiences."""

    id: str
    role: str
    title: str
    language: str
    steps: tuple[PathStep, ...]
    summary: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """Where the learner stands in one step; `until` is the day by which the employer wants it done, if there is one."""

    step: PathStep
    title: str
    minutes: int
    done: bool
    course: CourseState
    mandatory: bool = False
    until: date | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathState:
    """A path with the learner on it; `minutes` is the whole, `minutes_left` what is still open."""

    role: str
    title: str
    steps: tuple[StepState, ...]
    minutes: int
    minutes_left: int
    summary: str = ""
