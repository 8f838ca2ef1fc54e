"""The result of a test: passed or not, topic by topic, what to read again, and the learner's own answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.app.views import Finished, ItemView, TopicResult
from desktop.model.course import LessonOutline
from desktop.ui import wording
from desktop.ui.blocks.fold import Fold
from desktop.ui.items.panel import ItemPanel
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.text.words import Line
from desktop.ui.widgets import (
    Card,
    CardButton,
    Display,
    FlowRow,
    Heading,
    IconLabel,
    Muted,
    PrimaryButton,
    ProgressBar,
    ProgressRing,
    Rule,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

COLUMN = 760


class ResultScreen(Screen):
    """A finished attempt.

    certificate_wanted, lesson_wanted, test_wanted, course_wanted   what the learner does next
    """

    def __init__(
        self, kit: Kit, workspace: Workspace, course_id: str, finished: Finished, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._course_id = course_id
        self._finished = self._in_language(workspace, finished)
        self._unread = [
            lesson
            for lesson in self._finished.state.outline.lessons
            if lesson.id not in self._finished.state.lessons_read
        ]
        self.page = ScrollPage(width=COLUMN, top=28, gap=16)
        self.frame.addWidget(self.page)
        self._fill(self.page.column)

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return wording.spoken_list(self._verdict(), wording.percent(self._finished.result.score / 100))

    def first_focus(self) -> QWidget | None:
        return self.primary

    def next_step(self) -> QAbstractButton | None:
        return self.primary

    @property
    def passed(self) -> bool:
        """Whether the attempt reached the mastery score."""
        return self._finished.result.passed

    # Building ---------------------------------------------------------------------------------------------------

    def _in_language(self, workspace: Workspace, finished: Finished) -> Finished:
        """The same attempt in the language now spoken."""
        if finished.state.outline.language == self.kit.language:
            return finished
        again = workspace.attempts.last_finished(self._course_id, self.kit.language)
        return again if again is not None and again.attempt.id == finished.attempt.id else finished

    def _fill(self, column: QVBoxLayout) -> None:
        finished = self._finished
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Muted(wording.spoken_list(finished.state.outline.title, self.tr("Final test"))))
        head.addWidget(Display(self._verdict()))
        column.addLayout(head)
        column.addWidget(self._outcome())
        if finished.lessons_to_reread:
            column.addSpacing(8)
            column.addWidget(Heading(self.tr("Worth reading again")))
            column.addWidget(self._lessons(finished.lessons_to_reread))
        if finished.topics:
            column.addSpacing(8)
            column.addWidget(Heading(self.tr("By topic")))
            column.addWidget(self._topics())
        column.addSpacing(8)
        column.addWidget(Heading(self.tr("Your answers")))
        column.addWidget(Muted(self.tr("Only you see them. They are in no certificate and in no report.")))
        for number, view in enumerate(finished.items, 1):
            column.addWidget(self._answer(number, view))
        column.addStretch()

    def _verdict(self) -> str:
        return self.tr("Passed") if self._finished.result.passed else self.tr("Not passed yet")

    def _outcome(self) -> QWidget:
        result = self._finished.result
        card = Card(margin=24, gap=16)
        split = SplitRow(420)
        ring = ProgressRing(self.tr("Result"), round(result.score), tone="good" if result.passed else "caution")
        split.row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch()
        line = QHBoxLayout()
        line.setSpacing(8)
        icon = ("check-circle", "good") if result.passed else ("half", "caution")
        line.addWidget(IconLabel(self.kit.icons.icon(*icon), 20), 0, Qt.AlignmentFlag.AlignTop)
        reached = self.tr("You reached {score}, {needed} were needed.").format(
            score=wording.percent(result.score / 100), needed=wording.percent(result.mastery_score / 100)
        )
        line.addWidget(look(Line(reached), "strong"), 1)
        words.addLayout(line)
        words.addWidget(Text(self._what_now()))
        words.addStretch()
        split.row.addLayout(words, 1)
        card.body.addWidget(split)
        if result.passed and self._unread:
            card.body.addWidget(self._lessons(tuple(self._unread)))
        card.body.addLayout(self._actions())
        return card

    def _what_now(self) -> str:
        finished = self._finished
        if finished.certificate_offered:
            return self.tr("All lessons are read and the test is passed. Your certificate is ready.")
        if finished.result.passed and self._unread:
            return self.tr("To complete the course, read these lessons to their end:")
        if finished.result.passed:
            return self.tr("The course is completed.")
        if finished.attempts_left == 0:
            return self.tr("This was the last attempt in this version of the course. Ask who looks after your courses.")
        if finished.attempts_left is not None:
            return self.tr("Attempts left: {count}. Reading first pays off.").format(count=finished.attempts_left)
        return self.tr("You may try again as often as you like. New questions are drawn each time.")

    def _actions(self) -> FlowRow:
        finished, row = self._finished, FlowRow(gap=8)
        actions: list[tuple[str, str, Callable[[], None]]] = []
        course = (self.tr("To the course page"), "", lambda: self.course_wanted.emit(self._course_id))
        retry = (self.tr("Try again"), "retry", lambda: self.test_wanted.emit(self._course_id))
        if finished.certificate_offered:
            words = self.tr("Get your certificate")
            actions.append((words, "certificate", lambda: self.certificate_wanted.emit(self._course_id)))
        elif finished.result.passed and self._unread:
            first = self._unread[0]
            words = self.tr("Read on")
            actions.append((words, "arrow-right", lambda: self.lesson_wanted.emit(self._course_id, first.id)))
        elif not finished.result.passed and finished.attempts_left != 0:
            actions.append(retry)
        actions.append(course)
        if finished.result.passed and finished.attempts_left != 0:
            actions.append(retry)
        for place, (words, icon, act) in enumerate(actions):
            kind, ink = (PrimaryButton, "on_accent") if place == 0 else (SecondaryButton, "accent")
            button = kind(words, self.kit.icons.icon(icon, ink) if icon else None)
            button.clicked.connect(act)
            row.addWidget(button)
            if isinstance(button, PrimaryButton):
                self.primary = button
                button.show_key()
        return row

    def _lessons(self, lessons: tuple[LessonOutline, ...]) -> QWidget:
        card = Card(name="well", margin=6, gap=0)
        for place, lesson in enumerate(lessons):
            if place:
                card.body.addWidget(Rule())
            spoken = self.tr("Read the lesson: {title}").format(title=lesson.title)
            button = look(CardButton(spoken, margin=10), "fold")
            inner = QWidget()
            row = QHBoxLayout(inner)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(Line(lesson.title), 1)
            row.addWidget(look(QLabel(wording.minutes(lesson.minutes)), "muted"))
            row.addWidget(IconLabel(self.kit.icons.icon("arrow-right", "accent"), 16))
            button.add(inner)
            button.clicked.connect(
                lambda _=False, lesson_id=lesson.id: self.lesson_wanted.emit(self._course_id, lesson_id)
            )
            card.body.addWidget(button)
        return card

    def _topics(self) -> QWidget:
        card = Card(margin=20, gap=14)
        for topic in self._finished.topics:
            line = QVBoxLayout()
            line.setSpacing(6)
            line.addWidget(Line(topic.title))
            enough = topic.fraction * 100 >= self._finished.result.mastery_score - 1e-9
            bar = ProgressBar(topic.title, round(topic.fraction * 100), tone="good" if enough else "caution")
            line.addWidget(bar)
            line.addWidget(Muted(self._topic_words(topic)))
            card.body.addLayout(line)
        return card

    def _topic_words(self, topic: TopicResult) -> str:
        number = QLocale().toString
        single = round(topic.possible, 2) == 1
        words = self.tr("{earned} of 1 point") if single else self.tr("{earned} of {possible} points")
        words = words.format(
            earned=number(round(topic.earned, 2), "g", 6), possible=number(round(topic.possible, 2), "g", 6)
        )
        return wording.spoken_list(words, wording.percent(topic.fraction))

    def _answer(self, number: int, view: ItemView) -> Fold:
        icon, word = self._mark_of(view)
        title = f"{number}. {view.item.stem.plain}"
        return Fold(title, lambda: self._looked_at(view), self.kit.icons, sign=icon, spoken=word)

    def _mark_of(self, view: ItemView) -> tuple[tuple[str, str], str]:
        """The icon and the word for one answer."""
        if view.answer is None:
            return ("circle", "muted"), self.tr("Not answered:")
        if view.graded is None or view.graded.fraction is None:
            return ("pencil", "muted"), self.tr("Not graded:")
        if view.graded.correct:
            return ("check", "good"), self.tr("Correct:")
        if view.graded.partly:
            return ("half", "caution"), self.tr("Partly correct:")
        return ("cross", "risk"), self.tr("Not quite:")

    def _looked_at(self, view: ItemView) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 2, 14, 14)
        panel = ItemPanel(view.item, view.arranged, self.kit.icons)
        panel.stem.hide()
        panel.link_opened.connect(self.link_wanted)
        if view.answer is not None:
            panel.show_answer(view.answer.response)
        if view.graded is not None:
            panel.show_graded(view.graded)
        else:
            panel.area.lock()
            panel.explain()
        column.addWidget(panel)
        return inside
