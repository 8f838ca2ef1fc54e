"""The company profile: a TOML file whose `[org]` table holds the words that courses insert."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from desktop.content.found import Found
from desktop.content.sources import Notes, read_source
from desktop.content.suggestions import nearest
from desktop.content.toml_files import Places, parse

MAX_PROFILE_BYTES = 64_000
MAX_VALUE_LENGTH = 500

KEYS = (
    *("name", "press_contact", "security_contact", "privacy_contact", "legal_contact", "hr_contact"),
    *("social_media_team", "it_support", "works_council", "whistleblowing_channel", "guideline", "ai_tools"),
)
"""The keys that shipped courses use; a firm may add its own."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def read_org(path: Path) -> Found[dict[str, str]]:
    """Read the values of `[org]`; a bad value is left out, the others stay.

    Problems: those of read_source and of toml_files.parse, org-table-missing, and those of org_values.
    """
    read = read_source(path, MAX_PROFILE_BYTES)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    document = parse(read.value, notes)
    if document is None:
        return Found(None, notes.found())
    table = document.get("org")
    if not isinstance(table, dict):
        notes.error("org-table-missing", 1, 1)
        return Found(None, notes.found())
    return Found(org_values(table, notes, Places(read.value)), notes.found())


def org_values(table: Mapping[str, object], notes: Notes, places: Places) -> dict[str, str]:
    """The usable values of an `[org]` table, spaces tidied.

    Problems: org-value-no-text, org-value-too-long, org-key-invalid, org-key-misspelt (a warning).
    """
    values = {key: _value(key, value, notes, places) for key, value in table.items()}
    return {key: value for key, value in values.items() if value is not None}


def _value(key: str, value: object, notes: Notes, places: Places) -> str | None:
    at = places.of("org", key)
    if not _NAME.fullmatch(key):
        notes.error("org-key-invalid", *at, key=key)
        return None
    if not isinstance(value, str):
        notes.error("org-value-no-text", *at, key=key)
        return None
    if len(value) > MAX_VALUE_LENGTH:
        notes.error("org-value-too-long", *at, key=key, limit=str(MAX_VALUE_LENGTH))
        return None
    meant = nearest(key, KEYS, cutoff=0.85) if key not in KEYS else ""
    if meant:
        notes.warning("org-key-misspelt", *at, key=key, suggestion=meant)
    return " ".join(value.split())
