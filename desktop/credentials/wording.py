"""Other people's words made fit for the sheet: one line, no control characters, nothing that imitates the seal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from desktop.credentials.sealing import without_marks

BOX = "□"
"""Stands for a letter that no shipped font has."""
MAX_MARKS = 4
"""Combining marks kept per letter; taller stacks would run into the neighbouring lines."""

_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: Persian and Indic names are misspelt without them."""


def tidy(text: str) -> str:
    """One line: blanks collapsed, controls, direction overrides and private characters left out, NFC."""
    kept = (_one(character) for character in unicodedata.normalize("NFC", text))
    line = " ".join("".join(kept).split())
    return without_marks("".join(_capped(cluster) for cluster in clusters(line)))


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks and joiners that hang on them, near enough to what people call a character."""
    current = ""
    for character in text:
        hangs_on = unicodedata.category(character).startswith("M") or character in _JOINERS
        if current and (hangs_on or current[-1] == "\u200d"):
            current += character
        else:
            if current:
                yield current
            current = character
    if current:
        yield current


def needs_one_font(cluster: str) -> bool:
    """Whether the marks on a letter are European ones, that the main font must bring or nobody.

    A mark taken from another script's font swallows its letter, and no error tells.
    """
    marks = cluster[1:]
    return bool(marks) and (cluster[0] < "\u0530" or any("\u0300" <= mark <= "\u036f" for mark in marks))


def displayable(text: str, can_show: Callable[[str], bool]) -> str:
    """The text with what cannot be shown made plainer: without its marks, as a box, or (symbols) left out."""
    known: dict[str, str] = {}
    for cluster in clusters(text):
        if cluster not in known:
            known[cluster] = cluster if cluster.isascii() or can_show(cluster) else _plainer(cluster, can_show)
    return " ".join("".join(known[cluster] for cluster in clusters(text)).split())


def plainest(text: str) -> str:
    """Letters A to Z with what can be spelt in them, boxes for the rest: this every font can show."""
    letters = unicodedata.normalize("NFKD", text)
    spelt = "".join(character if character.isascii() else BOX if character.isalpha() else "" for character in letters)
    return without_marks(" ".join(spelt.split()))


def _one(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    return "" if category.startswith("C") and character not in _JOINERS else character


def _capped(cluster: str) -> str:
    return cluster[: 1 + MAX_MARKS]


def _plainer(cluster: str, can_show: Callable[[str], bool]) -> str:
    """The letter with those of its marks that can be shown on it."""
    letters = unicodedata.normalize("NFD", cluster)
    base = letters[0]
    if not base.isalnum():
        return ""
    if base == cluster or not (base.isascii() or can_show(base)):
        return BOX
    shown = base
    for mark in letters[1:]:
        more = unicodedata.normalize("NFC", shown + mark)
        shown = more if can_show(more) else shown
    return shown
