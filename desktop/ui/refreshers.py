"""Refreshing: what is due today and from which courses, or why nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    Heading,
    Muted,
    PrimaryButton,
    ScrollPage,
    SplitRow,
    Text,
    Title,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class RefreshersScreen(Screen):
    """One card: the questions of today by course, with the button that begins, or what comes when.

    refresher_round_wanted   the learner begins
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        page = ScrollPage(width=720)
        self.frame.addWidget(page)
        page.column.addWidget(Display(self.heading()))
        lead = self.tr("What you answered once comes back before it fades, ten questions a day at most.")
        page.column.addWidget(look(Text(lead), "lead"))
        page.column.addSpacing(4)
        # The session and not the cards alone: what is announced here is what can be asked.
        counts: dict[str, int] = {}
        for question in workspace.refreshers.session(kit.language):
            counts[question.course_title] = counts.get(question.course_title, 0) + 1
        self.action_button: QAbstractButton | None = None
        page.column.addWidget(self._due(counts) if counts else self._nothing_due())
        promise = self.tr(
            "What you answer here changes no test result and no certificate. Klartext never calls for you: "
            "it sends no notifications, and nobody learns whether you were here."
        )
        page.column.addSpacing(4)
        page.column.addWidget(Muted(promise))
        page.column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Refresh")

    def first_focus(self) -> QWidget | None:
        return self.action_button

    def next_step(self) -> QAbstractButton | None:
        return self.action_button

    def _due(self, counts: dict[str, int]) -> QWidget:
        card = Card(name="soft-card", margin=28, gap=10)
        count = sum(counts.values())
        words = self.tr("One question for today") if count == 1 else self.tr("{count} questions for today")
        card.body.addWidget(Title(words.format(count=count)))
        card.body.addSpacing(4)
        for title, own in counts.items():
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(Text(title), 1)
            row.addWidget(look(QLabel(wording.questions(own)), "lead"), 0, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(row)
        card.body.addSpacing(8)
        begin = PrimaryButton(self.tr("Begin"), self.kit.icons.icon("enter", "on_accent"), trailing=True)
        begin.setAccessibleDescription(words.format(count=count))
        begin.clicked.connect(self.refresher_round_wanted)
        card.body.addWidget(begin, 0, SplitRow.MIDDLE_LEFT)
        self.action_button = begin
        begin.show_key()
        return card

    def _nothing_due(self) -> QWidget:
        outlook = self._workspace.refreshers.outlook(self.kit.language)
        if not outlook.begun:
            words = self.tr(
                "Answer the questions in a lesson or in a test; those you miss come back here the next day."
            )
            return self._card(self.tr("Nothing to refresh yet"), words, courses=True)
        if outlook.out_of_reach:
            words = self.tr(
                "Your questions belong to courses that cannot be reached now. They wait until these are back."
            )
            return self._card(self.tr("Nothing can be asked now"), words)
        if outlook.clock_behind:
            words = self.tr(
                "The clock of this device shows a day before your last answers. Once it is right, your questions come "
                "back when they are due; nothing is lost."
            )
            return self._card(self.tr("Nothing is due by this clock"), words)
        if outlook.in_test:
            words = self.tr("What is due stands in a test you have begun, and waits until you have handed it in.")
            return self._card(self.tr("Nothing is due beside your test"), words, courses=True)
        words = self.tr("Every question you know is still fresh.")
        if outlook.next_day is not None:
            words = wording.next_questions(outlook.next_day, self._workspace.refreshers.today())
        return self._card(self.tr("Nothing is due today"), words, courses=True)

    def _card(self, title: str, words: str, *, courses: bool = False) -> QWidget:
        card = Card(margin=28, gap=10)
        card.body.addWidget(Heading(title))
        card.body.addWidget(Text(words))
        if courses:
            card.body.addSpacing(8)
            button = PrimaryButton(self.tr("To the courses"))
            button.clicked.connect(self.courses_wanted)
            card.body.addWidget(button)
            self.action_button = button
        return card
