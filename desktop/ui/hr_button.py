"""The button that puts a certificate into the HR department's folder, without ever holding up the window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.app.hr_folder import PATIENCE
from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence
from desktop.ui.kit import Kit
from desktop.ui.widgets import SecondaryButton

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.app.errands import Errand
    from desktop.app.hr_folder import HrFolder
    from desktop.model.certificate import IssuedCertificate

_GLANCE = 60
"""Milliseconds between two questions whether the file has arrived."""


class HrButton(SecondaryButton):
    """Pressed, it sends; `told` brings the good news, `failed` the exception whose sentence says what to do."""

    told = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self, kit: Kit, folder: HrFolder, certificate: IssuedCertificate, parent: QWidget | None = None
    ) -> None:
        super().__init__("", kit.icons.icon("folder", "accent"), parent)
        self._folder = folder
        self._certificate = certificate
        self._errand: Errand[Path] | None = None
        self._since = 0.0
        self._timer = QTimer(self, interval=_GLANCE)
        self._timer.timeout.connect(self._glance)
        self.setText(self.tr("Put into the HR folder"))
        course = certificate.claims.course_title
        self.setAccessibleName(self.tr("Put the certificate for {course} into the HR folder").format(course=course))
        self.clicked.connect(self.send)

    @property
    def busy(self) -> bool:
        """Whether a send is still under way."""
        return self._errand is not None

    def send(self) -> None:
        """Begin, unless a send is still under way."""
        if self.busy:
            return
        try:
            self._errand = self._folder.send(self._certificate)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._since = time.monotonic()
        self.setText(self.tr("Being put there …"))
        self._timer.start()

    def _glance(self) -> None:
        errand = self._errand
        if errand is None:
            return
        if not errand.finished:
            if time.monotonic() - self._since > PATIENCE:
                self._done()
                self.failed.emit(self._folder.gave_no_answer())
            return
        self._done()
        try:
            path = errand.result()
        except KlartextError as error:
            self.failed.emit(error)
            return
        text = self.tr("It lies in the HR folder as “{name}”.").format(name=path.name)
        self.told.emit(Sentence(text, self.tr("In the folder {folder}.").format(folder=path.parent)), "good")

    def _done(self) -> None:
        self._timer.stop()
        self._errand = None
        self.setText(self.tr("Put into the HR folder"))
