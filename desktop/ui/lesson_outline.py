"""The outline beside a lesson: all lessons with their state, the test at the end; as a column or as a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.icons import Icons
from desktop.ui.theme import scaled
from desktop.ui.widgets import CardButton, IconLabel, Text, look

WIDTH = 236
"""Pixels of the column at 100 % text."""


class _Row(CardButton):
    """A lesson or the test: icon and title, both together one button."""

    def __init__(self, title: str, spoken: str, icons: Icons, icon: str, ink: str, tone: str) -> None:
        super().__init__(spoken, margin=0)
        look(self, "outline-row")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(IconLabel(icons.icon(icon, ink), 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(look(Text(title), "outline-word", tone), 1)
        self.add(line)


class Outline(QFrame):
    """The lessons of a course around the one in view.

    lesson_chosen   a lesson was chosen, with its id
    test_chosen     the test was chosen
    course_chosen   the course's own page was chosen
    """

    lesson_chosen = Signal(str)
    test_chosen = Signal()
    course_chosen = Signal()

    def __init__(self, icons: Icons, lesson_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._here = lesson_id
        self._state: CourseState | None = None
        look(self, "outline")
        self.setAccessibleName(self.tr("Lessons of this course"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll)

    def show_state(self, state: CourseState) -> None:
        """Show how far the course is."""
        if state == self._state:
            return
        self._state = state
        inner = look(QWidget(), "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 28, 12, 20)
        column.setSpacing(1)
        title = look(Text(state.outline.title), "outline-title")
        title.setContentsMargins(8, 0, 8, 8)
        column.addWidget(title)
        for lesson in state.outline.lessons:
            words, icon, ink, tone = self._look_of(lesson.id, lesson.title)
            row = _Row(lesson.title, words, self._icons, icon, ink, tone)
            row.clicked.connect(lambda _=False, lesson_id=lesson.id: self.lesson_chosen.emit(lesson_id))
            column.addWidget(row)
        if state.outline.quiz_id is not None:
            column.addSpacing(12)
            column.addWidget(self._test_row(state))
        column.addStretch()
        # Replacing the focused row would throw the keyboard out of the window.
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        if had_focus:
            self._scroll.setFocus()

    def fit(self) -> None:
        """Take the width that suits the text size."""
        self.setFixedWidth(scaled(WIDTH))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the same lessons as a menu."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._state is None:
            return menu
        outline = self._state.outline
        menu.addAction(self.tr("About this course"), self.course_chosen.emit)
        menu.addSeparator()
        for lesson in outline.lessons:
            _, icon, ink, _ = self._look_of(lesson.id, lesson.title)
            title = lesson.title.replace("&", "&&")
            menu.addAction(
                self._icons.icon(icon, ink),
                f"{title} · {self._word(lesson.id)}",
                lambda lesson_id=lesson.id: self.lesson_chosen.emit(lesson_id),
            )
        if outline.quiz_id is not None:
            menu.addSeparator()
            menu.addAction(self._icons.icon(*self._test_icon()), self._test_title(), self.test_chosen.emit)
        return menu

    def _look_of(self, lesson_id: str, title: str) -> tuple[str, str, str, str]:
        """What is said of a lesson, its icon, the icon's colour and the tone of its words."""
        spoken = self.tr("{lesson}, {state}").format(lesson=title, state=self._word(lesson_id))
        if lesson_id == self._here:
            return spoken, "dot", "accent", "here"
        if self._state is not None and lesson_id in self._state.lessons_read:
            return spoken, "check", "ink", "done"
        return spoken, "circle", "muted", "open"

    def _word(self, lesson_id: str) -> str:
        if lesson_id == self._here:
            return self.tr("open now")
        read = self._state is not None and lesson_id in self._state.lessons_read
        return self.tr("read") if read else self.tr("not read yet")

    def _test_row(self, state: CourseState) -> _Row:
        passed = state.passed_on is not None
        word = self.tr("passed") if passed else self.tr("not passed yet")
        spoken = self.tr("{lesson}, {state}").format(lesson=self._test_title(), state=word)
        icon, ink = self._test_icon()
        row = _Row(self._test_title(), spoken, self._icons, icon, ink, "done" if passed else "open")
        row.clicked.connect(self.test_chosen)
        return row

    def _test_icon(self) -> tuple[str, str]:
        passed = self._state is not None and self._state.passed_on is not None
        return ("diamond-check", "ink") if passed else ("diamond", "muted")

    def _test_title(self) -> str:
        count = self._state.outline.quiz_select if self._state else 0
        return wording.spoken_list(self.tr("Final test"), wording.questions(count) if count else "")
