"""Files written whole or not at all, under names that every system takes."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import unicodedata
from pathlib import Path

from desktop.model.errors import CredentialError

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_LONGEST_NAME = 180
"""Bytes of UTF-8 without the suffix; file systems stop at 255, and a folder's own path needs room on Windows."""


def write_whole(path: Path, data: bytes, *, mode: int | None = None, lasting: bool = True) -> None:
    """Write `data` to `path` so that a kill leaves either the old file or the new one, never half of it.

    `mode` are the rights the file shall have; without it, those of any new file. What is not `lasting` does not wait
    for the disk: after a power cut it may be gone or torn, as a file may that can be made again and checks itself.
    Raises CredentialError with `path`: `file-disk-full`, `file-read-only`, `file-in-use`, `file-name-too-long` or
    `file-not-written`.
    """
    part = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(path)
        if lasting:
            _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise failure(error, path) from error


def failure(error: OSError, path: Path) -> CredentialError:
    """The system's refusal to write `path`, as an error a person can act on."""
    return CredentialError(_code(error, path), path=str(path))


def _code(error: OSError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG):
        return "file-disk-full"
    # Windows refuses to replace a file that a PDF viewer holds open, with the same errno as a missing right.
    if getattr(error, "winerror", None) in (5, 32, 33) and path.is_file():
        return "file-in-use"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "file-read-only"
    return "file-name-too-long" if error.errno == errno.ENAMETOOLONG else "file-not-written"


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where a folder can be synced at all (Windows cannot)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def safe_name(words: str, suffix: str) -> str:
    """`words` as a file name that Windows, macOS and Linux take, with `suffix` (".pdf") behind it."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", words))
    name = " ".join("".join(c for c in name if c.isprintable()).split()).strip(". ")
    name = name.encode()[:_LONGEST_NAME].decode(errors="ignore").strip(". ")
    if not name or _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name + suffix


def free_name(path: Path, data: bytes) -> Path:
    """`path` itself where nothing or the very same bytes lie there, else the first free "name (2)", "name (3)" …"""
    candidate, number = path, 1
    while candidate.exists() and not _holds(candidate, data):
        number += 1
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return candidate


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
