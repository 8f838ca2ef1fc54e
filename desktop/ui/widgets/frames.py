"""Frames: cards, rules and banners, and the one door to the style sheet's looks."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

_W = TypeVar("_W", bound=QWidget)


def look(widget: _W, name: str, tone: str | None = None) -> _W:
    """Give a widget a look (and a tone) of the style sheet; works before and after it was shown."""
    before = (widget.property("look"), widget.property("tone"))
    widget.setProperty("look", name)
    if tone is not None:
        widget.setProperty("tone", tone)
    # A dynamic property is only seen when the widget is polished; before the first polish nothing need be undone.
    if before != (name, widget.property("tone")) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


class Card(QFrame):
    """A bordered surface with a column in it; `body` is the column."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "card", margin: int = 20, gap: int = 8) -> None:
        super().__init__(parent)
        look(self, name)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Rule(QFrame):
    """A hairline between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "rule")
        self.setFixedHeight(1)


class Banner(QFrame):
    """A calm message across a page, in a tone: "note", "good", "caution" or "risk"; `row` holds what it says."""

    closed = Signal()

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, tone)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 12, 16, 12)
        self.row.setSpacing(12)
