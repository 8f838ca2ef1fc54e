"""Draws the annotations of a lesson: highlights in its texts, signs in the margin, the others at its head and end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.app.annotations import Placed, Where
from desktop.ui.notes.card import NoteCard
from desktop.ui.notes.marks import Margin, Mark, NoteSign
from desktop.ui.notes.sections import NoteSections
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.selectable import Highlight

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen


class ShownNotes(QObject):
    """Knows which widget stands for which annotation.

    open_wanted, removal_wanted   with the annotation's id
    """

    open_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, screen: LessonScreen, texts: Mapping[int, RichText]) -> None:
        """`texts` are the lesson's texts that exist so far, by number; more may come."""
        super().__init__(screen)
        self._screen, self._texts = screen, texts
        self._placed: tuple[Placed, ...] = ()
        self._marks: dict[str, list[Mark]] = {}
        self._margin: Margin | None = None
        self._sections: NoteSections | None = None

    def show_all(self, placed: tuple[Placed, ...]) -> None:
        """Show these in place of those before."""
        before, self._placed = self._placed, placed
        numbers = {spot.text for one in (*before, *placed) for spot in one.spots}
        for number in sorted(numbers & self._texts.keys()):
            self._draw(number)
        self._draw_signs()
        self._show_sections()

    def text_made(self, number: int) -> None:
        """Draw what belongs into a text whose widget has just been made."""
        if any(spot.text == number for one in self._placed for spot in one.spots):
            self._draw(number)
            QTimer.singleShot(0, self, self._draw_signs)

    def lesson_built(self) -> None:
        """Show what stands at the lesson's end, now that it is there."""
        self._show_sections()

    # Which widget stands for what ---------------------------------------------------------------------------------

    def with_keyboard(self) -> str:
        """The id of the annotation whose passage has the keyboard; empty if none has."""
        focused = QApplication.focusWidget()
        return next((one for one, marks in self._marks.items() if focused in marks), "")

    def mark(self, annotation_id: str) -> Mark | None:
        """What stands over an annotation's passage."""
        return next((mark for mark in self._marks.get(annotation_id, []) if isValid(mark)), None)

    def card(self, annotation_id: str) -> NoteCard | None:
        """What stands for an annotation that has no place in the text."""
        return self._sections.card(annotation_id) if self._sections is not None else None

    def go_to(self, annotation_id: str) -> None:
        """Give the keyboard to what stands for an annotation, or to the title where nothing does."""
        mark, card = self.mark(annotation_id), self.card(annotation_id)
        there: QWidget = mark or (card.edit_button if card is not None else self._screen.title)
        if there is not self._screen.title:
            self._screen.page.ensureWidgetVisible(there, 0, 120)
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    # Drawing ------------------------------------------------------------------------------------------------------

    def _draw(self, number: int) -> None:
        text, highlights, overlays = self._texts[number], [], []
        for annotation_id, marks in self._marks.items():
            self._marks[annotation_id] = [mark for mark in marks if isValid(mark) and mark.parent() is not text]
        for one in self._placed:
            for spot in (spot for spot in one.spots if spot.text == number):
                start, end = text.document_span(spot.start, spot.end)
                highlights.append(Highlight(start, end, bool(one.annotation.words)))
                overlays.append((self._mark(one, text), start, end))
        text.set_highlights(highlights)
        text.lay_over(overlays)

    def _mark(self, one: Placed, text: RichText) -> Mark:
        mark = Mark(one.annotation, text)
        mark.clicked.connect(partial(self.open_wanted.emit, one.annotation.id))
        mark.removal_wanted.connect(partial(self.removal_wanted.emit, one.annotation.id))
        self._marks.setdefault(one.annotation.id, []).append(mark)
        return mark

    def _draw_signs(self) -> None:
        noted = [one for one in self._placed if one.annotation.words and one.spots and one.spots[0].text in self._texts]
        if self._margin is None:
            if not noted:
                return
            self._margin = Margin(self._screen.page)
        icon, page = self._screen.kit.icons.icon("sticky-note", "accent"), self._screen.page.widget()
        signs = []
        for one in noted:
            text = self._texts[one.spots[0].text]
            start, _ = text.document_span(one.spots[0].start, one.spots[0].end)
            sign = NoteSign(icon, one.annotation.words, text, start, page)
            sign.clicked.connect(partial(self.open_wanted.emit, one.annotation.id))
            signs.append(sign)
        self._margin.show_signs(signs)

    def _show_sections(self) -> None:
        outside = [one for one in self._placed if one.where is not Where.TEXT and not one.annotation.bookmark]
        if self._sections is None:
            if not outside:
                return
            self._sections = NoteSections(self._screen.kit, self._screen.page.column, self._screen.head)
            self._sections.edit_wanted.connect(self.open_wanted)
            self._sections.removal_wanted.connect(self.removal_wanted)
        self._sections.show_notes(outside, before=self._screen.foot)
