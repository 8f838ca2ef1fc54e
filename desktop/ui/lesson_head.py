"""The head of a lesson: which it is, how long it takes, its tools and its title."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit import Kit
from desktop.ui.lesson_tools import LessonTools
from desktop.ui.widgets import Display, Muted, QuietButton

_LEAST_WORDS = 0.5
"""Share of the line that is left to its words before the tools fold."""


class LessonHead(QWidget):
    """One line of facts with the tools on its right, and the title below.

    contents_wanted   the list of lessons was asked for, which stands beside the lesson where there is room
    """

    contents_wanted = Signal()

    def __init__(self, kit: Kit, facts: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Muted(facts)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.tools = LessonTools(kit)
        self.tools.offered.connect(self._fit)
        self.menu_button = QuietButton(self.tr("Contents"), kit.icons.icon("chevron-down"))
        self.menu_button.setAccessibleDescription(self.tr("Opens the list of lessons"))
        self.menu_button.clicked.connect(self.contents_wanted)
        self.menu_button.hide()
        self.title = Display(title)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.facts, 1)
        line.addWidget(self.tools)
        line.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.title)

    def show_contents_button(self, shown: bool) -> None:
        """Offer the list of lessons here, or not."""
        self.menu_button.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        contents = 0 if self.menu_button.isHidden() else self.menu_button.sizeHint().width()
        room = self.width() * (1 - _LEAST_WORDS) - contents
        self.tools.set_folded(self.tools.width_unfolded() > room)
