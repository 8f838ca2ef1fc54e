"""Being stopped by the rights of files, even where the tests are run by root."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_VERSION = 0x20080522
# CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER: what lets root pass where the mode says no.
_PASSES = 1 << 1 | 1 << 2 | 1 << 3


@contextmanager
def bound_by_rights() -> Iterator[None]:
    """Inside the block modes count for whoever runs the tests; skips where that cannot be had."""
    if sys.platform == "win32":
        pytest.skip("modes bind nobody on Windows")
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    kept = (ctypes.c_uint32 * 6)()
    if not hasattr(libc, "capset") or libc.capget(header, kept) != 0:
        pytest.skip("root cannot give up its rights here")
    less = (ctypes.c_uint32 * 6)(*kept)
    less[0] &= ~_PASSES  # the effective ones; permitted stay, so that they can be taken up again
    if libc.capset(header, less) != 0:
        pytest.skip("root cannot give up its rights here")
    try:
        yield
    finally:
        libc.capset(header, kept)


def lock(folder: Path) -> None:
    """Take away the right to write from a folder and everything in it."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o500 if path.is_dir() else 0o400)


def unlock(folder: Path) -> None:
    """Give it back."""
    folder.chmod(0o700)
    for path in sorted(folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
