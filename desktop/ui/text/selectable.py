"""Selecting in running text by mouse or with a caret, and the passages that are marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from desktop.ui.text.anatomy import line_boxes
from desktop.ui.text.caret import move_of, spoken_after
from desktop.ui.theme import colour, scaled

Selection = QAbstractTextDocumentLayout.Selection
_CARET = 2
"""Pixels of the caret at 100 % text; Qt inverts what is below it, so that it is seen on every ground."""

_BAR = 2
"""Pixels of the bar below a marked passage."""

KEEPS_SELECTION = "keeps-selection"
"""A property of widgets that may take the keyboard without what is selected being let go of."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage the learner marked, in UTF-16 as Qt counts, and whether there is a note on it."""

    start: int
    end: int
    noted: bool = False


class Selectable(QLabel):
    """The part of a running text that is about selecting.

    selection_changed   something else is selected, or nothing
    caret_moved         the caret stands elsewhere; carries what a screen reader should say
    caret_left          the caret would leave the text: 1 below its end, -1 above its beginning
    caret_ended         Escape was pressed, with the caret shown
    clicked_at          a click without dragging, at a place in the document
    """

    selection_changed = Signal()
    caret_moved = Signal(str)
    caret_left = Signal(int)
    caret_ended = Signal()
    clicked_at = Signal(int)

    _cursor: QTextCursor | None = None
    _marks: tuple[tuple[int, int], ...] = ()
    _highlights: tuple[Highlight, ...] = ()
    _caret = False

    def _text(self) -> QTextDocument:
        raise NotImplementedError

    # What is selected -----------------------------------------------------------------------------------------

    def selected_text(self) -> str:
        """Return what the learner selected, with line feeds between paragraphs."""
        return self._cursor.selectedText().replace("\u2029", "\n") if self._cursor else ""

    def selection(self) -> tuple[int, int]:
        """Return where the selection begins and ends, counted in UTF-16; twice the same where nothing is selected."""
        return (self._cursor.selectionStart(), self._cursor.selectionEnd()) if self._cursor else (0, 0)

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, counted in UTF-16 as Qt does; nothing where the two are equal."""
        self._set_cursor(self._cursor_over(start, end) if start < end else None)

    def mark(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark passages beside the selection, with a tint and a line below; none takes all marks away."""
        if tuple(ranges) != self._marks:
            self._marks = tuple(ranges)
            self.update()

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show what the learner marked: tinted and underlined, with a dashed line where there is a note."""
        if tuple(highlights) != self._highlights:
            self._highlights = tuple(highlights)
            self.update()

    def selections(self) -> list[Selection]:
        """What was found and what is selected, painted with the words."""
        found = [self._marked(start, end) for start, end in self._marks]
        if self._cursor is not None and self._cursor.hasSelection():
            found.append(self._selected(self._cursor))
        return found

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._text())
        last = max(self._text().characterCount() - 1, 0)
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selected(self, cursor: QTextCursor) -> Selection:
        form = QTextCharFormat()
        form.setBackground(self.palette().highlight())
        form.setForeground(self.palette().highlightedText())
        return _selection(cursor, form)

    def _marked(self, start: int, end: int) -> Selection:
        form = QTextCharFormat()
        form.setBackground(colour("caution_soft"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(colour("caution"))
        return _selection(self._cursor_over(start, end), form)

    def paint_highlights(self, painter: QPainter, document: QTextDocument) -> None:
        """Paint the learner's marks below the words: a tint, and a bar that is broken where there is a note."""
        for one in self._highlights:
            pen = QPen(colour("accent"), _BAR)
            if one.noted:
                pen.setDashPattern([2.0, 1.5])
            painter.setPen(pen)
            for box in line_boxes(document, one.start, one.end):
                painter.fillRect(box, colour("accent_soft"))
                painter.drawLine(box.left() + 1, box.bottom(), box.right() - 1, box.bottom())

    def _set_cursor(self, cursor: QTextCursor | None) -> None:
        before = self.selection()
        self._cursor = cursor
        self.update()
        if self.selection() != before:
            self.selection_changed.emit()

    # The caret ------------------------------------------------------------------------------------------------

    @property
    def has_caret(self) -> bool:
        """Whether arrows move a caret through this text."""
        return self._caret

    def caret_place(self) -> int | None:
        """Return where the caret is to be painted, None for nowhere."""
        return self._cursor.position() if self._caret and self._cursor is not None else None

    def start_caret(self, place: int) -> None:
        """Show a caret at a place and take the keyboard."""
        self._caret = True
        self._text().documentLayout().setProperty("cursorWidth", scaled(_CARET))
        cursor = QTextCursor(self._text())
        cursor.setPosition(min(max(place, 0), max(self._text().characterCount() - 1, 0)))
        self._set_cursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_caret(self) -> None:
        """Take the caret away; what is selected stays so."""
        self._caret = False
        self.update()

    def _move_caret(self, event: QKeyEvent) -> bool:
        """Move by the key, or extend the selection; return whether the key was one of those."""
        move, keep = move_of(event), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if move is None or self._cursor is None or not (self._caret or keep):
            return False
        cursor = QTextCursor(self._cursor)
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        if not cursor.movePosition(move.operation, mode) or cursor.position() == self._cursor.position():
            if move.leaves and not keep:
                self.caret_left.emit(move.leaves)
            return True
        before = self._cursor.position()
        self._set_cursor(cursor)
        self.caret_moved.emit(spoken_after(cursor, before, move, selecting=keep))
        return True

    # Events ---------------------------------------------------------------------------------------------------

    @property
    def wants_escape(self) -> bool:
        """Whether Escape means something here before it leaves the screen; the screen asks, because it hears it first.

        An `event` of our own for every text of a lesson would cost more than all the rest of this class.
        """
        return self._caret or (self._cursor is not None and self._cursor.hasSelection())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._position_at(event.position())
        keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._cursor is not None
        cursor = QTextCursor(self._cursor if keep and self._cursor is not None else QTextCursor(self._text()))
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor)
        self._set_cursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cursor is not None and event.buttons() & Qt.MouseButton.LeftButton:
            cursor = QTextCursor(self._cursor)
            cursor.setPosition(self._position_at(event.position()), QTextCursor.MoveMode.KeepAnchor)
            self._set_cursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cursor is not None and not self._cursor.hasSelection():
            self.clicked_at.emit(self._cursor.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cursor = QTextCursor(self._text())
        cursor.setPosition(self._position_at(event.position()))
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self._set_cursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        elif event.key() == Qt.Key.Key_Escape and self.wants_escape:
            self._escape()
        elif not self._move_caret(event):
            event.ignore()

    def _escape(self) -> None:
        """Let go of what is selected first, of the caret then."""
        if self._cursor is not None and self._cursor.hasSelection():
            cursor = QTextCursor(self._cursor)
            cursor.clearSelection()
            self._set_cursor(cursor)
        elif self._caret:
            self.end_caret()
            self.caret_ended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self._copy)
        copy.setEnabled(bool(self.selected_text()))
        menu.addAction(self.tr("Select all"), self._select_all)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        now = QApplication.focusWidget()
        if event.reason() == Qt.FocusReason.PopupFocusReason or (now is not None and now.property(KEEPS_SELECTION)):
            return
        self._caret = False
        if self._cursor is not None:
            self._set_cursor(None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected_text())

    def _select_all(self) -> None:
        cursor = QTextCursor(self._text())
        cursor.select(QTextCursor.SelectionType.Document)
        self._set_cursor(cursor)

    def place_at(self, point: QPoint) -> int:
        """Return the place in the document that is painted at a point of this widget."""
        self._text().setTextWidth(self.contentsRect().width())
        return self._position_at(QPointF(point))

    def _position_at(self, point: QPointF) -> int:
        inside = point - self.contentsRect().topLeft().toPointF()
        position = self._text().documentLayout().hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return max(position, 0)


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> Selection:
    selection = Selection()
    selection.cursor, selection.format = cursor, form
    return selection
