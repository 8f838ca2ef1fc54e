"""A column beside a long text that stays in view while the text scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import scaled


class StickyColumn(QWidget):
    """Holds `column`; as high as what it stands beside, it moves its content down with the page of `area`."""

    def __init__(self, area: QScrollArea, width: int, parent: QWidget | None = None, *, gap: int = 16) -> None:
        """`width` is in pixels at 100 % text; below another the column takes the width there is."""
        super().__init__(parent)
        self._area, self._width = area, width
        self._content = QWidget(self)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        area.verticalScrollBar().valueChanged.connect(self._follow)
        self._content.installEventFilter(self)

    def set_beside(self, beside: bool) -> None:
        """Stand beside the text at the column's own width, or below it at any width."""
        width = scaled(self._width)
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else 16777215)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._width), self.heightForWidth(scaled(self._width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def heightForWidth(self, width: int) -> int:
        return (
            self.column.totalHeightForWidth(width)
            if self.column.hasHeightForWidth()
            else self.column.sizeHint().height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._follow()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        height = self.heightForWidth(self.width())
        page = self._area.widget()
        top = self._area.verticalScrollBar().value() + scaled(24)
        if page is not None and page.isAncestorOf(self):
            top -= self.mapTo(page, QPoint(0, 0)).y()
        top = max(0, min(top, self.height() - height))
        self._content.setGeometry(0, top, self.width(), height)
