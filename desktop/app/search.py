"""Finding: one field for courses, lessons, terms, answered questions, own notes, simulations and commands."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from desktop.app.library import Library
from desktop.app.search_store import SearchStore
from desktop.app.search_texts import (
    assessment_entry,
    course_entry,
    lesson_entries,
    note_entry,
    quiz_entries,
    scenario_entry,
)
from desktop.app.seen import Seen
from desktop.learning.folding import fold
from desktop.learning.search import Index, IndexMaker
from desktop.learning.snippets import ranges_in
from desktop.model.errors import KlartextError
from desktop.model.outline import CourseOutline
from desktop.model.search import Hit, SearchEntry, SearchKind
from desktop.store.learner_store import LearnerStore

__all__ = ["PER_KIND", "Search", "fold", "ranges_in"]

PER_KIND = 8
"""Hits of one kind that a list shows at most."""

_Reading = Callable[[], Iterable[SearchEntry]]
_Wanted = tuple[str, str, Mapping[str, str]]
"""What an index is made of: language, fingerprint of all files, and the words that are not in the files."""


class Search:
    """Looks through all courses in one language; read when first asked, and again when files have changed.

    A window calls `begin` when its field opens and then `read_on` between two events until nothing is left to read, so
    that a cold start never stands still, and `rest` when the field closes; `find` reads what is left unless told not
    to wait.
    """

    def __init__(self, store: LearnerStore, library: Library) -> None:
        self._store = store
        self._library = library
        self._kept = SearchStore(store.folder / "cache")
        self._seen = Seen(store)
        self._language = ""
        self._wanted: _Wanted = ("", "", {})
        self._index: Index | None = None
        self._own = IndexMaker()
        self._commands = IndexMaker()
        self._also: Mapping[SearchKind, str] = {}
        self._making: IndexMaker | None = None
        self._terms: set[tuple[str, str]] = set()
        self._open: list[_Reading] = []
        self._all = 0

    @property
    def progress(self) -> float:
        """How much has been read, 0..1; 1 when all of it can be found."""
        return 1.0 if not self._open else 1 - len(self._open) / self._all

    def begin(
        self, language: str, commands: Sequence[SearchEntry] = (), also: Mapping[SearchKind, str] | None = None
    ) -> None:
        """Take up what changed since the last time: files, language, answered questions, notes, what the window can do.

        `also` are further words in the learner's language by which all of a kind are found ("checklist, print").
        """
        self._library.refresh()
        self._commands = IndexMaker(commands)
        self._also = self._also if also is None else also
        outlines = {outline.id: outline for outline in self._library.outlines(language)}
        self._own = IndexMaker(self._notes(outlines))
        self._seen.look_again(outline.quiz_id for outline in outlines.values() if outline.quiz_id)
        wanted = (language, self._library.fingerprint, self._words_beside())
        if wanted != self._wanted or (self._index is None and self._making is None):
            self._language, self._wanted = language, wanted
            self._start(tuple(outlines.values()))

    def rest(self) -> None:
        """Let go of what can be had again from the disk in a moment; what is still being read stays."""
        if self._making is None:
            self._index = None

    def read_on(self) -> bool:
        """Read one more lesson or test; False when there was none left. A broken one is passed over."""
        if not self._open or self._making is None:
            return self._seen.read_on()
        with contextlib.suppress(KlartextError):
            self._making.add(map(self._findable, self._fresh(self._open.pop(0)())))
        if not self._open:
            self._finish(self._making)
        return bool(self._open) or self._seen.is_behind

    def find(self, query: str, language: str, limit: int = PER_KIND, *, wait: bool = True) -> tuple[Hit, ...]:
        """The best hits, at most `limit` of each kind; without `wait` only among what has been read so far.

        A question of a lesson or a test is found once it was answered, and not while a test that asks it is open.
        """
        index = self._ready(language, wait=wait)
        own = (*self._commands.index().find(query, limit), *self._own.index().find(query, limit))
        hits = (*own, *index.find(query, limit, self._may_be_seen))
        exact = [hit for hit in hits if hit.exact]
        # What was typed stands somewhere, so that a mere likeness to a command would only be in the way.
        return tuple(exact + [h for h in hits if not h.exact and (h.kind is not SearchKind.COMMAND or not exact)])

    def suggest(self, query: str, language: str, *, wait: bool = True) -> str:
        """A word that may have been meant where nothing was found; empty if none is near."""
        return self._ready(language, wait=wait).suggest(query)

    def _ready(self, language: str, *, wait: bool) -> Index:
        if language != self._language or (self._index is None and self._making is None):
            self.begin(language)
        while wait and self.read_on():
            pass
        if self._making is not None:
            return self._making.index()
        return self._index or IndexMaker().index()

    def _start(self, outlines: Sequence[CourseOutline]) -> None:
        """From the index on disk, else note down what is to be read."""
        self._open, self._making = [], None
        self._index = self._kept.load(*self._wanted)
        if self._index is not None:
            return
        self._making, self._terms = IndexMaker(), set()
        self._open.append(self._note_exercises)
        for outline in outlines:
            self._open.append(partial(_one, course_entry, outline))
            self._open += [partial(self._of_lesson, outline, lesson.id) for lesson in outline.lessons]
            if outline.quiz_id is not None:
                self._open.append(partial(self._of_quiz, outline))
        self._all = len(self._open)

    def _finish(self, made: IndexMaker) -> None:
        """Keep the index, and go on with the one on disk, which leaves the paragraphs there."""
        self._kept.save(*self._wanted, made.tables(), made.passages)
        self._index = self._kept.load(*self._wanted)
        if self._index is not None:
            self._making, self._terms = None, set()

    def _words_beside(self) -> dict[str, str]:
        return {**self._library.profile.values, **{f"also {kind}": words for kind, words in self._also.items()}}

    # -- what is read -------------------------------------------------------------------------------------------

    def _note_exercises(self) -> Iterable[SearchEntry]:
        """Put simulations and self-assessments on the list; which there are is only known from the files' heads."""
        more: list[_Reading] = [partial(self._of_scenario, one) for one in self._library.scenario_ids()]
        more += [partial(self._of_assessment, one) for one in self._library.assessment_ids()]
        self._open += more
        self._all += len(more)
        return ()

    def _of_lesson(self, outline: CourseOutline, lesson_id: str) -> Iterable[SearchEntry]:
        return lesson_entries(outline, self._library.lesson(outline.id, lesson_id, self._language))

    def _of_quiz(self, outline: CourseOutline) -> Iterable[SearchEntry]:
        return quiz_entries(outline, self._library.quiz(outline.id, self._language))

    def _of_scenario(self, scenario_id: str) -> Iterable[SearchEntry]:
        yield scenario_entry(self._library.scenario(scenario_id, self._language))

    def _of_assessment(self, assessment_id: str) -> Iterable[SearchEntry]:
        yield assessment_entry(self._library.assessment(assessment_id, self._language))

    def _notes(self, outlines: Mapping[str, CourseOutline]) -> Iterator[SearchEntry]:
        for note in self._store.annotations():
            if note.course_id in outlines:
                yield self._findable(note_entry(note, outlines[note.course_id]))

    def _findable(self, entry: SearchEntry) -> SearchEntry:
        return replace(entry, also=self._also.get(entry.kind, ""))

    def _fresh(self, entries: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
        """The entries without terms that another lesson explains in the same words."""
        for entry in entries:
            if entry.kind is SearchKind.TERM:
                explained = (entry.title, entry.passages[0].text)
                if explained in self._terms:
                    continue
                self._terms.add(explained)
            yield entry

    def _may_be_seen(self, entry: SearchEntry) -> bool:
        if entry.quiz_id:
            return self._seen.in_test(entry.quiz_id, entry.item_id)
        return self._seen.in_lesson(entry.target.course_id, entry.target.lesson_id, entry.item_id)


def _one(make: Callable[[CourseOutline], SearchEntry], outline: CourseOutline) -> Iterable[SearchEntry]:
    yield make(outline)
