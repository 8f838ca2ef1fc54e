"""Knows which words of a lesson are selected, and shows the bar beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.kit import Kit
from desktop.ui.text.rich_text import RichText

if TYPE_CHECKING:
    from desktop.ui.notes.bar import SelectionBar

_BAR_AFTER_MS = 200


class Selecting(QObject):
    """One selection per lesson: what is selected in one text is let go of in the others.

    highlight_wanted, note_wanted   for what is selected
    """

    highlight_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, kit: Kit, page: QWidget, is_marked: Callable[[RichText], bool]) -> None:
        """`is_marked` says of a text whether what is selected in it is highlighted already."""
        super().__init__(page)
        self._kit, self._page, self._is_marked = kit, page, is_marked
        self._selected: RichText | None = None
        self.bar: SelectionBar | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_BAR_AFTER_MS)
        self._due.timeout.connect(self._show_bar)

    @property
    def text(self) -> RichText | None:
        """The text in which words are selected, None while there are none."""
        return self._selected if self._selected is not None and isValid(self._selected) else None

    def changed(self, text: RichText) -> None:
        """Something else is selected in a text, or nothing."""
        start, end = text.selection()
        if start == end:
            if self._selected is text:
                self._selected = None
                self._due.stop()
                if self.bar is not None:
                    self.bar.hide()
            return
        before, self._selected = self.text, text
        if before is not None and before is not text:
            before.select(0, 0)
        self._due.start()

    def _show_bar(self) -> None:
        text = self.text
        if text is None:
            return
        if self.bar is None:
            from desktop.ui.notes.bar import SelectionBar

            self.bar = SelectionBar(self._kit, self._page)
            self.bar.highlight_wanted.connect(self.highlight_wanted)
            self.bar.note_wanted.connect(self.note_wanted)
        self.bar.show_at(text, marked=self._is_marked(text))
