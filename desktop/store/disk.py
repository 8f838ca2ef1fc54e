"""The few things asked of a disk, done so that a kill, a power cut or a full disk leaves whole files behind."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop.model.errors import StoreError, StoreFull, StoreReadOnly

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_GONE = frozenset({errno.ENOENT, getattr(errno, "ESTALE", errno.ENOENT)})
_WINDOWS_FULL = frozenset({39, 112})  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_F_FULLFSYNC = 51  # <sys/fcntl.h> of macOS; there, fsync alone stops at the drive's cache
_REPLACE_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)  # seconds; a virus scanner holds a new file for about this long


def store_error(error: OSError, path: Path) -> StoreError:
    """The member of the error tree that says what `error`, met at `path`, means for the person."""
    data = {"folder": str(path.parent), "file": path.name, "reason": error.strerror or str(error)}
    if error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL:
        return StoreFull(**data)
    if isinstance(error, NotADirectoryError | FileExistsError):
        return StoreReadOnly("store-not-a-folder", **data)
    if error.errno in _READ_ONLY:
        return StoreReadOnly(**data)
    if error.errno in _GONE:
        return StoreError("store-folder-gone", **data)
    return StoreError(**data)


class Disk:
    """The real disk. Every call may raise OSError; handed in so that a test can hand in a full or failing one."""

    def make_folder(self, path: Path) -> None:
        """Create `path` and what is missing above it, for this user only, and see that the new names last."""
        missing = [one for one in (path, *path.parents) if not one.exists()]
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in missing:
            with suppress(OSError):  # the folder above may be one that we cannot open
                self.sync_folder(folder.parent)

    def open_append(self, path: Path) -> int:
        """A descriptor that writes at the end of `path`, which is created for this user only."""
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)

    def open_empty(self, path: Path) -> int:
        """A descriptor that writes `path` anew."""
        return os.open(path, os.O_RDWR | os.O_TRUNC | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write some of `data`, return how many bytes the system took."""
        return os.write(descriptor, data)

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write all of `data`: on a nearly full disk a single write may take only the beginning, without an error."""
        rest = memoryview(data)
        while rest:
            taken = self.write(descriptor, rest)
            if taken <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            rest = rest[taken:]

    def sync(self, descriptor: int) -> None:
        """Return when the bytes and the length of the file are on the medium."""
        if sys.platform == "darwin":
            _full_sync(descriptor)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)

    def truncate(self, descriptor: int, length: int) -> None:
        """Cut the file to `length` bytes."""
        os.ftruncate(descriptor, length)

    def close(self, descriptor: int) -> None:
        """Give the descriptor back."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over `target` in one step; on Windows wait for whoever has it open for a moment."""
        for pause in _REPLACE_PATIENCE if os.name == "nt" else ():
            try:
                source.replace(target)
            except PermissionError:
                time.sleep(pause)
            else:
                return
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Delete the file if it is there."""
        path.unlink(missing_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Delete the folder with all that is in it, if it is there; a link to a folder goes, what it leads to stays."""
        if path.is_symlink() or not path.is_dir():
            self.remove(path)
            return
        for inner in sorted(path.iterdir()):
            self.remove_folder(inner)
        path.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Return when new, renamed and deleted names in `folder` are on the medium; Windows sees to it by itself."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            # Some network file systems know no fsync of a folder; there is nothing better to ask them for.
            if error.errno not in (errno.EINVAL, getattr(errno, "ENOTSUP", errno.EINVAL)):
                raise
        finally:
            os.close(descriptor)

    def write_file(self, path: Path, data: bytes) -> None:
        """Put `data` at `path` whole or not at all: a temporary file beside it, synced, renamed, the folder synced."""
        temporary = path.with_name(path.name + ".tmp")
        self.write_new(temporary, data)
        self.replace(temporary, path)
        self.sync_folder(path.parent)

    def write_new(self, path: Path, data: bytes) -> None:
        """Write `path` anew and sync it; what was half written is deleted again when that fails."""
        descriptor = self.open_empty(path)
        try:
            self.write_all(descriptor, data)
            self.sync(descriptor)
            if os.fstat(descriptor).st_size != len(data):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        except OSError:
            self.close(descriptor)
            self.remove(path)
            raise
        self.close(descriptor)


def _full_sync(descriptor: int) -> None:
    """The sync of macOS that reaches the medium; file systems that do not know it get fsync."""
    import fcntl

    try:
        fcntl.fcntl(descriptor, _F_FULLFSYNC)
    except OSError:
        os.fsync(descriptor)
