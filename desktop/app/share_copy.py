"""The copy of one of the firm's folders, brought up to date whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

MOST_FILES = 5_000
MOST_BYTES = 400_000_000
DEEPEST = 8

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})
Stamps = dict[str, tuple[int, int]]
"""Size and time (ns) of every file at the source, by relative path with "/"."""


class ShareAway(Exception):
    """The folder cannot be reached now, or only in part."""


class ShareTooLarge(Exception):
    """More than any courses weigh: most likely a whole drive was named."""


class ShareNotKept(Exception):
    """The copy cannot be written: disk full or read-only."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the last complete look found."""

    stamps: Stamps
    seen: datetime | None = None


class ShareCopy:
    """Reads `source`, keeps its files below `<folder>/<hash>/`, and beside them what they looked like."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.source = source
        name = sha256(os.fspath(source).encode("utf-8", errors="surrogateescape")).hexdigest()[:16]
        self.folder = folder / name
        self._incoming = folder / f"{name}.incoming"
        self._note = folder / f"{name}.json"

    def note(self) -> Note:
        """What is known from the last complete look; a damaged note is the same as none."""
        try:
            document: Any = json.loads(self._note.read_text(encoding="utf-8"))
            stamps = {str(name): (int(size), int(time)) for name, (size, time) in document["files"].items()}
            return Note(stamps, datetime.fromisoformat(document["seen"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Note({})

    def update(self, now: datetime) -> bool:
        """Make the copy like the source; returns whether anything changed.

        Everything new is fetched before anything is touched, so that a drive that vanishes on the way leaves the copy
        as it was. An empty source where there was content counts as gone: so looks a drive that is not mounted.
        Raises ShareAway, ShareTooLarge, ShareNotKept.
        """
        known = self.note().stamps if self.folder.is_dir() else {}
        stamps = _listed(self.source)
        if known and not stamps:
            raise ShareAway
        fresh = [name for name, stamp in stamps.items() if known.get(name) != stamp or not self._file(name).is_file()]
        gone = known.keys() - stamps.keys()
        try:
            shutil.rmtree(self._incoming, ignore_errors=True)
            for name in fresh:
                self._fetch(name)
            self._take_over(fresh, gone)
            self._write_note(Note(stamps, now))
        except OSError as error:
            raise ShareNotKept from error
        finally:
            shutil.rmtree(self._incoming, ignore_errors=True)
        return bool(fresh or gone)

    def _file(self, name: str) -> Path:
        return self.folder / name

    def _fetch(self, name: str) -> None:
        try:
            data = (self.source / name).read_bytes()
        except OSError as error:
            raise ShareAway from error
        target = self._incoming / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def _take_over(self, fresh: list[str], gone: set[str]) -> None:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if not self.folder.exists() and fresh:
            # The first time the whole folder appears at once: nobody sees half a course.
            self._incoming.replace(self.folder)
            return
        self.folder.mkdir(exist_ok=True)
        for name in fresh:
            target = self._file(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._incoming / name).replace(target)
        for name in gone:
            self._file(name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # not empty yet
                self._file(name).parent.rmdir()

    def _write_note(self, note: Note) -> None:
        seen = note.seen.isoformat() if note.seen else ""
        part = self._note.with_suffix(".part")
        part.write_text(json.dumps({"seen": seen, "files": note.stamps}), encoding="utf-8")
        part.replace(self._note)


def _listed(source: Path) -> Stamps:
    """Every file below the source but hidden ones and links. Raises ShareAway, ShareTooLarge."""
    stamps: Stamps = {}
    weight = 0
    try:
        for entry in _walk(os.fspath(source), 0):
            facts = entry.stat(follow_symlinks=False)
            name = Path(entry.path).relative_to(source).as_posix()
            stamps[name] = (facts.st_size, facts.st_mtime_ns)
            weight += facts.st_size
            if len(stamps) > MOST_FILES or weight > MOST_BYTES:
                raise ShareTooLarge
    except (OSError, ValueError) as error:
        raise ShareAway from error
    return stamps


def _walk(folder: str, depth: int) -> Iterator[os.DirEntry[str]]:
    if depth > DEEPEST:
        raise ShareTooLarge
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.lower() in _IGNORED or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from _walk(entry.path, depth + 1)
            elif entry.is_file():
                yield entry
