"""A link inside running text as a control of its own: Tab reaches it, Enter opens it, screen readers name it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget


class TextLink(QAbstractButton):
    """An invisible button that lies over the words of a link; the words are painted by the text below it."""

    def __init__(self, href: str, words: str, note: str, *, reachable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.href = href
        self._note = note
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if reachable else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._spoken_name(words))
        self.setAccessibleDescription(note)
        self.setToolTip(note)

    def place(self, lines: tuple[QRect, ...]) -> None:
        """Lie over `lines`, one rectangle per line of text, in the parent's coordinates."""
        bounds = QRect()
        for line in lines:
            bounds = bounds.united(line)
        region = QRegion()
        for line in lines:
            region = region.united(line.translated(-bounds.topLeft()))
        self.setGeometry(bounds)
        self.setMask(region)
        self.setVisible(bool(lines))

    def peek(self) -> None:
        """Show the note beside the words, as a pointer resting on them would."""
        if self._note:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 2)), self._note, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:  # arrows scroll the page; Qt would take them for steps from button to button
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.peek()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the text below shows the words, the window's focus ring shows the keyboard."""

    def _spoken_name(self, words: str) -> str:
        if self.href.startswith("#fn-"):
            return self.tr("Footnote {number}").format(number=words)
        if self.href.startswith("#back-"):
            return self.tr("Back to the text")
        if self.href.startswith(TERM):
            return self.tr("{term}, abbreviation").format(term=words)
        return words


TERM = "term:"
"""The scheme of a glossary entry's link; what follows is the entry's number inside its text."""
