"""The page of one course: what it is about, its lessons, its test, its certificate, and the one next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.model.course import Prose
from desktop.model.errors import KlartextError
from desktop.model.progress import CourseStatus, NextStep
from desktop.ui import cards, path_words, wording
from desktop.ui.checklists import checklist_rows
from desktop.ui.kit import Kit
from desktop.ui.renewal_card import RenewalCard
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowRow,
    Heading,
    LinkButton,
    Muted,
    PrimaryButton,
    ProgressBar,
    Rule,
    ScrollPage,
    SplitRow,
    Text,
    WrapLabel,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class CourseScreen(Screen):
    """One course."""

    def __init__(self, kit: Kit, workspace: Workspace, course_id: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        self._state = workspace.study.state(course_id, kit.language)
        self._page = ScrollPage(width=800)
        self.frame.addWidget(self._page)
        column = self._page.column
        outline = self._state.outline
        column.addWidget(self._back())
        column.addSpacing(-4)
        column.addWidget(Display(outline.title))
        if outline.summary:
            column.addWidget(look(Text(outline.summary), "lead"))
        if (wish := self._wish()) is not None:
            column.addLayout(wish)
        if workspace.certificates.renewal_open(self._state):
            column.addWidget(self._renewal())
        column.addWidget(self._next_card())
        self._about = QVBoxLayout()
        self._about.setSpacing(12)
        column.addLayout(self._about)
        column.addSpacing(4)
        column.addWidget(Heading(self.tr("Lessons")))
        column.addWidget(self._lessons())
        if outline.quiz_id is not None or outline.certificate is not None:
            column.addSpacing(4)
            column.addWidget(Heading(self.tr("Conclusion")))
            column.addWidget(self._conclusion())
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(16)
        column.addLayout(self._sheets)
        column.addStretch(1)
        # The text about the course is parsed after the page is on screen; everything else came from the outline.
        QTimer.singleShot(0, self, self._show_about)

    def heading(self) -> str:
        return self._state.outline.title

    def first_focus(self) -> QWidget | None:
        return self._action

    def next_step(self) -> QAbstractButton | None:
        return self._action

    def _back(self) -> QWidget:
        link = LinkButton(self.tr("All courses"), icon=self.kit.icons.icon("arrow-left", "accent"))
        link.clicked.connect(self.courses_wanted)
        return link

    def _wish(self) -> FlowRow | None:
        """That the employer wants this course done, and by when; and whom it is for, where that is not everyone."""
        state, paths = self._state, self._workspace.paths
        whom = path_words.audience(state.outline.audience)
        entry = paths.mandatory(state.outline.id)
        if entry is None:
            return cards.facts_row((whom, "neutral")) if whom else None
        done = state.status is CourseStatus.COMPLETED
        overdue = not done and entry.until is not None and paths.today > entry.until
        marks = path_words.Marks(mandatory=True, until=entry.until, overdue=overdue)
        when = "" if done else path_words.until(marks, paths.today)
        return cards.facts_row((path_words.mandatory(), "caution" if overdue else "accent"), when, whom)

    def _renewal(self) -> QWidget:
        card = RenewalCard(self.kit, [self._state], self._workspace.refreshers.today())
        card.test_wanted.connect(self.test_wanted)
        return card

    def _next_card(self) -> QWidget:
        state = self._state
        card = Card(margin=24, gap=14)
        split = SplitRow(520)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(look(Text(cards.step_words(state)), "strong"))
        left = wording.minutes_left(state.minutes_left) if state.minutes_left else ""
        words.addWidget(Muted(wording.spoken_list(wording.status(state)[0], wording.percent(state.fraction), left)))
        split.row.addLayout(words, 1)
        self._action = PrimaryButton(
            cards.action_words(state), self.kit.icons.icon("enter", "on_accent"), trailing=True
        )
        self._action.clicked.connect(self._go_on)
        self._action.show_key()
        split.row.addWidget(self._action, 0, SplitRow.MIDDLE_LEFT)
        card.body.addWidget(split)
        name = self.tr("Progress in {course}").format(course=state.outline.title)
        card.body.addWidget(ProgressBar(name, round(state.fraction * 100)))
        card.body.addWidget(Muted(self._facts()))
        return card

    def _facts(self) -> str:
        outline = self._state.outline
        test = ""
        if outline.quiz_id is not None and outline.quiz_select:
            test = self.tr("test with {questions}").format(questions=wording.questions(outline.quiz_select))
        reviewed = ""
        if outline.reviewed is not None:
            reviewed = self.tr("reviewed on {day}").format(day=wording.day(outline.reviewed))
        version = self.tr("version {version}").format(version=outline.version)
        amount = wording.lessons(len(outline.lessons))
        return wording.spoken_list(amount, wording.minutes(outline.minutes), test, version, reviewed)

    def _lessons(self) -> QWidget:
        state = self._state
        card = Card(margin=6, gap=0)
        for number, lesson in enumerate(state.outline.lessons, start=1):
            if number > 1:
                card.body.addWidget(Rule())
            word, tone, icon = cards.lesson_state(state, lesson)
            icon_tone = {"good": "good", "info": "info"}.get(tone, "muted")
            row = cards.StepRow(
                self.kit, icon, icon_tone, f"{number}. {lesson.title}", wording.minutes(lesson.minutes), word, tone
            )
            row.clicked.connect(lambda _=False, lesson_id=lesson.id: self._open_lesson(lesson_id))
            card.body.addWidget(row)
        return card

    def _conclusion(self) -> QWidget:
        card = Card(margin=6, gap=0)
        if self._state.outline.quiz_id is not None:
            card.body.addWidget(self._test_row())
        if self._state.outline.certificate is not None:
            if self._state.outline.quiz_id is not None:
                card.body.addWidget(Rule())
            card.body.addWidget(self._certificate_row())
        return card

    def _test_row(self) -> QWidget:
        state = self._state
        facts = wording.questions(state.outline.quiz_select) if state.outline.quiz_select else ""
        icon, icon_tone = "diamond", "muted"
        if state.passed_on is not None:
            icon, icon_tone, word, tone = "diamond-check", "good", self.tr("Passed"), "good"
            facts = wording.spoken_list(facts, self.tr("on {day}").format(day=wording.day(state.passed_on)))
        elif state.next_step is NextStep.RESUME_TEST:
            icon_tone, word, tone = "caution", self.tr("Started"), "caution"
        elif state.next_step is NextStep.TEST:
            icon_tone, word, tone = "info", self.tr("Next"), "info"
        else:
            word, tone = self.tr("Open"), "neutral"
        row = cards.StepRow(self.kit, icon, icon_tone, self.tr("Final test"), facts, word, tone)
        row.clicked.connect(lambda: self.test_wanted.emit(state.outline.id))
        return row

    def _certificate_row(self) -> QWidget:
        state = self._state
        course = state.outline.id
        if state.certificate_id:
            word, tone, icon_tone = self.tr("Issued"), "good", "good"
            facts = ""
            if state.valid_until is not None:
                facts = self.tr("valid until {day}").format(day=wording.day(state.valid_until))
        elif self._workspace.certificates.offered(course, self.kit.language):
            word, tone, icon_tone = self.tr("Ready"), "info", "info"
            facts = self.tr("See what it says, then issue it.")
        else:
            word, tone, icon_tone = self.tr("Later"), "neutral", "muted"
            facts = self.tr("After all lessons and the test.")
        row = cards.StepRow(self.kit, "certificate", icon_tone, self.tr("Certificate"), facts, word, tone)
        if state.certificate_id:
            row.clicked.connect(self.certificates_wanted)
        elif tone == "info":
            row.clicked.connect(lambda: self.certificate_wanted.emit(course))
        else:
            row.setEnabled(False)
        return row

    def _go_on(self) -> None:
        state = self._state
        course = state.outline.id
        if state.next_step in (NextStep.TEST, NextStep.RESUME_TEST):
            self.test_wanted.emit(course)
        elif state.next_step is NextStep.CERTIFICATE:
            self.certificate_wanted.emit(course)
        else:
            lessons = state.outline.lessons
            first = lessons[0].id if lessons else ""
            self._open_lesson(state.lesson_id or first)

    def _open_lesson(self, lesson_id: str) -> None:
        if lesson_id:
            self.lesson_wanted.emit(self._state.outline.id, lesson_id)

    def _show_about(self) -> None:
        try:
            course = self._workspace.library.course(self._state.outline.id, self.kit.language)
        except KlartextError as error:
            self.failed.emit(error)
            return
        for block in course.about:
            if isinstance(block, Prose):
                self._about.addWidget(WrapLabel(block.text.html, rich=True))
        sheets = checklist_rows(
            self.kit, course, lambda lesson: self.print_wanted.emit(course.outline.id, lesson, "checklist")
        )
        if sheets is not None:
            self._sheets.addWidget(Heading(self.tr("Checklists")))
            self._sheets.addWidget(sheets)
