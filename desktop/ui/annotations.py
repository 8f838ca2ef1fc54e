"""The list of all notes, highlights and bookmarks: to look through, to open at their place, to take elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.app.annotations import CourseNotes
from desktop.app.search import fold
from desktop.model.annotation import Annotation
from desktop.model.errors import KlartextError
from desktop.ui.annotations_rows import AnnotationRow, LessonNotesCard
from desktop.ui.annotations_text import as_text, course_title, lesson_title
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Banner,
    Card,
    Display,
    Heading,
    LinkButton,
    Muted,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

AT_ONCE = 120
"""Rows that are shown before one asks for more."""


class AnnotationsScreen(Screen):
    """Everything by course and lesson, with a filter; what was deleted last can be taken back.

    note_wanted   an annotation was chosen: course, lesson and its id
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._annotations = workspace.annotations
        self._all = self._annotations.all(kit.language)
        self._most = AT_ONCE
        self._list: QWidget | None = None
        self.rows: dict[str, AnnotationRow] = {}
        self.page = ScrollPage(width=760)
        self.frame.addWidget(self.page)
        column = self.page.column
        column.addWidget(Display(self.heading()))
        self._tools = self._make_tools()
        column.addWidget(self._tools)
        self._done = self._make_done()
        column.addWidget(self._done)
        self.courses_button = PrimaryButton(self.tr("To the courses"))
        self.courses_button.clicked.connect(self.courses_wanted)
        self._empty = self._make_empty()
        column.addWidget(self._empty)
        column.addStretch(1)
        self._show()

    def heading(self) -> str:
        return self.tr("Notes")

    def first_focus(self) -> QWidget | None:
        return self.field if self._all else self.courses_button

    # Building ---------------------------------------------------------------------------------------------------

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        lead = self.tr("What you highlighted, noted and bookmarked. Nobody but you reads it.")
        column.addWidget(look(Text(lead), "lead"))
        split = SplitRow(480, gap=12)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter"))
        self.field.setAccessibleName(self.tr("Filter the notes"))
        self.field.setMaxLength(120)
        self.field.textChanged.connect(self._filter)
        split.row.addWidget(self.field, 1)
        self.copy_button = SecondaryButton(self.tr("Copy all as text"), self.kit.icons.icon("document", "accent"))
        self.copy_button.clicked.connect(self._copy)
        split.row.addWidget(self.copy_button, 0, SplitRow.MIDDLE_LEFT)
        column.addWidget(split)
        return tools

    def _make_done(self) -> QWidget:
        """What was just done, and the way back from it."""
        banner = Banner("note")
        self.done_words = Text()
        self.undo_button = LinkButton(self.tr("Undo"))
        banner.row.addWidget(self.done_words, 1)
        banner.row.addWidget(self.undo_button)
        banner.hide()
        self.undo_button.clicked.connect(self._put_back)
        self._removed: Annotation | None = None
        return banner

    def _make_empty(self) -> QWidget:
        card = Card(margin=28, gap=10)
        card.body.addWidget(Heading(self.tr("No notes yet")))
        card.body.addWidget(Text(self.tr("In a lesson, select a passage and choose “Highlight” or “Note”.")))
        keys = self.tr(
            "With the keyboard: F7 brings a caret, Shift and the arrows select, Ctrl+Shift+H highlights, Ctrl+Shift+N "
            "adds a note. Ctrl+D sets a bookmark."
        )
        card.body.addWidget(Muted(keys))
        card.body.addSpacing(4)
        card.body.addWidget(self.courses_button)
        return card

    def _show(self) -> None:
        """Make the list anew."""
        column = self.page.column
        if self._list is not None:
            column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self.rows = {}
        self._tools.setVisible(bool(self._all))
        self._empty.setVisible(not self._all)
        self._list = QWidget()
        self._fill(QVBoxLayout(self._list), self._wanted())
        column.insertWidget(column.indexOf(self._empty), self._list)

    def _fill(self, column: QVBoxLayout, courses: tuple[CourseNotes, ...]) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        left = self._most
        for course in courses:
            if left > 0:
                column.addWidget(Heading(course_title(course)))
            for lesson in course.lessons:
                shown = lesson.annotations[: max(left, 0)]
                left -= len(lesson.annotations)
                if shown:
                    card = LessonNotesCard(self.kit, lesson, shown)
                    card.opened.connect(self._open)
                    card.removal_wanted.connect(self._remove)
                    column.addWidget(card)
                    self.rows |= card.rows
        if left < 0:
            more = SecondaryButton(self.tr("Show {count} more").format(count=-left))
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        if self._all and not courses:
            column.addWidget(Text(self.tr("Nothing fits “{words}”.").format(words=self.field.text())))

    # Doing ------------------------------------------------------------------------------------------------------

    def _wanted(self) -> tuple[CourseNotes, ...]:
        """What fits the filter."""
        form = " ".join(fold(self.field.text()).split())
        return tuple(_filtered(self._all, form)) if form else self._all

    def _filter(self) -> None:
        self._most = AT_ONCE
        self._show()
        count = sum(len(lesson.annotations) for course in self._wanted() for lesson in course.lessons)
        announce(self.field, self.tr("{count} notes").format(count=count))

    def _show_more(self) -> None:
        before = len(self.rows)
        self._most += AT_ONCE
        self._show()
        following = list(self.rows.values())[before:]
        if following:
            (following[0].focus_stop()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._wanted()))
        self._say(self.tr("Copied. Paste it wherever you need it."))

    def _open(self, one: Annotation) -> None:
        self.note_wanted.emit(one.course_id, one.lesson_id, one.id)

    def _remove(self, one: Annotation) -> None:
        try:
            self._removed = self._annotations.remove(one.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._renew()
        self._say(self.tr("Deleted."), undo=True)
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        if self._removed is None:
            return
        try:
            back = self._annotations.restore(self._removed)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._removed = None
        self._done.hide()
        self._renew()
        row = self.rows.get(back.id)
        (row.focus_stop() if row is not None else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self) -> None:
        self._all = self._annotations.all(self.kit.language)
        self._show()

    def _say(self, words: str, *, undo: bool = False) -> None:
        self.done_words.set_words(words)
        self.undo_button.setVisible(undo)
        self._done.show()
        announce(self, words)


def _filtered(courses: tuple[CourseNotes, ...], form: str) -> Iterator[CourseNotes]:
    for course in courses:
        lessons = []
        for lesson in course.lessons:
            around = f"{course_title(course)} {lesson_title(lesson.title, lesson.lesson_id)}"
            fitting = tuple(one for one in lesson.annotations if form in _form_of(one, around))
            if fitting:
                lessons.append(replace(lesson, annotations=fitting))
        if lessons:
            yield replace(course, lessons=tuple(lessons))


def _form_of(one: Annotation, around: str) -> str:
    quote = one.passage.quote if one.passage is not None else ""
    return " ".join(fold(f"{quote} {one.words} {around}").split())
