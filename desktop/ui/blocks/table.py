"""Tables: real ones for screen readers, with cells that wrap so that nothing ever scrolls sideways."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.model.course import Table
from desktop.model.text import Rich
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.prose import running_text
from desktop.ui.widgets import look

_SIDE, _TOP = 10, 8
_ALIGN = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}


class _Cell(QWidget):
    """A cell's text with its padding."""

    def __init__(self, text: Rich, align: str, context: BlockContext) -> None:
        super().__init__()
        if align in _ALIGN and not text.html.startswith("<p"):
            text = Rich(f'<p align="{align}">{text.html}</p>', text.plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self.words = running_text(text, context)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)

    def height_at(self, width: int) -> int:
        return self.words.heightForWidth(max(width - 2 * _SIDE, 1)) + 2 * _TOP


class LessonTable(QTableWidget):
    """A table as high as its content; the columns share the width by what stands in them."""

    def __init__(self, block: Table, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(len(block.rows), len(block.header), parent)
        look(self, "table")
        self._block = block
        self._widths: dict[int, list[int]] = {}
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        titles = ", ".join(title.plain for title in self._block.header if title.plain)
        self.setAccessibleName(self.tr("Table: {columns}").format(columns=titles))

    def _put(self, row: int, column: int, text: Rich, align: str, context: BlockContext) -> _Cell:
        item = QTableWidgetItem()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text.plain)
        self.setItem(row, column, item)
        cell = _Cell(text, align, context)
        self.setCellWidget(row, column, cell)
        return cell

    # Size -------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        widths = self._column_widths(width)
        return self._header_height(widths) + sum(self._row_heights(widths)) + 2

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

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
            max((cell.height_at(width) for cell, width in zip(cells, widths, strict=False)), default=1)
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
        needs, wishes = [], []
        for column, title in enumerate(self._block.header):
            texts = [title.plain, *(row[column].plain for row in self._block.rows if column < len(row))]
            needs.append(max(self._advance(word) for text in texts for word in re.split(r"\s+", text)) + 2 * _SIDE)
            wishes.append(min(max(self._advance(text) for text in texts), 4 * width // 5) + 2 * _SIDE)
        spare = width - sum(needs)
        if spare < 0:
            shares = [need * width / sum(needs) for need in needs]
        else:
            wants = [max(wish - need, 1) for wish, need in zip(wishes, needs, strict=True)]
            shares = [need + spare * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
        widths = [int(share) for share in shares]
        widths[-1] += width - sum(widths)
        self._widths = {width: widths}
        return widths

    def _advance(self, words: str) -> int:
        # Bold header letters are wider; one tenth more keeps them from breaking.
        return ceil(self.fontMetrics().horizontalAdvance(words) * 1.1)
