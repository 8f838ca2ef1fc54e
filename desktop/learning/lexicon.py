"""The distinct words of many texts in one compact table: which texts hold a word, whole or inside a longer one."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from desktop.learning.nearness import letters

WHOLE, BEGINNING, INSIDE = 1.0, 0.8, 0.55
"""How well a word fits that stands in a text on its own, begins a longer one, or is a part of one."""

_OFTEN = 8
_WORTH_COUNTING = 4
"""Letters from which on it tells something how often a word stands in a text; two letters stand everywhere."""

_ENOUGH = 24
"""Texts with words that begin as typed, from which on one or two letters are not looked for inside of words."""

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in order, each with the numbers of the texts that hold it.

    `joined` holds the words, each before a line feed; word n stands at `starts[n]` … `starts[n + 1] - 1`, its letters
    are `masks[n]`, and its texts `texts[spans[n] : spans[n + 1]]`, with how often it stands there in `counts`.
    """

    joined: str
    starts: array[int]
    masks: array[int]
    spans: array[int]
    texts: array[int]
    counts: bytes

    def __len__(self) -> int:
        return len(self.masks)

    def word(self, number: int) -> str:
        """A word by its place in the alphabet; a list of all would weigh ten times as much."""
        return self.joined[self.starts[number] : self.starts[number + 1] - 1]

    def holding(self, form: str) -> dict[int, float]:
        """The texts in which `form` stands, each with how well it fits and, from four letters on, how often."""
        first, last, whole = self._beginning_with(form)
        beginnings = range(first + whole, last)
        found: dict[int, float] = {}
        if len(form) > 2 or self._texts_of(range(first, last)) < _ENOUGH:
            found = self._fitting([n for n in self._containing(form) if not first <= n < last], INSIDE)
        found.update(self._fitting(beginnings, BEGINNING))
        found.update(self._fitting(range(first, first + whole), WHOLE))
        return found

    def often(self, form: str) -> dict[int, int]:
        """How often each text holds a word with `form` in it, 8 at most; {} for a form of less than four letters."""
        if len(form) < _WORTH_COUNTING:
            return {}
        found: dict[int, int] = {}
        for n in self._containing(form):
            a, b = self.spans[n], self.spans[n + 1]
            for text, count in zip(self.texts[a:b], self.counts[a:b], strict=True):
                found[text] = found.get(text, 0) + count
        return {text: min(count, _OFTEN) for text, count in found.items()}

    def _fitting(self, words: Sequence[int], fit: float) -> dict[int, float]:
        spans, texts = self.spans, self.texts
        if isinstance(words, range):
            # Neighbours in the alphabet lie side by side: one cut for all of them.
            return dict.fromkeys(texts[spans[words.start] : spans[words.stop]], fit) if words else {}
        return dict.fromkeys(chain.from_iterable(texts[spans[n] : spans[n + 1]] for n in words), fit)

    def _texts_of(self, words: range) -> int:
        return self.spans[words.stop] - self.spans[words.start] if words else 0

    def _beginning_with(self, form: str) -> tuple[int, int, bool]:
        """The first word that begins so, the one after the last, and whether the first is the form itself."""
        places = range(len(self))
        first = bisect_left(places, form, key=self.word)
        last = bisect_right(places, form + _LAST, first, key=self.word)
        return first, last, first < last and self.word(first) == form

    def _containing(self, form: str) -> Iterator[int]:
        at = self.joined.find(form)
        while at >= 0:
            word = bisect_right(self.starts, at) - 1
            yield word
            at = self.joined.find(form, self.starts[word + 1])


class LexiconMaker:
    """Takes texts in one by one."""

    def __init__(self) -> None:
        self._texts: dict[str, array[int]] = {}
        self._counts: dict[str, bytearray] = {}

    def add(self, number: int, folded: str) -> None:
        """Take in a folded text; numbers must rise from text to text."""
        for word, count in Counter(folded.split()).items():
            if word not in self._texts:
                self._texts[word], self._counts[word] = array("I"), bytearray()
            self._texts[word].append(number)
            self._counts[word].append(min(count, _OFTEN))

    def made(self) -> Lexicon:
        """The lexicon of all texts so far."""
        words = sorted(self._texts)
        starts, spans, texts = array("I", [0]), array("I", [0]), array("I")
        counts = bytearray()
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
            texts += self._texts[word]
            counts += self._counts[word]
            spans.append(len(texts))
        masks = array("Q", map(letters, words))
        return Lexicon("".join(f"{word}\n" for word in words), starts, masks, spans, texts, bytes(counts))
