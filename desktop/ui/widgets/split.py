"""A row that becomes a column when there is too little room beside each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme import scaled


class SplitRow(QWidget):
    """Holds widgets side by side in `row`; below `needs` pixels (at 100 % text) they stand under each other."""

    MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    """Where an action stands: a button with a trailing icon is written right to left, and would change sides."""

    def __init__(self, needs: int, parent: QWidget | None = None, *, gap: int = 24) -> None:
        super().__init__(parent)
        self._needs = needs
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def is_stacked(self) -> bool:
        """Whether the widgets stand under each other now."""
        return self.row.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # the text may have grown while the width stayed
            self._turn(self.width())

    def _turn(self, width: int) -> None:
        narrow = width < scaled(self._needs)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if wanted is not self.row.direction():
            self.row.setDirection(wanted)
            self.updateGeometry()
