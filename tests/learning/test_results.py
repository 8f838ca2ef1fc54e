from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.grading import solution
from desktop.learning.results import lessons_to_reread, missed, result
from desktop.model.course import LessonOutline
from desktop.model.quiz import Quiz, ReflectionItem
from tests.learning.attempts_kit import attempt, outline
from tests.learning.items import base, choice, multiple, quiz, quizzes, responses


@given(quizzes(), st.integers(0, 2**32))
def test_all_right_is_a_hundred_percent(test: Quiz, seed: int) -> None:
    everything = {item.id: solution(item) for item in test.items}
    got = result(test, attempt(test, everything, seed=seed))
    drawn = {d.item_id for d in attempt(test, seed=seed).draw}
    graded = [i for i in test.items if i.id in drawn and not isinstance(i, ReflectionItem)]
    assert got.score == pytest.approx(100.0 if graded else 0.0)
    assert got.passed is bool(graded)


@given(quizzes(), st.integers(0, 2**32), st.data())
def test_any_attempt_has_a_score_in_bounds_and_topics_that_add_up(test: Quiz, seed: int, data: st.DataObject) -> None:
    given_ = {item.id: data.draw(responses) for item in test.items if data.draw(st.booleans())}
    got = result(test, attempt(test, given_, seed=seed))
    assert 0.0 <= got.score <= 100.0
    assert got.passed == (got.score >= test.mastery_score - 1e-9 and got.score > 0)
    assert all(0.0 <= earned <= possible + 1e-9 for _, earned, possible in got.topics)


def test_open_items_count_as_nothing() -> None:
    test = quiz(choice("x-", item_id="a"), choice("x-", item_id="b"), mastery_score=50)
    got = result(test, attempt(test, {"a": ("1",)}))
    assert got.score == pytest.approx(50.0)
    assert got.passed


def test_points_weigh_and_reflections_do_not() -> None:
    test = quiz(
        choice("x-", item_id="a", points=3),
        choice("x-", item_id="b", points=1),
        ReflectionItem(**base("c", points=100)),
    )
    got = result(test, attempt(test, {"a": ("1",), "b": ("2",), "c": ("Mir fällt viel ein.",)}))
    assert got.score == pytest.approx(75.0)
    assert not got.passed


def test_the_mark_is_reached_whatever_binary_fractions_make_of_it() -> None:
    # Ten times 0.1 points is 0.9999999999999999 in binary; thirds of 66.7 percent are worse.
    test = quiz(*(choice("x-", item_id=f"i{n}", points=0.1) for n in range(10)), mastery_score=100)
    assert result(test, attempt(test, {f"i{n}": ("1",) for n in range(10)})).passed
    fifths = quiz(*(choice("x-", item_id=f"i{n}", points=1.1) for n in range(5)), mastery_score=80)
    assert result(fifths, attempt(fifths, {f"i{n}": ("1",) for n in range(4)})).passed
    assert not result(fifths, attempt(fifths, {f"i{n}": ("1",) for n in range(3)})).passed


def test_a_test_without_anything_to_score_is_not_passed() -> None:
    test = quiz(ReflectionItem(**base("c")), mastery_score=0)
    got = result(test, attempt(test, {"c": ("Doch.",)}))
    assert (got.score, got.passed) == (0.0, False)


def test_each_tag_is_a_topic() -> None:
    test = quiz(
        choice("x-", item_id="a", tags=("grenze", "chat"), points=2),
        choice("x-", item_id="b", tags=("grenze", "grenze")),
        choice("x-", item_id="c"),
        shuffle=False,
    )
    got = result(test, attempt(test, {"a": ("1",), "b": ("2",)}))
    assert got.topics == (("grenze", 2.0, 3.0), ("chat", 2.0, 2.0))


def test_missed_items_point_to_lessons_by_tag_and_by_check_item() -> None:
    lessons = outline(
        "grenze",
        LessonOutline(id="fragen", title="Zwei Fragen", minutes=3, item_ids=("wer-fragt", "testreihe")),
        "chat",
        LessonOutline(id="recht", title="Recht", minutes=3, item_ids=("paragraf",)),
    )
    test = quiz(
        choice("x-", item_id="testreihe"),
        choice("x-", item_id="b", tags=("chat", "paragraf")),
        choice("x-", item_id="c", tags=("grenze",)),
        multiple("xx-", item_id="d", tags=("grenze",)),
        shuffle=False,
    )
    done = attempt(test, {"testreihe": ("2",), "c": ("1",), "d": ("1",)})
    assert [item.id for item in missed(test, done)] == ["testreihe", "b", "d"]
    assert [lesson.id for lesson in lessons_to_reread(lessons, missed(test, done))] == [
        "grenze",
        "fragen",
        "chat",
        "recht",
    ]
    assert lessons_to_reread(lessons, ()) == ()


def test_an_item_that_left_the_bank_counts_neither_way() -> None:
    test = quiz(choice("x-", item_id="a"), choice("x-", item_id="b"))
    done = attempt(test, {"a": ("1",)})
    smaller = replace(test, items=test.items[:1])
    assert result(smaller, done).score == pytest.approx(100.0)
