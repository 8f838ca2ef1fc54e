"""Where a learner stands on a path: its steps with what the employer wants done by when, and the one to go on with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.model.outline import CourseOutline
from desktop.model.path import LearningPath, PathState, PathStep, StepState
from desktop.model.policy import Mandatory
from desktop.model.progress import CourseState, CourseStatus, NextStep

EVERYONE = "alle"
"""The role of all who chose none, and the word in `audience` for courses that are for all."""


def derived_path(role: str, outlines: Iterable[CourseOutline], language: str) -> LearningPath:
    """The path of a role that no file lays down: the courses for everyone and for the role, in their order.

    A course that names no audience is for everyone. The title is empty.
    """
    fitting = (o for o in outlines if not o.audience or EVERYONE in o.audience or role in o.audience)
    return LearningPath(id=role, role=role, title="", language=language, steps=tuple(PathStep(o.id) for o in fitting))


def mandatory_for(role: str, mandatory: Iterable[Mandatory]) -> dict[str, Mandatory]:
    """What is mandatory for a role, by course id; of two entries for one course the earlier day counts."""
    wanted: dict[str, Mandatory] = {}
    for entry in mandatory:
        if entry.roles and role not in entry.roles and EVERYONE not in entry.roles:
            continue
        known = wanted.get(entry.course_id)
        if known is None or _day(entry) < _day(known):
            wanted[entry.course_id] = entry
    return wanted


def path_state(
    path: LearningPath, courses: Sequence[CourseState], wanted: Mapping[str, Mandatory], today: date
) -> PathState:
    """The path with the learner on it.

    Mandatory courses come first, by their day and else in the path's order, whether they are steps of it or not;
    single lessons of such a course then need no step of their own. Steps to courses or lessons that are not at hand
    are left out. A course is done when it is completed, a lesson when it was read.
    """
    by_id = {state.outline.id: state for state in courses}
    order = {step.course_id: n for n, step in enumerate(path.steps) if not step.lesson_id}
    first = sorted(wanted.values(), key=lambda entry: (_day(entry), order.get(entry.course_id, -1)))
    covered = order.keys() | wanted.keys()
    steps = [PathStep(entry.course_id) for entry in first]
    steps += [step for step in path.steps if not (step.lesson_id and step.course_id in covered)]
    states = tuple(_states(steps, by_id, wanted, today))
    return PathState(
        role=path.role,
        title=path.title,
        steps=states,
        minutes=sum(state.minutes for state in states),
        minutes_left=sum(step_minutes_left(state) for state in states),
        summary=path.summary,
    )


def step_minutes_left(state: StepState) -> int:
    """What a step still takes: nothing once it is done."""
    if state.done:
        return 0
    return state.minutes if state.step.lesson_id else state.course.minutes_left


def go_on(path: PathState, current: CourseState | None) -> StepState | CourseState | None:
    """What home proposes: a step of the path, or a course beside it that the learner chose; None: nothing is left.

    `current` is the course touched last that has something left to do. A test begun and a certificate earned come
    first. A course off the path is gone on with unless the employer waits for something else.
    """
    open_steps = [step for step in path.steps if not step.done]
    if current is not None and current.next_step in (NextStep.RESUME_TEST, NextStep.CERTIFICATE):
        return current
    here = [step for step in open_steps if current is not None and step.course.outline.id == current.outline.id]
    if current is not None and here:
        begun = [step for step in here if step.step.lesson_id in ("", current.lesson_id)]
        return (begun or here)[0]
    if current is not None and _strays(path, current) and not any(step.mandatory for step in open_steps):
        return current
    return next(iter(open_steps), None)


def step_after(path: PathState, here: PathStep) -> StepState | None:
    """The open step to go to from a single lesson of the path: the next one, else the first that was left out.

    None where the path does not ask for just this lesson or has nothing else open, and for a learner who also reads
    what the path leaves out of this course: that one goes through all of it.
    """
    place = next((n for n, state in enumerate(path.steps) if here.lesson_id and state.step == here), None)
    if place is None or _strays(path, path.steps[place].course):
        return None
    others = (*path.steps[place + 1 :], *path.steps[:place])
    return next((state for state in others if not state.done), None)


def _strays(path: PathState, current: CourseState) -> bool:
    """Whether more of a course was read than the path asks for: its learner went there on purpose."""
    asked = [step for step in path.steps if step.course.outline.id == current.outline.id]
    if any(not step.step.lesson_id for step in asked):
        return current.status is not CourseStatus.COMPLETED
    return not asked or bool(current.lessons_read - {step.step.lesson_id for step in asked})


def _states(
    steps: Iterable[PathStep], courses: Mapping[str, CourseState], wanted: Mapping[str, Mandatory], today: date
) -> Iterator[StepState]:
    for step in dict.fromkeys(steps):
        course = courses.get(step.course_id)
        state = _step(step, course) if course is not None else None
        if state is None:
            continue
        entry = wanted.get(step.course_id)
        if entry is None or step.lesson_id:
            yield state
        else:
            late = not state.done and entry.until is not None and today > entry.until
            yield replace(state, mandatory=True, until=entry.until, overdue=late)


def _step(step: PathStep, course: CourseState) -> StepState | None:
    """A step with the learner on it; None where the course no longer has the lesson."""
    outline = course.outline
    if not step.lesson_id:
        done = course.status is CourseStatus.COMPLETED
        return StepState(step=step, title=outline.title, minutes=outline.minutes, done=done, course=course)
    lesson = next((lesson for lesson in outline.lessons if lesson.id == step.lesson_id), None)
    if lesson is None:
        return None
    read = lesson.id in course.lessons_read
    return StepState(step=step, title=lesson.title, minutes=lesson.minutes, done=read, course=course)


def _day(entry: Mandatory) -> date:
    return entry.until or date.max
