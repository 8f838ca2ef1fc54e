"""What an employer lays down for all laptops in one policy file; without one, everything here is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Mandatory:
    """A course that must be completed, `until` the end of that day (None: no date), by these roles (empty: by all)."""

    course_id: str
    until: date | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The employer's policy; every field is optional, and the app runs without any.

    `source` is the file it was read from (None: there is none). `accent` is "#rrggbb" or empty. `role` is a learner's
    role that the employer has chosen for all who use this laptop, empty where each chooses. Folders are absolute and
    may have vanished, as network shares do.
    """

    source: Path | None = None
    name: str = ""
    logo: Path | None = None
    accent: str = ""
    privacy_contact: str = ""
    course_folders: tuple[Path, ...] = ()
    quiz_folders: tuple[Path, ...] = ()
    mandatory: tuple[Mandatory, ...] = ()
    drop_folder: Path | None = None
    role: str = ""
    org: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
