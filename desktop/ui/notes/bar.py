"""The small bar beside selected words: highlight them, or write a note on them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.kit import Kit
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.selectable import KEEPS_SELECTION
from desktop.ui.widgets import QuietButton, look

_GAP = 6


class SelectionBar(QFrame):
    """Stands above the first line of what is selected, or below the last where there is no room.

    highlight_wanted, note_wanted   by click; the keys are the lesson's
    """

    highlight_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, kit: Kit, page: QWidget) -> None:
        super().__init__(page)
        look(self, "floating")
        self._kit = kit
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self.highlight_button = QuietButton("", kit.icons.icon("marker", "accent"))
        self.note_button = QuietButton(self.tr("Note"), kit.icons.icon("sticky-note", "accent"))
        self.highlight_button.clicked.connect(self.highlight_wanted)
        self.note_button.clicked.connect(self.note_wanted)
        for button in (self.highlight_button, self.note_button):
            button.setProperty(KEEPS_SELECTION, True)
            row.addWidget(button)
        self.hide()

    def show_at(self, text: RichText, *, marked: bool) -> None:
        """Appear beside what is selected in a text; `marked` offers to take a highlight away."""
        self.highlight_button.setText(self.tr("Remove highlight") if marked else self.tr("Highlight"))
        page = self.parentWidget()
        start, end = text.selection()
        first, last = text.box_of(start, start + 1), text.box_of(max(end - 1, start), end)
        self.adjustSize()
        size = self.sizeHint()
        top = text.mapTo(page, first.topLeft()).y() - size.height() - _GAP
        if top < 0 or not self._sees(page, top):
            top = text.mapTo(page, last.bottomLeft()).y() + _GAP
        left = text.mapTo(page, QPoint(first.left(), 0)).x()
        self.setGeometry(QRect(QPoint(max(0, min(left, page.width() - size.width())), top), size))
        # The keyboard finds the bar right after the words it belongs to.
        QWidget.setTabOrder(text, self.highlight_button)
        QWidget.setTabOrder(self.highlight_button, self.note_button)
        self.show()
        self.raise_()

    def _sees(self, page: QWidget, top: int) -> bool:
        return page.visibleRegion().boundingRect().top() <= top
