"""A round of refreshers: one question after the other, each answer on disk before it is shown as given."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.app.asking import Question, Refreshed
from desktop.model.errors import KlartextError
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.asking import AskingFoot, AskingScreen
from desktop.ui.items.panel import ItemPanel
from desktop.ui.kit import Kit
from desktop.ui.widgets import FlowRow, Muted, ProgressBar, SecondaryButton, Text

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class RefresherRound(AskingScreen):
    """What is due now, in turn, with the way to the lesson behind each question; then when the next ones come.

    refreshed     an answer was kept
    back_wanted   the learner pauses
    home_wanted   the learner is through
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._room = workspace.refreshers
        self._today = workspace.refreshers.today()
        self._questions: tuple[Question, ...] = self._room.session(kit.language)
        self._given: list[tuple[Question, Refreshed]] = []
        self._place = 0
        self._panel: ItemPanel | None = None
        self._build()
        self._show()

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self.tr("Refresh")

    def first_focus(self) -> QWidget | None:
        return self.main_button if self.ended else self.starting_point()

    @property
    def asked(self) -> ItemPanel | None:
        return self._panel

    @property
    def panel_in_view(self) -> ItemPanel:
        """The question in view; raises LookupError at the end."""
        if self._panel is None:
            raise LookupError("no question is in view")
        return self._panel

    @property
    def ended(self) -> bool:
        """Whether every question of this round was answered."""
        return self._place >= len(self._questions)

    @property
    def question(self) -> Question:
        """The question in view; raises IndexError at the end."""
        return self._questions[self._place]

    # Building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = self.page.column
        self._where = Muted()
        self.add_head(self._where)
        self.pause_button.clicked.connect(self.back_wanted)
        self._bar = ProgressBar(self.tr("Questions answered"))
        column.addWidget(self._bar)
        column.addSpacing(4)
        self.lesson_button = SecondaryButton(self.tr("Open the lesson"))
        self.lesson_button.clicked.connect(self._open_lesson)
        self.put_together(AskingFoot(self.kit.icons, onward=(self.lesson_button,)))

    # Where one is -----------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Do what the primary button says: confirm, go to the next question, or leave."""
        if self.ended:
            self.home_wanted.emit()
        elif self._answered():
            self._place += 1
            self._show()
            (self.first_focus() or self.title).setFocus(Qt.FocusReason.OtherFocusReason)
            said = (self.title.words(), *self._words_at_the_end()) if self.ended else (self._spoken_question(),)
            announce(self, " ".join(said))
        else:
            self.confirm()

    def show_hint(self) -> None:
        """Show the hint; it counts even if the round is left before the answer and begun again."""
        if self.can_hint():
            self._room.see_hint(self.question.key)
        super().show_hint()

    def confirm(self) -> None:
        """Keep the answer; only when it is on disk is it shown as given."""
        response = self._panel.area.response() if self._panel else None
        if self._panel is None or response is None or self._answered():
            return
        try:
            refreshed = self._room.answer(self.question.key, response, self._panel.hint_used)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._given.append((self.question, refreshed))
        lesson = self.question.lesson.title if self.question.lesson else ""
        self._where.set_words(wording.spoken_list(self.question.course_title, lesson))
        when = self._words_on_return(refreshed.due)
        self.add_line("clock", "muted", when)
        self.fit_buttons()
        self.show_feedback(self._panel, refreshed.graded, when)
        self._bar.setValue(self._share())
        self.refreshed.emit()

    def _show(self) -> None:
        self._clear()
        self._bar.setValue(self._share())
        if self.ended:
            self._show_end()
        else:
            question = self.question
            # Which lesson it is from would be half the answer; that is said afterwards.
            self._where.set_words(question.course_title)
            words = self.tr("Question {number} of {count}")
            self.title.set_words(words.format(number=self._place + 1, count=len(self._questions)))
            self._panel = self.add_panel(question.item, question.arranged)
            self._panel.changed.connect(self.fit_buttons)
            if question.anew:
                self.add_line("note", "info", self.tr("This question was changed since you last answered it."))
        self.page.verticalScrollBar().setValue(0)
        self.fit_buttons()

    def _clear(self) -> None:
        self._panel = None
        while (item := self.card.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _answered(self) -> bool:
        return len(self._given) > self._place

    def _share(self) -> int:
        return round(100 * len(self._given) / len(self._questions)) if self._questions else 100

    def _spoken_question(self) -> str:
        return f"{self.title.words()}. {self.question.item.stem.plain}"

    def _open_lesson(self) -> None:
        lesson = self.question.lesson
        if lesson is not None:
            self.lesson_wanted.emit(self.question.card.course_id, lesson.id)

    # The end ----------------------------------------------------------------------------------------------------

    def _show_end(self) -> None:
        self.title.set_words(self.tr("Done for today"))
        self._where.set_words("")
        for words in self._words_at_the_end():
            self.card.body.addWidget(Text(words))
        lessons = self._to_reread()
        if not lessons:
            return
        self.card.body.addSpacing(8)
        self.card.body.addWidget(Muted(self.tr("Worth another look:")))
        row = FlowRow(gap=8)
        for (course_id, lesson_id), title in lessons.items():
            button = SecondaryButton(title)
            button.clicked.connect(lambda _=False, c=course_id, one=lesson_id: self.lesson_wanted.emit(c, one))
            row.addWidget(button)
        holder = QWidget()
        holder.setLayout(row)
        self.card.body.addWidget(holder)

    def _words_at_the_end(self) -> list[str]:
        said = []
        count = len(self._given)
        if count:
            words = (
                self.tr("You refreshed one question.") if count == 1 else self.tr("You refreshed {count} questions.")
            )
            said.append(words.format(count=count))
        tomorrow = sum(refreshed.due <= self._today + timedelta(days=1) for _, refreshed in self._given)
        if tomorrow and tomorrow == count:
            said.append(self.tr("You will be asked again tomorrow."))
        elif tomorrow:
            words = self.tr("One of them comes back tomorrow.")
            said.append(
                (words if tomorrow == 1 else self.tr("{count} of them come back tomorrow.")).format(count=tomorrow)
            )
        else:
            day = self._room.outlook(self.kit.language).next_day
            said.append(wording.next_questions(day, self._today) if day else "")
        return [words for words in said if words]

    def _to_reread(self) -> dict[tuple[str, str], str]:
        """The lessons behind what was not known, each once."""
        return {
            (question.card.course_id, question.lesson.id): question.lesson.title
            for question, refreshed in self._given
            if question.lesson is not None and not refreshed.graded.correct
        }

    def _words_on_return(self, due: date) -> str:
        if due <= self._today + timedelta(days=1):
            return self.tr("Comes back tomorrow")
        return self.tr("Comes back on {day}").format(day=wording.day(due))

    # Buttons ----------------------------------------------------------------------------------------------------

    def fit_buttons(self) -> None:
        answered = self._answered()
        self.pause_button.setVisible(not self.ended)
        self.foot.offer_hint(0.0 if self.can_hint() and not answered else None)
        self.lesson_button.setVisible(not self.ended and answered and self.question.lesson is not None)
        if self.ended:
            self.main_button.setText(self.tr("To the overview"))
        else:
            self.main_button.setText(self.tr("Next") if answered else self.tr("Confirm"))
        ready = self._panel is not None and self._panel.area.response() is not None
        self.main_button.setEnabled(self.ended or answered or ready)
