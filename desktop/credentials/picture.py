"""The certificate as a picture: the same sheet, for a preview on the screen and for handbooks."""

from __future__ import annotations

from pathlib import Path

from desktop.credentials import document, qr, record
from desktop.credentials.keys import DeviceKey, fingerprint
from desktop.model.certificate import Claims, Sheet


def png(claims: Claims, sheet: Sheet, key: DeviceKey | None = None, *, assets: Path, width: int = 1280) -> bytes:
    """A PNG of about `width` pixels; with `key` its QR code is the real one, without the sheet has none.

    Raises CredentialError like `issue`.
    """
    record.check(claims)
    code = qr.write(claims, key) if key is not None else None
    data = document.contents(claims, sheet, fingerprint(claims.key), code=code)
    return document.png(data, sheet.template, width, assets=assets)
