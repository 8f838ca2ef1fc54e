"""The tour's hands: keys as the platform would send them, and the patience to wait for a screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.rail import Rail
from desktop.ui.screen import Route
from desktop.ui.tour.pictures import SIZE

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.ui.screen import Screen
    from desktop.ui.window import Window

_PATIENCE = 20.0
"""Seconds the tour waits for a screen before it gives up."""

translate = QCoreApplication.translate
"""Called with the context "Tour": the scenes are functions, which have no tr() of their own."""

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class TourStopped(Exception):
    """A screen did not become what it should within the tour's patience."""


class TourClock:
    """The clock of the tour: as long as nobody sleeps, the one handed in."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._slept = timedelta()

    def __call__(self) -> datetime:
        return self._clock() + self._slept

    def sleep(self, days: int) -> None:
        """Let days pass."""
        self._slept += timedelta(days=days)


class Player:
    """Somebody in front of one window, who steers by keyboard and says line by line how far they are."""

    def __init__(self, app: QApplication, window: Window, language: str, out: Path, clock: TourClock) -> None:
        self.window = window
        self.language = language
        self.out = out
        self.clock = clock
        self._app = app
        self._step = 0
        window.resize(SIZE)
        window.show()
        self.settle()

    @property
    def workspace(self) -> Workspace:
        """What the window shows."""
        return self.window.workspace

    @property
    def screen(self) -> Screen:
        """The screen in view."""
        return self.window.screen

    def say(self, line: str) -> None:
        """One line of progress."""
        self._step += 1
        sys.stdout.write(f"[{self.language} {self._step:02}] {line}\n")
        sys.stdout.flush()

    def go_to(self, place: str) -> None:
        """Press the keys that the rail gives to a place, and wait for its screen."""
        rail = self.window.findChild(Rail)
        keys = {one.name: one.keys for one in rail.places}[place] if rail is not None else ""
        self.shortcut(keys)
        self.expect(place)

    def show(self, screen: str, course: str = "", lesson: str = "", payload: object = None) -> Screen:
        """Show a screen that hangs on another, and wait for it."""
        self.window.show_route(Route(screen, course, lesson, payload))
        self.settle()
        return self.expect(screen)

    def shortcut(self, keys: str) -> None:
        """Press a shortcut of the window, named as Qt names it, e.g. "Ctrl+K"; some are made after the painting."""
        wanted = QKeySequence(keys)
        self.wait(lambda: self._shortcut(wanted), keys)
        self.press(self.window, wanted[0].key(), wanted[0].keyboardModifiers())

    def press_first(self) -> None:
        """Enter on what the screen offers first, as somebody in a hurry does."""
        first = self.screen.first_focus()
        if first is None:
            raise TourStopped(translate("Tour", "nothing to press"))
        self.press(first, Qt.Key.Key_Return)

    def type(self, field: QWidget, text: str) -> None:
        """Type words into a field."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._app.sendEvent(field, QKeyEvent(kind, 0, _NO_MODIFIER, character))
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
        """Press a key as the platform would: shortcuts first, then the widget."""
        press = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        press.ignore()
        self._app.sendEvent(widget, press)
        if not press.isAccepted() and self._is_shortcut(key, modifiers):
            self.settle()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._app.sendEvent(widget, QKeyEvent(kind, key, modifiers))
        self.settle()

    def expect(self, screen: str) -> Screen:
        """Wait until the screen of that name is in view, and return it."""
        self.wait(lambda: self.window.route.screen == screen, screen)
        return self.screen

    def wait(self, reached: Callable[[], object], what: str) -> None:
        """Wait until something is so; raises TourStopped where patience ends."""
        until = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > until:
                raise TourStopped(translate("Tour", "waited in vain for: {what}").format(what=what))
            self.settle()

    def settle(self) -> None:
        """Let the event loop run until nothing is queued any more."""
        for _ in range(4):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.005)

    def close(self) -> None:
        """Take the window down, so that the next one starts from nothing."""
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def _is_shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        shortcut = self._shortcut(QKeySequence(key | modifiers))
        if shortcut is not None:
            shortcut.activated.emit()
        return shortcut is not None

    def _shortcut(self, wanted: QKeySequence) -> QShortcut | None:
        there = self.window.findChildren(QShortcut)
        return next((one for one in there if one.key() == wanted and one.isEnabled()), None)
