"""What keys do in a lesson: turn pages, scroll, answer the question in view, and end what was begun in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.blocks.check import CheckCard
from desktop.ui.keys import page_turn, scroll
from desktop.ui.text.link import TextLink
from desktop.ui.text.selectable import Selectable

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen


def comes_first(event: QEvent) -> bool:
    """Whether a key means something in the lesson before it means something to the window.

    The window goes back with Alt+Left, inside a lesson it turns the page; Escape ends a caret, a selection or an
    explanation before it leads back.
    """
    if page_turn(event):
        return True
    focused = QApplication.focusWidget()
    escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
    return escape and isinstance(focused, Selectable | TextLink) and focused.wants_escape


def press(screen: LessonScreen, event: QKeyEvent) -> bool:
    """Do what a key means; return whether it means anything."""
    turned = page_turn(event)
    if turned is not None:
        screen.complete()
        button = (screen.foot.onward if turned > 0 else screen.foot.back) if screen.foot is not None else None
        if button is not None:
            button.click()
        return True
    if event.key() == Qt.Key.Key_End:
        screen.complete()
    return scroll(screen.page, event) or _answer(screen, event)


def _answer(screen: LessonScreen, event: QKeyEvent) -> bool:
    """Give a digit to the question in view when no question has the keyboard."""
    if not Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return False
    cards = [card for card in screen.findChildren(CheckCard) if not card.is_answered and _in_view(card)]
    return bool(cards) and cards[0].use_key(event)


def _in_view(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()
