"""Documents of what a learner adds to a lesson, and of the questions that come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.store.fields import BadDocument, Document, flag, inner, moment, number, optional, text, texts, whole

if TYPE_CHECKING:
    from desktop.model.annotation import Annotation, Passage
    from desktop.model.refresher import Card


def from_annotation(annotation: Annotation) -> Document:
    """The document of a highlight, a note or a bookmark."""
    return {
        "id": annotation.id,
        "course_id": annotation.course_id,
        "lesson_id": annotation.lesson_id,
        "language": annotation.language,
        "made": annotation.made.isoformat(),
        "changed": annotation.changed.isoformat(),
        "passage": _from_passage(annotation.passage) if annotation.passage else None,
        "words": annotation.words,
        "bookmark": annotation.bookmark,
    }


def to_annotation(document: Mapping[str, Any]) -> Annotation:
    """The highlight, note or bookmark in a document, or BadDocument."""
    from desktop.model.annotation import Annotation

    return Annotation(
        id=text(document, "id"),
        course_id=text(document, "course_id"),
        lesson_id=text(document, "lesson_id"),
        language=text(document, "language"),
        made=moment(document, "made"),
        changed=moment(document, "changed"),
        passage=optional(document, "passage", _to_passage),
        words=text(document, "words"),
        bookmark=flag(document, "bookmark"),
    )


def _from_passage(passage: Passage) -> Document:
    return {
        "quote": passage.quote,
        "before": passage.before,
        "after": passage.after,
        "position": passage.position,
    }


def _to_passage(document: Mapping[str, Any], name: str) -> Passage:
    from desktop.model.annotation import Passage

    found = inner(document, name)
    return Passage(text(found, "quote"), text(found, "before"), text(found, "after"), number(found, "position"))


def from_card(card: Card) -> Document:
    """The document of a card; what has its usual value is left out, as there is one for every item ever answered."""
    document: Document = {
        "course_id": card.course_id,
        "lesson_id": card.lesson_id,
        "item_id": card.item_id,
        "stability": card.stability,
        "difficulty": card.difficulty,
        "due": card.due.isoformat(),
        "reviewed": card.reviewed.isoformat(),
    }
    if card.refreshed is not None:
        document["refreshed"] = card.refreshed.isoformat()
    if card.lapses:
        document["lapses"] = card.lapses
    if card.key:
        document["key"] = list(card.key)
    return document


def to_card(document: Mapping[str, Any]) -> Card:
    """The card in a document, or BadDocument."""
    from desktop.model.refresher import Card

    lapses = optional(document, "lapses", whole) or 0
    if lapses < 0:
        raise BadDocument("lapses")
    return Card(
        course_id=text(document, "course_id"),
        lesson_id=text(document, "lesson_id"),
        item_id=text(document, "item_id"),
        stability=_positive(document, "stability"),
        difficulty=_positive(document, "difficulty"),
        due=moment(document, "due"),
        reviewed=moment(document, "reviewed"),
        refreshed=optional(document, "refreshed", moment),
        lapses=lapses,
        key=optional(document, "key", texts) or (),
    )


def _positive(document: Mapping[str, Any], name: str) -> float:
    """A number above 0: the scheduler takes logarithms and powers of it."""
    value = number(document, name)
    if value <= 0:
        raise BadDocument(name)
    return value
