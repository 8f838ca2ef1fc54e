"""Says that certificates end, and leads to the test that renews one, or to the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.widgets import Card, CardTitle, IconLabel, SecondaryButton, SplitRow, Text


class RenewalCard(Card):
    """A calm card about the certificates of one course or several.

    test_wanted           the learner goes to the test of the one course, with its id
    certificates_wanted   there are several, and the learner goes to the list
    """

    test_wanted = Signal(str)
    certificates_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        states: Sequence[CourseState],
        today: date,
        *,
        named: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`named` says which course it is about, where the page around it does not."""
        super().__init__(parent, name="caution", margin=20)
        split = SplitRow(480, gap=16)
        split.row.addWidget(IconLabel(kit.icons.icon("certificate", "caution"), 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        if len(states) == 1:
            title, lead = self._ending(states[0], today, named)
            self.button = self._renew_button(kit, states[0])
        else:
            title, lead = self._several(states)
            self.button = SecondaryButton(self.tr("To the certificates"), kit.icons.icon("certificate", "accent"))
            self.button.clicked.connect(self.certificates_wanted)
        words.addWidget(CardTitle(title))
        words.addWidget(Text(lead))
        split.row.addLayout(words, 1)
        split.row.addWidget(self.button, 0, SplitRow.MIDDLE_LEFT)
        self.body.addWidget(split)

    def _renew_button(self, kit: Kit, state: CourseState) -> SecondaryButton:
        button = SecondaryButton(self.tr("Renew"), kit.icons.icon("refresh", "accent"))
        button.setAccessibleName(self.tr("Renew the certificate for {course}").format(course=state.outline.title))
        button.clicked.connect(lambda: self.test_wanted.emit(state.outline.id))
        return button

    def _ending(self, state: CourseState, today: date, named: bool) -> tuple[str, str]:
        until = state.valid_until
        if until is None:
            title = self.tr("Your certificate can be renewed")
        elif until < today:
            title = self.tr("Your certificate ran out on {day}").format(day=wording.day(until))
        else:
            title = self.tr("Your certificate ends on {day}").format(day=wording.day(until))
        lead = self.tr("Pass the test once more for a new certificate. The old one stays as it is.")
        if named:
            lead = self.tr("“{course}”: {lead}").format(course=state.outline.title, lead=lead)
        return title, lead

    def _several(self, states: Sequence[CourseState]) -> tuple[str, str]:
        title = self.tr("{count} of your certificates end or have ended").format(count=len(states))
        lead = self.tr("Pass a test once more for a new certificate. The old ones stay as they are.")
        return title, lead
