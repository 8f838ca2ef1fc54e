"""A link inside running text as a control of its own: Tab reaches it, Enter opens it, screen readers name it."""

from __future__ import annotations

import html as html_escapes

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from desktop.ui.announce import announce

_PEEK_MS = 120_000
"""Milliseconds a note stays that was asked for by key; Qt's own ten seconds are too short for slow readers."""

_ONE_LINE = 70


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
        self.setToolTip(_wrapped(note))

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
            below = self.mapToGlobal(QPoint(0, self.height() + 2))
            QToolTip.showText(below, _wrapped(self._note), self, self.rect(), _PEEK_MS)

    def _peek_if_here(self) -> None:
        if self.hasFocus():
            self.peek()

    def explain(self) -> None:
        """Show the note and have it spoken."""
        self.peek()
        announce(self, self._note)

    @property
    def wants_escape(self) -> bool:
        """Whether Escape takes the note away before it leaves the screen; the screen asks."""
        return bool(self._note) and QToolTip.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.wants_escape:
            QToolTip.hideText()
        else:  # arrows scroll the page; Qt would take them for steps from button to button
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            # Later: a tool tip takes the news of a new focus, which is still under way, for a reason to go.
            QTimer.singleShot(0, self, self._peek_if_here)

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


def _wrapped(note: str) -> str:
    """A note as a tool tip: Qt breaks only marked-up ones into lines, and a long one would leave the screen."""
    return note if len(note) <= _ONE_LINE else f"<p>{html_escapes.escape(note)}</p>"


TERM = "term:"
"""The scheme of a glossary entry's link; what follows is the entry's number inside its text."""
