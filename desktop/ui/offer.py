"""What the certificate will say, shown before it is issued, and the button that issues it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.certificate import Claims, Sheet
from desktop.model.errors import KlartextError
from desktop.ui import cards, claim_cards, wording
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.language import LANGUAGES
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowGrid,
    FlowRow,
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
        fingerprint = workspace.certificates.fingerprint()
        column.addWidget(claim_cards.contents(claims, sheet, number="", fingerprint=fingerprint))
        column.addWidget(claim_cards.absent(kit))
        column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Your certificate")

    def first_focus(self) -> QWidget | None:
        return self.issue_button

    def next_step(self) -> QAbstractButton | None:
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
                # Two lines at most, broken between the two.
                f"{cards.unbroken(wording.minutes(sheet.minutes))}, {cards.unbroken(wording.lessons(sheet.lessons))}",
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
