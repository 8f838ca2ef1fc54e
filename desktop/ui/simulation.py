"""A simulation on stage: messages arrive one by one, choices lead on, what is at stake stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.simulations import SimulationView, Taken
from desktop.model.errors import KlartextError
from desktop.model.scenario import Line
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.simulation_end import EndPanel
from desktop.ui.simulation_log import ChatLog, empty
from desktop.ui.simulation_parts import ChoiceButton, SignsCard, StakesCard, moves_in_words
from desktop.ui.theme import scaled
from desktop.ui.widgets import Card, Display, Heading, Muted, QuietButton, ScrollPage, SplitRow, StickyColumn, look

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

WIDTH = 1080
SIDE = 260
_BESIDE = 820
"""Pixels (at 100 % text) that stage and side column need beside each other."""

_PACE_MS = 180
_SETTLES_MS = 150
"""How long the page may grow after something new was put on it; then the place belongs to the reader."""

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class SimulationScreen(Screen):
    """One simulation, gone on with where it was left; with a lesson it leads back there.

    lesson_wanted, simulations_wanted   the learner leaves; every choice is kept
    """

    def __init__(
        self,
        kit: Kit,
        workspace: Workspace,
        scenario_id: str,
        *,
        course_id: str = "",
        lesson_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._simulations = workspace.simulations
        self._from = (course_id, lesson_id)
        self._view: SimulationView = workspace.simulations.start_or_resume(scenario_id, kit.language)
        self._waiting: list[Line] = []
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_MS)
        self.choices: list[ChoiceButton] = []
        self.end: EndPanel | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_PACE_MS)
        self._clock.timeout.connect(self._next_message)
        self._build()
        self._show_way()
        self._show_scene(at_once=self._view.resumed or not kit.motion)

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self._view.scenario.title

    def first_focus(self) -> QWidget | None:
        return self.title

    def leave(self) -> None:
        self.hurry()
        self._settling.stop()

    @property
    def view(self) -> SimulationView:
        """The simulation as it stands."""
        return self._view

    # Building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.page = ScrollPage(width=WIDTH, top=28, gap=20)
        self.frame.addWidget(self.page, 1)
        self.page.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._to_the_new())
        self.page.column.addLayout(self._head())
        self._split = SplitRow(_BESIDE, gap=32)
        self._stage = Card(margin=24, gap=12)
        self._log = ChatLog(self._view.scenario.meters)
        self._stage.body.addLayout(self._log)
        self._stage.body.addStretch(1)
        self._ask = QVBoxLayout()
        self._ask.setContentsMargins(0, 12, 0, 0)
        self._ask.setSpacing(12)
        self._stage.body.addLayout(self._ask)
        self._split.row.addWidget(self._stage, 1)
        self._side = StickyColumn(self.page, SIDE)
        self.stakes = StakesCard(self._view.scenario.meters)
        self.signs = SignsCard(self._view.scenario.flags, self.kit.icons)
        self._side.column.addWidget(self.stakes)
        self._side.column.addWidget(self.signs)
        self._split.row.addWidget(self._side)
        self.page.column.addWidget(self._split, 1)

    def _head(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Muted(wording.spoken_list(self.tr("Simulation"), self._view.scenario.summary)), 1)
        self.leave_button = QuietButton(self._leave_words())
        self.leave_button.setToolTip(self.tr("Every choice is saved"))
        self.leave_button.setAccessibleDescription(self.leave_button.toolTip())
        self.leave_button.clicked.connect(self._leave)
        line.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Display(self._view.scenario.title)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(self.title)
        return head

    def _leave_words(self) -> str:
        return self.tr("Back to the lesson") if self._from[1] else self.tr("All simulations")

    def _leave(self) -> None:
        if self._from[1]:
            self.lesson_wanted.emit(*self._from)
        else:
            self.simulations_wanted.emit()

    # Showing ----------------------------------------------------------------------------------------------------

    def _show_way(self) -> None:
        """Everything said on the way so far, as a chat keeps it."""
        for taken in self._view.walk.taken:
            for line in taken.scene.lines:
                self._log.add_line(line)
            self._add_own(taken)
        self.stakes.show_walk(self._view.walk)
        self.signs.show_found(self._view.walk.flags)

    def _add_own(self, taken: Taken) -> None:
        """The choice as one's own message; where the side column is out of sight, a note below says what it did."""
        player = self._view.scenario.player or self.tr("You")
        self._log.add_own(player, taken, noted=self._split.is_stacked())

    def _show_scene(self, *, at_once: bool) -> None:
        self._waiting = list(self._view.walk.scene.lines)
        if at_once:
            self.hurry()
        else:
            self._next_message()
            self._clock.start()

    def _next_message(self) -> None:
        if self._waiting:
            self._log.add_line(self._waiting.pop(0))
            self._follow()
        if not self._waiting:
            self._clock.stop()
            self._ask_or_end()

    def hurry(self) -> None:
        """Show at once what is still to come of this scene."""
        self._clock.stop()
        while self._waiting:
            self._log.add_line(self._waiting.pop(0))
        self._ask_or_end()

    @property
    def is_arriving(self) -> bool:
        """Whether messages are still coming in."""
        return bool(self._waiting)

    def _ask_or_end(self) -> None:
        if self.choices or self.end is not None:
            return
        if self._view.walk.is_over:
            self._show_end()
        else:
            self._show_choices()
        self._follow()

    def _show_choices(self) -> None:
        self.ask = look(Heading(self.tr("YOUR ANSWER")), "overline")
        self._ask.addWidget(self.ask)
        for number, choice in enumerate(self._view.walk.scene.choices, 1):
            button = ChoiceButton(number, choice)
            button.clicked.connect(lambda _=False, place=number - 1: self.choose(place))
            self._ask.addWidget(button)
            self.choices.append(button)
        if self._view.walk.taken:
            self.ask.show()  # the layout would show it a moment later, and what is hidden takes no keyboard
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_end(self) -> None:
        self.end = EndPanel(self.kit, self._view, self._leave_words(), self.link_wanted.emit, self.failed.emit)
        self.end.again_wanted.connect(self.restart)
        self.end.fork_wanted.connect(self.go_back_to)
        self.end.leave_wanted.connect(self._leave)
        self._ask.addWidget(self.end)
        self.end.show()
        self.end.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_ask(self) -> None:
        empty(self._ask)
        self.choices.clear()
        self.end = None

    # Playing ----------------------------------------------------------------------------------------------------

    def choose(self, place: int) -> None:
        """Make a choice, from 0; only when it is on disk does the chat go on."""
        if self.is_arriving or not 0 <= place < len(self.choices):
            return
        try:
            self._view = self._simulations.choose(self._view, place)
        except KlartextError as error:
            self.failed.emit(error)
            return
        taken = self._view.walk.taken[-1]
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes away
        self._clear_ask()
        self._add_own(taken)
        self.stakes.show_walk(self._view.walk)
        self.signs.show_found(self._view.walk.flags)
        self._say(taken)
        self._show_scene(at_once=not self.kit.motion)

    def restart(self) -> None:
        """Begin again at the first scene."""
        self._go(lambda: self._simulations.restart(self._view))

    def go_back_to(self, place: int) -> None:
        """Stand again at a fork of the way, from 0."""
        self._go(lambda: self._simulations.back_to(self._view, place))

    def _go(self, move: object) -> None:
        try:
            self._view = move()  # type: ignore[operator]
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear_ask()
        self._log.clear()
        self._show_way()
        self._show_scene(at_once=True)
        announce(self, ". ".join(self._spoken_scene()))

    def _say(self, taken: Taken) -> None:
        """Tell a screen reader what the choice did and what is answered, in one go."""
        did = [moves_in_words(taken, self._view.scenario.meters), taken.choice.why]
        announce(self, " ".join(part.rstrip(".") + "." for part in (*did, *self._spoken_scene()) if part))

    def _spoken_scene(self) -> list[str]:
        scene = self._view.walk.scene
        lines = [f"{line.speaker}: {line.text.plain}" if line.speaker else line.text.plain for line in scene.lines]
        return [*lines, scene.title] if scene.is_ending else lines

    # Scrolling --------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Bring what is new into view, once the page knows how high it is."""
        self._settling.start()
        QTimer.singleShot(0, self, self._to_the_new)

    def _to_the_new(self) -> None:
        bar = self.page.verticalScrollBar()
        if not self._settling.isActive():
            return
        if self.end is not None:
            top = self.end.mapTo(self.page.widget(), QPoint(0, 0)).y()
            bar.setValue(max(0, top - scaled(96)))
        elif self._view.walk.taken:
            bar.setValue(bar.maximum())

    # Qt ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_KEYPAD
        if plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and self.end is None:
            if self.is_arriving:
                self.hurry()
            else:
                self.choose(event.key() - Qt.Key.Key_1)
        elif plain and event.key() == Qt.Key.Key_Space and self.is_arriving:
            self.hurry()
        elif plain and event.key() in _SCROLLS:
            self.page.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        stacked = self._split.is_stacked()
        self._side.set_beside(not stacked)
        self._log.show_notes(stacked)
