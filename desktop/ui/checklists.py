"""The checklists of a course as rows to press, each of which leads to paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.model.course import Course
from desktop.rendering import paper
from desktop.ui import cards
from desktop.ui.kit import Kit
from desktop.ui.widgets import Card, Rule


def checklist_rows(kit: Kit, course: Course, wanted: Callable[[str], object]) -> QWidget | None:
    """A row for every lesson with a checklist worth printing; `wanted` takes its id. None where there is none."""
    found = [(lesson, paper.count_tasks(lesson.blocks)) for lesson in course.lessons]
    sheets = [(lesson, count) for lesson, count in found if count >= paper.SHEET_TASKS]
    if not sheets:
        return None
    card = Card(margin=6, gap=0)
    for number, (lesson, count) in enumerate(sheets):
        if number:
            card.body.addWidget(Rule())
        facts = QCoreApplication.translate("Checklists", "{count} points").format(count=count)
        word = QCoreApplication.translate("Checklists", "Print")
        row = cards.StepRow(kit, "print", "muted", lesson.title, facts, word, "neutral")
        row.clicked.connect(lambda _=False, lesson_id=lesson.id: wanted(lesson_id))
        card.body.addWidget(row)
    return card
