"""The bar above a lesson that finds words in it: how many, which one, and on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.app.search import fold
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.lesson_find import Place, matches, show, texts, unfold
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.widgets import IconLabel, QuietButton, look

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen

_PAUSE_MS = 60
_LEAST = 2
"""Letters from which on a match is marked; a single one stands everywhere."""


class FindBar(QFrame):
    """Marks all matches and selects one of them; F3 and Shift+F3 go on and back, Escape closes."""

    def __init__(self, kit: Kit, lesson: LessonScreen) -> None:
        super().__init__(lesson)
        look(self, "find")
        self._lesson = lesson
        self._found: tuple[Place, ...] = ()
        self._at = -1
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_PAUSE_MS)
        self._due.timeout.connect(self.look_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(6), scaled(12), scaled(6))
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel(kit.icons.icon("search", "accent"), 18))
        self.field = look(QLineEdit(), "search")
        self.field.setPlaceholderText(self.tr("Find in this lesson"))
        self.field.setAccessibleName(self.tr("Find in this lesson"))
        self.field.setMaxLength(120)
        self.field.textEdited.connect(lambda _words: self._due.start())
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.state = look(QLabel(), "muted")
        row.addWidget(self.state)
        self.previous = self._button(self.tr("Previous match"), "up", lambda: self.step(-1), kit)
        self.next = self._button(self.tr("Next match"), "down", lambda: self.step(1), kit)
        self._close = self._button(self.tr("Close"), "cross", self.close_bar, kit)
        for button in (self.previous, self.next, self._close):
            row.addWidget(button)
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), lesson, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))
        self.hide()

    @property
    def count(self) -> int:
        """How many matches there are."""
        return len(self._found)

    @property
    def at(self) -> int:
        """Which of them is selected, from 0; -1 for none."""
        return self._at

    def open(self) -> None:
        """Show the bar with what was looked for last, ready to be typed over."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.field.text():
            self.look_again()

    def close_bar(self) -> None:
        """Take the marks away and give the keyboard to the match last selected, which stays so."""
        self._due.stop()
        place = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._clear()
        self.hide()
        if place is not None and isValid(place[0]):
            show(self._lesson, place)
        else:
            self._lesson.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_again(self) -> None:
        """Find what stands in the field, beginning with the first match at or below the top of the view."""
        self._due.stop()
        words = self.field.text()
        self._clear()
        if len(fold(words).strip()) >= _LEAST:
            self._lesson.complete()
            unfold(self._lesson, " ".join(fold(words).split()))
            self._found = matches(self._lesson, words)
        by_text: dict[RichText, list[tuple[int, int]]] = {}
        for text, start, end in self._found:
            by_text.setdefault(text, []).append((start, end))
        for text, ranges in by_text.items():
            text.mark(ranges)
        if self._found:
            self._select(self._first_in_view())
        self._say()

    def step(self, by: int) -> None:
        """Go to the next match (1) or the one before (-1), round the ends."""
        if self.isHidden():
            return
        if self._due.isActive():
            self.look_again()
        if self._found:
            self._select((self._at + by) % len(self._found))
        self._say()

    def _select(self, at: int) -> None:
        if 0 <= self._at < len(self._found):
            self._found[self._at][0].select(0, 0)
        self._at = at
        show(self._lesson, self._found[at], focus=False)

    def _first_in_view(self) -> int:
        top = self._lesson.page.verticalScrollBar().value()
        inside = self._lesson.page.widget()
        for number, (text, start, end) in enumerate(self._found):
            if text.mapTo(inside, text.box_of(start, end).topLeft()).y() >= top:
                return number
        return 0

    def _clear(self) -> None:
        for text in texts(self._lesson):
            text.mark(())
        for text, _start, _end in self._found:
            if isValid(text):
                text.select(0, 0)
        self._found, self._at = (), -1

    def _say(self) -> None:
        if not self._found:
            words = self.tr("Not found") if len(self.field.text().strip()) >= _LEAST else ""
        else:
            words = self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._found))
        self.state.setText(words)
        self.previous.setEnabled(bool(self._found))
        self.next.setEnabled(bool(self._found))
        announce(self.field, words)

    def _button(self, name: str, icon: str, action: object, kit: Kit) -> QWidget:
        button = QuietButton("", kit.icons.icon(icon, "muted"))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(action)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        keys = cast(QKeyEvent, event)
        if keys.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif keys.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if keys.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True
