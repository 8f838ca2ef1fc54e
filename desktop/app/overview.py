"""What home shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop.app.paths import Paths
from desktop.app.standing import Clock, Standing
from desktop.learning.paths import go_on
from desktop.learning.progress import most_recent
from desktop.learning.validity import renewal_open
from desktop.model.learner import LessonProgress
from desktop.model.path import StepState
from desktop.model.progress import CourseState, Overview
from desktop.store.learner_store import LearnerStore


def overview(
    store: LearnerStore, standing: Standing, paths: Paths, clock: Clock, language: str, due: Mapping[str, int]
) -> Overview:
    """All courses, the path of the learner's role, and what to go on with.

    That is the step of the path touched last or the next open one, or the course beside it that was touched last.
    """
    learner = store.learner()
    progress = store.all_progress()
    states = standing.all(language, progress)
    path = paths.state(language, states)
    current = most_recent(states, _last_touched(store, progress, states))
    proposed = go_on(path, current) if path else current
    return Overview(
        first_name=first_name(learner.name) if learner else "",
        hour=clock().hour,
        current=current if proposed is not None else None,
        courses=states,
        due=due,
        renewals=tuple(state.outline.id for state in states if renewal_open(state, clock().date())),
        path=path,
        step=proposed if isinstance(proposed, StepState) else None,
    )


def _last_touched(
    store: LearnerStore, progress: Mapping[str, Mapping[str, LessonProgress]], states: tuple[CourseState, ...]
) -> dict[str, datetime]:
    """When each course was last worked in, by lesson or by test."""
    touched: dict[str, datetime] = {}
    for course_id, lessons in progress.items():
        times = [p.touched for p in lessons.values() if p.touched is not None]
        if times:
            touched[course_id] = max(times)
    for state in states:
        quiz_id = state.outline.quiz_id
        attempt = store.open_attempt(quiz_id) if quiz_id else None
        if attempt is not None:
            last = max([attempt.started, *(answer.at for answer in attempt.answers.values())])
            touched[state.outline.id] = max(last, touched.get(state.outline.id, last))
    return touched


def first_name(name: str) -> str:
    """The word to greet with: no title ("Dr. Jana Ortmann"), and what follows the comma in "Ortmann, Jana"."""
    words = (name.partition(",")[2].strip() or name).split()
    return next((word for word in words if not word.endswith(".")), words[0] if words else "")
