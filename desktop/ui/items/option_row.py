"""One option of a choice: a radio button or a check box that is a whole row, with room for its feedback."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from desktop.model.text import EMPTY, Rich
from desktop.ui.icons import Icons
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import lead_in
from desktop.ui.widgets import IconLabel, KeyCap, look

# tone of a mark -> (icon, its colour, look of the feedback); "missed" is right but was not chosen
_MARKS = {
    "right": ("check", "good", "good-text"),
    "missed": ("check", "good", "good-text"),
    "wrong": ("cross", "risk", "risk-text"),
}


class _OptionRow:
    """What radio rows and check rows share; mixed in before the Qt class whose role they keep.

    It is no QObject itself: Qt objects have one Qt parent class.
    """

    def _build(self, digit: int, text: Rich, icons: Icons) -> None:
        self._digit, self._text, self._icons = digit, text, icons
        self.locked = False
        look(self, "option", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cap = KeyCap(str(digit))
        self.words = RichText(text)
        self.feedback: RichText | None = None
        self.sign: IconLabel | None = None
        self._lay_out()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._show_choice)
        self._say()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 11, 14, 11)
        self._row.setSpacing(12)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._row.addWidget(_passive(self.cap), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(_passive(self.words))
        self._row.addLayout(self._column, 1)

    def mark(self, tone: str, word: str, feedback: Rich) -> None:
        """Show the row as "right", "missed" or "wrong", with a word and the author's feedback; "" shows nothing."""
        self._tone(tone)
        if tone:
            icon, ink, style = _MARKS[tone]
            # Made only now: most rows are never marked, and a lesson opens faster without what it does not show.
            if self.feedback is None or self.sign is None:
                self.feedback, self.sign = RichText(EMPTY), IconLabel(self._icons.icon(icon, ink))
                self._column.addWidget(_passive(self.feedback))
                self._row.addWidget(_passive(self.sign), 0, Qt.AlignmentFlag.AlignTop)
            self.sign.set_icon(self._icons.icon(icon, ink))
            look(self.feedback, style)
            self.feedback.set_rich(lead_in(word, feedback))
        for widget in (self.feedback, self.sign):
            if widget is not None:
                widget.setVisible(bool(tone))
        self._say()

    def set_locked(self, locked: bool) -> None:
        """Keep or release the choice; a locked row stays readable and reachable."""
        self.locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)

    def _show_choice(self, chosen: bool) -> None:
        if not self.locked:
            self._tone("chosen" if chosen else "")

    def _tone(self, tone: str) -> None:
        look(self, "option", tone)
        look(self.cap, "key", tone)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._digit}: {self._text.plain}")
        marked = self.feedback is not None and not self.feedback.isHidden()
        self.setAccessibleDescription(self.feedback.plain if marked else "")

    # Qt ---------------------------------------------------------------------------------------------------------

    def hitButton(self, position: QPoint) -> bool:
        return not self.locked and self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select) and not self.locked:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A double click ticks once; the second half would take the tick away again.
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()


class RadioRow(_OptionRow, QRadioButton):
    """One of several options of which one may be chosen."""

    stepped = Signal(int)

    def __init__(self, digit: int, text: Rich, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(digit, text, icons)


class CheckRow(_OptionRow, QCheckBox):
    """One of several options of which any number may be chosen."""

    stepped = Signal(int)

    def __init__(self, digit: int, text: Rich, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(digit, text, icons)


def _passive(child: QWidget) -> QWidget:
    """Let clicks and the keyboard through to the row."""
    child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return child
