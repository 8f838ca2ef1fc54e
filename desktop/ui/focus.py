"""One ring around whatever has the keyboard, drawn outside it so that no control needs a look of its own for it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from desktop.ui.theme import colour

_GAP = 4


class _RingStyle(QProxyStyle):
    """Says how far outside the ring runs, and that it lies above its neighbours."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _GAP
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class _Ring(QFocusFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()


_STEERING = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Escape,
    }
)
"""Keys that say: someone is finding their way without a mouse."""


class FocusRing(QObject):
    """Follows the keyboard through one window, from the first steering key until the next click."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._style = _RingStyle()
        self._ring = _Ring(window)
        self._ring.setStyle(self._style)
        self._ring.hide()
        self._by_keyboard = False
        self._watched: QObject | None = None
        app.focusChanged.connect(self._follow)

    def shown_on(self) -> QWidget | None:
        """The widget the ring is drawn around, None while there is no ring."""
        return self._ring.widget()

    def watch(self) -> None:
        """Begin to tell keys from clicks; called once the window is shown and has a native handle.

        The handle sees each key and click once. A filter on the application would see every event of every widget.
        """
        handle = self._window.windowHandle()
        if handle is not None and self._watched is not handle:
            handle.installEventFilter(self)
            self._watched = handle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            keys = cast(QKeyEvent, event)
            steering = keys.key() in _STEERING or keys.modifiers() & Qt.KeyboardModifier.AltModifier
            if steering and not self._by_keyboard:
                self._by_keyboard = True
                self._follow(None, QApplication.focusWidget())
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._ring.setWidget(None)
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and now.window() is self._window and now is not self._window
        self._ring.setWidget(now if self._by_keyboard and inside else None)
        if self._by_keyboard and now is not None and inside:
            _bring_into_sight(now)


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to what has the keyboard; Qt itself does so only when Tab was pressed inside the same scroll area."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 3 * _GAP)
            return
        parent = parent.parentWidget()
