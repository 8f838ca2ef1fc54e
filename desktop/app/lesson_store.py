"""Parsed lessons kept on disk, so that a lesson that was read once needs neither a Markdown parser nor its memory."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.app.files import safe_name, write_whole
from desktop.model import course, quiz
from desktop.model.course import CalloutKind, Lesson
from desktop.model.errors import CredentialError
from desktop.model.problem import Place
from desktop.model.quiz import ItemType
from desktop.model.text import Rich

_FORM = 1
"""Raised when the form of the files changes; old ones are then passed over."""

_TUPLE, _PATH, _WORD = "", "/", "="
_KINDS: Mapping[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        *(course.Prose, course.Callout, course.Figure, course.Table, course.Checklist, course.Task, course.Details),
        *(course.KnowledgeCheck, course.ScenarioLink, course.Footnotes, course.Lesson, Rich, Place),
        *(quiz.ChoiceItem, quiz.MatchingItem, quiz.OrderingItem, quiz.ClozeItem, quiz.ShortItem, quiz.NumericItem),
        *(quiz.ReflectionItem, quiz.Option, quiz.Pair, quiz.Gap, quiz.Accepted, quiz.NumericKey),
    )
}
_FIELDS: Mapping[str, tuple[str, ...]] = {name: tuple(f.name for f in fields(kind)) for name, kind in _KINDS.items()}
_WORDS: Mapping[str, type[StrEnum]] = {kind.__name__: kind for kind in (CalloutKind, ItemType)}


class LessonStore:
    """One small file per lesson and language; a missing, foreign or damaged one is the same as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: tuple[str, str, str], fingerprint: str, org: Mapping[str, str]) -> Lesson | None:
        """The lesson of that course, id and language as it was kept under this fingerprint and profile, or None."""
        try:
            head, _, body = self._file(name).read_bytes().partition(b"\n")
            if head != _head(name, fingerprint, org, body):
                return None
            stamp, written = json.loads(body)
            lesson = _value(written)
        except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
            return None
        # A file may have changed since all of them were looked at.
        return lesson if isinstance(lesson, Lesson) and stamp == _stamp(lesson.place.file) else None

    def save(self, name: tuple[str, str, str], fingerprint: str, org: Mapping[str, str], lesson: Lesson) -> None:
        """Keep it; where the disk is full or read-only it is parsed again the next time, and that is all."""
        body = json.dumps([_stamp(lesson.place.file), _document(lesson)], ensure_ascii=False).encode()
        with contextlib.suppress(CredentialError):
            write_whole(self._file(name), _head(name, fingerprint, org, body) + b"\n" + body, lasting=False)

    def _file(self, name: tuple[str, str, str]) -> Path:
        return self._folder / safe_name(".".join(name), ".json")


def _head(name: tuple[str, str, str], fingerprint: str, org: Mapping[str, str], body: bytes) -> bytes:
    """Says what a file is about and that no byte of it was lost."""
    about = (str(_FORM), __version__, *name, fingerprint, json.dumps(sorted(org.items())))
    return sha256("\x1f".join(about).encode() + b"\n" + body).hexdigest().encode()


def _stamp(file: Path) -> list[int]:
    stat = file.stat()
    return [stat.st_mtime_ns, stat.st_size]


def _document(value: object) -> object:
    """A value as JSON: a list begins with what it stands for, everything else is itself."""
    if isinstance(value, tuple):
        return [_TUPLE, *map(_document, value)]
    if isinstance(value, Path):
        return [_PATH, str(value)]
    if isinstance(value, StrEnum):
        return [_WORD, type(value).__name__, value.value]
    if value is None or isinstance(value, str | int | float):
        return value
    name = type(value).__name__
    return [name, *(_document(getattr(value, field)) for field in _FIELDS[name])]


def _value(document: Any) -> Any:
    if not isinstance(document, list):
        return document
    kind, *rest = document
    if kind == _TUPLE:
        return tuple(map(_value, rest))
    if kind == _PATH:
        return Path(*rest)
    if kind == _WORD:
        return _WORDS[rest[0]](rest[1])
    return _KINDS[kind](**dict(zip(_FIELDS[kind], map(_value, rest), strict=True)))
