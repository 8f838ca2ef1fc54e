"""A line below an answered part that says by icon and word whether it was right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.model.text import EMPTY, Rich
from desktop.ui.icons import Icons
from desktop.ui.text.rich_text import RichText
from desktop.ui.widgets import IconLabel, look


class MarkLine(QWidget):
    """Icon and words in the tone "right" or "wrong"; hidden until something is to be said."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign = IconLabel(icons.icon("check"), 16)
        self.words = RichText(EMPTY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, right: bool, words: Rich) -> None:
        """Show `words` as said of something right or wrong."""
        self._sign.set_icon(self._icons.icon("check", "accent") if right else self._icons.icon("cross", "risk"))
        look(self.words, "good-text" if right else "risk-text")
        self.words.set_rich(words)
        self.show()
