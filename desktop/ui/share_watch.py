"""Watches the firm's folders while the window is open, and shows what a drive that came back has brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desktop.app.shares import Shares
    from desktop.ui.window import Window

_GLANCE = 2_000
"""Milliseconds between two questions whether a look has ended; nothing but memory is asked."""

_LOOKS_AFTER = 150
"""Glances after which every folder is looked at again: five minutes."""

_LISTS = ("home", "courses")
"""Screens that are made anew when courses have changed; whoever reads, answers or types is left in peace."""


class ShareWatch(QObject):
    """Does nothing at all where the policy names no folder."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._glances = 0
        self._timer = QTimer(self, interval=_GLANCE)
        self._timer.timeout.connect(self.glance)
        shares = self._shares()
        self._turn = shares.collect() if shares is not None else 0
        if shares is not None:
            self._timer.start()

    def stop(self) -> None:
        """Watch no more: the window closes."""
        self._timer.stop()

    def glance(self) -> None:
        """Take up what looks have ended with; lists that are in view follow."""
        shares = self._shares()
        if shares is None:
            return
        self._glances += 1
        if self._glances % _LOOKS_AFTER == 0:
            shares.look()
        turn = shares.collect()
        if turn == self._turn:
            return
        self._turn = turn
        window = self._window
        news = window.workspace.library.refresh()
        if window.route.screen == "courses" or (news and window.route.screen in _LISTS):
            window.reload()
        if news and window.route.screen != "first":
            window.say(window.kit.sentences.say("share-back"), "note")

    def _shares(self) -> Shares | None:
        """Asked anew each time: another person on this laptop comes with another workspace."""
        workspace = self._window.workspace
        return workspace.employer.shares if workspace.policy.source is not None else None
