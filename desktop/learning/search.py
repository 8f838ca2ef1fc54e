"""Finds entries by the words in them: folded, inside longer words, forgiving slips, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.learning.folding import PASSAGE_END, clean, fold
from desktop.learning.lexicon import BEGINNING, INSIDE, WHOLE, Lexicon, LexiconMaker
from desktop.learning.nearness import letters, near, slips_allowed
from desktop.learning.snippets import ranges_in, snippet
from desktop.model.search import Hit, Passage, SearchEntry, SearchKind

LITTLE = 3
"""With fewer exact results than this, slips of the finger are forgiven."""

_TITLE, _HEADING, _TEXT = 100.0, 30.0, 10.0
_A_SLIP = 0.6
_LONGEST_QUERY = 120
_MOST_WORDS = 10

Form = tuple[str, float]
"""A folded word to look for and what finding it is worth, 1 for what was typed."""

Passages = Callable[[int], Sequence[Passage]]
"""The paragraphs of an entry by its number."""

Allowed = Callable[[SearchEntry], bool]
"""Whether an entry that shows a question may be seen."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What an index looks things up in: the entries without their passages, and the words of three fields.

    `names` are the words of titles and headings as they are spelled.
    """

    entries: tuple[SearchEntry, ...]
    names: tuple[str, ...]
    titles: Lexicon
    headings: Lexicon
    texts: Lexicon


@dataclass(frozen=True, slots=True)
class _Scored:
    """What a form of a word is worth in each entry that holds it."""

    form: str
    exact: bool
    scores: dict[int, float]


@dataclass(frozen=True, slots=True)
class _Match:
    """How well an entry answers: how much of the query it holds (0..1), its score, and the forms that were found."""

    number: int
    share: float
    score: float
    forms: tuple[str, ...]
    exact: bool


class Index:
    """Entries to be found; passages are asked for only where a sentence of theirs is shown."""

    def __init__(self, tables: Tables, passages: Passages) -> None:
        self._tables = tables
        self._passages = passages

    def find(self, query: str, limit: int, allowed: Allowed = lambda _: True) -> tuple[Hit, ...]:
        """The best hits, at most `limit` of each kind; () for a query without a letter or digit.

        An entry with all words of the query stands above one with some; `allowed` says which entries may be seen.
        """
        words = tuple(dict.fromkeys(fold(clean(query[:_LONGEST_QUERY])).split()))[:_MOST_WORDS]
        if not words or limit <= 0:
            return ()
        wanted = [[self._scored(word, 1.0)] for word in words]
        found = self._best(wanted, limit, allowed)
        if sum(match.share == 1.0 for match in found) < LITTLE:
            guesses = [forms + self._guesses(forms[0]) for forms in wanted]
            if guesses != wanted:
                found = self._best(guesses, limit, allowed)
        return tuple(self._hit(match) for match in found)

    def suggest(self, query: str) -> str:
        """A word from a title, a heading or the glossary that may have been meant; empty if none is near."""
        typed = max(fold(clean(query[:_LONGEST_QUERY])).split(), key=len, default="")
        if len(typed) < 4:
            return ""
        words, masks, spelled = self._names
        found = near(words.__getitem__, masks, typed, max(2, len(typed) // 3), limit=1)
        return spelled[found[0][0]] if found else ""

    @cached_property
    def _names(self) -> tuple[list[str], list[int], dict[str, str]]:
        """The folded words that may be suggested, with their letters, and how each is spelled."""
        spelled: dict[str, str] = {}
        for word in self._tables.names:
            spelled.setdefault(fold(word).strip(), word)
        return list(spelled), list(map(letters, spelled)), spelled

    # -- the words ----------------------------------------------------------------------------------------------

    def _scored(self, form: str, worth: float) -> _Scored:
        """Title before heading before text; in the text it counts a little how often it is said."""
        tables = self._tables
        scores = {n: _TEXT * worth * fit for n, fit in tables.texts.holding(form).items()}
        for lexicon, field in ((tables.headings, _HEADING), (tables.titles, _TITLE)):
            scores.update({n: field * worth * fit for n, fit in lexicon.holding(form).items()})
        for n, count in tables.texts.often(form).items():
            scores[n] += worth * count
        return _Scored(form, worth == 1.0, scores)

    def _guesses(self, typed: _Scored) -> list[_Scored]:
        """Words that may have been meant; one that stands in several places was hardly mistyped."""
        most = slips_allowed(typed.form)
        if not most or len(typed.scores) >= LITTLE:
            return []
        tables = (self._tables.titles, self._tables.texts)
        found = {pair for one in tables for pair in near(one.word, one.masks, typed.form, most)}
        return [self._scored(word, _A_SLIP**distance) for word, distance in sorted(found, key=lambda p: (p[1], p[0]))]

    # -- the entries --------------------------------------------------------------------------------------------

    def _best(self, wanted: list[list[_Scored]], limit: int, allowed: Allowed) -> list[_Match]:
        """Whole answers before partial ones, exact before guessed, then by score; at most `limit` of a kind."""
        entries, kinds = self._tables.entries, list(SearchKind)
        counts = dict.fromkeys(kinds, 0)
        best: list[_Match] = []
        for number in _ranked(wanted):
            kind = entries[number].kind
            # Only questions have anything to hide, and there are thousands of others.
            if counts[kind] < limit and (not entries[number].item_id or allowed(entries[number])):
                counts[kind] += 1
                best.append(_match(number, wanted))
        best.sort(key=lambda m: (-m.share, not m.exact, -m.score, kinds.index(entries[m.number].kind)))
        return best

    def _hit(self, match: _Match) -> Hit:
        entry = self._tables.entries[match.number]
        passages = self._passages(match.number)
        passage = _passage(passages, match.forms)
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


class IndexMaker:
    """Takes entries in; an index of all so far can be had at any time."""

    def __init__(self, entries: Iterable[SearchEntry] = ()) -> None:
        self._entries: list[SearchEntry] = []
        self._passages: list[tuple[Passage, ...]] = []
        self._names: dict[str, None] = {}
        self._titles, self._headings, self._texts = LexiconMaker(), LexiconMaker(), LexiconMaker()
        self._index: Index | None = None
        self.add(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[SearchEntry]) -> None:
        """Take more entries in."""
        for entry in entries:
            number = len(self._entries)
            passages = tuple(Passage(clean(p.text).replace(PASSAGE_END, " "), clean(p.heading)) for p in entry.passages)
            headings = tuple(dict.fromkeys(p.heading for p in passages if p.heading))
            title = clean(entry.title)
            if entry.kind in (SearchKind.LESSON, SearchKind.TERM):
                for word in " ".join((title, *headings)).split():
                    self._names.setdefault(word.strip(".,;:!?…„“”»«\"'()–-"), None)
            self._titles.add(number, fold(title))
            self._headings.add(number, fold(" ".join((clean(entry.also), *headings))))
            self._texts.add(number, " ".join(fold(p.text) for p in passages))
            self._entries.append(replace(entry, title=title, passages=(), also=""))
            self._passages.append(passages)
            self._index = None

    @property
    def passages(self) -> Sequence[Sequence[Passage]]:
        """The paragraphs of each entry taken in."""
        return self._passages

    def tables(self) -> Tables:
        """What an index of all entries so far looks things up in."""
        made = (one.made() for one in (self._titles, self._headings, self._texts))
        return Tables(tuple(self._entries), tuple(self._names), *made)

    def index(self) -> Index:
        """An index of all entries so far."""
        if self._index is None:
            self._index = Index(self.tables(), self._passages.__getitem__)
        return self._index


def _ranked(wanted: list[list[_Scored]]) -> list[int]:
    """The entries with at least half of the words, best first."""
    sums: dict[int, float] = {}
    for forms in wanted:
        for number, worth in _of_a_word(forms).items():
            sums[number] = sums.get(number, 0.0) + worth
    # A word held outweighs any score, and what was typed any guess.
    least = (len(wanted) + 1) // 2 * _HELD
    numbers = sorted(number for number, worth in sums.items() if worth >= least)
    return sorted(numbers, key=sums.__getitem__, reverse=True)


_HELD, _TYPED = 1e6, 1e4
"""What it adds to the rank of an entry that it holds a word at all, and that it holds it as it was typed."""


def _of_a_word(forms: list[_Scored]) -> dict[int, float]:
    """What each entry is worth by one word: as it was typed, else by its likeliest form."""
    worth: dict[int, float] = {}
    for one in reversed(forms):
        bonus = _HELD + _TYPED * one.exact
        if one.exact:
            worth.update({n: score + bonus for n, score in one.scores.items()})
        else:
            for n, score in one.scores.items():
                worth[n] = max(worth.get(n, 0.0), score + bonus)
    return worth


def _match(number: int, wanted: list[list[_Scored]]) -> _Match:
    found = []
    for forms in wanted:
        held = [one for one in forms if number in one.scores]
        if held:
            found.append(held[0] if held[0].exact else max(held, key=lambda one: one.scores[number]))
    return _Match(
        number,
        len(found) / len(wanted),
        sum(one.scores[number] for one in found),
        tuple(one.form for one in found),
        all(one.exact for one in found),
    )


def _passage(passages: Sequence[Passage], forms: tuple[str, ...]) -> Passage | None:
    """The passage with most of the words found, as a whole where possible; the first one if only the title matched."""
    if not passages:
        return None
    # Folded in one stroke: that is several times as fast as one by one.
    folded = fold(PASSAGE_END.join(passage.text for passage in passages)).split(PASSAGE_END)
    held = [0.0] * len(passages)
    for form in forms:
        for number, text in enumerate(folded):
            if form in text:
                held[number] += _fit(f" {text} ", form)
    return passages[held.index(max(held))]


def _fit(text: str, form: str) -> float:
    """How well a form fits that stands in a text between blanks."""
    if f" {form}" not in text:
        return INSIDE
    return WHOLE if f" {form} " in text else BEGINNING
