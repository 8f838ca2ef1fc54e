"""What is read when the store opens: the newest state that is whole, and every journal line after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop.model.errors import StoreDamaged, StoreNewer
from desktop.model.notice import StoreNotice
from desktop.store import journal, snapshot
from desktop.store.ledger import Ledger
from desktop.store.lines import Line, Scan, read_lines
from desktop.store.migrations import Upgrader
from desktop.store.snapshot import Snapshot
from desktop.store.tables import Tables

_INCOMPLETE = {"store-fell-back": "store-fell-back-incomplete"}


@dataclass(slots=True)
class Recovered:
    """The state as it was when the store was last left, however that was."""

    ledger: Ledger
    seq: int
    state_seq: int
    """The last line that the state contained."""
    generation: int
    """The highest that any file has."""
    state_generation: int | None
    """That of state.json, None if it is missing or damaged."""
    previous_generation: int
    """The oldest whose journal is still needed."""
    state_bytes: int = 0
    last_journal: Path | None = None
    good_length: int = 0
    open_line: bool = False
    schema: int = 0
    """That of the last journal, or of the state where there is no journal."""
    fold_now: bool = False
    notices: list[StoreNotice] = field(default_factory=list)


def recover(folder: Path, upgrader: Upgrader, *, history_exists: bool, rescue: bool = False) -> Recovered:
    """Read the store in `folder`; nothing is written. With `rescue`, no state is no reason to give up.

    Raises:
        StoreNewer: a file follows a schema that this version does not know.
        StoreDamaged: neither state can be read, and the journals do not go back to the beginning.
        PermissionError: a file may not be read.
    """
    journals = journal.generations(folder)
    found, notices = (None, []) if rescue else _base(folder, journals, history_exists)
    if found is not None and found.schema > upgrader.schema:
        raise StoreNewer(folder=str(folder), found=str(found.schema), known=str(upgrader.schema))
    current = found is not None and found.file == snapshot.STATE
    base = found.snapshot if found else Snapshot({}, upgrader.schema, 0, 0)
    tables = Tables(upgrader.tables(base.raw, base.schema))
    recovered = Recovered(
        ledger=Ledger(tables),
        seq=base.seq,
        state_seq=base.seq,
        generation=max([base.generation, *journals]),
        state_generation=base.generation if current else None,
        previous_generation=base.generation,
        state_bytes=found.size if found else 0,
        schema=base.schema,
        fold_now=found is not None and not current,
    )
    replay = _Replay(folder, upgrader, recovered, any_start=rescue)
    replay.run(journals)
    if replay.lost:
        notices = [StoreNotice(_INCOMPLETE.get(one.code, one.code), one.data) for one in notices]
    if found is not None and base.generation not in journals:
        notices.append(StoreNotice("store-journal-missing", {"folder": str(folder)}))
    if replay.oldest_schema < upgrader.schema:
        data = {"folder": str(folder), "from": str(replay.oldest_schema), "to": str(upgrader.schema)}
        notices.append(StoreNotice("store-migrated", data))
    for table, number in tables.broken:
        notices.append(StoreNotice("store-document-skipped", {"folder": str(folder), "table": table, "number": number}))
    recovered.notices[:0] = notices
    recovered.fold_now = recovered.fold_now or bool(recovered.notices)
    return recovered


@dataclass(frozen=True, slots=True)
class _Found:
    """The state to begin with, and the file it came from."""

    snapshot: Snapshot
    file: str
    size: int

    @property
    def schema(self) -> int:
        return self.snapshot.schema


def _base(folder: Path, journals: list[int], history_exists: bool) -> tuple[_Found | None, list[StoreNotice]]:
    state, previous = folder / snapshot.STATE, folder / snapshot.PREVIOUS
    if (found := snapshot.read(state)) is not None:
        return _Found(found, snapshot.STATE, state.stat().st_size), []
    # Between the two renames of a fold there is no state.json, and that is no damage.
    interrupted = not state.exists() and (folder / snapshot.NEW).exists()
    notices = [] if interrupted else [StoreNotice("store-fell-back", {"folder": str(folder), "file": snapshot.STATE})]
    if (found := snapshot.read(previous)) is not None:
        return _Found(found, snapshot.PREVIOUS, previous.stat().st_size), notices
    anything = journals or history_exists or state.exists() or previous.exists()
    if not anything:
        return None, []
    if journals and journals[0] == 0:
        return None, notices if state.exists() else []  # killed before the first state was there
    raise StoreDamaged(folder=str(folder))


class _Replay:
    """Applies the journals to the state; a gap in the numbers is what tells of a lost line."""

    def __init__(self, folder: Path, upgrader: Upgrader, recovered: Recovered, *, any_start: bool) -> None:
        self._folder = folder
        self._upgrader = upgrader
        self._recovered = recovered
        self._any_start = any_start
        self.lost = 0
        self.oldest_schema = recovered.schema

    def run(self, journals: list[int]) -> None:
        into = self._recovered
        scan = Scan()
        for generation in journals:
            into.last_journal = journal.path_of(self._folder, generation)
            scan = self._file(into.last_journal)
        into.good_length, into.open_line = scan.good_length, scan.ends_open and scan.good_length == scan.length
        if self.lost:
            data = {"folder": str(self._folder), "count": str(self.lost)}
            into.notices.append(StoreNotice("store-journal-damaged", data))
        elif scan.damaged_tail:
            into.notices.append(StoreNotice("store-journal-tail-dropped", {"folder": str(self._folder)}))

    def _file(self, path: Path) -> Scan:
        scan = Scan()
        first = True
        with path.open("rb") as file:
            for line in read_lines(file, scan):
                header = line.data() if first else None
                first = False
                if header is not None and "journal" in header:
                    self._schema(header.get("schema"))
                    self._reach(line.seq)
                elif line.seq > self._recovered.seq:
                    self._line(line)
        return scan

    def _schema(self, schema: object) -> None:
        if not isinstance(schema, int):
            return
        if schema > self._upgrader.schema:
            raise StoreNewer(folder=str(self._folder), found=str(schema), known=str(self._upgrader.schema))
        self._recovered.schema = schema
        self.oldest_schema = min(self.oldest_schema, schema)

    def _reach(self, seq: int) -> None:
        """All lines up to `seq` were written; those that did not come are lost."""
        missing = seq - self._recovered.seq
        if missing > 0:
            self.lost += 0 if self._any_start else missing
            self._recovered.seq = seq
        self._any_start = False

    def _line(self, line: Line) -> None:
        into = self._recovered
        self._reach(line.seq - 1)
        into.seq = line.seq
        record = line.data()
        try:
            if record is None:
                raise KeyError("record")
            into.ledger.apply(line.seq, self._upgrader.record(record, into.schema))
        except (KeyError, TypeError, AttributeError, ValueError):
            data = {"folder": str(self._folder), "table": "journal", "number": str(line.seq)}
            into.notices.append(StoreNotice("store-document-skipped", data))
