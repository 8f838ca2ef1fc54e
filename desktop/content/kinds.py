"""Which files of the quizzes folders are tests, simulations or self-assessments, told by their front matter alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.content.names import markdown_files
from desktop.content.quizzes import KNOWN_BY_KIND, open_file, own_id


def ids_of_kind(folders: Sequence[Path], kind: str) -> tuple[str, ...]:
    """The ids of all originals of that kind ("quiz", "scenario", "self-assessment"), by folder and file name.

    An id that stands in two folders is named once; files that cannot be read are left to `check`.
    """
    found: dict[str, None] = {}
    for folder in folders:
        for name in markdown_files(folder):
            if name.language:
                continue
            opened = open_file(name.path, KNOWN_BY_KIND).value
            if opened is not None and opened.kind == kind:
                found[own_id(name) or name.id] = None
    return tuple(found)
