"""The journal: every change as one checksummed line, on the medium before anybody is told that it is saved."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from desktop.store.disk import Disk, store_error
from desktop.store.lines import pack

_NAME = re.compile(r"journal-(\d{6,12})\.jsonl")


def path_of(folder: Path, generation: int) -> Path:
    """The journal that follows the state of that generation."""
    return folder / f"journal-{generation:06d}.jsonl"


def generations(folder: Path) -> list[int]:
    """The generations of the journals in `folder`, ascending."""
    names = (_NAME.fullmatch(path.name) for path in folder.glob("journal-*.jsonl"))
    return sorted(int(name.group(1)) for name in names if name)


class Journal:
    """One journal file, open for writing at its end."""

    def __init__(self, path: Path, disk: Disk, descriptor: int, length: int, *, open_line: bool = False) -> None:
        self.path = path
        self.length = length
        """Bytes up to the end of the last acknowledged line."""
        self._disk = disk
        self._descriptor = descriptor
        self._open_line = open_line
        self._cut_due = False
        # Some file systems count no links; where they do, 0 means that somebody deleted the file under us.
        self._counts_links = os.fstat(descriptor).st_nlink > 0

    @classmethod
    def create(cls, folder: Path, generation: int, seq: int, schema: int, disk: Disk) -> Journal:
        """A new journal that begins after line `seq`; raises OSError."""
        path = path_of(folder, generation)
        header = pack(seq, {"journal": generation, "schema": schema})
        disk.write_new(path, header)
        disk.sync_folder(folder)
        return cls(path, disk, disk.open_append(path), len(header))

    @classmethod
    def reopen(cls, path: Path, disk: Disk, length: int, *, open_line: bool) -> Journal:
        """An existing journal, cut to its good `length`; `open_line`: that ends without a line feed. Raises OSError."""
        descriptor = disk.open_append(path)
        if os.fstat(descriptor).st_size > length:
            disk.truncate(descriptor, length)
        return cls(path, disk, descriptor, length, open_line=open_line)

    def append(self, line: bytes) -> None:
        """Write `line` and return when it is on the medium.

        Raises:
            StoreFull, StoreReadOnly, StoreError: it is not, and nothing of it remains in the file.
        """
        data = b"\n" + line if self._open_line else line
        try:
            if self._cut_due:
                self._disk.truncate(self._descriptor, self.length)
                self._cut_due = False
            self._disk.write_all(self._descriptor, data)
            self._disk.sync(self._descriptor)
            self._verify(self.length + len(data))
        except OSError as error:
            self._cut()
            raise store_error(error, self.path) from error
        self.length += len(data)
        self._open_line = False

    def close(self) -> None:
        """Give the file back."""
        with suppress(OSError):
            self._disk.close(self._descriptor)

    def _verify(self, length: int) -> None:
        """A file that is shorter than what was written, or deleted, holds no acknowledged answer."""
        status = os.fstat(self._descriptor)
        if self._counts_links and status.st_nlink == 0:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if status.st_size != length:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def _cut(self) -> None:
        """Take back what was half written; if even that fails it is done before the next line."""
        try:
            self._disk.truncate(self._descriptor, self.length)
        except OSError:
            self._cut_due = True
