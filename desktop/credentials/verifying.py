"""Verdicts on files that claim to be certificates, found in the raw bytes: no PDF parser meets hostile input.

sealed      every byte is as exported (`seal-intact`)
resaved     the record is genuine, the file around it is not as exported: claims count, the picture does not
            (`file-changed`; `qr-genuine` for a code read off paper, where no file can be compared)
altered     there is one record, but not as Klartext writes them: damaged or rewritten (`record-malformed`), another
            algorithm or type (`record-header`), a genuine signature over other contents (`record-claims`), or claims
            that name another key (`record-key`)
badsig      one well-formed record whose signature does not hold for its claims (`signature-wrong`)
ambiguous   several different records in one file (`several-records`); one of them may be genuine, none counts
none        no record: `file-empty`, `not-a-pdf`, `no-record`, `qr-foreign`
unreadable  nothing can be said: `certificate-missing`, `file-is-folder`, `file-not-regular`, `file-no-access`,
            `certificate-too-large`, `file-read-failed`, `record-newer`, `qr-malformed`

Only sealed and resaved come with claims and fingerprint. All of them prove the key, not the person: whose key it is,
HR learns from the register.
"""

from __future__ import annotations

import stat
from pathlib import Path

from desktop.credentials import qr, sealing, token
from desktop.credentials.keys import fingerprint
from desktop.model.certificate import Claims, Verdict, VerdictName
from desktop.model.errors import CredentialError

MAX_BYTES = 16 * 1024 * 1024
"""Larger files are not read; a certificate has about 60 KB."""

_PDF_WITHIN = 1024
"""Readers find `%PDF-` anywhere in the first kilobyte, so mail gateways' prefixes do no harm."""
_BY_REASON = (
    (VerdictName.BADSIG, frozenset({"signature-wrong"})),
    (VerdictName.NONE, frozenset({"qr-foreign"})),
    (VerdictName.UNREADABLE, frozenset({"qr-malformed"})),
)


def verify_file(path: Path) -> Verdict:
    """The verdict on one file; never raises, whatever lies there."""
    try:
        data = _read(path)
    except CredentialError as error:
        return Verdict(path, VerdictName.UNREADABLE, error.code)
    return verify_bytes(data, path)


def verify_bytes(data: bytes, path: Path) -> Verdict:
    """The verdict on a file's contents; `path` is only passed on."""
    tokens = sealing.tokens(data)
    if len(tokens) > 1:
        return Verdict(path, VerdictName.AMBIGUOUS, "several-records")
    if not tokens:
        return _without_token(data, path)
    found = tokens.pop()
    try:
        proven = token.read(found)
    except CredentialError as error:
        return Verdict(path, _name(error.code), error.code)
    if sealing.digest(data, sealing.MARK + found) == proven.digest:
        return _genuine(path, VerdictName.SEALED, "seal-intact", proven.claims)
    return _genuine(path, VerdictName.RESAVED, "file-changed", proven.claims)


def verify_qr(text: str) -> Verdict:
    """The verdict on the text of a scanned code; at best `resaved`, for paper is not the file."""
    try:
        claims = qr.read(text.strip())
    except CredentialError as error:
        return Verdict(Path(), _name(error.code), error.code)
    return _genuine(Path(), VerdictName.RESAVED, "qr-genuine", claims)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CredentialError("file-is-folder")
        # Opening a pipe waits for a writer, and a device may never end.
        if not stat.S_ISREG(status.st_mode):
            raise CredentialError("file-not-regular")
        if status.st_size > MAX_BYTES:
            raise CredentialError("certificate-too-large")
        with path.open("rb") as file:
            # Never more than that, even where the file grows meanwhile.
            return file.read(status.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise CredentialError("certificate-missing") from error
    except PermissionError as error:
        raise CredentialError("file-no-access") from error
    except OSError as error:
        raise CredentialError("file-read-failed") from error


def _without_token(data: bytes, path: Path) -> Verdict:
    if sealing.has_other_version(data):
        return Verdict(path, VerdictName.UNREADABLE, "record-newer")
    if not data:
        return Verdict(path, VerdictName.NONE, "file-empty")
    reason = "no-record" if b"%PDF-" in data[:_PDF_WITHIN] else "not-a-pdf"
    return Verdict(path, VerdictName.NONE, reason)


def _genuine(path: Path, name: VerdictName, reason: str, claims: Claims) -> Verdict:
    return Verdict(path, name, reason, claims, fingerprint(claims.key))


def _name(reason: str) -> VerdictName:
    """The verdict for a reason why a record was refused."""
    return next((name for name, reasons in _BY_REASON if reason in reasons), VerdictName.ALTERED)
