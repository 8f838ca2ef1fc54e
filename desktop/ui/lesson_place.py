"""Where in a lesson one is: kept a moment after scrolling, and found again when the width of the text changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.widgets import ScrollPage

_KEEP_AFTER_MS = 600
_END_TOLERANCE = 24


class ReadingPlace(QObject):
    """Follows the page's scroll bar.

    moved   something scrolled or was laid out anew; the slot may make widgets
    due     the place should be kept now
    """

    moved = Signal()
    due = Signal()

    def __init__(self, page: ScrollPage, fraction: float) -> None:
        """`fraction` 0..1 of the lesson's height is where it was left."""
        super().__init__(page)
        self._page = page
        self.fraction = fraction
        self._settled_width = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER_MS)
        self._timer.timeout.connect(self.due)
        bar = page.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._relaid)

    @property
    def at_end(self) -> bool:
        """Whether the last of the page is in view: what the keyboard brings there does not show the margin below."""
        bar = self._page.verticalScrollBar()
        return bar.value() >= bar.maximum() - max(_END_TOLERANCE, self._page.column.contentsMargins().bottom())

    def stop(self) -> None:
        """Leave it to the caller to keep the place."""
        self._timer.stop()

    def _scrolled(self, value: int) -> None:
        height = self._page.widget().height()
        self.fraction = min(1.0, value / height) if height > 0 else 0.0
        self._timer.start()
        # Later, because the bar also moves while Qt applies a style or lays out, when nothing may be made anew.
        QTimer.singleShot(0, self, self.moved.emit)

    def _relaid(self, _least: int, _most: int) -> None:
        """Stay at the same words when the width changed; when only something unfolded, nothing moves."""
        width = self._page.viewport().width()
        if width == self._settled_width:
            return
        self._settled_width = width
        bar = self._page.verticalScrollBar()
        was_blocked = bar.blockSignals(True)
        bar.setValue(round(self.fraction * self._page.widget().height()))
        bar.blockSignals(was_blocked)
        # The bar's own listeners were asleep: the page itself must follow.
        self._page.widget().move(0, -bar.value())
        QTimer.singleShot(0, self, self.moved.emit)
