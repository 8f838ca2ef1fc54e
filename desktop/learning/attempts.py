"""An open attempt as it goes on: with new answers, and after a trainer changed the bank underneath it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from desktop.learning.drawing import draw_item, part_ids, substitute
from desktop.learning.keys import scoring_key, still_same
from desktop.model.learner import Answer, Attempt, DrawnItem
from desktop.model.quiz import FeedbackMode, Item, Quiz


def renewed(attempt: Attempt, quiz: Quiz, translations: Sequence[Quiz] = ()) -> Attempt:
    """The attempt fitted to today's bank; the same object where nothing that matters has changed.

    `quiz` is today's bank in the attempt's own language. An item whose scoring-relevant content changed is drawn anew
    at its place and its answer is dropped; a mended typo keeps both. An item that left the bank is replaced at its
    place by the next one of the same seed, or dropped where the bank is used up. All other answers stay.

    An answer with a key of its own was given after such a change, or in another language, and stands as long as that
    edition (among `quiz` and `translations`) does; so this may be computed again and again from the attempt as begun.
    """
    bank = {item.id: item for item in quiz.items}
    taken = [d.item_id for d in attempt.draw if d.item_id in bank]
    draw: list[DrawnItem] = []
    answers: dict[str, Answer] = {}
    for drawn in attempt.draw:
        item = bank.get(drawn.item_id) or _replacement(attempt, quiz, taken)
        if item is None:
            continue
        if item.id != drawn.item_id:
            taken.append(item.id)
        stands = item.id == drawn.item_id and _stands(drawn, item)
        draw.append(drawn if stands else draw_item(item, attempt.seed, shuffle=quiz.shuffle))
        answer = attempt.answers.get(item.id)
        if answer and (answer_stands(answer, item.id, (quiz, *translations)) if answer.key else stands):
            answers[item.id] = answer
    if tuple(draw) == attempt.draw and answers == dict(attempt.answers):
        return attempt
    position = min(attempt.position, max(0, len(draw) - 1))
    return replace(attempt, draw=tuple(draw), position=position, answers=MappingProxyType(answers))


def _replacement(attempt: Attempt, quiz: Quiz, taken: Sequence[str]) -> Item | None:
    """What is asked in place of an item that is gone: one that was answered in its place before, else the next one."""
    before = (item for item in quiz.items if item.id in attempt.answers and item.id not in taken)
    return next(before, None) or substitute(quiz, attempt.seed, taken)


def _stands(drawn: DrawnItem, item: Item) -> bool:
    return still_same(drawn.key, scoring_key(item)) and set(drawn.order) == set(part_ids(item))


def answer_stands(answer: Answer, item_id: str, editions: Sequence[Quiz]) -> bool:
    """Whether an answer with a key still answers the item in one of the editions (languages) of the quiz."""
    return any(
        item.id == item_id and still_same(answer.key, scoring_key(item)) for quiz in editions for item in quiz.items
    )


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
