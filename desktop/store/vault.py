"""All that is kept at once: taken out, brought in, deleted for good, backed up and restored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from desktop.model.errors import StoreError
from desktop.model.my_data import Backup, BackupKind
from desktop.store import snapshot, switch
from desktop.store.backups import FOLDER, Backups
from desktop.store.dump import Dump, checked, from_document, to_document, without, without_course
from desktop.store.fields import Document
from desktop.store.keeper import Keeper
from desktop.store.merging import merged

CERTIFICATES = "certificates"
NOT_LEARNED = frozenset(
    {"courses", "quizzes", "org.toml", "people", "people.json", "lock", switch.DRAFT, switch.READY, switch.CLEARED}
)
"""What stays when everything is deleted: a company's own courses and profile, other people's data, the empty lock."""


class Vault:
    """The open store as a whole."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._backups = Backups(keeper.folder, keeper.disk, keeper.upgrader)

    @property
    def schema(self) -> int:
        """The schema that dumps follow."""
        return self._keeper.upgrader.schema

    def dump(self) -> Dump:
        """Everything kept that can be read."""
        return checked(self._keeper.dump())[0]

    def read(self, document: Mapping[str, Any]) -> tuple[Dump, int]:
        """The dump in a JSON object from elsewhere, and how many documents in it cannot be read.

        Raises BadDocument where it is no dump, and Newer where a later version wrote it.
        """
        return checked(from_document(document, self._keeper.upgrader))

    def written(self) -> Document:
        """Everything kept that can be read, as the JSON object that `read` takes."""
        return to_document(self.dump(), self.schema)

    def merged(self, theirs: Dump) -> Dump:
        """What would be kept after `merge`; nothing is changed."""
        mine = self.dump()
        own = {one["file_name"].casefold() for one in mine.table("certificates")}
        there = {path.name.casefold() for path in (self._keeper.folder / CERTIFICATES).glob("*")}
        return merged(mine, theirs, frozenset(there - own))

    def merge(self, theirs: Dump, files: Mapping[str, bytes]) -> None:
        """Bring in what `theirs` says, which `read` gave.

        `files` are the certificates that come with it, by their ids. The state before is kept as a backup. A kill
        leaves either the old or the new. Raises StoreError and its kind.
        """
        known = {one["certificate_id"] for one in self.dump().table("certificates")}
        whole = self.merged(theirs)
        names = {one["certificate_id"]: one["file_name"] for one in whole.table("certificates")}

        def write(draft: Path) -> None:
            self._keeper.disk.make_folder(draft / CERTIFICATES)
            for one, data in files.items():
                if one in names and one not in known:
                    self._keeper.disk.write_new(draft / CERTIFICATES / names[one], data)

        if holds_anything(self.dump()):
            self._backups.make(self._keeper.dump(), BackupKind.BEFORE_IMPORT, self._keeper.now())
        self._keeper.exchange(whole, (), write)

    def delete_course(self, course_id: str, files: tuple[str, ...]) -> None:
        """Delete what is kept of a course, in every backup, too, and the certificates `files` by their names.

        What was set aside as damaged goes with it, as nobody can tell what it holds. A kill leaves either the old or
        the new. Raises StoreError and its kind.
        """
        names = (path.name for path in self._keeper.folder.iterdir())
        aside = tuple(one for one in names if one.startswith("damaged-") or one == "error-report.txt")
        remove = (*aside, snapshot.DAMAGED, FOLDER, *(f"{CERTIFICATES}/{name}" for name in files))

        def write(draft: Path) -> None:
            self._rewrite_backups(lambda dump: without_course(checked(dump)[0], course_id), draft / FOLDER)

        self._keeper.exchange(without_course(self.dump(), course_id), remove, write)

    def delete_all(self) -> None:
        """Delete all that was ever kept here, backups, certificates and keys included; raises as `delete_course`."""
        there = tuple(path.name for path in self._keeper.folder.iterdir())
        self._keeper.exchange(None, tuple(one for one in there if one not in NOT_LEARNED), lambda _draft: None)

    def forget(self, table: str, key: str) -> None:
        """Take a document out of every backup; raises as a change does."""
        self._rewrite_backups(lambda dump: without(dump, table, key), None)

    # --- backups ---

    def backups(self) -> tuple[Backup, ...]:
        """All there are, the newest first; each costs the reading of its first line."""
        return self._backups.list()

    def back_up_if_due(self) -> Backup | None:
        """The day's backup, if it is missing and there is anything to keep; None where nothing was made.

        Raises StoreError and its kind.
        """
        now = self._keeper.now()
        if not self._keeper.is_open or not self._backups.due(now):
            return None
        dump = self._keeper.dump()
        return self._backups.make(dump, BackupKind.DAILY, now) if holds_anything(dump) else None

    def restore(self, name: str) -> Backup:
        """Let a backup take the place of all that is kept; returns that of the state before, by which it is undone.

        Certificates made since stay as files. A kill leaves either the old or the new. Raises StoreError
        "store-backup-unreadable", StoreNewer, or as a change does.
        """
        wanted = checked(self._backups.read(name))[0]
        before = self._backups.make(self._keeper.dump(), BackupKind.BEFORE_RESTORE, self._keeper.now())
        self._keeper.exchange(wanted, (), lambda _draft: None)
        return before

    def _rewrite_backups(self, change: Callable[[Dump], Dump], into: Path | None) -> None:
        try:
            self._backups.rewrite(change, into)
        except StoreError as error:
            if into is None:
                raise
            raise _as_oserror(error) from error


def holds_anything(dump: Dump) -> bool:
    """Whether there is anything in it besides how the window looks."""
    return bool(dump.history) or any(found for name, found in dump.tables.items() if name != "settings")


def _as_oserror(error: StoreError) -> OSError:
    """The system's error behind ours: what the exchange expects from whoever writes into it."""
    cause = error.__cause__
    return cause if isinstance(cause, OSError) else OSError(str(error))
