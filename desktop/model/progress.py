"""How far a learner is, as lists and pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.model.outline import CourseOutline


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
    """What home shows: the course to go on with (None: nothing begun, nothing open) and all courses."""

    first_name: str
    hour: int
    current: CourseState | None
    courses: tuple[CourseState, ...]
