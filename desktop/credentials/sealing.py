"""The seal's place in the PDF: a keyword that is found, cut out and put back in raw bytes, without a PDF parser.

The file is written with `KLARTEXT1:` and a placeholder as its only keyword. typst puts it down plainly twice, in the
document information and in the XMP data. The file is hashed so; then the token takes the placeholder's place. Both have
the same length, so nothing else in the file moves, and with the placeholder put back it is the very bytes that were
hashed.
"""

from __future__ import annotations

import hashlib
import re

from desktop.model.errors import CredentialError

MARK = "KLARTEXT1:"
PLACES = 2

_LETTERS = re.compile(rb"[A-Za-z0-9_.-]*")
_ANY_MARK = re.compile(r"KLARTEXT(?=\d*:)")
_OTHER_VERSION = re.compile(rb"KLARTEXT\d{1,4}:[A-Za-z0-9_-]{8}")


def placeholder(length: int) -> str:
    """The keyword to write the PDF with, for a token of `length` characters."""
    return MARK + "0" * length


def digest(data: bytes, keyword: str) -> bytes:
    """SHA-256 of the file as it was before `keyword`, mark included, took the placeholder's place."""
    blank = placeholder(len(keyword) - len(MARK))
    return hashlib.sha256(data.replace(keyword.encode("ascii"), blank.encode("ascii"))).digest()


def put(data: bytes, token: str) -> bytes:
    """The sealed file. Raises CredentialError `seal-no-place` unless the placeholder stands in it exactly twice."""
    blank = placeholder(len(token)).encode("ascii")
    if tokens(data) != {blank[len(MARK) :].decode("ascii")} or data.count(blank) != PLACES:
        raise CredentialError("seal-no-place")
    return data.replace(blank, (MARK + token).encode("ascii"))


def tokens(data: bytes) -> set[str]:
    """All distinct tokens in a file, genuine or not."""
    mark = MARK.encode("ascii")
    found = set()
    start = data.find(mark)
    # Ten times as fast as searching with the expression, and this is done to every file.
    while start >= 0:
        start += len(mark)
        if letters := _LETTERS.match(data, start):
            found.add(letters[0].decode("ascii"))
        start = data.find(mark, start)
    return found


def has_other_version(data: bytes) -> bool:
    """Whether the file carries a token of a format that this version does not know."""
    return _OTHER_VERSION.search(data) is not None


def without_marks(text: str) -> str:
    """Text that may stand in the document: a name that looks like a seal would make the file ambiguous."""
    return _ANY_MARK.sub("KLARTEXT ", text)
