"""Where a learner stands in a course and what comes next."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from desktop.learning.validity import expired, valid_until
from desktop.model.certificate import IssuedCertificate
from desktop.model.learner import Attempt, LessonProgress, Pass
from desktop.model.outline import SECONDS_PER_ITEM, CourseOutline, LessonOutline
from desktop.model.progress import CourseState, CourseStatus, NextStep


def course_state(
    outline: CourseOutline,
    progresses: Mapping[str, LessonProgress],
    pass_: Pass | None,
    open_attempt: Attempt | None,
    certificate: IssuedCertificate | None,
    today: date,
) -> CourseState:
    """One course as one learner stands in it.

    `progresses` maps lesson ids; ids the course no longer has are ignored. `certificate` is the latest one of this
    course. A pass whose validity is over no longer completes the course: the test is open again, the lessons stay read.
    """
    read = frozenset(lesson.id for lesson in outline.lessons if lesson.id in progresses and progresses[lesson.id].read)
    passed = pass_ is not None and not expired(_runs_out(outline, progresses, pass_), today)
    # An attempt that already earned the pass was only not closed before a crash.
    resumable = open_attempt if open_attempt and not (pass_ and pass_.attempt_id == open_attempt.id) else None
    step, lesson_id = _next(outline, progresses, read, passed, resumable, certified(pass_, certificate))
    begun = bool(progresses) or pass_ is not None or open_attempt is not None
    tested = passed or outline.quiz_id is None
    steps = len(outline.lessons) + (outline.quiz_id is not None)
    done = len(read) + (passed and outline.quiz_id is not None)
    return CourseState(
        outline=outline,
        status=_status(begun, len(read) == len(outline.lessons), tested),
        fraction=done / steps if steps else 0.0,
        lessons_read=read,
        passed_on=pass_.day if pass_ else None,
        next_step=step,
        lesson_id=lesson_id,
        minutes_left=_minutes_left(outline, progresses, read, tested, resumable),
        certificate_id=certificate.claims.certificate_id if certificate else "",
        valid_until=certificate.claims.valid_until if certificate else None,
    )


def certificate_due(outline: CourseOutline, progresses: Mapping[str, LessonProgress], pass_: Pass | None) -> bool:
    """Whether a certificate is offered: the course promises one, every lesson is read and the test is passed."""
    every = all(lesson.id in progresses and progresses[lesson.id].read for lesson in outline.lessons)
    return outline.certificate is not None and pass_ is not None and every


def completed_on(outline: CourseOutline, progresses: Mapping[str, LessonProgress], pass_: Pass) -> date:
    """The day on which both were done, the test and the last lesson."""
    read = (progresses[lesson.id].read_on for lesson in outline.lessons if lesson.id in progresses)
    return max([pass_.day, *(day for day in read if day is not None)])


def certified(pass_: Pass | None, certificate: IssuedCertificate | None) -> bool:
    """Whether a certificate already speaks of this pass or of a later one of the same version of the course."""
    if pass_ is None or certificate is None:
        return False
    claims = certificate.claims
    return claims.completed >= pass_.day and claims.course_version == pass_.course_version


def most_recent(states: Iterable[CourseState], touched: Mapping[str, datetime]) -> CourseState | None:
    """The course to go on with: begun and with something left to do, the one touched last; None where there is none."""
    begun = [s for s in states if s.status is not CourseStatus.NEW and s.next_step is not NextStep.NOTHING]
    dated = [s for s in begun if s.outline.id in touched]
    return max(dated, key=lambda s: touched[s.outline.id], default=begun[0] if begun else None)


def _runs_out(outline: CourseOutline, progresses: Mapping[str, LessonProgress], pass_: Pass) -> date | None:
    if outline.certificate is None:
        return None
    return valid_until(completed_on(outline, progresses, pass_), outline.certificate.valid_months)


def _status(begun: bool, all_read: bool, tested: bool) -> CourseStatus:
    if not begun:
        return CourseStatus.NEW
    if not all_read:
        return CourseStatus.STARTED
    return CourseStatus.COMPLETED if tested else CourseStatus.TEST_OPEN


def _next(
    outline: CourseOutline,
    progresses: Mapping[str, LessonProgress],
    read: frozenset[str],
    passed: bool,
    resumable: Attempt | None,
    has_certificate: bool,
) -> tuple[NextStep, str]:
    """What to do next, and for a lesson its id."""
    if resumable is not None and not passed:
        return NextStep.RESUME_TEST, ""
    unread = [lesson for lesson in outline.lessons if lesson.id not in read]
    if unread:
        return NextStep.LESSON, _lesson_to_go_on(unread, progresses)
    if outline.quiz_id is not None and not passed:
        return NextStep.TEST, ""
    if passed and outline.certificate is not None and not has_certificate:
        return NextStep.CERTIFICATE, ""
    if resumable is not None:
        return NextStep.RESUME_TEST, ""
    return NextStep.NOTHING, ""


def _lesson_to_go_on(unread: list[LessonOutline], progresses: Mapping[str, LessonProgress]) -> str:
    """The unread lesson touched last, else the first unread one."""
    dated: dict[str, datetime] = {}
    for lesson in unread:
        progress = progresses.get(lesson.id)
        if progress and progress.touched and progress.position > 0:
            dated[lesson.id] = progress.touched
    return max(dated, key=lambda lesson_id: dated[lesson_id]) if dated else unread[0].id


def _minutes_left(
    outline: CourseOutline,
    progresses: Mapping[str, LessonProgress],
    read: frozenset[str],
    tested: bool,
    resumable: Attempt | None,
) -> int:
    """Minutes for what is unread (a lesson begun counts by what is left of it) and for the items still to answer."""
    minutes = 0.0
    for lesson in outline.lessons:
        if lesson.id not in read:
            begun = progresses.get(lesson.id)
            minutes += lesson.minutes * (1 - min(1.0, max(0.0, begun.position if begun else 0.0)))
    if not tested:
        items = len(resumable.draw) - len(resumable.answers) if resumable else outline.quiz_select
        minutes += items * SECONDS_PER_ITEM / 60
    return math.ceil(minutes - 1e-9)
