"""Issuing: from claims and sheet to the sealed PDF that the learner hands to HR."""

from __future__ import annotations

from pathlib import Path

from desktop.credentials import document, qr, record, sealing, token
from desktop.credentials.keys import DeviceKey
from desktop.credentials.verifying import verify_bytes
from desktop.model.certificate import Claims, Sheet, VerdictName
from desktop.model.errors import CredentialError


def issue(claims: Claims, sheet: Sheet, key: DeviceKey, *, assets: Path) -> bytes:
    """The sealed PDF; the same claims, sheet and key give the same bytes. `assets` holds fonts and templates.

    Raises CredentialError: `claims-missing`, `claims-too-long`, `claims-malformed` (see record.check), `key-foreign`
    where the claims name another device's key, `certificate-not-drawn`, `seal-no-place`, `seal-not-proven`.
    """
    record.check(claims)
    if claims.key != key.public:
        raise CredentialError("key-foreign")
    keyword = sealing.placeholder(token.length(claims))
    data = document.contents(claims, sheet, key.fingerprint, keyword=keyword, code=qr.write(claims, key))
    blank = document.pdf(data, sheet.template, claims.completed, assets=assets)
    sealed = sealing.put(blank, token.write(claims, sealing.digest(blank, keyword), key))
    verdict = verify_bytes(sealed, Path())
    # A certificate that does not verify here and now would fail at HR, months later: refuse it at once.
    if verdict.name is not VerdictName.SEALED or verdict.claims != claims:
        raise CredentialError("seal-not-proven")
    return sealed
