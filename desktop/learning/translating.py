"""Draws and responses carried over between two languages of the same item, part by part."""

from __future__ import annotations

from desktop.learning.drawing import draw_item, part_ids
from desktop.learning.grading import grade
from desktop.model.learner import DrawnItem
from desktop.model.quiz import ChoiceItem, ClozeItem, Item, MatchingItem, NumericItem, OrderingItem, Response


def drawn_in(drawn: DrawnItem, source: Item, target: Item, seed: int, *, shuffle: bool = True) -> DrawnItem:
    """The order drawn for `source`, for `target`; where their parts do not correspond, `target` drawn on its own."""
    ids, others = part_ids(source), part_ids(target)
    fresh = draw_item(target, seed, shuffle=shuffle)
    if len(ids) != len(others) or set(drawn.order) != set(ids):
        return fresh
    twin = dict(zip(ids, others, strict=True))
    return DrawnItem(drawn.item_id, tuple(twin[part] for part in drawn.order), fresh.key)


def response_in(response: Response, source: Item, target: Item) -> Response | None:
    """What a response to `source` is as a response to `target`; None where it only makes sense in its own language.

    Choices, steps, right sides and drop-downs carry over by their place, numbers as they are; typed words do not. What
    carries over must be worth the same, else the two languages do not ask the same thing.
    """
    carried = _carried(response, source, target)
    if carried is None or grade(target, carried).raw != grade(source, response).raw:
        return None
    return carried


def _carried(response: Response, source: Item, target: Item) -> Response | None:
    if len(part_ids(source)) != len(part_ids(target)):
        return None
    match source, target:
        case (ChoiceItem(), ChoiceItem()) | (OrderingItem(), OrderingItem()) | (NumericItem(), NumericItem()):
            return response
        case MatchingItem(), MatchingItem():
            return _by_place(response, part_ids(source), part_ids(target))
        case ClozeItem(), ClozeItem() if all(gap.choices for gap in source.gaps):
            places = zip(response, source.gaps, target.gaps, strict=False)
            words = [_by_place((word,), one.choices, other.choices) for word, one, other in places]
            known = [word for word in words if word is not None]
            return tuple(word for one in known for word in one) if len(known) == len(words) else None
        case _:
            return None


def _by_place(words: Response, ids: tuple[str, ...], others: tuple[str, ...]) -> Response | None:
    """Each word replaced by the one at its place among the others; nothing given stays nothing."""
    if len(ids) != len(others) or not set(words) <= {*ids, ""}:
        return None
    twin = dict(zip(ids, others, strict=True))
    return tuple(twin.get(word, "") for word in words)
