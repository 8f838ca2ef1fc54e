"""Figures as words: counts with their nouns, sizes, moments, what a backup or another laptop holds."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.model.my_data import Backup, BackupKind, Brought, CourseKept, Figures
from desktop.ui import wording

translate = QCoreApplication.translate


def figure_words(figures: Figures) -> list[tuple[int, str]]:
    """Every count that is not nought with its noun; the first two always."""
    found = [
        (figures.lessons_read, translate("MyData", "lesson read"), translate("MyData", "lessons read")),
        (figures.answers, translate("MyData", "answer"), translate("MyData", "answers")),
        (figures.attempts, translate("MyData", "test handed in"), translate("MyData", "tests handed in")),
        (figures.certificates, translate("MyData", "certificate"), translate("MyData", "certificates")),
        (figures.notes, translate("MyData", "note"), translate("MyData", "notes")),
        (figures.highlights, translate("MyData", "highlight"), translate("MyData", "highlights")),
        (figures.bookmarks, translate("MyData", "bookmark"), translate("MyData", "bookmarks")),
        (figures.cards, translate("MyData", "question to refresh"), translate("MyData", "questions to refresh")),
        (figures.simulations, translate("MyData", "simulation"), translate("MyData", "simulations")),
        (figures.assessments, translate("MyData", "self-assessment"), translate("MyData", "self-assessments")),
    ]
    return [(n, one if n == 1 else many) for place, (n, one, many) in enumerate(found) if n or place < 2]


def figures_line(figures: Figures) -> str:
    """The counts on one line."""
    return wording.spoken_list(
        _lessons_read(figures.lessons_read),
        _answers(figures.answers),
        _tests(figures.attempts),
        _certificates(figures.certificates),
        _notes(figures.notes + figures.highlights + figures.bookmarks),
        _cards(figures.cards),
        _simulations(figures.simulations),
        _assessments(figures.assessments),
    ) or QCoreApplication.translate("MyData", "Nothing yet")


def course_line(course: CourseKept) -> str:
    """What is kept of a course, on one line."""
    passed = ""
    if course.passed_on is not None:
        passed = QCoreApplication.translate("MyData", "test passed on {day}").format(day=wording.day(course.passed_on))
    return wording.spoken_list(
        _lessons_read(course.lessons_read),
        _answers(course.answers),
        _tests(len(course.attempts)),
        passed,
        _certificates(len(course.certificates)),
        _notes(len(course.notes)),
    ) or QCoreApplication.translate("MyData", "Opened, nothing answered yet")


def brought(found: Brought) -> list[str]:
    """What another laptop's data add here, and what of them cannot be taken over."""
    new = wording.spoken_list(
        _answers(found.answers),
        _tests(found.attempts),
        _lessons_changed(found.lessons),
        _passes(found.passes),
        _certificates(found.certificates),
        _notes(found.notes),
        _cards(found.cards),
        _simulations(found.simulations),
        _assessments(found.assessments),
    )
    lines = []
    if new:
        lines.append(QCoreApplication.translate("MyData", "New here: {figures}.").format(figures=new))
    if found.anything:
        lines.append(
            QCoreApplication.translate(
                "MyData", "Nothing of yours is lost: where both say something, the later answer and the better hold."
            )
        )
    if found.name and not found.same_person and not found.takes_name:
        lines.append(
            QCoreApplication.translate(
                "MyData", "The file is from {name}. Your name and settings here stay as they are."
            ).format(name=found.name)
        )
    if found.unreadable:
        lines.append(
            QCoreApplication.translate(
                "MyData", "Left out, because it is damaged or not sealed by Klartext: {count}."
            ).format(count=found.unreadable)
        )
    return lines


def backup_title(backup: Backup) -> str:
    """When a backup was made, and why."""
    reasons = {
        BackupKind.DAILY: "",
        BackupKind.BEFORE_RESTORE: QCoreApplication.translate("MyData", "before a backup was restored"),
        BackupKind.BEFORE_IMPORT: QCoreApplication.translate("MyData", "before data were brought in"),
    }
    return wording.spoken_list(moment(backup.made), reasons[backup.kind])


def moment(value: datetime) -> str:
    """A day and the time of day in words."""
    return QCoreApplication.translate("MyData", "{day}, {time}").format(
        day=wording.day(value.date()), time=f"{value:%H:%M}"
    )


def size(count: int) -> str:
    """Bytes as people say them."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _lessons_read(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 lesson read")
    return QCoreApplication.translate("MyData", "{count} lessons read").format(count=count) if count else ""


def _lessons_changed(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "progress in 1 lesson")
    return QCoreApplication.translate("MyData", "progress in {count} lessons").format(count=count) if count else ""


def _answers(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 answer")
    return QCoreApplication.translate("MyData", "{count} answers").format(count=count) if count else ""


def _tests(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 test handed in")
    return QCoreApplication.translate("MyData", "{count} tests handed in").format(count=count) if count else ""


def _passes(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 test passed")
    return QCoreApplication.translate("MyData", "{count} tests passed").format(count=count) if count else ""


def _certificates(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 certificate")
    return QCoreApplication.translate("MyData", "{count} certificates").format(count=count) if count else ""


def _notes(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 note or mark")
    return QCoreApplication.translate("MyData", "{count} notes and marks").format(count=count) if count else ""


def _cards(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 question to refresh")
    return QCoreApplication.translate("MyData", "{count} questions to refresh").format(count=count) if count else ""


def _simulations(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 simulation")
    return QCoreApplication.translate("MyData", "{count} simulations").format(count=count) if count else ""


def _assessments(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MyData", "1 self-assessment")
    return QCoreApplication.translate("MyData", "{count} self-assessments").format(count=count) if count else ""
