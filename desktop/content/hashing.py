"""One number for the content of a course: changed by any byte of any of its files, in any language."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

_CHUNK = 1 << 20
_IGNORED = frozenset({"thumbs.db", "desktop.ini"})


def folder_files(folder: Path) -> Iterator[Path]:
    """All files below a folder but hidden ones and what file managers leave behind; links are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _IGNORED or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from folder_files(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def content_hash(folder: Path, quiz_files: Iterable[Path]) -> str:
    """SHA-256 (hex) over the files of a course and its quiz.

    Per file, sorted by name: the name as UTF-8 in NFC with "/" (quizzes as "quiz:NAME"), a zero byte, the size as eight
    bytes big-endian, the bytes. A file that cannot be read counts with its name alone.
    """
    named = [(path.relative_to(folder).as_posix(), path) for path in folder_files(folder)]
    named += [(f"quiz:{path.name}", path) for path in quiz_files]
    digest = hashlib.sha256()
    for name, path in sorted((unicodedata.normalize("NFC", name), path) for name, path in named):
        digest.update(name.encode("utf-8", errors="surrogateescape") + b"\0")
        _add(digest, path)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, path: Path) -> None:
    try:
        with path.open("rb") as file:
            digest.update(os.fstat(file.fileno()).st_size.to_bytes(8, "big"))
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return


def fingerprint(folders: Iterable[Path]) -> str:
    """A number that changes with the name, size or time of any file below the folders; no file is read."""
    digest = hashlib.sha256()
    for folder in folders:
        digest.update(f"{folder}\0".encode("utf-8", errors="surrogateescape"))
        for path in folder_files(folder):
            try:
                facts = path.stat()
            except OSError:
                continue
            line = f"{path.relative_to(folder)}\0{facts.st_size}\0{facts.st_mtime_ns}\n"
            digest.update(line.encode("utf-8", errors="surrogateescape"))
    return digest.hexdigest()
