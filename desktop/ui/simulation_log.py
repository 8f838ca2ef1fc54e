"""What was said in a simulation, from top to bottom, as a chat keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.app.simulations import Taken
from desktop.model.scenario import Line, Meter
from desktop.ui import wording
from desktop.ui.simulation_parts import BubbleRow, line_widget, moves_in_words
from desktop.ui.widgets import Muted


class ChatLog(QVBoxLayout):
    """Messages and narration; below one's own may stand a note of what that choice did, and why."""

    def __init__(self, meters: Sequence[Meter]) -> None:
        super().__init__()
        self.setSpacing(12)
        self._meters = tuple(meters)
        self._notes: list[Muted] = []

    def add_line(self, line: Line) -> None:
        """Add a message of the other side, or a piece of narration."""
        self.addWidget(line_widget(line))

    def add_own(self, player: str, taken: Taken, *, noted: bool) -> None:
        """Add a choice as one's own message, with its note shown or not."""
        self.addWidget(BubbleRow(player, taken.choice.text, mine=True))
        note = Muted(wording.spoken_list(moves_in_words(taken, self._meters), taken.choice.why))
        note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._notes.append(note)
        self.addWidget(note)
        note.setVisible(noted)

    def show_notes(self, shown: bool) -> None:
        """Show or hide all notes."""
        for note in self._notes:
            note.setVisible(shown)

    def clear(self) -> None:
        """Take everything away."""
        self._notes.clear()
        empty(self)


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
