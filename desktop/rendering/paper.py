"""What of a lesson goes on paper: addresses and terms written out, and the sheet that its checklists make."""

from __future__ import annotations

import html as html_escapes
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from desktop.model.course import Block, Callout, Checklist, Details, Footnotes, Lesson, Prose, Table, Task
from desktop.model.text import Rich

SHEET_TASKS = 5
"""A lesson with at least so many lines to tick holds a checklist that one may want to have on paper."""

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_TERM = re.compile(r'<abbr title="([^"]*)">(.*?)</abbr>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<h([2-6])\b[^>]*>.*?</h\1>", re.DOTALL)
_NOTE = re.compile(r'href="#(fn-[^"]*)"')


def written_out(html: str) -> str:
    """Sanitised HTML as it stands on paper: behind a link its address, unless its words say it already."""
    return _TERM.sub(r"\2", _LINK.sub(_address, html))


def terms(html: str) -> Iterator[tuple[str, str]]:
    """The explained terms of a text with their explanations, as plain words."""
    for match in _TERM.finditer(html):
        yield html_escapes.unescape(_TAG.sub("", match.group(2))), html_escapes.unescape(match.group(1))


def tasks_of(blocks: Iterable[Block]) -> Iterator[Task]:
    """All lines to tick, those in fold-outs included."""
    for block in blocks:
        if isinstance(block, Checklist):
            yield from block.tasks
        elif isinstance(block, Details):
            yield from tasks_of(block.blocks)


def count_tasks(blocks: Iterable[Block]) -> int:
    """How many lines to tick there are."""
    return sum(1 for _ in tasks_of(blocks))


def is_sheet(lesson: Lesson) -> bool:
    """Whether the lesson as a whole is a checklist: most of its sections are lists to tick."""
    if count_tasks(lesson.blocks) < SHEET_TASKS:
        return False
    sections = list(_sections(lesson.blocks))
    return 2 * sum(1 for one in sections if count_tasks(one)) > sum(1 for one in sections if _has_heading(one))


def checklist_sheet(lesson: Lesson) -> tuple[Block, ...]:
    """The blocks of a lesson that make its checklist on paper; none where it has no checklist.

    That is every section with lines to tick: its heading, the lines, and its tables and call-outs. Where most sections
    are lists, the lesson as a whole is the sheet, and the tables and call-outs of the others belong to it too. Notes
    stand at the end where the sheet refers to them.
    """
    sections = list(_sections(lesson.blocks))
    lists = [section for section in sections if count_tasks(section)]
    if not lists:
        return ()
    kept = sections if is_sheet(lesson) else lists
    blocks = [block for section in kept for block in _sheet_blocks(section)]
    return (*blocks, *_notes_for(blocks, lesson.blocks))


def _sections(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """The blocks between one heading and the next; prose is cut where a heading stands in it."""
    section: list[Block] = []
    for block in blocks:
        if not isinstance(block, Prose):
            section.append(block)
            continue
        for piece in _pieces(block.text.html):
            if _HEADING.match(piece) and section:
                yield section
                section = []
            section.append(Prose(Rich(piece, _plain(piece))))
    if section:
        yield section


def _pieces(html: str) -> Iterator[str]:
    """A text cut before each of its headings."""
    starts = [0, *(match.start() for match in _HEADING.finditer(html)), len(html)]
    for start, end in pairwise(starts):
        if html[start:end].strip():
            yield html[start:end].strip()


def _has_heading(section: list[Block]) -> bool:
    return isinstance(section[0], Prose) and bool(_HEADING.match(section[0].text.html))


def _sheet_blocks(section: list[Block]) -> Iterator[Block]:
    kept = [one for block in section for one in _opened(block) if isinstance(one, Checklist | Table | Callout)]
    if kept and _has_heading(section) and isinstance(section[0], Prose):
        found = _HEADING.match(section[0].text.html)
        heading = found.group(0) if found else ""
        yield Prose(Rich(heading, _plain(heading)))
    yield from kept


def _opened(block: Block) -> Iterator[Block]:
    if isinstance(block, Details):
        for one in block.blocks:
            yield from _opened(one)
    else:
        yield block


def _notes_for(blocks: Iterable[Block], all_blocks: Iterable[Block]) -> Iterator[Footnotes]:
    """The notes the blocks refer to; they keep the numbers of the lesson, because the marks say those."""
    wanted = {anchor for block in blocks for text in texts(block) for anchor in _NOTE.findall(text.html)}
    for block in all_blocks:
        if isinstance(block, Footnotes) and wanted:
            yield Footnotes(
                tuple((anchor, text) if anchor in wanted else (anchor, Rich("", "")) for anchor, text in block.notes)
            )


def texts(block: Block) -> Iterator[Rich]:
    """The marked-up texts of a block that may hold notes and explained terms."""
    match block:
        case Prose() | Callout():
            yield block.text
        case Checklist():
            yield from (task.text for task in block.tasks)
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row


def _address(match: re.Match[str]) -> str:
    words = match.group(2)
    found = _HREF.search(match.group(1))
    href = html_escapes.unescape(found.group(1)) if found else ""
    scheme, _, rest = href.partition(":")
    if scheme not in ("http", "https", "mailto", "tel"):
        return words
    address = rest.partition("?")[0] if scheme in ("mailto", "tel") else rest.lstrip("/").rstrip("/")
    if address.removeprefix("www.") in _plain(words):
        return words
    return f"{words} ({html_escapes.escape(address, quote=False)})"


def _plain(html: str) -> str:
    return " ".join(html_escapes.unescape(_TAG.sub("", html)).split())
