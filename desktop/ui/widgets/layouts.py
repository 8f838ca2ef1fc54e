"""Layouts that reflow: cards in as many equal columns as fit, and a row that breaks when it must."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui.theme import scaled


class _Flow(QLayout):
    """What both layouts share: keeping items, and a height that follows from the width."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 16) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        raise NotImplementedError


class FlowGrid(_Flow):
    """Equal columns, as many as fit at `min_card` pixels (at 100 % text); cards in one row share its height."""

    def __init__(
        self, parent: QWidget | None = None, *, min_card: int = 260, max_columns: int = 3, gap: int = 16
    ) -> None:
        super().__init__(parent, gap=gap)
        self._min_card = min_card
        self._max_columns = max_columns

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = self.spacing()
        columns = max(1, min(self._max_columns, (rect.width() + gap) // (scaled(self._min_card) + gap)))
        width = (rect.width() - gap * (columns - 1)) // columns
        items = self._shown()
        top = rect.y()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(_height(item, width) for item in row)
            if move:
                for column, item in enumerate(row):
                    item.setGeometry(QRect(rect.x() + column * (width + gap), top, width, height))
            top += height + gap
        return max(0, top - gap - rect.y())


class FlowRow(_Flow):
    """Widgets side by side at their own size; what does not fit goes to the next line."""

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = self.spacing()
        line: list[tuple[QLayoutItem, QRect]] = []
        left, top, height = rect.x(), rect.y(), 0
        for item in self._shown():
            wish = item.sizeHint()
            width = min(max(wish.width(), item.minimumSize().width()), rect.width())
            if line and left + width > rect.x() + rect.width():
                self._settle(line, height, move=move)
                line, left, top, height = [], rect.x(), top + height + gap, 0
            tall = _height(item, width)
            line.append((item, QRect(left, top, width, tall)))
            left += width + gap
            height = max(height, tall)
        self._settle(line, height, move=move)
        return top + height - rect.y()

    def _settle(self, line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
        """Centre the items of one finished line on each other."""
        if move:
            for item, box in line:
                item.setGeometry(box.translated(0, (height - box.height()) // 2))


def _height(item: QLayoutItem, width: int) -> int:
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(tall, item.minimumSize().height() if not item.hasHeightForWidth() else 0)
