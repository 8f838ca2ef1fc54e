"""An item and a response become a fraction, a mark per part and the feedback that applies.

The rules, all floored at 0: single and true/false 0 or 1; multiple right-minus-wrong (share of right options ticked
minus share of wrong options ticked); matching and cloze the share of right pairs and gaps; ordering Moodle's "relative
to next item, including last"; short the fraction of the first pattern that fits; numeric 0 or 1; reflection ungraded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.learning.typed import folded, matches, same, within
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    NumericKey,
    OrderingItem,
    ReflectionItem,
    Response,
    ShortItem,
)
from desktop.model.text import Rich

_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class Part:
    """The mark of one option, pair, step or gap.

    `id` is the option's or step's id, or the pair's or gap's number from "1". `chosen` says whether the learner ticked
    or filled it, `right` whether the part is as it should be (an unticked right option is neither chosen nor right).
    `solution` is the right side or text that belongs there; empty for options and steps.
    """

    id: str
    chosen: bool
    right: bool
    solution: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded response.

    `fraction` is 0..1 after the hint's penalty, None where the item is never graded; `raw` is the same before it.
    `parts` are in source order, except for an ordering, where they are in the learner's order. `feedback` holds what
    the author says to exactly this response, without the item's explanation.
    """

    fraction: float | None
    raw: float | None
    parts: tuple[Part, ...] = ()
    feedback: tuple[Rich, ...] = ()

    @property
    def correct(self) -> bool:
        """Whether everything was right, whatever the hint cost."""
        return self.raw is not None and self.raw >= 1 - _EXACT

    @property
    def partly(self) -> bool:
        """Whether something, but not everything, was right."""
        return self.raw is not None and _EXACT < self.raw < 1 - _EXACT


def grade(item: Item, response: Response, *, hint_used: bool = False) -> Graded:
    """Grade any response, even a malformed one; nothing given scores 0.

    The item's `penalty` is taken off the fraction once when the hint was used, never below 0 (as Moodle does).
    """
    raw, parts, feedback = _graded(item, response)
    if raw is None:
        return Graded(None, None, parts, feedback)
    raw = min(1.0, max(0.0, raw))
    penalty = min(1.0, max(0.0, item.penalty)) if hint_used else 0.0
    return Graded(max(0.0, raw - penalty), raw, parts, feedback)


_Outcome = tuple[float | None, tuple[Part, ...], tuple[Rich, ...]]


def _graded(item: Item, response: Response) -> _Outcome:
    match item:
        case ChoiceItem():
            return _choice(item, response)
        case MatchingItem():
            return _matching(item, response)
        case OrderingItem():
            return _ordering(item, response)
        case ClozeItem():
            return _cloze(item, response)
        case ShortItem():
            return _short(item, response)
        case NumericItem():
            return _numeric(item, response)
        case ReflectionItem():
            return None, (), ()


def _choice(item: ChoiceItem, response: Response) -> _Outcome:
    chosen = set(response)
    parts = tuple(Part(o.id, o.id in chosen, (o.id in chosen) == o.correct) for o in item.options)
    feedback = tuple(o.feedback for o in item.options if o.id in chosen and o.feedback)
    right = {o.id for o in item.options if o.correct}
    wrong = {o.id for o in item.options} - right
    if item.type is not ItemType.MULTIPLE:
        # Several ids for a single choice are no answer, even if the right one is among them.
        return float(len(chosen) == 1 and chosen <= right), parts, feedback
    hits = len(chosen & right) / len(right) if right else 0.0
    misses = len(chosen & wrong) / len(wrong) if wrong else 0.0
    return hits - misses, parts, feedback


def _matching(item: MatchingItem, response: Response) -> _Outcome:
    given = _padded(response, len(item.pairs))
    parts = tuple(
        Part(str(n), bool(side), bool(side) and _tidy(side) == _tidy(pair.right), pair.right)
        for n, (pair, side) in enumerate(zip(item.pairs, given, strict=True), 1)
    )
    feedback = tuple(p.feedback for p, side in zip(item.pairs, given, strict=True) if side and p.feedback)
    return _share(parts), parts, feedback


def _ordering(item: OrderingItem, response: Response) -> _Outcome:
    """A step is right when the step after it is the one that belongs there; the last, when it stands last."""
    ids = [o.id for o in item.options]
    if sorted(response) != sorted(ids):
        return 0.0, tuple(Part(i, False, False) for i in ids), ()
    follower = dict(zip(ids, [*ids[1:], ""], strict=True))
    parts = tuple(
        Part(step, True, follower[step] == after) for step, after in zip(response, [*response[1:], ""], strict=True)
    )
    by_id = {o.id: o for o in item.options}
    wrong = tuple(by_id[p.id].feedback for p in parts if not p.right and by_id[p.id].feedback)
    return _share(parts), parts, wrong


def _cloze(item: ClozeItem, response: Response) -> _Outcome:
    given = _padded(response, len(item.gaps))
    parts = tuple(
        Part(
            str(n),
            bool(text.strip()),
            bool(text.strip()) and any(same(text, a) for a in gap.accepted),
            gap.accepted[0] if gap.accepted else "",
        )
        for n, (gap, text) in enumerate(zip(item.gaps, given, strict=True), 1)
    )
    return _share(parts), parts, ()


def _short(item: ShortItem, response: Response) -> _Outcome:
    text = response[0] if response else ""
    best = max(item.accepted, key=lambda a: a.fraction, default=None)
    solution = best.text if best else ""
    # First fit, as in Moodle: an author puts the special case before the wildcard.
    hit = next((a for a in item.accepted if matches(text, a.text)), None)
    fraction = hit.fraction if hit else 0.0
    part = Part("1", bool(folded(text)), fraction >= 1 - _EXACT, solution)
    return fraction, (part,), (hit.feedback,) if hit and hit.feedback else ()


def _numeric(item: NumericItem, response: Response) -> _Outcome:
    text = response[0] if response else ""
    right = within(text, item.key)
    return float(right), (Part("1", bool(text.strip()), right, number_text(item.key)),), ()


def number_text(key: NumericKey) -> str:
    """The key's value as plain digits without a needless ".0" ("280", "2.5")."""
    return format(key.value, ".15g")


def solution(item: Item) -> Response:
    """A response that scores 1, to be shown as the right answer; empty for reflections."""
    match item:
        case ChoiceItem():
            return tuple(o.id for o in item.options if o.correct)
        case MatchingItem():
            return tuple(p.right for p in item.pairs)
        case OrderingItem():
            return tuple(o.id for o in item.options)
        case ClozeItem():
            return tuple(g.accepted[0] if g.accepted else "" for g in item.gaps)
        case ShortItem():
            best = max(item.accepted, key=lambda a: a.fraction, default=None)
            return (best.text,) if best else ()
        case NumericItem():
            return (number_text(item.key),)
        case ReflectionItem():
            return ()


def _padded(response: Response, count: int) -> Sequence[str]:
    return [*response[:count], *[""] * (count - len(response))]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _share(parts: Sequence[Part]) -> float:
    return sum(p.right for p in parts) / len(parts) if parts else 0.0
