"""The list of all self-assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.app.assessments import AssessmentCard
from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import Badge, Card, CardButton, CardTitle, Display, FlowGrid, Muted, ScrollPage, Text, look

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class AssessmentsScreen(Screen):
    """Every self-assessment as a card that goes on with it, or shows its last result.

    assessment_wanted, assessment_result_wanted   what was chosen
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        page = ScrollPage(width=1080)
        self.frame.addWidget(page)
        page.column.addWidget(Display(self.heading()))
        lead = self.tr("For you alone: the result stays on this device and is on no certificate.")
        page.column.addWidget(look(Text(lead), "lead"))
        self._first: CardButton | None = None
        there = workspace.assessments.list(kit.language)
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
        return self.tr("Self-assessment")

    def first_focus(self) -> QWidget | None:
        return self._first

    def _card(self, one: AssessmentCard) -> CardButton:
        word, tone = self._state(one)
        facts = wording.spoken_list(self._count(one), wording.minutes(one.minutes))
        card = CardButton(wording.spoken_list(one.title, word, facts))
        card.add(Badge(word, tone))
        card.body.addSpacing(2)
        card.add(CardTitle(one.title))
        card.add(Muted(facts))
        if one.summary:
            card.add(look(Text(one.summary), "small"))
        card.body.addStretch(1)
        card.clicked.connect(lambda: self._open(one))
        return card

    def _open(self, one: AssessmentCard) -> None:
        if one.last is not None and not one.begun:
            self.assessment_result_wanted.emit(one.id, "")
        else:
            self.assessment_wanted.emit(one.id)

    def _state(self, one: AssessmentCard) -> tuple[str, str]:
        if one.begun:
            return self.tr("Started"), "info"
        if one.last is None:
            return self.tr("New"), "neutral"
        return self.tr("Done on {day}").format(day=wording.day(one.last.date())), "good"

    def _count(self, one: AssessmentCard) -> str:
        if one.begun:
            return self.tr("{done} of {count} answered").format(done=one.answered, count=one.statements)
        return self.tr("{count} statements").format(count=one.statements)

    def _empty(self, workspace: Workspace) -> QWidget:
        card = Card(margin=28)
        card.body.addWidget(Text(self.tr("No self-assessment is here yet. Put a file of that kind into this place:")))
        card.body.addWidget(look(Text(str(workspace.people.data_folder / "quizzes")), "strong"))
        return card
