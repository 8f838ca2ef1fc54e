from __future__ import annotations

from datetime import date

import pytest

from desktop.model.course import Checklist
from desktop.model.errors import NotPossible
from desktop.model.progress import CourseStatus, NextStep
from tests.app.kit import COURSE, WAGEN, Place, read_all, set_up


def test_position_ticks_and_reading_survive_a_restart(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        (checklist,) = (block for block in lesson.blocks if isinstance(block, Checklist))
        workspace.study.keep_position(COURSE, "wagen", 0.4)
        workspace.study.tick(COURSE, "wagen", checklist.tasks[0].id, True)
        workspace.study.tick(COURSE, "wagen", checklist.tasks[1].id, True)
        workspace.study.tick(COURSE, "wagen", checklist.tasks[0].id, False)
    with place.open() as workspace:
        progress = workspace.study.progress(COURSE, "wagen")
        assert progress.position == pytest.approx(0.4)
        assert progress.ticks == {checklist.tasks[1].id}
        assert not progress.read
        assert progress.touched == place.clock.now


def test_a_position_out_of_bounds_is_brought_back(place: Place) -> None:
    with place.open() as workspace:
        assert workspace.study.keep_position(COURSE, "wagen", 7).position == 1.0
        assert workspace.study.keep_position(COURSE, "wagen", -1).position == 0.0


def test_a_hairs_breadth_is_not_written(place: Place) -> None:
    with place.open() as workspace:
        workspace.study.keep_position(COURSE, "wagen", 0.4)
        place.clock.forward(minutes=5)
        kept = workspace.study.keep_position(COURSE, "wagen", 0.4005)
        assert kept.position == pytest.approx(0.4)
        assert kept.touched != place.clock.now


def test_the_day_of_reading_stays_when_a_lesson_is_opened_again(place: Place) -> None:
    with place.open() as workspace:
        workspace.study.mark_read(COURSE, "wagen")
        place.clock.forward(days=9)
        workspace.study.mark_read(COURSE, "wagen")
        workspace.study.keep_position(COURSE, "wagen", 0.2)
    with place.open() as workspace:
        assert workspace.study.progress(COURSE, "wagen").read_on == date(2026, 11, 22)


def test_reading_moves_the_course_on(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        fresh = workspace.study.state(COURSE, "de")
        assert (fresh.status, fresh.next_step, fresh.lesson_id) == (CourseStatus.NEW, NextStep.LESSON, "wagen")
        half = workspace.study.mark_read(COURSE, "wagen")
        assert (half.status, half.lesson_id) == (CourseStatus.STARTED, "bahnsteig")
        assert half.fraction == pytest.approx(1 / 3)
        assert half.minutes_left < fresh.minutes_left
        read_all(workspace)
        assert workspace.study.state(COURSE, "de").next_step is NextStep.TEST


def test_the_state_speaks_the_language_of_the_settings(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace, language="en")
        assert workspace.study.mark_read(COURSE, "wagen").outline.title == "Talking on the train"


def test_a_knowledge_check_answers_at_once_and_remembers(place: Place) -> None:
    with place.open() as workspace:
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        open_check = workspace.study.checks(COURSE, lesson)["k-wagen"]
        assert (open_check.answer, open_check.graded) == (None, None)
        graded = workspace.study.answer_check(COURSE, "wagen", open_check.item, ("1",))
        assert graded.fraction == 0.0
        assert [f.plain for f in graded.feedback] == ["Leise ist im Ruhebereich laut genug."]
        assert workspace.study.answer_check(COURSE, "wagen", open_check.item, ("2",)).correct
    with place.open() as workspace:
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        check = workspace.study.checks(COURSE, lesson)["k-wagen"]
        assert check.answer is not None
        assert check.answer.response == ("2",)
        assert check.graded is not None
        assert check.graded.correct
        assert check.arranged == open_check.arranged, "the options stand as they stood"


def test_a_check_that_asks_something_else_by_now_is_open_again(place: Place) -> None:
    with place.open() as workspace:
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        workspace.study.answer_check(COURSE, "wagen", workspace.study.checks(COURSE, lesson)["k-wagen"].item, ("2",))
    place.write(place.courses / COURSE / "01-wagen.md", WAGEN.replace("wenn Ihr Chef im Zug", "wen Ihr Chef im Zug"))
    with place.open() as workspace:
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        assert workspace.study.checks(COURSE, lesson)["k-wagen"].answer is not None, "only a typo"
    place.write(
        place.courses / COURSE / "01-wagen.md", WAGEN.replace("(x)", "( )").replace("- ( ) Ich gehe", "- (x) Ich gehe")
    )
    with place.open() as workspace:
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        assert workspace.study.checks(COURSE, lesson)["k-wagen"].answer is None


def test_a_check_answered_in_one_language_is_answered_in_the_other(place: Place) -> None:
    with place.open() as workspace:
        german = workspace.library.lesson(COURSE, "wagen", "de")
        workspace.study.answer_check(COURSE, "wagen", workspace.study.checks(COURSE, german)["k-wagen"].item, ("2",))
        english = workspace.library.lesson(COURSE, "wagen", "en")
        check = workspace.study.checks(COURSE, english)["k-wagen"]
        assert check.item.stem.plain == "What do you do when your boss calls you on the train?"
        assert check.answer is not None
        assert check.graded is not None
        assert check.graded.correct


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Jana Ortmann", "Jana"),
        ("Dr. Jana Ortmann", "Jana"),
        ("Prof. Dr. h.c. Jana Ortmann", "Jana"),
        ("Ortmann, Jana", "Jana"),
        ("Jana", "Jana"),
        ("J. R.", "J."),
        ("Ortmann,", "Ortmann,"),
        ("王小明", "王小明"),
    ],
)
def test_home_greets_without_titles(place: Place, name: str, greeted: str) -> None:
    with place.open() as workspace:
        set_up(workspace, name)
        assert workspace.overview("de").first_name == greeted


@pytest.mark.parametrize(("course", "lesson", "code"), [("x", "wagen", "course-unknown"), (COURSE, "x", "lesson-gone")])
def test_nothing_is_kept_for_a_lesson_that_does_not_exist(place: Place, course: str, lesson: str, code: str) -> None:
    with place.open() as workspace:
        for change in (
            lambda: workspace.study.mark_read(course, lesson),
            lambda: workspace.study.keep_position(course, lesson, 0.5),
            lambda: workspace.study.tick(course, lesson, "t", True),
        ):
            with pytest.raises(NotPossible) as error:
                change()
            assert error.value.code == code


def test_home_greets_by_first_name_and_goes_on_where_one_stopped(place: Place) -> None:
    with place.open() as workspace:
        assert workspace.overview("de").first_name == ""
        set_up(workspace, "Jana Ortmann")
        fresh = workspace.overview("de")
        assert (fresh.first_name, fresh.hour, fresh.current) == ("Jana", 9, None)
        workspace.study.keep_position(COURSE, "bahnsteig", 0.5)
        current = workspace.overview("en").current
        assert current is not None
        assert (current.outline.title, current.lesson_id) == ("Talking on the train", "bahnsteig")
