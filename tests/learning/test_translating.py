from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.drawing import draw_item, part_ids
from desktop.learning.grading import grade
from desktop.learning.translating import drawn_in, response_in
from desktop.model.quiz import Accepted, Gap, Item, ItemType, ReflectionItem
from tests.learning.items import base, choice, cloze, items, matching, multiple, numeric, ordering, responses, short

GERMAN = matching(("Post", "öffentlich"), ("Notiz", "privat"), distractors=("geheim",))
ENGLISH = matching(("post", "public"), ("note", "private"), distractors=("secret",))


def test_the_order_carries_over_part_by_part() -> None:
    drawn = draw_item(GERMAN, 3)
    words = {"öffentlich": "public", "privat": "private", "geheim": "secret"}
    assert drawn_in(drawn, GERMAN, ENGLISH, 3).order == tuple(words[side] for side in drawn.order)


def test_where_parts_do_not_correspond_the_item_is_drawn_on_its_own() -> None:
    shorter = matching(("post", "public"))
    assert drawn_in(draw_item(GERMAN, 3), GERMAN, shorter, 3) == draw_item(shorter, 3)


def test_right_sides_and_drop_downs_carry_over_by_their_place() -> None:
    assert response_in(("privat", ""), GERMAN, ENGLISH) == ("private", "")
    one = cloze(Gap(("intern",), ("extern", "intern")))
    other = cloze(Gap(("internal",), ("external", "internal")))
    assert response_in(("intern",), one, other) == ("internal",)
    assert response_in(("",), one, other) == ("",)


def test_ids_and_numbers_carry_over_as_they_are() -> None:
    assert response_in(("2",), choice("-x", "Ja", "Nein"), choice("-x", "Yes", "No")) == ("2",)
    assert response_in(("2", "1", "3"), ordering(3), ordering(3)) == ("2", "1", "3")
    assert response_in(("12",), numeric(12), numeric(12)) == ("12",)


def test_typed_words_do_not_carry_over() -> None:
    assert response_in(("Freigabe",), short(Accepted("Freigabe")), short(Accepted("Freigabe"))) is None
    assert response_in(("Freigabe",), cloze(Gap(("Freigabe",))), cloze(Gap(("approval",)))) is None
    assert response_in(("Nun ja",), ReflectionItem(**base()), ReflectionItem(**base())) is None


def test_what_would_be_worth_something_else_does_not_carry_over() -> None:
    assert response_in(("1",), choice("x-"), choice("-x")) is None
    assert response_in(("1",), choice("x-"), choice("x--")) is None
    assert response_in(("1",), multiple("xx-"), choice("x--", kind=ItemType.SINGLE)) is None
    assert response_in(("fremd", ""), GERMAN, ENGLISH) is None


@given(items(), items(), responses)
def test_whatever_carries_over_is_worth_the_same(source: Item, target: Item, response: tuple[str, ...]) -> None:
    carried = response_in(response, source, target)
    if carried is not None:
        assert grade(target, carried).raw == grade(source, response).raw


@given(items(), items(), st.integers(0, 2**32))
def test_a_draw_carried_over_holds_every_part_of_the_target(source: Item, target: Item, seed: int) -> None:
    drawn = drawn_in(draw_item(source, seed), source, target, seed)
    assert sorted(drawn.order) == sorted(part_ids(target))
