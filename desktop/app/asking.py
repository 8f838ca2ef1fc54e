"""The questions behind the cards: found in lessons and tests, asked in the learner's language, answered, scheduled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from desktop.app.library import Library
from desktop.app.standing import LANGUAGES
from desktop.app.study import check_items
from desktop.learning.drawing import Arranged, arrange, draw_item
from desktop.learning.grading import Graded, grade
from desktop.learning.keys import scoring_key, still_same
from desktop.learning.refreshing import CardKey, attempt_cards, key_of, parked, rate, review
from desktop.learning.results import lessons_to_reread
from desktop.model.errors import KlartextError
from desktop.model.learner import Answer
from desktop.model.outline import CourseOutline, LessonOutline
from desktop.model.quiz import Item, ReflectionItem, Response
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A refresher to ask: the item with its parts mixed, its course, and the lesson to reread (None: not known).

    `anew` says that the item was changed in substance since it was answered, so that it counts as a new one.
    """

    card: Card
    item: Item
    arranged: Arranged
    course_title: str
    lesson: LessonOutline | None
    anew: bool = False

    @property
    def key(self) -> CardKey:
        """What names it."""
        return key_of(self.card)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A graded refresher, and the day on which it comes back."""

    graded: Graded
    due: date


class Finder:
    """Finds the items of cards in a library; what it finds gone or unreadable it remembers."""

    def __init__(self, library: Library, language: str) -> None:
        self._library = library
        self._language = language
        self._outlines = {outline.id: outline for outline in library.outlines(language)}
        self._gone: list[Card] = []
        self.unreadable: set[CardKey] = set()

    def question(self, card: Card) -> Question | None:
        """The question of a card; None where its item is gone or cannot be read now."""
        outline = self._outlines[card.course_id]
        try:
            item = self._item(card, self._language)
        except KlartextError:
            self.unreadable.add(key_of(card))
            return None
        if item is None or isinstance(item, ReflectionItem):
            self._gone.append(parked(card))
            return None
        seed = int.from_bytes(sha256("\x1f".join((*key_of(card), card.reviewed.isoformat())).encode()).digest()[:6])
        return Question(
            card=card,
            item=item,
            arranged=arrange(item, draw_item(item, seed)),
            course_title=outline.title,
            lesson=_lesson(outline, card, item),
            anew=not self._still_asked(card, item),
        )

    def take_gone(self) -> tuple[Card, ...]:
        """The cards whose items are gone, no longer due; each is handed out once."""
        gone, self._gone = tuple(self._gone), []
        return gone

    def _item(self, card: Card, language: str) -> Item | None:
        if card.lesson_id:
            lesson = self._library.lesson(card.course_id, card.lesson_id, language)
            items: Sequence[Item] = tuple(check_items(lesson.blocks))
        else:
            items = self._library.quiz(card.course_id, language).items
        return next((item for item in items if item.id == card.item_id), None)

    def _still_asked(self, card: Card, item: Item) -> bool:
        """Whether the item is what was answered, in any language."""
        if not card.key or still_same(card.key, scoring_key(item)):
            return True
        return any(still_same(card.key, scoring_key(twin)) for twin in self._twins(card))

    def _twins(self, card: Card) -> Iterator[Item]:
        for language in LANGUAGES:
            if language == self._language:
                continue
            try:
                twin = self._item(card, language)
            except KlartextError:
                continue  # a broken translation must not hide a question that can be read
            if twin is not None:
                yield twin


def answered(question: Question, response: Response, hint_used: bool, now: datetime) -> tuple[Graded, Answer, Card]:
    """The mark, the answer for the history, and the card as it stands after it."""
    item, key = question.item, scoring_key(question.item)
    graded = grade(item, response, hint_used=hint_used)
    rating = rate(graded.raw or 0.0, hint_used)
    card = review(question.card, question.key, rating, now, key, refresher=True, anew=question.anew)
    return graded, Answer(item.id, response, graded.fraction, now, hint_used, key), card


def missing_cards(store: LearnerStore, outlines: Sequence[CourseOutline]) -> list[Card]:
    """Cards for what was answered before there were any: the last attempt at each test, and knowledge checks.

    A test that has a card already has been through this, or was finished since; so the history is read once.
    """
    kept = {key_of(card): card for card in store.cards()}
    with_test = {course_id for course_id, lesson_id, _ in kept if not lesson_id}
    made: list[Card] = []
    for outline in outlines:
        if outline.quiz_id is not None and outline.id not in with_test:
            attempt = store.last_attempt(outline.quiz_id)
            if attempt is not None and attempt.finished is not None:
                made += attempt_cards(attempt, attempt.finished, {})
    for course_id, lessons in store.all_progress().items():
        for lesson_id, progress in lessons.items():
            for item_id, answer in progress.checks.items():
                key = (course_id, lesson_id, item_id)
                if key not in kept and answer.fraction is not None:
                    made.append(review(None, key, rate(answer.fraction, answer.hint_used), answer.at, answer.key))
    return made


def _lesson(outline: CourseOutline, card: Card, item: Item) -> LessonOutline | None:
    """Where to read it up: the lesson it stands in, else the first that the test's item points to."""
    if card.lesson_id:
        return next((lesson for lesson in outline.lessons if lesson.id == card.lesson_id), None)
    return next(iter(lessons_to_reread(outline, (item,))), None)
