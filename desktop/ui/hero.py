"""The big card on home: what to go on with, how far it is, and the one primary action."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.model.path import PathState, StepState
from desktop.model.progress import CourseState, NextStep
from desktop.ui import cards, path_words, wording
from desktop.ui.kit import Kit
from desktop.ui.path_words import Marks
from desktop.ui.widgets import Card, FlowRow, PrimaryButton, ProgressRing, SplitRow, Text, Title, look


class Hero(Card):
    """Ring, words and button in a row, or below each other in a narrow window; `pressed` is its one action."""

    pressed = Signal()

    def __init__(self, kit: Kit, ring: ProgressRing, facts: FlowRow, title: str, lead: str, action: str) -> None:
        super().__init__(margin=28)
        split = SplitRow(620, gap=28)
        self.body.addWidget(split)
        split.row.addWidget(ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addLayout(facts)
        words.addWidget(Title(title))
        words.addWidget(look(Text(lead), "lead"))
        split.row.addLayout(words, 1)
        self.action = PrimaryButton(action, kit.icons.icon("enter", "on_accent"), trailing=True)
        self.action.clicked.connect(self.pressed)
        split.row.addWidget(self.action, 0, SplitRow.MIDDLE_LEFT)


def course_hero(kit: Kit, state: CourseState, marks: Marks, today: date) -> Hero:
    """A course, with the lesson or test that comes next in it."""
    name = QCoreApplication.translate("Hero", "Progress in {course}").format(course=state.outline.title)
    lesson = cards.next_lesson(state) if state.next_step is NextStep.LESSON else None
    place = cards.lesson_place(state, lesson) if lesson is not None else ""
    left = wording.minutes_left(state.minutes_left) if state.minutes_left else ""
    if marks.mandatory:
        badge = (path_words.mandatory(), "caution" if marks.overdue else "accent")
    else:
        badge = wording.status(state)
    return Hero(
        kit,
        ProgressRing(name, round(state.fraction * 100)),
        cards.facts_row(badge, path_words.until(marks, today), place, left),
        state.outline.title,
        cards.step_words(state),
        cards.action_words(state),
    )


def lesson_hero(kit: Kit, path: PathState, step: StepState) -> Hero:
    """A single lesson that is a step of the way; the ring tells how much of the way is done."""
    number = path.steps.index(step) + 1
    place = QCoreApplication.translate("Hero", "Step {number} of {total}").format(number=number, total=len(path.steps))
    done = path.minutes - path.minutes_left
    return Hero(
        kit,
        ProgressRing(
            QCoreApplication.translate("Hero", "Progress on your path"), round(100 * done / max(1, path.minutes))
        ),
        cards.facts_row(
            (QCoreApplication.translate("Hero", "Your path"), "info"), place, wording.minutes(step.minutes)
        ),
        step.title,
        QCoreApplication.translate("Hero", "A lesson from “{course}”").format(course=step.course.outline.title),
        QCoreApplication.translate("Hero", "Read the lesson"),
    )
