"""The pages as they will be printed, each a sheet of white paper as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPageLayout, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.paper.pages import Pages
from desktop.ui.printing import RESOLUTION, full_size
from desktop.ui.theme import colour, scaled


class PageView(QWidget):
    """One page; it is white in every theme, because paper is."""

    def __init__(self, pages: Pages, number: int, layout: QPageLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._number = pages, number
        self._size = full_size(layout)
        self._origin = layout.paintRectPixels(RESOLUTION).topLeft()
        words = self.tr("Preview of page {page} of {count}")
        self.setAccessibleName(words.format(page=number + 1, count=len(pages)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._size.height() / self._size.width())

    def sizeHint(self) -> QSize:
        return QSize(scaled(440), self.heightForWidth(scaled(440)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        painter.fillRect(sheet, QColor("#ffffff"))
        painter.save()
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / self._size.width(), sheet.height() / self._size.height())
        painter.translate(self._origin)
        self._pages.paint(painter, self._number)
        painter.restore()
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _sheet(self) -> QRectF:
        return QRectF(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))


class Preview(QWidget):
    """All pages below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.views: list[PageView] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pages(self, pages: Pages, layout: QPageLayout) -> None:
        """Show other pages than before."""
        for view in self.views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = [PageView(pages, number, layout) for number in range(len(pages))]
        for view in self.views:
            self._column.addWidget(view)
