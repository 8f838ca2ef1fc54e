"""Reading and selecting with a caret: it goes through the lesson's texts as through one, and says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from shiboken6 import isValid

from desktop.ui.announce import announce
from desktop.ui.lesson_find import texts
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen


class LessonCaret(QObject):
    """One caret per lesson.

    started, ended   arrows move the caret, or scroll again
    """

    started = Signal()
    ended = Signal()

    def __init__(self, screen: LessonScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._text: RichText | None = None
        self._known: set[RichText] = set()

    @property
    def is_on(self) -> bool:
        """Whether arrows move the caret."""
        return self._text is not None and isValid(self._text) and self._text.has_caret

    def start(self) -> None:
        """Show the caret at the first words in view."""
        self._screen.complete()
        viewport = self._screen.page.viewport()
        for text in texts(self._screen):
            top = text.mapTo(viewport, QPoint(0, 0)).y()
            if top + text.height() > 0 and text.letters().strip():
                inside = QPoint(0, max(-top, 0))
                self._enter(text, text.place_at(inside))
                self.started.emit()
                return

    def _enter(self, text: RichText, place: int) -> None:
        if text not in self._known:
            self._known.add(text)
            text.caret_left.connect(self._go_on)
            text.caret_moved.connect(self._moved)
            text.caret_ended.connect(self._end)
        if self._text is not None and self._text is not text and isValid(self._text):
            self._text.end_caret()
        self._text = text
        text.start_caret(place)
        self._follow()

    def _go_on(self, by: int) -> None:
        there = list(texts(self._screen))
        if self._text not in there:
            return
        at = there.index(self._text) + by
        while 0 <= at < len(there) and not there[at].letters().strip():
            at += by
        if 0 <= at < len(there):
            following = there[at]
            self._enter(following, 0 if by > 0 else len(following.letters()))
            announce(following, following.plain)

    def _moved(self, spoken: str) -> None:
        if self._text is not None:
            announce(self._text, spoken)
            self._follow()

    def _follow(self) -> None:
        # Later: the ring around what has the keyboard scrolls first.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        if self._text is None or not isValid(self._text):
            return
        place = self._text.caret_place()
        if place is not None:
            box = self._text.box_of(max(place - 1, 0), max(place, 1))
            where = self._text.mapTo(self._screen.page.widget(), box.center())
            self._screen.page.ensureVisible(where.x(), where.y(), 0, scaled(56))

    def _end(self) -> None:
        self.ended.emit()
        self._screen.title.setFocus()
