"""When an item comes back: FSRS (https://github.com/open-spaced-repetition/py-fsrs), ten a day, the weakest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from desktop.model.refresher import Card

if TYPE_CHECKING:
    from desktop.model.learner import Attempt, ScoringKey

PER_DAY = 10
"""How many refreshers a learner is asked for on one day, over all courses."""

LONGEST = 365
"""Days after which an item comes back at the latest: certificates are renewed about as often, and rules change."""

_REMEMBERED = 0.5
"""Share of an item that must have been right for it to count as remembered at all."""

_EXACT = 1e-9

_REFLECTION = ("type reflection",)
"""How the scoring key of an item begins that nobody can grade."""

CardKey = tuple[str, str, str]
"""Course, lesson (empty: an item of the course's test) and item."""


class Rating(IntEnum):
    """How well an item was remembered, numbered as FSRS does; "easy" is never given, as a program cannot see it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


def key_of(card: Card) -> CardKey:
    """What names a card."""
    return card.course_id, card.lesson_id, card.item_id


def rate(fraction: float, hint_used: bool) -> Rating:
    """How well it was remembered, by the share (0..1) that was right.

    Less than half is forgotten: FSRS counts "hard" as remembered. Right with a hint, or right in part, is hard.
    """
    if fraction < _REMEMBERED:
        return Rating.AGAIN
    return Rating.GOOD if fraction >= 1 - _EXACT and not hint_used else Rating.HARD


def review(
    card: Card | None,
    key: CardKey,
    rating: Rating,
    at: datetime,
    scoring_key: ScoringKey = (),
    *,
    refresher: bool = False,
    anew: bool = False,
) -> Card:
    """The card after an answer given at `at` (with a time zone); None is an item without one.

    What was missed comes back on the next day, everything else by FSRS, with its default parameters and 90 % wished
    retention, after whole days and `LONGEST` at most. A second answer on the same day puts nothing off: what one was
    just told is not yet remembered. `refresher` says that the answer was asked for as one, `anew` that the item has
    become another one and its past says nothing.
    """
    stability, difficulty, due = _scheduled(None if anew else card, rating, at)
    if rating is Rating.AGAIN:
        due = at + timedelta(days=1)
    if card is not None and day_of(card.reviewed, at) == at.date() < day_of(card.due, at):
        due = min(due, card.due)
    return Card(
        course_id=key[0],
        lesson_id=key[1],
        item_id=key[2],
        stability=stability,
        difficulty=difficulty,
        due=due,
        reviewed=at,
        refreshed=at if refresher else card.refreshed if card else None,
        lapses=(card.lapses if card else 0) + (rating is Rating.AGAIN and card is not None),
        key=scoring_key,
    )


def attempt_cards(attempt: Attempt, finished: datetime, kept: Mapping[CardKey, Card]) -> Iterator[Card]:
    """The cards of all items of a finished attempt that can be graded; one left open counts as missed.

    `kept` are the cards there are. What is a reflection is told by the key that was drawn, so no test need be read.
    """
    for drawn in attempt.draw:
        answer = attempt.answers.get(drawn.item_id)
        if drawn.key[:1] == _REFLECTION or (answer and answer.fraction is None):
            continue
        key = (attempt.course_id, "", drawn.item_id)
        rating = rate(answer.fraction or 0.0, answer.hint_used) if answer else Rating.AGAIN
        own = (answer.key if answer else ()) or drawn.key
        yield review(kept.get(key), key, rating, answer.at if answer else finished, own)


def due_cards(
    cards: Iterable[Card], now: datetime, limit: int = PER_DAY, askable: Callable[[Card], bool] = lambda _: True
) -> tuple[Card, ...]:
    """The cards to ask today, in the order to ask them, at most `limit` less what was refreshed today.

    Due is a matter of days in the time zone of `now`, not of hours. Chosen from those that are `askable` are the ones
    remembered worst, by FSRS's forgetting curve; then the courses take turns, as mixed practice holds longer.
    """
    there = tuple(cards)
    today = now.date()
    left = limit - sum(day_of(card.refreshed, now) == today for card in there if card.refreshed)
    due = [card for card in there if day_of(card.due, now) <= today and askable(card)]
    due.sort(key=lambda card: (-_forgotten(card, now), card.due, key_of(card)))
    return _taking_turns(due[: max(0, left)])


def next_day(cards: Iterable[Card], now: datetime) -> date | None:
    """The day on which refreshers are asked again when today's are done; None where nothing is to come."""
    days = [day_of(card.due, now) for card in cards if not is_parked(card)]
    return max(min(days), now.date() + timedelta(days=1)) if days else None


def day_of(moment: datetime, now: datetime) -> date:
    """The day of a moment where `now` is."""
    # Near the end of the calendar another time zone may be beyond it.
    return moment.date() if is_end(moment) else moment.astimezone(now.tzinfo).date()


def parked(card: Card) -> Card:
    """The card of an item that is gone: never due, and back in use when the item is answered again."""
    return replace(card, due=_NEVER)


def is_parked(card: Card) -> bool:
    """Whether its item was found to be gone."""
    return is_end(card.due)


def is_end(moment: datetime) -> bool:
    """Whether it stands for "never"."""
    return moment.year == _NEVER.year


_NEVER = datetime(9999, 6, 1, tzinfo=UTC)


def _scheduled(card: Card | None, rating: Rating, at: datetime) -> tuple[float, float, datetime]:
    """Stability, difficulty and due moment by FSRS, without its short steps and its random spread."""
    from fsrs import Card as FsrsCard
    from fsrs import Rating as FsrsRating
    from fsrs import Scheduler, State

    scheduler = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
    # A card without a number would take one from the clock and wait for the next one.
    before = FsrsCard(card_id=1, due=at.astimezone(UTC))
    if card is not None:
        before.state, before.step = State.Review, None
        before.stability, before.difficulty = _sound(card), min(10.0, max(1.0, card.difficulty))
        before.last_review = card.reviewed.astimezone(UTC)
    after, _log = scheduler.review_card(before, FsrsRating(int(rating)), at.astimezone(UTC))
    if after.stability is None or after.difficulty is None:
        raise ValueError("FSRS left a reviewed card without a stability")
    return after.stability, after.difficulty, after.due.astimezone(at.tzinfo)


def _forgotten(card: Card, now: datetime) -> float:
    """How far along its forgetting curve a card is, 0 when just answered.

    FSRS's chance to remember falls with days gone by over stability, whatever its parameters, so this sorts as it does.
    """
    return max(0.0, (now - card.reviewed) / timedelta(days=1)) / _sound(card)


def _sound(card: Card) -> float:
    """The stability within FSRS's own bounds: cards come from files, and powers of wild numbers overflow."""
    return min(36500.0, max(0.001, card.stability))


def _taking_turns(cards: Sequence[Card]) -> tuple[Card, ...]:
    """One of each course in turn, the course of the weakest card first."""
    by_course: dict[str, list[Card]] = {}
    for card in cards:
        by_course.setdefault(card.course_id, []).append(card)
    rounds = max(map(len, by_course.values()), default=0)
    return tuple(own[n] for n in range(rounds) for own in by_course.values() if n < len(own))
