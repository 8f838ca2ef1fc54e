"""Looks into a laid-out document: its blocks, the links in them, and where on the page they stand."""

from __future__ import annotations

import html as html_escapes
import re
from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

from desktop.ui.text.link import TERM

_ABBREVIATION = re.compile(r'<abbr title="([^"]*)">(.*?)</abbr>', re.DOTALL)


def with_term_links(source: str) -> tuple[str, tuple[str, ...]]:
    """Turn abbreviations, which Qt does not know, into links; return the HTML and the explanations in order."""
    terms: list[str] = []

    def link(match: re.Match[str]) -> str:
        terms.append(html_escapes.unescape(match.group(1)))
        return f'<a href="{TERM}{len(terms) - 1}">{match.group(2)}</a>'

    return _ABBREVIATION.sub(link, source), tuple(terms)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every block from the first to the last."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The pieces of a block that are written in one format each."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def anchors(document: QTextDocument) -> list[tuple[int, int, str, str]]:
    """Return (start, end, href, words) of every link; emphasis inside a link splits it into several fragments."""
    found: list[tuple[int, int, str, str]] = []
    for block in blocks(document):
        for fragment in fragments(block):
            href = fragment.charFormat().anchorHref()
            if not href:
                continue
            start, end = fragment.position(), fragment.position() + fragment.length()
            if found and found[-1][1] == start and found[-1][2] == href:
                found[-1] = (found[-1][0], end, href, found[-1][3] + fragment.text())
            else:
                found.append((start, end, href, fragment.text()))
    return found


def line_boxes(document: QTextDocument, start: int, end: int) -> tuple[QRect, ...]:
    """Return one rectangle per line that the characters from `start` to `end` cover, in document coordinates."""
    block, rects = document.findBlock(start), []
    while block.isValid() and block.position() < end:
        origin, layout = document.documentLayout().blockBoundingRect(block).topLeft(), block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
                box = QRect(round(left), round(line.y()), ceil(right - left), round(line.height()))
                rects.append(box.translated(round(origin.x()), round(origin.y())).adjusted(-2, 0, 2, 0))
        block = block.next()
    return tuple(rects)


def places_of(plain: str, letters: str, notes: Sequence[tuple[int, int]]) -> list[int]:
    """Return for every letter of `plain` where it stands among the `letters` of the laid-out document.

    The two differ in white space, and the document holds the marks of footnotes besides, from start to end each.
    """
    skipped = {place for start, end in notes for place in range(start, end)}
    places: list[int] = []
    at = 0
    for letter in plain:
        if not letter.isspace():
            # White space, images and marks are passed over; should the texts differ otherwise, nothing is.
            ahead = at
            while ahead < len(letters) and (ahead in skipped or letters[ahead] != letter):
                ahead += 1
            at = ahead if ahead < len(letters) else at
        places.append(min(at, max(len(letters) - 1, 0)))
        if not letter.isspace() or (at < len(letters) and letters[at].isspace()):
            at += 1
    return places
