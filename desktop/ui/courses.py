"""The list of all courses, and which files could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.model.problem import Problem, Severity
from desktop.ui import cards, path_words
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    CardButton,
    Display,
    FlowGrid,
    Heading,
    Muted,
    ScrollPage,
    Text,
    WrapLabel,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

_MOST_PROBLEMS = 6
_AT_ONCE = 12


class CoursesScreen(Screen):
    """Every course as a card; below, what is wrong with files, each with what to do."""

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        page = ScrollPage(width=1080)
        self.frame.addWidget(page)
        self._column = page.column
        page.column.addWidget(Display(self.heading()))
        workspace.library.refresh()
        overview = workspace.overview(kit.language)
        states = overview.courses
        self._first: CardButton | None = None
        if states:
            page.column.addWidget(look(Text(self.tr("Each course ends with a short test and a certificate.")), "lead"))
            self._grid = FlowGrid(min_card=250)
            self._marks, self._today = path_words.marks_by_course(overview), workspace.paths.today
            self._waiting = list(states)
            self._add_cards()
            page.column.addLayout(self._grid)
        else:
            page.column.addWidget(self._empty(workspace))
        self._add_folders(workspace)
        faults = tuple(p for p in workspace.library.problems() if p.severity is Severity.ERROR)
        if faults:
            page.column.addSpacing(8)
            page.column.addWidget(Heading(self.tr("What could not be read")))
            page.column.addWidget(self._faults(faults))
        page.column.addStretch(1)

    def _add_cards(self) -> None:
        """The next cards, and the rest once these are painted: sixty at once would be waited for."""
        for state in self._waiting[:_AT_ONCE]:
            mine = self._marks.get(state.outline.id, path_words.NO_MARKS)
            card = cards.course_card(state, with_summary=True, marks=mine, today=self._today)
            card.clicked.connect(lambda _=False, course=state.outline.id: self.course_wanted.emit(course))
            self._grid.addWidget(card)
            self._first = self._first or card
        del self._waiting[:_AT_ONCE]
        if self._waiting:
            QTimer.singleShot(0, self, self._add_cards)

    def heading(self) -> str:
        return self.tr("Courses")

    def first_focus(self) -> QWidget | None:
        return self._first

    def _add_folders(self, workspace: Workspace) -> None:
        """Say which of the company's folders are out of reach, and look at them again."""
        if workspace.policy.source is None or workspace.employer.shares is None:
            return
        from desktop.ui.employer import folders_card

        card = folders_card(self.kit, workspace.employer)
        if card is not None:
            self._column.addSpacing(8)
            self._column.addWidget(card)

    def _empty(self, workspace: Workspace) -> QWidget:
        card = Card(margin=28)
        card.body.addWidget(Text(self.tr("No course is here yet. Put a course folder into this place:")))
        card.body.addWidget(look(Text(str(workspace.people.data_folder / "courses")), "strong"))
        return card

    def _faults(self, faults: tuple[Problem, ...]) -> QWidget:
        card = Card(name="caution", gap=12)
        for problem in faults[:_MOST_PROBLEMS]:
            said = self.kit.sentences.say(problem.code, problem.data)
            card.body.addWidget(look(WrapLabel(said.text), "strong"))
            card.body.addWidget(Muted(f"{_short(problem)}  {said.hint}".strip()))
        if len(faults) > _MOST_PROBLEMS:
            more = self.tr("And {count} more. The command “klartext check” lists them all.")
            card.body.addWidget(Muted(more.format(count=len(faults) - _MOST_PROBLEMS)))
        return card


def _short(problem: Problem) -> str:
    """File and line as far as they tell courses apart: every course has a `course.md`."""
    file = problem.place.file
    return f"{file.parent.name}/{file.name}:{problem.place.line}"
