"""Small phrases that several screens share: days, minutes, lessons, greetings, and the words for a course's state."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.model.progress import CourseState, CourseStatus

# English writes no point after the day; Qt's own long format would add the weekday.
_DAY_FORMATS = {"de": "d. MMMM yyyy", "en": "d MMMM yyyy"}


def day(value: date) -> str:
    """A day in words, in the language of the window: 14. November 2026."""
    locale = QLocale()
    pattern = _DAY_FORMATS.get(locale.name()[:2], "d MMMM yyyy")
    return locale.toString(QDate(value.year, value.month, value.day), pattern)


def minutes(count: int) -> str:
    """A length of time."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 minute")
    return QCoreApplication.translate("Wording", "{count} minutes").format(count=count)


def minutes_left(count: int) -> str:
    """What remains of a course."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 minute left")
    return QCoreApplication.translate("Wording", "{count} minutes left").format(count=count)


def lessons(count: int) -> str:
    """A number of lessons."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 lesson")
    return QCoreApplication.translate("Wording", "{count} lessons").format(count=count)


def questions(count: int) -> str:
    """A number of questions."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 question")
    return QCoreApplication.translate("Wording", "{count} questions").format(count=count)


def questions_due(count: int) -> str:
    """A number of questions to refresh."""
    if count == 1:
        return QCoreApplication.translate("Wording", "1 question due")
    return QCoreApplication.translate("Wording", "{count} questions due").format(count=count)


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words if len(words) < 2 else (words[0], words[-1]))).upper()


def next_questions(on: date, today: date) -> str:
    """When there is something to refresh again."""
    if (on - today).days <= 1:
        return QCoreApplication.translate("Wording", "The next questions come tomorrow.")
    return QCoreApplication.translate("Wording", "The next questions come on {day}.").format(day=day(on))


def percent(fraction: float) -> str:
    """A fraction 0..1 as it is spoken and written."""
    return QCoreApplication.translate("Wording", "{value} %").format(value=round(fraction * 100))


def greeting(hour: int, first_name: str) -> str:
    """A greeting by the hour of the day, 0..23."""
    if hour < 11:
        words = QCoreApplication.translate("Wording", "Good morning, {name}")
    elif hour < 18:
        words = QCoreApplication.translate("Wording", "Good afternoon, {name}")
    else:
        words = QCoreApplication.translate("Wording", "Good evening, {name}")
    return words.format(name=first_name)


def status(state: CourseState) -> tuple[str, str]:
    """The word for a course's state and the tone of its badge."""
    words = {
        CourseStatus.NEW: (QCoreApplication.translate("Wording", "New"), "neutral"),
        CourseStatus.STARTED: (QCoreApplication.translate("Wording", "Started"), "info"),
        CourseStatus.TEST_OPEN: (QCoreApplication.translate("Wording", "Test open"), "caution"),
        CourseStatus.COMPLETED: (QCoreApplication.translate("Wording", "Completed"), "good"),
    }
    return words[state.status]


def spoken_list(*parts: str) -> str:
    """Facts on one line, the empty ones left out."""
    return " · ".join(part for part in parts if part)
