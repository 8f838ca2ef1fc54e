"""The search field as it stands on a page: it looks like a field and opens the one over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.ui.kit import Kit
from desktop.ui.theme import scaled
from desktop.ui.widgets import IconLabel, look

SHORTCUT = "Ctrl+K"
_WIDTH = 280


class SearchButton(QPushButton):
    """Icon, a word and the keys that do the same."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "search")
        keys = QKeySequence(SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(keys)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.addWidget(IconLabel(kit.icons.icon("search", "muted"), 18))
        row.addWidget(look(QLabel(self.tr("Search …")), "lead"), 1)
        row.addWidget(look(QLabel(keys), "muted"))
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._space()

    def _space(self) -> None:
        row = self.layout()
        if row is not None:
            row.setContentsMargins(scaled(14), scaled(9), scaled(14), scaled(9))
            row.setSpacing(scaled(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint().expandedTo(QSize(scaled(_WIDTH), 0))

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()
