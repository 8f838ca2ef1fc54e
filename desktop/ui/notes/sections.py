"""Notes without a place in the text: on the lesson at its head, the others at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.annotations import Placed, Where
from desktop.ui.kit import Kit
from desktop.ui.notes.card import NoteCard
from desktop.ui.widgets import CardTitle, Muted


class _Section(QWidget):
    """Cards below a title, gone while there are none."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._fixed = 0
        if title:
            self._column.addWidget(CardTitle(title))
            self._column.addWidget(Muted(hint))
            self._fixed = 2
        self.cards: list[NoteCard] = []

    def show_cards(self, cards: list[NoteCard]) -> None:
        """Show these in place of those before."""
        for before in self.cards:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.cards = cards
        for card in cards:
            self._column.addWidget(card)
        self.setVisible(bool(cards))


class NoteSections(QObject):
    """Puts three sections into a lesson's column and fills them.

    edit_wanted, removal_wanted   with the annotation's id
    """

    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, kit: Kit, column: QVBoxLayout, head: QWidget) -> None:
        super().__init__(column)
        self._kit, self._column, self._head = kit, column, head
        self._sections: dict[Where, _Section] = {}

    def show_notes(self, placed: Sequence[Placed], *, before: QWidget | None) -> None:
        """Show notes; those that stand at the end wait until `before`, the lesson's foot, is there."""
        for where in (Where.LESSON, Where.GONE, Where.OTHER_LANGUAGE):
            there = [one for one in placed if one.where is where]
            if where not in self._sections:
                if not there or (where is not Where.LESSON and before is None):
                    continue
                self._sections[where] = self._put(where, before)
            self._sections[where].show_cards([self._card(one) for one in there])

    def card(self, annotation_id: str) -> NoteCard | None:
        """The card of an annotation, if it has one."""
        cards = (card for section in self._sections.values() for card in section.cards)
        return next((card for card in cards if card.annotation.id == annotation_id), None)

    def _put(self, where: Where, before: QWidget | None) -> _Section:
        section = _Section(*self._words(where))
        above = where is Where.LESSON or before is None
        at = self._column.indexOf(self._head) + 1 if above else self._column.indexOf(before)
        self._column.insertWidget(at, section)
        return section

    def _card(self, one: Placed) -> NoteCard:
        card = NoteCard(self._kit, one.annotation)
        card.edit_wanted.connect(self.edit_wanted)
        card.removal_wanted.connect(self.removal_wanted)
        return card

    def _words(self, where: Where) -> tuple[str, str]:
        if where is Where.GONE:
            hint = self.tr("The lesson was changed since. Your words are still here.")
            return self.tr("Without a place in today’s text"), hint
        if where is Where.OTHER_LANGUAGE:
            if self._kit.language == "de":
                return self.tr("In the English version"), self.tr("You made these while reading in English.")
            return self.tr("In the German version"), self.tr("You made these while reading in German.")
        return "", ""
