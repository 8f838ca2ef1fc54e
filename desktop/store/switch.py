"""Exchanges all that is kept for something else in one step: prepared, committed by one rename, then moved in.

    incoming.tmp/      being written; a kill here leaves the old, and the next opening clears it away
    incoming/          whole: from here on the new holds; first, what its plan names is removed from the data folder
    incoming.cleared/  what is in it moves to its place, file by file

Each step may be repeated, and none after the first needs room on the disk: a kill anywhere is mended by `finish`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop.store import snapshot
from desktop.store.disk import Disk
from desktop.store.fields import Document
from desktop.store.history import History
from desktop.store.journal import Journal
from desktop.store.ledger import ORPHANS, Leaving, Stream
from desktop.store.migrations import Upgrader
from desktop.store.tables import Raw

if TYPE_CHECKING:
    from desktop.store.dump import Dump

DRAFT = "incoming.tmp"
READY = "incoming"
CLEARED = "incoming.cleared"
_PLAN = "plan.json"


def commit(folder: Path, disk: Disk, remove: Sequence[str], write: Callable[[Path], None]) -> None:
    """Let `write` fill a folder with what is to come, and decide that it holds.

    `remove` names what goes before that, relative to `folder`, with slashes. Raises OSError; then the old holds.
    """
    draft = folder / DRAFT
    disk.remove_folder(draft)
    try:
        disk.make_folder(draft)
        write(draft)
        disk.write_new(draft / _PLAN, json.dumps({"remove": list(remove)}).encode())
        for inner in (*(path for path in sorted(draft.rglob("*")) if path.is_dir()), draft):
            disk.sync_folder(inner)
        disk.replace(draft, folder / READY)
    except OSError:
        with suppress(OSError):
            disk.remove_folder(draft)
        raise
    disk.sync_folder(folder)


def finish(folder: Path, disk: Disk) -> None:
    """Go on wherever an exchange stands, to its end; raises OSError, and may be repeated."""
    if (folder / DRAFT).exists():
        disk.remove_folder(folder / DRAFT)
    if (folder / READY).exists():
        _clear(folder, disk)
    if (folder / CLEARED).exists():
        _move_in(folder, disk)


def _clear(folder: Path, disk: Disk) -> None:
    plan = json.loads((folder / READY / _PLAN).read_bytes())
    for name in plan["remove"]:
        path = folder.joinpath(*PurePosixPath(name).parts)
        disk.remove_folder(path)
        if path.parent.is_dir():
            disk.sync_folder(path.parent)
    disk.sync_folder(folder)
    disk.replace(folder / READY, folder / CLEARED)
    disk.sync_folder(folder)


def _move_in(folder: Path, disk: Disk) -> None:
    cleared = folder / CLEARED
    for source in sorted(path for path in cleared.rglob("*") if path.is_file() and path.name != _PLAN):
        target = folder / source.relative_to(cleared)
        disk.make_folder(target.parent)
        disk.replace(source, target)
        disk.sync_folder(target.parent)
    disk.sync_folder(folder)
    disk.remove_folder(cleared)
    disk.sync_folder(folder)


# --- what is written: a store as if it had just been folded ---


def write_store(into: Path, dump: Dump, *, generation: int, written: str, disk: Disk, upgrader: Upgrader) -> None:
    """History, journal and state of a store that holds `dump`, in `into`; raises OSError."""
    leaving = [Leaving(_stream(record), seq, record) for seq, record in enumerate(dump.history, 1)]
    History(into / "history", disk, upgrader, lambda _path, _count: None).append(leaving)
    seq = len(leaving)
    Journal.create(into, generation, seq, upgrader.schema, disk).close()
    raw: Raw = {name: {str(n): one for n, one in enumerate(found, 1)} for name, found in dump.tables.items()}
    meta = {"schema": upgrader.schema, "generation": generation, "seq": seq, "written": written}
    disk.write_new(into / snapshot.STATE, snapshot.dump(raw, meta))


def _stream(record: Document) -> Stream:
    match record["kind"]:
        case "attempt":
            return Stream("attempts", record["doc"]["quiz_id"])
        case "checks":
            return Stream("checks", record["course_id"])
        case "refresher":
            return Stream("refreshers", record["course_id"])
        case _:
            return ORPHANS
