"""The page of a screen: one centred column that scrolls upwards and downwards, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.frames import look

_MARGIN = 40
_NARROW_MARGIN = 24
_NARROW = 720


class _Column(QWidget):
    """Content that asks for no size of its own: the area gives it the width there is, and the height follows.

    Asked for its least size, a layout would answer for the narrowest width, and the page would scroll into nothing.
    """

    settled = False
    """Whether the area has its real size; before that every layout would be for a width that nobody sees."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self.settled else 0


class ScrollPage(QScrollArea):
    """A vertical-only scroll area; `column` is at most `width` pixels wide (at 100 % text) and centred.

    Side margins are 40 px, 24 in a narrow window.
    """

    def __init__(
        self, parent: QWidget | None = None, *, width: int = 1080, top: int = 32, centred: bool = True, gap: int = 16
    ) -> None:
        super().__init__(parent)
        self._width = width
        self._top = top
        self._centred = centred
        self._there = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner = look(_Column(), "page")
        self.column = QVBoxLayout(inner)
        self.column.setSpacing(gap)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._width), scaled(480))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The event tells the viewport's size. Asking for viewport() would have PySide look up what kind of widget it
        # is among all it knows, which costs 20 ms the first time, in the middle of the start.
        self._there = event.size().width()
        self._set_margins()
        self._inner.settled = True
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows scroll, but with Alt they belong to the screen: Qt would take Alt+Right for a step sideways.
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Margins are reckoned in the size of the text, which may change while the window keeps its own.
        if event.type() == QEvent.Type.StyleChange and self._there:
            self._set_margins()

    def _set_margins(self) -> None:
        there = self._there
        side = _MARGIN if there >= _NARROW else _NARROW_MARGIN
        spare = max(0, there - 2 * side - scaled(self._width))
        left = side + (spare // 2 if self._centred else 0)
        right = side + spare - (spare // 2 if self._centred else 0)
        self.column.setContentsMargins(left, self._top, right, _MARGIN)
