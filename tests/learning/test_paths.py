"""A path with a learner on it: what is done, what the employer waits for, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.paths import derived_path, go_on, mandatory_for, path_state, step_after
from desktop.model.outline import CourseOutline, LessonOutline
from desktop.model.path import LearningPath, PathState, PathStep
from desktop.model.policy import Mandatory
from desktop.model.progress import CourseState, CourseStatus, NextStep

TODAY = date(2026, 11, 22)
LESSONS = ("eins", "zwei", "drei")


def outline(course_id: str, audience: tuple[str, ...] = ("alle",)) -> CourseOutline:
    return CourseOutline(
        id=course_id,
        title=course_id.title(),
        summary="",
        version="1",
        language="de",
        minutes=15,
        lessons=tuple(LessonOutline(id=lesson, title=lesson.title(), minutes=4) for lesson in LESSONS),
        folder=Path(course_id),
        content_hash="",
        audience=audience,
    )


def course(course_id: str, read: int = 0, *, done: bool = False, step: NextStep = NextStep.LESSON) -> CourseState:
    """A course of which the first `read` lessons were read."""
    lessons = frozenset(LESSONS[:read])
    status = CourseStatus.COMPLETED if done else CourseStatus.STARTED if read else CourseStatus.NEW
    return CourseState(
        outline=outline(course_id),
        status=status,
        fraction=read / 3,
        lessons_read=lessons,
        passed_on=None,
        next_step=NextStep.NOTHING if done and step is NextStep.LESSON else step,
        lesson_id=LESSONS[read] if read < 3 else "",
        minutes_left=0 if done else 15 - 4 * read,
    )


def path(*steps: str) -> LearningPath:
    parts = (step.partition("/") for step in steps)
    return LearningPath(
        id="p", role="hr", title="Weg", language="de", steps=tuple(PathStep(c, lesson) for c, _, lesson in parts)
    )


def state(steps: tuple[str, ...], *courses: CourseState, mandatory: tuple[Mandatory, ...] = ()) -> PathState:
    return path_state(path(*steps), courses, mandatory_for("hr", mandatory), TODAY)


def names(found: PathState) -> list[str]:
    return [f"{s.step.course_id}/{s.step.lesson_id}".strip("/") for s in found.steps]


def test_a_lesson_is_done_when_read_and_a_course_when_completed() -> None:
    found = state(("a", "b/eins", "b/zwei", "c"), course("a", 3, done=True), course("b", 1), course("c", 3))
    assert [step.done for step in found.steps] == [True, True, False, False]
    assert [step.minutes for step in found.steps] == [15, 4, 4, 15]
    assert found.minutes == 38
    assert found.minutes_left == 4 + 3


def test_what_is_not_at_hand_is_no_step() -> None:
    found = state(("a", "gone", "a/missing", "a/zwei"), course("a"))
    assert names(found) == ["a"] + ["a/zwei"] * 0
    assert state(("gone",), course("a")).steps == ()


def test_lessons_of_a_course_that_is_a_step_itself_are_part_of_it() -> None:
    assert names(state(("a", "a/eins", "b/eins"), course("a"), course("b"))) == ["a", "b/eins"]


def test_what_is_mandatory_comes_first_by_its_day_and_swallows_its_lessons() -> None:
    wanted = (
        Mandatory("c"),
        Mandatory("b", date(2026, 12, 31)),
        Mandatory("d", date(2026, 12, 1), ("fuehrung",)),
        Mandatory("gone", date(2026, 12, 1)),
        Mandatory("a", date(2026, 12, 24)),
    )
    found = state(("a", "b/eins"), *(course(one) for one in "abcd"), mandatory=wanted)
    assert names(found) == ["a", "b", "c"]
    assert [(s.mandatory, s.until) for s in found.steps] == [
        (True, date(2026, 12, 24)),
        (True, date(2026, 12, 31)),
        (True, None),
    ]


def test_a_day_is_kept_until_its_end_and_what_is_done_is_never_late() -> None:
    for until, done, late in (
        (TODAY, False, False),
        (date(2026, 11, 21), False, True),
        (date(2026, 11, 21), True, False),
        (None, False, False),
    ):
        (step,) = state(("a",), course("a", 3, done=done), mandatory=(Mandatory("a", until),)).steps
        assert step.overdue is late


def test_of_two_days_the_earlier_counts_and_everyone_is_everyone() -> None:
    wanted = mandatory_for("hr", [Mandatory("a", None, ("alle",)), Mandatory("a", TODAY, ("hr",)), Mandatory("a")])
    assert wanted["a"].until == TODAY
    assert mandatory_for("hr", [Mandatory("a", TODAY, ("fuehrung",))]) == {}


def test_without_a_file_the_audience_decides() -> None:
    outlines = [outline("a"), outline("b", ("hr", "fuehrung")), outline("c", ("fuehrung",)), outline("d", ())]
    assert [s.course_id for s in derived_path("hr", outlines, "de").steps] == ["a", "b", "d"]
    assert [s.course_id for s in derived_path("alle", outlines, "de").steps] == ["a", "d"]
    assert derived_path("hr", outlines, "de").title == ""


# -- what to go on with -----------------------------------------------------------------------------------------------


def proposed(found: PathState, current: CourseState | None) -> str:
    one = go_on(found, current)
    if one is None:
        return ""
    if isinstance(one, CourseState):
        return f"({one.outline.id})"
    return f"{one.step.course_id}/{one.step.lesson_id}".strip("/")


def test_the_first_open_step_comes_next() -> None:
    found = state(("a", "b/eins", "c"), course("a", 3, done=True), course("b"), course("c"))
    assert proposed(found, None) == "b/eins"


def test_the_course_touched_last_goes_on_with_its_own_steps() -> None:
    b = course("b", 1)
    assert proposed(state(("a", "b"), course("a"), b), b) == "b"
    # Lesson two is next in the course, but the path asks for lesson three.
    assert proposed(state(("a", "b/eins", "b/drei"), course("a"), b), b) == "b/drei"
    assert proposed(state(("a", "b/drei", "b/zwei"), course("a"), b), b) == "b/zwei"
    # Its lessons on the path are read: back to the path.
    assert proposed(state(("b/eins", "a"), course("a"), b), b) == "a"


def test_a_course_beside_the_path_is_gone_on_with_unless_something_is_mandatory() -> None:
    x = course("x", 1)
    assert proposed(state(("a",), course("a"), x), x) == "(x)"
    assert proposed(state(("a",), course("a"), x, mandatory=(Mandatory("a"),)), x) == "a"
    more = course("b", 2)
    assert proposed(state(("a", "b/eins"), course("a"), more), more) == "(b)"


def test_a_certificate_earned_and_a_test_begun_come_first() -> None:
    for step in (NextStep.CERTIFICATE, NextStep.RESUME_TEST):
        a = course("a", 3, done=True, step=step)
        assert proposed(state(("a", "b"), a, course("b"), mandatory=(Mandatory("b"),)), a) == "(a)"


def test_what_is_late_is_proposed_before_the_rest() -> None:
    wanted = (Mandatory("b", date(2026, 11, 20)), Mandatory("c", date(2026, 11, 10)))
    found = state(("a", "b", "c"), *(course(one) for one in "abc"), mandatory=wanted)
    assert proposed(found, None) == "c"


def test_at_the_end_nothing_is_pushed() -> None:
    b = course("b", 1)
    assert proposed(state(("a", "b/eins"), course("a", 3, done=True), b), b) == ""
    x = course("x", 1)
    assert proposed(state(("a",), course("a", 3, done=True), x), x) == "(x)"


def test_from_a_lesson_of_the_path_the_path_goes_on() -> None:
    found = state(("a", "b/eins", "b/drei", "c/eins"), course("a"), course("b", 1), course("c"))

    def after(course_id: str, lesson_id: str) -> str:
        one = step_after(found, PathStep(course_id, lesson_id))
        return f"{one.step.course_id}/{one.step.lesson_id}".strip("/") if one else ""

    assert after("b", "eins") == "b/drei"
    assert after("b", "drei") == "c/eins"
    assert after("c", "eins") == "a"  # it was passed over
    assert after("b", "zwei") == ""  # not asked for
    assert after("a", "eins") == ""  # the whole course is a step: it goes on by itself
    # Lesson one was read although the path does not ask for it: this learner goes through the whole course.
    through = state(("b/zwei", "b/drei"), course("b", 2))
    assert step_after(through, PathStep("b", "zwei")) is None
    walked = state(("b/eins", "b/zwei"), course("b", 1))
    assert step_after(walked, PathStep("b", "zwei")) is None


@given(
    st.lists(st.sampled_from(["a", "b", "c/eins", "c/zwei", "d/drei", "gone"]), unique=True),
    st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([None, date(2026, 1, 1), date(2027, 1, 1)]))),
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
def test_whatever_is_open_is_reached(steps: list[str], wanted: list[tuple[str, date | None]], read: list[int]) -> None:
    """Doing what is proposed, over and over, ends with every step done, and none is done twice."""
    courses = {one: course(one, n, done=n == 3) for one, n in zip("abcd", read, strict=True)}
    mandatory = tuple(Mandatory(*entry) for entry in wanted)
    current: CourseState | None = None
    for _ in range(40):
        found = state(tuple(steps), *courses.values(), mandatory=mandatory)
        assert len(set(names(found))) == len(found.steps)
        assert found.minutes_left <= found.minutes
        one = go_on(found, current)
        if one is None:
            break
        there = one if isinstance(one, CourseState) else one.course
        lesson = "" if isinstance(one, CourseState) else one.step.lesson_id
        lessons = there.lessons_read | {lesson or there.lesson_id}
        done = len(lessons) == 3
        unread = next((known for known in LESSONS if known not in lessons), "")
        current = courses[there.outline.id] = replace(
            there,
            lessons_read=lessons,
            status=CourseStatus.COMPLETED if done else CourseStatus.STARTED,
            lesson_id=unread,
            minutes_left=15 - 4 * len(lessons) if not done else 0,
            next_step=NextStep.NOTHING if done else NextStep.LESSON,
        )
        if done:
            current = None
    assert all(step.done for step in state(tuple(steps), *courses.values(), mandatory=mandatory).steps)
