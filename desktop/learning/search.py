"""Finds entries by the words in them: folded, inside longer words, forgiving slips, best first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from desktop.learning.folding import clean, fold
from desktop.learning.nearness import Vocabulary, slips_allowed
from desktop.learning.snippets import ranges_in, snippet
from desktop.model.search import Hit, Passage, SearchEntry, SearchKind

LITTLE = 3
"""With fewer exact results than this, slips of the finger are forgiven."""

_TITLE, _HEADING, _TEXT = 100.0, 30.0, 10.0
_WHOLE, _BEGINNING, _INSIDE = 1.0, 0.8, 0.55
_A_SLIP = 0.6
_OFTEN = 8
_WORTH_COUNTING = 4
_LONGEST_QUERY = 120
_MOST_WORDS = 10

Form = tuple[str, float]
"""A folded word to look for and what finding it is worth, 1 for what was typed."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """An entry as it is searched: folded fields with a blank at both ends, and where each passage begins in `text`."""

    entry: SearchEntry
    title: str
    headings: str
    text: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """How well an entry answers: how much of the query it holds (0..1), its score, and the forms that were found."""

    folded: _Folded
    share: float
    score: float
    forms: tuple[str, ...]
    exact: bool


class Index:
    """Entries in memory; `find` looks at all of them, which for a thousand lessons takes some milliseconds."""

    def __init__(self, entries: Iterable[SearchEntry] = ()) -> None:
        self._entries: list[_Folded] = []
        self._vocabulary: Vocabulary | None = None
        self.add(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[SearchEntry]) -> None:
        """Take more entries in."""
        added = [_folded(entry) for entry in entries]
        if added:
            self._entries += added
            self._vocabulary = None

    def find(self, query: str, limit: int, allowed: Callable[[SearchEntry], bool] = lambda _: True) -> tuple[Hit, ...]:
        """The best hits, at most `limit` of each kind; () for a query without a letter or digit.

        An entry with all words of the query stands above one with some; `allowed` says which entries may be seen.
        """
        words = tuple(dict.fromkeys(fold(clean(query[:_LONGEST_QUERY])).split()))[:_MOST_WORDS]
        if not words or limit <= 0:
            return ()
        wanted = [[(word, 1.0)] for word in words]
        found = self._matches(wanted, allowed)
        if sum(match.share == 1.0 for match in found) < LITTLE and any(map(slips_allowed, words)):
            guesses = [forms + self._near(forms[0][0]) for forms in wanted]
            if guesses != wanted:
                found = self._matches(guesses, allowed)
        return tuple(_hit(match) for match in _best(found, limit))

    def suggest(self, query: str, allowed: Callable[[SearchEntry], bool] = lambda _: True) -> str:
        """A word from a title, a heading or the glossary that may have been meant; empty if none is near."""
        typed = max(fold(clean(query[:_LONGEST_QUERY])).split(), key=len, default="")
        if len(typed) < 4:
            return ""
        spelled: dict[str, str] = {}
        for one in self._entries:
            if allowed(one.entry) and one.entry.kind in (SearchKind.LESSON, SearchKind.TERM):
                for word in " ".join((one.entry.title, *(p.heading for p in one.entry.passages))).split():
                    plain = word.strip(".,;:!?…„“”»«\"'()–-")
                    spelled.setdefault(fold(clean(plain)).strip(), plain)
        near = Vocabulary(spelled).near(typed, max(2, len(typed) // 3), limit=1)
        return spelled[near[0][0]] if near else ""

    def _near(self, word: str) -> list[Form]:
        allowed = slips_allowed(word)
        # A word that stands in several places was hardly mistyped.
        if not allowed or self._stands_often(word):
            return []
        if self._vocabulary is None:
            words: set[str] = set()
            for one in self._entries:
                words.update(one.title.split(), one.text.split())
            self._vocabulary = Vocabulary(words)
        return [(near, _A_SLIP**distance) for near, distance in self._vocabulary.near(word, allowed)]

    def _stands_often(self, word: str) -> bool:
        places = (one for one in self._entries if word in one.text or word in one.title)
        return sum(1 for _ in islice(places, LITTLE)) == LITTLE

    def _matches(self, wanted: list[list[Form]], allowed: Callable[[SearchEntry], bool]) -> list[_Match]:
        found = []
        for one in self._entries:
            match = _match(one, wanted)
            if match is not None and allowed(one.entry):
                found.append(match)
        return found


def _folded(entry: SearchEntry) -> _Folded:
    passages = tuple(Passage(clean(p.text), clean(p.heading)) for p in entry.passages)
    entry = replace(entry, title=clean(entry.title), passages=passages)
    texts, starts, at = [], [], 1
    for passage in passages:
        text = fold(passage.text)
        texts.append(text)
        starts.append(at)
        at += len(text) + 1
    headings = dict.fromkeys(p.heading for p in passages if p.heading)
    return _Folded(
        entry,
        f" {fold(entry.title)} ",
        f" {' '.join(map(fold, headings))} " if headings else "",
        f" {' '.join(texts)} ",
        tuple(starts),
    )


def _match(one: _Folded, wanted: list[list[Form]]) -> _Match | None:
    held, score, exact, found = 0, 0.0, True, []
    for forms in wanted:
        best, best_form = 0.0, forms[0]
        for form in forms:
            value = _value(one, form[0]) * form[1]
            if value > best:
                best, best_form = value, form
            if form[1] == 1.0 and value:
                break  # what was typed stands here, so that nothing need be guessed
        if best:
            held += 1
            score += best
            found.append(best_form[0])
            exact = exact and best_form[1] == 1.0
    # With fewer than half of the words an entry speaks of something else.
    if not held or held * 2 < len(wanted):
        return None
    return _Match(one, held / len(wanted), score, tuple(found), exact)


def _value(one: _Folded, word: str) -> float:
    value = 0.0
    if word in one.title:
        value = _TITLE * _fit(one.title, word)
    elif word in one.headings:
        value = _HEADING * _fit(one.headings, word)
    if word in one.text:
        # Two letters stand everywhere; counting them would cost more than it tells.
        often = min(one.text.count(word), _OFTEN) if len(word) >= _WORTH_COUNTING else 0
        value += _TEXT * _fit(one.text, word) + often
    return value


def _fit(text: str, word: str) -> float:
    if f" {word}" not in text:
        return _INSIDE
    return _WHOLE if f" {word} " in text else _BEGINNING


def _best(found: list[_Match], limit: int) -> list[_Match]:
    """Whole answers before partial ones, exact before guessed, then by score; at most `limit` of a kind."""
    kinds = list(SearchKind)
    found.sort(key=lambda m: (-m.share, not m.exact, -m.score, kinds.index(m.folded.entry.kind)))
    counts = dict.fromkeys(kinds, 0)
    best = []
    for match in found:
        kind = match.folded.entry.kind
        counts[kind] += 1
        if counts[kind] <= limit:
            best.append(match)
    return best


def _hit(match: _Match) -> Hit:
    entry = match.folded.entry
    passage = _passage(match)
    words, ranges = snippet(passage.text, match.forms) if passage else ("", ())
    in_text = entry.kind is SearchKind.LESSON
    return Hit(
        kind=entry.kind,
        title=entry.title,
        where=entry.where,
        snippet=words,
        target=replace(entry.target, passage=passage.text) if passage and ranges and in_text else entry.target,
        title_ranges=ranges_in(entry.title, match.forms),
        snippet_ranges=ranges,
        forms=match.forms,
        exact=match.exact,
    )


def _passage(match: _Match) -> Passage | None:
    """The passage with most of the words found, as a whole where possible; the first one if only the title matched."""
    one = match.folded
    if not one.entry.passages:
        return None
    held: dict[int, float] = {}
    for form in match.forms:
        for number, fit in _places(one, form).items():
            held[number] = held.get(number, 0.0) + fit
    if not held:
        return one.entry.passages[0]
    return one.entry.passages[max(held, key=lambda number: (held[number], -number))]


def _places(one: _Folded, form: str) -> dict[int, float]:
    """The passages that hold a form, with how well it fits; the first dozens will do for a snippet."""
    found: dict[int, float] = {}
    at = one.text.find(form)
    for _ in range(60):
        if at < 0:
            break
        number = bisect_right(one.starts, at) - 1
        begins, ends = one.text[at - 1] == " ", one.text[at + len(form)] == " "
        fit = _WHOLE if begins and ends else _BEGINNING if begins else _INSIDE
        found[number] = max(fit, found.get(number, 0.0))
        at = one.text.find(form, at + len(form))
    return found
