from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.refreshing import (
    LONGEST,
    PER_DAY,
    Rating,
    attempt_cards,
    due_cards,
    is_parked,
    key_of,
    next_day,
    parked,
    rate,
    review,
)
from desktop.model.learner import Answer, Attempt, DrawnItem
from desktop.model.refresher import Card

HOME = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=HOME)
DAY = timedelta(days=1)


def card(course: str = "zug", item: str = "leise", **facts: object) -> Card:
    plain = Card(
        course_id=course,
        lesson_id="",
        item_id=item,
        stability=2.0,
        difficulty=5.0,
        due=NOW,
        reviewed=NOW - 2 * DAY,
    )
    return replace(plain, **facts)


@pytest.mark.parametrize(
    ("fraction", "hint", "rating"),
    [
        (1.0, False, Rating.GOOD),
        (1.0, True, Rating.HARD),
        (0.75, False, Rating.HARD),
        (0.5, True, Rating.HARD),
        (0.4, False, Rating.AGAIN),
        (0.0, True, Rating.AGAIN),
    ],
)
def test_how_well_something_was_remembered(fraction: float, hint: bool, rating: Rating) -> None:
    assert rate(fraction, hint) is rating


def test_what_was_missed_comes_back_tomorrow_and_what_was_known_later() -> None:
    key = ("zug", "", "leise")
    missed, hard, good = (review(None, key, rating, NOW) for rating in Rating)
    assert missed.due == NOW + DAY
    assert missed.due < good.due
    assert hard.due <= good.due
    assert (missed.course_id, missed.lesson_id, missed.item_id) == key
    assert missed.lapses == 0
    assert missed.refreshed is None


def test_a_long_known_item_that_was_missed_comes_back_tomorrow_too() -> None:
    known = card(stability=200.0, reviewed=NOW - 200 * DAY)
    missed = review(known, key_of(known), Rating.AGAIN, NOW, refresher=True)
    assert missed.due == NOW + DAY
    assert missed.stability < known.stability
    assert missed.lapses == 1
    assert missed.refreshed == NOW


def test_the_pauses_grow_while_it_is_remembered_and_end_at_a_year() -> None:
    now, kept, pauses = NOW, None, []
    for _ in range(12):
        kept = review(kept, ("zug", "", "leise"), Rating.GOOD, now)
        pauses.append((kept.due - now).days)
        now = kept.due
    assert pauses == sorted(pauses)
    assert pauses[0] < 7 < pauses[-1] == LONGEST


def test_trying_again_at_once_puts_nothing_off() -> None:
    missed = review(None, ("zug", "", "leise"), Rating.AGAIN, NOW)
    told = review(missed, key_of(missed), Rating.GOOD, NOW + timedelta(minutes=1))
    assert told.due == missed.due
    known = review(None, ("zug", "", "leise"), Rating.GOOD, NOW)
    slip = review(known, key_of(known), Rating.AGAIN, NOW + timedelta(hours=2))
    assert slip.due < known.due


def test_an_item_that_became_another_begins_again() -> None:
    old = card(stability=200.0, lapses=3, refreshed=NOW)
    fresh = review(old, key_of(old), Rating.GOOD, NOW, ("type single",), anew=True)
    assert fresh.stability == review(None, key_of(old), Rating.GOOD, NOW).stability
    assert fresh.refreshed == NOW  # what was asked today stays asked
    assert fresh.key == ("type single",)


def test_at_most_ten_a_day_and_those_already_asked_count() -> None:
    many = [card(item=f"i{n}") for n in range(30)]
    assert len(due_cards(many, NOW)) == PER_DAY == 10
    done = [replace(one, refreshed=NOW - timedelta(hours=1), due=NOW + 3 * DAY) for one in many[:4]]
    assert len(due_cards([*done, *many[4:]], NOW)) == 6
    yesterday = [replace(one, refreshed=NOW - DAY) for one in many]
    assert len(due_cards(yesterday, NOW)) == 10


def test_due_is_a_matter_of_days_where_one_is() -> None:
    tonight = card(due=datetime(2026, 11, 22, 23, 30, tzinfo=HOME))
    after_midnight = card(due=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))  # 0.30 on the 23rd, here
    assert due_cards([tonight, after_midnight], NOW) == (tonight,)


def test_the_weakest_come_first_and_the_courses_take_turns() -> None:
    weak = card("a", "weak", stability=0.2)
    old = card("a", "old", stability=5.0, reviewed=NOW - 40 * DAY)
    fair = card("a", "fair", stability=2.0)
    other = card("b", "other", stability=3.0, reviewed=NOW - 3 * DAY)
    cards = [fair, other, old, weak]
    assert [one.item_id for one in due_cards(cards, NOW)] == ["weak", "other", "old", "fair"]
    assert [one.item_id for one in due_cards(cards, NOW, 2)] == ["weak", "old"]


def test_the_order_is_that_of_fsrs_itself() -> None:
    from fsrs import Card as FsrsCard
    from fsrs import Scheduler

    cards = [card(item=f"{s}-{d}", stability=s, reviewed=NOW - d * DAY) for s in (0.3, 2.0, 9.0) for d in (1, 4, 30)]

    def recall(one: Card) -> float:
        theirs = FsrsCard(card_id=1, stability=one.stability, difficulty=5.0, last_review=one.reviewed.astimezone(UTC))
        return Scheduler().get_card_retrievability(theirs, NOW.astimezone(UTC))

    ours = [recall(one) for one in due_cards(cards, NOW)]
    assert ours == sorted(ours)


def test_a_clock_that_was_set_back_asks_for_nothing_and_breaks_nothing() -> None:
    past = NOW - 365 * DAY
    there = [review(None, ("zug", "", f"i{n}"), Rating.GOOD, NOW, refresher=True) for n in range(3)]
    assert due_cards(there, past) == ()
    again = review(there[0], key_of(there[0]), Rating.GOOD, past, refresher=True)
    assert again.due > past
    assert due_cards([again], past) == ()


def test_the_next_day() -> None:
    assert next_day([], NOW) is None
    assert next_day([parked(card())], NOW) is None
    assert next_day([card(due=NOW - 9 * DAY)], NOW) == (NOW + DAY).date()
    assert next_day([card(due=NOW + 9 * DAY), card(due=NOW + 4 * DAY)], NOW) == (NOW + 4 * DAY).date()


def test_a_parked_card_is_never_due_and_wakes_when_it_is_answered() -> None:
    gone = parked(card())
    assert is_parked(gone)
    assert due_cards([gone], NOW + 40_000 * DAY) == ()
    assert not is_parked(review(gone, key_of(gone), Rating.GOOD, NOW))


def test_every_item_of_an_attempt_gets_its_card_but_a_reflection() -> None:
    key = ("type single", "~ Was?")
    draw = tuple(DrawnItem(name, (), key) for name in ("right", "wrong", "hinted", "open"))
    draw += (DrawnItem("mused", (), ("type reflection", "~ Und?")),)
    answers = {
        "right": Answer("right", ("1",), 1.0, NOW),
        "wrong": Answer("wrong", ("2",), 0.0, NOW),
        "hinted": Answer("hinted", ("1",), 0.67, NOW, hint_used=True, key=("type single", "~ Was denn?")),
        "mused": Answer("mused", ("So.",), None, NOW),
    }
    attempt = Attempt(
        id="1", course_id="zug", quiz_id="zug", language="de", seed=1, draw=draw, started=NOW, answers=answers
    )
    made = {one.item_id: one for one in attempt_cards(attempt, NOW + timedelta(hours=1), {})}
    assert set(made) == {"right", "wrong", "hinted", "open"}
    assert made["wrong"].due == NOW + DAY
    assert made["open"].due == NOW + timedelta(hours=25)
    assert made["right"].due > made["wrong"].due
    assert made["hinted"].key == ("type single", "~ Was denn?")
    assert made["right"].key == key
    kept = {key_of(made["right"]): replace(made["right"], stability=80.0, reviewed=NOW - 80 * DAY, refreshed=NOW)}
    (again,) = (one for one in attempt_cards(attempt, NOW, kept) if one.item_id == "right")
    assert again.stability > 80
    assert again.refreshed == NOW


@given(
    st.floats(1e-300, 1e300),
    st.floats(-1e300, 1e300),
    st.integers(-40_000, 40_000),
    st.sampled_from(Rating),
)
def test_no_card_from_a_file_breaks_the_scheduler(stability: float, hardness: float, days: int, rating: Rating) -> None:
    wild = card(stability=stability, difficulty=hardness, reviewed=NOW + days * DAY)
    after = review(wild, key_of(wild), rating, NOW)
    assert NOW < after.due <= NOW + LONGEST * DAY
    assert after.stability > 0
    assert 1 <= after.difficulty <= 10
    assert due_cards([wild], NOW) == (wild,)


def test_what_is_due_is_told_without_fsrs() -> None:
    code = "import sys, desktop.app.refreshers; print('fsrs' in sys.modules, 'desktop.model.quiz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
