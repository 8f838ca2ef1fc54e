"""The right answer to any item, for the tour: it fills in the real widgets with it."""

from __future__ import annotations

from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    NumericItem,
    OrderingItem,
    ReflectionItem,
    Response,
    ShortItem,
)


def right_response(item: Item) -> Response:
    """What earns everything in this item."""
    match item:
        case ChoiceItem():
            return tuple(option.id for option in item.options if option.correct)
        case MatchingItem():
            return tuple(pair.right for pair in item.pairs)
        case OrderingItem():
            return tuple(option.id for option in item.options)
        case ClozeItem():
            return tuple(gap.accepted[0] for gap in item.gaps)
        case ShortItem():
            return (max(item.accepted, key=lambda accepted: accepted.fraction).text.replace("*", ""),)
        case NumericItem():
            return (f"{item.key.value:g}",)
        case ReflectionItem():
            return ("…",)
