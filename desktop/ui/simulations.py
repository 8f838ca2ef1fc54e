"""The list of all simulations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.simulations import SimulationCard
from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence
from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.my_data_parts import Confirm, row
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Badge,
    Card,
    CardButton,
    CardTitle,
    Display,
    FlowGrid,
    LinkButton,
    Muted,
    Rule,
    ScrollPage,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class SimulationsScreen(Screen):
    """Every simulation as a card that says how far one is.

    simulation_wanted   a simulation was chosen, with its id and no lesson to go back to
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._simulations = workspace.simulations
        page = self._page = ScrollPage(width=1080)
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
        kept = [one for one in there if one.begun or one.found]
        if kept:
            page.column.addSpacing(8)
            page.column.addWidget(self._kept(kept))
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
            return self.tr("Started"), "info"
        if one.found == one.endings:
            return self.tr("Every ending seen"), "good"
        return (self.tr("Played"), "good") if one.found else (self.tr("New"), "neutral")

    def _known(self, one: SimulationCard) -> str:
        return self.tr("{known} of {count} endings seen").format(known=one.found, count=one.endings)

    def _kept(self, kept: list[SimulationCard]) -> QWidget:
        """What is kept of simulations, each to be forgotten; for you alone, and on no certificate."""
        card = Card(margin=24, gap=12)
        card.body.addWidget(CardTitle(self.tr("What is kept of them")))
        card.body.addWidget(Text(self.tr("Your way and the endings you have seen, on this device and for you alone.")))
        for one in kept:
            button = LinkButton(self.tr("Forget …"), tone="risk")
            button.setAccessibleName(self.tr("Forget what is kept of {title}").format(title=one.title))
            place = QVBoxLayout()
            button.clicked.connect(lambda _=False, o=one, p=place, b=button: self._ask(o, p, b))
            card.body.addWidget(Rule())
            card.body.addWidget(row(one.title, wording.spoken_list(self._state(one)[0], self._known(one)), button))
            card.body.addLayout(place)
        return card

    def _ask(self, one: SimulationCard, place: QVBoxLayout, origin: QWidget) -> None:
        """Ask once, below what it is about."""
        if place.count():
            return
        title = self.tr("Forget what is kept of “{title}”?").format(title=one.title)
        lines = [self.tr("Your way and the endings seen are deleted, backups included. You can play it again.")]
        confirm = Confirm(title, lines, self.tr("Forget for good"), tone="risk")
        confirm.accepted.connect(lambda: self._forget(one))
        confirm.cancelled.connect(lambda: (place.removeWidget(confirm), confirm.hide(), confirm.deleteLater()))
        confirm.cancelled.connect(lambda: origin.setFocus(Qt.FocusReason.OtherFocusReason))
        place.addWidget(confirm)
        confirm.speak()
        QTimer.singleShot(0, confirm, lambda: self._page.ensureWidgetVisible(confirm))

    def _forget(self, one: SimulationCard) -> None:
        try:
            self._simulations.delete(one.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.simulations_wanted.emit()
        self.said.emit(Sentence(self.tr("Forgotten: {title}.").format(title=one.title), ""), "good")

    def _empty(self, workspace: Workspace) -> QWidget:
        card = Card(margin=28)
        card.body.addWidget(Text(self.tr("No simulation is here yet. Put a file of that kind into this place:")))
        card.body.addWidget(look(Text(str(workspace.people.data_folder / "quizzes")), "strong"))
        return card
