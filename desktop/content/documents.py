"""A file's body made ready for reading: code blotted out, company words marked, definitions taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.content.addresses import Addresses
from desktop.content.markup import Renderer
from desktop.content.masking import BLOT, masked
from desktop.content.sources import Notes
from desktop.content.templates import Inserts
from desktop.content.wording import plain, without_hashes

_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^([^\[\]\s]+)\]:[ \t]*(.*)")
_ABBREVIATION = re.compile(r"[ ]{0,3}\*\[([^\[\]]+)\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"""[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+["'(](.*)["')])?[ \t]*""")
_TITLE = re.compile(r"[ ]{0,3}#[ \t]++(.*)")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note's Markdown with the lines it stands in."""

    name: str
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a file, whole so that numbers stay true; `first` is the body's first line, from 1.

    `lines` carry tokens for company words and no definitions; `masked` is their twin with code blotted out.
    """

    notes: Notes
    lines: tuple[str, ...]
    masked: tuple[str, ...]
    first: int
    renderer: Renderer
    footnotes: tuple[Footnote, ...] = ()
    title: str = ""
    title_line: int = 0

    @property
    def last(self) -> int:
        """The last line's number."""
        return len(self.lines)

    def text(self, first: int, last: int) -> str:
        """The lines first..last as one text."""
        return "\n".join(self.lines[first - 1 : last])

    def blanked(self, first: int, last: int, column: int = 1) -> Document:
        """The same document with all from line first to before `column` of line last turned into blanks."""

        def cut(lines: tuple[str, ...]) -> tuple[str, ...]:
            end = " " * (column - 1) + lines[last - 1][column - 1 :]
            return (*lines[: first - 1], *([""] * (last - first)), end, *lines[last:])

        return replace(self, lines=cut(self.lines), masked=cut(self.masked))


def prepare(
    notes: Notes, first: int, org: Mapping[str, str], addresses: Addresses, *, has_footnotes: bool = False
) -> Document:
    """Make the body that begins in line `first` ready; the first `# ` heading becomes the title and leaves the text."""
    inserts = Inserts(org, notes)
    source = notes.source.lines
    blotted = ("",) * (first - 1) + masked(source[first - 1 :])
    lines = list(("",) * (first - 1))
    for number, line in enumerate(source[first - 1 :], start=first):
        lines.append(inserts.mark(line, blotted[number - 1], number))
    twin = [_overlay(line, blot) for line, blot in zip(lines, blotted, strict=True)]
    title, title_line = find_title(twin, first)
    if title_line:
        lines[title_line - 1] = twin[title_line - 1] = ""
    definitions = _Definitions(lines, twin, first)
    renderer = Renderer(
        notes,
        twin,
        inserts,
        addresses,
        abbreviations=definitions.abbreviations,
        references=definitions.references,
        footnotes=[note.name for note in definitions.footnotes] if has_footnotes else None,
    )
    if title_line:
        renderer.new_anchor(inserts.fill(title))
    return Document(
        notes, tuple(lines), tuple(twin), first, renderer, tuple(definitions.footnotes), inserts.fill(title), title_line
    )


def find_title(masked_lines: list[str] | tuple[str, ...], first: int) -> tuple[str, int]:
    """The words of the first `# ` heading and its line; ("", 0) where there is none."""
    for number in range(first, len(masked_lines) + 1):
        line = masked_lines[number - 1]
        match = _TITLE.fullmatch(line) if "# " in line else None
        if match:
            return plain(without_hashes(match[1]).replace(BLOT, "")), number
    return "", 0


def _overlay(line: str, blot: str) -> str:
    if BLOT not in blot:
        return line
    return "".join(b if b == BLOT else c for c, b in zip(line, blot, strict=True))


class _Definitions:
    """Takes footnotes, abbreviations and link references out of the lines; they hold for the whole document."""

    def __init__(self, lines: list[str], twin: list[str], first: int) -> None:
        self.footnotes: list[Footnote] = []
        self.abbreviations: dict[str, str] = {}
        self.references: dict[str, tuple[str, str]] = {}
        self._lines = lines
        self._twin = twin
        number = first
        while number <= len(lines):
            number = self._take(number) + 1

    def _take(self, number: int) -> int:
        """Take the definition that begins in this line, if one does; the last line it used."""
        line = self._twin[number - 1]
        if "]:" not in line:
            return number
        last = number
        footnote = _FOOTNOTE.fullmatch(line)
        abbreviation = _ABBREVIATION.fullmatch(line)
        reference = _REFERENCE.fullmatch(line)
        if footnote:
            last = self._footnote(number, footnote[1], footnote.start(2))
        elif abbreviation:
            self.abbreviations[abbreviation[1].strip()] = abbreviation[2].strip()
        elif reference:
            self.references[reference[1].strip().lower()] = (reference[2], reference[3] or "")
        else:
            return number
        for taken in range(number, last + 1):
            self._lines[taken - 1] = self._twin[taken - 1] = ""
        return last

    def _footnote(self, number: int, name: str, column: int) -> int:
        last = number
        for following in range(number + 1, len(self._lines) + 1):
            line = self._lines[following - 1]
            if line.startswith(("    ", "\t", "  ")) and line.strip():
                last = following
            elif line.strip():
                break
        rest = [line.strip() if line.strip() else "" for line in self._lines[number:last]]
        text = "\n".join([self._lines[number - 1][column:], *rest])
        self.footnotes.append(Footnote(name, text, number, last))
        return last
