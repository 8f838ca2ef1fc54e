"""A kill, a power cut or an error at every single step: what was acknowledged is there, and the rest goes on."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desktop.model.errors import StoreError, StoreFull, StoreReadOnly
from desktop.store.learner_store import LearnerStore
from tests.store.disks import CountingDisk, Cut, PowerDisk
from tests.store.scene import Change, opened, view, views, week

FOLD_AT = 700  # bytes: a fold every few changes, so that each of its steps is met many times


def run(folder: Path, disk: CountingDisk, changes: Sequence[Change]) -> int:
    """Change after change until the disk dies, closing now and then; how many were acknowledged."""
    done = 0
    with suppress(Cut):
        while done < len(changes):
            with opened(folder, disk=disk, fold_at=FOLD_AT) as store:
                for change in changes[done : done + 4]:
                    change(store)
                    done += 1
    for descriptor in list(disk.open_descriptors):
        disk.close(descriptor)
    return done


def steps_of_a_whole_run(folder: Path) -> int:
    disk = CountingDisk()
    assert run(folder, disk, week()) == len(week())
    return disk.steps


def finishes(folder: Path, done: int, expected: Sequence[dict[str, Any]]) -> None:
    """The store in `folder` stands where `done` changes lead, or one further, and the remaining ones can be made."""
    with opened(folder, fold_at=FOLD_AT) as store:
        assert store.notices == ()
        found = view(store)
        assert found in (expected[done], *expected[done + 1 : done + 2]), f"after {done} changes"
        done += found != expected[done]
        for change in week()[done:]:
            change(store)
        assert view(store) == expected[-1]
    with opened(folder) as store:
        assert view(store) == expected[-1]
        assert store.notices == ()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return views(tmp_path_factory.mktemp("expected"), week())


PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_step_loses_nothing_acknowledged(tmp_path: Path, expected: Any, part: int) -> None:
    steps = steps_of_a_whole_run(tmp_path / "whole")
    assert steps > 150
    for at in range(part, steps, PARTS):
        home = tmp_path / f"killed-{at}"
        done = run(home, CountingDisk(at), week())
        finishes(home, done, expected)
        shutil.rmtree(home)


@pytest.mark.parametrize("names_reached", [False, True], ids=["nothing unsynced", "names but not bytes"])
@pytest.mark.parametrize("part", range(PARTS))
def test_a_power_cut_at_any_step_loses_nothing_acknowledged(
    tmp_path: Path, expected: Any, part: int, names_reached: bool
) -> None:
    steps = steps_of_a_whole_run(tmp_path / "whole")
    # Every second step: each kind of step comes in a dozen folds, now on an even number and now on an odd one.
    for at in range(2 * part + names_reached, steps, 2 * PARTS):
        home, after = tmp_path / f"running-{at}", tmp_path / f"after-{at}"
        disk = PowerDisk(home, at)
        done = run(home, disk, week())
        disk.after_power_cut(after, names_reached=names_reached)
        finishes(after, done, expected)
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(after)


@pytest.mark.parametrize("times", [1, 7])
@pytest.mark.parametrize(
    ("number", "expected_error"),
    [(errno.ENOSPC, StoreFull), (errno.EROFS, StoreReadOnly), (errno.EIO, StoreError)],
    ids=["full", "read-only", "broken"],
)
def test_an_error_at_any_step_changes_nothing_or_goes_unnoticed(
    tmp_path: Path, expected: Any, number: int, expected_error: type[StoreError], times: int
) -> None:
    steps = steps_of_a_whole_run(tmp_path / "whole")
    for at in range(number % 4, steps, 4):
        home = tmp_path / f"failing-{at}"
        disk = CountingDisk(at, lambda: OSError(number, os.strerror(number)), times)
        store = open_at_last(home, disk, expected_error)
        for done, change in enumerate(week()):
            make_at_last(store, change, expected_error, expected[done])
        assert view(store) == expected[-1]
        store.close()
        with opened(home) as again:
            assert view(again) == expected[-1]
            assert again.notices == ()
        shutil.rmtree(home)


def open_at_last(home: Path, disk: CountingDisk, expected_error: type[StoreError]) -> LearnerStore:
    while True:
        try:
            return opened(home, disk=disk, fold_at=FOLD_AT)
        except expected_error:
            continue


def make_at_last(
    store: LearnerStore, change: Change, expected_error: type[StoreError], unchanged: dict[str, Any]
) -> None:
    """Repeat the change until the disk takes it, as a learner would; while it fails nothing may have changed."""
    while True:
        try:
            change(store)
        except expected_error:
            assert view(store) == unchanged
        else:
            return
