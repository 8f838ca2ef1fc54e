"""Opens the panel a note is written in, keeps what is typed, and closes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.app.annotations import Annotations
from desktop.model.annotation import Annotation
from desktop.model.errors import KlartextError
from desktop.ui.announce import announce
from desktop.ui.notes.panel import NotePanel
from desktop.ui.notes.shown import ShownNotes

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen


class NoteWriter(QObject):
    """One panel at a time.

    written          a panel was closed and something may be kept that was not before; with the annotation's id or ""
    removal_wanted   the note in the panel is to be deleted, with its id
    """

    written = Signal(str)
    removal_wanted = Signal(str)

    def __init__(
        self, screen: LessonScreen, annotations: Annotations, course_id: str, lesson_id: str, shown: ShownNotes
    ) -> None:
        super().__init__(screen)
        self._screen, self._annotations, self._shown = screen, annotations, shown
        self._course_id, self._lesson_id = course_id, lesson_id
        self._id = ""
        self._has_passage = False
        self.panel: NotePanel | None = None

    def open(self, annotation: Annotation | None) -> None:
        """Open the panel of an annotation, or of a new note on the lesson; another one is kept and closed first."""
        if not self.close():
            return
        self._id = annotation.id if annotation is not None else ""
        passage = annotation.passage if annotation is not None else None
        self._has_passage = passage is not None
        words = annotation.words if annotation is not None else ""
        panel = NotePanel(self._screen.kit, passage.quote if passage else "", words, self._keep)
        panel.failed.connect(self._screen.failed)
        panel.closed.connect(self._finished)
        panel.removal_wanted.connect(self._remove)
        self.panel = panel
        self._put(panel)
        panel.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, panel, partial(self._screen.page.ensureWidgetVisible, panel, 0, 24))

    def close(self) -> bool:
        """Keep and close the panel; return whether none is open now."""
        if self.panel is not None:
            self.panel.finish()
        return self.panel is None

    def leave(self) -> None:
        """Keep what is being written; what cannot be kept waits in memory until the lesson is opened again."""
        if self.panel is not None and not self.panel.save():
            self._annotations.put_aside(self._course_id, self._lesson_id, self._id, self.panel.words)

    def go_on(self, annotation: Annotation | None, words: str) -> None:
        """Open a panel with words that could not be kept; they are tried again at once."""
        self.open(annotation)
        if self.panel is not None:
            self.panel.field.setPlainText(words)
            self.panel.save()

    def drop(self) -> None:
        """Close the panel of a note that is deleted, and keep nothing."""
        if self.panel is not None:
            self.panel.drop()
            self._take_away()

    def _put(self, panel: NotePanel) -> None:
        """In place of the note's card, or below the part of the lesson that its passage stands in, or at the head."""
        column, page = self._screen.page.column, self._screen.page.widget()
        mark, card = self._shown.mark(self._id), self._shown.card(self._id)
        if card is not None:
            card.hide()
        inside: QWidget = mark or card or self._screen.head
        while inside.parentWidget() is not page:
            inside = inside.parentWidget()
        column.insertWidget(column.indexOf(inside) + 1, panel)
        before = mark or self._screen.tools.more_button
        for stop in (panel.field, panel.done_button, panel.delete_button):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _keep(self, words: str) -> None:
        """Put words on disk; the first ones of a note on the lesson make it."""
        if self._id:
            self._annotations.change(self._id, words)
        elif words.strip():
            language = self._screen.kit.language
            self._id = self._annotations.note(self._course_id, self._lesson_id, language, words).annotation.id

    def _finished(self) -> None:
        words = self.panel.words.strip() if self.panel is not None else ""
        self._take_away()
        if self._id and not words and not self._has_passage:
            # A note on the lesson whose words were all taken out is none.
            try:
                self._annotations.remove(self._id)
            except KlartextError as error:
                self._screen.failed.emit(error)
        self.written.emit(self._id)
        if words:
            announce(self._screen, self.tr("Note saved"))

    def _remove(self) -> None:
        if self._id:
            self.removal_wanted.emit(self._id)
        else:
            self.drop()
            self.written.emit("")

    def _take_away(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            self._screen.page.column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
