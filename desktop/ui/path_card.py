"""The learner's way as a list to work through: each step with its state, the next one marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.model.path import PathState, PathStep, StepState
from desktop.model.progress import CourseStatus
from desktop.ui import cards, path_words, wording
from desktop.ui.kit import Kit
from desktop.ui.path_words import NO_MARKS, Marks
from desktop.ui.widgets import Card, QuietButton, Rule

_AT_ONCE = 8
"""Rows that are shown without being asked for; a longer way shows where one is, with one step before and the next."""


_IN_FIRST_VIEW = 2
"""Rows that are made before the first painting."""


class PathCard(Card):
    """The steps of a path; `chosen` takes the step that was pressed."""

    chosen = Signal(object)

    def __init__(
        self,
        kit: Kit,
        path: PathState,
        marks: Mapping[str, Marks],
        today: date,
        proposed: PathStep | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margin=6, gap=0)
        self._kit = kit
        self._path = path
        self._marks = marks
        self._today = today
        self._next = proposed or next((s.step for s in path.steps if not s.done), None)
        self._shown = self._window()
        self.more: QuietButton | None = None
        for number in self._shown[:_IN_FIRST_VIEW]:
            self._add(number)
        self._waiting = list(self._shown[_IN_FIRST_VIEW:])
        # The rest when the window has been painted: a long way must not hold up what is above it.
        QTimer.singleShot(0, self, self._add_rest)

    def _add_rest(self) -> None:
        for number in self._waiting:
            self._add(number)
        self._waiting = []
        if len(self._shown) < len(self._path.steps):
            words = self.tr("Show all {count} steps").format(count=len(self._path.steps))
            self.more = QuietButton(words, self._kit.icons.icon("chevron-down", "muted"))
            self.more.clicked.connect(self.show_all)
            self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)

    def show_all(self) -> None:
        """Show every step; the keyboard goes on at the first."""
        if self.more is None:
            return
        while (item := self.body.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        self.more = None
        self._shown = range(len(self._path.steps))
        rows = [self._add(number) for number in self._shown]
        rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _window(self) -> range:
        count = len(self._path.steps)
        if count <= _AT_ONCE:
            return range(count)
        at = next((n for n, state in enumerate(self._path.steps) if state.step == self._next), 0)
        first = max(0, min(at - 1, count - _AT_ONCE + 1))
        return range(first, first + _AT_ONCE - 1)

    def _add(self, number: int) -> cards.StepRow:
        state = self._path.steps[number]
        if self.body.count():
            self.body.addWidget(Rule())
        word, tone, icon = self._state(state)
        icon_tone = {"circle": "muted", "dot": "info"}.get(icon, "accent")
        title = f"{number + 1}. {state.title}"
        # What every row says its icon says as well; words are left for the next step and for what is due.
        quiet = (icon, tone) in (("circle", "neutral"), ("check-circle", "good"))
        row = cards.StepRow(self._kit, icon, icon_tone, title, self._facts(state), word, tone, self, quiet=quiet)
        row.clicked.connect(lambda: self.chosen.emit(state.step))
        self.body.addWidget(row)
        return row

    def _state(self, state: StepState) -> tuple[str, str, str]:
        """A step's word, tone and icon."""
        said = None if state.step.lesson_id else path_words.badge(self._marks.get(state.step.course_id, NO_MARKS))
        if state.done:
            return (*(said or (self.tr("Done"), "good")), "check-circle")
        icon = "dot" if state.step == self._next else "circle"
        if said:
            return (*said, icon)
        if state.step == self._next:
            return self.tr("Next"), "info", icon
        begun = not state.step.lesson_id and state.course.status is not CourseStatus.NEW
        return (*(wording.status(state.course) if begun else (self.tr("Open"), "neutral")), icon)

    def _facts(self, state: StepState) -> str:
        outline = state.course.outline
        marks = Marks(mandatory=state.mandatory, until=state.until, overdue=state.overdue)
        wish = ""
        if state.mandatory:
            when = "" if state.done else path_words.until(marks, self._today)
            # "Mandatory course by 3 May" is one thing; that the day has passed is said on its own.
            wish = (
                wording.spoken_list(path_words.mandatory(), when)
                if state.overdue
                else f"{path_words.mandatory()} {when}".strip()
            )
        if state.step.lesson_id:
            kind = self.tr("Lesson from “{course}”").format(course=outline.title)
        elif outline.quiz_id is None:
            kind = self.tr("Course with {lessons}").format(lessons=wording.lessons(len(outline.lessons)))
        else:
            kind = self.tr("Course with {lessons} and a test").format(lessons=wording.lessons(len(outline.lessons)))
        left = 0 if state.done or state.step.lesson_id else state.course.minutes_left
        begun = 0 < left < state.minutes
        length = wording.minutes_left(left) if begun else wording.minutes(state.minutes)
        return wording.spoken_list(wish, kind, cards.unbroken(length))
