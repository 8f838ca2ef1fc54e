"""How long a certificate is valid, what that means today, and when it can be renewed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from desktop.model.certificate import Claims
from desktop.model.progress import CourseState, NextStep

RENEWABLE = timedelta(days=30)
"""How long before its last valid day a certificate can be renewed."""


class CertificateStatus(StrEnum):
    """What can be said of a certificate today.

    RENEWED is one that a later one of the same course follows, whatever its own day. AHEAD says that its course was
    completed after today, so that either today's clock is wrong or that of the day of issue was.
    """

    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"
    RENEWED = "renewed"
    AHEAD = "ahead"


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


def renewable_from(until: date | None) -> date | None:
    """The first day on which what is valid until then can be renewed; None: never, as it does not end."""
    return None if until is None else until - RENEWABLE


def renewal_due(until: date | None, today: date) -> bool:
    """Whether it ends within `RENEWABLE` or has ended."""
    first = renewable_from(until)
    return first is not None and today >= first


def renewal_open(state: CourseState, today: date) -> bool:
    """Whether a course's certificate is to be renewed by passing the test again; once that is done, no more."""
    issued = bool(state.certificate_id) and state.outline.quiz_id is not None
    return issued and state.next_step is not NextStep.CERTIFICATE and renewal_due(state.valid_until, today)


def status(claims: Claims, followed: bool, today: date) -> CertificateStatus:
    """What can be said of a certificate today; `followed` by a later one of the same course it is renewed."""
    if followed:
        return CertificateStatus.RENEWED
    if claims.completed > today:
        return CertificateStatus.AHEAD
    if expired(claims.valid_until, today):
        return CertificateStatus.EXPIRED
    return CertificateStatus.ENDING if renewal_due(claims.valid_until, today) else CertificateStatus.VALID


def newer(version: str, than: str) -> bool:
    """Whether a course version is newer than another; where numbers do not tell, any other version is."""
    if version == than:
        return False
    mine, theirs = (tuple(map(int, re.findall(r"\d+", text))) for text in (version, than))
    return mine > theirs if mine != theirs else True


def replaces(passed: tuple[date, str], kept: tuple[date, str], ends: Iterable[date | None]) -> bool:
    """Whether a test passed again takes the place of the pass that is kept; both are (day, course version).

    It does where the course is newer, or where what was earned by the kept one can be renewed: `ends` are the last
    valid days of that. Otherwise the first pass stands, and with it the day a certificate counts from.
    """
    return newer(passed[1], kept[1]) or any(renewal_due(until, passed[0]) for until in ends)
