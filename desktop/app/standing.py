"""Where the learner stands in a course, joined from memory and library; the other rooms of the app share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from desktop.app.library import Library
from desktop.learning.progress import certificate_due, course_state
from desktop.model.certificate import IssuedCertificate
from desktop.model.learner import LessonProgress, Pass
from desktop.model.outline import CourseOutline
from desktop.model.progress import CourseState
from desktop.store.learner_store import LearnerStore

Clock = Callable[[], datetime]

LANGUAGES = ("de", "en")
"""The languages between which a learner may switch in the middle of a lesson or a test."""


class Standing:
    """Reads memory and library; changes nothing."""

    def __init__(self, store: LearnerStore, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock

    def state(self, course_id: str, language: str) -> CourseState:
        """One course. Raises NotPossible `course-unknown`."""
        return self.of(self._library.outline(course_id, language))

    def of(self, outline: CourseOutline) -> CourseState:
        """Where the learner stands in the course of an outline."""
        return self._joined(outline, self._store.lesson_progress(outline.id), self._store.passes(), self._latest())

    def all(self, language: str) -> tuple[CourseState, ...]:
        """All courses in the library's order; the memory is read once for all of them."""
        progress, passes, latest = self._store.all_progress(), self._store.passes(), self._latest()
        outlines = self._library.outlines(language)
        return tuple(self._joined(o, progress.get(o.id, {}), passes, latest) for o in outlines)

    def certificate_offered(self, outline: CourseOutline) -> bool:
        """Whether everything for a certificate is done, issued already or not."""
        return certificate_due(outline, self._store.lesson_progress(outline.id), self._store.passes().get(outline.id))

    def _latest(self) -> dict[str, IssuedCertificate]:
        """The latest certificate of each course, by day of completion and then by order of issue."""
        latest: dict[str, IssuedCertificate] = {}
        for issued in self._store.certificates():
            known = latest.get(issued.claims.course_id)
            if known is None or issued.claims.completed >= known.claims.completed:
                latest[issued.claims.course_id] = issued
        return latest

    def _joined(
        self,
        outline: CourseOutline,
        progress: Mapping[str, LessonProgress],
        passes: Mapping[str, Pass],
        certificates: Mapping[str, IssuedCertificate],
    ) -> CourseState:
        return course_state(
            outline,
            progress,
            passes.get(outline.id),
            self._store.open_attempt(outline.quiz_id) if outline.quiz_id else None,
            certificates.get(outline.id),
            self._clock().date(),
        )
