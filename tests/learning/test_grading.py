from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.grading import grade, solution
from desktop.model.quiz import Accepted, Gap, Item, ItemType, ReflectionItem
from tests.learning.items import (
    base,
    choice,
    cloze,
    items,
    matching,
    multiple,
    numeric,
    ordering,
    responses,
    rich,
    short,
)


@given(items(), responses, st.booleans())
def test_any_response_gets_a_fraction_between_nothing_and_all(
    item: Item, response: tuple[str, ...], hint: bool
) -> None:
    graded = grade(item, response, hint_used=hint)
    if isinstance(item, ReflectionItem):
        assert graded.fraction is None
        assert not graded.correct
    else:
        assert graded.fraction is not None
        assert graded.raw is not None
        assert 0.0 <= graded.fraction <= graded.raw <= 1.0


@given(items(graded=True))
def test_the_right_response_earns_everything(item: Item) -> None:
    graded = grade(item, solution(item))
    assert graded.fraction == 1.0
    assert graded.correct
    assert all(part.right for part in graded.parts)


@given(items(graded=True))
def test_nothing_given_earns_nothing(item: Item) -> None:
    for empty in ((), ("",), ("", "", "")):
        assert grade(item, empty).fraction == 0.0


@given(items(graded=True))
def test_the_hint_costs_its_penalty_once(item: Item) -> None:
    graded = grade(item, solution(item), hint_used=True)
    assert graded.fraction == pytest.approx(1.0 - item.penalty)
    assert graded.correct, "a look at the hint does not make the answer wrong"


def test_a_penalty_never_makes_a_fraction_negative() -> None:
    assert grade(choice("x-", penalty=0.5), ("2",), hint_used=True).fraction == 0.0


@pytest.mark.parametrize(("response", "fraction"), [(("2",), 1.0), (("1",), 0.0), (("1", "2"), 0.0), (("7",), 0.0)])
def test_single_choice_is_all_or_nothing(response: tuple[str, ...], fraction: float) -> None:
    assert grade(choice("-x-"), response).fraction == fraction


def test_true_false_is_all_or_nothing() -> None:
    item = choice("-x", "Wahr", "Falsch", kind=ItemType.TRUE_FALSE)
    assert grade(item, ("2",)).fraction == 1.0
    assert grade(item, ("1",)).fraction == 0.0


@pytest.mark.parametrize(
    ("response", "fraction"),
    [
        (("1", "3"), 1.0),
        (("1",), 0.5),
        (("1", "2"), 0.0),
        (("1", "2", "3"), 0.5),
        (("1", "2", "3", "4"), 0.0),
        (("2", "4"), 0.0),
    ],
)
def test_multiple_choice_is_right_minus_wrong(response: tuple[str, ...], fraction: float) -> None:
    assert grade(multiple("x-x-"), response).fraction == pytest.approx(fraction)


@given(st.text("x-", min_size=2, max_size=8).filter(lambda m: "x" in m and "-" in m))
def test_ticking_everything_earns_nothing(marks: str) -> None:
    everything = tuple(str(n) for n in range(1, len(marks) + 1))
    assert grade(multiple(marks), everything).fraction == pytest.approx(0.0)


def test_parts_of_a_choice_tell_missed_from_wrong() -> None:
    graded = grade(multiple("x-x-"), ("1", "2"))
    assert [(p.id, p.chosen, p.right) for p in graded.parts] == [
        ("1", True, True),
        ("2", True, False),
        ("3", False, False),
        ("4", False, True),
    ]
    assert [f.plain for f in graded.feedback] == ["Zu 1.", "Zu 2."]
    assert not graded.partly


def test_each_right_pair_earns_its_share() -> None:
    item = matching(("Anzeige", "bezahlt"), ("Beitrag", "eigen"), ("Zitat", "fremd"), distractors=("privat",))
    graded = grade(item, ("bezahlt", "privat", ""))
    assert graded.fraction == pytest.approx(1 / 3)
    assert graded.partly
    assert [(p.chosen, p.right, p.solution) for p in graded.parts] == [
        (True, True, "bezahlt"),
        (True, False, "eigen"),
        (False, False, "fremd"),
    ]
    assert [f.plain for f in graded.feedback] == ["Zu Anzeige.", "Zu Beitrag."]


@pytest.mark.parametrize(
    ("response", "fraction"),
    [
        ("1234", 1.0),
        ("4321", 0.0),
        ("2341", 0.5),  # two followed by the right one; neither the first nor the last stands where it belongs
        ("1243", 0.25),
        ("4123", 0.5),
        ("123", 0.0),
        ("1123", 0.0),
        ("12345", 0.0),
    ],
)
def test_a_step_is_right_when_the_right_one_follows(response: str, fraction: float) -> None:
    assert grade(ordering(4), tuple(response)).fraction == pytest.approx(fraction)


def test_parts_of_an_ordering_are_in_the_learners_order() -> None:
    graded = grade(ordering(3), ("2", "3", "1"))
    assert [(p.id, p.right) for p in graded.parts] == [("2", True), ("3", False), ("1", False)]
    assert [f.plain for f in graded.feedback] == ["Zu 3.", "Zu 1."]


def test_each_gap_earns_its_share_and_blanks_or_case_cost_nothing() -> None:
    item = cloze(Gap(("Freigabe", "Zusage")), Gap(("Führung",)), Gap(("intern",), ("intern", "öffentlich")))
    graded = grade(item, (" freigabe ", "FUEHRUNG", "öffentlich"))
    assert graded.fraction == pytest.approx(2 / 3)
    assert [p.solution for p in graded.parts] == ["Freigabe", "Führung", "intern"]
    assert grade(item, ("zusage",)).fraction == pytest.approx(1 / 3)


def test_short_takes_the_first_pattern_that_fits() -> None:
    item = short(
        Accepted("Pressefreiheit", 0.0, rich("Das ist etwas anderes.")),
        Accepted("Presse*", 1.0),
        Accepted("*sprecher", 0.5, rich("Fast.")),
    )
    assert grade(item, ("pressestelle",)).fraction == 1.0
    half = grade(item, ("Konzernsprecher",))
    assert half.fraction == 0.5
    assert [f.plain for f in half.feedback] == ["Fast."]
    assert [p.solution for p in half.parts] == ["Presse*"]
    wrong = grade(item, ("Pressefreiheit",))
    assert wrong.fraction == 0.0
    assert [f.plain for f in wrong.feedback] == ["Das ist etwas anderes."]


def test_numeric_shows_its_value_without_a_needless_point() -> None:
    graded = grade(numeric(280, 5), ("300",))
    assert graded.fraction == 0.0
    assert [p.solution for p in graded.parts] == ["280"]
    assert grade(numeric(2.5), ("2,5 Mio.",)).fraction == 1.0


def test_a_reflection_is_never_graded() -> None:
    item = ReflectionItem(**base())
    assert grade(item, ("Ich würde nachfragen.",)).fraction is None
    assert solution(item) == ()
