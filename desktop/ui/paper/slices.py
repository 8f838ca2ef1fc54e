"""What pages are made of: slices that are never cut, and text that can be taken apart into them line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextBlock, QTextDocument, QTextListFormat

from desktop.ui.paper.measures import BLACK
from desktop.ui.text import typography
from desktop.ui.text.anatomy import blocks

LINE_HEIGHT = 1.42
_FEW_LINES = 3
_HAIR = 0.05
_NUMBERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)

Paint = Callable[[QPainter, float], None]
"""Paints a slice whose top is at the given height of the page."""


@dataclass(frozen=True)
class Slice:
    """A strip of a page as wide as its column, in device pixels.

    `gap` is the room above it, none at the top of a page. `keep` says that the next slice must stand on the same page.
    `again` are slices to repeat where this one begins a page (the head of its table).
    """

    height: float
    paint: Paint
    gap: float = 0.0
    keep: bool = False
    again: tuple[Slice, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of a text: its top and height within the text, how it is painted, and what may follow it elsewhere."""

    top: float
    height: float
    paint: Callable[[QPainter, QPointF], None]
    keep: bool

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass
class Setting:
    """A text set in a column."""

    lines: list[Line] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.lines[-1].bottom if self.lines else 0.0


def ink() -> QPalette:
    """Black on white, whatever the theme."""
    palette = QPalette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.Link):
        palette.setColor(role, QColor(BLACK))
    palette.setColor(QPalette.ColorRole.AlternateBase, QColor("#ffffff"))
    return palette


def set_text(html: str, font: QFont, width: float, *, line_height: float = LINE_HEIGHT) -> Setting:
    """Set sanitised HTML in a column of `width` device pixels."""
    document = typography.new_document(font)
    document.setDefaultStyleSheet(typography.style_sheet(font, ink()))
    document.setHtml(html)
    typography.set_rhythm(document, font, line_height)
    document.setTextWidth(width)
    document.size()  # lays out
    setting = Setting()
    for block in blocks(document):
        setting.lines += _lines_of(document, block, font)
    return setting


def _lines_of(document: QTextDocument, block: QTextBlock, font: QFont) -> list[Line]:
    layout, place = block.layout(), block.blockNumber()
    origin, count = layout.position(), layout.lineCount()
    heading = bool(block.blockFormat().headingLevel())
    bar = typography.pixels(font) * 0.12 if typography.quote_depth(block, font) else 0.0
    lines = []
    for number in range(count):
        line = layout.lineAt(number)

        def paint(painter: QPainter, at: QPointF, number: int = number) -> None:
            # Found again through the document, which must live as long as its lines.
            again = document.findBlockByNumber(place)
            line = again.layout().lineAt(number)
            if number == 0:
                _paint_marker(painter, again, at + origin)
            if bar:
                painter.fillRect(QRectF(at.x(), at.y() + origin.y() + line.y(), bar, line.height()), QColor(BLACK))
            line.draw(painter, at + origin)

        # Neither the first nor the last line of a paragraph stands alone, and no heading without its text.
        keep = heading or count <= _FEW_LINES or number in (0, count - 2)
        lines.append(Line(origin.y() + line.y(), line.height(), paint, keep and (heading or number < count - 1)))
    return lines


def _paint_marker(painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
    """The bullet or number of a list's entry, to the left of its first line."""
    entries = block.textList()
    if entries is None:
        return
    mark = entries.itemText(block) if entries.format().style() in _NUMBERED else "•"
    line = block.layout().lineAt(0)
    font = QFont(block.charFormat().font())
    painter.save()
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(mark + " ")
    painter.drawText(QPointF(origin.x() + line.x() - width, origin.y() + line.y() + line.ascent()), mark)
    painter.restore()


def running(setting: Setting, left: float, gap: float) -> list[Slice]:
    """A text that may be broken between its lines; `gap` is the room above it."""
    made: list[Slice] = []
    bottom = 0.0
    for number, line in enumerate(setting.lines):
        # Heights are whole pixels to Qt, so that a line may begin a hair before the one above it ends.
        above = gap if number == 0 else max(line.top - bottom, 0.0)
        made.append(Slice(line.height, _alone(line, left), above, line.keep))
        bottom = line.bottom
    return made


def _alone(line: Line, left: float) -> Paint:
    return lambda painter, y: line.paint(painter, QPointF(left, y - line.top))


Decorate = Callable[[QPainter, QRectF, bool, bool], None]
"""Paints what lies behind a strip: its rectangle, and whether it is the first and the last of its box."""


def boxed(
    cells: Sequence[tuple[float, Setting]],
    box: QRectF,
    decorate: Decorate,
    *,
    gap: float,
    above: float = 0.0,
    below: float = 0.0,
    least: float = 0.0,
) -> list[Slice]:
    """Texts beside each other that belong together: one page if there is room, else cut between lines of all of them.

    `box` gives left and width; `above` and `below` are the air inside the box, `least` the least height of the words.
    """
    height = max([least, *(setting.height for _, setting in cells)])
    cuts = [0.0, *_cuts([line for _, setting in cells for line in setting.lines], height), height]
    made: list[Slice] = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        first, last = number == 0, number == len(cuts) - 2
        air = above if first else 0.0

        def paint(
            painter: QPainter,
            y: float,
            start: float = start,
            end: float = end,
            first: bool = first,
            last: bool = last,
            air: float = air,
        ) -> None:
            tall = end - start + air + (below if last else 0.0)
            decorate(painter, QRectF(box.left(), y, box.width(), tall), first, last)
            for left, setting in cells:
                for line in setting.lines:
                    if start <= line.top < end or (start == end == line.top):
                        line.paint(painter, QPointF(left, y + air - start))

        tall = end - start + air + (below if last else 0.0)
        made.append(Slice(tall, paint, gap if first else 0.0, keep=not last))
    return made


def _cuts(lines: Sequence[Line], height: float) -> list[float]:
    """Where all texts can be cut at once without hurting a line: below the bottoms no other line crosses."""
    bottoms = sorted({line.bottom for line in lines if line.bottom < height})
    return [
        bottom
        for bottom in bottoms
        if not any(line.top < bottom - _HAIR * line.height and line.bottom > bottom + _HAIR for line in lines)
    ]


def together(slices: list[Slice], *, keep_last: bool = False) -> list[Slice]:
    """The same slices, to be kept on one page where that is possible."""
    return [replace(one, keep=keep_last or number < len(slices) - 1) for number, one in enumerate(slices)]
