"""Every shipped bank: large and varied enough, answered right and wrong, passed and failed, and fairly written."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from desktop.learning.drawing import draw
from desktop.learning.grading import grade
from desktop.learning.results import result
from desktop.model.learner import Answer, Attempt
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    OrderingItem,
    Quiz,
    ReflectionItem,
    Response,
    ShortItem,
)
from tests.courses.shipped import LANGUAGES, checks, course, course_ids, quiz

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

both = pytest.mark.parametrize("language", LANGUAGES)
each_bank = pytest.mark.parametrize("quiz_id", course_ids())


def right(item: Item) -> Response:
    """The answer that earns everything."""
    match item:
        case ChoiceItem():
            return tuple(o.id for o in item.options if o.correct)
        case MatchingItem():
            return tuple(pair.right for pair in item.pairs)
        case OrderingItem():
            return tuple(o.id for o in item.options)
        case ClozeItem():
            return tuple(gap.accepted[0] for gap in item.gaps)
        case ShortItem():
            return (max(item.accepted, key=lambda a: a.fraction).text.replace("*", ""),)
        case NumericItem():
            return (f"{item.key.value:g}",)
        case ReflectionItem():
            return ("Ich denke nach.",)


def wrong(item: Item) -> Response:
    """A given answer that earns less than everything."""
    match item:
        case ChoiceItem(type=ItemType.MULTIPLE):
            return tuple(o.id for o in item.options if not o.correct)
        case ChoiceItem():
            return (next(o.id for o in item.options if not o.correct),)
        case MatchingItem():
            rights = [pair.right for pair in item.pairs]
            return tuple(rights[1:] + rights[:1])
        case OrderingItem():
            return tuple(reversed([o.id for o in item.options]))
        case ClozeItem():
            return tuple(next((c for c in gap.choices if c not in gap.accepted), "xyz") for gap in item.gaps)
        case ShortItem():
            return ("xyz",)
        case NumericItem():
            return (f"{item.key.value + 10 * (item.key.tolerance + 1):g}",)
        case ReflectionItem():
            return ("",)


def graded(items: tuple[Item, ...]) -> list[Item]:
    return [item for item in items if not isinstance(item, ReflectionItem)]


def everything(quiz_id: str, language: str) -> list[Item]:
    """The bank and the checks inside the lessons of the course of the same name."""
    return [
        *quiz(quiz_id, language).items,
        *(i for lesson in course(quiz_id, language).lessons for i in checks(lesson)),
    ]


@each_bank
@both
def test_a_bank_is_large_and_varied_enough(quiz_id: str, language: str) -> None:
    bank = quiz(quiz_id, language)
    least, kinds = (24, 6) if quiz_id == "vertraulichkeit" else (20, 5)
    assert len(bank.items) >= least
    assert len({item.type for item in bank.items}) >= kinds
    # The longest course, for people who post for the firm, asks for more than one sitting's worth.
    assert bank.select == (16 if quiz_id == "corporate-influencer" else 10)
    assert len(bank.items) >= 2 * bank.select


@each_bank
@both
def test_every_item_is_answered_right_and_wrong(quiz_id: str, language: str) -> None:
    for item in graded(tuple(everything(quiz_id, language))):
        assert grade(item, right(item)).fraction == pytest.approx(1.0), item.id
        assert (grade(item, wrong(item)).fraction or 0.0) < 0.8, item.id


def attempt(bank: Quiz, *, correct: bool) -> Attempt:
    drawn = draw(bank, 7)
    items = {item.id: item for item in bank.items}
    answers = {}
    for one in drawn:
        item = items[one.item_id]
        response = right(item) if correct else wrong(item)
        answers[item.id] = Answer(item.id, response, grade(item, response).fraction, NOW)
    return Attempt(
        id="a", course_id="c", quiz_id=bank.id, language="de", seed=7, draw=drawn, started=NOW, answers=answers
    )


@each_bank
@both
def test_a_test_can_be_passed_and_failed(quiz_id: str, language: str) -> None:
    bank = quiz(quiz_id, language)
    assert result(bank, attempt(bank, correct=True)).passed
    assert result(bank, attempt(bank, correct=True)).score == pytest.approx(100)
    assert not result(bank, attempt(bank, correct=False)).passed


@each_bank
@both
def test_every_option_answers_back_and_every_item_explains_itself(quiz_id: str, language: str) -> None:
    for item in everything(quiz_id, language):
        assert item.explanation, item.id
        if isinstance(item, ChoiceItem):
            assert [o.id for o in item.options if not o.feedback] == [], item.id


@each_bank
@both
def test_an_item_says_which_lesson_to_read_again(quiz_id: str, language: str) -> None:
    lessons = {lesson.id: lesson for lesson in course(quiz_id, language).lessons}
    for item in quiz(quiz_id, language).items:
        assert set(item.tags) & set(lessons), item.id


@each_bank
def test_the_translation_has_the_same_key(quiz_id: str) -> None:
    german, english = (quiz(quiz_id, language) for language in LANGUAGES)
    assert [(i.id, i.type, i.points, i.tags) for i in german.items] == [
        (i.id, i.type, i.points, i.tags) for i in english.items
    ]
    for one, other in zip(german.items, english.items, strict=True):
        if isinstance(one, ChoiceItem) and isinstance(other, ChoiceItem):
            assert [o.correct for o in one.options] == [o.correct for o in other.options], one.id


def singles(language: str, options: int | None = None) -> list[ChoiceItem]:
    """All single-choice items that ship; `options` keeps those with so many."""
    found = [i for quiz_id in course_ids() for i in everything(quiz_id, language)]
    chosen = [i for i in found if isinstance(i, ChoiceItem) and i.type is ItemType.SINGLE]
    return [i for i in chosen if options is None or len(i.options) == options]


@both
def test_the_right_answer_is_not_given_away_by_its_length(language: str) -> None:
    items = singles(language, 4)
    longest = [max(item.options, key=lambda o: len(o.text.plain)) for item in items]
    assert sum(o.correct for o in longest) / len(items) <= 0.4


@both
def test_the_right_answer_stands_in_every_place_about_as_often(language: str) -> None:
    items = singles(language, 4)
    places = Counter(next(n for n, o in enumerate(item.options) if o.correct) for item in items)
    assert all(0.15 <= places[n] / len(items) <= 0.35 for n in range(4)), places


@both
def test_no_option_hides_behind_the_others(language: str) -> None:
    for item in singles(language):
        for option in item.options:
            assert not any(w in option.text.plain.casefold() for w in ("alle genannten", "all of the above")), item.id
