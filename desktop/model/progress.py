"""How far a learner is, as lists and pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.model.outline import CourseOutline

if TYPE_CHECKING:
    from desktop.model.path import PathState, StepState


class CourseStatus(StrEnum):
    """Where a course stands for one learner."""

    NEW = "new"
    STARTED = "started"
    TEST_OPEN = "test-open"
    COMPLETED = "completed"


class NextStep(StrEnum):
    """What to do next in a course."""

    LESSON = "lesson"
    TEST = "test"
    RESUME_TEST = "resume-test"
    CERTIFICATE = "certificate"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseState:
    """One course as one learner stands in it; `fraction` is 0..1 over lessons and test, `lesson_id` where to go on."""

    outline: CourseOutline
    status: CourseStatus
    fraction: float
    lessons_read: frozenset[str]
    passed_on: date | None
    next_step: NextStep
    lesson_id: str = ""
    minutes_left: int = 0
    certificate_id: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What home shows: the course to go on with (None: nothing begun, nothing open) and all courses.

    `path` is the path of the learner's role with what is mandatory, `step` the step of it to go on with (None: it is
    `current`, a course beside the path, or nothing is left), `due` the number of questions to refresh by course
    id, `renewals` the courses whose certificate can be renewed now.
    """

    first_name: str
    hour: int
    current: CourseState | None
    courses: tuple[CourseState, ...]
    path: PathState | None = None
    step: StepState | None = None
    due: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    renewals: tuple[str, ...] = ()
