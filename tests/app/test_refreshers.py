from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.app.asking import Question
from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.errors import NotPossible
from desktop.model.learner import Answer, AttemptResult
from desktop.model.progress import CourseState
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore
from tests.app.kit import COURSE, Place, answer_all, passed, read_all, set_up


def begin(place: Place, *, wrong: int = 2) -> Workspace:
    """A workspace in which a test was taken yesterday, with so many items missed."""
    workspace = place.open()
    set_up(workspace)
    passed(workspace, wrong=wrong)
    place.clock.forward(days=1)
    return workspace


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.item.id for question in questions]


def right(workspace: Workspace, question: Question) -> date:
    return workspace.refreshers.answer(question.key, solution(question.item)).due


def test_nothing_answered_is_nothing_due(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        assert workspace.refreshers.due("de") == {}
        assert workspace.refreshers.session("de") == ()
        outlook = workspace.refreshers.outlook("de")
        assert (outlook.begun, outlook.next_day) == (False, None)


def test_missed_items_are_asked_on_the_next_day_and_not_before(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        passed(workspace, wrong=2)
        missed = {view.item.id for view in workspace.attempts.last_finished(COURSE, "de").items[:2]}
        assert workspace.refreshers.due("de") == {}
        assert workspace.refreshers.outlook("de").next_day == date(2026, 11, 23)
        place.clock.forward(hours=15)  # half past midnight
        assert workspace.refreshers.due("de") == {COURSE: 2}
        asked = workspace.refreshers.session("de")
        assert set(ids(asked)) == missed
        assert {question.course_title for question in asked} == {"Gespräche im Zug"}
        assert all(question.lesson is not None for question in asked)


def test_an_answer_is_kept_and_the_item_comes_back_later(place: Place) -> None:
    with begin(place) as workspace:
        first, second = workspace.refreshers.session("de")
        due = right(workspace, first)
        assert due > date(2026, 11, 24)
        missed = workspace.refreshers.answer(second.key, ("?",))
        assert missed.graded.correct is False
        assert missed.due == date(2026, 11, 24)
        assert workspace.refreshers.due("de") == {}
    with place.open() as workspace:
        assert workspace.refreshers.session("de") == ()
        place.clock.forward(days=1)
        assert second.item.id in ids(workspace.refreshers.session("de"))
        assert first.item.id not in ids(workspace.refreshers.session("de"))


def test_a_kill_in_the_middle_loses_nothing(place: Place, tmp_path: Path) -> None:
    """The folder as it is after the first answer, without any closing, opened elsewhere."""
    with begin(place) as workspace:
        first, second = workspace.refreshers.session("de")
        right(workspace, first)
        copy = Place(tmp_path / "copy", place.clock)
        shutil.copytree(place.root / "home", copy.home, ignore=shutil.ignore_patterns("lock"))
        shutil.copytree(place.courses, copy.courses)
        shutil.copytree(place.quizzes, copy.quizzes)
    with copy.open() as workspace:
        assert ids(workspace.refreshers.session("de")) == [second.item.id]
        right(workspace, workspace.refreshers.session("de")[0])
    with LearnerStore.open(copy.home, clock=place.clock) as store:
        given = [one for one in store.history() if one.refresher]
        assert {one.answer.item_id for one in given} == {first.item.id, second.item.id}
        assert {one.course_id for one in given} == {COURSE}


def test_refreshers_touch_neither_attempts_nor_passes_nor_certificates(place: Place) -> None:
    def kept(workspace: Workspace) -> tuple[object, ...]:
        state: CourseState = workspace.study.state(COURSE, "de")
        last = workspace.attempts.last(COURSE)
        return state, last, workspace.certificates.all(), workspace.study.progress(COURSE, "wagen")

    with begin(place) as workspace:
        read_all(workspace)
        workspace.certificates.issue(COURSE, "de") if workspace.certificates.offered(COURSE, "de") else None
        before = kept(workspace)
        for question in workspace.refreshers.session("de"):
            workspace.refreshers.answer(question.key, ("?",))
        assert kept(workspace) == before


def test_the_second_answer_to_a_question_is_refused(place: Place) -> None:
    with begin(place) as workspace:
        first, _ = workspace.refreshers.session("de")
        right(workspace, first)
        with pytest.raises(NotPossible) as caught:
            right(workspace, first)
        assert caught.value.code == "refresher-unknown"


def test_questions_come_in_the_language_of_the_learner_and_count_as_the_same(place: Place) -> None:
    with begin(place) as workspace:
        asked = workspace.refreshers.session("en")
        assert all("ä" not in question.item.stem.plain for question in asked)
        assert {question.course_title for question in asked} == {"Talking on the train"}
        assert not any(question.anew for question in asked)


def test_a_knowledge_check_comes_back_with_its_lesson(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        lesson = workspace.library.lesson(COURSE, "wagen", "de")
        item = next(iter(workspace.study.checks(COURSE, lesson).values())).item
        workspace.study.answer_check(COURSE, "wagen", item, ("1",))
        workspace.study.answer_check(COURSE, "wagen", item, solution(item))  # after the feedback was read
        place.clock.forward(days=1)
        (question,) = workspace.refreshers.session("de")
        assert question.key == (COURSE, "wagen", "k-wagen")
        assert question.lesson.id == "wagen"
        right(workspace, question)
        assert workspace.study.progress(COURSE, "wagen").checks["k-wagen"].at < place.clock.now


def test_an_item_that_is_gone_is_dropped_and_one_that_changed_is_asked_anew(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        view = workspace.attempts.start_or_resume(COURSE, "de")
        drawn = [one.item.id for one in view.items]
        answer_all(workspace, view, wrong=4)
        workspace.attempts.finish(view.attempt.id)
    gone, changed = drawn[:2]

    def edit(items: dict[str, str]) -> None:
        del items[gone]
        items[changed] = f"\n## Ganz anders gefragt?\n<!-- item: id={changed} -->\n\n- (x) Ja\n- ( ) Nein\n"

    place.write_quiz(edit)
    (place.quizzes / "zug.en.md").unlink()
    place.clock.forward(days=1)
    with place.open() as workspace:
        asked = workspace.refreshers.session("de")
        assert gone not in ids(asked)
        assert len(asked) == 3
        assert [question.item.id for question in asked if question.anew] == [changed]
        assert sum(workspace.refreshers.due("de").values()) == 3
        for question in asked:
            right(workspace, question)
        assert workspace.refreshers.due("de") == {}


def test_questions_of_an_open_test_wait_until_it_is_handed_in_or_forgotten(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        passed(workspace, wrong=4)
        place.clock.forward(days=1)
        missed = set(ids(workspace.refreshers.session("de")))
        again = {view.item.id for view in workspace.attempts.start_or_resume(COURSE, "de").items}
        assert set(ids(workspace.refreshers.session("de"))) == missed - again
        assert sum(workspace.refreshers.due("de").values()) == len(missed - again)
        assert workspace.refreshers.outlook("de").in_test
        place.clock.forward(days=15)
        assert set(ids(workspace.refreshers.session("de"))) == missed
        assert workspace.attempts.start_or_resume(COURSE, "de").resumed


def test_a_course_that_vanished_waits(place: Place) -> None:
    with begin(place) as workspace:
        shutil.move(place.courses, place.root / "away")
        shutil.move(place.quizzes, place.root / "away-too")
        assert workspace.refreshers.session("de") == ()
        assert workspace.refreshers.due("de") == {}
        outlook = workspace.refreshers.outlook("de")
        assert outlook.out_of_reach
        assert outlook.next_day is None
        shutil.move(place.root / "away", place.courses)
        assert workspace.refreshers.session("de") == ()  # the course is there, its test is not
        shutil.move(place.root / "away-too", place.quizzes)
        assert len(workspace.refreshers.session("de")) == 2


def test_a_test_that_cannot_be_read_waits_and_is_not_promised(place: Place) -> None:
    with begin(place) as workspace:
        good = (place.quizzes / "zug.md").read_text(encoding="utf-8")
        for file in place.quizzes.iterdir():
            place.write(file, "---\nid: zug\ntype: quiz\ntitle: Kaputt\n---\n")
        assert workspace.refreshers.session("de") == ()
        assert workspace.refreshers.due("de") == {}
        place.write(place.quizzes / "zug.md", good)
        assert len(workspace.refreshers.session("de")) == 2


def test_people_from_before_the_refreshers_get_their_cards_once(place: Place) -> None:
    """A memory as older versions wrote it: an attempt and a knowledge check, and no cards with them."""
    with place.open() as workspace:
        set_up(workspace)
        view = workspace.attempts.start_or_resume(COURSE, "de")
        answer_all(workspace, view, wrong=2)
        missed = {shown.item.id for shown in view.items[:2]}
    with LearnerStore.open(place.home, clock=place.clock) as store:
        result = AttemptResult(score=50.0, mastery_score=80.0, passed=False)
        store.finish_attempt(view.attempt.id, result, place.clock())
        store.record_check(COURSE, "wagen", Answer("k-wagen", ("1",), 0.0, place.clock()))
        assert store.cards() == ()
    place.clock.forward(days=1)
    with place.open() as workspace:
        assert workspace.refreshers.due("de") == {}  # nothing is read before the screen is opened
        assert set(ids(workspace.refreshers.session("de"))) == {*missed, "k-wagen"}
    before = kept_cards(place)
    assert len(before) == 5
    with place.open() as workspace:
        assert set(ids(workspace.refreshers.session("de"))) == {*missed, "k-wagen"}
    assert kept_cards(place) == before


def test_never_more_than_ten_a_day(place: Place) -> None:
    many = {f"m{n}": f"\n## Frage {n}, wahr?\n<!-- item: id=m{n} -->\n\n- ( ) Wahr\n- (x) Falsch\n" for n in range(24)}
    place.write_quiz(lambda items: items.update(many))
    head = (place.quizzes / "zug.md").read_text(encoding="utf-8").replace("select: 4", "select: 30")
    place.write(place.quizzes / "zug.md", head)
    (place.quizzes / "zug.en.md").unlink()
    with place.open() as workspace:
        set_up(workspace)
        passed(workspace, wrong=30)
        place.clock.forward(days=1)
        assert workspace.refreshers.due("de") == {COURSE: 10}
        for _ in range(4):
            right(workspace, workspace.refreshers.session("de")[0])
        assert workspace.refreshers.due("de") == {COURSE: 6}
        for question in workspace.refreshers.session("de"):
            right(workspace, question)
        assert workspace.refreshers.session("de") == ()
        assert workspace.refreshers.outlook("de").next_day == date(2026, 11, 24)
        place.clock.forward(days=1)
        assert workspace.refreshers.due("de") == {COURSE: 10}


def test_a_clock_set_back_a_year_asks_nothing_and_says_so(place: Place) -> None:
    with begin(place) as workspace:
        place.clock.now -= timedelta(days=366)
        assert workspace.refreshers.session("de") == ()
        outlook = workspace.refreshers.outlook("de")
        assert outlook.clock_behind
        place.clock.now += timedelta(days=366)
        assert len(workspace.refreshers.session("de")) == 2
        assert not workspace.refreshers.outlook("de").clock_behind


def kept_cards(place: Place) -> tuple[Card, ...]:
    with LearnerStore.open(place.home, clock=place.clock) as store:
        return store.cards()
