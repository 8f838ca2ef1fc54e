"""The quiet row of tools at a lesson's head: bookmark, marker, note, print, read aloud."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.ui.kit import Kit
from desktop.ui.text.selectable import KEEPS_SELECTION
from desktop.ui.theme import scaled
from desktop.ui.widgets import QuietButton, look

_ICON = 18


class Tool(StrEnum):
    """What can be done with a lesson, in the order of the buttons; the value is the icon's name."""

    BOOKMARK = "bookmark"
    MARK = "marker"
    NOTE = "sticky-note"
    PRINT = "print"
    ALOUD = "speaker"


_KEYS = {
    Tool.BOOKMARK: "Ctrl+D",
    Tool.MARK: "Ctrl+Shift+H",
    Tool.NOTE: "Ctrl+Shift+N",
    Tool.PRINT: "Ctrl+P",
    Tool.ALOUD: "Ctrl+Shift+L",
}


class LessonTools(QWidget):
    """Icon buttons with a name and a key each; where there is no room for them, one button with all in a menu.

    A tool is there once it was offered, so that no button stands for nothing.
    offered   there is one more, and it needs room
    """

    offered = Signal()
    bookmark_wanted = Signal()
    mark_wanted = Signal()
    note_wanted = Signal()
    print_wanted = Signal()
    aloud_wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._folded = False
        self._on: set[Tool] = set()
        self._buttons: dict[Tool, QuietButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.more_button = self._button("more", self.tr("More"), self._open_menu)
        self.more_button.setToolTip(self.tr("Bookmark, note and more"))
        self.more_button.setAccessibleDescription(self.tr("Opens a menu"))
        self._row.addWidget(self.more_button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.more_button.sizeHint().height())
        self._fit()

    def offer(self, *tools: Tool) -> None:
        """Have tools from now on; twice is harmless."""
        for tool in tools:
            if tool not in self._buttons:
                self._add(tool)
        self.setVisible(bool(self._buttons))
        if self.isVisible():
            self.offered.emit()

    def _add(self, tool: Tool) -> None:
        button = self._buttons[tool] = self._button(tool.value, "", self._signal(tool))
        there = [self._buttons[one] for one in Tool if one in self._buttons]
        at = there.index(button)
        self._row.insertWidget(at, button)
        QWidget.setTabOrder(there[at - 1] if at else self.more_button, button)
        if self._folded:
            button.hide()
            self.more_button.show()
        shortcut = QShortcut(QKeySequence(_KEYS[tool]), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._signal(tool))
        self._say(tool)

    def set_on(self, tool: Tool, on: bool) -> None:
        """Say whether the lesson is bookmarked, or being read aloud; the button then offers the opposite."""
        (self._on.add if on else self._on.discard)(tool)
        if tool in self._buttons:
            self._say(tool)

    def button(self, tool: Tool) -> QuietButton | None:
        """The button of a tool that was offered."""
        return self._buttons.get(tool)

    def width_unfolded(self) -> int:
        """Pixels that all buttons need side by side."""
        count = len(self._buttons)
        return count * self.more_button.sizeHint().width() + max(count - 1, 0) * self._row.spacing()

    def set_folded(self, folded: bool) -> None:
        """Show one button with a menu, or all of them."""
        if folded != self._folded:
            self._folded = folded
            self._fit()

    def menu(self) -> QMenu:
        """The same tools as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tool in (one for one in Tool if one in self._buttons):
            action = menu.addAction(self._icon(tool), self._words(tool), self._signal(tool))
            # After a tab stands what the menu shows on its right; a shortcut of its own would ring twice.
            action.setText(f"{self._words(tool)}\t{self._key(tool)}")
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _fit(self) -> None:
        for button in self._buttons.values():
            button.setVisible(not self._folded)
        self.more_button.setVisible(self._folded and bool(self._buttons))
        self.setVisible(bool(self._buttons))

    def _button(self, icon: str, name: str, action: Callable[[], object]) -> QuietButton:
        button = look(QuietButton("", self._kit.icons.icon(icon, "muted"), self), "tool")
        button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        # What is selected in the lesson is what the tools work on.
        button.setProperty(KEEPS_SELECTION, True)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: action())
        return button

    def _say(self, tool: Tool) -> None:
        button = self._buttons[tool]
        button.setIcon(self._icon(tool))
        button.setAccessibleName(self._words(tool))
        button.setToolTip(f"{self._words(tool)} ({self._key(tool)})")

    def _icon(self, tool: Tool) -> QIcon:
        on = tool in self._on
        name = "bookmark-set" if on and tool is Tool.BOOKMARK else tool.value
        return self._kit.icons.icon(name, "accent" if on else "muted")

    def _words(self, tool: Tool) -> str:
        on = tool in self._on
        return {
            Tool.BOOKMARK: self.tr("Remove the bookmark") if on else self.tr("Bookmark this lesson"),
            Tool.MARK: self.tr("Highlight a passage"),
            Tool.NOTE: self.tr("Write a note"),
            Tool.PRINT: self.tr("Print this lesson"),
            Tool.ALOUD: self.tr("Stop reading aloud") if on else self.tr("Read this lesson aloud"),
        }[tool]

    def _signal(self, tool: Tool) -> Callable[[], object]:
        signals = {
            Tool.BOOKMARK: self.bookmark_wanted,
            Tool.MARK: self.mark_wanted,
            Tool.NOTE: self.note_wanted,
            Tool.PRINT: self.print_wanted,
            Tool.ALOUD: self.aloud_wanted,
        }
        return signals[tool].emit

    def _key(self, tool: Tool) -> str:
        return QKeySequence(_KEYS[tool]).toString(QKeySequence.SequenceFormat.NativeText)
