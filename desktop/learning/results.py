"""What an attempt came to: score, topics, pass or not, and what to read again."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.course import CourseOutline, LessonOutline
from desktop.model.learner import Attempt, AttemptResult
from desktop.model.quiz import Item, Quiz, ReflectionItem

_CARE = 1e-9
"""Four of five points are 80 percent, whatever binary fractions make of it."""


def result(quiz: Quiz, attempt: Attempt) -> AttemptResult:
    """The outcome of an attempt, open items counted as 0.

    The score is the share of points earned in percent, weighted by `points`; reflections count for nothing. Each tag is
    a topic, in the order of first appearance; an item with two tags counts in both topics. An attempt in which nothing
    can be scored is not passed.
    """
    earned = possible = 0.0
    topics: dict[str, tuple[float, float]] = {}
    for item, fraction in _scored(quiz, attempt):
        earned += fraction * item.points
        possible += item.points
        for tag in dict.fromkeys(item.tags):
            got, of = topics.get(tag, (0.0, 0.0))
            topics[tag] = (got + fraction * item.points, of + item.points)
    score = 100.0 * earned / possible if possible > 0 else 0.0
    return AttemptResult(
        score=min(100.0, score),
        mastery_score=quiz.mastery_score,
        passed=possible > 0 and score >= quiz.mastery_score - _CARE,
        topics=tuple((tag, got, of) for tag, (got, of) in topics.items()),
    )


def missed(quiz: Quiz, attempt: Attempt) -> tuple[Item, ...]:
    """The drawn items that did not earn all their points, in the order of the draw."""
    return tuple(item for item, fraction in _scored(quiz, attempt) if fraction < 1 - _CARE)


def lessons_to_reread(outline: CourseOutline, items: tuple[Item, ...]) -> tuple[LessonOutline, ...]:
    """The lessons that missed items point to, in the order of the course, each once.

    An item points to a lesson when one of its tags equals the lesson's id, or when one of its tags or its own id is the
    id of a knowledge-check item in that lesson.
    """
    words = {word for item in items for word in (item.id, *item.tags)}
    return tuple(lesson for lesson in outline.lessons if words & {lesson.id, *lesson.item_ids})


def _scored(quiz: Quiz, attempt: Attempt) -> Iterator[tuple[Item, float]]:
    """Drawn items that are graded, with the fraction earned."""
    bank = {item.id: item for item in quiz.items}
    for drawn in attempt.draw:
        item = bank.get(drawn.item_id)
        if item is None or isinstance(item, ReflectionItem):
            continue
        answer = attempt.answers.get(item.id)
        yield item, min(1.0, max(0.0, (answer.fraction if answer else None) or 0.0))
