"""What the app hands to whoever shows it, beside the model's own facts; learning's types are passed through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.learning.drawing import Arranged
from desktop.learning.grading import Graded, Part, solution
from desktop.model.course import CourseOutline, LessonOutline
from desktop.model.learner import Answer, Attempt, AttemptResult
from desktop.model.problem import Problem
from desktop.model.progress import CourseState
from desktop.model.quiz import FeedbackMode, Item, Quiz

__all__ = [
    "Answered",
    "Arranged",
    "AttemptView",
    "CheckReport",
    "CheckView",
    "Finished",
    "FixReport",
    "Graded",
    "ItemView",
    "Part",
    "TopicResult",
    "Written",
    "solution",
]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it is asked: its parts in drawn order, the answer given so far and, where it may be shown, its mark.

    `graded` is None while there is no answer, and until the attempt is finished where feedback is deferred. `final`
    says that the answer can no longer be changed.
    """

    item: Item
    arranged: Arranged
    answer: Answer | None = None
    graded: Graded | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class CheckView:
    """A knowledge-check item of a lesson with the answer that still stands, if any."""

    item: Item
    arranged: Arranged
    answer: Answer | None = None
    graded: Graded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """An open attempt: items in drawn order, one per place of `attempt.draw`; `attempt.position` is the current one.

    `resumed` says that it was begun before. `reopened` are the ids of items that a trainer changed since they were
    answered, so that they are asked again. `attempts_left` counts this one as used; None is unlimited.
    """

    attempt: Attempt
    quiz: Quiz
    outline: CourseOutline
    items: tuple[ItemView, ...]
    resumed: bool = False
    reopened: tuple[str, ...] = ()
    attempts_left: int | None = None

    @property
    def open_positions(self) -> tuple[int, ...]:
        """The places that have no answer yet; finishing counts them as 0."""
        return tuple(n for n, view in enumerate(self.items) if view.answer is None)

    @property
    def shows_feedback(self) -> bool:
        """Whether each answer is marked at once."""
        return self.quiz.feedback is FeedbackMode.IMMEDIATE


@dataclass(frozen=True, slots=True)
class Answered:
    """An acknowledged answer; `graded` is None where feedback waits for the end.

    `attempt` is the attempt as it now stands, with no fractions in it while feedback is deferred. `view` is the item
    again, now with its answer.
    """

    graded: Graded | None
    attempt: Attempt
    view: ItemView


@dataclass(frozen=True, slots=True)
class TopicResult:
    """How one topic went; `title` is the lesson's where the tag is a lesson id, else the tag in words."""

    tag: str
    title: str
    earned: float
    possible: float

    @property
    def fraction(self) -> float:
        """The share of points earned, 0..1."""
        return self.earned / self.possible if self.possible else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A finished attempt: its outcome, what to read again, and where the course stands now.

    `items` are all drawn items with answers and marks, for looking through. `attempts_left` None is unlimited.
    """

    result: AttemptResult
    lessons_to_reread: tuple[LessonOutline, ...]
    certificate_offered: bool
    state: CourseState
    attempt: Attempt
    items: tuple[ItemView, ...]
    topics: tuple[TopicResult, ...]
    attempts_left: int | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of course files found: the Problems by file and line, and how many files were read."""

    problems: tuple[Problem, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Written:
    """An id that was written into a file; `line` is where it now stands."""

    file: Path
    line: int
    id: str


@dataclass(frozen=True, slots=True)
class FixReport:
    """What `check --fix` wrote, and what the check found afterwards."""

    written: tuple[Written, ...]
    rest: CheckReport
