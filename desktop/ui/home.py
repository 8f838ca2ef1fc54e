"""Home: what to go on with, the way of one's role, and everything else there is to learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.outline import LessonOutline
from desktop.model.path import PathState, PathStep
from desktop.model.progress import CourseState, CourseStatus, NextStep, Overview
from desktop.ui import cards, path_words, wording
from desktop.ui.hero import Hero, course_hero, lesson_hero
from desktop.ui.kit import Kit
from desktop.ui.path_card import PathCard
from desktop.ui.path_words import NO_MARKS, Marks
from desktop.ui.screen import Screen
from desktop.ui.search_button import SearchButton
from desktop.ui.widgets import (
    Badge,
    Card,
    CardButton,
    CardTitle,
    Display,
    FlowGrid,
    Heading,
    LinkButton,
    Muted,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    Title,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

_MOST_CARDS = 9
"""Cards of courses beside the way; the rest is one link away."""


class HomeScreen(Screen):
    """Greeting, what to go on with, one's way, other courses; with a single course, its lessons instead."""

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._overview = workspace.overview(kit.language)
        self._today = workspace.paths.today
        self._marks: Mapping[str, Marks] = path_words.marks_by_course(self._overview)
        self._step = self._overview.step
        self._current = self._overview.current if self._step is None else self._step.course
        if self._overview.path is None and self._current is None:
            self._current = _first_open(self._overview)
        self._action: PrimaryButton | None = None
        self._page = ScrollPage(width=1080)
        self.frame.addWidget(self._page)
        column = self._page.column
        greeting = wording.greeting(self._overview.hour, self._overview.first_name)
        column.addWidget(self._head(greeting))
        column.addSpacing(4)
        self._others = QVBoxLayout()
        self._others.setSpacing(column.spacing())
        if not self._overview.courses:
            column.addWidget(self._empty(workspace))
        else:
            self._fill(self._overview)
        column.addLayout(self._others)
        column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Overview")

    def first_focus(self) -> QWidget | None:
        return self._action

    def next_step(self) -> QAbstractButton | None:
        return self._action

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

    def _headline(self, overview: Overview) -> str:
        state, step, path = self._current, self._step, overview.path
        if not overview.courses:
            return self.tr("No course is here yet")
        if state is None:
            return (
                self.tr("Everything done") if _all_done(overview) else self.tr("You have come to the end of your path")
            )
        if step is not None and path is not None and any(known.done for known in path.steps):
            if step.step.lesson_id or state.status is CourseStatus.NEW:
                return self.tr("Your next step")
        elif state.status is CourseStatus.NEW or (step is not None and step.step.lesson_id):
            return self.tr("Start here")
        return self.tr("Pick up where you left off")

    def _fill(self, overview: Overview) -> None:
        column = self._page.column
        column.addWidget(self._hero(overview))
        if overview.renewals:
            column.addWidget(self._renewals(overview))
        if due := sum(overview.due.values()):
            column.addWidget(self._refreshers(due))
        column.addSpacing(8)
        if len(overview.courses) == 1:
            self._add_lessons(overview.courses[0])
        elif overview.path is None:
            self._add_courses(self.tr("Your courses"), overview.courses)
        else:
            self._way = QVBoxLayout()
            self._way.setSpacing(column.spacing())
            column.addLayout(self._way)
            # After the first paint: a long way and a shelf of sixty courses must not hold up what is above them.
            QTimer.singleShot(0, self, lambda path=overview.path: self._add_below(path))

    def _hero(self, overview: Overview) -> QWidget:
        step, state = self._step, self._current
        if state is None:
            return self._all_done() if _all_done(overview) else self._path_done()
        hero: Hero
        if step is not None and step.step.lesson_id and overview.path is not None:
            hero = lesson_hero(self.kit, overview.path, step)
            hero.pressed.connect(lambda: self.lesson_wanted.emit(step.step.course_id, step.step.lesson_id))
        else:
            hero = course_hero(self.kit, state, self._marks.get(state.outline.id, NO_MARKS), self._today)
            hero.pressed.connect(lambda: self._go_on(state))
        self._action = hero.action
        self._action.show_key()
        return hero

    def _renewals(self, overview: Overview) -> QWidget:
        """Which certificates end; seldom shown, and so imported then."""
        from desktop.ui.renewal_card import RenewalCard

        states = [state for state in overview.courses if state.outline.id in overview.renewals]
        card = RenewalCard(self.kit, states, self._today, named=True)
        card.test_wanted.connect(self.test_wanted)
        card.certificates_wanted.connect(self.certificates_wanted)
        return card

    def _add_below(self, path: PathState) -> None:
        self._add_path(path)
        self._add_others()

    def _add_path(self, path: PathState) -> None:
        column = self._way
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Heading(self.tr("Your path")))
        left = self.tr("{left} of {total} minutes left").format(left=path.minutes_left, total=path.minutes)
        if path.minutes_left in (0, path.minutes):
            left = wording.minutes(path.minutes) if path.minutes_left else self.tr("everything done")
        head.addWidget(Muted(wording.spoken_list(path.title, left)))
        column.addLayout(head)
        proposed = self._step.step if self._step is not None else None
        card = PathCard(self.kit, path, self._marks, self._today, proposed, self._page.widget())
        card.chosen.connect(self._open_step)
        column.addWidget(card)

    def _open_step(self, step: PathStep) -> None:
        if step.lesson_id:
            self.lesson_wanted.emit(step.course_id, step.lesson_id)
        else:
            self.course_wanted.emit(step.course_id)

    def _add_others(self) -> None:
        """The courses that are no step of the way, begun ones first."""
        path = self._overview.path
        on_way = {step.step.course_id for step in (path.steps if path else ()) if not step.step.lesson_id}
        others = [state for state in self._overview.courses if state.outline.id not in on_way]
        others.sort(key=lambda state: state.status is CourseStatus.NEW)
        if others:
            self._others.addSpacing(8)
            self._add_courses(self.tr("More courses"), others)

    def _add_courses(self, title: str, states: Sequence[CourseState]) -> None:
        self._others.addWidget(Heading(title))
        grid = FlowGrid(min_card=250)
        for state in states[:_MOST_CARDS]:
            marks = self._marks.get(state.outline.id, NO_MARKS)
            card = cards.course_card(state, marks=marks, today=self._today)
            card.clicked.connect(lambda _=False, course=state.outline.id: self.course_wanted.emit(course))
            grid.addWidget(card)
        self._others.addLayout(grid)
        if len(states) > _MOST_CARDS:
            words = self.tr("All {count} courses").format(count=len(self._overview.courses))
            link = LinkButton(words, icon=self.kit.icons.icon("arrow-right", "accent"))
            link.clicked.connect(self.courses_wanted)
            self._others.addWidget(link)

    def _add_lessons(self, state: CourseState) -> None:
        """A single course is shown by its lessons and its test."""
        grid = FlowGrid(min_card=250)
        for lesson in state.outline.lessons:
            grid.addWidget(self._lesson_card(state, lesson))
        self._add_test_card(grid, state)
        self._page.column.addWidget(Heading(self.tr("Your lessons")))
        self._page.column.addLayout(grid)

    def _lesson_card(self, state: CourseState, lesson: LessonOutline) -> CardButton:
        card = cards.lesson_card(state, lesson)
        card.clicked.connect(lambda: self.lesson_wanted.emit(state.outline.id, lesson.id))
        return card

    def _add_test_card(self, grid: FlowGrid, state: CourseState) -> None:
        outline = state.outline
        if outline.quiz_id is None:
            return
        title = self.tr("Final test")
        facts = wording.questions(outline.quiz_select) if outline.quiz_select else ""
        if state.passed_on is not None:
            word, tone = self.tr("Passed"), "good"
        elif state.next_step is NextStep.RESUME_TEST:
            word, tone = self.tr("Started"), "caution"
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

    def _refreshers(self, due: int) -> QWidget:
        """Questions that wait to come back, in one calm line that can be passed over."""
        card = Card(name="soft-card", margin=20)
        card.body.setContentsMargins(20, 14, 20, 14)
        split = SplitRow(520, gap=16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(look(Text(path_words.refreshing(due)), "strong"))
        words.addWidget(Muted(self.tr("What begins to fade comes back once more.")))
        split.row.addLayout(words, 1)
        button = SecondaryButton(self.tr("Refresh"), self.kit.icons.icon("refresh", "accent"))
        button.clicked.connect(self.refreshers_wanted)
        split.row.addWidget(button, 0, SplitRow.MIDDLE_LEFT)
        card.body.addWidget(split)
        return card

    def _all_done(self) -> QWidget:
        words = self.tr("Your certificates are ready. New courses appear here when they are added.")
        return self._done(self.tr("You have completed every course"), words)

    def _path_done(self) -> QWidget:
        words = self.tr("All that your path asks for is done. If you would like to know more, more courses wait below.")
        return self._done(self.tr("Done, all of it"), words)

    def _done(self, title: str, words: str) -> QWidget:
        card = Card(name="soft-card", margin=28)
        card.body.addWidget(Title(title))
        card.body.addWidget(Text(words))
        if any(state.certificate_id for state in self._overview.courses):
            self._action = button = PrimaryButton(self.tr("To the certificates"))
            button.clicked.connect(self.certificates_wanted)
        else:
            self._action = button = PrimaryButton(self.tr("To the courses"))
            button.clicked.connect(self.courses_wanted)
        card.body.addSpacing(4)
        card.body.addWidget(button)
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
    """The course to propose where no way is laid: the first that has anything left to do."""
    return next((state for state in overview.courses if state.next_step is not NextStep.NOTHING), None)


def _all_done(overview: Overview) -> bool:
    return all(state.next_step is NextStep.NOTHING for state in overview.courses)
