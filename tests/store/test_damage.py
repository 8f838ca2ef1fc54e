"""Damaged files: the state falls back, the journal gives what still verifies, and everything is said."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.model.errors import StoreDamaged, StoreReadOnly
from desktop.model.learner import Learner
from desktop.store.learner_store import LearnerStore
from tests.store.scene import QUIZZES, answer, clock, codes, opened, view, views, week


def flipped(data: bytes, at: int = -1, bit: int = 0) -> bytes:
    at = len(data) // 2 if at < 0 else at
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "one bit": flipped,
    "first byte": lambda data: flipped(data, 0),
    "last byte": lambda data: flipped(data, len(data) - 1),
    "half": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "one byte more": lambda data: data + b" ",
    "empty": lambda data: b"",
    "zeros": lambda data: bytes(len(data)),
    "garbage": lambda data: random.Random(7).randbytes(len(data)),
    "brackets": lambda data: b"[" * 100_000,
    "a digit": lambda data: data.replace(b'"text_scale": 150', b'"text_scale": 151'),
    "another program's": lambda data: b'{"_default": {"1": {"x": 1}}}',
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A week, folded several times, so that state, previous state and two journals are there."""
    home = tmp_path / "home"
    for start in range(0, len(week()), 13):
        with opened(home) as store:
            for change in week()[start : start + 13]:
                change(store)
    assert {path.name for path in home.glob("state*.json")} == {"state.json", "state.previous.json"}
    return home


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, object]:
    return views(tmp_path / "expected", week())[-1]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_state_falls_back_and_loses_nothing(
    home: Path, expected: object, damage: Callable[[bytes], bytes]
) -> None:
    state = home / "state.json"
    damaged = damage(state.read_bytes())
    state.write_bytes(damaged)
    with opened(home) as store:
        assert view(store) == expected
        assert codes(store) == ["store-fell-back"]
        store.save_learner(Learner("Ada"))
    assert (home / "state.damaged.json").read_bytes() == damaged  # for whoever wants to know what happened
    with opened(home) as store:
        assert store.learner() == Learner("Ada")
        assert codes(store) == []


def test_a_missing_state_falls_back_and_says_so(home: Path, expected: object) -> None:
    (home / "state.json").unlink()
    with opened(home) as store:
        assert view(store) == expected
        assert codes(store) == ["store-fell-back"]


def test_a_damaged_state_after_a_kill_loses_nothing(home: Path, tmp_path: Path) -> None:
    """The fallback is brought up to date by two journals: that of the previous state and that of the damaged one."""
    running = opened(home)
    running.save_learner(Learner("Ada"))
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    expected = view(running)
    running.close()
    (copy / "state.json").write_bytes(b"")
    with opened(copy) as store:
        assert view(store) == expected
        assert codes(store) == ["store-fell-back"]


def test_a_damaged_previous_state_is_nobodys_concern(home: Path, expected: object) -> None:
    (home / "state.previous.json").write_bytes(b"{")
    with opened(home) as store:
        assert view(store) == expected
        assert codes(store) == []


def test_the_first_state_damaged_is_rebuilt_from_the_beginning(tmp_path: Path) -> None:
    expected = views(tmp_path, week())[-1]
    assert not (tmp_path / "state.previous.json").exists()
    (tmp_path / "state.json").write_bytes(b"")
    with opened(tmp_path) as store:
        assert view(store) == expected
        assert codes(store) == ["store-fell-back"]


def test_both_states_damaged_is_an_error_that_changes_nothing(home: Path) -> None:
    for name in ("state.json", "state.previous.json"):
        (home / name).write_bytes(b"garbage")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for _ in range(2):  # and the lock is given back
        with pytest.raises(StoreDamaged):
            opened(home)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_rescue_brings_back_what_journals_and_history_hold(home: Path, expected: dict[str, object]) -> None:
    for name in ("state.json", "state.previous.json"):
        (home / name).write_bytes(b"garbage")
    with LearnerStore.rescue(home, clock=clock) as store:
        found = view(store)
        for what in ("finished", "counts", "last", "certificates"):
            assert found[what] == expected[what]
        assert set(store.passes()) == {"vertraulichkeit"}
        assert codes(store) == ["store-rescued"]
        aside = home / store.notices[0].data["aside"]
        assert (aside / "state.json").read_bytes() == b"garbage"
        store.record_check("c", "l", answer("w", 1))
        store.record_check("c", "l", answer("w", 2))
        after = view(store)
    with opened(home) as store:
        assert view(store) == after
        assert codes(store) == []


def test_a_folder_where_the_state_should_be_is_damage(tmp_path: Path) -> None:
    (tmp_path / "state.json").mkdir()
    with pytest.raises(StoreDamaged):
        opened(tmp_path)


# --- the journal ---


def journal_of(changes: int, folder: Path) -> Path:
    """A home with everything in one journal, as a kill leaves it."""
    folder.mkdir()
    store = opened(folder / "running", fold_at=1 << 30)
    for number in range(changes):
        store.record_check("c", "l", answer(f"w{number}", number))
    home = folder / "killed"
    home.mkdir()
    shutil.copy(folder / "running" / "journal-000000.jsonl", home)
    store.close()
    return home


CHANGES = 12


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    home = journal_of(CHANGES, tmp_path_factory.mktemp("journal") / "x")
    return (home / "journal-000000.jsonl").read_bytes()


@st.composite
def wounds(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    """Where to strike: (kind, place as a share of a million, argument)."""
    kinds = st.sampled_from(["flip", "cut", "zero", "insert", "newline", "delete"])
    return draw(st.lists(st.tuples(kinds, st.integers(0, 999_999), st.integers(0, 255)), min_size=1, max_size=4))


def wounded(data: bytes, wounds: list[tuple[str, int, int]]) -> tuple[bytes, int]:
    """The damaged bytes, and up to which byte nothing was touched."""
    intact = len(data)
    for kind, share, argument in wounds:
        at = share * len(data) // 1_000_000
        intact = min(intact, at)
        if kind == "flip":
            data = flipped(data, at, argument % 8) if data else data
        elif kind == "cut":
            data = data[:at]
        elif kind == "zero":
            data = data[:at] + bytes(len(data[at : at + argument])) + data[at + argument :]
        elif kind == "insert":
            data = data[:at] + bytes([argument]) * 3 + data[at:]
        elif kind == "newline":
            data = data[:at] + b"\n" + data[at:]
        else:
            data = data[:at] + data[at + argument :]
    return data, intact


@given(wounds=wounds())
@example(wounds=[("cut", 0, 0)])
@example(wounds=[("flip", 999_999, 0)])
@example(wounds=[("zero", 510_277, 2)])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_journal_gives_what_still_verifies(
    journal: bytes, tmp_path_factory: pytest.TempPathFactory, wounds: list[tuple[str, int, int]]
) -> None:
    damaged, intact = wounded(journal, wounds)
    home = tmp_path_factory.mktemp("wounded")
    (home / "journal-000000.jsonl").write_bytes(damaged)
    ends = [at + 1 for at, byte in enumerate(journal) if byte == 10]
    sound = [line for line in journal.splitlines()[1:] if line in damaged.split(b"\n")]
    with opened(home) as store:
        lessons = store.all_progress().get("c", {})
        kept = set(lessons["l"].checks) if lessons else set()
        # Each line after the header is one answer: those before the damage are there, and so is each whole line after.
        assert kept >= {f"w{number}" for number, end in enumerate(ends[1:]) if end - 1 <= intact}
        assert len(kept) >= len(sound)
        middle_lost = any(f"w{number}" not in kept for number in range(max((int(one[1:]) for one in kept), default=0)))
        assert ("store-journal-damaged" in codes(store)) == middle_lost
        store.record_check("c", "l", answer("after", 50))
        kept |= {"after"}
    with opened(home) as store:
        assert set(store.all_progress()["c"]["l"].checks) == kept
        assert codes(store) == []
    shutil.rmtree(home)


def test_a_torn_last_line_is_dropped_without_a_word(tmp_path: Path) -> None:
    home = journal_of(3, tmp_path / "x")
    with (home / "journal-000000.jsonl").open("ab") as file:
        file.write(b'{"crc":"00000000","seq":4,"data":{"op":"che')
    with opened(home) as store:
        assert len(store.all_progress()["c"]["l"].checks) == 3
        assert codes(store) == []
        store.record_check("c", "l", answer("after", 50))
    with opened(home) as store:
        assert len(store.all_progress()["c"]["l"].checks) == 4


def test_a_damaged_last_line_is_said(tmp_path: Path) -> None:
    home = journal_of(3, tmp_path / "x")
    path = home / "journal-000000.jsonl"
    path.write_bytes(flipped(path.read_bytes(), path.stat().st_size - 20))
    with opened(home) as store:
        assert len(store.all_progress()["c"]["l"].checks) == 2
        assert codes(store) == ["store-journal-tail-dropped"]


def test_a_lost_line_feed_loses_neither_of_its_lines(tmp_path: Path) -> None:
    home = journal_of(5, tmp_path / "x")
    path = home / "journal-000000.jsonl"
    path.write_bytes(b"?".join(path.read_bytes().rsplit(b"\n", 3)[:3]) + b"\n")
    with opened(home) as store:
        assert len(store.all_progress()["c"]["l"].checks) == 5
        assert codes(store) == []


def test_lines_taken_out_whole_are_counted(tmp_path: Path) -> None:
    home = journal_of(6, tmp_path / "x")
    path = home / "journal-000000.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2] + lines[4:]))
    with opened(home) as store:
        assert set(store.all_progress()["c"]["l"].checks) == {"w0", "w3", "w4", "w5"}
        assert [(one.code, one.data["count"]) for one in store.notices] == [("store-journal-damaged", "2")]


def test_a_missing_journal_is_said(home: Path) -> None:
    for path in home.glob("journal-*.jsonl"):
        path.unlink()
    with opened(home) as store:
        assert codes(store) == ["store-journal-missing"]
        store.save_learner(Learner("Ada"))
    with opened(home) as store:
        assert store.learner() == Learner("Ada")
        assert codes(store) == []


def test_a_damaged_state_with_a_damaged_journal_says_that_something_is_missing(tmp_path: Path) -> None:
    views(tmp_path, week())
    (tmp_path / "state.json").write_bytes(b"")
    path = tmp_path / "journal-000000.jsonl"
    path.write_bytes(flipped(path.read_bytes()))
    with opened(tmp_path) as store:
        assert codes(store) == ["store-fell-back-incomplete", "store-journal-damaged"]


def test_the_number_of_a_lost_line_is_not_given_again(tmp_path: Path) -> None:
    """Else the history, which already holds that number, would take the next answer for one it has."""
    with opened(tmp_path) as store:
        store.record_check("c", "l", answer("w", 1))
        store.record_check("c", "l", answer("w", 2))  # sends the first one to the history
    (tmp_path / "state.json").write_bytes(b"")
    path = tmp_path / "journal-000000.jsonl"
    path.write_bytes(flipped(path.read_bytes(), path.stat().st_size - 20))
    (tmp_path / "journal-000001.jsonl").unlink()
    with opened(tmp_path) as store:
        assert codes(store) == ["store-fell-back", "store-journal-tail-dropped"]
        store.record_check("c", "l", answer("w", 3))
    with opened(tmp_path) as store:
        minutes = [one.answer.at.minute for one in store.history()]
        assert minutes == [31, 31, 33]  # the state lost that it had already sent the first one away


def test_a_line_lost_at_the_end_of_an_older_journal_is_counted(home: Path) -> None:
    """No line follows it there; the header of the next journal says that it was written."""
    (home / "state.json").write_bytes(b"")
    older = sorted(home.glob("journal-*.jsonl"))[-2]
    older.write_bytes(flipped(older.read_bytes(), older.stat().st_size - 20))
    with opened(home) as store:
        assert codes(store) == ["store-fell-back-incomplete", "store-journal-damaged"]
        assert store.notices[1].data["count"] == "1"


def test_an_answer_whose_attempt_was_lost_is_kept_in_the_history(tmp_path: Path) -> None:
    folder = tmp_path / "running"
    store = opened(folder)
    for change in week():
        change(store)
    home = tmp_path / "killed"
    home.mkdir()
    lines = (folder / "journal-000000.jsonl").read_bytes().splitlines(keepends=True)
    begun = next(at for at, line in enumerate(lines) if b'"a3"' in line)
    (home / "journal-000000.jsonl").write_bytes(b"".join(lines[:begun] + lines[begun + 1 :]))
    store.close()
    with opened(home) as store:
        assert store.open_attempt(QUIZZES[1]) is None
        assert [one.attempt_id for one in store.answers_for_item("i2")] == ["a3"]


# --- the history ---


def test_a_damaged_history_is_said_and_the_rest_of_it_read(home: Path, expected: dict[str, object]) -> None:
    path = next((home / "history").glob("attempts-*.jsonl"))
    lines = path.read_bytes().splitlines(keepends=True)
    assert len(lines) == 3
    path.write_bytes(lines[0] + flipped(lines[1]) + lines[2])
    with opened(home) as store:
        assert [one.id for one in store.attempts(QUIZZES[0])] == ["a2"]
        assert (store.last_attempt(QUIZZES[0]), store.attempt_count(QUIZZES[0])) == (store.attempts(QUIZZES[0])[0], 2)
        assert "store-history-damaged" in codes(store)


@pytest.mark.parametrize("end", [b'{"crc":"12', b"\x00\x00\x00", b"garbage\n"])
def test_the_history_goes_on_behind_a_damaged_end(home: Path, end: bytes) -> None:
    path = next((home / "history").glob("checks-*.jsonl"))
    with opened(home) as store:
        before = {repr(one) for one in store.history()}
    with path.open("ab") as file:
        file.write(end)
    with opened(home) as store:
        store.record_check("vertraulichkeit", "grenze", answer("w1", 55))
    with opened(home) as store:
        after = {repr(one) for one in store.history()}
    assert before < after
    assert len(after) == len(before) + 1


def test_a_document_that_is_broken_is_passed_over_and_named(tmp_path: Path) -> None:
    """Only a version with a fault could write one: the seal is right, the content is not."""
    from desktop.store import snapshot

    views(tmp_path, week())
    found = snapshot.read(tmp_path / "state.json")
    assert found is not None
    found.raw["lessons"]["1"]["position"] = "half"
    found.raw["certificates"]["1"]["claims"]["completed"] = None
    found.raw["learner"]["1"] = {}
    found.raw["lessons"]["2"]["lesson_id"] = 7
    meta = {"schema": found.schema, "generation": found.generation, "seq": found.seq}
    (tmp_path / "state.json").write_bytes(snapshot.dump(found.raw, meta))
    with opened(tmp_path) as store:
        assert store.learner() is None
        assert set(store.all_progress()["vertraulichkeit"]) == {"geheim"}
        assert store.certificates() == ()
        assert set(codes(store)) == {"store-document-skipped"}
        assert len(store.notices) == 4
        view(store)
        store.save_learner(Learner("Ada"))
        assert store.learner() == Learner("Ada")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("I am a file")
    with pytest.raises(StoreReadOnly) as caught:
        opened(tmp_path / "home")
    assert caught.value.code == "store-not-a-folder"
