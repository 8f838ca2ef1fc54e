"""The keys that lessons and tests share: turning pages, and scrolling from wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea

from desktop.ui.theme import scaled

KEYPAD = Qt.KeyboardModifier.KeypadModifier
_OVERLAP = 48
"""Pixels of the page before that stay in view, and the step of an arrow."""


def is_plain(event: QKeyEvent) -> bool:
    """Whether no modifier is held, the number pad aside."""
    return not event.modifiers() & ~KEYPAD


def page_turn(event: QEvent) -> int | None:
    """1 for Alt and the right arrow, -1 for Alt and the left one, else None."""
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~KEYPAD != Qt.KeyboardModifier.AltModifier:
        return None
    return {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))


def scroll(area: QScrollArea, event: QKeyEvent) -> bool:
    """Scroll by space, page keys, arrows, Home and End; return whether it was one of them."""
    if event.modifiers() & ~(KEYPAD | Qt.KeyboardModifier.ShiftModifier):
        return False
    bar, step = area.verticalScrollBar(), scaled(_OVERLAP)
    page = area.viewport().height() - step
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    targets = {
        Qt.Key.Key_Space: bar.value() + (-page if back else page),
        Qt.Key.Key_PageDown: bar.value() + page,
        Qt.Key.Key_PageUp: bar.value() - page,
        Qt.Key.Key_Home: bar.minimum(),
        Qt.Key.Key_End: bar.maximum(),
        Qt.Key.Key_Down: bar.value() + step,
        Qt.Key.Key_Up: bar.value() - step,
    }
    target = targets.get(Qt.Key(event.key()))
    if target is None:
        return False
    bar.setValue(target)
    return True
