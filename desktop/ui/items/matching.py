"""Matching: every left side has a drop-down of its own, so that the keyboard needs no dragging."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded, Part
from desktop.model.quiz import MatchingItem, Pair, Response
from desktop.model.text import EMPTY
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.fields import DropDown
from desktop.ui.items.mark_line import MarkLine
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import lead_in
from desktop.ui.theme import scaled
from desktop.ui.widgets import FlowGrid

_LEAST_SIDE = 240
_ROOM_IN_FIELD = 60
"""Pixels of a field that are not words: borders, padding, the arrow."""


class _PairRow(QWidget):
    """A left side, the drop-down of right sides, and the mark below; beside each other where there is room."""

    def __init__(self, pair: Pair, rights: tuple[str, ...], icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.pair = pair
        self.field = DropDown(rights, self.tr("Choose …"))
        self.field.setAccessibleName(self.tr("What belongs to “{left}”?").format(left=pair.left.plain))
        self.line = MarkLine(icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        sides = FlowGrid(min_card=max(_LEAST_SIDE, self._wish(rights)), max_columns=2, gap=12)
        left = RichText(pair.left)
        left.setContentsMargins(0, 8, 0, 0)
        sides.addWidget(left)
        sides.addWidget(self.field)
        column.addLayout(sides)
        column.addWidget(self.line)

    def _wish(self, rights: tuple[str, ...]) -> int:
        """Pixels (at 100 % text) in which the longest right side can be read in the closed field."""
        metrics = self.field.fontMetrics()
        return round(max(map(metrics.horizontalAdvance, rights), default=0) * 100 / scaled(100)) + _ROOM_IN_FIELD

    def mark(self, part: Part) -> None:
        """Say whether the pair is right, and if not, what belongs there."""
        word = self.tr("Correct.")
        if not part.right:
            word = self.tr("Not quite. This belongs here: {answer}.").format(answer=part.solution)
        self.line.say(part.right, lead_in(word, self.pair.feedback if part.chosen else EMPTY))
        self.field.setAccessibleDescription(word)


class MatchingArea(AnswerArea):
    """The pairs in source order; the right sides are offered in drawn order."""

    def __init__(self, item: MatchingItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.rows = [_PairRow(pair, arranged.rights, icons, self) for pair in item.pairs]
        for row in self.rows:
            column.addWidget(row)
            row.field.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def response(self) -> Response | None:
        chosen = tuple(row.field.currentText() for row in self.rows)
        return chosen if all(chosen) else None

    def restore(self, response: Response) -> None:
        for row, words in zip(self.rows, response, strict=False):
            row.field.choose(words)

    def lock(self) -> None:
        super().lock()
        for row in self.rows:
            row.field.setEnabled(False)

    def mark(self, graded: Graded) -> None:
        for row, part in zip(self.rows, graded.parts, strict=True):
            row.mark(part)

    def clear(self) -> None:
        self.locked = False
        for row in self.rows:
            row.field.setEnabled(True)
            row.field.setCurrentIndex(-1)
            row.line.hide()

    def first_control(self) -> QWidget:
        return self.rows[0].field
