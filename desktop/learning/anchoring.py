"""Finds a passage again in a text that may have been edited since: by its words, then by what stands around it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from desktop.model.annotation import Passage

CONTEXT = 64
"""Letters before and after a passage that are kept with it."""

_ENOUGH = 20
"""Letters from which on a passage is known by its words alone; a shorter one needs its surroundings, too."""

_SURROUNDINGS = 0.6
"""Likeness of the surroundings that a short passage needs; two unrelated sentences reach about 0.4."""

_NEAR = 0.05
"""Share of the text within which a short passage that stands nowhere else is taken for the one that was meant."""

_CHANGED = 0.75
"""Likeness that a changed passage needs, with 0.5 where it still stands between the same words."""

_CHANGED_IN_PLACE = 0.5
_MOST_FOUND = 2000
_MOST_PLACES = 500
_WEIGHED = 12
_LONG = 400
_HALF = 160
_LIKE: dict[str, str] = {
    **dict.fromkeys("„“”‟«»″", '"'),
    **dict.fromkeys("‚‘’‛‹›′`´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}


class Span(NamedTuple):
    """Where a passage stands: from `start` to before `end`, in letters of the text."""

    start: int
    end: int


class Ground:
    """A text prepared for looking passages up in it; the same text and passage give the same place on every machine."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._form, self._places = _formed(text)

    def find(self, passage: Passage) -> Span | None:
        """Where the passage stands now, None where its words are gone.

        White space, case, quotation marks and dashes do not count. Of several places the one with the same words
        around it is taken, then the one nearest to where the passage was.
        """
        quote = _form_of(passage.quote).strip()
        if not quote:
            return None
        before, after = _form_of(passage.before)[-CONTEXT:].strip(), _form_of(passage.after)[:CONTEXT].strip()
        place = self._same(quote, before, after, passage.position)
        if place is None:
            place = self._between(quote, before, after)
        if place is None:
            place = self._changed(quote, passage.position)
        return None if place is None else self._span(*place)

    # The same words -----------------------------------------------------------------------------------------------

    def _same(self, quote: str, before: str, after: str, position: float) -> tuple[int, int] | None:
        expected = position * len(self._form)
        places = sorted(self._all(quote), key=lambda at: (abs(at - expected), at))[:_MOST_PLACES]
        if not places:
            return None
        alone = len(places) == 1
        if alone and (len(quote) >= _ENOUGH or abs(places[0] - expected) <= _NEAR * len(self._form)):
            return places[0], places[0] + len(quote)
        # Comparing surroundings costs most; the few that share most letters next to the passage are compared in full.
        nearest = sorted(places, key=lambda at: -self._touching(at, len(quote), before, after))[:_WEIGHED]
        likeness = {at: self._likeness_around(at, len(quote), before, after) for at in nearest}
        best = max(nearest, key=lambda at: (round(likeness[at], 3), -abs(at - expected), -at))
        if len(quote) < _ENOUGH and (before or after) and likeness[best] < _SURROUNDINGS:
            return None
        return best, best + len(quote)

    def _all(self, words: str) -> Iterator[int]:
        at = self._form.find(words)
        for _ in range(_MOST_FOUND):
            if at < 0:
                return
            yield at
            at = self._form.find(words, at + 1)

    def _around(self, at: int, length: int) -> tuple[str, str]:
        end = at + length
        return self._form[max(at - CONTEXT - 1, 0) : at].strip(), self._form[end : end + CONTEXT + 1].strip()

    def _touching(self, at: int, length: int, before: str, after: str) -> int:
        there_before, there_after = self._around(at, length)
        return _shared_start(there_before[::-1], before[::-1]) + _shared_start(there_after, after)

    def _likeness_around(self, at: int, length: int, before: str, after: str) -> float:
        """0..1; a side of which nothing was kept does not count."""
        there_before, there_after = self._around(at, length)
        sides = [
            _likeness(kept, there) * len(kept)
            for kept, there in ((before, there_before[-len(before) :]), (after, there_after[: len(after)]))
            if kept
        ]
        return sum(sides) / max(len(before) + len(after), 1)

    # Changed words ------------------------------------------------------------------------------------------------

    def _between(self, quote: str, before: str, after: str) -> tuple[int, int] | None:
        """What stands between the same words as before, if it is still like the passage."""
        for kept in (CONTEXT, CONTEXT // 2, CONTEXT // 4):
            start_of, end_of = before[-kept:], after[:kept]
            if not start_of or not end_of:
                continue
            for at in list(self._all(start_of))[:_WEIGHED]:
                start = at + len(start_of)
                end = self._form.find(end_of, start, start + 2 * len(quote) + CONTEXT + len(end_of))
                there = self._form[start:end] if end > start else ""
                if there.strip() and _likeness(quote, there.strip()) >= _CHANGED_IN_PLACE:
                    return start + len(there) - len(there.lstrip()), start + len(there.rstrip())
        return None

    def _changed(self, quote: str, position: float) -> tuple[int, int] | None:
        """The stretch of text that is most like the passage, if it is like enough; a short one never is."""
        if len(quote) < _ENOUGH:
            return None
        if len(quote) > _LONG:
            return self._changed_and_long(quote, position)
        expected = position * len(self._form)
        found: list[tuple[float, float, int, int]] = []
        for at in self._candidates(quote):
            start, end = self._trimmed(quote, max(at - len(quote) // 4, 0), at + len(quote) + len(quote) // 4)
            if end > start:
                likeness = _likeness(quote, self._form[start:end])
                found.append((round(likeness, 3), -abs(start - expected), start, end))
        best = max(found, default=None)
        return (best[2], best[3]) if best is not None and best[0] >= _CHANGED else None

    def _changed_and_long(self, quote: str, position: float) -> tuple[int, int] | None:
        """A long passage by its beginning and its end, so that the work does not grow with the square of its length."""
        head, tail = quote[:_HALF].rsplit(" ", 1)[0], quote[-_HALF:].split(" ", 1)[-1]
        share = len(quote) / max(len(self._form), 1)
        first = self._same(head, "", "", position) or self._changed(head, position)
        last = self._same(tail, "", "", position + share) or self._changed(tail, position + share)
        if first is None or last is None or not len(quote) / 2 <= last[1] - first[0] <= 2 * len(quote):
            return None
        return first[0], last[1]

    def _candidates(self, quote: str) -> list[int]:
        """Where the passage would begin if a word of it is where it was inside the passage: the most agreed on."""
        votes: Counter[int] = Counter()
        for word, at in _words(quote):
            places = self._by_word.get(word, ())
            # A word that stands everywhere tells little, and all of its places would cost much.
            if len(places) <= _MOST_PLACES // 10:
                votes.update((place - at) // _ENOUGH for place in places)
        ranked = sorted(votes, key=lambda slot: (-(votes[slot] + votes.get(slot + 1, 0)), slot))
        return [max(slot * _ENOUGH, 0) for slot in ranked[:_WEIGHED]]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word, at in _words(self._form):
            found.setdefault(word, []).append(at)
        return found

    def _trimmed(self, quote: str, start: int, end: int) -> tuple[int, int]:
        """From the first to the last letter in a window that belongs to the passage, out to whole words."""
        there = self._form[start:end]
        pieces = [p for p in SequenceMatcher(None, quote, there, autojunk=False).get_matching_blocks() if p.size > 3]
        if not pieces:
            return start, start
        first, last = start + pieces[0].b, start + pieces[-1].b + pieces[-1].size
        while first > 0 and self._form[first - 1] != " ":
            first -= 1
        while last < len(self._form) and self._form[last] != " " and self._form[last - 1] != " ":
            last += 1
        return first, last

    def _span(self, start: int, end: int) -> Span:
        """The place in letters of the text itself; a mark that belongs to the last letter goes with it."""
        last = self._places[end - 1] + 1
        while last < len(self._text) and unicodedata.combining(self._text[last]):
            last += 1
        return Span(self._places[start], last)


def passage_at(text: str, start: int, end: int) -> Passage:
    """What is kept of the letters from `start` to before `end`, so that `Ground.find` finds them again."""
    return Passage(
        quote=text[start:end],
        before=text[max(start - CONTEXT, 0) : start],
        after=text[end : end + CONTEXT],
        position=start / max(len(text), 1),
    )


def _formed(text: str) -> tuple[str, list[int]]:
    """The form in which texts are compared, and for each of its letters which letter of the text it stands for."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        form = _LIKE.get(letter)
        for part in unicodedata.normalize("NFD", letter).lower() if form is None else form:
            letters.append(part)
            places.append(place)
    return "".join(letters), places


def _form_of(text: str) -> str:
    return _formed(text)[0]


def _words(form: str) -> Iterator[tuple[str, int]]:
    at = 0
    for word in form.split(" "):
        if word:
            yield word, at
        at += len(word) + 1


def _shared_start(one: str, other: str) -> int:
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return min(len(one), len(other))


def _likeness(one: str, other: str) -> float:
    """0..1, by letters for short texts and by words for long ones, which keeps the work small."""
    if len(one) + len(other) > 4 * _LONG:
        return SequenceMatcher(None, one.split(" "), other.split(" "), autojunk=False).ratio()
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
