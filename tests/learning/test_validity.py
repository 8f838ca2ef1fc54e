from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.validity import add_months, expired, newer, renewal_due, replaces, valid_until


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 3, 31), 30, date(2028, 9, 30)),
    ],
)
def test_months_end_where_months_end(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.integers(0, 240))
def test_the_month_is_always_the_one_counted_to(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_without_months_it_never_ends() -> None:
    assert valid_until(date(2026, 11, 22), None) is None
    assert not expired(None, date(9999, 1, 1))


def test_the_last_day_still_counts() -> None:
    until = valid_until(date(2026, 11, 22), 12)
    assert not expired(until, date(2027, 11, 22))
    assert expired(until, date(2027, 11, 23))


def test_renewal_begins_thirty_days_before_the_last_valid_day() -> None:
    until = date(2027, 11, 22)
    assert not renewal_due(until, date(2027, 10, 22))
    assert renewal_due(until, date(2027, 10, 23))
    assert renewal_due(until, date(2031, 1, 1))
    assert not renewal_due(None, date(9999, 1, 1))


@pytest.mark.parametrize(
    ("version", "than", "answer"),
    [
        ("2.2", "2.1", True),
        ("2.10", "2.9", True),
        ("2.1", "2.1", False),
        ("2.0", "2.1", False),
        ("2026-12", "2026-02", True),
        ("Herbst", "Sommer", True),
        ("2.1b", "2.1a", True),
    ],
)
def test_which_version_is_newer(version: str, than: str, answer: bool) -> None:
    assert newer(version, than) is answer


def test_a_second_pass_takes_the_place_of_the_first_only_where_that_gains_something() -> None:
    first, later = (date(2026, 11, 22), "2.1"), (date(2027, 3, 1), "2.1")
    assert not replaces(later, first, [date(2027, 11, 22)])
    assert not replaces(later, first, [None])
    assert not replaces(later, first, [])
    assert replaces((date(2027, 11, 1), "2.1"), first, [None, date(2027, 11, 22)])
    assert replaces((date(2027, 3, 1), "2.2"), first, [None])
    assert not replaces((date(2025, 11, 22), "2.1"), first, [date(2027, 11, 22)]), "by a clock that was set back"
