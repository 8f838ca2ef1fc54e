"""Ordering: steps in a column that move up and down by buttons or by Alt and an arrow key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded, Part
from desktop.model.quiz import Option, OrderingItem, Response
from desktop.model.text import EMPTY
from desktop.ui.announce import announce
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.mark_line import MarkLine
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import lead_in
from desktop.ui.theme import scaled
from desktop.ui.widgets import KeyCap, look


class _StepButton(QToolButton):
    """A button that leaves Alt and an arrow to the list; Qt would move the keyboard to a neighbour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class _StepRow(QFrame):
    """One step with its place, its words and two buttons."""

    moved = Signal(int)

    def __init__(self, option: Option, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        look(self, "step", "")
        self.cap = KeyCap("")
        self.line = MarkLine(icons)
        self.up = self._button(icons.icon("up", "accent"), -1)
        self.down = self._button(icons.icon("down", "accent"), 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(RichText(option.text))
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 10, 9)
        row.setSpacing(12)
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.down, 0, Qt.AlignmentFlag.AlignTop)

    def stand_at(self, place: int, of: int) -> None:
        """Show and say the place, counted from 1."""
        self.cap.setText(str(place))
        where = self.tr("now at place {place} of {count}").format(place=place, count=of)
        self.up.setAccessibleName(self.tr("Move up: {step}").format(step=self.option.text.plain))
        self.down.setAccessibleName(self.tr("Move down: {step}").format(step=self.option.text.plain))
        self.up.setAccessibleDescription(where)
        self.down.setAccessibleDescription(where)

    def mark(self, part: Part, follower: str) -> None:
        """Say whether the right step comes after this one, as it is scored; `follower` is empty for the last step."""
        word = self.tr("Correct.")
        if not part.right:
            word = self.tr("After this comes: {step}").format(step=follower) if follower else self.tr("Comes last.")
        self.line.say(part.right, lead_in(word, EMPTY if part.right else self.option.feedback))
        look(self, "step", "right" if part.right else "wrong")

    def clear(self) -> None:
        """Take the mark away."""
        look(self, "step", "")
        self.line.hide()

    def _button(self, icon: QIcon, step: int) -> QToolButton:
        button = _StepButton(self)
        look(button, "step")
        button.setIcon(icon)
        button.setIconSize(QSize(scaled(18), scaled(18)))
        button.setToolTip(self.tr("Move up (Alt+Up)") if step < 0 else self.tr("Move down (Alt+Down)"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.moved.emit(step))
        return button


class OrderingArea(AnswerArea):
    """The steps in the learner's order; as drawn they already are an answer, so confirming needs no move."""

    def __init__(self, item: OrderingItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        after = [*(option.text.plain for option in item.options[1:]), ""]
        self._followers = {option.id: words for option, words in zip(item.options, after, strict=True)}
        self._drawn = tuple(option.id for option in arranged.options)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.rows = [_StepRow(option, icons, self) for option in arranged.options]
        for row in self.rows:
            self._column.addWidget(row)
            row.moved.connect(lambda step, row=row: self.move_step(row, step))
        self._number()

    def move_step(self, row: _StepRow, step: int) -> None:
        """Move one row up (-1) or down (1); at the ends nothing happens."""
        place = self.rows.index(row)
        target = place + step
        if self.locked or not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        self._arrange()
        # The button that was pressed goes along with its row; at an end the other one takes over.
        button = row.up if step < 0 else row.down
        (button if button.isEnabled() else row.down if step < 0 else row.up).setFocus()
        announce(self, self.tr("Place {place} of {count}").format(place=target + 1, count=len(self.rows)))
        self.changed.emit()

    def response(self) -> Response | None:
        return tuple(row.option.id for row in self.rows)

    def restore(self, response: Response) -> None:
        if sorted(response) == sorted(self._followers):
            self.rows.sort(key=lambda row: response.index(row.option.id))
            self._arrange()

    def lock(self) -> None:
        super().lock()
        for row in self.rows:
            row.up.hide()
            row.down.hide()

    def mark(self, graded: Graded) -> None:
        parts = {part.id: part for part in graded.parts}
        for row in self.rows:
            row.mark(parts[row.option.id], self._followers[row.option.id])

    def clear(self) -> None:
        self.locked = False
        for row in self.rows:
            row.clear()
            row.up.show()
            row.down.show()
        self.restore(self._drawn)

    def first_control(self) -> QWidget:
        return next(button for row in self.rows for button in (row.up, row.down) if button.isEnabled())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        focused = next((row for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), None)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps and focused is not None:
            self.move_step(focused, steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def press_digit(self, digit: int) -> bool:
        if digit > len(self.rows):
            return False
        row = self.rows[digit - 1]
        (row.up if row.up.isEnabled() else row.down).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _arrange(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
        for row in self.rows:
            self._column.addWidget(row)
        self._number()
        before: QWidget | None = None
        for button in (button for row in self.rows for button in (row.up, row.down)):
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button

    def _number(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.stand_at(place, len(self.rows))
            row.up.setEnabled(place > 1)
            row.down.setEnabled(place < len(self.rows))
