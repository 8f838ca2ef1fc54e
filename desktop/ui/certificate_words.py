"""What is said of a certificate today: its state in a word, its days, and how to renew it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.app.certificates import CertificateStatus, CertificateView
from desktop.ui import wording


def badge(status: CertificateStatus) -> tuple[str, str]:
    """The word for its state, and the tone of its badge."""
    words = {
        CertificateStatus.VALID: (QCoreApplication.translate("CertificateWords", "Valid"), "good"),
        CertificateStatus.ENDING: (QCoreApplication.translate("CertificateWords", "Ends soon"), "caution"),
        CertificateStatus.EXPIRED: (QCoreApplication.translate("CertificateWords", "Expired"), "risk"),
        CertificateStatus.RENEWED: (QCoreApplication.translate("CertificateWords", "Renewed"), "neutral"),
        CertificateStatus.AHEAD: (QCoreApplication.translate("CertificateWords", "Check the clock"), "caution"),
    }
    return words[status]


def validity(view: CertificateView) -> str:
    """The day of completion and the last valid day."""
    claims = view.certificate.claims
    completed = QCoreApplication.translate("CertificateWords", "Completed on {day}")
    completed = completed.format(day=wording.day(claims.completed))
    if claims.valid_until is None:
        return wording.spoken_list(completed, QCoreApplication.translate("CertificateWords", "valid without end"))
    if view.status is CertificateStatus.EXPIRED:
        until = QCoreApplication.translate("CertificateWords", "was valid until {day}")
    else:
        until = QCoreApplication.translate("CertificateWords", "valid until {day}")
    return wording.spoken_list(completed, until.format(day=wording.day(claims.valid_until)))


def renewal(view: CertificateView) -> str:
    """What can be done, or why nothing can be said; empty where there is nothing to add."""
    if view.status is CertificateStatus.AHEAD:
        return QCoreApplication.translate(
            "CertificateWords",
            "By the clock of this device, that day is still to come. Either the clock is wrong now, or it was then.",
        )
    if view.status is CertificateStatus.RENEWED:
        return QCoreApplication.translate("CertificateWords", "A later one has taken its place; this one stays.")
    ends = view.status in (CertificateStatus.ENDING, CertificateStatus.EXPIRED)
    if ends and view.renewable:
        return QCoreApplication.translate(
            "CertificateWords", "Pass the test once more and you get a new one. This one stays as it is."
        )
    if ends and view.at_hand:
        return QCoreApplication.translate("CertificateWords", "You have passed again: the new one can be issued above.")
    if ends:
        return QCoreApplication.translate("CertificateWords", "It can be renewed here once its course is there again.")
    if view.newer_version:
        words = QCoreApplication.translate(
            "CertificateWords",
            "The course has come to version {version}. Your certificate still counts; with the new test you get one "
            "for the new version.",
        )
        return words.format(version=view.newer_version)
    return ""
