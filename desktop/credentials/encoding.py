"""Base64url and base45 in their one canonical form: whatever decodes here is exactly what encoding would write."""

from __future__ import annotations

import binascii

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def to_base64url(data: bytes) -> str:
    """RFC 4648 § 5 without padding, as JOSE wants it."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").translate(_TO_URL).decode("ascii")


def from_base64url(text: str) -> bytes:
    """Raises ValueError for anything that `to_base64url` would not have written.

    The last character may carry unused bits that decoders ignore, so several texts stand for the same bytes. A signed
    token must not have such twins; comparing with the text written anew rules them out, and all other spellings too.
    """
    try:
        data = binascii.a2b_base64(text.encode("ascii").translate(_FROM_URL) + b"==")
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("not base64url") from error
    if to_base64url(data) != text:
        raise ValueError("not canonical base64url")
    return data


def to_base45(data: bytes) -> str:
    """RFC 9285: two bytes become three characters of the QR code's alphanumeric set, a last single byte two."""
    letters: list[str] = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, digit = divmod(number, 45)
            letters.append(_BASE45[digit])
    return "".join(letters)


def from_base45(text: str) -> bytes:
    """Raises ValueError for anything that `to_base45` would not have written."""
    data = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        size = len(group) - 1
        number = sum(_BASE45.index(letter) * 45**place for place, letter in enumerate(group))
        if not size or number >= 256**size:
            raise ValueError("not base45")
        data += number.to_bytes(size, "big")
    return bytes(data)
