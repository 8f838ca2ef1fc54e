"""What all item widgets have in common: a response, a lock, marks, and the keys that work everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.app.views import Graded
from desktop.model.quiz import Response


class AnswerArea(QWidget):
    """The answering part of one item, below its question.

    changed    the learner chose, moved or typed something
    picked     in a choice of one an option was chosen by click, digit or space bar, which is as good as final where
               nothing is at stake
    committed  the learner means it: Enter
    """

    changed = Signal()
    picked = Signal()
    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locked = False

    def response(self) -> Response | None:
        """What was answered so far; None while it is no answer yet."""
        raise NotImplementedError

    def restore(self, response: Response) -> None:
        """Show an earlier answer."""
        raise NotImplementedError

    def mark(self, graded: Graded) -> None:
        """Show what was right and what was not; called after `lock`."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take answer and marks away and unlock."""
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """The control where answering begins."""
        raise NotImplementedError

    def lock(self) -> None:
        """Keep the answer as it is from now on."""
        self.locked = True

    def press_digit(self, digit: int) -> bool:
        """Choose the part numbered `digit` (1..9); return whether there was one."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.locked or not self.use_key(event):
            event.ignore()

    def use_key(self, event: QKeyEvent) -> bool:
        """Answer to Enter and to a digit without modifiers; return whether the key meant something here."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
            return True
        return Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and self.press_digit(event.key() - Qt.Key.Key_0)
