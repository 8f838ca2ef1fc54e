"""Breaks slices into pages and paints them: head, body, foot line with page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.model.course import Block
from desktop.rendering.html import escaped
from desktop.ui.paper.compose import Surroundings, compose
from desktop.ui.paper.measures import BLACK, GREY, HAIR, Measures
from desktop.ui.paper.slices import Slice, running, set_text, together

_FOOT = 26.0
"""Points of a page that its foot line takes, with the room above it."""

_SMALLEST = 0.78
_STEP = 0.04


@dataclass(frozen=True, kw_only=True)
class Content:
    """What is to stand on paper.

    `above` is the line over the title, `foot` the words of the foot line. `form` gives room for a name and a date.
    `one_page` sets the type a little smaller where that brings everything onto one page.
    """

    title: str
    above: str
    foot: str
    blocks: tuple[Block, ...]
    around: Surroundings = field(default_factory=Surroundings)
    form: bool = False
    one_page: bool = False


@dataclass(frozen=True)
class Placed:
    """A slice at its height on a page."""

    top: float
    slice: Slice


@dataclass(frozen=True)
class Pages:
    """The pages of a content, ready to be painted on the device they were measured for."""

    content: Content
    measures: Measures
    pages: tuple[tuple[Placed, ...], ...]

    def __len__(self) -> int:
        return len(self.pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number` (from 0); the painter's origin is the upper left corner inside the margins."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(BLACK)))
        for placed in self.pages[number]:
            placed.slice.paint(painter, placed.top)
        self._foot(painter, number)
        painter.restore()

    def _foot(self, painter: QPainter, number: int) -> None:
        measures = replace(self.measures, shrink=1.0)
        top = measures.height - measures.hair(14)
        painter.setPen(QPen(QColor(HAIR), measures.hair(0.5)))
        painter.drawLine(QLineF(0.0, top, measures.width, top))
        painter.setPen(QPen(QColor(GREY)))
        font = measures.font("small")
        painter.setFont(font)
        words = QCoreApplication.translate("Paper", "Page {page} of {count}")
        words = words.format(page=number + 1, count=len(self.pages))
        line = QRectF(0.0, top + measures.hair(3), measures.width, measures.hair(12))
        metrics = QFontMetricsF(font, painter.device())
        room = measures.width - metrics.horizontalAdvance(words) - measures.hair(12)
        left = metrics.elidedText(self.content.foot, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, left)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)


def set_pages(content: Content, measures: Measures) -> Pages:
    """Set the content in type and break it into pages of the given measures."""
    pages = _set(content, measures)
    smaller = measures.shrink
    while content.one_page and len(pages) > 1 and smaller > _SMALLEST:
        smaller -= _STEP
        tried = _set(content, replace(measures, shrink=smaller))
        if len(tried) == 1:
            return tried
    return pages


def _set(content: Content, measures: Measures) -> Pages:
    slices = [*_head(content, measures), *compose(content.blocks, measures, content.around)]
    return Pages(content, measures, paginate(slices, measures.height - measures.hair(_FOOT)))


def _head(content: Content, measures: Measures) -> list[Slice]:
    above = set_text(f"<p>{escaped(content.above)}</p>", measures.font("small"), measures.width)
    title = set_text(
        f"<p>{escaped(content.title)}</p>", measures.font("title", bold=True), measures.width, line_height=1.2
    )
    made = [*running(above, 0.0, 0.0), *running(title, 0.0, measures.gap(2))]
    if content.form:
        made.append(_form(measures))
    return together(made, keep_last=True)


def _form(measures: Measures) -> Slice:
    """Two lines to write on: who went through the list, and when."""
    fields = (
        (QCoreApplication.translate("Paper", "Name"), 0.0, 0.58),
        (QCoreApplication.translate("Paper", "Date"), 0.62, 1.0),
    )

    def paint(painter: QPainter, y: float) -> None:
        base = y + measures.points(20)
        painter.setFont(measures.font("small"))
        for word, start, end in fields:
            left, right = start * measures.width, end * measures.width
            painter.setPen(QPen(QColor(BLACK)))
            painter.drawText(QPointF(left, base - measures.points(2)), word)
            begin = left + QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(word) + measures.points(6)
            painter.setPen(QPen(QColor(HAIR), measures.hair(0.6)))
            painter.drawLine(QLineF(begin, base, right, base))
        painter.setPen(QPen(QColor(BLACK)))

    return Slice(measures.points(22), paint, measures.points(4))


def paginate(slices: list[Slice], height: float) -> tuple[tuple[Placed, ...], ...]:
    """Fill pages from above; slices that are to be kept together are, unless they are higher than a page."""
    pages: list[list[Placed]] = [[]]
    top = 0.0
    for group in _groups(slices, height):
        if pages[-1] and top + _height(group) > height:
            pages.append([])
            top = 0.0
        for one in group:
            gap = one.gap if pages[-1] else 0.0
            if pages[-1] and top + gap + one.height > height:
                pages.append([])
                top, gap = 0.0, 0.0
            if not pages[-1]:
                for head in one.again if len(pages) > 1 else ():
                    pages[-1].append(Placed(top, head))
                    top += head.height
            pages[-1].append(Placed(top + gap, one))
            top += gap + one.height
    return tuple(tuple(page) for page in pages)


def _groups(slices: list[Slice], height: float) -> list[list[Slice]]:
    """What must stay together; what is higher than a page is let go of slice by slice."""
    groups: list[list[Slice]] = [[]]
    for one in slices:
        groups[-1].append(one)
        if not one.keep:
            groups.append([])
    made: list[list[Slice]] = []
    for group in groups:
        if group and _height(group) > height:
            made += [[one] for one in group]
        elif group:
            made.append(group)
    return made


def _height(group: list[Slice]) -> float:
    return sum(one.gap + one.height for one in group)
