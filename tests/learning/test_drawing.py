from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.drawing import arrange, draw, draw_item, part_ids, substitute
from desktop.model.learner import DrawnItem
from desktop.model.quiz import Gap, Item, ItemType, MatchingItem, OrderingItem, Quiz
from tests.learning.items import choice, cloze, items, matching, ordering, quiz, quizzes

seeds = st.integers(0, 2**63)


def bank(count: int, **more: object) -> Quiz:
    return quiz(*(choice("x---", item_id=f"frage-{n}") for n in range(count)), **more)


@given(quizzes(), seeds)
def test_a_draw_is_a_function_of_bank_and_seed(test: Quiz, seed: int) -> None:
    assert draw(test, seed) == draw(test, seed)


@given(quizzes(), seeds)
def test_a_draw_has_as_many_distinct_items_as_selected(test: Quiz, seed: int) -> None:
    ids = [drawn.item_id for drawn in draw(test, seed)]
    assert len(ids) == len(set(ids)) == min(test.select or len(test.items), len(test.items))
    assert set(ids) <= {item.id for item in test.items}


@given(quizzes(), seeds)
def test_without_shuffle_the_order_of_the_file_is_kept(test: Quiz, seed: int) -> None:
    if not test.shuffle:
        ids = [item.id for item in test.items]
        places = [ids.index(drawn.item_id) for drawn in draw(test, seed)]
        assert places == sorted(places)


def test_the_draw_never_changes_between_versions_of_python_or_klartext() -> None:
    """Attempts on disk were drawn with this; if this test fails, they can no longer be reproduced."""
    test = quiz(
        choice("x---", item_id="testreihe"),
        ordering(4, item_id="reihenfolge"),
        matching(("a", "A"), ("b", "B"), distractors=("C",), item_id="paare"),
        cloze(Gap(("x",), ("x", "y", "z")), item_id="lücke"),
        select=3,
    )
    assert [(d.item_id, d.order) for d in draw(test, 20261122)] == [
        ("lücke", ("1.3", "1.1", "1.2")),
        ("paare", ("A", "C", "B")),
        ("reihenfolge", ("2", "1", "3", "4")),
    ]


@given(items(), seeds)
def test_an_order_holds_every_part_once_and_arranging_loses_none(item: Item, seed: int) -> None:
    drawn = draw_item(item, seed)
    assert Counter(drawn.order) == Counter(part_ids(item))
    arranged = arrange(item, drawn)
    shown = [*(o.id for o in arranged.options), *arranged.rights, *(c for gap in arranged.choices for c in gap)]
    assert len(shown) == len(drawn.order)


@given(st.integers(2, 8), seeds)
def test_steps_never_come_in_the_right_order(count: int, seed: int) -> None:
    for shuffle in (None, True, False):
        item = ordering(count, shuffle=shuffle)
        drawn = draw_item(item, seed, shuffle=False)
        assert drawn.order != part_ids(item)


@given(seeds)
def test_true_and_false_keep_their_places(seed: int) -> None:
    assert draw_item(choice("-x", kind=ItemType.TRUE_FALSE), seed).order == ("1", "2")


@given(seeds)
def test_an_item_may_forbid_shuffling_and_may_ask_for_it(seed: int) -> None:
    assert draw_item(choice("-x--", shuffle=False), seed, shuffle=True).order == ("1", "2", "3", "4")
    mixed = choice("-x--", shuffle=True)
    assert draw_item(mixed, seed, shuffle=False).order == draw_item(mixed, seed, shuffle=True).order


def test_right_sides_are_mixed_even_where_shuffling_is_off() -> None:
    item = matching(*((f"links {n}", f"rechts {n}") for n in range(5)), shuffle=False)
    orders = {draw_item(item, seed, shuffle=False).order for seed in range(30)}
    assert len(orders) > 10


def test_a_right_side_that_belongs_to_two_pairs_is_offered_once() -> None:
    item: MatchingItem = matching(("Post", "öffentlich"), ("Kommentar", "öffentlich"), distractors=("geheim",))
    assert sorted(arrange(item, draw_item(item, 1)).rights) == ["geheim", "öffentlich"]


def test_every_item_and_every_place_is_about_equally_likely() -> None:
    test, rounds = bank(8, select=4), 2_000
    chosen: Counter[str] = Counter()
    first: Counter[str] = Counter()
    options: Counter[str] = Counter()
    for seed in range(rounds):
        drawn = draw(test, seed)
        chosen.update(d.item_id for d in drawn)
        first[drawn[0].item_id] += 1
        options[drawn[0].order[0]] += 1
    # Binomial, six standard deviations: the seeds are fixed, so this cannot flicker.
    assert all(abs(n - rounds / 2) < 6 * (rounds / 4) ** 0.5 for n in chosen.values())
    assert all(abs(n - rounds / 8) < 6 * (rounds * 7 / 64) ** 0.5 for n in first.values())
    assert all(abs(n - rounds / 4) < 6 * (rounds * 3 / 16) ** 0.5 for n in options.values())


@given(seeds)
def test_removing_an_item_leaves_the_rest_of_the_draw_alone(seed: int) -> None:
    whole = bank(10, select=4)
    gone = draw(whole, seed)[1].item_id
    smaller = quiz(*(i for i in whole.items if i.id != gone), select=4)
    before, after = draw(whole, seed), draw(smaller, seed)
    assert [d for d in before if d.item_id != gone] == list(after[:3])
    replacement = substitute(smaller, seed, [d.item_id for d in before])
    assert replacement is not None
    assert replacement.id == after[3].item_id


def test_a_bank_that_is_used_up_has_no_substitute() -> None:
    assert substitute(bank(2), 1, ["frage-0", "frage-1"]) is None


def test_arranging_survives_an_order_that_no_longer_fits() -> None:
    item = choice("x--")
    arranged = arrange(item, DrawnItem("eins", ("9", "3", "3")))
    assert [o.id for o in arranged.options] == ["3", "1", "2"]


def test_gap_choices_stay_with_their_gap() -> None:
    item = cloze(Gap(("a",), ("a", "b")), Gap(("getippt",)), Gap(("c",), ("c", "d", "e")))
    arranged = arrange(item, draw_item(item, 5))
    assert [sorted(gap) for gap in arranged.choices] == [["a", "b"], [], ["c", "d", "e"]]


def test_steps_of_one_are_left_alone() -> None:
    item: OrderingItem = ordering(1)
    assert draw_item(item, 1).order == ("1",)
