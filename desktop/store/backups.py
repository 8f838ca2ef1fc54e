"""Backups: dumps in files of their own, one a day, rotated, each with its figures readable without the rest."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.model.errors import StoreError, StoreNewer
from desktop.model.my_data import Backup, BackupKind
from desktop.store.disk import Disk, store_error
from desktop.store.dump import Dump, Newer, from_document, to_document
from desktop.store.fields import BadDocument
from desktop.store.figures import as_document, figures, of_document
from desktop.store.migrations import Upgrader

FOLDER = "backups"
DAYS = 7
WEEKS = 4
BEFORE = 3
"""How many are kept of those made before something was exchanged."""
_EVERY = timedelta(hours=20)
"""Less than a day, so that a person who opens the program at nine each morning gets one each morning."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:-(\d+))?-(daily|restore|import)\.json\.gz")
_LONGEST_HEAD = 65_536


class Backups:
    """The files in `<folder>/backups`."""

    def __init__(self, folder: Path, disk: Disk, upgrader: Upgrader) -> None:
        """Use the folder of that name in the data folder `folder`."""
        self.folder = folder / FOLDER
        self._disk = disk
        self._upgrader = upgrader

    def list(self) -> tuple[Backup, ...]:
        """All whose beginning can be read, the newest first."""
        found = (self._head(path) for path in self._paths())
        return tuple(sorted((one for one in found if one), key=lambda one: (one.made, one.name), reverse=True))

    def due(self, now: datetime) -> bool:
        """Whether the newest of the day's is old, or dated later than now because the clock was set back."""
        made = [_made(path.name) for path in self._paths() if path.name.endswith("-daily.json.gz")]
        newest = max((one for one in made if one), default=None)
        return newest is None or abs(now.replace(tzinfo=None) - newest) >= _EVERY

    def make(self, dump: Dump, kind: BackupKind, now: datetime) -> Backup:
        """Write a backup, whole or not at all, and let the oldest go. Raises StoreError and its kind."""
        stem, number = now.strftime("%Y-%m-%dT%H-%M-%S"), 1
        while (path := self.folder / f"{stem}{f'-{number}' if number > 1 else ''}-{kind}.json.gz").exists():
            number += 1
        self._write(path, dump)
        self._rotate()
        return Backup(path.name, now.replace(tzinfo=None, microsecond=0), kind, figures(dump))

    def read(self, name: str) -> Dump:
        """What a backup holds. Raises StoreError "store-backup-unreadable" or StoreNewer."""
        path = self.folder / name
        try:
            with gzip.open(path, "rb") as file:
                file.readline(_LONGEST_HEAD)
                document = json.loads(file.read())
            if not isinstance(document, dict):
                raise BadDocument("dump")
            return from_document(document, self._upgrader)
        except Newer as error:
            known = str(self._upgrader.schema)
            raise StoreNewer(folder=str(self.folder), found=str(error.schema), known=known) from error
        except (OSError, EOFError, zlib.error, ValueError, RecursionError, BadDocument) as error:
            raise StoreError("store-backup-unreadable", folder=str(self.folder), file=name) from error

    def rewrite(self, change: Callable[[Dump], Dump], into: Path | None = None) -> None:
        """Write every backup anew as `change` leaves it, in its place or into another folder; unreadable ones go.

        Raises StoreError and its kind; then some may have been changed.
        """
        for path in self._paths():
            try:
                before = self.read(path.name)
            except StoreError:
                if into is None:
                    self._remove(path)
                continue
            after = change(before)
            if into is not None or after != before:
                self._write((into or self.folder) / path.name, after)

    def _paths(self) -> tuple[Path, ...]:
        try:
            return tuple(sorted(path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)))
        except OSError:
            return ()

    def _write(self, path: Path, dump: Dump) -> None:
        head = {"klartext": "backup", "figures": as_document(figures(dump))}
        lines = (head, to_document(dump, self._upgrader.schema))
        data = gzip.compress(b"\n".join(json.dumps(one).encode("ascii") for one in lines), mtime=0)
        try:
            self._disk.make_folder(path.parent)
            self._disk.write_file(path, data)
        except OSError as error:
            raise store_error(error, path) from error

    def _remove(self, path: Path) -> None:
        try:
            self._disk.remove(path)
        except OSError as error:
            raise store_error(error, path) from error

    def _head(self, path: Path) -> Backup | None:
        made, match = _made(path.name), _NAME.fullmatch(path.name)
        try:
            with gzip.open(path, "rb") as file:
                head: Mapping[str, Any] = json.loads(file.readline(_LONGEST_HEAD))
            read = of_document(head["figures"])
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, RecursionError):
            return None
        return Backup(path.name, made, BackupKind(match.group(3)), read) if made and match else None

    def _rotate(self) -> None:
        """Keep the last of each of the latest days and weeks that have one, and the latest made for an undo."""
        keep: set[str] = set()
        daily = sorted((p.name for p in self._paths() if p.name.endswith("-daily.json.gz")), reverse=True)
        days = {made.date(): name for name in reversed(daily) if (made := _made(name))}
        weeks = {day.isocalendar()[:2]: name for day, name in sorted(days.items())}
        keep.update(name for _, name in sorted(days.items(), reverse=True)[:DAYS])
        keep.update(name for _, name in sorted(weeks.items(), reverse=True)[:WEEKS])
        others = sorted((p.name for p in self._paths() if p.name not in daily), reverse=True)
        keep.update(others[:BEFORE])
        for path in self._paths():
            if path.name not in keep:
                with suppress(OSError):  # one too many does no harm; the next rotation tries again
                    self._disk.remove(path)


def _made(name: str) -> datetime | None:
    match = _NAME.fullmatch(name)
    try:
        return datetime.strptime(match.group(1), "%Y-%m-%dT%H-%M-%S") if match else None  # noqa: DTZ007 - local by design
    except ValueError:
        return None
