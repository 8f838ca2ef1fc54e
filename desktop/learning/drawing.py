"""Which items of a bank an attempt asks, and in which order their options stand: a function of bank and seed alone.

Everything is sorted by SHA-256 of (scheme, seed, scope, id). That is the same on every Python version and platform, and
an item's place does not depend on its neighbours: where a trainer removes one item, the rest of the draw stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from desktop.learning.keys import scoring_key
from desktop.model.learner import DrawnItem
from desktop.model.quiz import ChoiceItem, ClozeItem, Item, ItemType, MatchingItem, Option, OrderingItem, Quiz

_SCHEME = "klartext-draw-1"


@dataclass(frozen=True, slots=True)
class Arranged:
    """An item's parts in the order drawn.

    `options` are choices or steps, `rights` the right sides offered by a matching item (each once, distractors among
    them), `choices` per gap of a cloze what its drop-down offers (empty where the learner types).
    """

    options: tuple[Option, ...] = ()
    rights: tuple[str, ...] = ()
    choices: tuple[tuple[str, ...], ...] = ()


def draw(quiz: Quiz, seed: int) -> tuple[DrawnItem, ...]:
    """Draw `quiz.select` items, each with its option order and key: all where it is None, and never none at all.

    With `quiz.shuffle` the items stand in drawn order, without it in the order of the file.
    """
    ranked = sorted(quiz.items, key=lambda item: _rank(seed, "bank", item.id))
    chosen = ranked if quiz.select is None else ranked[: max(1, quiz.select)]
    if not quiz.shuffle:
        ids = {item.id for item in chosen}
        chosen = [item for item in quiz.items if item.id in ids]
    return tuple(draw_item(item, seed, shuffle=quiz.shuffle) for item in chosen)


def substitute(quiz: Quiz, seed: int, drawn: Iterable[str]) -> Item | None:
    """The next item of the bank that is not among the ids `drawn`; None where the bank is used up."""
    taken = set(drawn)
    left = [item for item in quiz.items if item.id not in taken]
    return min(left, key=lambda item: _rank(seed, "bank", item.id), default=None)


def draw_item(item: Item, seed: int, *, shuffle: bool = True) -> DrawnItem:
    """One item with its option order.

    `item.shuffle` overrules `shuffle`. True/false keeps its order; right sides and steps are always mixed, since their
    source order is the solution; steps never come in the right order when there are two or more.
    """
    ids = part_ids(item)
    mixed = shuffle if item.shuffle is None else item.shuffle
    if isinstance(item, MatchingItem | OrderingItem):
        mixed = True
    if isinstance(item, ChoiceItem) and item.type is ItemType.TRUE_FALSE:
        mixed = False
    order = tuple(sorted(ids, key=lambda part: _rank(seed, f"item:{item.id}", part))) if mixed else ids
    if isinstance(item, OrderingItem) and order == ids:
        order = (*order[1:], *order[:1])
    return DrawnItem(item.id, order, scoring_key(item))


def part_ids(item: Item) -> tuple[str, ...]:
    """What an order is made of: option or step ids, right sides (each once), or "gap.choice" numbers of a cloze."""
    match item:
        case ChoiceItem() | OrderingItem():
            return tuple(o.id for o in item.options)
        case MatchingItem():
            return tuple(dict.fromkeys((*(p.right for p in item.pairs), *item.distractors)))
        case ClozeItem():
            return tuple(f"{g}.{c}" for g, gap in enumerate(item.gaps, 1) for c in range(1, len(gap.choices) + 1))
        case _:
            return ()


def arrange(item: Item, drawn: DrawnItem) -> Arranged:
    """The item's parts in drawn order; parts the draw does not know follow, ids the item does not know are left out."""
    ids = part_ids(item)
    known = [part for part in dict.fromkeys(drawn.order) if part in ids]
    order = (*known, *(part for part in ids if part not in known))
    match item:
        case ChoiceItem() | OrderingItem():
            by_id = {o.id: o for o in item.options}
            return Arranged(options=tuple(by_id[part] for part in order))
        case MatchingItem():
            return Arranged(rights=order)
        case ClozeItem():
            places = [tuple(map(int, part.split("."))) for part in order]
            gaps = enumerate(item.gaps, 1)
            return Arranged(choices=tuple(tuple(gap.choices[c - 1] for g, c in places if g == n) for n, gap in gaps))
        case _:
            return Arranged()


def _rank(seed: int, scope: str, part: str) -> bytes:
    return sha256("\x1f".join((_SCHEME, str(seed), scope, part)).encode()).digest()
