"""Where the learner stands in a course, joined from memory and library; the other rooms of the app share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from desktop.app.library import Library
from desktop.learning.progress import certificate_due, certified, completed_on, course_state
from desktop.learning.validity import RENEWABLE, renewal_due, valid_until
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
        passes = self._store.passes()
        progress = self._store.lesson_progress(outline.id)
        return self._joined(outline, progress, passes, self._latest(passes), self.today())

    def all(
        self, language: str, progress: Mapping[str, Mapping[str, LessonProgress]] | None = None
    ) -> tuple[CourseState, ...]:
        """All courses in the library's order; the memory is read once for all of them, `progress` by the caller."""
        progress = self._store.all_progress() if progress is None else progress
        passes, today = self._store.passes(), self.today()
        latest = self._latest(passes)
        outlines = self._library.outlines(language)
        return tuple(self._joined(o, progress.get(o.id, {}), passes, latest, today) for o in outlines)

    def certificate_offered(self, outline: CourseOutline) -> bool:
        """Whether everything for a certificate is done, issued already or not."""
        return certificate_due(outline, self._store.lesson_progress(outline.id), self._store.passes().get(outline.id))

    def today(self) -> date:
        """The day by the clock."""
        return self._clock().date()

    def ends(self, outline: CourseOutline, kept: Pass) -> tuple[date | None, ...]:
        """The last valid days of what the kept pass earned: by today's promise, and as its certificate says."""
        ends: list[date | None] = []
        if outline.certificate is not None:
            done = completed_on(outline, self._store.lesson_progress(outline.id), kept)
            ends.append(valid_until(done, outline.certificate.valid_months))
        certificate = self._latest({outline.id: kept}).get(outline.id)
        if certificate is not None and certified(kept, certificate):
            ends.append(certificate.claims.valid_until)
        return tuple(ends)

    def renewable_since(self, outline: CourseOutline) -> date | None:
        """The day from which the test can be taken to renew what was earned; None where that is not due."""
        kept = self._store.passes().get(outline.id)
        ends = self.ends(outline, kept) if kept else ()
        return min((end - RENEWABLE for end in ends if end and renewal_due(end, self.today())), default=None)

    def _latest(self, passes: Mapping[str, Pass]) -> dict[str, IssuedCertificate]:
        """The latest certificate of each course: one that speaks of its pass, then by day and by order of issue."""
        latest: dict[str, IssuedCertificate] = {}
        for issued in self._store.certificates():
            course_id = issued.claims.course_id
            if course_id not in latest or self._rank(issued, passes) >= self._rank(latest[course_id], passes):
                latest[course_id] = issued
        return latest

    @staticmethod
    def _rank(issued: IssuedCertificate, passes: Mapping[str, Pass]) -> tuple[bool, date]:
        # After the clock was set back the certificate of the newer pass may bear the older day.
        return certified(passes.get(issued.claims.course_id), issued), issued.claims.completed

    def _joined(
        self,
        outline: CourseOutline,
        progress: Mapping[str, LessonProgress],
        passes: Mapping[str, Pass],
        certificates: Mapping[str, IssuedCertificate],
        today: date,
    ) -> CourseState:
        return course_state(
            outline,
            progress,
            passes.get(outline.id),
            self._store.open_attempt(outline.quiz_id) if outline.quiz_id else None,
            certificates.get(outline.id),
            today,
        )
