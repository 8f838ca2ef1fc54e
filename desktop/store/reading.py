"""Reading the tables with care: a document that is broken is passed over, and a notice says so once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from desktop.store.fields import BadDocument, Document
from desktop.store.keeper import Keeper

T = TypeVar("T")


class Reader:
    """Makes values of documents; remembers which ones it could not read."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._skipped: set[tuple[str, ...]] = set()

    def one(self, table: str, convert: Callable[[Document], T]) -> T | None:
        """The value in a table of one document, None if there is none that can be read."""
        document = self._keeper.tables.get(table)
        return self.read(table, (), document, convert) if document is not None else None

    def all(
        self, table: str, convert: Callable[[Document], T], wanted: Callable[[Document], bool] = lambda _: True
    ) -> Iterator[T]:
        """The values of a table whose documents are wanted, in the order in which they came."""
        for key, document in self._keeper.tables.all(table):
            value = self.read(table, key, document, convert) if wanted(document) else None
            if value is not None:
                yield value

    def read(self, table: str, key: tuple[str, ...], document: Document, convert: Callable[[Document], T]) -> T | None:
        """What `convert` makes of the document, None of one that is broken."""
        try:
            return convert(document)
        except BadDocument:
            if (table, *key) not in self._skipped:
                self._skipped.add((table, *key))
                self._keeper.notice("store-document-skipped", table=table, number="/".join(key))
            return None
