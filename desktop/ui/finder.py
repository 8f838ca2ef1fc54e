"""Opens the search field over the window, and goes where a hit leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.model.search import Hit
from desktop.ui.commands import PEOPLE
from desktop.ui.screen import Route

if TYPE_CHECKING:
    from desktop.ui.palette import Palette
    from desktop.ui.window import Window


class Finder(QObject):
    """Ctrl+K looks through everything, Ctrl+F through the lesson in view; what both need is imported then."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.palette: Palette | None = None
        for keys, action in (("Ctrl+K", self.search), ("Ctrl+F", self.search_here)):
            shortcut = QShortcut(QKeySequence(keys), window, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(action)

    def search(self) -> None:
        """Open the field, once somebody has introduced themselves."""
        if self._window.route.screen in ("", "first") or self.palette is not None:
            return
        from desktop.ui.palette import Palette

        self._before = QApplication.focusWidget()
        self.palette = Palette(self._window.kit, self._window.workspace.search, self._window)
        self.palette.opened.connect(self._go)
        self.palette.closed.connect(self.close)
        self.palette.show()
        self.palette.raise_()
        self.palette.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search_here(self) -> None:
        """Open the bar that finds words in the lesson in view; elsewhere the field for everything."""
        if self._window.route.screen != "lesson":
            self.search()
            return
        from desktop.ui.lesson_find import find_bar

        find_bar(self._window.screen).open()

    def close(self) -> None:
        """Close the field and give the keyboard back to whatever had it."""
        if self.palette is None:
            return
        palette, self.palette = self.palette, None
        palette.hide()
        palette.deleteLater()
        self._window.workspace.search.rest()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def _go(self, hit: Hit) -> None:
        self.close()
        target, window = hit.target, self._window
        if target.screen == PEOPLE:
            window.seat.choose()
            return
        if target.screen:
            route = Route(target.screen, target.course_id, target.lesson_id, payload=target.subject or None)
        elif target.lesson_id:
            route = Route("lesson", target.course_id, target.lesson_id)
        else:
            route = Route("course", target.course_id)
        if window.route != route:
            window.show_route(route)
        if window.route != route:
            return  # it could not be shown, and the window has said why
        if route.screen == "lesson":
            from desktop.ui.lesson_find import reveal

            reveal(window.screen, target.passage, hit.forms)
        elif target.part:
            part = getattr(window.screen, target.part, None)
            if isinstance(part, QWidget):
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)
