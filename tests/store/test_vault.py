"""All that is kept at once: deleted so that no byte of it is left, backed up, restored, and exchanged under fire."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.model.errors import StoreError, StoreFull
from desktop.model.learner import Learner
from desktop.model.my_data import BackupKind
from desktop.store.dump import Dump
from desktop.store.learner_store import LearnerStore
from tests.store.disks import CountingDisk, Cut
from tests.store.scene import START, answer, attempt, certificate, lesson, opened, outcome, proof, view, week

Act = Callable[[LearnerStore], Any]


def filled(folder: Path, **more: Any) -> LearnerStore:
    """A store after a week, folded once and with a journal after that, and a second course in it."""
    store = opened(folder, **more)
    for change in week():
        change(store)
    other = replace(attempt(9, "reise"), course_id="reisen")
    store.start_attempt(other)
    store.record_answer("a9", answer("i0", 11), 1)
    store.save_lesson_progress(replace(lesson("koffer"), course_id="reisen", position=0.5))
    store.record_check("reisen", "koffer", answer("w7", 12))
    return store


def bytes_below(folder: Path) -> bytes:
    """Everything a person could find there, names and unpacked backups included."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(path.name.encode())
        if path.is_file():
            data = path.read_bytes()
            found.append(gzip.decompress(data) if path.suffix == ".gz" else data)
    return b"\n".join(found)


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


# --- deleting ---


def test_after_delete_all_no_file_holds_a_trace(tmp_path: Path) -> None:
    store = filled(tmp_path, fold_at=700)
    store.vault.back_up_if_due()
    for name, text in (("error-report.txt", "Müßig"), ("state.damaged.json", "Müßig"), ("keys/device.pem", "PRIVATE")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "damaged-2026").mkdir()
    (tmp_path / "damaged-2026" / "state.json").write_text("vertraulichkeit", encoding="utf-8")
    (tmp_path / "courses").mkdir()
    (tmp_path / "courses" / "own.md").write_text("a company's own course", encoding="utf-8")
    before = bytes_below(tmp_path)
    traces = [
        b"M\xc3\xbc\xc3\x9fig",
        b"vertraulichkeit",
        b"reisen",
        b"w7",
        b"a9",
        b"PRIVATE",
        b"%PDF",
        b"2026-11-22T08",
    ]
    assert all(trace in before for trace in traces)
    store.vault.delete_all()
    assert store.learner() is None
    assert view(store)["history"] == []
    store.close()
    after = bytes_below(tmp_path)
    assert not [trace for trace in traces if trace in after]
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(("journal", "state"))) == [
        "courses",
        "lock",
    ]


def test_after_delete_all_one_can_begin_anew(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        store.vault.delete_all()
        store.save_learner(Learner("Neu"))
        store.record_check("c", "l", answer("i", 1))
    with opened(tmp_path) as again:
        assert again.learner() == Learner("Neu")
        assert len(list(again.history())) == 1
        assert again.notices == ()


def test_a_deleted_course_is_gone_from_every_file_and_the_other_is_whole(tmp_path: Path) -> None:
    with filled(tmp_path, fold_at=700) as store:
        store.vault.back_up_if_due()
        before = view(store)
        store.vault.delete_course("vertraulichkeit", ("zertifikat-1.pdf",))
        after = view(store)
        assert after["learner"] == before["learner"]
        assert after["lessons"] == {"reisen": before["lessons"]["reisen"]}
        assert after["certificates"] == ()
        assert store.open_attempt("reise") is not None
        assert [given for given in before["history"] if "reisen" in given] == after["history"]
        assert store.vault.backups()[0].figures.courses == 1
    found = bytes_below(tmp_path)
    assert b"reisen" in found
    for trace in (b"vertraulichkeit", b"experten-chat", b"zertifikat-1", b"k-1"):
        assert trace not in found


def test_what_is_forgotten_is_forgotten_by_the_backups_too(tmp_path: Path) -> None:
    from desktop.model.scenario import SimulationRun

    with filled(tmp_path) as store:
        store.save_simulation(SimulationRun(scenario_id="shitstorm-eins", started=START, touched=START))
        store.vault.back_up_if_due()
        assert b"shitstorm-eins" in bytes_below(tmp_path)
        store.delete_simulation("shitstorm-eins")
    assert b"shitstorm-eins" not in bytes_below(tmp_path / "backups")


# --- exchanging ---


def test_a_store_brought_into_an_empty_one_says_the_same(tmp_path: Path) -> None:
    with filled(tmp_path / "old") as store, opened(tmp_path / "new") as empty:
        empty.vault.merge(store.vault.dump(), {"k-1": b"%PDF-1.7 whole"})
        assert view(empty) == view(store)
        assert (empty.certificates_folder / "zertifikat-1.pdf").read_bytes() == b"%PDF-1.7 whole"
        expected = view(store)
    with opened(tmp_path / "new") as again:
        assert view(again) == expected
        assert again.notices == ()
        again.record_answer("a3", answer("i1", 20), 2)  # and life goes on
    with opened(tmp_path / "new") as third:
        there = third.open_attempt("mail")
        assert there is not None
        assert set(there.answers) == {"i2", "i1"}


def acts(folder: Path) -> dict[str, Act]:
    theirs = Dump({"learner": ({"name": "Zwei", "personnel_ref": ""},)}, ())
    return {
        "merge": lambda s: s.vault.merge(theirs_of(folder), {"k-2": b"%PDF-1.7 new"}),
        "restore": lambda s: s.vault.restore(s.vault.backups()[-1].name),
        "delete a course": lambda s: s.vault.delete_course("vertraulichkeit", ("zertifikat-1.pdf",)),
        "delete all": lambda s: s.vault.delete_all(),
        "merge little": lambda s: s.vault.merge(theirs, {}),
    }


def theirs_of(folder: Path) -> Dump:
    with opened(folder / "theirs") as other:
        if not list(other.history()):
            other.start_attempt(attempt(20))
            other.record_answer("a20", answer("i0", 30), 1)
            other.finish_attempt("a20", outcome(), START, proof(20))
            other.add_certificate(certificate(2))
            other.record_check("vertraulichkeit", "grenze", answer("w1", 31))
        return other.vault.dump()


def prepared(folder: Path) -> Path:
    """A home with a backup of an earlier state."""
    with opened(folder, fold_at=700) as store:
        for change in week()[:6]:
            change(store)
        store.vault.back_up_if_due()
    filled_again = opened(folder, fold_at=700)
    for change in week()[6:]:
        change(filled_again)
    filled_again.close()
    return folder


def interrupted(home: Path, act: Act, disk: CountingDisk) -> None:
    with suppress(Cut), opened(home, disk=disk) as store:
        act(store)
    for descriptor in list(disk.open_descriptors):
        disk.close(descriptor)


@pytest.mark.parametrize("name", ["merge", "restore", "delete a course", "delete all"])
def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, name: str) -> None:
    act, start = acts(tmp_path)[name], prepared(tmp_path / "start")
    with opened(start) as store:
        old = view(store)
    whole = shutil.copytree(start, tmp_path / "whole")
    counting = CountingDisk()
    with opened(whole, disk=counting) as store:
        act(store)
        new = view(store)
    assert new != old
    seen = {"old": 0, "new": 0}
    for at in range(counting.steps):
        home = shutil.copytree(start, tmp_path / f"killed-{at}")
        interrupted(home, act, CountingDisk(at))
        with opened(home) as again:
            found = view(again)
            assert found in (old, new), f"step {at}"
            assert again.notices == ()
            seen["old" if found == old else "new"] += 1
        assert not [path.name for path in home.iterdir() if path.name.startswith("incoming")]
        if found == new and name.startswith("delete"):
            assert b"zertifikat-1" not in bytes_below(home)
        shutil.rmtree(home)
    assert min(seen.values()) > 3


@pytest.mark.parametrize("name", ["merge", "restore", "delete a course"])
def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path, name: str) -> None:
    act, start = acts(tmp_path)[name], prepared(tmp_path / "start")
    counting = CountingDisk()
    with opened(shutil.copytree(start, tmp_path / "whole"), disk=counting) as store:
        before = counting.steps
        act(store)
        writes = counting.steps - before
    refused = 0
    for at in range(0, writes, 3):
        home = shutil.copytree(start, tmp_path / f"full-{at}")
        disk = CountingDisk(None, lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 10_000)
        store = opened(home, disk=disk)
        old = view(store)
        disk.at = disk.steps + at
        with suppress(StoreError):
            act(store)
        disk.at = None
        with suppress(StoreError):
            if view(store) == old:
                refused += 1
                store.save_learner(Learner("Geht weiter"))
        store.close()
        with opened(home) as again:
            assert again.learner() is not None
        shutil.rmtree(home)
    assert refused > 3


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    disk = CountingDisk(None, lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 10_000)
    with filled(tmp_path, disk=disk) as store:
        disk.at = disk.steps
        with pytest.raises(StoreFull):
            store.vault.merge(Dump({}, ()), {})
        disk.at = None


# --- backups ---


def test_a_day_has_one_backup_and_old_ones_go(tmp_path: Path) -> None:
    clock = Clock()
    with LearnerStore.open(tmp_path, clock=clock) as store:
        assert store.vault.back_up_if_due() is None, "there is nothing to keep yet"
        store.save_learner(Learner("Jörg"))
        for day in range(60):
            clock.now = START + timedelta(days=day)
            made = store.vault.back_up_if_due()
            assert made is not None
            assert made.kind is BackupKind.DAILY
            clock.now += timedelta(hours=3)
            assert store.vault.back_up_if_due() is None
        kept = [backup.made.date() for backup in store.vault.backups()]
    newest = (START + timedelta(days=59)).date()
    assert kept[:7] == [newest - timedelta(days=n) for n in range(7)]
    weeks = {day.isocalendar()[:2] for day in kept}
    assert len(weeks) == 4
    assert len(kept) <= 7 + 4


def test_a_clock_set_back_does_not_stop_the_backups(tmp_path: Path) -> None:
    clock = Clock()
    with LearnerStore.open(tmp_path, clock=clock) as store:
        store.save_learner(Learner("Jörg"))
        store.vault.back_up_if_due()
        clock.now -= timedelta(days=365)
        assert store.vault.back_up_if_due() is not None


def test_restoring_is_undone_by_restoring(tmp_path: Path) -> None:
    with opened(prepared(tmp_path)) as store:
        now = view(store)
        (then,) = store.vault.backups()
        before = store.vault.restore(then.name)
        assert before.kind is BackupKind.BEFORE_RESTORE
        assert view(store) != now
        assert then.figures.answers == len(view(store)["history"])
        store.vault.restore(before.name)
        assert view(store) == now
        assert store.notices == ()


@pytest.mark.parametrize("harm", ["cut", "flipped", "other", "gone"])
def test_a_damaged_backup_changes_nothing(tmp_path: Path, harm: str) -> None:
    with opened(prepared(tmp_path)) as store:
        (backup,) = store.vault.backups()
        path = tmp_path / "backups" / backup.name
        data = path.read_bytes()
        changed = {
            "cut": data[:-20],
            "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:],
            "other": gzip.compress(b"{}\n[]"),
        }
        path.unlink() if harm == "gone" else path.write_bytes(changed[harm])
        now = view(store)
        with pytest.raises(StoreError) as caught:
            store.vault.restore(backup.name)
        assert caught.value.code == "store-backup-unreadable"
        assert view(store) == now
