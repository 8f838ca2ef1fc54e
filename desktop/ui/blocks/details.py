"""Fold-outs of a lesson."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.course import Block, Details
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.fold import Fold


class DetailsBlock(Fold):
    """A summary to press and the blocks it hides; `build` makes the widget of a block."""

    def __init__(
        self,
        block: Details,
        context: BlockContext,
        build: Callable[[Block, BlockContext], QWidget | None],
        parent: QWidget | None = None,
    ) -> None:
        self._blocks, self._context, self._build = block.blocks, context, build
        super().__init__(block.summary, self._content, context.kit.icons, parent)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it hides, for whoever looks for words in it."""
        return self._blocks

    def _content(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(16)
        for block in self._blocks:
            widget = self._build(block, self._context)
            if widget is not None:
                column.addWidget(widget)
        return inside
