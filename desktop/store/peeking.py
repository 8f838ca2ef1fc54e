"""A look into a folder that is not opened: whose data lie there. Nothing is written and no lock is taken."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop.model.errors import StoreError, StoreLocked
from desktop.store.disk import Disk
from desktop.store.documents import to_learner
from desktop.store.fields import BadDocument
from desktop.store.lock import FolderLock
from desktop.store.migrations import Upgrader
from desktop.store.recovery import recover


def whose(folder: Path) -> str | None:
    """The name of the person whose data lie in `folder`; empty if it cannot be told, None if nothing is kept there."""
    try:
        history = any((folder / "history").glob("*.jsonl"))
        tables = recover(folder, Upgrader(), history_exists=history).ledger.tables
    except (StoreError, OSError):
        return ""
    learner = tables.get("learner")
    with suppress(BadDocument):
        if learner is not None:
            return to_learner(learner).name
    return "" if history or any(found for name, found in tables.raw.items() if name != "settings") else None


def remove_if_empty(folder: Path, disk: Disk) -> bool:
    """Delete a folder in which nothing is kept and which nobody has open; whether it is gone. Raises OSError."""
    if not folder.is_dir() or whose(folder) is not None:
        return not folder.exists()
    try:
        FolderLock(folder).release()
    except StoreLocked:
        return False
    disk.remove_folder(folder)
    disk.sync_folder(folder.parent)
    return True
