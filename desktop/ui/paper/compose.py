"""Sets the blocks of a lesson for paper: prose, call-outs, figures, tables, lists to tick, questions, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.app.views import Arranged
from desktop.model.course import (
    Block,
    Callout,
    Checklist,
    Details,
    Figure,
    Footnotes,
    KnowledgeCheck,
    Prose,
    ScenarioLink,
    Table,
)
from desktop.rendering import paper
from desktop.rendering.html import escaped
from desktop.ui.blocks.prose import kind_word
from desktop.ui.paper.figures import figure
from desktop.ui.paper.measures import BLACK, HAIR, Measures
from desktop.ui.paper.questions import question
from desktop.ui.paper.slices import Slice, boxed, running, set_text, together
from desktop.ui.paper.tables import table


@dataclass(frozen=True)
class Surroundings:
    """What blocks need beside themselves.

    `ticks` are the ids of lines printed with a tick. `arranged` holds the order in which a question's parts are shown;
    `simulations` the titles of simulations by id.
    """

    ticks: frozenset[str] = frozenset()
    arranged: Mapping[str, Arranged] = field(default_factory=dict)
    simulations: Mapping[str, str] = field(default_factory=dict)


def compose(blocks: tuple[Block, ...], measures: Measures, around: Surroundings) -> list[Slice]:
    """All blocks in reading order, then the terms they explain."""
    made = [one for block in blocks for one in _block(block, measures, around)]
    return [*made, *_terms(blocks, measures)]


def _block(block: Block, measures: Measures, around: Surroundings) -> list[Slice]:
    match block:
        case Prose():
            return _prose(block, measures)
        case Callout():
            return _callout(block, measures)
        case Figure():
            return figure(block, measures)
        case Table():
            return table(block, measures)
        case Checklist():
            return _checklist(block, measures, around.ticks)
        case Details():
            return [
                *_line(block.summary, measures, gap=12, keep=True),
                *(one for inner in block.blocks for one in _block(inner, measures, around)),
            ]
        case KnowledgeCheck():
            return [
                one
                for item in block.items
                for one in question(item, around.arranged.get(item.id, Arranged()), measures)
            ]
        case ScenarioLink():
            title = around.simulations.get(block.scenario_id, "")
            words = QCoreApplication.translate("Paper", "Simulation in the app: {title}").format(title=title)
            return _line(words, measures, gap=10) if title else []
        case Footnotes():
            return _notes(block, measures)


def _prose(block: Prose, measures: Measures) -> list[Slice]:
    setting = set_text(paper.written_out(block.text.html), measures.font(), measures.width)
    heading = block.text.html.lstrip().startswith("<h")
    return running(setting, 0.0, measures.gap(15 if heading else 8))


def _line(words: str, measures: Measures, *, gap: float, keep: bool = False) -> list[Slice]:
    setting = set_text(f"<p><strong>{escaped(words)}</strong></p>", measures.font(), measures.width)
    return together(running(setting, 0.0, measures.gap(gap)), keep_last=keep)


def _callout(block: Callout, measures: Measures) -> list[Slice]:
    """A bar at the left and the kind in words: on paper without colours a tint would say nothing."""
    kind = kind_word(block.kind)
    title = f"{kind}: {block.title}" if block.title and block.title != kind else kind
    left, air = measures.points(12), measures.gap(7)
    close = f"margin-bottom: {round(measures.points(2))}px"
    html = f'<p style="{close}"><strong>{escaped(title)}</strong></p>{paper.written_out(block.text.html)}'
    setting = set_text(html, measures.font(), measures.width - left - measures.points(8))

    def bar(painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        painter.fillRect(QRectF(box.left(), box.top(), measures.hair(2.2), box.height()), QColor(BLACK))
        painter.setPen(QPen(QColor(HAIR), measures.hair(0.5)))
        if first:
            painter.drawLine(box.topLeft(), box.topRight())
        if last:
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setPen(QPen(QColor(BLACK)))

    box = QRectF(0.0, 0.0, measures.width, 0.0)
    return boxed([(left, setting)], box, bar, gap=measures.gap(12), above=air, below=air)


def _checklist(block: Checklist, measures: Measures, ticks: frozenset[str]) -> list[Slice]:
    font = measures.font()
    left = measures.points(22)
    made: list[Slice] = []
    for number, task in enumerate(block.tasks):
        setting = set_text(paper.written_out(task.text.html), font, measures.width - left)
        box = QRectF(0.0, 0.0, measures.width, 0.0)
        gap = measures.gap(8 if number == 0 else 5)
        made += boxed([(left, setting)], box, _box(measures, task.id in ticks), gap=gap, least=measures.points(14))
    return made


def _box(measures: Measures, ticked: bool) -> Callable[[QPainter, QRectF, bool, bool], None]:
    side, line = measures.points(10.5), measures.points(14.5)

    def paint(painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        if not first:
            return
        square = QRectF(box.left() + measures.hair(0.5), box.top() + (line - side) / 2, side, side)
        painter.setPen(QPen(QColor(BLACK), measures.hair(0.9)))
        painter.drawRect(square)
        if ticked:
            painter.setPen(QPen(QColor(BLACK), measures.hair(1.6)))
            low = QPointF(square.center().x() - side * 0.05, square.bottom() - side * 0.2)
            start = QPointF(square.left() + side * 0.2, square.center().y())
            painter.drawPolyline([start, low, QPointF(square.right() - side * 0.12, square.top() + side * 0.2)])
        painter.setPen(QPen(QColor(BLACK)))

    return paint


def _notes(block: Footnotes, measures: Measures) -> list[Slice]:
    entries = [(f"{n}", paper.written_out(text.html)) for n, (_, text) in enumerate(block.notes, 1) if text]
    return _listed(QCoreApplication.translate("Paper", "Sources"), entries, measures)


def _terms(blocks: tuple[Block, ...], measures: Measures) -> list[Slice]:
    """What the window explains at the word stands on paper in a list."""
    found = dict(one for block in blocks for text in paper.texts(block) for one in paper.terms(text.html))
    entries = [("", f"<strong>{escaped(word)}:</strong> {escaped(meaning)}") for word, meaning in sorted(found.items())]
    return _listed(QCoreApplication.translate("Paper", "Terms"), entries, measures)


def _listed(heading: str, entries: list[tuple[str, str]], measures: Measures) -> list[Slice]:
    if not entries:
        return []
    font, left = measures.font("small"), measures.points(16)
    title = set_text(f"<p><strong>{escaped(heading)}</strong></p>", font, measures.width)

    def rule(painter: QPainter, box: QRectF, first: bool, last: bool) -> None:
        painter.setPen(QPen(QColor(HAIR), measures.hair(0.5)))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setPen(QPen(QColor(BLACK)))

    across = QRectF(0.0, 0.0, measures.width, 0.0)
    head = boxed([(0.0, title)], across, rule, gap=measures.gap(16), above=measures.points(6))
    made = together(head, keep_last=True)
    for mark, html in entries:
        inset = left if mark else 0.0
        cells = [(inset, set_text(html, font, measures.width - inset))]
        if mark:
            cells.insert(0, (0.0, set_text(f"<p>{mark}.</p>", font, left)))
        made += boxed(cells, across, lambda *_: None, gap=measures.gap(2))
    return made
