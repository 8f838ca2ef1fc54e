"""Which questions the learner has answered, and may therefore find again."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.store.learner_store import LearnerStore


class Seen:
    """Answered questions of lessons and tests; a question that an open test asks counts as one never seen.

    The history of answers may be long: what a test's finished attempts held is read once, one test at a time, and after
    a further attempt only that one.
    """

    def __init__(self, store: LearnerStore) -> None:
        self._store = store
        self._checks: frozenset[tuple[str, str, str]] = frozenset()
        self._asked: dict[str, frozenset[str]] = {}
        self._answered: dict[str, tuple[int, frozenset[str]]] = {}
        self._behind: list[str] = []

    @property
    def is_behind(self) -> bool:
        """Whether some test's attempts are still to be read."""
        return bool(self._behind)

    def look_again(self, quiz_ids: Iterable[str]) -> None:
        """Take up what was answered since the last time; the tests that need reading wait for `read_on`."""
        store = self._store
        self._checks = frozenset(
            (course, lesson, item)
            for course, lessons in store.all_progress().items()
            for lesson, progress in lessons.items()
            for item in progress.checks
        )
        self._behind, self._asked = [], {}
        for quiz_id in quiz_ids:
            open_ = store.open_attempt(quiz_id)
            if open_ is not None:
                self._asked[quiz_id] = frozenset(drawn.item_id for drawn in open_.draw)
            if store.attempt_count(quiz_id) != self._answered.get(quiz_id, (0, frozenset()))[0]:
                self._behind.append(quiz_id)

    def read_on(self) -> bool:
        """Read the attempts at one more test; False when there was none left."""
        if not self._behind:
            return False
        quiz_id = self._behind.pop(0)
        count = self._store.attempt_count(quiz_id)
        known, items = self._answered.get(quiz_id, (0, frozenset()))
        last = self._store.last_attempt(quiz_id) if known and count == known + 1 else None
        if last is not None:
            items = items.union(last.answers)
        else:
            items = frozenset(item for attempt in self._store.attempts(quiz_id) for item in attempt.answers)
        self._answered[quiz_id] = (count, items)
        return bool(self._behind)

    def in_lesson(self, course_id: str, lesson_id: str, item_id: str) -> bool:
        """Whether a knowledge check was answered."""
        return (course_id, lesson_id, item_id) in self._checks

    def in_test(self, quiz_id: str, item_id: str) -> bool:
        """Whether a test's question was answered in a finished attempt and is not asked by an open one."""
        if item_id in self._asked.get(quiz_id, ()):
            return False
        return item_id in self._answered.get(quiz_id, (0, frozenset()))[1]
