"""The index of all texts kept on disk between starts, so that a first query parses no Markdown and reads no lesson.

A file holds a head, what is looked up (read whole when the search opens), and behind it the paragraphs, of which only
those are read that are shown.
"""

from __future__ import annotations

import contextlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.app.files import write_whole
from desktop.learning.lexicon import Lexicon
from desktop.learning.search import Index, Tables
from desktop.model.errors import CredentialError
from desktop.model.search import Passage, SearchEntry, SearchKind, Target

_FORM = 2
"""Raised when the form of the file changes; an old one is then passed over."""

_MAGIC = b"klartext search\n"
_HEAD_SIZE = 8
_Stamp = tuple[int, int]
_KINDS = {kind.value: kind for kind in SearchKind}


class SearchStore:
    """One file per language; a missing, foreign or damaged one is the same as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, language: str, fingerprint: str, beside: Mapping[str, str]) -> Index | None:
        """The index kept under this fingerprint of all files and these words beside them, or None."""
        path = self._file(language)
        try:
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    return None
                head = json.loads(file.read(int.from_bytes(file.read(_HEAD_SIZE), "little")))
                if head["key"] != _key(language, fingerprint, beside):
                    return None
                sections = [file.read(size) for size in head["sizes"]]
                start = file.tell()
            if head["checksum"] != _checksum(sections) or path.stat().st_size != start + head["rest"]:
                return None
            tables, places = _tables(sections)
        except (OSError, ValueError, KeyError, TypeError, IndexError, OverflowError, MemoryError, RecursionError):
            return None
        return Index(tables, _Passages(path, start, places).of)

    def save(
        self,
        language: str,
        fingerprint: str,
        beside: Mapping[str, str],
        tables: Tables,
        passages: Sequence[Sequence[Passage]],
    ) -> None:
        """Keep them; where the disk is full or read-only the next first query is slower, and that is all."""
        texts = [json.dumps([[p.text, p.heading] for p in of_one], ensure_ascii=False).encode() for of_one in passages]
        places = array("Q", accumulate(map(len, texts), initial=0))
        sections = [*_sections(tables), places.tobytes()]
        head = {
            "key": _key(language, fingerprint, beside),
            "sizes": list(map(len, sections)),
            "checksum": _checksum(sections),
            "rest": places[-1],
        }
        written = json.dumps(head).encode()
        parts = (_MAGIC, len(written).to_bytes(_HEAD_SIZE, "little"), written, *sections, *texts)
        with contextlib.suppress(CredentialError):
            write_whole(self._file(language), b"".join(parts))

    def _file(self, language: str) -> Path:
        return self._folder / f"search-{''.join(c for c in language if c.isalnum() or c == '-')}.index"


class _Passages:
    """The paragraphs of an entry, read from the file each time; nothing is held open, so that it can be replaced."""

    def __init__(self, path: Path, start: int, places: array[int]) -> None:
        self._path, self._start, self._places = path, start, places
        self._stamp = _stamp(path)

    def of(self, number: int) -> tuple[Passage, ...]:
        """() where the file was replaced or cannot be read any more: then a hit is shown without its sentence."""
        begin, end = self._places[number], self._places[number + 1]
        try:
            if _stamp(self._path) != self._stamp:
                return ()
            with self._path.open("rb") as file:
                file.seek(self._start + begin)
                return tuple(Passage(text, heading) for text, heading in json.loads(file.read(end - begin)))
        except (OSError, ValueError, TypeError):
            return ()


def _stamp(path: Path) -> _Stamp:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _key(language: str, fingerprint: str, beside: Mapping[str, str]) -> str:
    # Numbers lie in the file as they lie in memory, and systems differ in that.
    parts = (str(_FORM), sys.byteorder, __version__, language, fingerprint, json.dumps(sorted(beside.items())))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _checksum(sections: Sequence[bytes]) -> int:
    checksum = 0
    for section in sections:
        checksum = zlib.crc32(section, checksum)
    return checksum


def _sections(tables: Tables) -> Iterator[bytes]:
    named = {"entries": [_document(entry) for entry in tables.entries], "names": tables.names}
    yield json.dumps(named, ensure_ascii=False).encode()
    for one in (tables.titles, tables.headings, tables.texts):
        yield one.joined.encode()
        yield from (numbers.tobytes() for numbers in (one.starts, one.masks, one.spans, one.texts))
        yield one.counts


def _tables(sections: Sequence[bytes]) -> tuple[Tables, array[int]]:
    rest = iter(sections)
    named = json.loads(next(rest))
    entries = tuple(map(_entry, named["entries"]))
    titles, headings, texts = (_lexicon(rest) for _ in range(3))
    return Tables(entries, tuple(named["names"]), titles, headings, texts), _numbers("Q", next(rest))


def _lexicon(sections: Iterator[bytes]) -> Lexicon:
    joined = next(sections).decode()
    starts, masks, spans, texts = (_numbers(kind, next(sections)) for kind in "IQII")
    return Lexicon(joined, starts, masks, spans, texts, next(sections))


def _numbers(kind: str, data: bytes) -> array[int]:
    numbers: array[int] = array(kind)
    numbers.frombytes(data)
    return numbers


def _document(entry: SearchEntry) -> list[Any]:
    t = entry.target
    target = [t.course_id, t.lesson_id, t.passage, t.screen, t.part, t.subject]
    return [entry.kind.value, entry.title, entry.where, target, entry.item_id, entry.quiz_id]


def _entry(document: list[Any]) -> SearchEntry:
    kind, title, where, target, item_id, quiz_id = document
    return SearchEntry(_KINDS[kind], title, where, (), Target(*target), item_id, quiz_id)
