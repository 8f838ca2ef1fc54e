"""The parts of the list of notes: a card for each lesson with one row for each thing noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.annotations import LessonNotes
from desktop.model.annotation import Annotation
from desktop.ui.annotations_text import lesson_title, quoted
from desktop.ui.kit import Kit
from desktop.ui.notes.marks import shortened
from desktop.ui.widgets import Card, CardButton, CardTitle, IconLabel, Muted, QuietButton, Rule, Text, look

_LONGEST = 400
"""Letters of a note that the list shows; the rest is read in the lesson."""


class AnnotationRow(QWidget):
    """One annotation: press it to open it at its place, or delete it.

    opened, removal_wanted
    """

    opened = Signal()
    removal_wanted = Signal()

    def __init__(self, kit: Kit, one: Annotation, where: str, *, there: bool) -> None:
        """`where` names the lesson for those who hear the row alone; `there` says that it can be opened."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        quote = quoted(shortened(one.passage.quote)) if one.passage is not None else ""
        words = one.words if len(one.words) <= _LONGEST else one.words[:_LONGEST].rsplit(" ", 1)[0] + " …"
        kind, icon = self._kind(one)
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(12)
        inside.addWidget(IconLabel(kit.icons.icon(icon, "accent"), 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        if quote:
            column.addWidget(Text(quote) if not words else Muted(quote))
        if words or one.bookmark:
            column.addWidget(Text(words or kind))
        inside.addLayout(column, 1)
        self.button: CardButton | None = None
        if there:
            self.button = look(CardButton(". ".join(filter(None, (kind, quote, words, where))), margin=0), "row")
            self.button.add(line)
            self.button.clicked.connect(self.opened)
            row.addWidget(self.button, 1)
        else:
            row.addWidget(line, 1)
        self.delete_button = look(QuietButton("", kit.icons.icon("trash", "muted")), "tool")
        delete = self.tr("Delete: {what}").format(what=shortened(words or quote or kind))
        self.delete_button.setAccessibleName(delete)
        self.delete_button.setToolTip(self.tr("Delete"))
        self.delete_button.clicked.connect(self.removal_wanted)
        row.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)

    def focus_stop(self) -> QWidget:
        """What has the keyboard first in this row."""
        return self.button or self.delete_button

    def _kind(self, one: Annotation) -> tuple[str, str]:
        if one.bookmark:
            return self.tr("Bookmark"), "bookmark-set"
        return (self.tr("Note"), "sticky-note") if one.words else (self.tr("Highlight"), "marker")


class LessonNotesCard(Card):
    """What was noted in one lesson.

    opened, removal_wanted   with the annotation
    """

    opened = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, kit: Kit, lesson: LessonNotes, shown: tuple[Annotation, ...]) -> None:
        super().__init__(margin=16, gap=6)
        title = lesson_title(lesson.title, lesson.lesson_id)
        self.body.addWidget(CardTitle(title))
        self.rows: dict[str, AnnotationRow] = {}
        for number, one in enumerate(shown):
            if number:
                self.body.addWidget(Rule())
            row = AnnotationRow(kit, one, title, there=bool(lesson.title))
            row.opened.connect(lambda one=one: self.opened.emit(one))
            row.removal_wanted.connect(lambda one=one: self.removal_wanted.emit(one))
            self.body.addWidget(row)
            self.rows[one.id] = row
