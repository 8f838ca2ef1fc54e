"""The page before handing in a test, and the buttons below every question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, Signal
from PySide6.QtWidgets import QFrame, QLayoutItem, QVBoxLayout, QWidget

from desktop.ui import wording
from desktop.ui.icons import Icons
from desktop.ui.widgets import FlowRow, PrimaryButton, QuietButton, SecondaryButton, Text, look


class HandIn(QWidget):
    """Says which questions are still open and offers to go there.

    question_chosen   an open question was chosen, with its place from 0
    """

    question_chosen = Signal(int)

    def __init__(self, still_open: Sequence[int], count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if not still_open:
            column.addWidget(Text(self.tr("All {count} questions are answered.").format(count=count)))
            return
        if len(still_open) == 1:
            words = self.tr("One question is still open. Handed in like this, it counts as not answered.")
        else:
            words = self.tr("{count} questions are still open. Handed in like this, they count as not answered.")
        column.addWidget(Text(words.format(count=len(still_open))))
        row = FlowRow(gap=8)
        for place in still_open:
            button = SecondaryButton(self.tr("Question {number}").format(number=place + 1))
            button.clicked.connect(lambda _=False, place=place: self.question_chosen.emit(place))
            row.addWidget(button)
        column.addLayout(row)


class ActionRow(FlowRow):
    """Buttons at both ends of a line: what leads on stands at the right edge; in a narrow window the line breaks."""

    def __init__(self, parent: QWidget, *, onward: Sequence[QWidget]) -> None:
        super().__init__(parent, gap=8)
        self._onward = tuple(onward)
        self._edge = 0

    def _place(self, rect: QRect, *, move: bool) -> int:
        self._edge = rect.x() + rect.width()
        return super()._place(rect, move=move)

    def _settle(self, line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
        last = max((box.x() + box.width() for _, box in line), default=self._edge)
        shift = self._edge - last
        moved = [(item, box.translated(shift, 0) if item.widget() in self._onward else box) for item, box in line]
        super()._settle(moved, height, move=move)


class QuizFoot(QFrame):
    """Back and hint on the left, later and the primary action on the right; always in view below the question."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "foot")
        self.back_button = SecondaryButton(self.tr("Back"), icons.icon("arrow-left", "accent"))
        self.hint_button = QuietButton(self.tr("Hint (H)"), icons.icon("hint"))
        self.skip_button = SecondaryButton(self.tr("Answer later"))
        self.main_button = PrimaryButton(self.tr("Confirm"))
        self._row = ActionRow(self, onward=(self.skip_button, self.main_button))
        for button in (self.back_button, self.hint_button, self.skip_button, self.main_button):
            self._row.addWidget(button)

    def offer_hint(self, penalty: float | None) -> None:
        """Offer a hint that costs this share of the points; None offers none."""
        self.hint_button.setVisible(penalty is not None)
        if penalty:
            words = self.tr("Hint (H), costs {share} of the points").format(share=wording.percent(penalty))
        else:
            words = self.tr("Hint (H)")
        self.hint_button.setText(words)

    def align(self, column: QMargins) -> None:
        """Stand in line with a column that has these margins."""
        self._row.setContentsMargins(column.left(), 12, column.right(), 12)
