"""The way of the learner's role: from a file if there is one, with what the employer wants done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.app.library import Library
from desktop.app.standing import Clock, Standing
from desktop.learning.paths import EVERYONE, derived_path, mandatory_for, path_state, step_after
from desktop.model.path import ROLES, LearningPath, PathState, PathStep, StepState
from desktop.model.policy import Mandatory, Policy
from desktop.model.progress import CourseState
from desktop.store.learner_store import LearnerStore


class Paths:
    """Reads memory, library and policy; changes nothing (a role is chosen in `people`)."""

    def __init__(self, store: LearnerStore, library: Library, standing: Standing, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._library = library
        self._standing = standing
        self._clock = clock
        self._policy = policy

    @property
    def role(self) -> str:
        """The role whose way is gone: the employer's choice, else the learner's, else everyone's."""
        learner = self._store.learner()
        own = learner.role if learner else ""
        return next((role for role in (self._policy.role, own) if role in ROLES), EVERYONE)

    @property
    def given(self) -> bool:
        """Whether the employer has chosen the role, so that the learner need not and cannot."""
        return self._policy.role in ROLES

    @property
    def today(self) -> date:
        """The day by which dates are weighed."""
        return self._clock().date()

    def roles(self, language: str) -> Mapping[str, str]:
        """Every role with the title of its path, empty where the path follows from the courses alone."""
        titles = {path.role: path.title for path in self._library.paths(language)}
        return {role: titles.get(role, "") for role in ROLES}

    def path(self, language: str) -> LearningPath:
        """The path of the learner's role, from its file or from what the courses say about their audience."""
        role = self.role
        laid_down = (path for path in self._library.paths(language) if path.role == role)
        return next(laid_down, None) or derived_path(role, self._library.outlines(language), language)

    def state(self, language: str, courses: Sequence[CourseState] | None = None) -> PathState | None:
        """The path with the learner on it, None where no step of it is at hand.

        `courses` are all courses with the learner in them, where the caller has them already.
        """
        states = self._standing.all(language) if courses is None else courses
        wanted = mandatory_for(self.role, self._policy.mandatory)
        state = path_state(self.path(language), states, wanted, self.today)
        return state if state.steps else None

    def after(self, course_id: str, lesson_id: str, language: str) -> StepState | None:
        """The step of the path to go to from this lesson; None where the path does not ask for it by itself."""
        state = self.state(language)
        return step_after(state, PathStep(course_id, lesson_id)) if state else None

    def mandatory(self, course_id: str) -> Mandatory | None:
        """What the employer wants of this course in the learner's role."""
        return mandatory_for(self.role, self._policy.mandatory).get(course_id)
