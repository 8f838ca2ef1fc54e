"""Items for the tests of the rules: written by hand, and made up by hypothesis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from desktop.model.problem import Place
from desktop.model.quiz import (
    Accepted,
    ChoiceItem,
    ClozeItem,
    Gap,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    NumericKey,
    Option,
    OrderingItem,
    Pair,
    Quiz,
    ReflectionItem,
    ShortItem,
)
from desktop.model.text import Rich

PLACE = Place(Path("quiz.md"))


def rich(words: str) -> Rich:
    return Rich(words, words)


def options(marks: str, *texts: str) -> tuple[Option, ...]:
    """Options from marks: "x--" makes three, the first one right."""
    words = texts or tuple(f"Antwort {n}" for n in range(1, len(marks) + 1))
    return tuple(
        Option(str(n), rich(text), mark == "x", rich(f"Zu {n}."))
        for n, (mark, text) in enumerate(zip(marks, words, strict=True), 1)
    )


def base(item_id: str = "eins", **more: Any) -> dict[str, Any]:
    return {"id": item_id, "stem": rich("Was tun Sie?"), "place": PLACE} | more


def choice(marks: str, *texts: str, kind: ItemType = ItemType.SINGLE, **more: Any) -> ChoiceItem:
    return ChoiceItem(**base(**more), type=kind, options=options(marks, *texts))


def multiple(marks: str, *texts: str, **more: Any) -> ChoiceItem:
    return choice(marks, *texts, kind=ItemType.MULTIPLE, **more)


def matching(*pairs: tuple[str, str], distractors: tuple[str, ...] = (), **more: Any) -> MatchingItem:
    made = tuple(Pair(rich(left), right, rich(f"Zu {left}.")) for left, right in pairs)
    return MatchingItem(**base(**more), pairs=made, distractors=distractors)


def ordering(count: int, **more: Any) -> OrderingItem:
    return OrderingItem(**base(**more), options=options("-" * count))


def cloze(*gaps: Gap, **more: Any) -> ClozeItem:
    segments = tuple(rich(f"Stück {n}") for n in range(len(gaps) + 1))
    return ClozeItem(**base(**more), segments=segments, gaps=gaps)


def short(*accepted: Accepted, **more: Any) -> ShortItem:
    return ShortItem(**base(**more), accepted=accepted)


def numeric(value: float, tolerance: float = 0.0, **more: Any) -> NumericItem:
    return NumericItem(**base(**more), key=NumericKey(value, tolerance))


def quiz(*items: Item, **more: Any) -> Quiz:
    return Quiz(id="q", title="Test", items=items, place=PLACE, language="de", **more)


# --- made up ---

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(
    lambda s: bool(s.split()) and "*" not in s and "\\" not in s
)
responses = st.lists(st.one_of(st.sampled_from(["", "1", "2", "3", "9"]), st.text(max_size=20)), max_size=8).map(tuple)
penalties = st.sampled_from([0.0, 0.25, 1 / 3, 1.0])
points = st.sampled_from([0.5, 1.0, 2.0, 3.0])
tag_lists = st.lists(st.sampled_from(["grenze", "chat", "recht"]), max_size=2).map(tuple)


def _common(item_id: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda p, w, t, s: base(item_id, penalty=p, points=w, tags=t, shuffle=s),
        penalties,
        points,
        tag_lists,
        st.sampled_from([None, True, False]),
    )


@st.composite
def items(draw: st.DrawFn, item_id: str = "eins", *, graded: bool = False) -> Item:
    """Any item with at least one right answer."""
    common = draw(_common(item_id))
    kinds = [k for k in ItemType if not (graded and k is ItemType.REFLECTION)]
    kind = draw(st.sampled_from(kinds))
    if kind is ItemType.TRUE_FALSE:
        return ChoiceItem(**common, type=kind, options=options(draw(st.sampled_from(["x-", "-x"])), "Wahr", "Falsch"))
    if kind is ItemType.SINGLE:
        count, right = draw(st.integers(2, 6)), draw(st.integers(0, 5))
        marks = "".join("x" if n == right % count else "-" for n in range(count))
        return ChoiceItem(**common, type=kind, options=options(marks))
    if kind is ItemType.MULTIPLE:
        marks = "".join(draw(st.lists(st.sampled_from("x-"), min_size=1, max_size=6))) + "x"
        return ChoiceItem(**common, type=kind, options=options(marks))
    if kind is ItemType.MATCHING:
        rights = draw(st.lists(words.map(str.strip), min_size=1, max_size=5))
        pairs = tuple(Pair(rich(f"Links {n}"), right) for n, right in enumerate(rights))
        distractors = tuple(d for d in draw(st.lists(words, max_size=2)) if d not in rights)
        return MatchingItem(**common, pairs=pairs, distractors=distractors)
    if kind is ItemType.ORDERING:
        return OrderingItem(**common, options=options("-" * draw(st.integers(2, 6))))
    if kind is ItemType.CLOZE:
        gaps = draw(
            st.lists(st.builds(_gap, words, st.lists(words, max_size=3), st.booleans()), min_size=1, max_size=4)
        )
        segments = tuple(rich(f"Stück {n}") for n in range(len(gaps) + 1))
        return ClozeItem(**common, segments=segments, gaps=tuple(gaps))
    if kind is ItemType.SHORT:
        return ShortItem(**common, accepted=(Accepted(draw(words)), Accepted("*", 0.0)))
    if kind is ItemType.NUMERIC:
        value = draw(st.floats(-1e9, 1e9, allow_nan=False).map(lambda v: round(v, 3)))
        return NumericItem(**common, key=NumericKey(value, draw(st.sampled_from([0.0, 0.5, 5.0]))))
    return ReflectionItem(**common)


def _gap(right: str, others: list[str], offered: bool) -> Gap:
    return Gap((right,), tuple(dict.fromkeys((right, *others))) if offered else ())


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """A bank of up to a dozen items."""
    count = draw(st.integers(1, 12))
    bank = [draw(items(f"item-{n}")) for n in range(count)]
    return quiz(
        *bank,
        select=draw(st.one_of(st.none(), st.integers(1, 14))),
        shuffle=draw(st.booleans()),
        mastery_score=draw(st.sampled_from([50.0, 66.7, 80.0, 100.0])),
    )
