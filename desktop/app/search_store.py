"""The texts of all lessons kept on disk between starts, so that a first query parses no Markdown."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.app.files import write_whole
from desktop.model.errors import CredentialError
from desktop.model.search import Passage, SearchEntry, SearchKind, Target

_FORM = 1
"""Raised when the form of the file changes; an old one is then passed over."""


class SearchStore:
    """One JSON file per language; a missing, foreign or damaged one is the same as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, language: str, fingerprint: str, org: Mapping[str, str]) -> tuple[SearchEntry, ...] | None:
        """The entries kept under this fingerprint and company profile, or None."""
        try:
            document: Any = json.loads(self._file(language).read_text(encoding="utf-8"))
            if document["key"] != _key(language, fingerprint, org):
                return None
            return tuple(_entry(one) for one in document["entries"])
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            return None

    def save(self, language: str, fingerprint: str, org: Mapping[str, str], entries: Sequence[SearchEntry]) -> None:
        """Keep them; where the disk is full or read-only the next first query is slower, and that is all."""
        document = {"key": _key(language, fingerprint, org), "entries": [_document(entry) for entry in entries]}
        with contextlib.suppress(CredentialError):
            write_whole(self._file(language), json.dumps(document, ensure_ascii=False).encode())

    def _file(self, language: str) -> Path:
        return self._folder / f"search-{''.join(c for c in language if c.isalnum() or c == '-')}.json"


def _key(language: str, fingerprint: str, org: Mapping[str, str]) -> str:
    parts = (str(_FORM), __version__, language, fingerprint, json.dumps(sorted(org.items())))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _document(entry: SearchEntry) -> list[Any]:
    target = [entry.target.course_id, entry.target.lesson_id, entry.target.passage]
    passages = [[p.text, p.heading] for p in entry.passages]
    return [entry.kind.value, entry.title, entry.where, target, entry.item_id, entry.quiz_id, passages]


def _entry(document: list[Any]) -> SearchEntry:
    kind, title, where, target, item_id, quiz_id, passages = document
    words = (title, where, *target, item_id, quiz_id, *(word for passage in passages for word in passage))
    if not all(isinstance(word, str) for word in words):
        raise ValueError("not the file we wrote")
    course, lesson, passage = target
    found = tuple(Passage(text, heading) for text, heading in passages)
    return SearchEntry(SearchKind(kind), title, where, found, Target(course, lesson, passage), item_id, quiz_id)
