"""The history: what has left the state, in files that only grow and are read only when somebody asks."""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from desktop.store.disk import Disk
from desktop.store.ledger import Leaving, Stream
from desktop.store.lines import Line, Scan, pack, read_lines
from desktop.store.migrations import Upgrader

Document = dict[str, Any]

_TAIL = 1 << 16


class History:
    """The files in `<folder>/history`, one per stream.

    Whether a line of the journal has already been written here is told by its number: a fold that was killed between
    history and state is repeated, and finds the lines of the first time.
    """

    def __init__(self, folder: Path, disk: Disk, upgrader: Upgrader, on_damage: Callable[[Path, int], None]) -> None:
        """Use `folder`; `on_damage(file, count)` is told of lines that did not verify while reading."""
        self._folder = folder
        self._disk = disk
        self._upgrader = upgrader
        self._on_damage = on_damage

    def path(self, stream: Stream) -> Path:
        """The stream's file; the checksum keeps apart what a file system without case or umlauts would not."""
        slug = re.sub(r"[^a-z0-9]+", "-", stream.id.lower()).strip("-")[:40]
        name = "-".join(part for part in (stream.kind, slug, f"{zlib.crc32(stream.id.encode()):08x}") if part)
        return self._folder / f"{name}.jsonl"

    def append(self, leaving: Sequence[Leaving]) -> None:
        """Write to their streams those that are not there yet, and sync; raises OSError, and may then be repeated."""
        if not leaving:
            return
        self._disk.make_folder(self._folder)
        created = False
        by_stream = sorted(leaving, key=lambda one: (one.stream.kind, one.stream.id, one.seq))
        for stream, group in groupby(by_stream, key=lambda one: one.stream):
            path = self.path(stream)
            created = created or not path.exists()
            self._append(path, list(group))
        if created:
            self._disk.sync_folder(self._folder)
            self._disk.sync_folder(self._folder.parent)

    def _append(self, path: Path, leaving: list[Leaving]) -> None:
        descriptor = self._disk.open_append(path)
        try:
            length = os.fstat(descriptor).st_size
            tail = _tail(path, length)
            if tail.good_length < length:  # the first half of a line, from a fold that was killed
                self._disk.truncate(descriptor, tail.good_length)
            schema = self._upgrader.schema
            new = b"".join(pack(one.seq, {"v": schema, **one.data}) for one in leaving if one.seq > tail.seq)
            if new:
                self._disk.write_all(descriptor, b"\n" + new if tail.ends_open else new)
            # Also when nothing was new: the fold that wrote it may have been killed before its sync.
            self._disk.sync(descriptor)
        finally:
            self._disk.close(descriptor)

    def read(self, stream: Stream, leaving: Iterable[Leaving] = ()) -> Iterator[Document]:
        """The stream's records, oldest first, then those of `leaving` that are not in its file yet."""
        last = 0
        for line in self._lines(self.path(stream)):
            last = line.seq
            yield from self._data(line)
        yield from [one.data for one in leaving if one.stream == stream and one.seq > last]

    def read_all(self, leaving: Iterable[Leaving] = (), mention: str = "") -> Iterator[Document]:
        """The records of all streams, and of `leaving` those that are in no file yet.

        `mention` skips, unparsed, the lines of the files in which that text does not occur as a JSON string.
        """
        wanted = json.dumps(mention).encode() if mention else b""
        last: dict[Path, int] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            for line in self._lines(path):
                last[path] = line.seq
                if wanted in line.raw:
                    yield from self._data(line)
        yield from [one.data for one in leaving if one.seq > last.get(self.path(one.stream), 0)]

    def last(self, stream: Stream) -> Iterator[Document]:
        """The records in the last 64 KB or so of the stream's file, newest first."""
        path = self.path(stream)
        try:
            length = path.stat().st_size
        except OSError:
            return
        for line in reversed(_tail(path, length).lines):
            yield from self._data(line)

    def last_seq(self) -> int:
        """The highest line number in any stream, 0 if there is none."""
        return max((_tail(path, path.stat().st_size).seq for path in self._folder.glob("*.jsonl")), default=0)

    def exists(self) -> bool:
        """Whether anything was ever written here."""
        return any(self._folder.glob("*.jsonl"))

    def _data(self, line: Line) -> Iterator[Document]:
        data = line.data()
        if data is not None:
            yield self._upgrader.history(data, data.get("v", self._upgrader.schema))

    def _lines(self, path: Path) -> Iterator[Line]:
        scan = Scan()
        try:
            with path.open("rb") as file:
                yield from read_lines(file, scan)
        except FileNotFoundError:
            return
        if scan.damaged and not (scan.damaged == 1 and scan.ends_open):
            self._on_damage(path, scan.damaged)


@dataclass(frozen=True, slots=True)
class _Tail:
    """How a file ends: its last good lines, and up to where it is sound."""

    lines: list[Line]
    good_length: int
    ends_open: bool
    """The last line is good, but its line feed is missing."""

    @property
    def seq(self) -> int:
        return self.lines[-1].seq if self.lines else 0


def _tail(path: Path, length: int) -> _Tail:
    """The end of the file, with at least one good line if it holds any; no more is read than that needs."""
    size = _TAIL
    with path.open("rb") as file:
        while True:
            start = max(length - size, 0)
            file.seek(start)
            block = file.read(length - start)
            if start:
                start += block.find(b"\n") + 1
                block = block[start - max(length - size, 0) :]
            scan = Scan()
            lines = list(read_lines(block.splitlines(keepends=True), scan))
            if lines or start == 0:
                sound = scan.good_length if scan.ends_open else scan.length
                return _Tail(lines, start + sound, scan.ends_open and sound == scan.length and bool(lines))
            size *= 4
