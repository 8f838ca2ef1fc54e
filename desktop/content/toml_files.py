"""A TOML file as data, and where in it a key was written."""

from __future__ import annotations

import re
from typing import Any

from desktop.content.sources import Notes, Source

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_BACKSLASH = re.compile(r'"[^"]*\\[^"]*')
_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\[\]]+?)[ \t]*\]\]?[ \t]*(?:#.*)?")
_WORD = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_KEY = re.compile(rf"[ \t]*({_WORD}(?:[ \t]*\.[ \t]*{_WORD})*)[ \t]*=")

At = tuple[int, int, int]
"""Line and column from 1, and the number of characters meant."""


def parse(source: Source, notes: Notes) -> dict[str, Any] | None:
    """The file's data, or None. Problems: toml-invalid, toml-backslash (a Windows path in double quotes)."""
    import tomllib

    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (len(source.lines), 1)
        reason = _AT.sub("", str(error)).strip()
        path = _BACKSLASH.search(source.excerpt(line))
        if path and ("Unescaped" in reason or "hex" in reason.lower()):
            notes.error("toml-backslash", line, path.start() + 1, len(path[0]) + 1)
        else:
            notes.error("toml-invalid", line, column, reason=reason)
    except (RecursionError, ValueError):
        notes.error("toml-invalid", 1, 1, reason="nesting")
    return None


class Places:
    """Where tables and keys stand, as far as their own lines tell; what stands elsewhere counts for its table."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._keys: dict[tuple[str, int, str], At] = {}
        table, index, seen = "", 0, dict[str, int]()
        for number, line in enumerate(source.lines, start=1):
            header = _HEADER.fullmatch(line)
            if header is not None:
                table = _bare(header[2])
                index = seen.get(table, 0) if header[1] == "[[" else 0
                seen[table] = index + 1
                self._keys.setdefault((table, index, ""), (number, header.start(2) + 1, len(header[2])))
                continue
            match = _KEY.match(line)
            if match is not None:
                outer, _, key = _bare(match[1]).rpartition(".")
                where = (".".join(filter(None, (table, outer))), index, key)
                quote = match[1][0] in "\"'"
                self._keys.setdefault(where, (number, match.start(1) + 1 + quote, len(match[1]) - 2 * quote))

    def of(self, table: str, key: str = "", index: int = 0) -> At:
        """The place of a key (of the table's `index`-th entry), else that of its table, else the file's beginning."""
        for wanted in ((table, index, key), (table, index, ""), ("", 0, table)):
            if wanted in self._keys:
                return self._keys[wanted]
        return 1, 1, 1

    def value(self, text: str, near: At) -> At:
        """Where a text value is written, looked for from its key on; the key's own place where it is not found."""
        for number in range(near[0], min(near[0] + 40, len(self._source.lines)) + 1):
            line = self._source.lines[number - 1]
            column = line.find(text, near[1] + near[2] - 1 if number == near[0] else 0) if text else -1
            if column >= 0:
                return number, column + 1, len(text)
            if number > near[0] and (_KEY.match(line) or _HEADER.fullmatch(line)):
                break
        return near


def _bare(words: str) -> str:
    """A dotted name without quotes and spaces."""
    return ".".join(word.strip(" \t\"'") for word in words.split("."))
