"""Says that the certificate of a course ends, and leads to the test that renews it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.widgets import Card, CardTitle, IconLabel, SecondaryButton, SplitRow, Text


class RenewalCard(Card):
    """A calm card; `wanted` is emitted when the learner goes to the test."""

    wanted = Signal()

    def __init__(self, kit: Kit, state: CourseState, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="caution", margin=20)
        split = SplitRow(480, gap=16)
        split.row.addWidget(IconLabel(kit.icons.icon("certificate", "caution"), 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(CardTitle(self._title(state, today)))
        words.addWidget(Text(self.tr("Pass the test once more for a new certificate. The old one stays as it is.")))
        split.row.addLayout(words, 1)
        self.button = SecondaryButton(self.tr("Renew"), kit.icons.icon("refresh", "accent"))
        self.button.setAccessibleName(self.tr("Renew the certificate for {course}").format(course=state.outline.title))
        self.button.clicked.connect(self.wanted)
        split.row.addWidget(self.button, 0, SplitRow.MIDDLE_LEFT)
        self.body.addWidget(split)

    def _title(self, state: CourseState, today: date) -> str:
        until = state.valid_until
        if until is None:
            return self.tr("Your certificate can be renewed")
        words = (
            self.tr("Your certificate ran out on {day}") if until < today else self.tr("Your certificate ends on {day}")
        )
        return words.format(day=wording.day(until))
