"""A line below an answered part that says by icon and word whether it was right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.model.text import Rich
from desktop.ui.icons import Icons
from desktop.ui.text.rich_text import RichText
from desktop.ui.widgets import IconLabel, look


class MarkLine(QWidget):
    """Icon and words in the tone "right" or "wrong"; hidden until something is to be said."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign: IconLabel | None = None
        self._words: RichText | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.hide()

    def say(self, right: bool, words: Rich) -> None:
        """Show `words` as said of something right or wrong."""
        icon = self._icons.icon("check", "good") if right else self._icons.icon("cross", "risk")
        if self._sign is None or self._words is None:
            self._sign, self._words = IconLabel(icon, 16), RichText(words, line_height=1.3)
            self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
            self._row.addWidget(self._words, 1)
        self._sign.set_icon(icon)
        look(self._words, "good-text" if right else "risk-text")
        self._words.set_rich(words)
        self.show()

    @property
    def plain(self) -> str:
        """The words without mark-up; empty until something was said."""
        return self._words.plain if self._words is not None else ""
