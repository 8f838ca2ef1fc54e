"""Where the learner stands in a course, joined from memory and library; the other rooms of the app share it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.app.library import Library
from desktop.learning.progress import certificate_due, course_state
from desktop.model.certificate import IssuedCertificate
from desktop.model.course import CourseOutline
from desktop.model.learner import LessonProgress
from desktop.model.progress import CourseState
from desktop.store.learner_store import LearnerStore

Clock = Callable[[], datetime]


class Standing:
    """Reads memory and library; changes nothing."""

    def __init__(self, store: LearnerStore, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock

    def state(self, course_id: str, language: str) -> CourseState:
        """One course. Raises NotPossible `course-unknown`."""
        return self.of(self._library.outline(course_id, language), self._store.lesson_progress(course_id))

    def all(self, language: str) -> tuple[CourseState, ...]:
        """All courses in the library's order."""
        progress = self._store.all_progress()
        return tuple(self.of(outline, progress.get(outline.id, {})) for outline in self._library.outlines(language))

    def of(self, outline: CourseOutline, progress: dict[str, LessonProgress]) -> CourseState:
        """The state of one outline with its lessons' progress."""
        return course_state(
            outline,
            progress,
            self._store.passes().get(outline.id),
            self._store.open_attempt(outline.quiz_id) if outline.quiz_id else None,
            self.certificate(outline.id),
            self._clock().date(),
        )

    def certificate(self, course_id: str) -> IssuedCertificate | None:
        """The latest certificate of a course, by day of completion and then by order of issue."""
        own = [c for c in self._store.certificates() if c.claims.course_id == course_id]
        return max(enumerate(own), key=lambda pair: (pair[1].claims.completed, pair[0]))[1] if own else None

    def certificate_offered(self, outline: CourseOutline) -> bool:
        """Whether everything for a certificate is done, issued already or not."""
        return certificate_due(outline, self._store.lesson_progress(outline.id), self._store.passes().get(outline.id))
