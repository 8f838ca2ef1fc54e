"""The sentence around a match, cut to a readable length, with the places that matched."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.learning.folding import fold_with_places
from desktop.model.search import Range

LONGEST = 180
"""Characters of a snippet."""

_END = re.compile(r"[.!?…]+[\"'“”»«’)\]]*\s+(?=[^\s\d.,;])|\n+")
_ABBREVIATED = re.compile(r"(?:^|[\s(„“])(?:[A-Za-zÄÖÜäöü]{1,2}|\d+|bzw|etc|usw|Nr|Abs|Art|vgl|Prof|Mrs)$")


def ranges_in(text: str, forms: Iterable[str]) -> tuple[Range, ...]:
    """Where the folded `forms` stand in a text that went through `clean`; in order, overlapping ones joined."""
    folded, places = fold_with_places(text)
    found: list[Range] = []
    for form in forms:
        start = folded.find(form) if form else -1
        while start >= 0:
            found.append((places[start], places[start + len(form) - 1] + 1))
            start = folded.find(form, start + len(form))
    return _joined(found)


def sentence_around(text: str, place: int) -> Range:
    """Start and end of the sentence in which the character at `place` stands."""
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and match.group()[0] == "." and _ABBREVIATED.search(text[start : match.start()]):
            continue
        if match.end() > place:
            return start, match.start() + len(match.group().rstrip())
        start = match.end()
    return start, len(text.rstrip()) if text.rstrip() else len(text)


def snippet(text: str, forms: tuple[str, ...]) -> tuple[str, tuple[Range, ...]]:
    """The sentence of `text` that holds most of the forms, and where they stand in it; a long one is cut to fit."""
    ranges = ranges_in(text, forms)
    if not ranges:
        start, end = sentence_around(text, 0)
        return _cut(text[start:end], 0)[0], ()
    best = max((sentence_around(text, r[0]) for r in ranges[:20]), key=lambda s: _held(s, ranges))
    sentence = text[best[0] : best[1]]
    first = next(start - best[0] for start, _ in ranges if start >= best[0])
    words, _shift = _cut(sentence, first)
    return words, ranges_in(words, forms)


def _held(sentence: Range, ranges: tuple[Range, ...]) -> int:
    return sum(sentence[0] <= start and end <= sentence[1] for start, end in ranges)


def _cut(sentence: str, place: int) -> tuple[str, int]:
    """At most LONGEST characters with `place` among them, cut between words; and how far the beginning moved."""
    if len(sentence) <= LONGEST:
        return sentence, 0
    start = 0
    if place > LONGEST * 2 // 3:
        blank = sentence.rfind(" ", 0, place - LONGEST // 3)
        start = blank + 1 if blank >= 0 else place - LONGEST // 3
    end = min(len(sentence), start + LONGEST)
    if end < len(sentence):
        blank = sentence.rfind(" ", place + 1, end)
        end = blank if blank > 0 else end
    head, tail = "… " if start else "", " …" if end < len(sentence) else ""
    return head + sentence[start:end] + tail, start - len(head)


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
