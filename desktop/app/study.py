"""Working through lessons: positions, ticks, knowledge checks, lessons read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from desktop.app.library import Library
from desktop.app.standing import LANGUAGES, Clock, Standing
from desktop.app.views import CheckView
from desktop.learning.drawing import arrange, draw_item
from desktop.learning.grading import Graded, grade
from desktop.learning.keys import scoring_key, still_same
from desktop.learning.refreshing import rate, review
from desktop.learning.translating import response_in
from desktop.model.course import Block, Details, KnowledgeCheck, Lesson
from desktop.model.errors import KlartextError
from desktop.model.learner import Answer, LessonProgress
from desktop.model.progress import CourseState
from desktop.model.quiz import Item, Response
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore

_A_STEP = 0.002
"""Share of a lesson's height below which a move is not worth a write."""


class Study:
    """What a learner does inside lessons; each change is on disk when the call returns."""

    def __init__(self, store: LearnerStore, library: Library, standing: Standing, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._standing = standing
        self._clock = clock

    def state(self, course_id: str, language: str) -> CourseState:
        """Where the learner stands in a course. Raises NotPossible `course-unknown`."""
        return self._standing.state(course_id, language)

    def progress(self, course_id: str, lesson_id: str) -> LessonProgress:
        """How far a lesson is; an untouched one is at its beginning."""
        return self._store.lesson_progress(course_id).get(lesson_id) or LessonProgress(course_id, lesson_id)

    def keep_position(self, course_id: str, lesson_id: str, position: float) -> LessonProgress:
        """Remember how far down (0..1) the lesson was left; a hair's breadth is not written."""
        progress = self._known(course_id, lesson_id)
        position = min(1.0, max(0.0, position))
        if progress.touched is not None and abs(progress.position - position) < _A_STEP:
            return progress
        return self._save(replace(progress, position=position))

    def mark_read(self, course_id: str, lesson_id: str) -> CourseState:
        """Count the lesson as read to its end; returns where the course stands now, in the language of the settings."""
        progress = self._known(course_id, lesson_id)
        if not progress.read:
            self._save(replace(progress, read=True, read_on=self._clock().date()))
        return self._standing.state(course_id, self._language)

    def tick(self, course_id: str, lesson_id: str, task_id: str, on: bool) -> LessonProgress:
        """Tick or untick a line of a checklist."""
        progress = self._known(course_id, lesson_id)
        ticks = progress.ticks | {task_id} if on else progress.ticks - {task_id}
        return progress if ticks == progress.ticks else self._save(replace(progress, ticks=frozenset(ticks)))

    def answer_check(
        self, course_id: str, lesson_id: str, item: Item, response: Response, hint_used: bool = False
    ) -> Graded:
        """Grade an answer to a knowledge check and remember it; it may be given again as often as one likes."""
        self._known(course_id, lesson_id)
        graded = grade(item, response, hint_used=hint_used)
        answer = Answer(item.id, response, graded.fraction, self._clock(), hint_used, scoring_key(item))
        self._store.record_check(course_id, lesson_id, answer, self._card(course_id, lesson_id, answer, graded))
        return graded

    def _card(self, course_id: str, lesson_id: str, answer: Answer, graded: Graded) -> Card | None:
        """When the item comes back as a refresher; None where nothing can be graded."""
        if graded.raw is None:
            return None
        key = (course_id, lesson_id, answer.item_id)
        return review(self._store.card(*key), key, rate(graded.raw, answer.hint_used), answer.at, answer.key)

    def checks(self, course_id: str, lesson: Lesson) -> dict[str, CheckView]:
        """The lesson's knowledge-check items by id, arranged, with the answers that still stand.

        Options are mixed, in the same order each time the lesson is opened; an answer to an item that a trainer changed
        in substance since is left out.
        """
        given = self.progress(course_id, lesson.id).checks
        views = (self._view(item, given.get(item.id), course_id, lesson) for item in check_items(lesson.blocks))
        return {view.item.id: view for view in views}

    def _view(self, item: Item, answer: Answer | None, course_id: str, lesson: Lesson) -> CheckView:
        # A fixed seed per course: nothing is to be remembered, and the order is the same on every visit.
        seed = int.from_bytes(sha256(course_id.encode()).digest()[:6], "big")
        arranged = arrange(item, draw_item(item, seed))
        standing = self._in_language(item, answer, course_id, lesson) if answer else None
        if standing is None:
            return CheckView(item, arranged)
        return CheckView(item, arranged, standing, grade(item, standing.response, hint_used=standing.hint_used))

    def _in_language(self, item: Item, answer: Answer, course_id: str, lesson: Lesson) -> Answer | None:
        """The answer if it still stands, carried over where it was given in another language of the lesson."""
        if still_same(answer.key, scoring_key(item)):
            return answer
        for language in LANGUAGES:
            if language == lesson.language:
                continue
            try:
                other = self._library.lesson(course_id, lesson.id, language)
            except KlartextError:
                continue  # a broken translation must not hide a lesson that can be read
            for twin in check_items(other.blocks):
                if twin.id == item.id and still_same(answer.key, scoring_key(twin)):
                    response = response_in(answer.response, twin, item)
                    return None if response is None else replace(answer, response=response)
        return None

    @property
    def _language(self) -> str:
        return self._store.settings().language

    def _known(self, course_id: str, lesson_id: str) -> LessonProgress:
        """The progress of a lesson that exists. Raises NotPossible `course-unknown` or `lesson-unknown`."""
        self._library.lesson_outline(course_id, lesson_id, self._language)
        return self.progress(course_id, lesson_id)

    def _save(self, progress: LessonProgress) -> LessonProgress:
        kept = replace(progress, touched=self._clock())
        self._store.save_lesson_progress(kept)
        return kept


def check_items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    """Every knowledge-check item among the blocks, fold-outs included, in reading order."""
    for block in blocks:
        if isinstance(block, KnowledgeCheck):
            yield from block.items
        elif isinstance(block, Details):
            yield from check_items(block.blocks)
