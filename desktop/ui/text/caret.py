"""The keys that move a caret through running text, and what a screen reader says of each step."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

_Operation = QTextCursor.MoveOperation
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MEANT = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Move(NamedTuple):
    """A step of the caret: how far, which unit is spoken after it, and where it leads beyond the text (0: nowhere)."""

    operation: QTextCursor.MoveOperation
    unit: QTextCursor.SelectionType | None
    leaves: int = 0


_WORD, _LINE = QTextCursor.SelectionType.WordUnderCursor, QTextCursor.SelectionType.LineUnderCursor
_PLAIN = {
    Qt.Key.Key_Left: Move(_Operation.Left, None, -1),
    Qt.Key.Key_Right: Move(_Operation.Right, None, 1),
    Qt.Key.Key_Up: Move(_Operation.Up, _LINE, -1),
    Qt.Key.Key_Down: Move(_Operation.Down, _LINE, 1),
    Qt.Key.Key_Home: Move(_Operation.StartOfLine, None),
    Qt.Key.Key_End: Move(_Operation.EndOfLine, None),
}
_WITH_CONTROL = {
    Qt.Key.Key_Left: Move(_Operation.WordLeft, _WORD, -1),
    Qt.Key.Key_Right: Move(_Operation.WordRight, _WORD, 1),
    Qt.Key.Key_Up: Move(_Operation.PreviousBlock, _LINE, -1),
    Qt.Key.Key_Down: Move(_Operation.NextBlock, _LINE, 1),
    Qt.Key.Key_Home: Move(_Operation.Start, _LINE),
    Qt.Key.Key_End: Move(_Operation.End, None),
}


def move_of(event: QKeyEvent) -> Move | None:
    """The step that a key stands for, Shift aside; None for any other key."""
    held = event.modifiers() & _MEANT
    if held & ~_CONTROL:
        return None
    return (_WITH_CONTROL if held else _PLAIN).get(Qt.Key(event.key()))


def spoken_after(cursor: QTextCursor, before: int, move: Move, *, selecting: bool) -> str:
    """What was passed or reached: a letter, a word or a line, and while selecting what has just been added."""
    if selecting:
        passed = _between(cursor, before, cursor.position())
        if cursor.selectionStart() == cursor.selectionEnd():
            return QCoreApplication.translate("Caret", "Nothing selected")
        return QCoreApplication.translate("Caret", "{words} selected").format(words=passed)
    if move.unit is None:
        return _between(cursor, cursor.position(), cursor.position() + 1)
    there = QTextCursor(cursor)
    there.select(move.unit)
    return there.selectedText()


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    there = QTextCursor(cursor)
    last = max(there.document().characterCount() - 1, 0)
    there.setPosition(min(start, last))
    there.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return there.selectedText().replace("\u2029", " ")
