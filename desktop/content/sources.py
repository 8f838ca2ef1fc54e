"""Reading one text file within limits, and noting what is wrong in it with line, column and excerpt."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop.content.found import Found, unique
from desktop.model.problem import Place, Problem, Severity

MAX_BYTES = 2_000_000
EXCERPT_LENGTH = 400

# Private characters that stand for company words and for blotted code while a file is read; no file may bring its own.
_RESERVED = re.compile("[\ue000-\ue002]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with line ends as "\\n"; lines count from 1 in every place, from 0 in `lines`."""

    path: Path
    text: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, path: Path, text: str) -> Source:
        """Take text as if it had been read from path."""
        text = _RESERVED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
        return cls(path, text, tuple(text.split("\n")))

    def excerpt(self, line: int) -> str:
        """The line's text, empty beyond the last one, cut where nobody would read on."""
        return self.lines[line - 1][:EXCERPT_LENGTH] if 0 < line <= len(self.lines) else ""


class Notes:
    """Collects the Problems of one file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def error(self, code: str, line: int = 1, column: int = 1, length: int = 1, **data: str) -> None:
        """Note a fault that hides the part it stands in."""
        self._add(code, Severity.ERROR, (line, column, length), data)

    def warning(self, code: str, line: int = 1, column: int = 1, length: int = 1, **data: str) -> None:
        """Note a fault that hides nothing."""
        self._add(code, Severity.WARNING, (line, column, length), data)

    def _add(self, code: str, severity: Severity, at: tuple[int, int, int], data: dict[str, str]) -> None:
        line, column, length = at
        place = Place(self.source.path, line, max(1, column), max(1, length))
        known = MappingProxyType({"file": self.source.path.name, **data})
        self.problems.append(Problem(code, place, severity, known, self.source.excerpt(line)))

    def found(self) -> tuple[Problem, ...]:
        """What was noted so far, in the order of the file; each fault once."""
        return tuple(sorted(unique(self.problems), key=lambda p: (p.place.line, p.place.column)))


def fault(code: str, path: Path, **data: str) -> Problem:
    """A Problem about a file as a whole, of which no line can be shown."""
    return Problem(code, Place(path), Severity.ERROR, MappingProxyType({"file": path.name, **data}))


def read_source(path: Path, limit: int = MAX_BYTES) -> Found[Source]:
    """Read a UTF-8 file of at most `limit` bytes; one byte more is asked for, so a huge file is never loaded.

    Problems: file-missing, file-unreadable, file-too-large, not-utf8.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except FileNotFoundError:
        return Found(None, (fault("file-missing", path),))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Found(None, (fault("file-unreadable", path, reason=reason),))
    if len(raw) > limit:
        return Found(None, (fault("file-too-large", path, limit=f"{limit / 1_000_000:g}", size=_megabytes(path)),))
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return Found(None, (_not_utf8(path, raw, error),))
    return Found(Source.of(path, text))


def _megabytes(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1_000_000:.1f}"
    except OSError:
        return "?"


def _not_utf8(path: Path, raw: bytes, error: UnicodeDecodeError) -> Problem:
    """Say where the first foreign byte stands and how the line looks if it was written on an older Windows."""
    shift = len(raw) - len(raw.removeprefix(codecs.BOM_UTF8))
    good = raw[shift : shift + error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
    rest = raw[shift + error.start : shift + error.start + EXCERPT_LENGTH].splitlines() or [b""]
    guess = good[good.rfind("\n") + 1 :] + rest[0].decode("cp1252", errors="replace")
    data = MappingProxyType({"file": path.name, "byte": f"0x{raw[shift + error.start]:02X}"})
    return Problem("not-utf8", Place(path, line, column), Severity.ERROR, data, guess[:EXCERPT_LENGTH])
