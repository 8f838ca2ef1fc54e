"""The rail on the left: where one can go, and the promise that nothing leaves the device."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import Kit
from desktop.ui.theme import scaled
from desktop.ui.widgets import IconLabel, Wordmark, WrapLabel, look

_WIDTH = 216
_NARROW_WIDTH = 64


class _Entry(QPushButton):
    """One place to go; in a narrow rail only its icon shows, its name stays for screen readers and as a tooltip."""

    def __init__(self, kit: Kit, name: str, icon: str, words: str, shortcut: str) -> None:
        super().__init__()
        self.name = name
        self._words = words
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icons = (kit.icons.icon(icon, "muted"), kit.icons.icon(icon, "accent"))
        self.set_current(False)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)

    def set_current(self, current: bool) -> None:
        """Mark it as the place one is at.

        A checkable button would call itself a check box to screen readers, and an exclusive group would turn pages
        under the arrow keys; so the mark is a tone, and a word for those who hear it.
        """
        look(self, "rail", "current" if current else "")
        self.setIcon(self._icons[current])
        self.setAccessibleDescription(self.tr("This page is open") if current else "")

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the icon and the words."""
        self.setText("" if narrow else f"  {self._words}")
        self.setToolTip(f"{self._words} ({self._keys})" if narrow else self._keys)
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self.setFixedHeight(scaled(34 if narrow else 40))


class Rail(QFrame):
    """Emits the name of the entry that was chosen."""

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "rail")
        self._kit = kit
        self._narrow = False
        self.setAccessibleName(self.tr("Main navigation"))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._word = Wordmark()
        self._column.addWidget(self._word)
        self._column.addSpacing(16)
        self._entries: dict[str, _Entry] = {}
        self._search = _Entry(kit, "search", "search", self.tr("Search"), "Ctrl+K")
        self._search.clicked.connect(self.search_wanted)
        self._column.addWidget(self._search)
        self._add("home", "home", self.tr("Overview"), "Alt+1")
        self._add("courses", "courses", self.tr("Courses"), "Alt+2")
        self._add("simulations", "chat", self.tr("Simulations"), "Alt+3")
        self._add("assessments", "compass", self.tr("Self-assessment"), "Alt+4")
        self._add("certificates", "certificate", self.tr("Certificates"), "Alt+5")
        self._column.addStretch(1)
        self._add("settings", "settings", self.tr("Settings"), "Alt+6")
        self._promise = self._make_promise()
        self._column.addWidget(self._promise)
        self.set_narrow(False)

    def show_chosen(self, name: str) -> None:
        """Mark the entry that the screen in view belongs to; an unknown name marks none."""
        for entry in self._entries.values():
            entry.set_current(entry.name == name)

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to icons, or grow to words again; sizes follow the text."""
        self._narrow = narrow
        side = 8 if narrow else 12
        self._column.setContentsMargins(side, scaled(26), side, 20)
        self.setFixedWidth(max(_NARROW_WIDTH, scaled(36) + 2 * side) if narrow else scaled(_WIDTH))
        for entry in (self._search, *self._entries.values()):
            entry.set_narrow(narrow)
        # With room for words, home shows the field itself.
        self._search.setVisible(narrow)
        self._words.setVisible(not narrow)
        self._promise.setToolTip(self._words.words() if narrow else "")
        self._word.set_short(narrow)
        self._word.setContentsMargins(0 if narrow else 12, 0, 0, 0)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter if narrow else Qt.AlignmentFlag.AlignLeft)

    def _add(self, name: str, icon: str, words: str, shortcut: str) -> None:
        entry = _Entry(self._kit, name, icon, words, shortcut)
        entry.clicked.connect(lambda: self.chosen.emit(name))
        self._entries[name] = entry
        self._column.addWidget(entry)

    def _make_promise(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 16, 8, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._kit.icons.icon("lock", "muted"), 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = look(WrapLabel(self.tr("Everything stays on this device")), "muted")
        row.addWidget(self._words, 1)
        return box
