"""What a certificate contains, in words: every claim of the signed record, and what else the sheet shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication

from desktop.model.certificate import Claims, Sheet
from desktop.ui import wording
from desktop.ui.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim: its name in the record, what it is called, and its value in words."""

    name: str
    label: str
    value: str


class ClaimWords:
    """Puts claims into words. `number` and `fingerprint` are the short forms people compare; `number` may be empty."""

    def __init__(self, claims: Claims, *, number: str, fingerprint: str) -> None:
        self._claims = claims
        self._number = number
        self._fingerprint = fingerprint

    def facts(self) -> tuple[Fact, ...]:
        """Every claim, in the order of interest; the record itself is walked, so that none can be left out.

        One that nobody has put into words yet is shown by its name in the record.
        """
        words = self._words()
        there = [field.name for field in fields(Claims)]
        names = [name for name in words if name in there] + [name for name in there if name not in words]
        return tuple(self._fact(name, words.get(name)) for name in names)

    def _fact(self, name: str, said: tuple[str, Callable[[], str]] | None) -> Fact:
        if said is None:
            return Fact(name, name, str(getattr(self._claims, name)))
        label, value = said
        return Fact(name, label, value())

    def _words(self) -> dict[str, tuple[str, Callable[[], str]]]:
        claims = self._claims
        return {
            "name": (QCoreApplication.translate("ClaimWords", "Name"), lambda: claims.name),
            "personnel_ref": (
                QCoreApplication.translate("ClaimWords", "Personnel reference"),
                lambda: claims.personnel_ref or QCoreApplication.translate("ClaimWords", "none given"),
            ),
            "course_title": (QCoreApplication.translate("ClaimWords", "Course"), lambda: claims.course_title),
            "course_version": (
                QCoreApplication.translate("ClaimWords", "Version of the course"),
                lambda: claims.course_version,
            ),
            "language": (
                QCoreApplication.translate("ClaimWords", "Language"),
                lambda: LANGUAGES.get(claims.language, claims.language),
            ),
            "passed": (QCoreApplication.translate("ClaimWords", "Final test"), self._passed),
            "completed": (
                QCoreApplication.translate("ClaimWords", "Completed on"),
                lambda: wording.day(claims.completed),
            ),
            "valid_until": (QCoreApplication.translate("ClaimWords", "Valid until"), self._until),
            "certificate_id": (QCoreApplication.translate("ClaimWords", "Number of the certificate"), self._id),
            "course_id": (
                QCoreApplication.translate("ClaimWords", "Short name of the course"),
                lambda: claims.course_id,
            ),
            "content_hash": (
                QCoreApplication.translate("ClaimWords", "Fingerprint of the course files"),
                lambda: _grouped(claims.content_hash),
            ),
            "key": (QCoreApplication.translate("ClaimWords", "Public key of this device"), self._key),
            "format_version": (
                QCoreApplication.translate("ClaimWords", "Format of this record"),
                lambda: str(claims.format_version),
            ),
        }

    def _passed(self) -> str:
        return (
            QCoreApplication.translate("ClaimWords", "passed")
            if self._claims.passed
            else QCoreApplication.translate("ClaimWords", "not passed")
        )

    def _until(self) -> str:
        until = self._claims.valid_until
        return wording.day(until) if until else QCoreApplication.translate("ClaimWords", "without end")

    def _id(self) -> str:
        if not self._number:
            return QCoreApplication.translate("ClaimWords", "given when it is issued")
        return f"{self._number} ({self._claims.certificate_id})"

    def _key(self) -> str:
        fingerprint = QCoreApplication.translate("ClaimWords", "fingerprint {fingerprint}").format(
            fingerprint=self._fingerprint
        )
        return f"{fingerprint} ({_grouped(self._claims.key)})"


def sheet_facts(sheet: Sheet) -> tuple[Fact, ...]:
    """What is printed on the page beside the record."""
    amount = wording.spoken_list(wording.minutes(sheet.minutes), wording.lessons(sheet.lessons))
    facts = [Fact("minutes", QCoreApplication.translate("ClaimWords", "Amount"), amount)]
    if sheet.organisation:
        facts.append(Fact("organisation", QCoreApplication.translate("ClaimWords", "Company"), sheet.organisation))
    return tuple(facts)


def never() -> tuple[str, ...]:
    """What no certificate ever holds."""
    return (
        QCoreApplication.translate("ClaimWords", "your score, your answers, the number of attempts"),
        QCoreApplication.translate("ClaimWords", "clock times and how long you took"),
        QCoreApplication.translate("ClaimWords", "notes, highlights and bookmarks"),
        QCoreApplication.translate("ClaimWords", "simulations, self-assessments, refreshers"),
        QCoreApplication.translate("ClaimWords", "e-mail address, department, role, name of the computer"),
        QCoreApplication.translate("ClaimWords", "your settings"),
    )


def _grouped(text: str) -> str:
    """A long code in groups of eight, so that it wraps and can be compared by eye."""
    return " ".join(text[place : place + 8] for place in range(0, len(text), 8))
