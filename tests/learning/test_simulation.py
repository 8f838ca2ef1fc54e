"""Playing by the rules: meters stay in their range, signs are kept, the way can be replayed from any fork."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.simulation import Walk, back_to, choose, endings, replay, start, words_on_a_way
from desktop.model.errors import NotPossible
from desktop.model.problem import Place
from desktop.model.scenario import Choice, Flag, Line, Meter, Scenario, Scene
from desktop.model.text import Rich

HERE = Place(Path("x.md"))


def choice(target: str, flags: tuple[str, ...] = (), **changes: int) -> Choice:
    return Choice(Rich("", f"to {target}"), target, tuple(changes.items()), flags, why=f"because of {target}")


def scene(scene_id: str, *choices: Choice) -> Scene:
    return Scene(scene_id, scene_id.title(), (Line("A", Rich("", "three words here")),), choices, HERE)


SCENARIO = Scenario(
    id="s",
    title="S",
    language="de",
    meters=(Meter("trust", "Trust", 90), Meter("calm", "Calm", 10)),
    flags=(Flag("haste", "Haste"), Flag("praise", "Praise")),
    scenes=(
        scene("one", choice("two", ("haste",), trust=20, calm=-5), choice("end", trust=-100), choice("one")),
        scene("two", choice("end", ("haste", "praise"), calm=-50), choice("other", calm=30)),
        scene("end"),
        scene("other"),
    ),
    place=HERE,
)


def test_it_starts_at_the_first_scene_with_every_meter_where_the_file_says() -> None:
    walk = start(SCENARIO)
    assert walk.scene.id == "one"
    assert walk.meters == {"trust": 90, "calm": 10}
    assert (walk.taken, walk.flags, walk.is_over) == ((), (), False)


def test_a_choice_moves_meters_within_their_range_and_tells_what_really_moved() -> None:
    walk = choose(start(SCENARIO), 0)
    assert walk.meters == {"trust": 100, "calm": 5}
    assert dict(walk.taken[-1].moved) == {"trust": 10, "calm": -5}
    walk = choose(walk, 0)
    assert walk.meters == {"trust": 100, "calm": 0}
    assert dict(walk.taken[-1].moved) == {"calm": -5}
    assert walk.is_over


def test_a_sign_is_found_once_in_the_order_of_finding() -> None:
    walk = choose(choose(start(SCENARIO), 0), 0)
    assert walk.flags == ("haste", "praise")


def test_the_ways_not_taken_are_all_but_the_one_taken() -> None:
    walk = choose(start(SCENARIO), 1)
    assert [one.target for one in walk.taken[0].others] == ["two", "one"]
    assert walk.taken[0].choice.why == "because of end"


@pytest.mark.parametrize("number", [-1, 3, 99])
def test_a_choice_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(NotPossible, match="choice-unknown"):
        choose(start(SCENARIO), number)


def test_at_an_end_there_is_nothing_to_choose() -> None:
    with pytest.raises(NotPossible):
        choose(choose(start(SCENARIO), 1), 0)


def test_a_way_is_kept_as_far_as_a_changed_file_still_leads_there() -> None:
    steps = choose(choose(start(SCENARIO), 0), 1).steps
    turned = replace(SCENARIO.scenes[1], choices=(SCENARIO.scenes[1].choices[0],))
    walk = replay(replace(SCENARIO, scenes=(SCENARIO.scenes[0], turned, *SCENARIO.scenes[2:])), steps)
    assert walk.scene.id == "two"
    assert len(walk.taken) == 1
    led_elsewhere = replace(SCENARIO.scenes[0], choices=(choice("end"), choice("two")))
    walk = replay(replace(SCENARIO, scenes=(led_elsewhere, *SCENARIO.scenes[1:])), steps)
    assert walk.taken == ()


def test_the_length_of_a_way_is_that_of_the_shortest_ways_to_the_endings() -> None:
    assert [one.id for one in endings(SCENARIO)] == ["end", "other"]
    # "end" is one step away (3+6 and 3 words), "other" two (3+6, 3+4 and 3).
    assert words_on_a_way(SCENARIO) == round(((9 + 3) + (9 + 7 + 3)) / 2)


def walks(choices: list[int]) -> Walk:
    walk = start(SCENARIO)
    for number in choices:
        if walk.is_over:
            break
        walk = choose(walk, number % len(walk.scene.choices))
    return walk


@given(st.lists(st.integers(0, 5), max_size=12))
def test_any_way_keeps_the_meters_in_range_and_can_be_replayed(choices: list[int]) -> None:
    walk = walks(choices)
    assert all(0 <= value <= 100 for value in walk.meters.values())
    assert set(walk.flags) <= {"haste", "praise"}
    assert replay(SCENARIO, walk.steps) == walk
    moved = {"trust": 90, "calm": 10}
    for taken in walk.taken:
        for meter, step in taken.moved:
            moved[meter] += step
    assert moved == walk.meters


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.data())
def test_back_at_a_fork_all_is_as_it_was_before_that_choice(choices: list[int], data: st.DataObject) -> None:
    walk = walks(choices)
    place = data.draw(st.integers(0, len(walk.taken) - 1))
    again = back_to(walk, place)
    assert again.scene == walk.taken[place].scene
    assert again.taken == walk.taken[:place]
    rest = again
    for taken in walk.taken[place:]:
        rest = choose(rest, taken.number)
    assert rest == walk
    with pytest.raises(NotPossible, match="fork-unknown"):
        back_to(walk, len(walk.taken))
