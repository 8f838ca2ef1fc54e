"""The HR department's folder: a learner may put a certificate there, and nothing else ever goes there."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.app.certificates import Certificates
from desktop.app.errands import Errand
from desktop.app.files import failure, free_name, write_whole
from desktop.model.certificate import IssuedCertificate
from desktop.model.errors import CredentialError

PATIENCE = 20.0
"""Seconds after which a folder that does not answer is given up."""


class HrFolder:
    """Writes copies of certificates; never over a file that somebody else put there."""

    def __init__(self, certificates: Certificates, folder: Path) -> None:
        self._certificates = certificates
        self.folder = folder

    def send(self, certificate: IssuedCertificate) -> Errand[Path]:
        """Put the sealed bytes there, in a thread, because the folder may be on a network drive that hangs.

        The errand's result is where the file lies; the same certificate sent twice lies there once. It raises
        CredentialError `hr-folder-away`, or those of `files.write_whole`, each with `path`. The PDF itself is read
        before, here: raises CredentialError `file-not-read`, `key-foreign`.
        """
        data = self._certificates.sealed(certificate)
        proposed = Path(self._certificates.proposed_name(certificate))
        name = f"{proposed.stem} {self._certificates.number(certificate)}{proposed.suffix}"
        return Errand(lambda: self._put(name, data))

    def gave_no_answer(self) -> CredentialError:
        """What to say when the errand takes longer than PATIENCE."""
        return CredentialError("hr-folder-silent", path=str(self.folder))

    def _put(self, name: str, data: bytes) -> Path:
        # Asked first: writing would make the folder, on a drive that is not mounted even on the laptop itself.
        if not os.path.isdir(self.folder):  # noqa: PTH112 - Path.is_dir raises on some broken drives
            raise CredentialError("hr-folder-away", path=str(self.folder))
        try:
            path = free_name(self.folder / name, data)
            if path.exists():
                return path
        except OSError as error:
            raise failure(error, self.folder) from error
        write_whole(path, data)
        return path
