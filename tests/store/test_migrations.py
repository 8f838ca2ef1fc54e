"""Older data are upgraded wherever they lie, newer data are left alone."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.model.errors import StoreFull, StoreNewer
from desktop.model.learner import Learner
from desktop.store.disk import Disk
from desktop.store.documents import from_attempt
from desktop.store.learner_store import LearnerStore
from desktop.store.migrations import MIGRATIONS, Migration
from desktop.store.tables import Raw
from tests.store import scene
from tests.store.disks import CountingDisk
from tests.store.scene import QUIZZES, START, answer, attempt, codes, outcome, view, week

Document = dict[str, Any]


def opened(folder: Path, migrations: tuple[Migration, ...] = (), disk: Disk | None = None) -> LearnerStore:
    """A store of schema 1, or of the schema to which `migrations` lead; what is shipped has its own test below."""
    return scene.opened(folder, migrations=migrations, disk=disk)


def shout(document: Document) -> Document:
    """The synthetic change of the format: from schema 2 on, names are in capitals and answers hold "v2"."""
    return {**document, "name": document["name"].upper()}


def mark(answers: dict[str, Document]) -> dict[str, Document]:
    return {item_id: {**one, "response": [*one["response"], "v2"]} for item_id, one in answers.items()}


def tables(raw: Raw) -> Raw:
    for document in raw.get("learner", {}).values():
        document.update(shout(document))
    for document in raw.get("attempts", {}).values():
        document["answers"] = mark(document["answers"])
    return raw


def record(one: Document) -> Document:
    if one["op"] == "learner":
        return {**one, "doc": shout(one["doc"])}
    if one["op"] == "answer":
        return {**one, "answer": mark({"": one["answer"]})[""]}
    return one


def history(line: Document) -> Document:
    if line["kind"] == "attempt":
        return {**line, "doc": {**line["doc"], "answers": mark(line["doc"]["answers"])}}
    return line


STEP = Migration(tables, record, history)


def old_home(folder: Path, *, killed: bool) -> Path:
    """A home of schema 1 with something in history, state and journal; `killed`: with the journal unfolded."""
    home = folder / "home"
    with opened(home) as store:
        store.save_learner(Learner("ada"))
        store.start_attempt(attempt(1))
        store.record_answer("a1", answer("i0", 1), 1)
        store.finish_attempt("a1", outcome(), START)
        store.start_attempt(attempt(2))
        store.record_answer("a2", answer("i0", 2), 1)
    store = opened(home)
    store.record_answer("a2", answer("i1", 3), 2)
    store.start_attempt(attempt(3, QUIZZES[1]))
    store.record_answer("a3", answer("i0", 4), 1)
    store.finish_attempt("a3", outcome(), START)
    if not killed:
        store.close()
        return home
    shutil.copytree(home, folder / "killed")
    store.close()
    return folder / "killed"


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_state_journal_and_history_are_upgraded(tmp_path: Path, killed: bool) -> None:
    home = old_home(tmp_path, killed=killed)
    with opened(home, migrations=(STEP,)) as store:
        assert [(one.code, one.data["from"], one.data["to"]) for one in store.notices] == [("store-migrated", "1", "2")]
        assert store.learner() == Learner("ADA")
        running = store.open_attempt(QUIZZES[0])
        assert running is not None
        responses = [one.response for one in running.answers.values()]
        for quiz_id in QUIZZES:
            responses += [a.response for one in store.attempts(quiz_id) for a in one.answers.values()]
        assert responses == [("1", "v2")] * 4
        store.record_answer("a2", answer("i2", 5), 3)
        store.finish_attempt("a2", outcome(), START)
        expected = view(store)
    with opened(home, migrations=(STEP,)) as store:
        assert codes(store) == []
        assert view(store) == expected
        finished = store.attempts(QUIZZES[0])[-1]
        assert finished.answers["i2"].response == ("1",)  # written by schema 2, so not changed again


def test_a_home_that_never_folded_is_upgraded(tmp_path: Path) -> None:
    store = opened(tmp_path / "running")
    store.save_learner(Learner("ada"))
    shutil.copytree(tmp_path / "running", tmp_path / "killed")
    store.close()
    with opened(tmp_path / "killed", migrations=(STEP,)) as again:
        assert again.learner() == Learner("ADA")
        assert codes(again) == ["store-migrated"]
        again.save_learner(Learner("new"))
    with opened(tmp_path / "killed", migrations=(STEP,)) as again:
        assert again.learner() == Learner("new")


def test_a_damaged_state_after_an_upgrade_falls_back_to_the_old_schema(tmp_path: Path) -> None:
    home = old_home(tmp_path, killed=False)
    with opened(home, migrations=(STEP,)) as store:
        expected = view(store)
    (home / "state.json").write_bytes(b"")
    with opened(home, migrations=(STEP,)) as store:
        assert "store-fell-back" in codes(store)
        assert view(store) == expected


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_data_of_a_newer_version_are_left_alone(tmp_path: Path, killed: bool) -> None:
    home = tmp_path / "home"
    store = opened(home, migrations=(STEP,))
    for change in week():
        change(store)
    if killed:  # the newer schema is known from the journal alone
        shutil.copytree(home, tmp_path / "killed")
    store.close()
    home = tmp_path / "killed" if killed else home
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for _ in range(2):
        with pytest.raises(StoreNewer) as caught:
            opened(home)
        assert caught.value.data == {"folder": str(home), "found": "2", "known": "1"}
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_home_of_the_first_schema_opens_in_this_version_and_not_the_other_way_round(tmp_path: Path) -> None:
    home = old_home(tmp_path, killed=False)
    with opened(home) as store:
        before = view(store)
    with scene.opened(home) as store:
        assert [(one.code, one.data["to"]) for one in store.notices] == [("store-migrated", str(1 + len(MIGRATIONS)))]
        assert view(store) == before
        assert store.simulations() == {}
        assert store.assessment_runs() == ()
    with pytest.raises(StoreNewer):
        opened(home)


def test_a_home_of_the_second_schema_keeps_all_it_had_and_takes_the_new(tmp_path: Path) -> None:
    """Written as version 2 wrote it: no role, no hints, no cards anywhere."""
    home = tmp_path / "home"
    store = scene.opened(home, migrations=MIGRATIONS[:1])
    store._keeper.commit({"op": "learner", "doc": {"name": "Ada", "personnel_ref": "P-1"}})
    document = {name: value for name, value in from_attempt(attempt(1)).items() if name != "hints"}
    store._keeper.commit({"op": "attempt", "doc": document})
    store.record_answer("a1", answer("i0", 1), 1)
    shutil.copytree(home, tmp_path / "killed")
    store.close()
    for folder in (home, tmp_path / "killed"):
        with scene.opened(folder) as again:
            assert codes(again) == ["store-migrated"]
            assert again.learner() == Learner("Ada", "P-1", "")
            running = again.open_attempt(QUIZZES[0])
            assert running is not None
            assert (running.hints, list(running.answers)) == (frozenset(), ["i0"])
            assert (again.annotations(), again.cards()) == ((), ())
            again.record_hint("a1", "i1")
            again.save_annotation(scene.annotation(1))
            again.record_refresher(scene.card("i0"), answer("i0", 2))
        with scene.opened(folder) as again:
            running = again.open_attempt(QUIZZES[0])
            assert running is not None
            assert running.hints == {"i1"}
            assert (again.annotations(), again.cards()) == ((scene.annotation(1),), (scene.card("i0"),))
        with pytest.raises(StoreNewer):
            scene.opened(folder, migrations=MIGRATIONS[:1])


def until_there_is_room(what: Callable[[], Any]) -> Any:
    while True:
        try:
            return what()
        except StoreFull:
            continue


def test_a_disk_that_fills_up_while_upgrading_mixes_no_schemas(tmp_path: Path) -> None:
    """Whatever step fails, an answer given afterwards is not taken for one of the old schema at the next start."""
    old = old_home(tmp_path, killed=True)
    for at in range(40):
        home = tmp_path / f"full-{at}"
        shutil.copytree(old, home)
        disk = CountingDisk(at, lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), times=4)
        store = until_there_is_room(lambda home=home, disk=disk: opened(home, migrations=(STEP,), disk=disk))
        until_there_is_room(lambda store=store: store.save_learner(Learner("new")))
        shutil.copytree(home, tmp_path / "killed again")
        store.close()
        with opened(tmp_path / "killed again", migrations=(STEP,)) as again:
            assert again.learner() == Learner("new")
            running = again.open_attempt(QUIZZES[0])
            assert running is not None
            assert [one.response for one in running.answers.values()] == [("1", "v2")] * 2
        shutil.rmtree(tmp_path / "killed again")


def test_a_journal_with_a_damaged_header_follows_the_schema_of_its_state(tmp_path: Path) -> None:
    home = old_home(tmp_path, killed=False)
    store = opened(home, migrations=(STEP,))
    store.save_learner(Learner("new"))
    shutil.copytree(home, tmp_path / "killed")
    store.close()
    path = max((tmp_path / "killed").glob("journal-*.jsonl"))
    path.write_bytes(b"?" + path.read_bytes()[1:])
    with opened(tmp_path / "killed", migrations=(STEP,)) as again:
        assert again.learner() == Learner("new")
