"""The place in a lesson where a simulation is offered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.simulations import SimulationCard
from desktop.ui import wording
from desktop.ui.blocks.context import BlockContext
from desktop.ui.widgets import Card, CardTitle, IconLabel, Muted, PrimaryButton, SplitRow, Text


class ScenarioOffer(Card):
    """Says what the simulation is about and opens it; the lesson keeps its place meanwhile."""

    def __init__(self, one: SimulationCard, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="soft-card", margin=20)
        split = SplitRow(420, gap=16)
        split.row.addWidget(IconLabel(context.kit.icons.icon("chat", "accent"), 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Muted(wording.spoken_list(self.tr("Simulation"), wording.minutes(one.minutes))))
        words.addWidget(CardTitle(one.title))
        if one.summary:
            words.addWidget(Text(one.summary))
        split.row.addLayout(words, 1)
        self.button = PrimaryButton(self._action(one))
        self.button.setAccessibleName(wording.spoken_list(self.button.text(), one.title))
        self.button.clicked.connect(lambda: context.open_simulation(one.id))
        split.row.addWidget(self.button, 0, SplitRow.MIDDLE_LEFT)
        self.body.addWidget(split)

    def _action(self, one: SimulationCard) -> str:
        if one.begun:
            return self.tr("Go on")
        return self.tr("Play again") if one.found else self.tr("Play")
