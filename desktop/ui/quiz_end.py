"""The page before handing in a test, and the buttons below every question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.asking import AskingFoot
from desktop.ui.icons import Icons
from desktop.ui.widgets import FlowRow, SecondaryButton, Text


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


class QuizFoot(AskingFoot):
    """Back and hint on the left, later and the primary action on the right."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        self.back_button = SecondaryButton("", icons.icon("arrow-left", "accent"))
        self.skip_button = SecondaryButton("")
        super().__init__(icons, before=(self.back_button,), onward=(self.skip_button,), parent=parent)
        self.back_button.setText(self.tr("Back"))
        self.skip_button.setText(self.tr("Answer later"))
