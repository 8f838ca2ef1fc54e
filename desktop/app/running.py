"""An attempt in use: what was drawn and answered, joined with today's test in every language it can be read in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from desktop.app.views import ItemView, TopicResult
from desktop.learning.attempts import is_final
from desktop.learning.drawing import Arranged, arrange
from desktop.learning.grading import grade
from desktop.learning.keys import scoring_key, still_same
from desktop.learning.translating import drawn_in, response_in
from desktop.model.course import CourseOutline
from desktop.model.errors import NotPossible
from desktop.model.learner import Answer, Attempt, DrawnItem, Pass
from desktop.model.quiz import FeedbackMode, Item, Quiz


@dataclass(frozen=True, slots=True)
class Running:
    """An attempt as fitted to today's bank and as kept, its test as shown, in its own language, and in all."""

    attempt: Attempt
    kept: Attempt
    outline: CourseOutline
    shown: Quiz
    own: Quiz
    editions: tuple[Quiz, ...]

    def views(self, *, finished: bool) -> tuple[ItemView, ...]:
        """Every drawn item as it is shown now; `finished` shows marks whatever the test says about feedback."""
        return tuple(self.view(place, finished=finished) for place in range(len(self.attempt.draw)))

    def view(self, position: int, *, finished: bool) -> ItemView:
        """One of them."""
        drawn = self.attempt.draw[position]
        answer = self.attempt.answers.get(drawn.item_id)
        own = self.own_item(drawn.item_id)
        if answer is None:
            item = find(self.shown, drawn.item_id) or own
            return ItemView(item, self._arranged(drawn, own, item))
        item, shown = self._as_shown(answer)
        marked = finished or self.own.feedback is FeedbackMode.IMMEDIATE
        graded = grade(item, shown.response, hint_used=shown.hint_used) if marked else None
        final = finished or is_final(self.own, self.attempt, drawn.item_id)
        shown = shown if marked else replace(shown, fraction=None)
        return ItemView(item, self._arranged(drawn, own, item), shown, graded, final)

    def discreet(self) -> Attempt:
        """The attempt without marks where they are not to be seen before the end."""
        if self.own.feedback is FeedbackMode.IMMEDIATE or self.attempt.finished is not None:
            return self.attempt
        answers = {item_id: replace(answer, fraction=None) for item_id, answer in self.attempt.answers.items()}
        return replace(self.attempt, answers=MappingProxyType(answers))

    def position_of(self, item_id: str) -> int:
        """Where an item was drawn. Raises NotPossible `item-not-drawn`."""
        for position, drawn in enumerate(self.attempt.draw):
            if drawn.item_id == item_id:
                return position
        raise NotPossible("item-not-drawn", item=item_id)

    def own_item(self, item_id: str) -> Item:
        """An item in the attempt's own language. Raises NotPossible `item-not-drawn`."""
        item = find(self.own, item_id)
        if item is None:
            raise NotPossible("item-not-drawn", item=item_id)
        return item

    def proof(self, now: datetime) -> Pass:
        """What would be kept of it as a pass."""
        # Every answer stands for the bank as it is today, else its item was asked again: so today's version was passed.
        return Pass(
            course_id=self.outline.id,
            quiz_id=self.own.id,
            attempt_id=self.attempt.id,
            day=now.date(),
            course_version=self.outline.version,
            content_hash=self.outline.content_hash,
            language=self.attempt.language,
        )

    def topics(self) -> tuple[TopicResult, ...]:
        """How each topic went, named as its lesson where there is one."""
        titles = {lesson.id: lesson.title for lesson in self.outline.lessons}
        topics = self.attempt.result.topics if self.attempt.result else ()
        return tuple(TopicResult(tag, titles.get(tag, tag.replace("-", " ")), got, of) for tag, got, of in topics)

    def _arranged(self, drawn: DrawnItem, own: Item, item: Item) -> Arranged:
        if item is own:
            return arrange(item, drawn)
        return arrange(item, drawn_in(drawn, own, item, self.attempt.seed, shuffle=self.own.shuffle))

    def _as_shown(self, answer: Answer) -> tuple[Item, Answer]:
        """The item in the language asked for with the answer carried over.

        Typed words keep the item they were typed in.
        """
        given = self._as_given(answer)
        item = find(self.shown, answer.item_id)
        if item is None or item is given:
            return given, answer
        response = response_in(answer.response, given, item)
        return (given, answer) if response is None else (item, replace(answer, response=response))

    def _as_given(self, answer: Answer) -> Item:
        """The item in the language in which it was answered."""
        own = self.own_item(answer.item_id)
        if not answer.key or still_same(answer.key, scoring_key(own)):
            return own
        for quiz in self.editions:
            item = find(quiz, answer.item_id)
            if item is not None and still_same(answer.key, scoring_key(item)):
                return item
        return own


def find(quiz: Quiz, item_id: str) -> Item | None:
    """An item of a test by its id."""
    return next((item for item in quiz.items if item.id == item_id), None)
