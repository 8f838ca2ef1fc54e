"""Words about paths: whom a course is for, what the employer wants by when, what is due, which roles there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.model.outline import SECONDS_PER_ITEM
from desktop.model.path import ROLES
from desktop.model.progress import Overview
from desktop.ui import wording

EVERYONE = ROLES[0]
_DAY_IN_YEAR = {"de": "d. MMMM", "en": "d MMMM"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on a course's card besides its state: questions due, a certificate to renew, the employer's wish."""

    due: int = 0
    renewal: bool = False
    mandatory: bool = False
    until: date | None = None
    overdue: bool = False


NO_MARKS = Marks()


def marks_by_course(overview: Overview) -> Mapping[str, Marks]:
    """The marks of all courses that have any."""
    steps = {s.step.course_id: s for s in (overview.path.steps if overview.path else ()) if s.mandatory}
    return {
        course: Marks(
            due=overview.due.get(course, 0),
            renewal=course in overview.renewals,
            mandatory=course in steps,
            until=steps[course].until if course in steps and not steps[course].done else None,
            overdue=course in steps and steps[course].overdue,
        )
        for course in {*steps, *overview.due, *overview.renewals}
    }


def near_day(value: date, today: date) -> str:
    """A day in words, without the year where it is the one we are in."""
    if value.year != today.year:
        return wording.day(value)
    locale = QLocale()
    pattern = _DAY_IN_YEAR.get(locale.name()[:2], "d MMMM")
    return locale.toString(QDate(value.year, value.month, value.day), pattern)


def mandatory() -> str:
    """The word for a course that the employer wants done."""
    return QCoreApplication.translate("Paths", "Mandatory course")


def until(marks: Marks, today: date) -> str:
    """By when, said calmly even when the day has passed; empty where there is no day."""
    if marks.until is None:
        return ""
    if marks.overdue:
        words = QCoreApplication.translate("Paths", "was planned by {day}")
    else:
        words = QCoreApplication.translate("Paths", "by {day}")
    return words.format(day=near_day(marks.until, today))


def badge(marks: Marks) -> tuple[str, str] | None:
    """What a card says before the course's state: word and tone; None where nothing of that kind is to be said."""
    if marks.due == 1:
        return QCoreApplication.translate("Paths", "1 question due"), "caution"
    if marks.due:
        return QCoreApplication.translate("Paths", "{count} questions due").format(count=marks.due), "caution"
    if marks.renewal:
        return QCoreApplication.translate("Paths", "Certificate runs out"), "caution"
    return None


def refreshing(count: int) -> str:
    """What waits to be refreshed, with how long it takes."""
    minutes = max(1, round(count * SECONDS_PER_ITEM / 60))
    words = QCoreApplication.translate("Paths", "Refresh: {questions}, about {minutes}")
    return words.format(questions=wording.questions(count), minutes=wording.minutes(minutes))


def audience(roles: tuple[str, ...]) -> str:
    """Whom a course is for: "For page admins and communications"; empty where it is for everyone."""
    if not roles or EVERYONE in roles:
        return ""
    names = [_group(role) for role in roles]
    last = QCoreApplication.translate("Paths", "{some} and {last}")
    joined = last.format(some=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]
    return QCoreApplication.translate("Paths", "For {people}").format(people=joined)


def _group(role: str) -> str:
    """The people of a role; a role of the firm's own is called what its file calls it."""
    words = {
        "botschafter": QCoreApplication.translate("Paths", "ambassadors"),
        "seiten-admins": QCoreApplication.translate("Paths", "page admins"),
        "fuehrung": QCoreApplication.translate("Paths", "managers"),
        "kleine-firmen": QCoreApplication.translate("Paths", "small firms"),
        "hr": QCoreApplication.translate("Paths", "HR"),
        "kommunikation": QCoreApplication.translate("Paths", "communications"),
    }
    return words.get(role, role)


def role(name: str) -> tuple[str, str]:
    """A role as one would say it of oneself, and a sentence about its way."""
    words = {
        "alle": (
            QCoreApplication.translate("Paths", "I simply work here"),
            QCoreApplication.translate("Paths", "What everyone should know, in about 45 minutes."),
        ),
        "botschafter": (
            QCoreApplication.translate("Paths", "I post about my firm"),
            QCoreApplication.translate("Paths", "How posts come about, what the law asks, and what belongs to you."),
        ),
        "seiten-admins": (
            QCoreApplication.translate("Paths", "I look after pages or accounts"),
            QCoreApplication.translate(
                "Paths", "Who may do what, how access stays safe, and the first hour of trouble."
            ),
        ),
        "fuehrung": (
            QCoreApplication.translate("Paths", "I lead a team"),
            QCoreApplication.translate(
                "Paths", "What you allow, what you do yourself, and who comes to you with mistakes."
            ),
        ),
        "kleine-firmen": (
            QCoreApplication.translate("Paths", "I own the business"),
            QCoreApplication.translate("Paths", "The little that is enough for a small firm."),
        ),
        "hr": (
            QCoreApplication.translate("Paths", "I work in HR"),
            QCoreApplication.translate("Paths", "What applicants read, what to settle when someone leaves."),
        ),
        "kommunikation": (
            QCoreApplication.translate("Paths", "I work in communications or press"),
            QCoreApplication.translate("Paths", "The first hour, the keys, the law, and a programme."),
        ),
    }
    return words[name]
