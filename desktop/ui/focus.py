"""Knows whether someone steers by keyboard, and keeps one ring around whatever has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from desktop.ui.ring import Ring

_AIR = 12

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
        self._made: Ring | None = None
        self._by_keyboard = False
        self._watched: QObject | None = None
        app.focusChanged.connect(self._follow)

    def shown_on(self) -> QWidget | None:
        """The widget the ring is drawn around, None while there is no ring."""
        ring = self._ring()
        return ring.widget() if ring is not None else None

    def watch(self) -> None:
        """Begin to tell keys from clicks; called once the window is shown and has a native handle.

        The handle sees each key and click once. A filter on the application would see every event of every widget.
        """
        handle = self._window.window().windowHandle()
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
            self._put(None)
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and now is not self._window and self._window.isAncestorOf(now)
        # A heading that was only given the keyboard to begin below it is no stop, and needs no ring.
        a_stop = inside and now.focusPolicy() != Qt.FocusPolicy.NoFocus
        self._put(now if self._by_keyboard and a_stop else None)
        if self._by_keyboard and now is not None and inside:
            _bring_into_sight(now)

    def _put(self, widget: QWidget | None) -> None:
        ring = self._ring()
        if ring is None:
            if widget is None:
                return
            # Made with the first steering key: most of its cost is Qt's style classes, which nothing else needs.
            from desktop.ui.ring import Ring

            ring = self._made = Ring(self._window)
        ring.setWidget(widget)

    def _ring(self) -> Ring | None:
        """The ring, if it is still there: Qt lets it live in the page of what it surrounds, and it goes with that."""
        if self._made is not None and not isValid(self._made):
            self._made = None
        return self._made


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll to what has the keyboard; Qt itself does so only when Tab was pressed inside the same scroll area."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, _AIR)
            return
        parent = parent.parentWidget()
