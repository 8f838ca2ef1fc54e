"""The company profile: a TOML file whose `[org]` table holds the words that courses insert."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.content.found import Found
from desktop.content.sources import Notes, Source, read_source
from desktop.content.suggestions import nearest

MAX_PROFILE_BYTES = 64_000
MAX_VALUE_LENGTH = 500

KEYS = (
    *("name", "press_contact", "security_contact", "privacy_contact", "legal_contact", "hr_contact"),
    *("social_media_team", "it_support", "works_council", "whistleblowing_channel", "guideline", "ai_tools"),
)
"""The keys that shipped courses use; a firm may add its own."""

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def read_org(path: Path) -> Found[dict[str, str]]:
    """Read the values of `[org]`; a bad value is left out, the others stay.

    Problems: those of read_source, toml-invalid, org-table-missing, org-value-no-text, org-value-too-long,
    org-key-invalid, org-key-misspelt (a warning).
    """
    read = read_source(path, MAX_PROFILE_BYTES)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    table = _table(read.value, notes)
    if table is None:
        return Found(None, notes.found())
    values = {key: value for key, value in ((k, _value(k, v, notes)) for k, v in table.items()) if value is not None}
    return Found(values, notes.found())


def _table(source: Source, notes: Notes) -> dict[str, object] | None:
    import tomllib

    try:
        document = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (len(source.lines), 1)
        notes.error("toml-invalid", line, column, reason=_AT.sub("", str(error)).strip())
        return None
    except (RecursionError, ValueError):
        notes.error("toml-invalid", 1, 1, reason="nesting")
        return None
    table = document.get("org")
    if not isinstance(table, dict):
        notes.error("org-table-missing", 1, 1)
        return None
    return table


def _value(key: str, value: object, notes: Notes) -> str | None:
    line, column = _place(notes.source, key)
    at = (line, column, len(key))
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


def _place(source: Source, key: str) -> tuple[int, int]:
    """Where a key is written, as far as a plain search finds it."""
    pattern = re.compile(rf"[ \t]*(?:org[ \t]*\.[ \t]*)?[\"']?({re.escape(key)})[\"']?[ \t]*=")
    for number, line in enumerate(source.lines, start=1):
        match = pattern.match(line)
        if match:
            return number, match.start(1) + 1
    return 1, 1
