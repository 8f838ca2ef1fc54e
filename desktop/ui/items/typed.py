"""Short answers, numbers and reflections: what is typed rather than chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded
from desktop.model.quiz import NumericItem, ReflectionItem, Response, ShortItem
from desktop.model.text import EMPTY
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.mark_line import MarkLine
from desktop.ui.text.words import lead_in
from desktop.ui.theme import scaled
from desktop.ui.widgets import Muted, look


class TypedArea(AnswerArea):
    """One line for a word, a phrase or a number."""

    def __init__(
        self, item: ShortItem | NumericItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del arranged
        self._number = isinstance(item, NumericItem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        label = look(QLabel(self.tr("Your number") if self._number else self.tr("Your answer")), "field")
        self.field = look(QLineEdit(), "gap", "")
        self.field.setMaximumWidth(scaled(240 if self._number else 480))
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self.line = MarkLine(icons)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.line)
        self.field.textEdited.connect(lambda _text: self.changed.emit())

    def response(self) -> Response | None:
        words = self.field.text().strip()
        # Whether it is a number at all is no secret; asking again costs nothing, a typing slip would cost the point.
        usable = any(letter.isdigit() for letter in words) if self._number else bool(words)
        return (words,) if usable else None

    def restore(self, response: Response) -> None:
        self.field.setText(response[0] if response else "")

    def lock(self) -> None:
        super().lock()
        self.field.setReadOnly(True)

    def mark(self, graded: Graded) -> None:
        right = graded.correct
        word = self.tr("Correct.") if right else self.tr("Not quite.")
        if graded.partly:
            word = self.tr("Partly correct.")
        if not right and graded.parts and graded.parts[0].solution:
            word += " " + self.tr("The answer is: {answer}.").format(answer=graded.parts[0].solution)
        said = graded.feedback[0] if graded.feedback else EMPTY
        self.line.say(right, lead_in(word, said))
        look(self.field, "gap", "right" if right else "wrong")

    def clear(self) -> None:
        self.locked = False
        self.field.setReadOnly(False)
        self.field.clear()
        self.line.hide()
        look(self.field, "gap", "")

    def first_control(self) -> QWidget:
        return self.field


class _Thoughts(QPlainTextEdit):
    """A text area that leaves Tab to the window, and Ctrl+Enter to whoever confirms, before it leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _confirms(event) and not self.isReadOnly():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _confirms(event):
            event.ignore()
            return
        super().keyPressEvent(event)


def _confirms(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ReflectionArea(AnswerArea):
    """Room to think in writing; never graded, and nobody else reads it."""

    def __init__(self, item: ReflectionItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del item, arranged, icons
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.field = _Thoughts()
        self.field.setAccessibleName(self.tr("Your thoughts"))
        self.field.setMinimumHeight(scaled(112))
        self.field.textChanged.connect(self._typed)
        column.addWidget(self.field)
        column.addWidget(Muted(self.tr("Not graded, and seen by nobody but you. Ctrl+Enter confirms.")))

    def response(self) -> Response | None:
        words = self.field.toPlainText().strip()
        return (words,) if words else None

    def restore(self, response: Response) -> None:
        self.field.setPlainText(response[0] if response else "")

    def lock(self) -> None:
        super().lock()
        self.field.setReadOnly(True)

    def mark(self, graded: Graded) -> None:
        """Nothing to mark: the sample answer stands in the item's explanation."""

    def clear(self) -> None:
        self.locked = False
        self.field.setReadOnly(False)
        self.field.clear()

    def first_control(self) -> QWidget:
        return self.field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.locked:
            self.committed.emit()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        if not self.locked:
            self.changed.emit()
