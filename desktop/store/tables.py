"""The learner's state as TinyDB tables that are changed in memory and written as a whole only when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

Document = dict[str, Any]
Documents = dict[str, Document]
Raw = dict[str, Documents]
"""TinyDB's own form: table name -> document number as text -> document."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "learner": (),
    "settings": (),
    "lessons": ("course_id", "lesson_id"),
    "attempts": ("id",),
    "tallies": ("quiz_id",),
    "passes": ("course_id",),
    "certificates": ("certificate_id",),
    "simulations": ("scenario_id",),
    "assessments": ("id",),
    "annotations": ("id",),
    "cards": ("course_id", "lesson_id", "item_id"),
}
"""Every table with the fields that name a document; the tables without such fields hold one document."""


class HeldStorage(Storage):
    """TinyDB's storage side: holds the tables; putting them on the disk is the snapshot's business, at fold time."""

    def __init__(self, raw: Raw) -> None:
        """Hold `raw`, which is then changed in place."""
        self.raw = raw

    def read(self) -> Raw:
        """The living tables."""
        return self.raw

    def write(self, data: Raw) -> None:
        """Take other tables for the living ones."""
        self.raw = data


class FlatTable(Table):
    """A TinyDB table whose changes cost the same however many documents it holds; TinyDB's own copies them all."""

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        documents = cast(HeldStorage, self._storage).raw.setdefault(self.name, {})
        updater(cast("dict[int, Mapping[str, Any]]", _ByNumber(documents)))
        self.clear_cache()


class _ByNumber(MutableMapping[int, Document]):
    """A table's documents under the whole numbers that TinyDB's updaters use."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def __getitem__(self, number: int) -> Document:
        return self._documents[str(number)]

    def __setitem__(self, number: int, document: Document) -> None:
        self._documents[str(number)] = document

    def __delitem__(self, number: int) -> None:
        del self._documents[str(number)]

    def __iter__(self) -> Iterator[int]:
        return map(int, self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, number: object) -> bool:
        return str(number) in self._documents


class StateDatabase(TinyDB):
    """TinyDB with flat tables."""

    table_class = FlatTable


Key = tuple[str, ...]


class Tables:
    """The tables with their documents found by key; a document whose key is broken stays in its table, unused."""

    def __init__(self, raw: Raw) -> None:
        """Index the documents of `raw`."""
        self._storage = HeldStorage(raw)
        self._database = StateDatabase(storage=lambda: self._storage)
        self._numbers: dict[str, dict[Key, int]] = {}
        self.broken: list[tuple[str, str]] = []
        """Table and number of the documents without a usable key."""
        for name, fields in KEYS.items():
            self._numbers[name] = numbers = {}
            for number, document in raw.get(name, {}).items():
                key = tuple(document.get(field) for field in fields)
                if all(type(part) is str for part in key):
                    numbers[cast(Key, key)] = int(number)
                else:
                    self.broken.append((name, number))

    @property
    def raw(self) -> Raw:
        """The living tables in TinyDB's form."""
        return self._storage.raw

    def get(self, table: str, *key: str) -> Document | None:
        """The living document with that key; whoever gets it does not change it."""
        number = self._numbers[table].get(key)
        return None if number is None else self.raw[table][str(number)]

    def all(self, table: str) -> Iterator[tuple[Key, Document]]:
        """Keys and living documents, in the order in which they came."""
        documents = self.raw.get(table, {})
        return ((key, documents[str(number)]) for key, number in list(self._numbers[table].items()))

    def put(self, table: str, document: Document) -> None:
        """Insert the document, or let it take the place of the one with its key."""
        key = tuple(document[field] for field in KEYS[table])
        number = self._numbers[table].get(key)
        if number is None:
            self._numbers[table][key] = self._database.table(table).insert(document)
        else:
            self.raw[table][str(number)].clear()
            self._database.table(table).update(document, doc_ids=[number])

    def change(self, table: str, key: Key, change: Callable[[Document], object]) -> None:
        """Let `change` alter the document with that key in place."""
        update = cast("Callable[[MutableMapping[Any, Any]], None]", change)
        self._database.table(table).update(update, doc_ids=[self._numbers[table][key]])

    def remove(self, table: str, *key: str) -> Document:
        """Take the document with that key out of its table."""
        number = self._numbers[table].pop(key)
        document = self.raw[table][str(number)]
        self._database.table(table).remove(doc_ids=[number])
        return document
