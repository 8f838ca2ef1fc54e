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

_SIDE, _TIGHT, _TOP = 10, 4, 8
"""Pixels around the words of a cell; beside them less where a word would have to be broken otherwise."""

_ALIGN = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


class LessonTable(QTableWidget):
    """A table as high as its content; the columns share the width by what stands in them."""

    def __init__(self, block: Table, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(len(block.rows), len(block.header), parent)
        look(self, "table")
        self._block = block
        self._widths: dict[int, tuple[list[int], int]] = {}
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
        written = text
        if align in _ALIGN and not text.html.startswith("<p"):
            text = Rich(f'<p align="{align}">{text.html}</p>', text.plain)
        cell = running_text(text, context, written=written)
        cell.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self.setCellWidget(row, column, cell)
        return cell

    # Size -------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        widths, side = self._column_widths(width)
        return self._header_height(widths, side) + sum(self._row_heights(widths, side)) + 2

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths, side = self._column_widths(self.width())
        self.horizontalHeader().setFixedHeight(self._header_height(widths, side))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(self._row_heights(widths, side)):
            self.setRowHeight(row, height)
        for cell in (cell for cells in self._cells for cell in cells):
            cell.setContentsMargins(side, _TOP, side, _TOP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _row_heights(self, widths: list[int], side: int) -> list[int]:
        # A pixel of every row and column belongs to the hairline below and beside the cell.
        return [
            1 + max((_height(cell, width - 1, side) for cell, width in zip(cells, widths, strict=False)), default=1)
            for cells in self._cells
        ]

    def _header_height(self, widths: list[int], side: int) -> int:
        metrics = self.horizontalHeader().fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value
        heights = [
            metrics.boundingRect(0, 0, max(width - 2 * side, 1), 10_000, flags, title.plain).height()
            for width, title in zip(widths, self._block.header, strict=True)
        ]
        return max(heights, default=0) + 2 * _TOP

    def _column_widths(self, width: int) -> tuple[list[int], int]:
        """The columns' widths and the room beside the words.

        Every column gets its widest word, and of what is left a share by the length of its longest cell.
        """
        if width in self._widths:
            return self._widths[width]
        if not self._needs:
            self._measure()
        side = _SIDE if sum(self._needs) + 2 * _SIDE * len(self._needs) <= width else _TIGHT
        needs = [need + 2 * side for need in self._needs]
        wishes = [min(wish, 4 * width // 5) + 2 * side for wish in self._wishes]
        spare = width - sum(needs)
        if spare < 0:
            shares = [need * width / sum(needs) for need in needs]
        else:
            wants = [max(wish - need, 1) for wish, need in zip(wishes, needs, strict=True)]
            shares = [need + spare * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
        widths = [int(share) for share in shares]
        widths[-1] += width - sum(widths)
        self._widths[width] = widths, side
        return widths, side

    def _measure(self) -> None:
        """Note for every column the width of its widest word and of its longest cell."""
        metrics, titles = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        for column, title in enumerate(self._block.header):
            texts = [row[column].plain for row in self._block.rows if column < len(row)]
            words = [titles.horizontalAdvance(word) * 1.02 for word in title.plain.split()]
            # A hairline takes a pixel.
            words += [metrics.horizontalAdvance(word) * 1.02 + 1 for text in texts for word in text.split()]
            self._needs.append(ceil(max(words, default=0)))
            self._wishes.append(ceil(metrics.horizontalAdvance(max([title.plain, *texts], key=len)) * 1.05))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_needs"):
            self._needs.clear()
            self._wishes.clear()
            self._widths.clear()


def _height(cell: RichText, width: int, side: int) -> int:
    """How high a cell is with `side` pixels beside its words, whatever it has now."""
    return cell.heightForWidth(max(width + 2 * (cell.contentsMargins().left() - side), 1))
