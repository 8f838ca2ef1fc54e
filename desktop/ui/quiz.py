"""The test: one question at a time, every answer on disk before it is shown as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.app.views import AttemptView, ItemView
from desktop.model.errors import KlartextError
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.asking import AskingScreen
from desktop.ui.items.panel import ItemPanel
from desktop.ui.keys import page_turn
from desktop.ui.kit import Kit
from desktop.ui.quiz_end import HandIn, QuizFoot
from desktop.ui.widgets import IconLabel, Muted, ProgressBar, Text, look

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class QuizScreen(AskingScreen):
    """The open attempt of a course's test, or a new one.

    test_finished   (course id, Finished) the attempt was handed in
    course_wanted   the learner pauses; every confirmed answer is kept
    """

    def __init__(self, kit: Kit, workspace: Workspace, course_id: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._attempts = workspace.attempts
        self._course_id = course_id
        self._view: AttemptView = workspace.attempts.start_or_resume(course_id, kit.language)
        self._items: list[ItemView] = list(self._view.items)
        self._panels: dict[int, ItemPanel] = {}
        self._hand_in: HandIn | None = None
        self._saved_note: QWidget | None = None
        self._place = min(self._view.attempt.position, len(self._items) - 1)
        self._build()
        self._show_place()

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self.tr("Test: {course}").format(course=self._view.outline.title)

    def first_focus(self) -> QWidget | None:
        return self.starting_point()

    @property
    def place(self) -> int:
        """Which question is in view, from 0; the number of questions stands for the page before handing in."""
        return self._place

    @property
    def count(self) -> int:
        """How many questions were drawn."""
        return len(self._items)

    @property
    def panel(self) -> ItemPanel:
        """The question in view; raises KeyError on the page before handing in."""
        return self._panels[self._place]

    @property
    def asked(self) -> ItemPanel | None:
        return None if self._on_hand_in() else self.panel

    # Building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = self.page.column
        left = self._view.attempts_left
        tries = "" if left is None else self._words_on_attempts(left)
        self.add_head(Muted(wording.spoken_list(self._view.outline.title, self.tr("Final test"), tries)))
        self.pause_button.clicked.connect(lambda: self.course_wanted.emit(self._course_id))
        self._bar = ProgressBar(self.tr("Questions answered"))
        column.addWidget(self._bar)
        if self._view.reopened:
            column.addWidget(self._reopened_note())
        column.addSpacing(4)
        self.put_together(self._foot())

    def _words_on_attempts(self, left: int) -> str:
        if left == 0:
            return self.tr("last attempt")
        return self.tr("{count} more attempts after this one").format(count=left)

    def _reopened_note(self) -> QWidget:
        note = look(QFrame(), "note")
        row = QHBoxLayout(note)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(self.kit.icons.icon("note", "info")), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Questions that were changed since you answered them are asked again. All other answers stand.")
        row.addWidget(Text(words), 1)
        return note

    def _foot(self) -> QuizFoot:
        foot = QuizFoot(self.kit.icons)
        self.back_button, self.skip_button = foot.back_button, foot.skip_button
        self.back_button.clicked.connect(lambda: self.go_to(self._place - 1))
        self.skip_button.clicked.connect(lambda: self.go_to(self._place + 1))
        return foot

    # Where one is -----------------------------------------------------------------------------------------------

    def go_to(self, place: int) -> None:
        """Show another question; beyond the last stands the page before handing in."""
        if not 0 <= place <= len(self._items):
            return
        if place < len(self._items):
            try:
                self._attempts.go_to(self._view.attempt.id, place)
            except KlartextError as error:
                # Not being able to keep the place is no reason to keep the learner from reading on.
                self.failed.emit(error)
        self._place = place
        self._show_place()
        self.starting_point().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.title.words() if self._on_hand_in() else self._spoken_question())

    def _show_place(self) -> None:
        self._hide_card_content()
        if self._on_hand_in():
            self.title.set_words(self.tr("Before you hand in"))
            self._show_hand_in()
        else:
            count = self.tr("Question {number} of {count}")
            self.title.set_words(count.format(number=self._place + 1, count=len(self._items)))
            if self._place not in self._panels:
                self._panels[self._place] = self._new_panel(self._items[self._place])
            self.panel.show()
        self.page.verticalScrollBar().setValue(0)
        self._show_count()

    def _show_count(self) -> None:
        answered = sum(view.answer is not None for view in self._items)
        self._bar.setValue(round(100 * answered / max(len(self._items), 1)))
        self.fit_buttons()

    def _hide_card_content(self) -> None:
        for panel in self._panels.values():
            panel.hide()
        self._drop_saved_note()
        if self._hand_in is not None:
            self._hand_in.hide()
            self._hand_in.deleteLater()
            self._hand_in = None

    def _new_panel(self, view: ItemView) -> ItemPanel:
        panel = self.add_panel(view.item, view.arranged)
        if view.item.id in self._view.attempt.hints and not view.final:
            panel.show_hint()
        if view.answer is not None:
            panel.show_answer(view.answer.response)
            if view.graded is not None:
                panel.show_graded(view.graded)
        panel.changed.connect(self._changed)
        return panel

    def _show_hand_in(self) -> None:
        still_open = [place for place, view in enumerate(self._items) if view.answer is None]
        self._hand_in = HandIn(still_open, len(self._items))
        self._hand_in.question_chosen.connect(self.go_to)
        self.card.body.addWidget(self._hand_in)

    def _on_hand_in(self) -> bool:
        return self._place == len(self._items)

    def _spoken_question(self) -> str:
        return f"{self.title.words()}. {self.panel.item.stem.plain}"

    # Answering --------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Do what the primary button says: confirm, go to the next question, or hand in."""
        if self._on_hand_in():
            self._finish()
        elif self._can_confirm():
            self.confirm()
        elif self._item_done():
            self._go_to_next()

    def confirm(self) -> None:
        """Keep the answer; only when it is on disk is it shown as given."""
        response = self.panel.area.response()
        if response is None or self._on_hand_in():
            return
        view = self._items[self._place]
        try:
            answered = self._attempts.answer(self._view.attempt.id, view.item.id, response, self.panel.hint_used)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._items[self._place] = answered.view
        if answered.graded is not None:
            self.show_feedback(self.panel, answered.graded)
        else:
            self._say_saved()
        self._show_count()

    def show_hint(self) -> None:
        """Show the hint; it counts from now on, so that is kept before it can be read."""
        if not self.can_hint():
            return
        try:
            self._attempts.see_hint(self._view.attempt.id, self.panel.item.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        super().show_hint()

    def _go_to_next(self) -> None:
        """The next question; after the last one those left open, or the end."""
        if self._place + 1 < len(self._items):
            self.go_to(self._place + 1)
        elif self._view.shows_feedback and all(view.answer is not None for view in self._items):
            self._finish()
        else:
            self.go_to(len(self._items))

    def _finish(self) -> None:
        try:
            finished = self._attempts.finish(self._view.attempt.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.test_finished.emit(self._course_id, finished)

    def _changed(self) -> None:
        self._drop_saved_note()
        self.fit_buttons()

    def _say_saved(self) -> None:
        self._drop_saved_note()
        words = self.tr("Saved. You can still change this answer until you hand in.")
        self._saved_note = self.add_line("check", "good", words)
        announce(self, words)

    def _drop_saved_note(self) -> None:
        if self._saved_note is not None:
            self._saved_note.hide()
            self._saved_note.deleteLater()
            self._saved_note = None

    # Buttons ----------------------------------------------------------------------------------------------------

    def _can_confirm(self) -> bool:
        if self._on_hand_in() or self.panel.area.locked:
            return False
        response, answer = self.panel.area.response(), self._items[self._place].answer
        return response is not None and (answer is None or answer.response != response)

    def _item_done(self) -> bool:
        return not self._on_hand_in() and self._items[self._place].answer is not None

    def fit_buttons(self) -> None:
        """Show what can be done now; every word on the primary button says what Enter does."""
        end, done = self._on_hand_in(), self._item_done()
        self.back_button.setEnabled(self._place > 0)
        self.skip_button.setVisible(not end and not done)
        self.foot.offer_hint(self.panel.item.penalty if self.can_hint() else None)
        self.main_button.setText(self._main_words())
        self.main_button.setEnabled(end or done or self._can_confirm())

    def _main_words(self) -> str:
        if self._on_hand_in():
            complete = all(view.answer is not None for view in self._items)
            return self.tr("Hand in") if complete else self.tr("Hand in anyway")
        if not self._item_done():
            return self.tr("Confirm")
        if self._can_confirm():
            return self.tr("Confirm the change")
        last = self._place + 1 == len(self._items)
        complete = all(view.answer is not None for view in self._items)
        return self.tr("See the result") if last and complete and self._view.shows_feedback else self.tr("Next")

    # Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Inside a test Alt+Left goes to the question before, not out of the test.
        if event.type() == QEvent.Type.ShortcutOverride and page_turn(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = page_turn(event)
        if turned is not None:
            self.go_to(self._place + turned)
        else:
            super().keyPressEvent(event)
