"""A question that comes back: what the scheduler keeps about one item that was answered once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.model.learner import ScoringKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One item on its way through FSRS; named by course, lesson (empty: an item of the course's test) and item.

    `stability` (days) and `difficulty` (1..10) are FSRS's own, `reviewed` is the last answer anywhere, `refreshed` the
    last one given as a refresher (None: never). `key` is the item's scoring key when it was last answered.
    """

    course_id: str
    lesson_id: str
    item_id: str
    stability: float
    difficulty: float
    due: datetime
    reviewed: datetime
    refreshed: datetime | None = None
    lapses: int = 0
    key: ScoringKey = ()
