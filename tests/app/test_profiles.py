"""Several people on one laptop, without a window: whose data lie where, and that nobody meets another's."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.app.profiles import FOLDER, LIST, Profiles
from desktop.app.workspace import Workspace, open_workspace
from desktop.model.errors import StoreFull, StoreLocked
from desktop.model.learner import Settings
from desktop.model.person import Person
from desktop.store.disk import Disk
from desktop.store.peeking import whose
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all
from tests.store.disks import CountingDisk, Cut
from tests.store.scene import annotation, view

ROOT = Path(__file__).resolve().parents[2]


def seat(place: Place, folder: Path) -> Workspace:
    """The workspace of the person in that folder."""
    return open_workspace(
        folder,
        base=place.home,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(str(folder)),
    )


def join(place: Place, name: str) -> Path:
    """Somebody new says a name and leaves."""
    profiles = Profiles(place.home)
    folder = place.home if not profiles.everyone() else profiles.new_folder(random.Random(len(profiles.everyone())))
    with seat(place, folder) as workspace:
        workspace.people.set_up(name, Settings())
        profiles.remember(folder, name)
    return folder


def names(place: Place) -> list[str]:
    return [one.name for one in Profiles(place.home).everyone()]


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_person_alone_needs_no_list(place: Place) -> None:
    join(place, "Jana Ortmann")
    profiles = Profiles(place.home)
    assert names(place) == ["Jana Ortmann"]
    assert profiles.last() == place.home
    assert profiles.others(place.home) == ()
    assert not (place.home / LIST).exists()
    assert not (place.home / FOLDER).exists()


def test_everyone_is_listed_and_the_last_one_is_known(place: Place) -> None:
    jana, ali, mia = (join(place, name) for name in ("Jana", "Ali", "Mia \ud83d"))
    profiles = Profiles(place.home)
    assert profiles.everyone() == (Person("Jana", jana), Person("Ali", ali), Person("Mia \ud83d", mia))
    assert profiles.last() == mia
    assert {one.name for one in profiles.others(ali)} == {"Jana", "Mia \ud83d"}
    profiles.remember(ali, "Ali Kaya")
    assert profiles.last() == ali
    assert names(place) == ["Jana", "Ali Kaya", "Mia \ud83d"]
    assert profiles.everyone(Person("Jana Ortmann", jana))[0].name == "Jana Ortmann", "who is here is told as they are"
    assert profiles.everyone(Person("", mia)) == (Person("Jana", jana), Person("Ali Kaya", ali))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"klartext": "people", "format": 2, "last": "", "people": []}',
        "\x00" * 99,
        "[" * 100_000,
    ],
)
def test_a_broken_list_is_read_anew_from_the_folders(place: Place, text: str) -> None:
    jana, ali = join(place, "Jana"), join(place, "Ali")
    (place.home / LIST).write_text(text, encoding="utf-8")
    profiles = Profiles(place.home)
    assert profiles.last() == jana
    assert profiles.everyone() == (Person("Jana", jana), Person("Ali", ali))
    profiles.remember(ali, "Ali")
    assert json.loads((place.home / LIST).read_text("ascii"))["last"] == ali.name
    (place.home / LIST).unlink()
    assert names(place) == ["Jana", "Ali"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(["people", "..", "/etc", "abcd"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["klartext", "format", "last", "people", "id", "name"]), inner, max_size=6)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(last=JSON, people=JSON)
def test_whatever_stands_in_the_list_leads_to_no_other_folder(place: Place, last: object, people: object) -> None:
    place.home.mkdir(exist_ok=True)
    document = {"klartext": "people", "format": 1, "last": last, "people": people}
    (place.home / LIST).write_text(json.dumps(document), encoding="ascii")
    profiles = Profiles(place.home)
    for folder in (profiles.last(), *(one.folder for one in profiles.everyone())):
        assert folder == place.home or folder.parent == place.home / FOLDER


def test_a_name_in_the_list_without_a_folder_is_nobody(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali")
    shutil.rmtree(ali)
    profiles = Profiles(place.home)
    assert names(place) == ["Jana"]
    assert profiles.last() == place.home


def test_a_kill_after_any_step_of_adding_loses_nobody(place: Place) -> None:
    """Folder made, opened, named, listed: whoever has said a name is found, nobody else is."""
    join(place, "Jana")
    steps = 0
    while True:
        home = place.root / f"killed-{steps}"
        shutil.copytree(place.home, home)
        disk = CountingDisk(steps)
        said = False
        profiles = Profiles(home, disk)
        try:
            folder = profiles.new_folder(random.Random(1))
            from desktop.store.learner_store import LearnerStore

            with LearnerStore.open(folder, clock=place.clock, disk=disk) as store:
                from desktop.app.people import People

                People(store).set_up("Ali", Settings())
                said = True
            profiles.remember(folder, "Ali")
        except Cut:
            pass
        for descriptor in list(disk.open_descriptors):
            disk.close(descriptor)
        found = [one.name for one in Profiles(home).everyone()]
        assert found in ([["Jana", "Ali"]] if said else [["Jana"], ["Jana", "Ali"]]), steps
        assert Profiles(home).last() in (home, folder)
        if not disk.dead:
            assert Profiles(home).last() == folder
            break
        # What was begun and left is cleared away by the next who comes.
        fresh = Profiles(home).new_folder(random.Random(2))
        assert not fresh.exists()
        left = list((home / FOLDER).iterdir()) if (home / FOLDER).is_dir() else []
        assert len(left) == len(found) - 1, steps
        steps += 1
    assert steps > 10


def test_a_disk_that_takes_nothing_is_no_reason_to_stop(place: Place) -> None:
    import errno
    import os

    jana, ali = join(place, "Jana"), join(place, "Ali")

    def full() -> OSError:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Profiles(place.home, CountingDisk(0, full, times=99)).remember(jana, "Jana Ortmann")
    assert Profiles(place.home).last() == ali, "not noted, and nothing is broken"
    with pytest.raises(StoreFull), Profiles(place.home, CountingDisk(0, full, times=99)).forgetting(ali):
        raise AssertionError("nothing may be deleted while the name stays")


def test_deleting_that_fails_puts_the_name_back(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali")
    with suppress(StoreFull), Profiles(place.home).forgetting(ali):
        assert names(place) == ["Jana", "Ali"], "his folder still tells his name"
        assert b"Ali" not in (place.home / LIST).read_bytes()
        raise StoreFull
    assert b"Ali" in (place.home / LIST).read_bytes()
    assert Profiles(place.home).last() == ali


# --- nobody meets another's data ---


def lived(workspace: Workspace, mark: str) -> None:
    read_all(workspace)
    passed(workspace)
    workspace.certificates.issue(COURSE, "de")
    store = workspace._store
    store.save_annotation(annotation(1, id=mark, course_id=COURSE, lesson_id="wagen", words=f"geheim von {mark}"))
    workspace.my_data.back_up_if_due()


def test_two_people_keep_everything_apart(place: Place) -> None:
    jana, ali = join(place, "Jana Ortmann"), join(place, "Ali Kaya")
    with seat(place, jana) as hers:
        lived(hers, "jana")
        before = view(hers._store)
    with seat(place, ali) as his:
        assert his.people.learner().name == "Ali Kaya"  # type: ignore[union-attr]
        assert his.study.progress(COURSE, "wagen").read is False
        assert his.certificates.all() == ()
        assert {one.figures.answers for one in his.my_data.backups()} <= {0}
        kept = his.my_data.summary("de")
        assert (kept.courses, kept.figures.answers, kept.figures.notes) == ((), 0, 0)
        assert his.search.find("geheim von jana", "de") == ()
        exported = his.my_data.export(place.root / "ali.zip", "de")
        lived(his, "ali")
        fingerprints = his.certificates.fingerprint()
    import zipfile

    with zipfile.ZipFile(exported) as archive:
        assert all(b"Jana" not in archive.read(name) for name in archive.namelist())
    with seat(place, jana) as hers:
        assert view(hers._store) == before
        assert hers.certificates.fingerprint() != fingerprints, "each has a key of their own"
        kept = hers.my_data.summary("de")
        assert kept.size < sum(len(data) for data in files(place.home).values()), "his are not counted as hers"
        exported = hers.my_data.export(place.root / "jana.zip", "de")
    with zipfile.ZipFile(exported) as archive:
        assert all(b"Kaya" not in archive.read(name) for name in archive.namelist())


def test_both_may_be_at_it_at_the_same_time(place: Place) -> None:
    jana, ali = join(place, "Jana"), join(place, "Ali")
    with seat(place, jana) as hers, seat(place, ali) as his:
        hers.study.mark_read(COURSE, "wagen")
        his.people.rename("Ali Kaya", "")
        his.profiles.remember(ali, "Ali Kaya")
        hers.profiles.remember(jana, "Jana Ortmann")
        for folder in (jana, ali):
            with pytest.raises(StoreLocked):
                seat(place, folder)
        hers.profiles.clear_if_empty(ali)
    assert names(place) == ["Jana Ortmann", "Ali Kaya"]
    assert whose(ali) == "Ali Kaya"


def test_someone_at_their_first_start_is_not_swept_away(place: Place) -> None:
    join(place, "Jana")
    profiles = Profiles(place.home)
    with seat(place, profiles.new_folder(random.Random(5))) as new:
        profiles.new_folder(random.Random(6))
        new.people.set_up("Mia", Settings())
    assert names(place) == ["Jana", "Mia"]


@pytest.mark.parametrize("first", [True, False], ids=["the first", "the second"])
def test_deleting_everything_of_one_touches_no_byte_of_the_other(place: Place, first: bool) -> None:
    jana, ali = join(place, "Jana Ortmann"), join(place, "Ali Kaya")
    for folder, mark in ((jana, "jana"), (ali, "ali")):
        with seat(place, folder) as workspace:
            lived(workspace, mark)
    gone, stays, name = (jana, ali, b"Jana") if first else (ali, jana, b"Ali")
    inside = files(ali) if first else {path: data for path, data in files(jana).items() if FOLDER not in path.parts}
    with seat(place, gone) as workspace:
        workspace.my_data.delete_all()
        workspace.profiles.remember(gone, "")
    Profiles(place.home).clear_if_empty(gone)
    now = files(place.home)
    for path, data in inside.items():
        if path.name != LIST and "cache" not in path.parts:
            assert now[path] == data
    assert not [path for path, data in now.items() if name in data or (b"jana" if first else b"geheim von ali") in data]
    assert gone.exists() is first
    assert [one.folder for one in Profiles(place.home).everyone()] == [stays]
    assert Profiles(place.home).last() == stays


def test_a_broken_list_holds_no_trace_after_deleting_either(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali Kaya")
    (place.home / LIST).write_text('{"Ali Kaya', encoding="utf-8")
    with seat(place, ali) as workspace:
        workspace.my_data.delete_all()
    assert b"Kaya" not in (place.home / LIST).read_bytes()


def test_a_damaged_folder_is_listed_without_a_name_and_never_cleared_away(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali")
    for path in ali.glob("journal*"):
        path.unlink()
    (ali / "state.json").write_bytes(b"rubbish")
    (ali / "state.previous.json").unlink(missing_ok=True)
    (place.home / LIST).unlink()
    assert names(place) == ["Jana", ""]
    Profiles(place.home).clear_if_empty(ali)
    Profiles(place.home).new_folder(random.Random(1))
    assert (ali / "state.json").read_bytes() == b"rubbish"


def test_the_first_person_s_folder_is_never_removed(place: Place) -> None:
    with place.open():
        pass
    (place.home / "org.toml").write_text("", encoding="utf-8")
    Profiles(place.home).clear_if_empty(place.home)
    assert (place.home / "org.toml").exists()


def test_what_is_not_about_a_person_serves_all(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali")
    (place.home / "courses").mkdir()
    for file in place.courses.iterdir():
        shutil.copytree(file, place.home / "courses" / file.name) if file.is_dir() else shutil.copy(
            file, place.home / "courses"
        )
    with open_workspace(
        ali, base=place.home, course_folders=(), quiz_folders=(place.quizzes,), assets=ASSETS, clock=place.clock,
        rng=random.Random(1),
    ) as workspace:  # fmt: skip
        assert [outline.id for outline in workspace.library.outlines("de")] == [COURSE]
    assert not (ali / "cache").exists()


def test_asking_who_is_here_imports_nothing_and_costs_nothing_alone(place: Place) -> None:
    join(place, "Jana")
    code = """
import sys
from pathlib import Path
from desktop.app.profiles import Profiles
people = Profiles(Path(sys.argv[1]))
people.last(), people.others(people.base)
print("json" in sys.modules, "desktop.store.peeking" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, str(place.home)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["False", "False"], done.stderr
    began = time.perf_counter()
    for _ in range(100):
        Profiles(place.home).last()
    assert (time.perf_counter() - began) / 100 < 0.002


def test_the_list_is_written_whole_or_not_at_all(place: Place) -> None:
    join(place, "Jana")
    ali = join(place, "Ali")
    before = (place.home / LIST).read_bytes()
    for at in range(20):
        disk = CountingDisk(at)
        try:
            Profiles(place.home, disk).remember(ali, "Ali Kaya")
        except Cut:
            assert Profiles(place.home).everyone()[1].name in ("Ali", "Ali Kaya")
            for descriptor in list(disk.open_descriptors):
                disk.close(descriptor)
            (place.home / LIST).write_bytes(before)
            continue
        break
    else:
        raise AssertionError("never came to an end")
    assert isinstance(Profiles(place.home)._disk, Disk)
    assert names(place) == ["Jana", "Ali Kaya"]
