"""Which role one has, as a list to choose from (first start) or as a drop-down (settings)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.model.path import ROLES
from desktop.ui import path_words
from desktop.ui.fields import CalmComboBox
from desktop.ui.theme import scaled
from desktop.ui.widgets import Muted, RadioButton

_MARK, _GAP = 20, 12
"""How wide the mark of a radio button is (at 100 % text), and the room around it, which does not grow."""


class RoleList(QWidget):
    """One row per role: what one would say of oneself, and below it a sentence about the way; the first is chosen.

    `entered` follows when Enter is pressed on a row, which radio buttons leave alone: this one, and on.
    """

    reader_role = "Grouping"
    entered = Signal()

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: list[Muted] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RadioButton] = {}
        for name in ROLES:
            words, sentence = path_words.role(name)
            button = RadioButton(words)
            button.setAccessibleDescription(sentence)
            # Qt tells a radio button from a check box by this, and moves between those of one parent with the arrows.
            button.setAutoExclusive(True)
            self._group.addButton(button)
            self.buttons[name] = button
            below = Muted(sentence)
            self._sentences.append(below)
            column.addWidget(button)
            column.addWidget(below)
        self.buttons[role if role in ROLES else path_words.EVERYONE].setChecked(True)
        self._align()

    def _align(self) -> None:
        for below in self._sentences:
            below.setContentsMargins(scaled(_MARK) + _GAP, 0, 0, scaled(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._align()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Held down since the page before, it would choose without being asked.
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The sentence belongs to its row: pressing it chooses the row, too.
        for button, below in zip(self.buttons.values(), self._sentences, strict=True):
            if below.geometry().contains(event.position().toPoint()):
                button.setChecked(True)
                button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def role(self) -> str:
        """The role chosen now."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def chosen(self) -> RadioButton:
        """The row that is marked, for the keyboard to begin at."""
        return self.buttons[self.role()]


class RoleField(CalmComboBox):
    """The roles in a drop-down; `role_chosen` takes the one picked by hand."""

    role_chosen = Signal(str)

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        for name in ROLES:
            self.addItem(path_words.role(name)[0], name)
        self.setCurrentIndex(max(0, self.findData(role)))
        self.activated.connect(lambda index: self.role_chosen.emit(self.itemData(index)))
