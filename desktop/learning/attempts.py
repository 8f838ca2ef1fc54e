"""An open attempt as it goes on: with new answers, and after a trainer changed the bank underneath it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from desktop.learning.drawing import draw_item, part_ids, substitute
from desktop.learning.keys import scoring_key, still_same
from desktop.model.learner import Answer, Attempt, DrawnItem
from desktop.model.quiz import FeedbackMode, Item, Quiz


def renewed(attempt: Attempt, quiz: Quiz) -> Attempt:
    """The attempt fitted to today's bank; the same object where nothing that matters has changed.

    An item whose scoring-relevant content changed is drawn anew at its place and its answer is dropped; a mended typo
    keeps both. An item that left the bank is replaced at its place by the next one of the same seed, or dropped where
    the bank is used up. All other answers stay.
    """
    bank = {item.id: item for item in quiz.items}
    taken = [d.item_id for d in attempt.draw if d.item_id in bank]
    draw: list[DrawnItem] = []
    for drawn in attempt.draw:
        item = bank.get(drawn.item_id) or substitute(quiz, attempt.seed, taken)
        if item is None:
            continue
        if item.id != drawn.item_id:
            taken.append(item.id)
        stands = item.id == drawn.item_id and _stands(drawn, item)
        draw.append(drawn if stands else draw_item(item, attempt.seed, shuffle=quiz.shuffle))
    if tuple(draw) == attempt.draw:
        return attempt
    kept = {d.item_id for d in draw} & {d.item_id for d in attempt.draw if d in draw}
    return replace(
        attempt,
        draw=tuple(draw),
        position=min(attempt.position, max(0, len(draw) - 1)),
        answers=MappingProxyType({i: a for i, a in attempt.answers.items() if i in kept}),
    )


def _stands(drawn: DrawnItem, item: Item) -> bool:
    return still_same(drawn.key, scoring_key(item)) and set(drawn.order) == set(part_ids(item))


def answer_stands(answer: Answer, item: Item) -> bool:
    """Whether a kept answer still answers the item as it is today; an answer kept without a key does."""
    return not answer.key or still_same(answer.key, scoring_key(item))


def with_answer(attempt: Attempt, answer: Answer, position: int) -> Attempt:
    """The attempt with one more (or a changed) answer, standing at `position`."""
    answers = MappingProxyType({**attempt.answers, answer.item_id: answer})
    return replace(attempt, answers=answers, position=position)


def is_final(quiz: Quiz, attempt: Attempt, item_id: str) -> bool:
    """Whether an answer can no longer be changed: where feedback is immediate, the first one stands."""
    return quiz.feedback is FeedbackMode.IMMEDIATE and item_id in attempt.answers


def open_positions(attempt: Attempt) -> tuple[int, ...]:
    """The places of the draw that have no answer yet."""
    return tuple(n for n, drawn in enumerate(attempt.draw) if drawn.item_id not in attempt.answers)


def attempts_left(quiz: Quiz, course_version: str, finished: Sequence[Attempt]) -> int | None:
    """How many attempts remain; None is unlimited. A new version of the course starts the count anew."""
    if quiz.attempts is None:
        return None
    used = sum(attempt.course_version == course_version for attempt in finished)
    return max(0, quiz.attempts - used)
