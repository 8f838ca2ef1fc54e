"""How long a certificate is valid."""

from __future__ import annotations

from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day `months` later; where that month is shorter, its last day (31 January + 1 = 28 or 29 February)."""
    from calendar import monthrange  # brings in locale, and home knows courses whose certificates run out seldom

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def valid_until(completed: date, months: int | None) -> date | None:
    """The last valid day of something completed on a day; None is without end."""
    return None if months is None else add_months(completed, months)


def expired(until: date | None, today: date) -> bool:
    """Whether the last valid day is over."""
    return until is not None and until < today
