"""Finding: one field for courses, lessons, terms, answered questions and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.app.library import Library
from desktop.app.search_store import SearchStore
from desktop.app.search_texts import course_entry, lesson_entries, quiz_entries
from desktop.learning.folding import fold
from desktop.learning.search import Index
from desktop.learning.snippets import ranges_in
from desktop.model.errors import KlartextError
from desktop.model.search import Hit, SearchEntry, SearchKind
from desktop.store.learner_store import LearnerStore

__all__ = ["PER_KIND", "Search", "fold", "ranges_in"]

PER_KIND = 8
"""Hits of one kind that a list shows at most."""


class Search:
    """Looks through all courses in one language; read when first asked, and again when files have changed.

    A window calls `begin` when its field opens and then `read_on` between two events until nothing is left to read, so
    that a cold start never stands still; `find` reads what is left unless told not to wait.
    """

    def __init__(self, store: LearnerStore, library: Library) -> None:
        self._store = store
        self._library = library
        self._kept = SearchStore(store.folder / "cache")
        self._language = ""
        self._print = ""
        self._index = Index()
        self._commands = Index()
        self._entries: list[SearchEntry] = []
        self._open: list[Callable[[], Iterator[SearchEntry]]] = []
        self._all = 0
        self._seen: frozenset[tuple[str, str]] = frozenset()

    @property
    def progress(self) -> float:
        """How much has been read, 0..1; 1 when all of it can be found."""
        return 1.0 if not self._open else 1 - len(self._open) / self._all

    def begin(self, language: str, commands: Sequence[SearchEntry] = ()) -> None:
        """Take up what changed since the last time: files, language, answered questions, what the window can do."""
        self._library.refresh()
        self._commands = Index(commands)
        self._seen = self._answered(language)
        if (language, self._library.fingerprint) != (self._language, self._print):
            self._language, self._print = language, self._library.fingerprint
            self._start()

    def read_on(self) -> bool:
        """Read one more lesson or test; False when there was none left. A broken one is passed over."""
        if not self._open:
            return False
        try:
            entries = self._fresh(self._open.pop(0)())
        except KlartextError:
            entries = []
        self._entries += entries
        self._index.add(entries)
        if not self._open:
            self._kept.save(self._language, self._print, self._library.profile.values, self._entries)
        return bool(self._open)

    def find(self, query: str, language: str, limit: int = PER_KIND, *, wait: bool = True) -> tuple[Hit, ...]:
        """The best hits, at most `limit` of each kind; without `wait` only among what has been read so far.

        A question of a lesson or a test is found once it was answered, and not while a test that asks it is open.
        """
        self._ready(language, wait=wait)
        hits = (*self._commands.find(query, limit), *self._index.find(query, limit, self._may_be_seen))
        exact = [hit for hit in hits if hit.exact]
        # What was typed stands somewhere, so that a mere likeness to a command would only be in the way.
        return tuple(exact + [h for h in hits if not h.exact and (h.kind is not SearchKind.COMMAND or not exact)])

    def suggest(self, query: str, language: str, *, wait: bool = True) -> str:
        """A word that may have been meant where nothing was found; empty if none is near."""
        self._ready(language, wait=wait)
        return self._index.suggest(query, self._may_be_seen)

    def _ready(self, language: str, *, wait: bool) -> None:
        if language != self._language:
            self.begin(language)
        while wait and self._open:
            self.read_on()

    def _start(self) -> None:
        """From the texts on disk, else note down what is to be read."""
        language, self._open, self._entries, self._index = self._language, [], [], Index()
        kept = self._kept.load(language, self._print, self._library.profile.values)
        if kept is not None:
            self._index.add(kept)
            return
        for outline in self._library.outlines(language):
            self._open.append(lambda o=outline: iter([course_entry(o)]))  # type: ignore[misc]
            for lesson in outline.lessons:
                self._open.append(
                    lambda o=outline, one=lesson.id: lesson_entries(o, self._library.lesson(o.id, one, language))  # type: ignore[misc]
                )
            if outline.quiz_id is not None:
                self._open.append(lambda o=outline: quiz_entries(o, self._library.quiz(o.id, language)))  # type: ignore[misc]
        self._all = len(self._open)

    def _fresh(self, entries: Iterator[SearchEntry]) -> list[SearchEntry]:
        """The entries without terms that another lesson explains in the same words."""
        known = {(e.title, e.passages) for e in self._entries if e.kind is SearchKind.TERM}
        return [e for e in entries if e.kind is not SearchKind.TERM or (e.title, e.passages) not in known]

    def _may_be_seen(self, entry: SearchEntry) -> bool:
        if not entry.item_id:
            return True
        place = entry.quiz_id or f"{entry.target.course_id}/{entry.target.lesson_id}"
        return (place, entry.item_id) in self._seen

    def _answered(self, language: str) -> frozenset[tuple[str, str]]:
        """(test, or course/lesson; question) of all that was answered, but for what an open test asks."""
        seen = {
            (f"{course}/{lesson}", item)
            for course, lessons in self._store.all_progress().items()
            for lesson, progress in lessons.items()
            for item in progress.checks
        }
        for outline in self._library.outlines(language):
            if outline.quiz_id is None:
                continue
            answered = {item for attempt in self._store.attempts(outline.quiz_id) for item in attempt.answers}
            open_ = self._store.open_attempt(outline.quiz_id)
            answered -= {drawn.item_id for drawn in open_.draw} if open_ else set()
            seen |= {(outline.quiz_id, item) for item in answered}
        return frozenset(seen)
