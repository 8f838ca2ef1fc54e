"""How data of an older schema become data of the present one, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.store.tables import Raw

Document = dict[str, Any]

FIRST_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a schema to the next; each part takes data of the old schema and returns them in the new one.

    `record` and `history` see one journal record or history line at a time, and must come to the same result whether a
    record is upgraded and then applied, or applied and then upgraded with its table.
    """

    tables: Callable[[Raw], Raw]
    record: Callable[[Document], Document]
    history: Callable[[Document], Document]


def _same(data: Document) -> Document:
    return data


def _same_tables(raw: Raw) -> Raw:
    return raw


MIGRATIONS: tuple[Migration, ...] = (
    # 2: simulations and self-assessments are kept. Nothing old changes; the number keeps an older program, which would
    # take the new records for damage, from opening the folder.
    Migration(_same_tables, _same, _same),
    # 3: notes, cards, refreshers, the learner's role and hints that were looked at. What is missing in older data has
    # its usual value when it is read; the number keeps an older program out, for the same reason.
    Migration(_same_tables, _same, _same),
)
"""The first leads from FIRST_SCHEMA to the one after it; a new schema is made by appending a step."""


class Upgrader:
    """Applies the steps that are missing to data of any known schema."""

    def __init__(self, steps: Sequence[Migration] = MIGRATIONS) -> None:
        """Upgrade along `steps`."""
        self._steps = steps
        self.schema = FIRST_SCHEMA + len(steps)
        """The schema of the data that leave here."""

    def tables(self, raw: Raw, schema: int) -> Raw:
        """The tables of a state that follows `schema`, in the present one."""
        for step in self._missing(schema):
            raw = step.tables(raw)
        return raw

    def record(self, record: Document, schema: int) -> Document:
        """A journal record that follows `schema`, in the present one."""
        for step in self._missing(schema):
            record = step.record(record)
        return record

    def history(self, line: Document, schema: int) -> Document:
        """The data of a history line that follows `schema`, in the present one."""
        for step in self._missing(schema):
            line = step.history(line)
        return line

    def _missing(self, schema: int) -> Sequence[Migration]:
        return self._steps[max(schema - FIRST_SCHEMA, 0) :]
