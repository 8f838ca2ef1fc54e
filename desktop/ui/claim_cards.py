"""Cards that lay a certificate open: what is in its record, what else is printed, and what is never in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.certificate import Claims, Sheet
from desktop.ui.claim_words import ClaimWords, Fact, never, sheet_facts
from desktop.ui.kit import Kit
from desktop.ui.widgets import Card, FlowGrid, Heading, IconLabel, Muted, Text, look

_LONG = 40
"""Characters from which a value has a line to itself."""


def contents(claims: Claims, sheet: Sheet, *, number: str, fingerprint: str) -> QWidget:
    """Every claim with its value in words, then what the sheet shows beside them."""
    facts = ClaimWords(claims, number=number, fingerprint=fingerprint).facts()
    card = Card(margin=24, gap=14)
    card.body.addWidget(Heading(QCoreApplication.translate("ClaimCards", "What is in it")))
    card.body.addLayout(_grid([one for one in facts if len(one.value) < _LONG]))
    for one in facts:
        if len(one.value) >= _LONG:
            card.body.addWidget(_fact(one))
    seal = QCoreApplication.translate(
        "ClaimCards",
        "The record is sealed with the key of this device, together with a checksum of the file. So HR sees at once "
        "whether anything was changed.",
    )
    card.body.addWidget(Muted(seal))
    card.body.addSpacing(4)
    card.body.addWidget(Heading(QCoreApplication.translate("ClaimCards", "Printed on the sheet besides")))
    card.body.addLayout(_grid(sheet_facts(sheet)))
    return card


def absent(kit: Kit) -> QWidget:
    """What is never in a certificate."""
    card = Card(margin=24, gap=8)
    card.body.addWidget(Heading(QCoreApplication.translate("ClaimCards", "What is never in it")))
    for line in never():
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(kit.icons.icon("cross", "risk"), 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(look(Text(line), "small"), 1)
        card.body.addLayout(row)
    return card


def _grid(facts: Sequence[Fact]) -> FlowGrid:
    grid = FlowGrid(min_card=210, max_columns=3, gap=16)
    for one in facts:
        grid.addWidget(_fact(one))
    return grid


def _fact(fact: Fact) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Muted(fact.label))
    column.addWidget(look(Text(fact.value), "strong"))
    column.addStretch(1)
    return holder
