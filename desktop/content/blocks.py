"""The blocks of a lesson: each piece of the layout rendered into what the reader shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.content.documents import Document
from desktop.content.item_sources import free_name
from desktop.content.items import read_items
from desktop.content.layout import CALLOUT, FIGURE, ITALIC, QUOTE, TASK, Kind, Piece, cells, pieces
from desktop.content.names import is_id
from desktop.content.suggestions import nearest
from desktop.content.wording import anchor
from desktop.model.course import (
    Block,
    Callout,
    CalloutKind,
    Checklist,
    Details,
    Figure,
    Footnotes,
    KnowledgeCheck,
    Prose,
    ScenarioLink,
    Table,
    Task,
)
from desktop.model.text import EMPTY, Rich

MAX_FOLDS = 6

_SUMMARY = re.compile(r"<summary\b[^<>]*>(.{0,1000}?)</summary>", re.IGNORECASE)
_KINDS = tuple(kind.value for kind in CalloutKind)


def read_blocks(document: Document) -> tuple[Block, ...]:
    """All blocks of a document in reading order, its footnotes last; anchor links are checked at the end.

    Problems: callout-unknown, image-without-alt, image-*, table-row-too-long, details-too-deep, quiz-mark-empty,
    id-invalid, footnote-unused, link-dead, and those of layout, items and markup.
    """
    taken: dict[str, int] = {}
    blocks = tuple(_blocks(document, document.first, document.last, taken, 0))
    notes = _footnotes(document)
    document.renderer.close()
    return (*blocks, Footnotes(notes)) if notes else blocks


def read_part(document: Document, first: int, last: int) -> tuple[Block, ...]:
    """The blocks of some lines only; footnotes and anchor links are left to the whole."""
    return tuple(_blocks(document, first, last, {}, 0))


def _blocks(document: Document, first: int, last: int, taken: dict[str, int], depth: int) -> Iterator[Block]:
    for piece in pieces(document, first, last):
        block = _block(document, piece, taken, depth)
        if block is not None:
            yield block


def _block(document: Document, piece: Piece, taken: dict[str, int], depth: int) -> Block | None:
    match piece.kind:
        case Kind.PROSE | Kind.PLAIN:
            rich = document.renderer.block(document.text(piece.first, piece.last), piece.first, piece.last)
            return Prose(rich) if rich else None
        case Kind.CALLOUT:
            return _callout(document, piece)
        case Kind.FIGURE:
            return _figure(document, piece)
        case Kind.TABLE:
            return _table(document, piece)
        case Kind.TASKS:
            return _tasks(document, piece, taken)
        case Kind.DETAILS:
            return _details(document, piece, taken, depth)
        case Kind.CHECK:
            return _check(document, piece)
        case Kind.SCENARIO:
            return _scenario(document, piece)


def _callout(document: Document, piece: Piece) -> Callout:
    word = piece.word.lower()
    kind = CalloutKind(word) if word in _KINDS else CalloutKind.NOTE
    if word not in _KINDS:
        meant = nearest(word, _KINDS, cutoff=0.5) or CalloutKind.NOTE.value
        at = (piece.first, piece.column, len(piece.word))
        document.notes.warning("callout-unknown", *at, kind=piece.word, suggestion=meant.upper())
    head = CALLOUT.fullmatch(document.masked[piece.first - 1])
    line = document.lines[piece.first - 1]
    title = line[head.start(2) :].strip() if head else ""
    body = [_unquoted(document.lines[n - 1]) for n in range(piece.first + 1, piece.last + 1)]
    text = document.renderer.block("\n".join(body), piece.first, piece.last)
    own = document.renderer.inline(title, piece.first, piece.first)
    # A call-out of one line only: what stands behind the mark is its text.
    return Callout(kind, text, own.plain) if text else Callout(kind, own)


def _unquoted(line: str) -> str:
    match = QUOTE.fullmatch(line)
    return match[1] if match else line


def _figure(document: Document, piece: Piece) -> Figure | None:
    """The caption is the italic line below the image or, without one, the image's title."""
    match = FIGURE.fullmatch(document.lines[piece.first - 1])
    if match is None:
        return None
    address = document.renderer.fill(match["angle"] or match["path"] or "")
    column = match.start("angle" if match["angle"] is not None else "path") + 1
    target = document.renderer.addresses.image(address)
    alt = document.renderer.inline(match["alt"], piece.first, piece.first).plain
    if not alt:
        document.notes.warning("image-without-alt", piece.first, match.start("alt") + 1, address=address)
    if target.path is None:
        document.notes.error(target.code, piece.first, column, len(address), address=address)
        return None
    title = match["title"] or match["title2"] or ""
    caption = document.renderer.inline(title, piece.first, piece.first) if title else EMPTY
    if piece.last > piece.first:
        below = ITALIC.fullmatch(document.lines[piece.last - 1])
        words = (below["star"] or below["bar"]) if below else ""
        caption = document.renderer.inline(words, piece.last, piece.last)
    return Figure(target.path, alt, caption)


def _table(document: Document, piece: Piece) -> Table:
    header = _row(document, piece.first)
    align = tuple(_alignment(text) for text in _cell_texts(document, piece.first + 1))
    rows: list[tuple[Rich, ...]] = []
    for number in range(piece.first + 2, piece.last + 1):
        row = _row(document, number)
        if len(row) > len(header):
            extra = cells(document.masked[number - 1])[len(header)]
            document.notes.warning("table-row-too-long", number, extra[0] + 1, max(1, extra[1] - extra[0]))
        padded = (*row, *([EMPTY] * len(header)))
        rows.append(padded[: len(header)])
    return Table(header, tuple(rows), align)


def _cell_texts(document: Document, number: int) -> list[str]:
    line = document.lines[number - 1]
    return [line[a:b].strip().replace("\\|", "|") for a, b in cells(document.masked[number - 1])]


def _row(document: Document, number: int) -> tuple[Rich, ...]:
    return tuple(document.renderer.inline(text, number, number) for text in _cell_texts(document, number))


def _alignment(text: str) -> str:
    if text.endswith(":"):
        return "center" if text.startswith(":") else "right"
    return "left"


def _tasks(document: Document, piece: Piece, taken: dict[str, int]) -> Checklist:
    tasks: list[Task] = []
    number = piece.first
    while number <= piece.last:
        match = TASK.match(document.masked[number - 1])
        end = number
        while end < piece.last and not TASK.match(document.masked[end]):
            end += 1
        if match:
            start = match.start(2)
            rest = [line[2:].strip("\t") if line.strip() else "" for line in document.lines[number:end]]
            text = "\n".join([document.lines[number - 1][start:], *rest])
            rich = document.renderer.inline(text, number, end)
            tasks.append(Task(_task_id(rich.plain, taken), rich))
        number = end + 1
    return Checklist(tuple(tasks))


def _task_id(words: str, taken: dict[str, int]) -> str:
    return free_name(anchor(words.split("\n", 1)[0])[:60].strip("-") or "task", taken)


def _details(document: Document, piece: Piece, taken: dict[str, int], depth: int) -> Details | None:
    if depth >= MAX_FOLDS:
        document.notes.error("details-too-deep", piece.first, 1, len("<details>"))
        return None
    opened = document.masked[piece.first - 1].index(">") + 1
    closed = document.masked[piece.last - 1][: piece.column - 1]
    inner = _without_tail(document, piece.last, len(closed)).blanked(piece.first, piece.first, opened + 1)
    summary = ""
    for number in range(piece.first, piece.last + 1):
        line = inner.masked[number - 1]
        match = _SUMMARY.search(line)
        if match:
            words = inner.lines[number - 1][match.start(1) : match.end(1)]
            summary = document.renderer.inline(words, number, number).plain
            inner = inner.blanked(piece.first, number, match.end() + 1)
            break
        if line.strip() and number > piece.first:
            break
    if not summary:
        document.notes.warning("details-without-summary", piece.first, 1, len("<details>"))
    return Details(summary, tuple(_blocks(inner, piece.first, piece.last, taken, depth + 1)))


def _without_tail(document: Document, number: int, length: int) -> Document:
    from dataclasses import replace

    def cut(lines: tuple[str, ...]) -> tuple[str, ...]:
        return (*lines[: number - 1], lines[number - 1][:length], *lines[number:])

    return replace(document, lines=cut(document.lines), masked=cut(document.masked))


def _check(document: Document, piece: Piece) -> KnowledgeCheck | None:
    closed = "/quiz" in document.masked[piece.last - 1]
    items = read_items(document, piece.first + 1, piece.last - 1 if closed else piece.last)
    if not items and not any(line.strip() for line in document.lines[piece.first : piece.last - 1]):
        document.notes.warning("quiz-mark-empty", piece.first, 1, len(document.lines[piece.first - 1]))
    return KnowledgeCheck(items) if items else None


def _scenario(document: Document, piece: Piece) -> ScenarioLink | None:
    if is_id(piece.word):
        return ScenarioLink(piece.word)
    document.notes.error("id-invalid", piece.first, piece.column, len(piece.word), id=piece.word)
    return None


def _footnotes(document: Document) -> tuple[tuple[str, Rich], ...]:
    """The notes in the order of their marks; a note may itself mark another one."""
    by_name = {note.name: note for note in reversed(document.footnotes)}
    rendered: list[tuple[str, Rich]] = []
    order = document.renderer.footnote_order
    while len(rendered) < len(order):
        for name in list(order)[len(rendered) :]:
            note = by_name[name]
            rendered.append((f"fn-{note.name}", document.renderer.inline(note.text, note.first, note.last)))
    for note in document.footnotes:
        if note.name not in order:
            document.notes.warning("footnote-unused", note.first, 1, len(note.name) + 3, name=note.name)
    return tuple(rendered)
