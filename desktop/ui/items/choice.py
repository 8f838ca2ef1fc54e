"""Single choice, multiple choice and true/false: option rows that answer to digits, arrows and the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded, Part
from desktop.model.quiz import ChoiceItem, ItemType, Option, Response
from desktop.model.text import EMPTY
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.option_row import CheckRow, RadioRow


class ChoiceArea(AnswerArea):
    """The options of a choice in drawn order."""

    def __init__(self, item: ChoiceItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several = item.type is ItemType.MULTIPLE
        self._options: tuple[Option, ...] = arranged.options
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not self._several)
        kind = CheckRow if self._several else RadioRow
        self.rows = [kind(digit, option.text, icons) for digit, option in enumerate(self._options, 1)]
        for place, row in enumerate(self.rows):
            column.addWidget(row)
            self._group.addButton(row, place)
            row.stepped.connect(lambda step, at=place: self._step(at, step))
            row.clicked.connect(self._clicked)
        self._group.buttonToggled.connect(lambda _row, _on: self.changed.emit())

    def response(self) -> Response | None:
        chosen = [o.id for o, row in zip(self._options, self.rows, strict=True) if row.isChecked()]
        return tuple(sorted(chosen, key=lambda i: (len(i), i))) or None

    def restore(self, response: Response) -> None:
        for option, row in zip(self._options, self.rows, strict=True):
            if option.id in response:
                row.setChecked(True)

    def lock(self) -> None:
        super().lock()
        for row in self.rows:
            row.set_locked(True)

    def mark(self, graded: Graded) -> None:
        parts = {part.id: part for part in graded.parts}
        for option, row in zip(self._options, self.rows, strict=True):
            tone, word = self._verdict(option, parts[option.id])
            row.mark(tone, word, option.feedback if tone else EMPTY)

    def clear(self) -> None:
        self.locked = False
        self._group.setExclusive(False)
        for row in self.rows:
            row.set_locked(False)
            row.setChecked(False)
            row.mark("", "", EMPTY)
        self._group.setExclusive(not self._several)

    def first_control(self) -> QWidget:
        return next((row for row in self.rows if row.isChecked()), self.rows[0])

    def press_digit(self, digit: int) -> bool:
        if digit > len(self.rows):
            return False
        row = self.rows[digit - 1]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def _clicked(self) -> None:
        if not self._several:
            self.picked.emit()

    def _step(self, place: int, step: int) -> None:
        """Arrow keys go to the neighbour without answering, so that a key pressed to read on costs nothing."""
        self.rows[(place + step) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _verdict(self, option: Option, part: Part) -> tuple[str, str]:
        if self._several:
            if part.chosen:
                return ("right", self.tr("Correct.")) if part.right else ("wrong", self.tr("Does not belong here."))
            return ("", "") if part.right else ("missed", self.tr("Belongs here too."))
        if part.chosen:
            return ("right", self.tr("Correct.")) if option.correct else ("wrong", self.tr("Not quite."))
        return ("right", self.tr("This is the right answer.")) if option.correct else ("", "")
