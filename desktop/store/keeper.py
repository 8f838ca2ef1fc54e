"""Keeps the tables of one folder on the disk: journal first, state now and then, history as things leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.errors import StoreError
from desktop.model.notice import StoreNotice
from desktop.store import journal as journals
from desktop.store import snapshot, switch
from desktop.store.disk import Disk, store_error
from desktop.store.fields import Document
from desktop.store.history import History
from desktop.store.journal import Journal
from desktop.store.ledger import Ledger
from desktop.store.lines import pack
from desktop.store.lock import FolderLock
from desktop.store.migrations import Migration, Upgrader
from desktop.store.recovery import Recovered, recover
from desktop.store.rescue import restore
from desktop.store.tables import KEYS, Tables

if TYPE_CHECKING:
    from desktop.store.dump import Dump

FOLD_AT = 256 * 1024
"""Bytes of journal, or the size of the state if that is more: so a fold costs each byte of journal the same."""
FOLD_AT_OPENING = 32 * 1024


class Keeper:
    """The open store below its types: commits records, folds them, and knows the files."""

    def __init__(
        self, folder: Path, *, clock: Callable[[], datetime], disk: Disk, upgrader: Upgrader, fold_at: int
    ) -> None:
        """Take the lock of `folder`; see `open` for the rest."""
        self.folder = folder
        self.disk = disk
        self.notices: list[StoreNotice] = []
        self.history = History(folder / "history", disk, upgrader, self._history_damaged)
        self.ledger = Ledger(Tables({}))
        self._clock = clock
        self.upgrader = self._upgrader = upgrader
        self._lock = FolderLock(folder)
        self._journal: Journal | None = None
        self._seq = self._folded_seq = 0
        self._generation = 0
        self._state_generation: int | None = None
        self._previous_generation = 0
        self._least_fold_at = self._fold_at = fold_at

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        disk: Disk,
        migrations: Sequence[Migration],
        fold_at: int,
        rescue: bool = False,
    ) -> Keeper:
        """See `LearnerStore.open` and, for `rescue`, `LearnerStore.rescue`."""
        try:
            disk.make_folder(folder)
        except OSError as error:
            raise store_error(error, folder) from error
        keeper = cls(folder, clock=clock, disk=disk, upgrader=Upgrader(migrations), fold_at=fold_at)
        try:
            switch.finish(folder, disk)
            exists = keeper.history.exists()
            found = recover(folder, keeper._upgrader, history_exists=exists, rescue=rescue)
            if rescue:
                keeper._set_aside(found)
            keeper._begin(found)
        except OSError as error:
            keeper._release()
            raise store_error(error, folder / snapshot.STATE) from error
        except BaseException:
            keeper._release()
            raise
        return keeper

    @property
    def tables(self) -> Tables:
        """The present state."""
        return self.ledger.tables

    def notice(self, code: str, **data: str) -> None:
        """Remember something to be said."""
        self.notices.append(StoreNotice(code, {"folder": str(self.folder), **data}))

    def commit(self, record: Document) -> None:
        """Put `record` on the disk, then into effect.

        Raises:
            StoreFull, StoreReadOnly, StoreError: it is neither.
        """
        if self._journal is None:
            raise StoreError("store-closed", folder=str(self.folder))
        self._journal.append(pack(self._seq + 1, record))
        self._seq += 1
        self.ledger.apply(self._seq, record)
        if self._journal.length >= self._fold_at:
            self._try_fold()

    def erase(self, record: Document) -> None:
        """Commit a record that removes something, then fold until no older file holds it; raises as `commit` does.

        The state before the present one is kept as a second leg to stand on; with the second fold it, too, is one
        without what was removed. If the disk does not let us fold, later folds will do.
        """
        self.commit(record)
        self._try_fold()
        self._try_fold()

    @property
    def is_open(self) -> bool:
        """Whether anything can be saved."""
        return self._journal is not None

    def now(self) -> datetime:
        """What the clock says."""
        return self._clock()

    def dump(self) -> Dump:
        """Everything kept, living documents included: for reading only."""
        from desktop.store.dump import Dump

        tables = {name: tuple(document for _, document in self.tables.all(name)) for name in KEYS}
        return Dump(tables, tuple(self.history.read_all(self.ledger.leaving)))

    def exchange(self, dump: Dump | None, remove: Sequence[str], write: Callable[[Path], None]) -> None:
        """Let `dump` (None: nothing at all) take the place of all that is kept, in one step, and go on with it.

        `remove` names what else goes, and `write` adds what else comes, to the folder from which it is moved in.

        Raises:
            StoreFull, StoreReadOnly, StoreError: the old holds and nothing has changed; or "store-change-pending": the
                new holds, but only the next start can bring it to its end, and until then nothing can be saved.
        """
        if self._journal is None:
            raise StoreError("store-closed", folder=str(self.folder))

        def fill(draft: Path) -> None:
            if dump is not None:
                generation, written = self._generation + 1, self._clock().isoformat()
                upgrader = self._upgrader
                switch.write_store(
                    draft, dump, generation=generation, written=written, disk=self.disk, upgrader=upgrader
                )
            write(draft)

        try:
            switch.commit(self.folder, self.disk, (*self._own_files(), *remove), fill)
        except OSError as error:
            raise store_error(error, self.folder / switch.DRAFT) from error
        self._journal.close()
        self._journal = None
        try:
            switch.finish(self.folder, self.disk)
            self._begin(recover(self.folder, self._upgrader, history_exists=self.history.exists()))
        except BaseException as error:
            self._release()
            if not isinstance(error, OSError | StoreError):
                raise
            raise StoreError("store-change-pending", folder=str(self.folder)) from error

    def _own_files(self) -> tuple[str, ...]:
        """What the present state consists of."""
        old = tuple(journals.path_of(self.folder, one).name for one in journals.generations(self.folder))
        return (snapshot.STATE, snapshot.PREVIOUS, snapshot.NEW, *old, "history")

    def close(self) -> None:
        """Fold what there is to fold and release the folder."""
        if self._journal is None:
            return
        try:
            if self._seq != self._folded_seq:
                self._try_fold()
        finally:
            self._release()

    def _begin(self, found: Recovered) -> None:
        self.ledger = found.ledger
        self.notices.extend(found.notices)
        if found.fold_now:  # the history may hold a number whose line is lost; it must not be given again
            found.seq = max(found.seq, self.history.last_seq())
        self._seq, self._folded_seq, self._generation = found.seq, found.state_seq, found.generation
        self._state_generation, self._previous_generation = found.state_generation, found.previous_generation
        self._fold_at = max(self._least_fold_at, found.state_bytes)
        if not self._lock.effective:
            self.notice("store-no-lock")
        if found.last_journal is None or found.schema != self._upgrader.schema:
            self._generation += found.last_journal is not None
            self._journal = self._new_journal(self._generation)
        else:
            length, open_line = found.good_length, found.open_line
            self._journal = Journal.reopen(found.last_journal, self.disk, length, open_line=open_line)
        if found.fold_now or self._journal.length > FOLD_AT_OPENING:
            self._try_fold()

    def _new_journal(self, generation: int) -> Journal:
        return Journal.create(self.folder, generation, self._seq, self._upgrader.schema, self.disk)

    def _try_fold(self) -> None:
        """Fold; if the disk does not let us, all is still in the journal, and a later fold will do."""
        try:
            self._fold()
        except OSError:
            if self._journal is not None:
                self._fold_at = 2 * max(self._fold_at, self._journal.length)

    def _fold(self) -> None:
        """Write history, an empty journal and the state, in this order: a kill anywhere leaves a whole store.

        History lines are told by their numbers and so written once however often this is repeated; all journals are
        read at the next opening, and of their lines those that the state does not contain yet.
        """
        self.history.append(self.ledger.leaving)
        generation = self._generation + 1
        journal = self._new_journal(generation)
        self._generation = generation
        meta = {
            "schema": self._upgrader.schema,
            "generation": generation,
            "seq": self._seq,
            "written": self._clock().isoformat(),
        }
        data = snapshot.dump(self.tables.raw, meta)
        try:
            if self._state_generation is None and (self.folder / snapshot.STATE).exists():
                self.disk.replace(self.folder / snapshot.STATE, self.folder / snapshot.DAMAGED)
            snapshot.write(self.folder, data, self.disk)
        except OSError:
            journal.close()
            raise
        self._switch(journal, generation, len(data))

    def _switch(self, journal: Journal, generation: int, size: int) -> None:
        if self._journal is not None:
            self._journal.close()
        self._journal = journal
        self.ledger.leaving.clear()
        self._folded_seq = self._seq
        if self._state_generation is not None:
            self._previous_generation = self._state_generation
        self._state_generation = generation
        self._fold_at = max(self._least_fold_at, size)
        for old in journals.generations(self.folder):
            if old < self._previous_generation:
                with suppress(OSError):
                    self.disk.remove(journals.path_of(self.folder, old))

    def _set_aside(self, found: Recovered) -> None:
        """Move both states away and take from the history what it knows of what stood in them."""
        aside = self.folder / f"damaged-{self._clock():%Y-%m-%dT%H-%M-%S}"
        self.disk.make_folder(aside)
        for name in (snapshot.STATE, snapshot.PREVIOUS, snapshot.NEW):
            if (self.folder / name).exists():
                self.disk.replace(self.folder / name, aside / name)
        restore(found.ledger, self.history.read_all(found.ledger.leaving))
        found.notices.append(StoreNotice("store-rescued", {"folder": str(self.folder), "aside": aside.name}))
        found.fold_now = True

    def _release(self) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        self._lock.release()

    def _history_damaged(self, path: Path, count: int) -> None:
        self.notice("store-history-damaged", file=path.name, count=str(count))
