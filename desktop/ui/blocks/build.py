"""Chooses the widget of a block."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from desktop.ui.blocks.check import CheckCard
from desktop.ui.blocks.checklist import ChecklistBlock
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.details import DetailsBlock
from desktop.ui.blocks.figure import FigureBlock
from desktop.ui.blocks.footnotes import FootnotesBlock
from desktop.ui.blocks.prose import CalloutFrame, running_text
from desktop.ui.blocks.scenario import ScenarioOffer
from desktop.ui.blocks.table import LessonTable


def block_widget(block: Block, context: BlockContext) -> QWidget | None:
    """Return the widget of a block; None for a simulation that cannot be played."""
    match block:
        case Prose():
            return running_text(block.text, context)
        case Callout():
            return CalloutFrame(block, context)
        case Figure():
            return FigureBlock(block, context)
        case Table():
            return LessonTable(block, context)
        case Checklist():
            return ChecklistBlock(block, context)
        case Details():
            return DetailsBlock(block, context, block_widget)
        case KnowledgeCheck():
            return _checks(block, context)
        case Footnotes():
            return FootnotesBlock(block, context)
        case ScenarioLink():
            there = context.simulation(block.scenario_id)
            return ScenarioOffer(there, context) if there else None


def _checks(block: KnowledgeCheck, context: BlockContext) -> QWidget:
    cards = [CheckCard(context.checks[item.id], context) for item in block.items]
    if len(cards) == 1:
        return cards[0]
    together = QWidget()
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    return together
