from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.progress import certificate_due, completed_on, course_state, most_recent
from desktop.model.course import CertificateTerms
from desktop.model.learner import LessonProgress
from desktop.model.progress import CourseState, CourseStatus, NextStep
from tests.learning.attempts_kit import NOON, TODAY, attempt, certificate, outline, proof, read
from tests.learning.items import choice, quiz

COURSE = outline("grenze", "chat", "recht")
ALL = ("grenze", "chat", "recht")
TEST = quiz(*(choice("x-", item_id=f"i{n}") for n in range(4)))


def state(progress=None, pass_=None, open_=None, issued=None, *, today=TODAY, course=COURSE) -> CourseState:
    return course_state(course, progress or {}, pass_, open_, issued, today)


def test_an_untouched_course_is_new_and_begins_with_its_first_lesson() -> None:
    got = state()
    assert (got.status, got.next_step, got.lesson_id, got.fraction) == (
        CourseStatus.NEW,
        NextStep.LESSON,
        "grenze",
        0.0,
    )
    assert got.minutes_left == 15, "three lessons of four minutes and four items of 45 seconds"


def test_each_lesson_and_the_test_are_a_step_of_equal_length() -> None:
    assert state(read("grenze")).fraction == pytest.approx(1 / 4)
    assert state(read(*ALL)).fraction == pytest.approx(3 / 4)
    assert state(read(*ALL), proof()).fraction == 1.0


def test_it_goes_on_with_the_lesson_touched_last() -> None:
    half = LessonProgress("vertraulichkeit", "recht", position=0.5, touched=NOON)
    earlier = LessonProgress("vertraulichkeit", "chat", position=0.9, touched=NOON - timedelta(hours=1))
    got = state(read("grenze") | {"recht": half, "chat": earlier})
    assert (got.status, got.lesson_id) == (CourseStatus.STARTED, "recht")
    assert got.minutes_left == 6, "0.4 minutes of chat, 2 of recht, 3 of the test"


def test_after_the_last_lesson_comes_the_test() -> None:
    got = state(read(*ALL))
    assert (got.status, got.next_step, got.minutes_left) == (CourseStatus.TEST_OPEN, NextStep.TEST, 3)


def test_an_open_attempt_comes_first() -> None:
    got = state(read("grenze"), open_=attempt(TEST, {"i1": ("1",)}))
    assert got.next_step is NextStep.RESUME_TEST
    assert got.minutes_left == 11, "two lessons and three items are left"


def test_the_lessons_are_still_to_be_read_after_the_test_was_passed() -> None:
    got = state(read("grenze"), proof())
    assert (got.status, got.next_step, got.lesson_id) == (CourseStatus.STARTED, NextStep.LESSON, "chat")
    assert got.passed_on == TODAY


def test_with_everything_done_the_certificate_is_next_and_then_nothing() -> None:
    assert state(read(*ALL), proof()).next_step is NextStep.CERTIFICATE
    done = state(read(*ALL), proof(), issued=certificate())
    assert (done.status, done.next_step, done.minutes_left) == (CourseStatus.COMPLETED, NextStep.NOTHING, 0)
    assert (done.certificate_id, done.valid_until) == ("c1", date(2027, 11, 22))


def test_a_retry_of_a_passed_test_may_be_resumed_but_presses_nobody() -> None:
    retry = attempt(TEST, id="a2")
    assert state(read(*ALL), proof(), retry).next_step is NextStep.CERTIFICATE
    assert state(read(*ALL), proof(), retry, certificate()).next_step is NextStep.RESUME_TEST


def test_an_attempt_that_earned_the_pass_is_not_open_any_more() -> None:
    assert state(read(*ALL), proof(), attempt(TEST, id="a1"), certificate()).next_step is NextStep.NOTHING


def test_a_newer_pass_offers_a_newer_certificate() -> None:
    renewed = proof(day=date(2027, 10, 1))
    assert state(read(*ALL), renewed, issued=certificate(), today=date(2027, 10, 1)).next_step is NextStep.CERTIFICATE


def test_when_validity_is_over_the_test_is_open_again() -> None:
    last = date(2027, 11, 22)
    assert state(read(*ALL), proof(), issued=certificate(), today=last).status is CourseStatus.COMPLETED
    over = state(read(*ALL), proof(), issued=certificate(), today=last + timedelta(days=1))
    assert (over.status, over.next_step) == (CourseStatus.TEST_OPEN, NextStep.TEST)
    endless = replace(COURSE, certificate=CertificateTerms(valid_months=None))
    assert state(read(*ALL), proof(), course=endless, today=date(2090, 1, 1)).status is CourseStatus.COMPLETED


def test_a_course_without_test_is_complete_when_it_is_read() -> None:
    plain = replace(COURSE, quiz_id=None, quiz_select=0)
    got = state(read(*ALL), course=plain)
    assert (got.status, got.fraction, got.next_step) == (CourseStatus.COMPLETED, 1.0, NextStep.NOTHING)


def test_a_course_that_promises_no_certificate_offers_none() -> None:
    bare = replace(COURSE, certificate=None)
    assert state(read(*ALL), proof(), course=bare).next_step is NextStep.NOTHING
    assert not certificate_due(bare, read(*ALL), proof())


def test_a_certificate_is_due_when_all_is_read_and_passed() -> None:
    assert certificate_due(COURSE, read(*ALL), proof())
    assert not certificate_due(COURSE, read("grenze", "chat"), proof())
    assert not certificate_due(COURSE, read(*ALL), None)


def test_a_lesson_the_course_no_longer_has_is_ignored() -> None:
    got = state(read(*ALL, "alt"), proof())
    assert got.lessons_read == frozenset(ALL)
    assert got.fraction == 1.0


def test_the_day_of_completion_is_that_of_the_last_thing_done() -> None:
    later = TODAY + timedelta(days=3)
    assert completed_on(COURSE, read(*ALL), proof(later)) == later
    assert completed_on(COURSE, read("grenze", "chat") | read("recht", on=later), proof()) == later
    unknown = {i: replace(p, read_on=None) for i, p in read(*ALL).items()}
    assert completed_on(COURSE, unknown, proof()) == TODAY


def test_the_current_course_is_the_one_touched_last_with_something_left() -> None:
    first, second, done, fresh = (replace(COURSE, id=i) for i in ("a", "b", "c", "d"))
    states = [
        state(read("grenze"), course=first),
        state(read("grenze"), course=second),
        state(read(*ALL), proof(), issued=certificate(), course=done),
        state(course=fresh),
    ]
    touched = {"a": NOON, "b": NOON + timedelta(hours=1), "c": NOON + timedelta(hours=2)}
    current = most_recent(states, touched)
    assert current is not None
    assert current.outline.id == "b"
    assert most_recent(states[2:], touched) is None


progresses = st.dictionaries(
    st.sampled_from([*ALL, "fremd"]),
    st.builds(
        lambda read_, position: LessonProgress("vertraulichkeit", "x", position=position, read=read_, touched=NOON),
        st.booleans(),
        st.floats(-1, 2),
    ),
)


@given(progresses, st.booleans(), st.booleans(), st.booleans())
def test_every_state_is_in_bounds_and_its_step_can_be_taken(progress, passed, open_, issued) -> None:
    got = state(
        progress,
        proof() if passed else None,
        attempt(TEST, id="a2") if open_ else None,
        certificate() if issued else None,
    )
    assert 0.0 <= got.fraction <= 1.0
    assert got.minutes_left >= 0
    assert (got.next_step is NextStep.LESSON) == bool(got.lesson_id)
    assert (got.status is CourseStatus.COMPLETED) == (got.fraction == 1.0)
    if got.next_step is NextStep.RESUME_TEST:
        assert open_
    if got.next_step is NextStep.CERTIFICATE:
        assert certificate_due(COURSE, progress, proof() if passed else None)
