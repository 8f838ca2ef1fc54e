"""What the certificate will say, shown before it is issued, and the button that issues it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.certificate import Claims, Sheet
from desktop.model.errors import KlartextError
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.language import LANGUAGES
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowGrid,
    FlowRow,
    Heading,
    IconLabel,
    LinkButton,
    Muted,
    Overline,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
    Text,
    Wordmark,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class OfferScreen(Screen):
    """A drawing of the sheet with its real words, what is in the record and what never is."""

    def __init__(self, kit: Kit, workspace: Workspace, course_id: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        self._course_id = course_id
        claims, sheet = workspace.certificates.preview(course_id, kit.language)
        page = ScrollPage(width=800)
        self.frame.addWidget(page)
        column = page.column
        back = LinkButton(self.tr("Certificates"), icon=kit.icons.icon("arrow-left", "accent"))
        back.clicked.connect(self.certificates_wanted)
        column.addWidget(back)
        column.addSpacing(-4)
        column.addWidget(Display(self.heading()))
        column.addWidget(look(Text(self.tr("Look it over: once issued, it stays as it is.")), "lead"))
        column.addWidget(self._sheet(claims, sheet))
        column.addLayout(self._actions())
        column.addSpacing(8)
        column.addLayout(self._lists())
        column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Your certificate")

    def first_focus(self) -> QWidget | None:
        return self.issue_button

    def _sheet(self, claims: Claims, sheet: Sheet) -> QWidget:
        card = Card(name="sheet", margin=32, gap=10)
        top = QHBoxLayout()
        top.addWidget(Wordmark())
        top.addStretch(1)
        top.addWidget(look(QLabel(sheet.organisation), "lead"))
        card.body.addLayout(top)
        card.body.addSpacing(20)
        card.body.addWidget(look(Overline(self.tr("CERTIFICATE OF PARTICIPATION")), "overline", "good"))
        card.body.addWidget(Display(claims.name))
        words = self.tr("has completed the course “{course}” and passed the final test.")
        card.body.addWidget(look(Text(words.format(course=claims.course_title)), "lead"))
        card.body.addSpacing(16)
        grid = FlowGrid(min_card=150, max_columns=4, gap=16)
        for name, value in self._facts(claims, sheet):
            grid.addWidget(_fact(name, value))
        card.body.addLayout(grid)
        card.body.addSpacing(20)
        card.body.addWidget(Muted(self.tr("Made by the participant on their own device. HR checks it offline.")))
        return card

    def _facts(self, claims: Claims, sheet: Sheet) -> list[tuple[str, str]]:
        until = wording.day(claims.valid_until) if claims.valid_until else self.tr("without end")
        language = LANGUAGES.get(claims.language, claims.language)
        facts = [
            (self.tr("Completed on"), wording.day(claims.completed)),
            (self.tr("Valid until"), until),
            (self.tr("Course version"), wording.spoken_list(claims.course_version, language)),
            (
                self.tr("Amount"),
                wording.spoken_list(wording.minutes(sheet.minutes), wording.lessons(sheet.lessons)),
            ),
        ]
        if claims.personnel_ref:
            facts.append((self.tr("Personnel reference"), claims.personnel_ref))
        return facts

    def _actions(self) -> FlowRow:
        row = FlowRow(gap=12)
        self.issue_button = PrimaryButton(self.tr("Issue certificate"), self.kit.icons.icon("certificate", "on_accent"))
        self.issue_button.clicked.connect(self._begin)
        later = SecondaryButton(self.tr("Later"))
        later.clicked.connect(self.certificates_wanted)
        row.addWidget(self.issue_button)
        row.addWidget(later)
        return row

    def _lists(self) -> FlowGrid:
        grid = FlowGrid(min_card=300, max_columns=2)
        inside = [
            self.tr("your name and, if you gave one, your personnel reference"),
            self.tr("the course, its version and language, the day of completion"),
            self.tr("that the test was passed, and until when this counts"),
            self.tr("the public key of this device"),
        ]
        outside = [
            self.tr("your score, your answers, the number of attempts"),
            self.tr("clock times and how long you took"),
            self.tr("e-mail address, department, name of the computer"),
            self.tr("your settings"),
        ]
        grid.addWidget(self._list(self.tr("What is in it"), inside, "check", "accent"))
        grid.addWidget(self._list(self.tr("What is never in it"), outside, "cross", "risk"))
        return grid

    def _list(self, title: str, lines: list[str], icon: str, tone: str) -> QWidget:
        card = Card(gap=8)
        card.body.addWidget(Heading(title))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel(self.kit.icons.icon(icon, tone), 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(look(Text(line), "small"), 1)
            card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _begin(self) -> None:
        self.issue_button.setEnabled(False)
        self.issue_button.setText(self.tr("Issuing …"))
        announce(self, self.tr("The certificate is being made."))
        # One turn of the event loop, so that the words above are on screen while the sheet is typeset.
        QTimer.singleShot(20, self, self._finish)

    def _finish(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            certificate = self._workspace.certificates.issue(self._course_id, self.kit.language)
        except KlartextError as error:
            self.issue_button.setEnabled(True)
            self.issue_button.setText(self.tr("Issue certificate"))
            self.failed.emit(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.issued.emit(certificate)


def _fact(name: str, value: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Muted(name))
    column.addWidget(look(Text(value), "strong"))
    column.addStretch(1)
    return holder
