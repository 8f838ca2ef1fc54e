"""Disks as they are: full, read-only, gone; and two copies at once."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from desktop.model.errors import StoreError, StoreFull, StoreLocked, StoreReadOnly
from desktop.model.learner import Learner
from desktop.store.disk import Disk, store_error
from tests.store.disks import CountingDisk
from tests.store.scene import answer, opened, view

FULL = """
import resource, sys
from datetime import datetime
from pathlib import Path
from desktop.model.errors import StoreFull
from tests.store.scene import answer, opened, view

store = opened(Path(sys.argv[1]), fold_at=int(sys.argv[2]))
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, resource.RLIM_INFINITY))
saved = 0
while True:
    before = view(store)
    try:
        store.record_check("c", "l", answer(f"w{saved}", saved % 60, "x" * 40))
    except StoreFull:
        break
    saved += 1
    assert saved < 1000
assert view(store) == before
for _ in range(3):
    try:
        store.record_check("c", "l", answer("never"))
    except StoreFull:
        continue
    raise AssertionError("the disk is full")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.record_check("c", "l", answer("room again"))
print(saved)
store.close()
"""


def in_a_process(code: str, *arguments: str) -> str:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=root, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("fold_at", [1, 1 << 30], ids=["folding", "not folding"])
def test_a_file_system_that_takes_no_more_bytes(tmp_path: Path, fold_at: int) -> None:
    """A real limit of the kernel: it cuts the write that crosses it short, then refuses."""
    saved = int(in_a_process(FULL, str(tmp_path), str(fold_at)))
    assert saved > 5
    with opened(tmp_path) as store:
        assert store.notices == ()
        checks = store.all_progress()["c"]["l"].checks
        assert set(checks) == {*(f"w{number}" for number in range(saved)), "room again"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_that_is_full(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught:
        Disk().write_all(os.open("/dev/full", os.O_WRONLY), b"x")
    assert isinstance(store_error(caught.value, tmp_path / "journal"), StoreFull)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root can write")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        opened(Path("/proc/self/klartext"))
    assert caught.value.data["folder"] == "/proc/self"


@pytest.mark.usefixtures("bound")
def test_a_folder_without_write_permission(tmp_path: Path) -> None:
    opened(tmp_path / "home").close()
    (tmp_path / "home").chmod(0o500)
    with pytest.raises(StoreReadOnly):
        opened(tmp_path / "home" / "deeper")
    (tmp_path / "home").chmod(0o700)


class ReadOnlyDisk(Disk):
    """A folder mounted without the right to write."""

    def open_append(self, path: Path) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    open_empty = open_append


def test_a_read_only_file_system_is_an_error_at_the_door(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_learner(Learner("Ada"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(StoreReadOnly) as caught:
        opened(tmp_path, disk=ReadOnlyDisk())
    assert caught.value.data["folder"] == str(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    with opened(tmp_path) as store:  # and the lock was given back
        assert store.learner() == Learner("Ada")


class ShortDisk(Disk):
    """Takes at most three bytes at a time, as a network file system may."""

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        return super().write(descriptor, data[:3])


def test_a_disk_that_takes_a_few_bytes_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path, disk=ShortDisk()) as store:
        store.save_learner(Learner("Ada"))
        store.record_check("c", "l", answer("w"))
        expected = view(store)
    with opened(tmp_path) as store:
        assert view(store) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be deleted")
def test_a_folder_deleted_under_the_running_program(tmp_path: Path) -> None:
    """An answer written into a deleted file would be acknowledged and gone."""
    store = opened(tmp_path / "home")
    store.save_learner(Learner("Ada"))
    shutil.rmtree(tmp_path / "home")
    with pytest.raises(StoreError) as caught:
        store.record_check("c", "l", answer("w"))
    assert caught.value.code == "store-folder-gone"
    assert store.all_progress() == {}
    store.close()


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.ENOSPC, StoreFull, "store-full"),
        (errno.EDQUOT, StoreFull, "store-full"),
        (errno.EFBIG, StoreFull, "store-full"),
        (errno.EROFS, StoreReadOnly, "store-read-only"),
        (errno.EACCES, StoreReadOnly, "store-read-only"),
        (errno.ENOTDIR, StoreReadOnly, "store-not-a-folder"),
        (errno.ENOENT, StoreError, "store-folder-gone"),
        (errno.EIO, StoreError, "store-failed"),
    ],
)
def test_each_error_of_the_system_has_its_place_in_the_tree(number: int, kind: type[StoreError], code: str) -> None:
    error = store_error(OSError(number, os.strerror(number)), Path("home") / "journal")
    assert type(error) is kind
    assert error.code == code
    assert error.data == {"folder": "home", "file": "journal", "reason": os.strerror(number)}


def test_one_sync_per_answer(tmp_path: Path) -> None:
    class SyncCounter(CountingDisk):
        syncs = 0

        def sync(self, descriptor: int) -> None:
            self.syncs += 1
            super().sync(descriptor)

    disk = SyncCounter()
    with opened(tmp_path, disk=disk) as store:
        before = disk.syncs
        for number in range(20):
            store.record_check("c", "l", answer("w", number))
        assert disk.syncs - before == 20


def test_the_names_of_new_folders_are_put_on_the_medium(tmp_path: Path) -> None:
    class FolderWatch(Disk):
        def __init__(self) -> None:
            self.synced: set[Path] = set()

        def sync_folder(self, folder: Path) -> None:
            self.synced.add(folder)
            super().sync_folder(folder)

    disk = FolderWatch()
    opened(tmp_path / "a" / "b", disk=disk).close()
    assert disk.synced >= {tmp_path, tmp_path / "a", tmp_path / "a" / "b"}


# --- two copies ---


def test_a_second_store_in_the_same_program_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(StoreLocked) as caught:
            opened(tmp_path)
        assert caught.value.data == {"folder": str(tmp_path)}
        store.save_learner(Learner("Ada"))
    with opened(tmp_path) as store:
        assert store.learner() == Learner("Ada")


SECOND = """
import sys
from pathlib import Path
from desktop.model.errors import StoreLocked
from desktop.model.learner import Learner
from tests.store.scene import opened
try:
    with opened(Path(sys.argv[1])) as store:
        store.save_learner(Learner("the second"))
        print("opened")
except StoreLocked:
    print("locked")
"""


def test_a_second_program_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_learner(Learner("the first"))
        assert in_a_process(SECOND, str(tmp_path)) == "locked"
        store.record_check("c", "l", answer("w"))
        expected = view(store)
    with opened(tmp_path) as store:
        assert view(store) == expected
    assert in_a_process(SECOND, str(tmp_path)) == "opened"
