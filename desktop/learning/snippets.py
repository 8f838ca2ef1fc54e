"""The sentence around a match, cut to a readable length, with the places that matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.learning.folding import Places, fold
from desktop.model.search import Range

LONGEST = 180
"""Characters of a snippet."""

_MOST_RANGES = 40
"""Matches of a passage that are counted to choose a sentence; single letters stand everywhere."""

_END = re.compile(r"[.!?…]+[\"'“”»«’)\]]*\s+(?=[^\s\d.,;])|\n+")
_ABBREVIATED = re.compile(r"(?:^|[\s(„“])(?:[A-Za-zÄÖÜäöü]{1,2}|\d+|bzw|etc|usw|Nr|Abs|Art|vgl|Prof|Mrs)$")


def ranges_in(text: str, forms: Iterable[str]) -> tuple[Range, ...]:
    """Where the folded `forms` stand in a text that went through `clean`; in order, overlapping ones joined."""
    folded = fold(text)
    forms = [form for form in forms if form and form in folded]
    if not forms:
        return ()
    places = Places(text)
    found: list[Range] = []
    for form in forms:
        start = folded.find(form)
        while start >= 0:
            found.append((places[start], places[start + len(form) - 1] + 1))
            start = folded.find(form, start + len(form))
    return _joined(found)


def snippet(text: str, forms: tuple[str, ...]) -> tuple[str, tuple[Range, ...]]:
    """The sentence of `text` that holds most of the forms, and where they stand in it; a long one is cut to fit."""
    ranges = ranges_in(text, forms)[:_MOST_RANGES]
    start, end = max(_sentences(text), key=lambda sentence: _held(sentence, ranges))
    if not ranges:
        return _cut(text[start:end], 0), ()
    first = next((place - start for place, _ in ranges if place >= start), 0)
    words = _cut(text[start:end], first)
    return words, ranges_in(words, forms)


def _sentences(text: str) -> Iterator[Range]:
    """Start and end of each sentence, at least one; a full stop behind an abbreviation ends none."""
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and match.group()[0] == "." and _ABBREVIATED.search(text[start : match.start()]):
            continue
        yield start, match.start() + len(match.group().rstrip())
        start = match.end()
    if start < len(text) or not start:
        yield start, len(text.rstrip()) or len(text)


def _held(sentence: Range, ranges: tuple[Range, ...]) -> int:
    """How many ranges begin in a sentence and, of two with as many, how many also end in it."""
    return sum(
        2 * (sentence[0] <= start < sentence[1]) + (sentence[0] <= start and end <= sentence[1])
        for start, end in ranges
    )


def _cut(sentence: str, place: int) -> str:
    """At most LONGEST characters with `place` among them, cut between words."""
    if len(sentence) <= LONGEST:
        return sentence
    start = 0
    if place > LONGEST * 2 // 3:
        blank = sentence.rfind(" ", 0, place - LONGEST // 3)
        start = blank + 1 if blank >= 0 else place - LONGEST // 3
    end = min(len(sentence), start + LONGEST)
    if end < len(sentence):
        blank = sentence.rfind(" ", place + 1, end)
        end = blank if blank > 0 else end
    head, tail = "… " if start else "", " …" if end < len(sentence) else ""
    return head + sentence[start:end] + tail


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)
