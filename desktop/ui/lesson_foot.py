"""The way on at the end of a lesson: back to the one before, on to the next, the test or the certificate."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.model.path import StepState
from desktop.model.progress import CourseState, NextStep
from desktop.ui.icons import Icons
from desktop.ui.text.words import Line
from desktop.ui.widgets import CardButton, IconLabel, SplitRow, look
from desktop.ui.widgets.buttons import key_words, spoken_key

_BESIDE_EACH_OTHER = 560
"""Pixels (at 100 % text) that two titles need beside each other."""


class _Way(CardButton):
    """A button whose words wrap when a title is longer than the column; the arrow stands on the side it leads to."""

    def __init__(self, words: str, spoken: str, icons: Icons, *, onward: bool) -> None:
        super().__init__(spoken, margin=0)
        look(self, "primary" if onward else "secondary")
        self._words = Line(words)
        look(self._words, "on-accent" if onward else "action")
        arrow = IconLabel(
            icons.icon("arrow-right" if onward else "arrow-left", "on_accent" if onward else "accent"), 16
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        for widget in (self._words, arrow) if onward else (arrow, self._words):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if onward:
            row.addWidget(look(QLabel(key_words()), "key-cap"), 0, Qt.AlignmentFlag.AlignVCenter)
            self.setToolTip(spoken_key())
        self.add(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """A long title beside it may make it narrow, but not break its words."""
        least, metrics = super().minimumSizeHint(), self._words.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self._words.plain.split()), default=0)
        return least.expandedTo(QSize(least.width() - self._words.minimumSizeHint().width() + round(widest * 1.08), 0))


class Foot(SplitRow):
    """Two buttons, below each other where there is little room; rebuilt when what comes next has changed.

    lesson_chosen, test_chosen, certificate_chosen, course_chosen, step_chosen   where the learner wants to go
    """

    lesson_chosen = Signal(str)
    test_chosen = Signal()
    certificate_chosen = Signal()
    course_chosen = Signal()
    step_chosen = Signal(object)

    def __init__(
        self, icons: Icons, lesson_id: str, on_path: StepState | None = None, parent: QWidget | None = None
    ) -> None:
        """`on_path` is the step of the learner's path to go to instead of the course's next lesson."""
        super().__init__(_BESIDE_EACH_OTHER, parent, gap=12)
        self._on_path = on_path
        self._icons = icons
        self._here = lesson_id
        self._shown: tuple[object, ...] = ()
        self.back: CardButton | None = None
        self.onward: CardButton | None = None

    def show_state(self, state: CourseState) -> None:
        """Offer what comes before and after in this state of the course."""
        lessons = state.outline.lessons
        ids = [lesson.id for lesson in lessons]
        place = ids.index(self._here) if self._here in ids else 0
        before = lessons[place - 1] if place > 0 else None
        after = lessons[place + 1] if place + 1 < len(lessons) else None
        shown = (before, after, after is None and state.next_step)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        if before is not None:
            self.back = _Way(
                before.title, self.tr("Previous lesson: {title}").format(title=before.title), self._icons, onward=False
            )
            self.back.clicked.connect(lambda: self.lesson_chosen.emit(before.id))
            self.row.addWidget(self.back)
        self.row.addStretch(1)
        if self._on_path is not None:
            self.onward = self._along(self._on_path)
        elif after is not None:
            spoken = self.tr("Next lesson: {title}").format(title=after.title)
            self.onward = _Way(after.title, spoken, self._icons, onward=True)
            self.onward.clicked.connect(lambda: self.lesson_chosen.emit(after.id))
        else:
            self.onward = self._last(state)
        self.row.addWidget(self.onward)

    def _along(self, step: StepState) -> CardButton:
        """A lesson that the path asks for by itself leads on along the path, not into the rest of its course."""
        words = self.tr("Next on your path: {title}").format(title=step.title)
        button = _Way(words, words, self._icons, onward=True)
        button.clicked.connect(lambda: self.step_chosen.emit(step.step))
        return button

    def _last(self, state: CourseState) -> CardButton:
        """After the last lesson: certificate, test or the course's page, whichever is next."""
        if state.next_step is NextStep.CERTIFICATE:
            words, go = self.tr("Get your certificate"), self.certificate_chosen
        elif state.outline.quiz_id is not None and state.passed_on is None:
            words, go = self.tr("To the final test"), self.test_chosen
        else:
            words, go = self.tr("To the course page"), self.course_chosen
        button = _Way(words, words, self._icons, onward=True)
        button.clicked.connect(lambda: go.emit())
        return button

    def _clear(self) -> None:
        while self.row.count():
            item = self.row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.back = self.onward = None
