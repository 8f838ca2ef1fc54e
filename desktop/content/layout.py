"""Where the blocks of a lesson stand: lines are sorted into pieces before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.content.documents import Document
from desktop.content.masking import BLOT
from desktop.content.suggestions import nearest


class Kind(Enum):
    """What a piece will become; PLAIN lines are settled to be part of the prose around them."""

    PROSE = auto()
    PLAIN = auto()
    CALLOUT = auto()
    FIGURE = auto()
    TABLE = auto()
    TASKS = auto()
    DETAILS = auto()
    CHECK = auto()
    SCENARIO = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines first..last of one kind, marks included; `word` is the scenario's id or the call-out's kind."""

    kind: Kind
    first: int
    last: int
    word: str = ""
    column: int = 1


CALLOUT = re.compile(r"[ ]{0,3}>[ \t]?[ ]{0,3}\[!([A-Za-zÄÖÜäöüß]+)\][ \t]*(.*)")
QUOTE = re.compile(r"[ ]{0,3}>[ \t]?(.*)")
MARK = re.compile(r"[ ]{0,3}<!--(.*?)-->[ \t]*+")
TASK = re.compile(r"[ ]{0,3}[-*+][ \t]+\[([ xX]?)\](?!\()[ \t]*(.*)")
FIGURE = re.compile(
    r"[ ]{0,3}!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\([ \t]*"
    r"(?:<(?P<angle>[^<>]*)>|(?P<path>[^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*))"
    r"(?:[ \t]+(?:\"(?P<title>[^\"]*)\"|'(?P<title2>[^']*)'))?[ \t]*\)[ \t]*"
)
ITALIC = re.compile(r"[ ]{0,3}(?:\*(?![*\s])(?P<star>.+?)(?<![*\s])\*|_(?![_\s])(?P<bar>.+?)(?<![_\s])_)[ \t]*")
DELIMITER = re.compile(r"[ ]{0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*\|?[ \t]*+")
BULLET = re.compile(r"[ ]{0,3}[-*+][ \t]+")
NUMBERED = re.compile(r"[ ]{0,3}\d{1,9}[.)][ \t]+")
_DETAILS = re.compile(r"[ ]{0,3}<details\b[^<>]*>", re.IGNORECASE)
_DETAILS_TAG = re.compile(r"<(/?)details\b[^<>]*>", re.IGNORECASE)
LONG_PROSE = 16_000

_KNOWN_MARKS = ("quiz", "/quiz", "scenario", "item")


def pieces(document: Document, first: int, last: int) -> Iterator[Piece]:
    """The pieces of the lines first..last in reading order; blank edges are cut off.

    Problems: quiz-mark-not-closed, quiz-mark-not-opened, mark-misspelt, item-outside-quiz, callout-unknown (elsewhere),
    details-not-closed, scenario-without-id.
    """
    start = first
    number = first
    while number <= last:
        found = _special(document, number, last, fresh=_is_fresh(document, number, start))
        if found is None:
            if _splits_quotes(document, number, start):
                yield from _prose(document, start, number - 1)
                start = number
            number += 1
            continue
        if found.kind is Kind.PLAIN:
            number = found.last + 1
            continue
        yield from _prose(document, start, number - 1)
        if found.kind is not Kind.PROSE:
            yield found
        start = number = found.last + 1
    yield from _prose(document, start, last)


def _special(document: Document, number: int, last: int, *, fresh: bool) -> Piece | None:
    """The special piece that begins in this line; PROSE stands for a mark that shows nothing."""
    line = document.masked[number - 1]
    bare = line.lstrip()
    if bare.startswith("<!--"):
        return _mark(document, number, last)
    if bare.startswith(">"):
        return _callout(document, number, last)
    if bare.startswith("<"):
        return _details(document, number, last)
    if bare.startswith("![") and fresh:
        return _figure(document, number, last)
    if bare[:1] in ("-", "*", "+") and TASK.match(line) and (fresh or not _in_list(document.masked[number - 2])):
        return _tasks(document, number, last)
    if "|" in line and number < last:
        return _table(document, number, last)
    return None


def _is_fresh(document: Document, number: int, start: int) -> bool:
    return number == start or not document.masked[number - 2].strip()


def _in_list(above: str) -> bool:
    return above[:1] in (" ", "\t") or BULLET.match(above) is not None or NUMBERED.match(above) is not None


def _splits_quotes(document: Document, number: int, start: int) -> bool:
    """A quote after a blank line after a quote: two quotes, which Python-Markdown would merge."""
    masked = document.masked
    if number - 2 < start or not masked[number - 1].startswith(">") or masked[number - 2].strip():
        return False
    before = number - 2
    while before > start and not masked[before - 1].strip():
        before -= 1
    return masked[before - 1].startswith(">")


def _prose(document: Document, first: int, last: int) -> Iterator[Piece]:
    """The prose in some lines; a long one is cut between two paragraphs, since rendering costs more than its length."""
    size = 0
    for number in range(first, last + 1):
        size += len(document.lines[number - 1])
        if size > LONG_PROSE and number > first and _may_cut(document, number):
            yield from _trimmed(document, first, number - 1)
            first, size = number, 0
    yield from _trimmed(document, first, last)


def _may_cut(document: Document, number: int) -> bool:
    """Whether a plain paragraph begins here, that belongs to no list, quote or code above it."""
    begin = document.masked[number - 1][:1]
    belongs = not begin or begin.isspace() or begin.isdigit() or begin in f"-*+>|:{BLOT}"
    return not belongs and not document.lines[number - 2].strip()


def _trimmed(document: Document, first: int, last: int) -> Iterator[Piece]:
    while first <= last and not document.lines[first - 1].strip():
        first += 1
    while last >= first and not document.lines[last - 1].strip():
        last -= 1
    if first <= last:
        yield Piece(Kind.PROSE, first, last)


def _mark(document: Document, number: int, last: int) -> Piece | None:
    line = document.masked[number - 1]
    match = MARK.fullmatch(line)
    if match is None:
        return None
    words = match[1].strip()
    name, _, rest = words.partition(":")
    name, at = name.strip(), (number, line.index(words, match.start(1)) + 1, max(1, len(words)))
    if name == "quiz" and not rest:
        return _check(document, number, last)
    if name == "scenario":
        if not rest.strip():
            document.notes.error("scenario-without-id", *at)
            return Piece(Kind.PROSE, number, number)
        return Piece(Kind.SCENARIO, number, number, rest.strip(), line.index(rest.strip()) + 1)
    if name == "/quiz":
        document.notes.error("quiz-mark-not-opened", *at)
    elif name == "item":
        document.notes.warning("item-outside-quiz", *at)
    else:
        _maybe_misspelt(document, name, rest, at)
    return Piece(Kind.PROSE, number, number)


def _maybe_misspelt(document: Document, name: str, rest: str, at: tuple[int, int, int]) -> None:
    """A comment is free text, unless it looks like a mark: one word, alone or before a colon."""
    word = name if " " not in name else ""
    meant = nearest(word, _KNOWN_MARKS, cutoff=0.75) if 3 < len(word) < 12 else ""
    if meant:
        document.notes.warning("mark-misspelt", at[0], at[1], len(word), mark=word, suggestion=meant)


def _check(document: Document, number: int, last: int) -> Piece:
    for end in range(number + 1, last + 1):
        match = MARK.fullmatch(document.masked[end - 1])
        if match and "".join(match[1].split()) == "/quiz":
            return Piece(Kind.CHECK, number, end)
        if match and match[1].strip() == "quiz":
            document.notes.error("quiz-mark-not-closed", number, 1, len(document.lines[number - 1]))
            return Piece(Kind.CHECK, number, end - 1)
    document.notes.error("quiz-mark-not-closed", number, 1, len(document.lines[number - 1]))
    return Piece(Kind.CHECK, number, last)


def _callout(document: Document, number: int, last: int) -> Piece | None:
    match = CALLOUT.fullmatch(document.masked[number - 1])
    if match is None:
        return None
    return Piece(Kind.CALLOUT, number, end_of_quote(document, number, last), match[1], match.start(1) + 1)


def end_of_quote(document: Document, number: int, last: int) -> int:
    """The last line of the quote that begins in this line; another call-out begins a new one."""
    while number < last:
        line = document.lines[number]
        if not line.lstrip().startswith(">") or CALLOUT.fullmatch(document.masked[number]):
            break
        number += 1
    return number


def _details(document: Document, number: int, last: int) -> Piece | None:
    if not _DETAILS.match(document.masked[number - 1]):
        return None
    depth = 0
    for end in range(number, last + 1):
        for tag in _DETAILS_TAG.finditer(document.masked[end - 1]):
            depth += -1 if tag[1] else 1
            if depth == 0:
                return Piece(Kind.DETAILS, number, end, column=tag.start() + 1)
    document.notes.error("details-not-closed", number, 1, len("<details>"))
    return Piece(Kind.DETAILS, number, last, column=len(document.masked[last - 1]) + 1)


def _figure(document: Document, number: int, last: int) -> Piece | None:
    """An image alone in its paragraph; an italic line right below it is its caption."""
    if not FIGURE.fullmatch(document.masked[number - 1]):
        return None
    below = document.masked[number] if number < last else ""
    if not below.strip():
        return Piece(Kind.FIGURE, number, number)
    after = document.masked[number + 1] if number + 1 < last else ""
    return Piece(Kind.FIGURE, number, number + 1) if ITALIC.fullmatch(below) and not after.strip() else None


def _tasks(document: Document, number: int, last: int) -> Piece | None:
    """A list of which every line at the outer level is a task; one that is not is plain prose up to where it shows."""
    end = number
    for following in range(number + 1, last + 1):
        line = document.masked[following - 1]
        if TASK.match(line) or (line[:2] in ("  ", "\t") and line.strip()):
            end = following
        elif NUMBERED.match(line):
            break
        elif BULLET.match(line):
            return Piece(Kind.PLAIN, number, following)
        elif line.strip() and (not document.masked[following - 2].strip() or _begins_block(line)):
            break
        elif line.strip():
            end = following
    return Piece(Kind.TASKS, number, end)


def _begins_block(line: str) -> bool:
    return line.lstrip()[:1] in ("#", ">", "<", "|", "!")


def _table(document: Document, number: int, last: int) -> Piece | None:
    masked = document.masked
    if ("|" not in masked[number] and ":" not in masked[number]) or not DELIMITER.fullmatch(masked[number]):
        return None
    if "-" not in masked[number] or len(cells(masked[number - 1])) != len(cells(masked[number])):
        return None
    end = number + 1
    while end < last and masked[end].strip() and not masked[end].lstrip().startswith((">", "<!--", "#")):
        end += 1
    return Piece(Kind.TABLE, number, end)


def cells(masked_line: str) -> list[tuple[int, int]]:
    """Where the cells of a table row stand in its line (start and end, from 0), edges without bars or blanks."""
    stripped = masked_line.strip()
    begin = len(masked_line) - len(masked_line.lstrip()) + (1 if stripped.startswith("|") else 0)
    end = len(masked_line.rstrip())
    if stripped.endswith("|") and not stripped.endswith("\\|") and end > begin:
        end -= 1
    found: list[tuple[int, int]] = []
    start = begin
    for column in range(begin, end + 1):
        if column == end or (masked_line[column] == "|" and masked_line[column - 1 : column] != "\\"):
            found.append((start, column))
            start = column + 1
    return found
