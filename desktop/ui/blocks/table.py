"""Tables: real ones for screen readers, with cells that wrap so that nothing ever scrolls sideways."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.model.course import Table
from desktop.model.text import Rich
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.prose import running_text
from desktop.ui.text.rich_text import RichText
from desktop.ui.widgets import look

_SIDE, _TOP = 10, 8
_ALIGN = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


class LessonTable(QTableWidget):
    """A table as high as its content; the columns share the width by what stands in them."""

    def __init__(self, block: Table, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(len(block.rows), len(block.header), parent)
        look(self, "table")
        self._block = block
        self._widths: dict[int, list[int]] = {}
        self._needs: list[int] = []
        self._wishes: list[int] = []
        self._set_up()
        aligns = (*block.align, *("left" for _ in block.header))[: len(block.header)]
        for column, (title, align) in enumerate(zip(block.header, aligns, strict=True)):
            item = QTableWidgetItem(title.plain)
            item.setTextAlignment(_ALIGN.get(align, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, item)
        self._cells = [
            [self._put(row, column, text, aligns[column], context) for column, text in enumerate(cells[: len(aligns)])]
            for row, cells in enumerate(block.rows)
        ]

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        titles = ", ".join(title.plain for title in self._block.header if title.plain)
        self.setAccessibleName(self.tr("Table: {columns}").format(columns=titles))

    def _put(self, row: int, column: int, text: Rich, align: str, context: BlockContext) -> RichText:
        item = QTableWidgetItem()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text.plain)
        self.setItem(row, column, item)
        if align in _ALIGN and not text.html.startswith("<p"):
            text = Rich(f'<p align="{align}">{text.html}</p>', text.plain)
        cell = running_text(text, context)
        cell.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self.setCellWidget(row, column, cell)
        return cell

    # Size -------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        widths = self._column_widths(width)
        return self._header_height(widths) + sum(self._row_heights(widths)) + 2

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = self._column_widths(self.width())
        self.horizontalHeader().setFixedHeight(self._header_height(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(self._row_heights(widths)):
            self.setRowHeight(row, height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _row_heights(self, widths: list[int]) -> list[int]:
        return [
            # A pixel of every row and column belongs to the hairline below and beside the cell.
            1
            + max(
                (cell.heightForWidth(max(width - 1, 1)) for cell, width in zip(cells, widths, strict=False)), default=1
            )
            for cells in self._cells
        ]

    def _header_height(self, widths: list[int]) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value
        heights = [
            metrics.boundingRect(0, 0, max(width - 2 * _SIDE, 1), 10_000, flags, title.plain).height()
            for width, title in zip(widths, self._block.header, strict=True)
        ]
        return max(heights, default=0) + 2 * _TOP

    def _column_widths(self, width: int) -> list[int]:
        """Every column gets its longest word, and of what is left a share by the length of its longest cell."""
        if width in self._widths:
            return self._widths[width]
        if not self._needs:
            self._measure()
        needs = [need + 2 * _SIDE for need in self._needs]
        wishes = [min(wish, 4 * width // 5) + 2 * _SIDE for wish in self._wishes]
        spare = width - sum(needs)
        if spare < 0:
            shares = [need * width / sum(needs) for need in needs]
        else:
            wants = [max(wish - need, 1) for wish, need in zip(wishes, needs, strict=True)]
            shares = [need + spare * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
        widths = [int(share) for share in shares]
        widths[-1] += width - sum(widths)
        self._widths[width] = widths
        return widths

    def _measure(self) -> None:
        """Note for every column the width of its longest word and of its longest cell."""
        metrics = self.fontMetrics()
        for column, title in enumerate(self._block.header):
            texts = [title.plain, *(row[column].plain for row in self._block.rows if column < len(row))]
            word = max((word for text in texts for word in text.split()), key=len, default="")
            # Bold header letters are wider, and the longest word is not always the one with most letters.
            self._needs.append(ceil(metrics.horizontalAdvance(word) * 1.15))
            self._wishes.append(ceil(metrics.horizontalAdvance(max(texts, key=len)) * 1.05))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_needs"):
            self._needs.clear()
            self._wishes.clear()
            self._widths.clear()
