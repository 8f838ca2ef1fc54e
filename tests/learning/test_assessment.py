"""Percentages of a self-assessment: scale, reverse, bands, and what stands out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.assessment import open_statements, profile, score, still_valid
from desktop.model.assessment import Band, Dimension, SelfAssessment, Statement
from desktop.model.problem import Place
from desktop.model.text import Rich

HERE = Place(Path("x.md"))
BANDS = (Band(40, "low"), Band(70, "middle"), Band(100, "high"))
STATEMENTS = tuple(
    Statement(name, Rich("", name), dimension, HERE, reverse)
    for name, dimension, reverse in (("a1", "a", False), ("a2", "a", True), ("b1", "b", False), ("b2", "b", False))
)
ASSESSMENT = SelfAssessment(
    id="x",
    title="X",
    language="de",
    scale=("1", "2", "3", "4", "5"),
    dimensions=(Dimension("a", "A", BANDS, "k/l"), Dimension("b", "B", BANDS)),
    statements=STATEMENTS,
    place=HERE,
)


def test_full_agreement_is_a_hundred_and_a_reversed_statement_turns_it_round() -> None:
    assert score(ASSESSMENT, {"a1": 4, "a2": 0, "b1": 0, "b2": 0}) == (("a", 100.0), ("b", 0.0))
    assert score(ASSESSMENT, {"a1": 4, "a2": 4, "b1": 2, "b2": 3}) == (("a", 50.0), ("b", 62.5))


def test_an_axis_without_answers_is_left_out() -> None:
    assert score(ASSESSMENT, {"b1": 4}) == (("b", 100.0),)
    assert score(ASSESSMENT, {}) == ()


@pytest.mark.parametrize(
    ("percent", "words", "top"),
    [(0, "low", False), (40, "low", False), (40.1, "middle", False), (70, "middle", False), (100, "high", True)],
)
def test_the_upper_edge_belongs_to_its_band(percent: float, words: str, top: bool) -> None:
    made = profile(ASSESSMENT, (("a", percent),))
    assert (made.scores[0].words, made.scores[0].top) == (words, top)


def test_the_strongest_and_the_weakest_stand_out_and_equals_do_not() -> None:
    made = profile(ASSESSMENT, (("a", 30.0), ("b", 80.0)))
    assert made.strongest is not None
    assert made.weakest is not None
    assert (made.strongest.dimension.id, made.weakest.dimension.id) == ("b", "a")
    assert profile(ASSESSMENT, (("a", 50.0), ("b", 50.0))).weakest is None
    assert profile(ASSESSMENT, (("a", 50.0),)).weakest is None
    assert profile(ASSESSMENT, ()).strongest is None


def test_scores_of_axes_that_are_gone_are_left_out() -> None:
    assert [one.dimension.id for one in profile(ASSESSMENT, (("gone", 10.0), ("b", 80.0))).scores] == ["b"]


def test_answers_that_no_longer_fit_are_asked_again() -> None:
    assert still_valid(ASSESSMENT, {"a1": 4, "gone": 1, "b1": 5, "b2": -1}) == {"a1": 4}
    assert open_statements(ASSESSMENT, {"a1": 4, "b2": 0}) == (1, 2)


@given(st.dictionaries(st.sampled_from([one.id for one in STATEMENTS]), st.integers(0, 4)))
def test_any_answers_give_percentages_with_words(answers: dict[str, int]) -> None:
    scores = score(ASSESSMENT, answers)
    assert all(0 <= percent <= 100 for _, percent in scores)
    made = profile(ASSESSMENT, scores)
    assert len(made.scores) == len(scores)
    assert all(one.words in ("low", "middle", "high") for one in made.scores)


@given(st.dictionaries(st.sampled_from([one.id for one in STATEMENTS]), st.integers(0, 3), min_size=1), st.data())
def test_more_agreement_raises_an_axis_or_lowers_it_if_reversed(answers: dict[str, int], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(answers)))
    statement = next(one for one in STATEMENTS if one.id == name)
    before = dict(score(ASSESSMENT, answers))
    after = dict(score(ASSESSMENT, {**answers, name: answers[name] + 1}))
    change = after[statement.dimension] - before[statement.dimension]
    assert change < 0 if statement.reverse else change > 0
