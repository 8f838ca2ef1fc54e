"""The end of a simulation: what happened and why, the way taken, the way not taken, and going back to any fork."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.simulations import SimulationView, Taken
from desktop.model.course import Block, Checklist, Details, KnowledgeCheck, ScenarioLink
from desktop.model.errors import KlartextError
from desktop.model.scenario import Choice
from desktop.ui import wording
from desktop.ui.blocks.build import block_widget
from desktop.ui.blocks.context import BlockContext, notes_of
from desktop.ui.blocks.fold import Fold
from desktop.ui.kit import Kit
from desktop.ui.simulation_parts import moves_in_words
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import lead_in
from desktop.ui.widgets import (
    Badge,
    Card,
    FlowRow,
    Heading,
    Muted,
    PrimaryButton,
    Rule,
    SecondaryButton,
    Text,
    Title,
    look,
)


class EndPanel(QWidget):
    """What stands below the last message.

    again_wanted       from the first scene
    fork_wanted        from a fork of the way, with its place from 0
    leave_wanted       back to the lesson, or to the list
    """

    again_wanted = Signal()
    fork_wanted = Signal(int)
    leave_wanted = Signal()

    def __init__(
        self,
        kit: Kit,
        view: SimulationView,
        leave_words: str,
        open_link: Callable[[str], None],
        failed: Callable[[KlartextError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._view = kit, view
        scene = view.walk.scene
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(14)
        column.addWidget(Rule())
        column.addWidget(Badge(self._which_ending(), "info"))
        self.title = Title(scene.title)
        column.addWidget(self.title)
        context = self._context(open_link, failed)
        for block in scene.debriefing:
            widget = block_widget(block, context) if _told(block) else None
            if widget is not None:
                column.addWidget(widget)
        column.addWidget(Muted(self._known()))
        column.addLayout(self._actions(leave_words))
        column.addSpacing(8)
        column.addWidget(Heading(self.tr("Your way, and the way not taken")))
        for place, taken in enumerate(view.walk.taken):
            column.addWidget(self._fork(place, taken))

    def _context(self, open_link: Callable[[str], None], failed: Callable[[KlartextError], None]) -> BlockContext:
        return BlockContext(
            kit=self._kit,
            notes=notes_of(self._view.walk.scene.debriefing),
            ticks=frozenset(),
            checks={},
            tick=lambda _task, _on: None,
            answer=_nothing_to_answer,
            open_link=open_link,
            failed=failed,
        )

    def _which_ending(self) -> str:
        order = [scene.id for scene in self._view.scenario.scenes if scene.is_ending]
        number = order.index(self._view.walk.scene.id) + 1
        return self.tr("Ending {number} of {count}").format(number=number, count=len(order))

    def _known(self) -> str:
        known, count = len(self._view.known_endings), self._view.endings
        if known == count:
            return self.tr("You know every ending now.")
        return self.tr("You know {known} of {count} endings.").format(known=known, count=count)

    def _actions(self, leave_words: str) -> FlowRow:
        row = FlowRow(gap=8)
        self.again_button = PrimaryButton(self.tr("Play again"), self._kit.icons.icon("retry", "on_accent"))
        self.again_button.clicked.connect(self.again_wanted)
        self.leave_button = SecondaryButton(leave_words)
        self.leave_button.clicked.connect(self.leave_wanted)
        row.addWidget(self.again_button)
        row.addWidget(self.leave_button)
        return row

    def _fork(self, place: int, taken: Taken) -> QWidget:
        card = Card(name="well", margin=16, gap=8)
        card.body.addWidget(look(Text(f"{place + 1}. {taken.scene.title}"), "strong"))
        card.body.addWidget(RichText(lead_in(self.tr("You:"), taken.choice.text)))
        moved = moves_in_words(taken, self._view.scenario.meters)
        card.body.addWidget(Muted(wording.spoken_list(taken.choice.why, moved)))
        if taken.others:
            words = self.tr("The way not taken") if len(taken.others) == 1 else self.tr("The ways not taken")
            fold = Fold(words, lambda: self._others(taken), self._kit.icons)
            fold.button.setAccessibleName(f"{words}: {taken.scene.title}")
            card.body.addWidget(fold)
        again = SecondaryButton(self.tr("Decide again from here"), self._kit.icons.icon("retry", "accent"))
        again.setAccessibleName(self.tr("Decide again from here: {scene}").format(scene=taken.scene.title))
        again.clicked.connect(lambda: self.fork_wanted.emit(place))
        card.body.addWidget(again)
        return card

    def _others(self, taken: Taken) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 12)
        column.setSpacing(10)
        for choice in taken.others:
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(RichText(choice.text))
            words.addWidget(Muted(wording.spoken_list(choice.why, self._leads_to(choice))))
            column.addLayout(words)
        return inside

    def _leads_to(self, choice: Choice) -> str:
        scene = next(scene for scene in self._view.scenario.scenes if scene.id == choice.target)
        words = self.tr("ends with “{scene}”") if scene.is_ending else self.tr("goes on with “{scene}”")
        return words.format(scene=scene.title)


def _told(block: Block) -> bool:
    """Whether a block only tells something: what asks to be answered or ticked belongs to lessons."""
    if isinstance(block, Details):
        return all(map(_told, block.blocks))
    return not isinstance(block, KnowledgeCheck | Checklist | ScenarioLink)


def _nothing_to_answer(*_: object) -> None:
    raise LookupError("a debriefing asks nothing")
