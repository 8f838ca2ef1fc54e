"""One ring around whatever has the keyboard, drawn outside it so that no control needs a look of its own for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

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


class FocusRing(QObject):
    """Follows the keyboard through one window; a click with the mouse shows no ring, the next Tab does."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._style = _RingStyle()
        self._ring = _Ring(window)
        self._ring.setStyle(self._style)
        self._ring.hide()
        app.focusChanged.connect(self._follow)

    def shown_on(self) -> QWidget | None:
        """The widget the ring is drawn around, None while there is no ring."""
        return self._ring.widget()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and now.window() is self._window and now is not self._window
        self._ring.setWidget(now if inside and _worth_a_ring(now) else None)


def _worth_a_ring(widget: QWidget) -> bool:
    return not widget.testAttribute(Qt.WidgetAttribute.WA_UnderMouse) or not QApplication.mouseButtons()
