"""Cards about courses and lessons that home, the courses list and the course page share."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.model.outline import LessonOutline
from desktop.model.progress import CourseState, CourseStatus, NextStep
from desktop.rendering.html import escaped
from desktop.ui import path_words, wording
from desktop.ui.kit import Kit
from desktop.ui.path_words import NO_MARKS, Marks
from desktop.ui.widgets import Badge, CardButton, CardTitle, FlowRow, IconLabel, Muted, ProgressBar, Text, look


def course_card(
    state: CourseState, *, with_summary: bool = False, marks: Marks = NO_MARKS, today: date | None = None
) -> CardButton:
    """A course as a card to press: badges, title, whom it is for, facts, progress; `today` words a day in `marks`."""
    outline = state.outline
    word, tone = path_words.badge(marks) or wording.status(state)
    wish = path_words.mandatory() if marks.mandatory else ""
    when = path_words.until(marks, today or marks.until or date.min)
    done = wording.percent(state.fraction)
    card = CardButton(wording.spoken_list(outline.title, f"{wish} {when}".strip(), word, done))
    card.add(_badges((wish, "caution" if marks.overdue else "accent"), (word, tone)) if wish else Badge(word, tone))
    card.body.addSpacing(2)
    card.add(CardTitle(outline.title))
    whom = path_words.audience(outline.audience)
    amount = wording.lessons(len(outline.lessons))
    length = wording.minutes(outline.minutes)
    card.add(Muted(wording.spoken_list(when, whom, unbroken(amount), unbroken(length))))
    if with_summary and outline.summary:
        card.add(look(Text(outline.summary), "small"))
    card.body.addStretch(1)
    card.body.addSpacing(4)
    name = QCoreApplication.translate("Cards", "Progress in {course}").format(course=outline.title)
    card.add(ProgressBar(name, round(state.fraction * 100)))
    return card


def unbroken(words: str) -> str:
    """A number with its unit, kept on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _badges(*badges: tuple[str, str]) -> QWidget:
    """Badges side by side, as far as there is room."""
    holder = QWidget()
    row = FlowRow(holder, gap=8)
    for word, tone in badges:
        row.addWidget(Badge(word, tone))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def facts_row(badge: tuple[str, str], *parts: str) -> FlowRow:
    """A badge, and what else is to be known beside it."""
    row = FlowRow(gap=8)
    row.addWidget(Badge(*badge))
    if words := wording.spoken_list(*parts):
        row.addWidget(_Facts(words))
    return row


class _Facts(Muted):
    """On one line in a row that breaks, and wrapped where even a line of its own is too short.

    A wrapping label by itself would ask for too little width. The lines stand close: the reading line height would
    leave room below the last one, and the words would hang above the middle of the badge.
    """

    def _dress(self) -> None:
        self.setText(f'<p style="margin:0">{escaped(self.words())}</p>')
        self.setAccessibleName(self.words())

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.words()) + metrics.averageCharWidth(), metrics.height())


def lesson_state(state: CourseState, lesson: LessonOutline) -> tuple[str, str, str]:
    """A lesson's word, tone and icon."""
    if lesson.id in state.lessons_read:
        return QCoreApplication.translate("Cards", "Read"), "good", "check-circle"
    if state.next_step is NextStep.LESSON and lesson.id == state.lesson_id:
        return QCoreApplication.translate("Cards", "Next"), "info", "dot"
    return QCoreApplication.translate("Cards", "Open"), "neutral", "circle"


def lesson_card(state: CourseState, lesson: LessonOutline) -> CardButton:
    """A lesson as a card to press."""
    word, tone, _icon = lesson_state(state, lesson)
    place = lesson_place(state, lesson)
    card = CardButton(wording.spoken_list(place, lesson.title, word), gap=6)
    card.add(Badge(word, tone))
    card.body.addSpacing(2)
    card.add(CardTitle(lesson.title))
    card.body.addStretch(1)
    card.add(Muted(wording.spoken_list(place, wording.minutes(lesson.minutes))))
    return card


def lesson_place(state: CourseState, lesson: LessonOutline) -> str:
    """Where a lesson stands: Lesson 4 of 6."""
    number = state.outline.lessons.index(lesson) + 1
    words = QCoreApplication.translate("Cards", "Lesson {number} of {total}")
    return words.format(number=number, total=len(state.outline.lessons))


def next_lesson(state: CourseState) -> LessonOutline | None:
    """The lesson to go on with, if that is the next step."""
    return next((lesson for lesson in state.outline.lessons if lesson.id == state.lesson_id), None)


def action_words(state: CourseState) -> str:
    """What the one primary action of a course is called now."""
    words = {
        NextStep.LESSON: QCoreApplication.translate("Cards", "Continue learning"),
        NextStep.TEST: QCoreApplication.translate("Cards", "Start the test"),
        NextStep.RESUME_TEST: QCoreApplication.translate("Cards", "Continue the test"),
        NextStep.CERTIFICATE: QCoreApplication.translate("Cards", "To the certificate"),
        NextStep.NOTHING: QCoreApplication.translate("Cards", "Read again"),
    }
    if state.status is CourseStatus.NEW and state.next_step is NextStep.LESSON:
        return QCoreApplication.translate("Cards", "Start the course")
    return words[state.next_step]


def step_words(state: CourseState) -> str:
    """What comes next in a course, in words: the lesson's title, or what the test is."""
    lesson = next_lesson(state)
    if state.next_step is NextStep.LESSON and lesson is not None:
        return lesson.title
    words = {
        NextStep.TEST: QCoreApplication.translate("Cards", "All lessons read. The test comes next."),
        NextStep.RESUME_TEST: QCoreApplication.translate("Cards", "The test waits where you left it."),
        NextStep.CERTIFICATE: QCoreApplication.translate(
            "Cards", "Lessons read, test passed. The certificate is yours."
        ),
    }
    return words.get(state.next_step, QCoreApplication.translate("Cards", "Everything in this course is done."))


class StepRow(CardButton):
    """A row of a list to press: icon, title with facts below, a word on the right.

    A `quiet` row leaves the word to the icon, where it would say the same in every row; it is still read out.
    """

    def __init__(
        self,
        kit: Kit,
        icon: str,
        icon_tone: str,
        title: str,
        facts: str,
        word: str,
        tone: str,
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__(wording.spoken_list(title, facts, word), parent, margin=0, gap=0)
        look(self, "row")
        self.body.setContentsMargins(16, 12, 16, 12)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(IconLabel(kit.icons.icon(icon, icon_tone), 22))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(look(Text(title), "strong"))
        if facts:
            words.addWidget(Muted(facts))
        row.addLayout(words, 1)
        if not quiet:
            row.addWidget(Badge(word, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.add(holder)
