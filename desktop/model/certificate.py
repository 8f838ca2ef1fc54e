"""What a certificate says, what is kept of an issued one, and the verdict on a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The signed record; nothing else is ever in it. `key` is the device's public Ed25519 key, base64url, unpadded."""

    certificate_id: str
    name: str
    course_id: str
    course_title: str
    course_version: str
    content_hash: str
    language: str
    completed: date
    key: str
    valid_until: date | None = None
    personnel_ref: str = ""
    passed: bool = True
    format_version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the page shows beside the claims: the course's size and the organisation's name (may be empty)."""

    minutes: int
    lessons: int
    organisation: str = ""
    template: str = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCertificate:
    """A certificate as issued: frozen claims, sheet, and the name of the sealed PDF in the certificates folder."""

    claims: Claims
    sheet: Sheet
    file_name: str


class VerdictName(StrEnum):
    """What can be said of a file offered as a certificate."""

    SEALED = "sealed"
    RESAVED = "resaved"
    ALTERED = "altered"
    BADSIG = "badsig"
    AMBIGUOUS = "ambiguous"
    NONE = "none"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One file's verdict; `reason` is a code, `claims` are given where the signature holds."""

    file: Path
    name: VerdictName
    reason: str
    claims: Claims | None = None
    fingerprint: str = ""
