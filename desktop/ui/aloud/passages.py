"""What is said of a lesson, passage by passage, and where each passage stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QWidget

from desktop.app.views import Arranged, CheckView
from desktop.model.course import (
    Block,
    Callout,
    Checklist,
    Details,
    Figure,
    KnowledgeCheck,
    Prose,
    ScenarioLink,
    Table,
)
from desktop.model.quiz import ChoiceItem, ClozeItem, Item, MatchingItem, OrderingItem
from desktop.model.text import Rich
from desktop.ui.blocks.check import CheckCard
from desktop.ui.blocks.checklist import ChecklistBlock
from desktop.ui.blocks.details import DetailsBlock
from desktop.ui.blocks.prose import kind_word
from desktop.ui.blocks.table import LessonTable
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import Line

_PARAGRAPH = "\u2029"


@dataclass(frozen=True)
class Passage:
    """Words to be said at once; they stand in `widget`, or in its part of that number (paragraph, row, line, item)."""

    words: str
    widget: QWidget
    part: int = -1

    def box(self, page: QWidget) -> QRect:
        """Where the passage stands, in coordinates of the page that holds its widget."""
        inside = _part_of(self.widget, self.part) if self.part >= 0 else self.widget.rect()
        return QRect(self.widget.mapTo(page, QPoint(0, 0)) + inside.topLeft(), inside.size())


def passages(shown: Iterable[tuple[Block, QWidget]], checks: Mapping[str, CheckView]) -> tuple[Passage, ...]:
    """All passages of a lesson in reading order; sources are left to the eye."""
    return tuple(one for block, widget in shown for one in _of(block, widget, checks) if one.words.strip())


def _of(block: Block, widget: QWidget, checks: Mapping[str, CheckView]) -> Iterator[Passage]:
    match block:
        case Prose():
            yield from _paragraphs(block.text, widget)
        case Callout():
            title = kind_word(block.kind)
            title = f"{title}: {block.title}" if block.title and block.title != title else title
            inner = [text for text in widget.findChildren(RichText) if not isinstance(text, Line)]
            said = list(_paragraphs(block.text, inner[-1] if inner else widget))
            for number, one in enumerate(said):
                # The whole call-out is what is read while its kind is said.
                yield Passage(f"{title}. {one.words}", widget) if number == 0 else one
        case Figure():
            yield Passage(_translated("Figure: {words}", block.alt), widget)
        case Table():
            for number, row in enumerate(block.rows):
                yield Passage(_row(block, row), widget, number)
        case Checklist():
            for number, task in enumerate(block.tasks):
                yield Passage(_translated("To tick: {words}", task.text.plain), widget, number)
        case Details():
            yield Passage(block.summary, widget)
            for one in _inside(block.blocks, widget, checks):
                yield Passage(one.words, widget)
        case KnowledgeCheck():
            cards = [widget] if isinstance(widget, CheckCard) else widget.findChildren(CheckCard)
            for item, card in zip(block.items, cards, strict=False):
                view = checks.get(item.id)
                yield Passage(_question(item, view.arranged if view else Arranged()), card)
        case ScenarioLink():
            yield Passage(_translated("Here is a simulation: {words}", _heard(widget)), widget)


def _inside(blocks: tuple[Block, ...], widget: QWidget, checks: Mapping[str, CheckView]) -> Iterator[Passage]:
    for block in blocks:
        yield from _of(block, widget, checks)


def _paragraphs(text: Rich, widget: QWidget) -> Iterator[Passage]:
    """One passage per paragraph; the plain words leave out the numbers of notes."""
    said = [words for words in text.plain.split("\n") if words.strip()]
    found = len(_ranges(widget)) if isinstance(widget, RichText) else 0
    for number, words in enumerate(said):
        yield Passage(words, widget, number if found == len(said) else -1)


def _row(table: Table, row: tuple[Rich, ...]) -> str:
    """The cells with their columns' titles, as one would say them."""
    pairs = [(title.plain, cell.plain) for title, cell in zip(table.header, row, strict=False) if cell.plain]
    return ". ".join(f"{title}: {cell}" if title else cell for title, cell in pairs) + "."


def _question(item: Item, arranged: Arranged) -> str:
    said = [_translated("Question: {words}", item.stem.plain)]
    match item:
        case ChoiceItem() | OrderingItem():
            said += [f"{number}: {option.text.plain}" for number, option in enumerate(arranged.options, 1)]
        case MatchingItem():
            said += [pair.left.plain for pair in item.pairs]
            said.append(_translated("To choose from: {words}", ", ".join(arranged.rights)))
        case ClozeItem():
            gap = QCoreApplication.translate("Aloud", "gap")
            said.append(f" {gap} ".join(segment.plain for segment in item.segments))
    return ". ".join(one.rstrip(". ") for one in said if one) + "."


def _heard(widget: QWidget) -> str:
    labels = [child.accessibleName() for child in widget.findChildren(QWidget) if child.accessibleName()]
    return labels[-1] if labels else ""


def _translated(template: str, words: str) -> str:
    templates = {
        "Figure: {words}": QCoreApplication.translate("Aloud", "Figure: {words}"),
        "To tick: {words}": QCoreApplication.translate("Aloud", "To tick: {words}"),
        "Question: {words}": QCoreApplication.translate("Aloud", "Question: {words}"),
        "To choose from: {words}": QCoreApplication.translate("Aloud", "To choose from: {words}"),
        "Here is a simulation: {words}": QCoreApplication.translate("Aloud", "Here is a simulation: {words}"),
    }
    return templates[template].format(words=words)


def _part_of(widget: QWidget, part: int) -> QRect:
    if isinstance(widget, RichText):
        ranges = _ranges(widget)
        if part < len(ranges):
            start, end = ranges[part]
            return widget.box_of(start, start + 1).united(widget.box_of(end - 1, end))
    elif isinstance(widget, LessonTable):
        top = widget.viewport().geometry().top() + widget.rowViewportPosition(part)
        return QRect(0, top, widget.width(), widget.rowHeight(part))
    elif isinstance(widget, ChecklistBlock):
        box = list(widget.boxes.values())[part]
        return QRect(0, box.mapTo(widget, QPoint(0, 0)).y(), widget.width(), box.height())
    return widget.rect()


def _ranges(text: RichText) -> list[tuple[int, int]]:
    """Where the paragraphs of a text begin and end, as its document counts; empty ones are left out."""
    found, start = [], 0
    for words in text.letters().split(_PARAGRAPH):
        if words.strip():
            found.append((start, start + len(words)))
        start += len(words) + 1
    return found


def in_fold(passage: Passage) -> DetailsBlock | None:
    """The fold-out that hides the passage, if it is one's content."""
    return passage.widget if isinstance(passage.widget, DetailsBlock) else None
