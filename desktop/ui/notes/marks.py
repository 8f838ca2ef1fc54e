"""What stands for a highlight in a lesson: a stop for the keyboard over its words, and a sign beside a noted one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.model.annotation import Annotation
from desktop.ui.text.link import TextLink
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.widgets import ScrollPage

_SIDE = 18
_LONGEST = 160


class Mark(TextLink):
    """A highlighted passage as a control: Tab reaches it, Enter opens its note, Delete takes it away.

    The pointer passes through it, so that the words below can be selected.
    """

    removal_wanted = Signal()

    def __init__(self, annotation: Annotation, parent: RichText) -> None:
        quote = annotation.passage.quote if annotation.passage else ""
        super().__init__(f"note:{annotation.id}", shortened(quote), annotation.words, reachable=True, parent=parent)
        self.annotation_id = annotation.id
        noted = bool(annotation.words)
        name = self.tr("Note on “{words}”") if noted else self.tr("Highlighted: “{words}”")
        self.setAccessibleName(name.format(words=shortened(quote)))
        keys = self.tr("Enter opens the note, Delete removes the highlight")
        self.setAccessibleDescription(f"{annotation.words}. {keys}" if noted else keys)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class NoteSign(QWidget):
    """A small sign in the margin beside a passage with a note; a click opens it, the keyboard has the passage."""

    clicked = Signal()

    def __init__(self, icon: QIcon, words: str, text: RichText, start: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.text, self.start = text, start
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The passage itself says that there is a note.
        self.setAccessibleName(self.tr("Note in the margin"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
        del event


class Margin(QObject):
    """Keeps the signs beside their passages whenever the page is laid out anew."""

    def __init__(self, page: ScrollPage) -> None:
        super().__init__(page)
        self._page = page
        self._signs: list[NoteSign] = []
        page.widget().installEventFilter(self)

    def show_signs(self, signs: list[NoteSign]) -> None:
        """Show these in place of those before."""
        for before in self._signs:
            before.hide()
            before.deleteLater()
        self._signs = signs
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self._signs:
            QTimer.singleShot(0, self, self._place)
        return False

    def _place(self) -> None:
        inside, margin = self._page.widget(), self._page.column.contentsMargins().left()
        side = min(scaled(_SIDE), margin - 6)
        taken: set[int] = set()
        for sign in self._signs:
            if not sign.text.isVisibleTo(inside):
                sign.hide()
                continue
            box = sign.text.box_of(sign.start, sign.start + 1)
            top = sign.text.mapTo(inside, QPoint(0, box.center().y())).y() - side // 2
            while top in taken:  # two notes on one line
                top += side + 2
            taken.add(top)
            sign.setGeometry(margin - side - min(8, (margin - side) // 2), top, side, side)
            sign.show()


def shortened(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
