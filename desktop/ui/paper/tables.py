"""Tables on paper: hairlines between rows, and the head again on every page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.model.course import Table
from desktop.model.text import Rich
from desktop.rendering import paper
from desktop.ui.paper.measures import BLACK, HAIR, Measures
from desktop.ui.paper.slices import Slice, boxed, set_text, together


def table(block: Table, measures: Measures) -> list[Slice]:
    """The head and the rows; a row stands on one page, and the head is never alone."""
    widths = _widths(block, measures)
    head: tuple[Slice, ...] = ()
    if any(block.header):
        head = tuple(_row(block.header, block, widths, measures, head=True))
        head = tuple(together(list(head), keep_last=True))
    made = list(head)
    for number, row in enumerate(block.rows):
        slices = _row(row, block, widths, measures)
        slices[0] = replace(slices[0], again=head, gap=measures.gap(12) if number == 0 and not head else 0.0)
        made += slices
    return made


def _row(
    texts: tuple[Rich, ...], block: Table, widths: list[float], measures: Measures, *, head: bool = False
) -> list[Slice]:
    cells, left, gutter = [], 0.0, measures.points(10)
    aligns = (*block.align, *("left" for _ in widths))
    for text, width, align in zip(texts, widths, aligns, strict=False):
        html = paper.written_out(text.html)
        html = html if html.startswith("<p") else f'<p align="{align}">{html}</p>'
        cells.append((left, set_text(html, measures.font(bold=head), width - gutter)))
        left += width

    def rule(painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        if last:
            painter.setPen(QPen(QColor(BLACK if head else HAIR), measures.hair(1.0 if head else 0.5)))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.setPen(QPen(QColor(BLACK)))

    air = measures.gap(4)
    across = QRectF(0.0, 0.0, measures.width, 0.0)
    return boxed(cells, across, rule, gap=measures.gap(12) if head else 0.0, above=air, below=air)


def _widths(block: Table, measures: Measures) -> list[float]:
    """Every column gets its longest word, and of what is left a share by the length of its longest cell."""
    metrics = QFontMetricsF(measures.font(bold=True))
    gutter = measures.points(10)
    needs, wishes = [], []
    for column, title in enumerate(block.header):
        texts = [title.plain, *(row[column].plain for row in block.rows if column < len(row))]
        needs.append(max((metrics.horizontalAdvance(w) for text in texts for w in text.split()), default=0.0) + gutter)
        widest = max(metrics.horizontalAdvance(text) for text in texts) + gutter
        wishes.append(min(widest, measures.width * 0.8))
    spare = measures.width - sum(needs)
    if spare <= 0:
        return [need * measures.width / sum(needs) for need in needs]
    wants = [max(wish - need, 1.0) for wish, need in zip(wishes, needs, strict=True)]
    # A narrow table stays narrow: words far from each other are hard to follow along a line.
    spare = min(spare, sum(wants))
    return [need + spare * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
