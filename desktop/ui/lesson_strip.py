"""The thin strip below a lesson: how much is left to read, or what the keys do just now, or how to take back."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.announce import announce
from desktop.ui.theme import colour, scaled
from desktop.ui.widgets import LinkButton, Muted, ScrollPage

_LINE = 2
"""Pixels of the line that grows with what was read."""


def minutes_left(minutes: int, value: int, maximum: int) -> int:
    """What is left of a reading time at a place of the scroll bar; 0 at the end and where nothing scrolls."""
    return 0 if maximum <= 0 else ceil(minutes * max(maximum - value, 0) / maximum)


class LessonStrip(QWidget):
    """Follows a scroll bar; a hint or an offer stands before the time that is left until it is taken away."""

    def __init__(self, minutes: int, page: ScrollPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._page = page
        self._bar = bar = page.verticalScrollBar()
        self._hint = ""
        self._share = 0.0
        self.words = Muted()
        self.undo_button: LinkButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setSpacing(scaled(12))
        self._row.addWidget(self.words, 1)
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        self._follow()

    def hint(self, words: str) -> None:
        """Say what the keys do now; empty words show the time again."""
        self._hint = words
        self._drop_undo()
        self._follow()
        announce(self, words)

    def offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        """Say what was done, with a button that takes it back."""
        self.hint(words)
        button = self.undo_button = LinkButton(self.tr("Undo"))
        # Not the button's own shortcut: that one would press the button visibly and act a moment later.
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), button, context=Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(button.click)
        button.setToolTip(keys.key().toString(QKeySequence.SequenceFormat.NativeText))
        button.setAccessibleDescription(words)

        def take_back() -> None:
            self.hint("")
            undo()

        button.clicked.connect(take_back)
        self._row.addWidget(button)

    def _drop_undo(self) -> None:
        if self.undo_button is not None:
            self.undo_button.hide()
            self.undo_button.deleteLater()
            self.undo_button = None

    def _follow(self) -> None:
        value, most = self._bar.value(), self._bar.maximum()
        margins = self._page.column.contentsMargins()
        self._row.setContentsMargins(margins.left(), _LINE + 3, margins.right(), 4)
        share = 1.0 if most <= 0 else value / most
        if share != self._share:
            self._share = share
            self.update()
        words = self._hint or self._time(minutes_left(self._minutes, value, most))
        if words != self.words.words():
            self.words.set_words(words)

    def _time(self, left: int) -> str:
        if not left:
            return self.tr("End of the lesson")
        if left == 1:
            return self.tr("1 minute left to read")
        return self.tr("{count} minutes left to read").format(count=left)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
        painter.fillRect(0, 0, round(self.width() * self._share), _LINE, colour("accent"))
        painter.end()
        del event
