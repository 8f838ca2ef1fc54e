"""One running copy per data folder, by a lock that the system drops when its owner dies."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from desktop.model.errors import StoreLocked
from desktop.store.disk import store_error

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_UNKNOWN = frozenset({errno.ENOSYS, errno.ENOLCK, getattr(errno, "ENOTSUP", errno.ENOSYS)})


class FolderLock:
    """Holds `<folder>/lock` from construction to `release`. A lock library would do, but takes 60 ms to import."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            StoreLocked: another copy, or another store in this one, holds it.
            StoreReadOnly, StoreFull, StoreError: the lock file cannot be opened.
        """
        self._path = folder / "lock"
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise store_error(error, self._path) from error
        self.effective = True
        """False on the few network file systems that know no locks."""
        try:
            _lock(self._descriptor)
        except OSError as error:
            if error.errno in _UNKNOWN:
                self.effective = False
                return
            os.close(self._descriptor)
            if error.errno in _HELD:
                raise StoreLocked(folder=str(folder)) from error
            raise store_error(error, self._path) from error

    def release(self) -> None:
        """Let the next copy in; the file stays, as deleting it would let two copies lock two files of one name."""
        os.close(self._descriptor)


def _lock(descriptor: int) -> None:
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    import msvcrt  # type: ignore[unreachable, unused-ignore]

    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
