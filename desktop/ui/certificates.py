"""The certificates: those that wait to be issued, those at hand with what counts today, and how to renew them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.certificates import CertificateStatus, CertificateView
from desktop.model.certificate import IssuedCertificate
from desktop.model.errors import KlartextError
from desktop.model.progress import CourseState, NextStep
from desktop.rendering.sentences import Sentence
from desktop.ui import certificate_words, wording
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Badge,
    Card,
    CardTitle,
    Display,
    FlowRow,
    Heading,
    IconLabel,
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


class CertificatesScreen(Screen):
    """Offers first, then every certificate with its day, validity and number."""

    def __init__(
        self,
        kit: Kit,
        workspace: Workspace,
        *,
        fresh: IssuedCertificate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`fresh` is a certificate issued a moment ago; it stands first and says so."""
        super().__init__(kit, parent)
        self._workspace = workspace
        self._fresh = fresh
        self._first: QWidget | None = None
        page = ScrollPage(width=860)
        self.frame.addWidget(page)
        column = page.column
        column.addWidget(Display(self.heading()))
        for state in self._offers():
            column.addWidget(self._offer(state))
        issued = workspace.certificates.listed(kit.language)
        for view in issued:
            column.addWidget(self._certificate(view))
        if not issued and self._first is None:
            column.addWidget(self._empty())
        if issued:
            column.addWidget(self._folder_row())
        column.addSpacing(8)
        column.addWidget(self._honest_word())
        column.addStretch(1)

    def heading(self) -> str:
        return self.tr("Certificates")

    def first_focus(self) -> QWidget | None:
        return self._first

    def _offers(self) -> tuple[CourseState, ...]:
        courses = self._workspace.overview(self.kit.language).courses
        return tuple(state for state in courses if state.next_step is NextStep.CERTIFICATE)

    def _offer(self, state: CourseState) -> QWidget:
        card = Card(name="soft-card", margin=24)
        split = SplitRow(520)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(CardTitle(state.outline.title))
        words.addWidget(Text(self.tr("Completed. Your certificate is ready to be issued.")))
        split.row.addLayout(words, 1)
        button = PrimaryButton(self.tr("See it and issue it"))
        button.setAccessibleName(
            self.tr("See and issue the certificate for {course}").format(course=state.outline.title)
        )
        button.clicked.connect(lambda: self.certificate_wanted.emit(state.outline.id))
        split.row.addWidget(button, 0, SplitRow.MIDDLE_LEFT)
        card.body.addWidget(split)
        self._first = self._first or button
        return card

    def _certificate(self, view: CertificateView) -> QWidget:
        certificate = view.certificate
        claims = certificate.claims
        card = Card(margin=24, gap=12)
        split = SplitRow(420, gap=20)
        tone = "muted" if view.status in (CertificateStatus.RENEWED, CertificateStatus.EXPIRED) else "accent"
        split.row.addWidget(IconLabel(self.kit.icons.icon("certificate", tone), 36), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        if certificate == self._fresh:
            words.addWidget(look(Text(self.tr("Just issued")), "good-text"))
            words.addSpacing(2)
            announce(self, self.tr("The certificate has been issued."))
        word, badge_tone = certificate_words.badge(view.status)
        words.addWidget(Badge(word, badge_tone))
        words.addWidget(CardTitle(claims.course_title))
        words.addWidget(Text(certificate_words.validity(view)))
        if more := certificate_words.renewal(view):
            words.addWidget(Text(more))
        number = self._workspace.certificates.number(certificate)
        words.addWidget(
            Muted(
                wording.spoken_list(
                    claims.name,
                    self.tr("version {version}").format(version=claims.course_version),
                    self.tr("No. {number}").format(number=number),
                )
            )
        )
        words.addSpacing(8)
        words.addLayout(self._actions(view))
        split.row.addLayout(words, 1)
        card.body.addWidget(split)
        return card

    def _actions(self, view: CertificateView) -> FlowRow:
        row = FlowRow(gap=8)
        certificate = view.certificate
        title = certificate.claims.course_title
        if view.renewable:
            row.addWidget(self._renew_button(view))
        # Whoever has just issued a certificate wants to hand it over next.
        fresh = certificate == self._fresh
        icon = self.kit.icons.icon("export", "on_accent" if fresh else "accent")
        export = (PrimaryButton if fresh else SecondaryButton)(self.tr("Export …"), icon)
        export.setAccessibleName(self.tr("Export the certificate for {course}").format(course=title))
        export.clicked.connect(lambda: self.hr_view_wanted.emit(certificate))
        show = SecondaryButton(self.tr("Open PDF"), self.kit.icons.icon("document", "accent"))
        show.setAccessibleName(self.tr("Open the certificate for {course} as PDF").format(course=title))
        show.clicked.connect(lambda: self._open_pdf(certificate))
        row.addWidget(export)
        row.addWidget(show)
        if self._first is None or fresh:
            self._first = export
        return row

    def _renew_button(self, view: CertificateView) -> QWidget:
        """The first thing to do where a certificate ends; where only the course is newer, one thing among others."""
        course_id, title = view.certificate.claims.course_id, view.certificate.claims.course_title
        ending = view.status is not CertificateStatus.VALID
        icon = self.kit.icons.icon("refresh", "on_accent" if ending else "accent")
        button = (PrimaryButton if ending else SecondaryButton)(self.tr("Renew: take the test again"), icon)
        name = self.tr("Renew the certificate for {course}: take the test again").format(course=title)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.test_wanted.emit(course_id))
        if ending:
            self._first = self._first or button
        return button

    def _folder_row(self) -> QWidget:
        button = SecondaryButton(self.tr("Open the folder"), self.kit.icons.icon("folder", "accent"))
        button.clicked.connect(lambda: self._open_path(self._workspace.certificates.folder))
        return button

    def _empty(self) -> QWidget:
        card = Card(margin=28, gap=10)
        card.body.addWidget(Heading(self.tr("No certificate yet")))
        card.body.addWidget(
            Text(self.tr("A certificate is yours once you have read every lesson of a course and passed its test."))
        )
        button = PrimaryButton(self.tr("To the courses"))
        button.clicked.connect(self.courses_wanted)
        card.body.addSpacing(4)
        card.body.addWidget(button)
        self._first = button
        return card

    def _honest_word(self) -> QWidget:
        holder = Card(name="well", margin=28, gap=10)
        holder.body.addWidget(CardTitle(self.tr("What a certificate says")))
        holder.body.addWidget(
            Text(
                self.tr(
                    "This file is, byte for byte, what this copy of Klartext made for this course in this version. "
                    "HR can check that offline. You made it yourself on this device, and the sheet says so. "
                    "Your score, your answers and how often you tried are not in it."
                )
            )
        )
        return holder

    def _open_pdf(self, certificate: IssuedCertificate) -> None:
        try:
            path = self._workspace.certificates.pdf_path(certificate)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._open_path(path)

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program on this device opens it.")
            self.said.emit(Sentence(text, self.tr("It lies here: {path}").format(path=path)), "note")
