"""The part of the memory that a learner comes back for: notes, highlights and bookmarks, and questions to refresh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.store import study_documents
from desktop.store.documents import from_answer
from desktop.store.fields import Document
from desktop.store.keeper import Keeper
from desktop.store.reading import Reader

if TYPE_CHECKING:
    from desktop.model.annotation import Annotation
    from desktop.model.learner import Answer
    from desktop.model.refresher import Card


class NotesAndCards:
    """What LearnerStore offers for annotations and cards; each call is one journal line and raises as every change."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._reader = Reader(keeper)

    # --- notes, highlights, bookmarks ---

    def annotations(self, course_id: str = "", lesson_id: str = "") -> tuple[Annotation, ...]:
        """Those of a lesson, of a course, or all, in the order in which they were first made."""

        def wanted(document: Document) -> bool:
            return document.get("course_id") == course_id and lesson_id in ("", document.get("lesson_id"))

        convert = study_documents.to_annotation
        return tuple(self._reader.all("annotations", convert, wanted if course_id else lambda _: True))

    def save_annotation(self, annotation: Annotation) -> None:
        """Keep it, in place of what was kept under its id."""
        self._keeper.commit({"op": "annotation", "doc": study_documents.from_annotation(annotation)})

    def remove_annotation(self, annotation_id: str) -> None:
        """Take it away; one that is not kept is none. Backups of the days before still hold it, as they hold all."""
        if self._keeper.tables.get("annotations", annotation_id) is not None:
            self._keeper.commit({"op": "forget", "table": "annotations", "id": annotation_id})

    # --- questions that come back ---

    def cards(self, near: date | None = None) -> tuple[Card, ...]:
        """Every question that is on its way through the scheduler.

        With `near` only what may matter on that day in some time zone: what is due by then or was refreshed about then;
        thousands of others need not be read for it.
        """
        if near is None:
            return tuple(self._reader.all("cards", study_documents.to_card))
        first, last = (near - timedelta(days=1)).isoformat(), (near + timedelta(days=1)).isoformat()

        def wanted(document: Document) -> bool:
            # Days begin a moment as it is kept, and the year has four digits: they sort as text.
            due, refreshed = str(document.get("due")), str(document.get("refreshed") or "")
            return due[: len(last)] <= last or refreshed[: len(first)] >= first

        return tuple(self._reader.all("cards", study_documents.to_card, wanted))

    def card(self, course_id: str, lesson_id: str, item_id: str) -> Card | None:
        """The card of one question, None if it has none."""
        key = (course_id, lesson_id, item_id)
        document = self._keeper.tables.get("cards", *key)
        return self._reader.read("cards", key, document, study_documents.to_card) if document else None

    def save_cards(self, cards: Sequence[Card]) -> None:
        """Keep cards, each in place of what was kept for its question."""
        if cards:
            self._keeper.commit({"op": "cards", "docs": card_documents(cards)})

    def record_refresher(self, card: Card, answer: Answer) -> None:
        """Keep an answer given as a refresher in the history, and where its question stands now, in one stroke."""
        record: Document = {"op": "refresher", "card": study_documents.from_card(card)}
        self._keeper.commit({**record, "answer": from_answer(answer)})


def card_documents(cards: Sequence[Card]) -> list[Document]:
    """The documents of cards, as a journal record carries them."""
    return [study_documents.from_card(card) for card in cards]
