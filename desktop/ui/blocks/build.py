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


def block_widget(block: Block, context: BlockContext, parent: QWidget | None = None) -> QWidget | None:
    """Return the widget of a block; None for a simulation that cannot be played.

    With the `parent` it will stand in it is dressed once: Qt dresses what changes its parent anew, with all inside.
    """
    match block:
        case Prose():
            return running_text(block.text, context, parent=parent)
        case Callout():
            return CalloutFrame(block, context, parent)
        case Figure():
            return FigureBlock(block, context, parent)
        case Table():
            return LessonTable(block, context, parent)
        case Checklist():
            return ChecklistBlock(block, context, parent)
        case Details():
            return DetailsBlock(block, context, block_widget, parent)
        case KnowledgeCheck():
            return _checks(block, context, parent)
        case Footnotes():
            return FootnotesBlock(block, context, parent)
        case ScenarioLink():
            there = context.simulation(block.scenario_id)
            return ScenarioOffer(there, context, parent) if there else None


def _checks(block: KnowledgeCheck, context: BlockContext, parent: QWidget | None) -> QWidget:
    if len(block.items) == 1:
        return CheckCard(context.checks[block.items[0].id], context, parent)
    together = QWidget(parent)
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for item in block.items:
        column.addWidget(CheckCard(context.checks[item.id], context, together))
    return together
