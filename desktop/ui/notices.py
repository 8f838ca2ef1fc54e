"""Calm banners above the screen: what the memory noticed, what went wrong, what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rendering.sentences import Sentence
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.widgets import Banner, IconLabel, QuietButton, Text, WrapLabel, look

_ICONS = {"note": ("note", "info"), "good": ("check-circle", "good"), "caution": ("warning", "caution")}
_MOST = 2


class NoticeArea(QWidget):
    """Holds the last few banners; each is closed by its reader, a new one with the same words replaces the old."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 16, 40, 0)
        self._column.setSpacing(8)
        self._banners: list[tuple[str, Banner]] = []
        self.hide()

    def say(self, sentence: Sentence, tone: str = "caution") -> None:
        """Show a sentence with its hint, and speak it."""
        words = f"{sentence.text} {sentence.hint}".strip()
        for said, banner in list(self._banners):
            if said == words or len(self._banners) >= _MOST:
                self._close(banner)
        banner = self._make(sentence, tone)
        self._banners.append((words, banner))
        self._column.addWidget(banner)
        self.show()
        announce(self, words, urgent=tone in ("caution", "risk"))

    def clear(self) -> None:
        """Take every banner away."""
        for _words, banner in list(self._banners):
            self._close(banner)

    def words(self) -> tuple[str, ...]:
        """What is being said now."""
        return tuple(words for words, _banner in self._banners)

    def _make(self, sentence: Sentence, tone: str) -> Banner:
        banner = Banner(tone)
        icon, icon_tone = _ICONS.get(tone, ("caution", "risk"))
        banner.row.addWidget(IconLabel(self._kit.icons.icon(icon, icon_tone), 22), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(sentence.text))
        if sentence.hint:
            column.addWidget(look(WrapLabel(sentence.hint), "muted"))
        banner.row.addLayout(column, 1)
        close = QuietButton(self.tr("Close"))
        close.clicked.connect(lambda: self._close(banner))
        banner.row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return banner

    def _close(self, banner: Banner) -> None:
        self._banners = [(words, kept) for words, kept in self._banners if kept is not banner]
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self._banners))
