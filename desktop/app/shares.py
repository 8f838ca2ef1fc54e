"""The firm's course folders: read through copies, so that a network drive may hang, vanish and come back."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop.app.errands import Errand
from desktop.app.share_copy import ShareAway, ShareCopy, ShareNotKept, ShareTooLarge

PATIENCE = 5.0
"""Seconds after which a folder that does not answer counts as out of reach."""


class ShareStatus(StrEnum):
    """How a folder of the firm was found."""

    LOOKING = "looking"
    HERE = "here"
    EMPTY = "empty"
    AWAY = "away"
    TOO_LARGE = "too-large"
    NOT_KEPT = "not-kept"


@dataclass(frozen=True, slots=True)
class ShareState:
    """A folder of the firm; `seen` is when it was last read whole (None: never), `copied` whether a copy is here."""

    folder: Path
    status: ShareStatus
    seen: datetime | None
    copied: bool


def _is_content(name: str) -> bool:
    """Whether a file is where courses, paths or tests are looked for; further down nobody looks."""
    folder, _, file = name.rpartition("/")
    return file.endswith(".md") and (not folder or ("/" not in folder and file == "course.md"))


class _Share:
    """One folder with its copy and the look that is under way."""

    def __init__(self, copy: ShareCopy) -> None:
        self.copy = copy
        self.status = ShareStatus.LOOKING
        self.seen = copy.note().seen
        self.errand: Errand[bool] | None = None
        self.since = 0.0


class Shares:
    """Copies the firm's folders below `<cache>` and says how they are; nothing here ever waits for a drive.

    `update` may be handed in by tests: it brings one copy up to date and returns whether anything changed.
    """

    def __init__(
        self,
        course_folders: Sequence[Path],
        quiz_folders: Sequence[Path],
        cache: Path,
        *,
        clock: Callable[[], datetime],
        update: Callable[[ShareCopy, datetime], bool] = ShareCopy.update,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._update = update
        self._ticks = ticks
        self._turn = 0
        self._cache = cache
        self._first_time = not cache.is_dir()
        folders = dict.fromkeys((*course_folders, *quiz_folders))
        self._shares = {folder: _Share(ShareCopy(folder, cache)) for folder in folders}
        self.course_folders = tuple(self._shares[folder].copy.folder for folder in course_folders)
        self.quiz_folders = tuple(self._shares[folder].copy.folder for folder in quiz_folders)

    def look(self) -> None:
        """Look at every folder again that is not being looked at now; returns at once."""
        with contextlib.suppress(OSError):  # said by the look itself
            self._cache.mkdir(parents=True, exist_ok=True)
        for share in self._shares.values():
            if share.errand is None or share.errand.finished:
                self.collect()
                copy, now = share.copy, self._clock()
                share.since = self._ticks()
                share.errand = Errand(lambda copy=copy, now=now: self._update(copy, now))  # type: ignore[misc]

    def collect(self) -> int:
        """Take up what looks have ended with; returns a number that grows whenever a copy or a status has changed."""
        self._turn += sum(self._collect(share) for share in self._shares.values())
        return self._turn

    @property
    def looking(self) -> bool:
        """Whether a look is still under way, be it that the drive hangs."""
        return any(share.errand is not None for share in self._shares.values())

    @property
    def first_time(self) -> bool:
        """Whether no look has ever been taken on this laptop: a folder never reached must not delay every start."""
        return self._first_time

    def wait(self, seconds: float) -> bool:
        """Wait at most so long for all looks to end; returns whether they have."""
        until = self._ticks() + seconds
        for share in self._shares.values():
            if share.errand is not None:
                share.errand.wait(max(0.0, until - self._ticks()))
        self.collect()
        return not self.looking

    def states(self) -> tuple[ShareState, ...]:
        """Every folder as it was found last, in the order of the policy."""
        self.collect()
        return tuple(
            ShareState(folder, self._status(share), share.seen, share.copy.folder.is_dir())
            for folder, share in self._shares.items()
        )

    def original(self, path: Path) -> Path:
        """Where a file of a copy comes from; any other path stays as it is."""
        for folder, share in self._shares.items():
            if path.is_relative_to(share.copy.folder):
                return folder / path.relative_to(share.copy.folder)
        return path

    def _status(self, share: _Share) -> ShareStatus:
        if share.errand is not None and self._ticks() - share.since > PATIENCE:
            return ShareStatus.AWAY
        return share.status

    def _collect(self, share: _Share) -> bool:
        if share.errand is None or not share.errand.finished:
            return False
        errand, share.errand, before = share.errand, None, share.status
        changed = False
        try:
            changed = errand.result()
            note = share.copy.note()
            share.seen = note.seen
            share.status = ShareStatus.HERE if any(map(_is_content, note.stamps)) else ShareStatus.EMPTY
        except ShareAway:
            share.status = ShareStatus.AWAY
        except ShareTooLarge:
            share.status = ShareStatus.TOO_LARGE
        except ShareNotKept:
            share.status = ShareStatus.NOT_KEPT
        return changed or share.status is not before
