"""Disks that fail: full, broken, or without power. They do the real work on real files until then."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from desktop.store.disk import Disk


class Cut(BaseException):
    """The program ends here: a kill or a power cut. No code of ours may catch it."""


class CountingDisk(Disk):
    """Counts the steps that change something and lets a test interrupt any of them; a write can be half done."""

    def __init__(self, at: int | None = None, error: Callable[[], BaseException] = Cut, times: int = 1) -> None:
        self.steps = 0
        self.at = at
        self.error = error
        self.times = times
        self.failed = 0
        self.open_descriptors: set[int] = set()

    @property
    def dead(self) -> bool:
        return self.failed > 0 and self.error is Cut

    def step(self) -> None:
        if self.dead:
            raise Cut
        self.steps += 1
        if self.at is not None and self.at < self.steps <= self.at + self.times:
            self.failed += 1
            raise self.error()

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        try:
            self.step()
        except BaseException:
            if self.failed <= self.times:
                super().write(descriptor, data[: len(data) // 2])
            raise
        return super().write(descriptor, data)

    def make_folder(self, path: Path) -> None:
        if not path.exists():
            self.step()
        super().make_folder(path)

    def open_append(self, path: Path) -> int:
        self.step()
        return self._keep(super().open_append(path))

    def open_empty(self, path: Path) -> int:
        self.step()
        return self._keep(super().open_empty(path))

    def _keep(self, descriptor: int) -> int:
        self.open_descriptors.add(descriptor)
        return descriptor

    def sync(self, descriptor: int) -> None:
        self.step()
        super().sync(descriptor)

    def truncate(self, descriptor: int, length: int) -> None:
        self.step()
        super().truncate(descriptor, length)

    def close(self, descriptor: int) -> None:
        self.open_descriptors.discard(descriptor)
        super().close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.step()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self.step()
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self.step()
        super().sync_folder(folder)


class PowerDisk(CountingDisk):
    """Remembers what a power cut would leave: contents as of their last sync, names as of their folder's."""

    def __init__(self, root: Path, at: int | None = None) -> None:
        super().__init__(at)
        self.root = root
        self.births = 0
        self.files: dict[int, int] = {}  # inode -> our own number, as the inode of a deleted file is given out again
        self.contents: dict[int, bytes] = {}
        self.names: dict[Path, int] = {}

    def open_empty(self, path: Path) -> int:
        return self._born(path, super().open_empty)

    def open_append(self, path: Path) -> int:
        return self._born(path, super().open_append)

    def _born(self, path: Path, opener: Callable[[Path], int]) -> int:
        new = not path.exists()
        descriptor = opener(path)
        if new:
            self.births += 1
            self.files[os.fstat(descriptor).st_ino] = self.births
        return descriptor

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        length = os.fstat(descriptor).st_size
        self.contents[self.files[os.fstat(descriptor).st_ino]] = os.pread(descriptor, length, 0)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        for path in [path for path in self.names if path.parent == folder]:
            del self.names[path]
        for path in folder.iterdir():
            if path.is_file():
                self.names[path] = self.files.get(path.stat().st_ino, 0)

    def after_power_cut(self, target: Path, *, names_reached: bool) -> None:
        """Put into `target` what the medium holds; with `names_reached` the names got there in time, the bytes not."""
        names = self.names
        if names_reached:
            files = [path for path in self.root.rglob("*") if path.is_file()]
            names = {path: self.files.get(path.stat().st_ino, 0) for path in files}
        for path, number in names.items():
            copy = target / path.relative_to(self.root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(self.contents.get(number, b""))
        target.mkdir(exist_ok=True)
