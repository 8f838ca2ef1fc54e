"""What file names say: order number, id and language; and which shape an id may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ORIGINAL_LANGUAGE = "de"
"""The language of a file without a suffix, unless its front matter says otherwise."""

COURSE_FILE = "course"

_NAME = re.compile(r"(?P<stem>.+?)(?:\.(?P<language>[a-z]{2}(?:-[A-Za-z]{2,4})?))?\.md", re.DOTALL)
_NUMBER = re.compile(r"\d+[-_. ]+(?=.)")
_ID = re.compile(r"[^\W_][\w.-]{0,79}")


@dataclass(frozen=True, slots=True)
class FileName:
    """A Markdown file's name taken apart; `language` is empty for the original."""

    path: Path
    stem: str
    id: str
    language: str


def file_name(path: Path) -> FileName | None:
    """Take `01-grenze.en.md` apart into stem `01-grenze`, id `grenze` and language `en`; None for other files.

    A README is for whoever opens the folder, not for learners.
    """
    match = _NAME.fullmatch(path.name)
    if match is None or path.name.startswith(".") or match["stem"].lower() == "readme":
        return None
    stem = match["stem"]
    return FileName(path, stem, without_number(stem), match["language"] or "")


def without_number(stem: str) -> str:
    """The stem without the number that only orders files."""
    return _NUMBER.sub("", stem, count=1) or stem


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters, digits, dot, hyphen, underscore; at most 80 characters."""
    return _ID.fullmatch(text) is not None


def translation_of(path: Path, language: str) -> Path:
    """Where the translation of an original file lies: `course.md` in English is `course.en.md`."""
    return path.with_name(f"{path.name.removesuffix('.md')}.{language}.md")


def markdown_files(folder: Path) -> tuple[FileName, ...]:
    """The Markdown files right inside a folder, sorted by name; empty where it cannot be listed."""
    try:
        paths = sorted(folder.iterdir(), key=lambda p: p.name)
        names = [file_name(path) for path in paths if path.name.endswith(".md") and path.is_file()]
    except OSError:
        return ()
    return tuple(name for name in names if name is not None)
