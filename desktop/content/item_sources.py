"""Where the items of a quiz stand and what their comments say, read from the lines alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.content.masking import BLOT
from desktop.content.wording import anchor, plain, without_hashes

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]++(.*)")
COMMENT = re.compile(r"<!--\s*+item\b\s*+:?(.*?)-->")
_ATTRIBUTE = re.compile(r"([^\s=\"']+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
MAX_ID_WORDS = 60


@dataclass(frozen=True, slots=True)
class Attribute:
    """One `name=value` of a comment with its place; a bare word has the value ""."""

    name: str
    value: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class ItemSource:
    """An item's lines: heading in `first` (0 columns of it where there is none), the rest up to `last`.

    `id` is the author's or, where there is none, made from the heading's words.
    """

    first: int
    last: int
    heading: str
    column: int
    id: str
    attributes: tuple[Attribute, ...]
    comments: tuple[int, ...]

    def attribute(self, name: str) -> Attribute | None:
        """The first attribute of this name."""
        return next((a for a in self.attributes if a.name == name), None)


def split_items(lines: Sequence[str], masked: Sequence[str], first: int, last: int) -> tuple[ItemSource, ...]:
    """The items in the lines first..last: each begins with a heading of the outermost level used there.

    Without any heading the whole is one item, so that a lesson can ask a single plain question.
    """
    starts = _starts(masked, first, last)
    has_headings = bool(starts)
    if not has_headings:
        text = next((n for n in range(first, last + 1) if lines[n - 1].strip() and not _is_comment(masked[n - 1])), 0)
        starts = [(text, "", 1)] if text else []
    result: list[ItemSource] = []
    used: dict[str, int] = {}
    for index, (begin, heading, column) in enumerate(starts):
        end = starts[index + 1][0] - 1 if index + 1 < len(starts) else last
        # A question without a heading may have its comment above it.
        found = tuple(_comments(masked, begin if has_headings else first, end))
        attributes = tuple(a for _, group in found for a in group)
        own = next((a.value for a in attributes if a.name == "id" and a.value), "")
        words = heading or lines[begin - 1]
        item_id = own or _free_id(words, used)
        used.setdefault(item_id, 1)
        comments = tuple(number for number, _ in found)
        result.append(ItemSource(begin, end, heading, column, item_id, attributes, comments))
    return tuple(result)


def read_attributes(text: str, line: int, column: int) -> tuple[Attribute, ...]:
    """Take `id=a points=2 why="so so"` apart; column is where the text begins, from 1."""
    found: list[Attribute] = []
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or ""
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        found.append(Attribute(match[1], bare, line, column + match.start(), len(match[0])))
    return tuple(found)


def _starts(masked: Sequence[str], first: int, last: int) -> list[tuple[int, str, int]]:
    level = 0
    starts: list[tuple[int, str, int]] = []
    for number in range(first, last + 1):
        line = masked[number - 1]
        match = _HEADING.fullmatch(line) if "#" in line else None
        if match is None:
            continue
        level = level or len(match[1])
        if len(match[1]) <= level:
            starts.append((number, without_hashes(match[2]), match.start(2) + 1))
    return starts


def _comments(masked: Sequence[str], first: int, last: int) -> Iterator[tuple[int, tuple[Attribute, ...]]]:
    for number in range(first, last + 1):
        line = masked[number - 1]
        if "<!--" in line:
            for match in COMMENT.finditer(line):
                yield number, read_attributes(match[1], number, match.start(1) + 1)


def _is_comment(line: str) -> bool:
    bare = line.strip()
    return bare.startswith("<!--") and bare.endswith("-->")


def _free_id(words: str, used: dict[str, int]) -> str:
    base = anchor(plain(words.replace(BLOT, "")))[:MAX_ID_WORDS].strip("-_") or "item"
    return free_name(base, used)


def free_name(base: str, used: dict[str, int]) -> str:
    """The name itself or, where it is taken, with the next free number behind it; `used` remembers both."""
    name = base
    while name in used:
        used[base] += 1
        name = f"{base}-{used[base]}"
    used[name] = 1
    return name
