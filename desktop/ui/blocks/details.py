"""Fold-outs: a button that says whether it is open, and what it hides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.course import Block, Details
from desktop.ui.announce import announce
from desktop.ui.blocks.context import BlockContext
from desktop.ui.widgets import Card, CardButton, IconLabel, Text, look


class DetailsBlock(Card):
    """A card with a heading to press; the content is made when it is first opened."""

    def __init__(
        self,
        block: Details,
        context: BlockContext,
        build: Callable[[Block, BlockContext], QWidget | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margin=6, gap=0)
        self._block, self._context, self._build = block, context, build
        self._inside: QWidget | None = None
        self.button = look(CardButton(block.summary, margin=10), "fold")
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._arrow = IconLabel(context.kit.icons.icon("chevron-right", "accent"), 18)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(look(Text(block.summary), "strong"), 1)
        self.button.add(heading)
        self.button.clicked.connect(self.toggle)
        self.body.addWidget(self.button)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._inside is not None and not self._inside.isHidden()

    def toggle(self) -> None:
        """Open or close."""
        if self._inside is None:
            self._inside = self._content()
            self.body.addWidget(self._inside)
        else:
            self._inside.setVisible(self._inside.isHidden())
        self._say()
        announce(self.button, self.button.accessibleDescription())

    def _content(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(16)
        for block in self._block.blocks:
            widget = self._build(block, self._context)
            if widget is not None:
                column.addWidget(widget)
        return inside

    def _say(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._arrow.set_icon(self._context.kit.icons.icon(name, "accent"))
        self.button.setAccessibleDescription(self.tr("expanded") if self.is_open else self.tr("collapsed"))
