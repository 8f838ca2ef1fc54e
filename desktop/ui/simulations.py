"""The list of all simulations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.app.simulations import SimulationCard
from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import Badge, Card, CardButton, CardTitle, Display, FlowGrid, Muted, ScrollPage, Text, look

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class SimulationsScreen(Screen):
    """Every simulation as a card that says how far one is.

    simulation_wanted   a simulation was chosen, with its id and no lesson to go back to
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        page = ScrollPage(width=1080)
        self.frame.addWidget(page)
        page.column.addWidget(Display(self.heading()))
        lead = self.tr("Conversations with several endings. Decide wrongly here, where it costs nothing.")
        page.column.addWidget(look(Text(lead), "lead"))
        self._first: CardButton | None = None
        there = workspace.simulations.list(kit.language)
        grid = FlowGrid(min_card=250)
        for one in there:
            card = self._card(one)
            grid.addWidget(card)
            self._first = self._first or card
        page.column.addLayout(grid)
        if not there:
            page.column.addWidget(self._empty(workspace))
        page.column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Simulations")

    def first_focus(self) -> QWidget | None:
        return self._first

    def _card(self, one: SimulationCard) -> CardButton:
        word, tone = self._state(one)
        known = self._known(one)
        card = CardButton(wording.spoken_list(one.title, word, known))
        card.add(Badge(word, tone))
        card.body.addSpacing(2)
        card.add(CardTitle(one.title))
        card.add(Muted(wording.spoken_list(wording.minutes(one.minutes), known)))
        if one.summary:
            card.add(look(Text(one.summary), "small"))
        card.body.addStretch(1)
        card.clicked.connect(lambda: self.simulation_wanted.emit(one.id, "", ""))
        return card

    def _state(self, one: SimulationCard) -> tuple[str, str]:
        if one.begun:
            return self.tr("In the middle"), "info"
        if one.found == one.endings:
            return self.tr("Every ending seen"), "good"
        return (self.tr("Played"), "good") if one.found else (self.tr("New"), "neutral")

    def _known(self, one: SimulationCard) -> str:
        return self.tr("{known} of {count} endings seen").format(known=one.found, count=one.endings)

    def _empty(self, workspace: Workspace) -> QWidget:
        card = Card(margin=28)
        card.body.addWidget(Text(self.tr("No simulation is here yet. Put a file of that kind into this place:")))
        card.body.addWidget(look(Text(str(workspace.people.data_folder / "quizzes")), "strong"))
        return card
