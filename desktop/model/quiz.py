"""Quizzes and their items, as a trainer wrote them; names follow Moodle and QTI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.model.problem import Place
from desktop.model.text import EMPTY, Rich

Response = tuple[str, ...]
"""What a learner gave, one shape for all item types:

single, true/false    ("2",)                 the option's id
multiple              ("1", "3")             ids, ascending
matching              ("Anzeige", "")        per pair in source order the chosen right side, "" for none
ordering              ("3", "1", "2")        option ids in the learner's order
cloze                 ("Freigabe", "alle")   per gap the typed or chosen text
short, numeric        ("280",)               as typed
reflection            ("…",)                 as typed, never graded
"""


class ItemType(StrEnum):
    """The item types of the course format."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    MATCHING = "matching"
    ORDERING = "ordering"
    CLOZE = "cloze"
    SHORT = "short"
    NUMERIC = "numeric"
    REFLECTION = "reflection"


class FeedbackMode(StrEnum):
    """When a learner sees what was right: after each item, or after the last."""

    IMMEDIATE = "immediate"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class Option:
    """A choice or, in an ordering, a step; ids are "1", "2" … in source order."""

    id: str
    text: Rich
    correct: bool = False
    feedback: Rich = EMPTY


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it."""

    left: Rich
    right: str
    feedback: Rich = EMPTY


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a cloze text; `choices` is empty where the learner types."""

    accepted: tuple[str, ...]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A typed answer that scores `fraction` (0..1); `*` is a wildcard."""

    text: str
    fraction: float = 1.0
    feedback: Rich = EMPTY


@dataclass(frozen=True, slots=True)
class NumericKey:
    """The value and how far off an answer may be."""

    value: float
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBase:
    """What all items share; `points` is the weight, `penalty` (0..1) what a look at the hint costs."""

    id: str
    stem: Rich
    place: Place
    points: float = 1.0
    penalty: float = 0.0
    tags: tuple[str, ...] = ()
    hint: Rich = EMPTY
    explanation: Rich = EMPTY
    shuffle: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItem(ItemBase):
    """Single choice, multiple choice or true/false."""

    type: ItemType
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingItem(ItemBase):
    """Pairs to be matched; `distractors` are right sides that belong nowhere."""

    pairs: tuple[Pair, ...]
    distractors: tuple[str, ...] = ()
    type: ItemType = ItemType.MATCHING


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingItem(ItemBase):
    """Steps in their right order."""

    options: tuple[Option, ...]
    type: ItemType = ItemType.ORDERING


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeItem(ItemBase):
    """A text with gaps: `segments` has one piece more than `gaps`; they alternate."""

    segments: tuple[Rich, ...]
    gaps: tuple[Gap, ...]
    type: ItemType = ItemType.CLOZE


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortItem(ItemBase):
    """A word or a short phrase to type."""

    accepted: tuple[Accepted, ...]
    type: ItemType = ItemType.SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericItem(ItemBase):
    """A number to type."""

    key: NumericKey
    type: ItemType = ItemType.NUMERIC


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionItem(ItemBase):
    """A question to think about; the sample answer stands in `explanation`. Never graded."""

    type: ItemType = ItemType.REFLECTION


Item = ChoiceItem | MatchingItem | OrderingItem | ClozeItem | ShortItem | NumericItem | ReflectionItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A graded item bank; `select` None draws all, `attempts` None means unlimited, `mastery_score` is percent."""

    id: str
    title: str
    items: tuple[Item, ...]
    place: Place
    language: str
    mastery_score: float = 80.0
    select: int | None = None
    shuffle: bool = True
    attempts: int | None = None
    feedback: FeedbackMode = FeedbackMode.IMMEDIATE
