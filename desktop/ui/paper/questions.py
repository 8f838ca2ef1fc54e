"""Knowledge checks on paper: the question and room for the answer, never the key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.app.views import Arranged
from desktop.model.quiz import ChoiceItem, ClozeItem, Item, ItemType, MatchingItem, NumericItem, OrderingItem, ShortItem
from desktop.model.text import Rich
from desktop.rendering import paper
from desktop.rendering.html import escaped
from desktop.ui.paper.measures import BLACK, HAIR, Measures
from desktop.ui.paper.slices import Slice, boxed, running, set_text, together
from desktop.ui.text.words import inline

_GAP = "_" * 16
_LINES_TO_WRITE = 3


def question(item: Item, arranged: Arranged, measures: Measures) -> list[Slice]:
    """The question with its options in the order the window shows them; it is kept on one page where there is room."""
    title = QCoreApplication.translate("Paper", "Question")
    html = f"<p><strong>{escaped(title)}:</strong> {_inline(item.stem)}</p>"
    stem = set_text(html, measures.font(), measures.width)
    made = running(stem, 0.0, measures.gap(14))
    match item:
        case ChoiceItem():
            made += _choices(item, arranged, measures)
        case OrderingItem():
            made += [one for step in arranged.options for one in _marked(step.text.html, measures, "line")]
        case MatchingItem():
            made += _pairs(item, arranged, measures)
        case ClozeItem():
            made += _cloze(item, arranged, measures)
        case ShortItem() | NumericItem():
            made += _to_write(1, measures)
        case _:
            made += _to_write(_LINES_TO_WRITE, measures)
    return together(made)


def _choices(item: ChoiceItem, arranged: Arranged, measures: Measures) -> list[Slice]:
    shape = "square" if item.type is ItemType.MULTIPLE else "circle"
    return [one for option in arranged.options for one in _marked(option.text.html, measures, shape)]


def _marked(html: str, measures: Measures, shape: str) -> list[Slice]:
    """Words behind a mark: a circle for one of them, a square for several, a short line for a number."""
    left = measures.points(30 if shape == "line" else 22)
    setting = set_text(paper.written_out(html), measures.font(), measures.width - left)
    line, side = measures.points(14.5), measures.points(9.5)

    def mark(painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        if not first:
            return
        painter.setPen(QPen(QColor(BLACK), measures.hair(0.8)))
        square = QRectF(box.left() + measures.points(4), box.top() + (line - side) / 2, side, side)
        if shape == "circle":
            painter.drawEllipse(square)
        elif shape == "square":
            painter.drawRect(square)
        else:
            base = box.top() + line * 0.85
            painter.drawLine(QLineF(square.left(), base, square.left() + measures.points(18), base))
        painter.setPen(QPen(QColor(BLACK)))

    across = QRectF(0.0, 0.0, measures.width, 0.0)
    return boxed([(left, setting)], across, mark, gap=measures.gap(4), least=line)


def _pairs(item: MatchingItem, arranged: Arranged, measures: Measures) -> list[Slice]:
    made: list[Slice] = []
    for pair in item.pairs:
        made += _plain(f"<p>{_inline(pair.left)} → {_GAP}</p>", measures, 4)
    offered = " / ".join(arranged.rights)
    return [*made, *_plain(f"<p>({escaped(offered)})</p>", measures, 4)]


def _cloze(item: ClozeItem, arranged: Arranged, measures: Measures) -> list[Slice]:
    words = ""
    for number, segment in enumerate(item.segments):
        words += _inline(segment)
        if number < len(item.gaps):
            choices = arranged.choices[number] if number < len(arranged.choices) else ()
            words += _GAP + (f" ({escaped(' / '.join(choices))})" if choices else "")
    return _plain(f"<p>{words}</p>", measures, 4)


def _to_write(count: int, measures: Measures) -> list[Slice]:
    def line(painter: QPainter, y: float) -> None:
        painter.setPen(QPen(QColor(HAIR), measures.hair(0.6)))
        base = y + measures.points(20)
        painter.drawLine(QLineF(0.0, base, measures.width, base))
        painter.setPen(QPen(QColor(BLACK)))

    return [Slice(measures.points(21), line) for _ in range(count)]


def _plain(html: str, measures: Measures, gap: float) -> list[Slice]:
    return running(set_text(html, measures.font(), measures.width), 0.0, measures.gap(gap))


def _inline(rich: Rich) -> str:
    return paper.written_out(inline(rich))
