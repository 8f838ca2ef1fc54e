"""Words as a search sees them: without case, accents, umlauts, sharp s and punctuation."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"}
_SILENT = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters nobody sees: soft hyphens, joiners and marks that may stand inside a word."""

PASSAGE_END = "\x1f"
"""Stays as it is, so that many passages can be folded as one text; `str.split` takes it for a blank."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def clean(text: str) -> str:
    """`text` with every accent joined to its letter, as the ranges of a hit count characters."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The folded form of a text that went through `clean`; letters and digits stay, all else becomes a blank."""
    if text.isascii():
        return text.translate(_TABLE)
    plain = text
    # Several times as fast as looking up each letter: few of a text lie outside of ASCII.
    for letter in dict.fromkeys(_BEYOND_ASCII.findall(text)):
        written = _TABLE[ord(letter)]
        if not written.isascii():
            return text.translate(_TABLE)
        plain = plain.replace(letter, written)
    return plain.translate(_TABLE)


class Places:
    """Leads from each character of a folded text back to the one of `text` it came from."""

    def __init__(self, text: str) -> None:
        # Only where a letter is written with several others, or with none, do the two texts run out of step.
        self._folded: list[int] = []
        self._written: list[int] = []
        self._letters: list[int] = []
        shift = 0
        for letter in _UNEVEN.finditer(text):
            written = len(_TABLE[ord(letter.group())])
            if written != 1:
                self._folded.append(letter.start() + shift)
                self._written.append(written)
                self._letters.append(letter.start())
                shift += written - 1

    def __getitem__(self, folded: int) -> int:
        """The index in the text of the character at the index `folded`."""
        at = bisect_right(self._folded, folded) - 1
        if at < 0:
            return folded
        beyond = folded - self._folded[at] - self._written[at]
        return self._letters[at] if beyond < 0 else self._letters[at] + 1 + beyond


def _folded(letter: str) -> str:
    if letter == PASSAGE_END:
        return letter
    if letter in _SILENT:
        return ""
    written = []
    for lower in letter.casefold():
        if lower in _SPELLED:
            written.append(_SPELLED[lower])
            continue
        parts = [c for c in unicodedata.normalize("NFKD", lower).casefold() if not unicodedata.combining(c)]
        written += [part if part.isalnum() else " " for part in parts]
    return "".join(written)


class _Table(dict[int, str]):
    """Folds by code point; rare letters are worked out each time rather than kept, so that it never changes."""

    def __missing__(self, code: int) -> str:
        return _folded(chr(code))


_TABLE = _Table({code: _folded(chr(code)) for code in (*range(0x250), *range(0x2000, 0x2070))})

_UNEVEN = re.compile(
    "[^\\x00-\\x7f" + "".join(re.escape(chr(c)) for c, w in _TABLE.items() if c > 0x7F and len(w) == 1) + "]"
)
"""Letters that may be written with several others or none, as far as the table tells."""
