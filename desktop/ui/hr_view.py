"""What HR sees: the exact contents of a certificate, read from its file, before it is handed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.model.certificate import IssuedCertificate, Verdict, VerdictName
from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence
from desktop.ui import claim_cards
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowRow,
    IconLabel,
    LinkButton,
    PrimaryButton,
    ScrollPage,
    SecondaryButton,
    Text,
    Title,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class HrViewScreen(Screen):
    """Says what is in the very file and what never is, and lets it go out; `actions` is the row of buttons.

    A file that is no longer as it was issued is said to be so, and cannot be handed over from here.
    """

    def __init__(
        self, kit: Kit, workspace: Workspace, certificate: IssuedCertificate, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        self._certificate = certificate
        self._first: QWidget | None = None
        verdict = workspace.certificates.contents(certificate)
        page = ScrollPage(width=800)
        self.frame.addWidget(page)
        self._column = page.column
        back = LinkButton(self.tr("Certificates"), icon=kit.icons.icon("arrow-left", "accent"))
        back.clicked.connect(self.certificates_wanted)
        self._column.addWidget(back)
        self._column.addSpacing(-4)
        self._column.addWidget(Display(self.heading()))
        self.actions = FlowRow(gap=12)
        if verdict.name is VerdictName.SEALED and verdict.claims is not None:
            self._lay_open(verdict)
        else:
            self._say_altered()
        self._column.addStretch(1)

    def heading(self) -> str:
        return self.tr("What HR sees")

    def first_focus(self) -> QWidget | None:
        return self._first

    def export_to(self, target: Path) -> None:
        """Copy the sealed file to the place chosen and say where it lies; an error becomes a sentence."""
        try:
            path = self._workspace.certificates.export(self._certificate, target, overwrite=True)
        except KlartextError as error:
            self.failed.emit(error)
            return
        text = self.tr("Saved as {file}.").format(file=path.name)
        self.said.emit(Sentence(text, self.tr("In the folder {folder}.").format(folder=path.parent)), "good")

    def _lay_open(self, verdict: Verdict) -> None:
        words = self.tr("All of this is in the file “{course}”, and nothing else. It was read from the file itself.")
        lead = words.format(course=self._certificate.claims.course_title)
        self._column.addWidget(look(Text(lead), "lead"))
        self._column.addLayout(self._checked())
        self._fill_actions()
        self._column.addLayout(self.actions)
        self._column.addSpacing(4)
        assert verdict.claims is not None
        number = self._workspace.certificates.number(self._certificate)
        sheet = self._certificate.sheet
        self._column.addWidget(
            claim_cards.contents(verdict.claims, sheet, number=number, fingerprint=verdict.fingerprint)
        )
        self._column.addWidget(claim_cards.absent(self.kit))

    def _checked(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self.kit.icons.icon("check-circle", "good"), 18), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("The seal is whole: HR’s check comes to the same result.")
        row.addWidget(look(Text(words), "good-text"), 1)
        return row

    def _fill_actions(self) -> None:
        self.save_button = PrimaryButton(self.tr("Save as PDF …"), self.kit.icons.icon("export", "on_accent"))
        self.save_button.clicked.connect(self._ask_where)
        show = SecondaryButton(self.tr("Open PDF"), self.kit.icons.icon("document", "accent"))
        show.clicked.connect(self._open_pdf)
        self._first = self.save_button
        self.actions.addWidget(self.save_button)
        self._add_hr_folder()
        self.actions.addWidget(show)

    def _add_hr_folder(self) -> None:
        """The way into the HR department's folder, where the employer has named one."""
        folder = self._workspace.hr_folder
        if folder is None:
            return
        from desktop.ui.hr_button import HrButton

        button = HrButton(self.kit, folder, self._certificate)
        button.told.connect(self.said)
        button.failed.connect(self.failed)
        self.actions.addWidget(button)

    def _say_altered(self) -> None:
        card = Card(margin=28, gap=10)
        card.body.addWidget(Title(self.tr("This file is no longer as it was issued")))
        words = self.tr(
            "HR’s check would reject it. Delete it from the folder: Klartext makes it anew, with the same contents, "
            "the next time you come here."
        )
        card.body.addWidget(Text(words))
        button = SecondaryButton(self.tr("Open the folder"), self.kit.icons.icon("folder", "accent"))
        button.clicked.connect(lambda: self._open_path(self._workspace.certificates.folder))
        card.body.addSpacing(4)
        card.body.addWidget(button)
        self._first = button
        self._column.addWidget(card)

    def _ask_where(self) -> None:
        name = self._workspace.certificates.proposed_name(self._certificate)
        target, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export certificate"), str(Path.home() / name), self.tr("PDF files (*.pdf)")
        )
        if target:
            self.export_to(Path(target))

    def _open_pdf(self) -> None:
        try:
            path = self._workspace.certificates.pdf_path(self._certificate)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._open_path(path)

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program on this device opens it.")
            self.said.emit(Sentence(text, self.tr("It lies here: {path}").format(path=path)), "note")
