"""Home: where one left off, and everything else there is to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.outline import LessonOutline
from desktop.model.progress import CourseState, CourseStatus, NextStep, Overview
from desktop.ui import cards, wording
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.search_button import SearchButton
from desktop.ui.widgets import (
    Badge,
    Card,
    CardButton,
    CardTitle,
    Display,
    FlowGrid,
    FlowRow,
    Heading,
    Muted,
    PrimaryButton,
    ProgressRing,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    Title,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


_ONE_ROW = 3


class HomeScreen(Screen):
    """Greeting, the course to go on with, course cards; with a single course, its lessons instead."""

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._overview = workspace.overview(kit.language)
        self._current = self._overview.current or _first_open(self._overview)
        self._action: PrimaryButton | None = None
        self._page = ScrollPage(width=1080)
        self.frame.addWidget(self._page)
        column = self._page.column
        greeting = wording.greeting(self._overview.hour, self._overview.first_name)
        column.addWidget(self._head(greeting))
        column.addSpacing(4)
        if not self._overview.courses:
            column.addWidget(self._empty(workspace))
        else:
            self._fill(self._overview)
        column.addStretch(1)

    def _head(self, greeting: str) -> QWidget:
        """Greeting and headline, and the search field beside them."""
        head = SplitRow(640, gap=16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(look(Text(greeting), "lead"))
        words.addWidget(Display(self._headline(self._overview)))
        head.row.addLayout(words, 1)
        search = SearchButton(self.kit)
        search.clicked.connect(self.search_wanted)
        head.row.addWidget(search, 0, SplitRow.MIDDLE_LEFT)
        return head

    def heading(self) -> str:
        return self.tr("Overview")

    def first_focus(self) -> QWidget | None:
        return self._action

    def _headline(self, overview: Overview) -> str:
        state = self._current
        if not overview.courses:
            return self.tr("No course is here yet")
        if state is None:
            return self.tr("Everything done")
        if state.status is CourseStatus.NEW:
            return self.tr("Start here")
        return self.tr("Pick up where you left off")

    def _fill(self, overview: Overview) -> None:
        column = self._page.column
        if self._current is not None:
            column.addWidget(self._hero(self._current))
        else:
            column.addWidget(self._all_done())
        column.addSpacing(8)
        grid = FlowGrid(min_card=250)
        if len(overview.courses) == 1:
            state = overview.courses[0]
            column.addWidget(Heading(self.tr("Your lessons")))
            for lesson in state.outline.lessons:
                grid.addWidget(self._lesson_card(state, lesson))
            self._add_test_card(grid, state)
        else:
            column.addWidget(Heading(self.tr("Your courses")))
            for state in overview.courses:
                card = cards.course_card(state)
                card.clicked.connect(lambda _=False, course=state.outline.id: self.course_wanted.emit(course))
                grid.addWidget(card)
        column.addLayout(grid)
        if 1 < len(overview.courses) <= _ONE_ROW and self._current is not None:
            self._add_lessons_to_come(self._current)

    def _add_lessons_to_come(self, state: CourseState) -> None:
        """With few courses there is room to show the next lessons, too."""
        unread = [lesson for lesson in state.outline.lessons if lesson.id not in state.lessons_read]
        if not unread:
            return
        self._page.column.addSpacing(8)
        self._page.column.addWidget(Heading(self.tr("What comes next")))
        grid = FlowGrid(min_card=250)
        for lesson in unread[:_ONE_ROW]:
            grid.addWidget(self._lesson_card(state, lesson))
        self._page.column.addLayout(grid)

    def _lesson_card(self, state: CourseState, lesson: LessonOutline) -> CardButton:
        card = cards.lesson_card(state, lesson)
        card.clicked.connect(lambda: self.lesson_wanted.emit(state.outline.id, lesson.id))
        return card

    def _hero(self, state: CourseState) -> QWidget:
        """The big card: ring, where one is, the next lesson and the one primary action."""
        outline = state.outline
        card = Card(margin=28)
        split = SplitRow(620, gap=28)
        card.body.addWidget(split)
        name = self.tr("Progress in {course}").format(course=outline.title)
        split.row.addWidget(ProgressRing(name, round(state.fraction * 100)), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addLayout(self._facts(state))
        words.addWidget(Title(outline.title))
        words.addWidget(look(Text(cards.step_words(state)), "lead"))
        split.row.addLayout(words, 1)
        self._action = PrimaryButton(
            cards.action_words(state), self.kit.icons.icon("enter", "on_accent"), trailing=True
        )
        self._action.clicked.connect(lambda: self._go_on(state))
        split.row.addWidget(self._action, 0, SplitRow.MIDDLE_LEFT)
        return card

    def _facts(self, state: CourseState) -> FlowRow:
        row = FlowRow(gap=8)
        word, tone = wording.status(state)
        row.addWidget(Badge(word, tone))
        lesson = cards.next_lesson(state) if state.next_step is NextStep.LESSON else None
        place = cards.lesson_place(state, lesson) if lesson is not None else ""
        left = wording.minutes_left(state.minutes_left) if state.minutes_left else ""
        if facts := wording.spoken_list(place, left):
            row.addWidget(look(_line(facts), "muted"))
        return row

    def _add_test_card(self, grid: FlowGrid, state: CourseState) -> None:
        outline = state.outline
        if outline.quiz_id is None:
            return
        title = self.tr("Final test")
        facts = wording.questions(outline.quiz_select) if outline.quiz_select else ""
        if state.passed_on is not None:
            word, tone = self.tr("Passed"), "good"
        elif state.next_step is NextStep.RESUME_TEST:
            word, tone = self.tr("Begun"), "caution"
        else:
            word, tone = self.tr("Open"), "neutral"
        card = CardButton(wording.spoken_list(title, facts, word), gap=6)
        look(card, "soft-card")
        card.add(Badge(word, tone))
        card.body.addSpacing(2)
        card.add(CardTitle(title))
        card.body.addStretch(1)
        card.add(Muted(facts))
        card.clicked.connect(lambda: self.course_wanted.emit(outline.id))
        grid.addWidget(card)

    def _go_on(self, state: CourseState) -> None:
        course = state.outline.id
        if state.next_step is NextStep.LESSON:
            self.lesson_wanted.emit(course, state.lesson_id)
        elif state.next_step in (NextStep.TEST, NextStep.RESUME_TEST):
            self.test_wanted.emit(course)
        elif state.next_step is NextStep.CERTIFICATE:
            self.certificate_wanted.emit(course)
        else:
            self.course_wanted.emit(course)

    def _all_done(self) -> QWidget:
        card = Card(name="soft-card", margin=28)
        card.body.addWidget(Title(self.tr("You have completed every course")))
        card.body.addWidget(Text(self.tr("Your certificates are ready. New courses appear here when they are added.")))
        self._action = PrimaryButton(self.tr("To the certificates"))
        self._action.clicked.connect(self.certificates_wanted)
        card.body.addSpacing(4)
        card.body.addWidget(self._action)
        return card

    def _empty(self, workspace: Workspace) -> QWidget:
        card = Card(margin=28, gap=12)
        card.body.addWidget(
            Text(self.tr("Put a course folder into the place below. It appears as soon as you look here again."))
        )
        folder = workspace.people.data_folder / "courses"
        card.body.addWidget(look(Text(str(folder)), "strong"))
        row = QHBoxLayout()
        again = SecondaryButton(self.tr("Look again"), self.kit.icons.icon("retry", "accent"))
        again.clicked.connect(self.home_wanted)
        row.addWidget(again)
        row.addStretch(1)
        card.body.addLayout(row)
        return card


def _first_open(overview: Overview) -> CourseState | None:
    """The course to propose where nothing is begun: the first that has anything left to do."""
    return next((state for state in overview.courses if state.next_step is not NextStep.NOTHING), None)


def _line(words: str) -> QLabel:
    """Words on one line inside a row that breaks; a wrapping label would ask for too little width there."""
    return QLabel(words)
