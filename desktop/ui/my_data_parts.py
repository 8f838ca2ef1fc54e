"""The parts of the page on one's data: a figure, a row with an action, and a question asked in its own place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.announce import announce
from desktop.ui.widgets import (
    Card,
    CardTitle,
    FlowRow,
    LinkButton,
    Muted,
    PrimaryButton,
    SecondaryButton,
    SplitRow,
    Text,
    look,
)


def figure(count: int, label: str) -> QWidget:
    """A number above what it counts, read as one."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    number = look(Text(str(count)), "title")
    number.setAccessibleName(f"{label}: {count}")
    column.addWidget(number)
    column.addWidget(Muted(label))
    column.addStretch(1)
    return holder


def row(title: str, words: str, button: QWidget) -> QWidget:
    """Two lines of words and an action beside them, or below where there is little room."""
    split = SplitRow(440, gap=16)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(look(Text(title), "strong"))
    column.addWidget(Muted(words))
    split.row.addLayout(column, 1)
    split.row.addWidget(button, 0, SplitRow.MIDDLE_LEFT)
    return split


class Confirm(Card):
    """A question with what follows from it; the keyboard stands on "Cancel", and Escape means it."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(
        self, title: str, lines: Sequence[str], action: str, *, tone: str = "risk", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, name=tone, margin=16, gap=8)
        self._words = " ".join((title, *lines))
        self.body.addWidget(CardTitle(title))
        for line in lines:
            self.body.addWidget(Text(line))
        buttons = FlowRow(gap=8)
        # Where something is deleted, the button that catches the eye is the one that does no harm.
        harmful = tone == "risk"
        cancel = self.tr("Cancel")
        self.cancel_button = PrimaryButton(cancel) if harmful else SecondaryButton(cancel)
        self.cancel_button.clicked.connect(self.cancelled)
        self.action_button = LinkButton(action, tone="risk") if harmful else PrimaryButton(action)
        self.action_button.clicked.connect(self.accepted)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.action_button)
        self.body.addSpacing(4)
        self.body.addLayout(buttons)

    def speak(self) -> None:
        """Take the keyboard and say the question aloud."""
        self.show()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._words)

    def event(self, event: QEvent) -> bool:
        # The window has Escape as a shortcut for "back"; while a question stands, Escape answers the question.
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)
