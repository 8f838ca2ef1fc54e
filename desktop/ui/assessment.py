"""A self-assessment: one statement at a time on a labelled scale, every answer on disk before the next comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.assessments import AssessmentView
from desktop.model.errors import KlartextError
from desktop.ui.announce import announce
from desktop.ui.asking import ActionRow
from desktop.ui.items.option_row import RadioRow
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.text.words import plain_text
from desktop.ui.widgets import (
    Card,
    Display,
    FlowRow,
    Heading,
    Muted,
    PrimaryButton,
    ProgressBar,
    QuietButton,
    ScrollPage,
    SecondaryButton,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

COLUMN = 720
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class AssessmentScreen(Screen):
    """The open run of a self-assessment, or a new one.

    assessment_result_wanted   the run was finished, with the ids of assessment and run
    assessments_wanted         the learner pauses; every answer is kept
    """

    def __init__(self, kit: Kit, workspace: Workspace, assessment_id: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._assessments = workspace.assessments
        self._view: AssessmentView = workspace.assessments.start_or_resume(assessment_id, kit.language)
        self.rows: list[RadioRow] = []
        self._build()
        self._show_place()

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self._view.assessment.title

    def first_focus(self) -> QWidget | None:
        return self._starting_point()

    def next_step(self) -> QAbstractButton | None:
        return self.main_button

    @property
    def view(self) -> AssessmentView:
        """The run as it stands."""
        return self._view

    @property
    def count(self) -> int:
        """How many statements there are; as a place it stands for the end."""
        return len(self._view.assessment.statements)

    # Building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.page = ScrollPage(width=COLUMN, top=28, gap=12)
        column = self.page.column
        column.addLayout(self._head())
        self._where = Muted()
        column.addWidget(self._where)
        self._bar = ProgressBar(self.tr("Statements answered"))
        column.addWidget(self._bar)
        column.addSpacing(4)
        self._card = Card(margin=24, gap=12)
        column.addWidget(self._card)
        column.addStretch()
        self.frame.addWidget(self.page, 1)
        self.frame.addWidget(self._foot())
        self.page.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._align_foot())

    def _head(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Muted(self.tr("Self-assessment · on this device only, not on the certificate")), 1)
        self.pause_button = QuietButton(self.tr("Pause"))
        self.pause_button.setToolTip(self.tr("Every answer is saved"))
        self.pause_button.setAccessibleDescription(self.pause_button.toolTip())
        self.pause_button.clicked.connect(self.assessments_wanted)
        line.addWidget(self.pause_button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(Display(self._view.assessment.title))
        return head

    def _foot(self) -> QFrame:
        icons = self.kit.icons
        self.back_button = SecondaryButton(self.tr("Back"), icons.icon("arrow-left", "accent"))
        self.main_button = PrimaryButton(self.tr("Next"))
        self.main_button.show_key()
        self.back_button.clicked.connect(lambda: self.go_to(self._view.position - 1))
        self.main_button.clicked.connect(self.go_on)
        foot = look(QFrame(), "foot")
        self._foot_row = ActionRow(foot, onward=(self.main_button,))
        self._foot_row.addWidget(self.back_button)
        self._foot_row.addWidget(self.main_button)
        return foot

    # Where one is -----------------------------------------------------------------------------------------------

    def go_to(self, position: int) -> None:
        """Show another statement; beyond the last stands the end."""
        if not 0 <= position <= self.count:
            return
        try:
            self._view = self._assessments.go_to(self._view, position)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._arrive()

    def go_on(self) -> None:
        """Do what the primary button says: the next statement, or the result."""
        if self._at_end():
            self._finish()
        elif self.main_button.isEnabled():
            self.go_to(self._view.position + 1)

    def answer(self, place: int) -> None:
        """Keep an answer, from 0; only when it is on disk does the next statement come."""
        if self._at_end() or not 0 <= place < len(self.rows):
            return
        try:
            self._view = self._assessments.answer(self._view, place)
        except KlartextError as error:
            self._show_place()
            self.failed.emit(error)
            return
        self._arrive()

    def _arrive(self) -> None:
        self._show_place()
        self.statement.show()  # the layout would show it a moment later, and what is hidden takes no keyboard
        self._starting_point().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(
            self, f"{self._where.words()}. {self.statement.words()}" if self._where.words() else self.statement.words()
        )

    def _at_end(self) -> bool:
        return self._view.position >= self.count

    def _starting_point(self) -> QWidget:
        """Where the keyboard begins: on the statement, where digits answer; at the end on what comes next."""
        return self.main_button if self._at_end() and self.main_button.isEnabled() else self.statement

    def _show_place(self) -> None:
        _empty(self._card.body)
        self.rows.clear()
        done = self.count - len(self._view.still_open)
        self._bar.setValue(round(100 * done / max(self.count, 1)))
        if self._at_end():
            self._show_end()
        else:
            self._show_statement()
        self.page.verticalScrollBar().setValue(0)
        self._fit_buttons()

    def _show_statement(self) -> None:
        assessment, position = self._view.assessment, self._view.position
        statement = assessment.statements[position]
        words = self.tr("Statement {number} of {count}")
        self._where.set_words(words.format(number=position + 1, count=self.count))
        self.statement = look(Heading(statement.text.plain), "title")
        self._card.body.addWidget(self.statement)
        self._card.body.addSpacing(4)
        self._group = QButtonGroup(self._card)
        chosen = self._view.run.answers.get(statement.id)
        for place, label in enumerate(assessment.scale):
            row = RadioRow(place + 1, plain_text(label), self.kit.icons)
            row.setChecked(place == chosen)
            row.clicked.connect(lambda _=False, at=place: self.answer(at))
            row.stepped.connect(lambda step, at=place: self._step(at + step))
            self._group.addButton(row, place)
            self._card.body.addWidget(row)
            self.rows.append(row)

    def _show_end(self) -> None:
        still_open = self._view.still_open
        self._where.set_words("")
        self.statement = look(Heading(self._end_words()), "title")
        self._card.body.addWidget(self.statement)
        if not still_open:
            self._card.body.addWidget(Text(self.tr("You can still go back and change an answer.")))
            return
        row = FlowRow(gap=8)
        for place in still_open:
            button = SecondaryButton(self.tr("Statement {number}").format(number=place + 1))
            button.clicked.connect(lambda _=False, at=place: self.go_to(at))
            row.addWidget(button)
        holder = QWidget()
        holder.setLayout(row)
        self._card.body.addWidget(holder)

    def _end_words(self) -> str:
        still_open = len(self._view.still_open)
        if not still_open:
            return self.tr("All statements are answered.")
        return (
            self.tr("1 is still open.")
            if still_open == 1
            else self.tr("{count} are still open.").format(count=still_open)
        )

    def _step(self, place: int) -> None:
        """Arrow keys go to the neighbour without answering."""
        self.rows[place % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit_buttons(self) -> None:
        position = self._view.position
        self.back_button.setEnabled(position > 0)
        if self._at_end():
            self.main_button.setText(self.tr("See the result"))
            self.main_button.setEnabled(not self._view.still_open)
        else:
            self.main_button.setText(self.tr("Next"))
            self.main_button.setEnabled(position not in self._view.still_open)

    def _finish(self) -> None:
        try:
            result = self._assessments.finish(self._view)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.assessment_result_wanted.emit(result.assessment.id, result.run.id)

    # Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Inside a self-assessment Alt+Left goes to the statement before, not out of it.
        if event.type() == QEvent.Type.ShortcutOverride and self._turn(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned, plain = self._turn(event), not event.modifiers() & ~_KEYPAD
        if turned == -1:
            self.go_to(self._view.position - 1)
        elif turned == 1:
            self.go_to(min(self._view.position + 1, self.count))
        elif plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.answer(event.key() - Qt.Key.Key_1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _turn(self, event: QEvent) -> int | None:
        """1 for the keys to the next statement, -1 for those to the one before."""
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_KEYPAD != Qt.KeyboardModifier.AltModifier:
            return None
        return {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._align_foot)

    def _align_foot(self) -> None:
        sides = self.page.column.contentsMargins()
        self._foot_row.setContentsMargins(sides.left(), 12, sides.right(), 12)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
