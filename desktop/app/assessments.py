"""Self-assessments: taking one, going back and forth, its profile, earlier ones, and forgetting them.

What is answered here stays with the learner: no other room of the app reads it, and no certificate holds any of it.
"""

from __future__ import annotations

import math
import random
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from desktop.app.library import Library
from desktop.app.standing import Clock
from desktop.learning.assessment import DimensionScore, Profile, open_statements, profile, score, still_valid
from desktop.model.assessment import AssessmentRun, SelfAssessment
from desktop.model.course import LessonOutline
from desktop.model.errors import NotPossible
from desktop.store.learner_store import LearnerStore

__all__ = [
    "AssessmentCard",
    "AssessmentResult",
    "AssessmentView",
    "Assessments",
    "DimensionScore",
    "Profile",
    "Recommended",
]

_SECONDS_A_STATEMENT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentCard:
    """A self-assessment in a list; `answered` counts those of an open run, `last` is when it was finished last."""

    id: str
    title: str
    summary: str
    minutes: int
    statements: int
    answered: int
    begun: bool
    last: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentView:
    """An open run; `position` counts from 0, and the number of statements stands for the end."""

    assessment: SelfAssessment
    run: AssessmentRun
    resumed: bool = False

    @property
    def position(self) -> int:
        """The statement in view."""
        return self.run.position

    @property
    def still_open(self) -> tuple[int, ...]:
        """The places of the statements without an answer."""
        return open_statements(self.assessment, self.run.answers)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A lesson worth opening, for the dimension with that id."""

    dimension: str
    course_id: str
    course_title: str
    number: int
    lesson: LessonOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentResult:
    """A finished run in the words of today; `earlier` are the profiles of the runs before it, newest first."""

    assessment: SelfAssessment
    run: AssessmentRun
    profile: Profile
    earlier: tuple[tuple[AssessmentRun, Profile], ...]
    lessons: tuple[Recommended, ...]


class Assessments:
    """Every answer is on disk when the call returns; a view is what one hands in again to go on from it."""

    def __init__(self, store: LearnerStore, library: Library, clock: Clock, rng: random.Random) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._rng = rng

    def list(self, language: str) -> tuple[AssessmentCard, ...]:
        """All self-assessments that can be taken."""
        runs = self._store.assessment_runs()
        return tuple(_card(one, runs) for one in self._library.assessments(language))

    def start_or_resume(self, assessment_id: str, language: str) -> AssessmentView:
        """The open run at the same statement, or a new one. Raises ContentError `assessment-unusable`.

        Answers to statements that are gone are left out; a new run is kept with its first answer.
        """
        self._library.refresh()
        assessment = self._library.assessment(assessment_id, language)
        kept = self._open_run(assessment.id)
        if kept is None:
            return AssessmentView(assessment=assessment, run=self._new_run(assessment))
        answers = still_valid(assessment, kept.answers)
        position = min(kept.position, len(assessment.statements))
        run = replace(kept, answers=MappingProxyType(answers), position=position)
        return AssessmentView(assessment=assessment, run=run, resumed=True)

    def answer(self, view: AssessmentView, place: int) -> AssessmentView:
        """Put the statement in view at `place` of the scale (from 0), keep it, and stand at the next statement.

        Raises NotPossible `statement-unknown` or `scale-unknown`.
        """
        statements = view.assessment.statements
        if not 0 <= view.position < len(statements):
            raise NotPossible("statement-unknown", assessment=view.assessment.title)
        if not 0 <= place < len(view.assessment.scale):
            raise NotPossible("scale-unknown", assessment=view.assessment.title)
        answers = {**view.run.answers, statements[view.position].id: place}
        return self._keep(view, replace(view.run, answers=MappingProxyType(answers), position=view.position + 1))

    def go_to(self, view: AssessmentView, position: int) -> AssessmentView:
        """Stand at another statement, or at the end. Raises NotPossible `statement-unknown`."""
        if not 0 <= position <= len(view.assessment.statements):
            raise NotPossible("statement-unknown", assessment=view.assessment.title)
        run = replace(view.run, position=position)
        # Looking round in a run without any answer leaves no trace.
        return self._keep(view, run) if run.answers else replace(view, run=run)

    def finish(self, view: AssessmentView) -> AssessmentResult:
        """Close the run with its profile. Raises NotPossible `statements-open`."""
        if view.still_open:
            raise NotPossible("statements-open", assessment=view.assessment.title, count=str(len(view.still_open)))
        run = replace(view.run, finished=self._clock(), scores=score(view.assessment, view.run.answers))
        self._store.save_assessment_run(run)
        return self._result(view.assessment, run)

    def result(self, assessment_id: str, language: str, run_id: str = "") -> AssessmentResult:
        """The run finished last, or the one with that id.

        Raises ContentError `assessment-unusable`, NotPossible `assessment-result-gone`.
        """
        assessment = self._library.assessment(assessment_id, language)
        finished = self.runs(assessment.id)
        wanted = [run for run in finished if not run_id or run.id == run_id]
        if not wanted:
            raise NotPossible("assessment-result-gone")
        return self._result(assessment, wanted[-1])

    def runs(self, assessment_id: str) -> tuple[AssessmentRun, ...]:
        """The finished runs of a self-assessment, oldest first."""
        return tuple(r for r in self._store.assessment_runs() if r.assessment_id == assessment_id and r.finished)

    def delete(self, run_id: str) -> None:
        """Forget one run, open or finished, for good."""
        self._store.delete_assessment_run(run_id)

    def _open_run(self, assessment_id: str) -> AssessmentRun | None:
        runs = [r for r in self._store.assessment_runs() if r.assessment_id == assessment_id and not r.finished]
        return runs[-1] if runs else None

    def _new_run(self, assessment: SelfAssessment) -> AssessmentRun:
        run_id = str(uuid.UUID(int=self._rng.getrandbits(128), version=4))
        return AssessmentRun(id=run_id, assessment_id=assessment.id, started=self._clock())

    def _keep(self, view: AssessmentView, run: AssessmentRun) -> AssessmentView:
        self._store.save_assessment_run(run)
        return replace(view, run=run)

    def _result(self, assessment: SelfAssessment, run: AssessmentRun) -> AssessmentResult:
        runs = self.runs(assessment.id)
        before = runs[: next((n for n, one in enumerate(runs) if one.id == run.id), len(runs))]
        made = profile(assessment, run.scores)
        return AssessmentResult(
            assessment=assessment,
            run=run,
            profile=made,
            earlier=tuple((one, profile(assessment, one.scores)) for one in reversed(before)),
            lessons=self._lessons(assessment, made),
        )

    def _lessons(self, assessment: SelfAssessment, made: Profile) -> tuple[Recommended, ...]:
        """A lesson for each dimension below its top band, the weakest first; what is not on the shelf is left out."""
        courses = {outline.id: outline for outline in self._library.outlines(assessment.language)}
        found: dict[tuple[str, str], Recommended] = {}
        for axis in sorted((one for one in made.scores if not one.top), key=lambda one: one.percent):
            course_id, _, lesson_id = axis.dimension.lesson.partition("/")
            outline = courses.get(course_id)
            for number, lesson in enumerate(outline.lessons, 1) if outline else ():
                if outline and lesson.id == lesson_id:
                    one = Recommended(axis.dimension.id, course_id, outline.title, number, lesson)
                    found.setdefault((course_id, lesson_id), one)
        return tuple(found.values())


def _card(assessment: SelfAssessment, runs: tuple[AssessmentRun, ...]) -> AssessmentCard:
    mine = [run for run in runs if run.assessment_id == assessment.id]
    going_on = [run for run in mine if not run.finished]
    finished = [run.finished for run in mine if run.finished]
    return AssessmentCard(
        id=assessment.id,
        title=assessment.title,
        summary=assessment.summary,
        minutes=max(1, math.ceil(len(assessment.statements) * _SECONDS_A_STATEMENT / 60)),
        statements=len(assessment.statements),
        answered=len(still_valid(assessment, going_on[-1].answers)) if going_on else 0,
        begun=bool(going_on),
        last=finished[-1] if finished else None,
    )
