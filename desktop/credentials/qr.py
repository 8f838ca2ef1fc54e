"""The same claims, signed once more in a compact form, for a QR code that a print or a scan still carries.

Text: `KT1:` and base45 (QR codes store its letters at five and a half bits) of
    1 format · 16 id · 32 content hash · 3 + 3 day ordinals (0: no end) · 1 passed · six texts, each after its
    length in 2 bytes · 32 public key · 64 Ed25519 signature over `klartext-qr-1` and everything before it
About 230 bytes for ordinary claims; numbers are big-endian.
"""

from __future__ import annotations

import re
import uuid
from datetime import date
from io import BytesIO

from desktop.credentials.encoding import from_base45, from_base64url, to_base45, to_base64url
from desktop.credentials.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, DeviceKey, verified
from desktop.credentials.record import FORMAT_VERSION, check
from desktop.model.certificate import Claims
from desktop.model.errors import CredentialError

MARK = "KT1:"
MAX_BYTES = 1_100
"""Above this the code would be too fine to print, and the sheet goes without."""
MAX_LENGTH = 4_300
"""Characters; no QR code holds more."""

_DOMAIN = b"klartext-qr-1\n"
_TEXTS = ("name", "course_id", "course_title", "course_version", "language", "personnel_ref")
_INK = "#1B1F2A"
_DARK = re.compile(rb"\x01+")


def write(claims: Claims, key: DeviceKey) -> str | None:
    """The code's text, or None where the claims are too long for a code that a camera reads off paper."""
    check(claims)
    packed = _pack(claims)
    if len(packed) + SIGNATURE_BYTES > MAX_BYTES:
        return None
    return MARK + to_base45(packed + key.sign(_DOMAIN + packed))


def read(text: str) -> Claims:
    """The proven claims. Raises CredentialError.

    `qr-foreign` no text of ours, `qr-malformed` cut off or misread, `signature-wrong`, `record-claims` a genuine
    signature over something that Klartext does not write.
    """
    if not text.startswith(MARK):
        raise CredentialError("qr-foreign")
    try:
        data = from_base45(text[len(MARK) :]) if len(text) <= MAX_LENGTH else b""
    except ValueError as error:
        raise CredentialError("qr-malformed") from error
    if len(data) <= PUBLIC_KEY_BYTES + SIGNATURE_BYTES:
        raise CredentialError("qr-malformed")
    packed, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    if not verified(packed[-PUBLIC_KEY_BYTES:], signature, _DOMAIN + packed):
        raise CredentialError("signature-wrong")
    return _unpack(packed)


def svg(text: str) -> tuple[str, int]:
    """The code as an SVG drawing without its quiet zone, and how many modules it is wide."""
    import segno

    level = "m" if len(text) <= 800 else "l"
    # Weighing all eight masks takes four times as long as the rest; the text is as good as random, so any will do.
    code = segno.make_qr(text, error=level, mask=0, boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    size = len(rows)
    # Bars reach a hair into the next row, otherwise viewers show light seams between the rows.
    bars = "".join(
        f"M{run.start()} {y}h{len(run[0])}v{1.02 if y < size - 1 else 1}h-{len(run[0])}z"
        for y, row in enumerate(rows)
        for run in _DARK.finditer(row)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
    return f'{head}<path d="{bars}" fill="{_INK}"/></svg>', size


def _pack(claims: Claims) -> bytes:
    texts = [getattr(claims, name).encode("utf-8") for name in _TEXTS]
    until = claims.valid_until.toordinal() if claims.valid_until else 0
    return b"".join(
        (
            FORMAT_VERSION.to_bytes(1, "big"),
            uuid.UUID(claims.certificate_id).bytes,
            bytes.fromhex(claims.content_hash),
            claims.completed.toordinal().to_bytes(3, "big"),
            until.to_bytes(3, "big"),
            claims.passed.to_bytes(1, "big"),
            *(len(text).to_bytes(2, "big") + text for text in texts),
            from_base64url(claims.key),
        )
    )


def _unpack(packed: bytes) -> Claims:
    stream = BytesIO(packed)
    try:
        version = _number(stream, 1)
        claims = Claims(
            certificate_id=str(uuid.UUID(bytes=stream.read(16))),
            content_hash=stream.read(32).hex(),
            completed=date.fromordinal(_number(stream, 3)),
            valid_until=date.fromordinal(until) if (until := _number(stream, 3)) else None,
            passed=bool(_number(stream, 1)),
            **{name: stream.read(_number(stream, 2)).decode("utf-8") for name in _TEXTS},
            key=to_base64url(stream.read(PUBLIC_KEY_BYTES)),
            format_version=version,
        )
        check(claims)
        # Written anew it must be the same: nothing may follow, be cut short or have a second spelling.
        if _pack(claims) != packed:
            raise CredentialError("record-claims")
    except (ValueError, OverflowError, CredentialError) as error:
        raise CredentialError("record-claims") from error
    return claims


def _number(stream: BytesIO, size: int) -> int:
    return int.from_bytes(stream.read(size), "big")
