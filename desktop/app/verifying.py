"""Files and folders become verdicts on certificates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from desktop.model.certificate import Verdict


def verify_paths(paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """One verdict per file, in the order given; a folder stands for the PDF files in it and below, by name.

    Never raises for a file: one that is missing or cannot be read is `unreadable`.
    """
    from desktop.credentials.verifying import verify_file

    return tuple(verify_file(path) for path in _files(paths))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file())
        else:
            yield path
