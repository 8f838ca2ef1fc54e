"""Words as a search sees them: without case, accents, umlauts, sharp s and punctuation."""

from __future__ import annotations

import unicodedata

_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"}
_SILENT = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters nobody sees: soft hyphens, joiners and marks that may stand inside a word."""


def clean(text: str) -> str:
    """`text` with every accent joined to its letter, as the ranges of a hit count characters."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The folded form of a text that went through `clean`; letters and digits stay, all else becomes a blank."""
    return text.translate(_TABLE)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded form, and for each of its characters the index of the one in `text` it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        written = _TABLE[ord(letter)]
        folded.append(written)
        places += [place] * len(written)
    return "".join(folded), places


def _folded(letter: str) -> str:
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
