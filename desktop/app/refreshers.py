"""Refreshers: items answered before that come back when they fade, ten a day, over all courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.app.library import Library
from desktop.app.standing import Clock
from desktop.learning.refreshing import CardKey, day_of, due_cards, is_parked, key_of, next_day
from desktop.model.errors import NotPossible
from desktop.model.outline import CourseOutline
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore

if TYPE_CHECKING:
    from desktop.app.asking import Question, Refreshed
    from desktop.model.quiz import Response

_ABANDONED = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is to come when nothing is due: `next_day` (None: nothing), or why nothing can be told.

    `begun` says whether anything was ever answered. `out_of_reach` says that all of it belongs to courses that are not
    at hand, `in_test` that something due stands in a test that was begun, `clock_behind` that the clock shows a day
    before that of answers already given.
    """

    begun: bool
    next_day: date | None
    out_of_reach: bool = False
    in_test: bool = False
    clock_behind: bool = False


class Refreshers:
    """Asks from the cards alone what is due, so that home may; courses are read when a session begins.

    Answers given here go to the history and to the cards, never to attempts, passes or certificates.
    """

    def __init__(self, store: LearnerStore, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._asked: dict[CardKey, Question] = {}
        self._hinted: set[CardKey] = set()
        self._unreadable: tuple[str, frozenset[CardKey]] = ("", frozenset())

    def due(self, language: str) -> Mapping[str, int]:
        """How many questions are due today, by course id; no test is read for it."""
        cards = self._store.cards(near=self._clock().date())
        return MappingProxyType(Counter(card.course_id for card in self._due(cards, language)))

    def session(self, language: str) -> tuple[Question, ...]:
        """The questions to ask now, in their order, in `language` where there is a translation.

        What people answered before there were cards gets them here, once. Items that are gone are not asked again;
        those whose course or test cannot be read wait. Raises StoreFull or StoreReadOnly.
        """
        from desktop.app import asking

        self._library.refresh()
        self._store.save_cards(asking.missing_cards(self._store, self._library.outlines(language)))
        found = asking.Finder(self._library, language)
        while True:
            cards = self._due(self._store.cards(), language)
            questions = tuple(filter(None, map(found.question, cards)))
            self._unreadable = (self._library.fingerprint, frozenset(found.unreadable))
            self._store.save_cards(found.take_gone())
            if len(questions) == len(cards):
                break
        self._asked = {question.key: question for question in questions}
        return questions

    def see_hint(self, key: CardKey) -> None:
        """Remember until the answer that its hint was read, even if the round is left and begun again."""
        self._hinted.add(key)

    def answer(self, key: CardKey, response: Response, hint_used: bool = False) -> Refreshed:
        """Grade an answer to a question of the session and keep it; it is on disk when this returns.

        Raises NotPossible `refresher-unknown` for what was not asked or is answered already, StoreFull, StoreReadOnly.
        """
        from desktop.app import asking

        question = self._asked.get(key)
        if question is None:
            raise NotPossible("refresher-unknown")
        hint_used = hint_used or key in self._hinted
        graded, answer, card = asking.answered(question, response, hint_used, self._clock())
        self._store.record_refresher(card, answer)
        del self._asked[key]
        self._hinted.discard(key)
        return asking.Refreshed(graded, day_of(card.due, self._clock()))

    def today(self) -> date:
        """The day by the clock."""
        return self._clock().date()

    def outlook(self, language: str) -> Outlook:
        """What is to come, and why nothing may be due."""
        now, courses = self._clock(), self._courses(language)
        there = [card for card in self._store.cards() if not is_parked(card)]
        at_hand = [card for card in there if self._at_hand(card, courses)]
        tested = self._tested(courses)
        free = [card for card in at_hand if not tested(card)]
        return Outlook(
            begun=bool(there),
            next_day=next_day(free, now),
            out_of_reach=bool(there) and not at_hand,
            in_test=any(day_of(card.due, now) <= now.date() for card in at_hand if tested(card)),
            clock_behind=any(day_of(card.reviewed, now) > now.date() for card in at_hand),
        )

    def _due(self, cards: Iterable[Card], language: str) -> tuple[Card, ...]:
        courses = self._courses(language)
        tested = self._tested(courses)
        return due_cards(cards, self._clock(), askable=lambda card: self._at_hand(card, courses) and not tested(card))

    def _tested(self, courses: Mapping[str, CourseOutline]) -> Callable[[Card], bool]:
        """Whether a card's item stands in an open attempt, where a refresher would give its answer away."""
        found: dict[str, frozenset[str]] = {}

        def tested(card: Card) -> bool:
            if card.lesson_id:
                return False
            if card.course_id not in found:
                found[card.course_id] = self._being_tested(courses[card.course_id])
            return card.item_id in found[card.course_id]

        return tested

    def _being_tested(self, outline: CourseOutline) -> frozenset[str]:
        """The items of the open attempt at a course's test; one left alone for `_ABANDONED` holds nothing up."""
        attempt = self._store.open_attempt(outline.quiz_id) if outline.quiz_id else None
        if attempt is None:
            return frozenset()
        touched = max([attempt.started, *(answer.at for answer in attempt.answers.values())])
        if self._clock() - touched > _ABANDONED:
            return frozenset()
        return frozenset(drawn.item_id for drawn in attempt.draw)

    def _courses(self, language: str) -> dict[str, CourseOutline]:
        return {outline.id: outline for outline in self._library.outlines(language)}

    def _at_hand(self, card: Card, courses: Mapping[str, CourseOutline]) -> bool:
        """Whether its course is at hand, and its lesson, as far as outlines tell."""
        outline = courses.get(card.course_id)
        seen, unreadable = self._unreadable
        if outline is None or (seen == self._library.fingerprint and key_of(card) in unreadable):
            return False
        if not card.lesson_id:
            return outline.quiz_id is not None
        return any(lesson.id == card.lesson_id and card.item_id in lesson.item_ids for lesson in outline.lessons)
