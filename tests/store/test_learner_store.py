"""What the store keeps is what it was given, before and after it was closed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from desktop.model.errors import StoreError
from desktop.model.learner import Learner, Settings
from desktop.store.disk import Disk
from tests.store.scene import (
    QUIZZES,
    START,
    answer,
    attempt,
    certificate,
    lesson,
    opened,
    outcome,
    proof,
    view,
    views,
    week,
)


def test_an_empty_store_answers_with_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "new" / "home") as store:
        assert store.learner() is None
        assert store.settings() == Settings()
        assert store.all_progress() == {}
        assert store.open_attempt("q") is None
        assert store.attempts("q") == ()
        assert store.last_attempt("q") is None
        assert store.passes() == {}
        assert list(store.history()) == []
        assert store.notices == ()


def test_a_week_is_the_same_after_closing_and_after_a_kill(tmp_path: Path) -> None:
    expected = views(tmp_path / "closed", week())[-1]
    with opened(tmp_path / "closed") as store:
        assert view(store) == expected
    killed = opened(tmp_path / "killed")
    for change in week():
        change(killed)
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in (tmp_path / "killed").glob("*.jsonl"):
        (copy / file.name).write_bytes(file.read_bytes())
    with opened(copy) as store:  # nothing was folded there: the journal alone brings it all back
        assert not (copy / "state.json").exists()
        assert view(store) == expected
    killed.close()


def test_folding_often_and_never_lead_to_the_same_state(tmp_path: Path) -> None:
    folded, unfolded = opened(tmp_path / "a", fold_at=1), opened(tmp_path / "b", fold_at=1 << 30)
    for change in week():
        change(folded)
        change(unfolded)
        assert view(folded) == view(unfolded)
    assert (tmp_path / "a" / "state.json").exists()
    assert not (tmp_path / "b" / "state.json").exists()
    folded.close()
    unfolded.close()


def test_the_state_is_a_tinydb_file_that_any_tool_reads(tmp_path: Path) -> None:
    views(tmp_path, week())
    with TinyDB(tmp_path / "state.json", access_mode="r", encoding="utf-8") as database:
        assert database.tables() >= {"meta", "learner", "settings", "lessons", "attempts", "passes", "certificates"}
        assert database.table("settings").get(doc_id=1)["text_scale"] == 150
        assert database.table("certificates").get(doc_id=1)["claims"]["name"] == "Jörg Müßig"
        assert database.table("meta").get(doc_id=1)["schema"] == 3
    for file in [*tmp_path.glob("*.jsonl"), *(tmp_path / "history").glob("*.jsonl")]:
        assert all(json.loads(line)["seq"] >= 0 for line in file.read_text("ascii").splitlines())


def test_umlauts_can_be_read_in_the_state(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_learner(Learner("Jörg Müßig"))
    assert "Jörg Müßig" in (tmp_path / "state.json").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_everything_is_for_this_user_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    views(home, week())
    for path in [home, *home.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_stale_progress_loses_no_answer(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_lesson_progress(lesson())
        stale = store.lesson_progress("vertraulichkeit")["grenze"]
        store.record_check("vertraulichkeit", "grenze", answer("w1", 5, "2"))
        store.save_lesson_progress(replace(stale, position=0.5))
        store.save_lesson_progress(replace(stale, checks={"w1": answer("w1", 4, "1"), "w2": answer("w2", 6)}))
        checks = store.lesson_progress("vertraulichkeit")["grenze"].checks
        assert checks == {"w1": answer("w1", 5, "2"), "w2": answer("w2", 6)}


def test_history_holds_every_answer_once(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for minute in range(3):
            store.record_check("c", "l", answer("w", minute, str(minute)))
        store.start_attempt(attempt(1))
        store.record_answer("a1", answer("i0", 4), 1)
        store.start_attempt(attempt(2))  # gives the first one up
        store.record_answer("a2", answer("i0", 5), 1)
        store.finish_attempt("a2", outcome(), START)
        before = list(store.history())
    with opened(tmp_path) as store:
        given = list(store.history())
        assert sorted(map(repr, given)) == sorted(map(repr, before))
        assert sorted((one.answer.at.minute, one.attempt_id, one.lesson_id) for one in given) == [
            (30, "", "l"),
            (31, "", "l"),
            (32, "", "l"),
            (34, "a1", ""),
            (35, "a2", ""),
        ]
        assert [one.answer.response for one in store.answers_for_item("w")] == [("0",), ("1",), ("2",)]
        assert {one.quiz_id for one in store.answers_for_item("i0")} == {QUIZZES[0]}
        assert store.attempts(QUIZZES[0]) == (
            replace(attempt(2), position=1, answers={"i0": answer("i0", 5)}, finished=START, result=outcome()),
        )


def test_an_item_id_with_umlauts_is_found_in_the_history(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record_check("Übung", "l", answer("größe", 1))
        store.record_check("Übung", "l", answer("größe", 2))
    with opened(tmp_path) as store:
        assert [one.answer.at.minute for one in store.answers_for_item("größe")] == [31, 32]


def test_attempts_are_kept_apart_by_quiz_whatever_its_name(tmp_path: Path) -> None:
    names = ["Mail", "mail", "mäil", "../mail", "x" * 300, "con", ""]
    with opened(tmp_path) as store:
        for number, name in enumerate(names):
            store.start_attempt(attempt(number, name))
            store.finish_attempt(f"a{number}", outcome(), START)
    with opened(tmp_path) as store:
        for number, name in enumerate(names):
            assert [one.id for one in store.attempts(name)] == [f"a{number}"]
            assert store.last_attempt(name) == store.attempts(name)[-1]
            assert store.attempt_count(name) == 1


def test_the_last_attempt_is_found_behind_an_attempt_that_was_given_up(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.start_attempt(attempt(1))
        store.finish_attempt("a1", outcome(), START)
        for number in range(2, 60):  # given up, and more of them than fit into the end that is read first
            store.start_attempt(attempt(number, items=20))
    with opened(tmp_path) as store:
        assert (store.last_attempt(QUIZZES[0]) or attempt(0)).id == "a1"


def test_what_is_not_open_takes_no_answer(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.start_attempt(attempt(1))
        store.finish_attempt("a1", outcome(), START, proof(1))
        before = view(store)
        for change in (
            lambda: store.record_answer("a1", answer("i0"), 1),
            lambda: store.move_to("a1", 1),
            lambda: store.finish_attempt("a1", outcome(), START),
        ):
            with pytest.raises(StoreError) as caught:
                change()
            assert caught.value.code == "store-no-such-attempt"
        assert view(store) == before


def test_a_number_that_json_does_not_know_is_refused_before_anything_changes(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(ValueError, match="JSON"):
            store.save_lesson_progress(lesson(position=float("nan")))
        assert store.all_progress() == {}
        store.save_lesson_progress(lesson(position=0.5))
    with opened(tmp_path) as store:
        assert store.notices == ()


def test_a_closed_store_takes_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.close()
    store.close()
    with pytest.raises(StoreError) as caught:
        store.save_learner(Learner("Jörg"))
    assert caught.value.code == "store-closed"


def test_a_certificate_is_there_whole_before_it_is_listed(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.add_certificate(certificate(1), b"%PDF-1.7 whole")
        assert (store.certificates_folder / "zertifikat-1.pdf").read_bytes() == b"%PDF-1.7 whole"
        assert list(store.certificates_folder.glob("*.tmp")) == []


def test_a_certificate_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    with opened(tmp_path / "home") as store:
        for name in ("../out.pdf", "a/b.pdf", "a\\b.pdf", "..", ""):
            with pytest.raises(ValueError, match="file_name"):
                store.add_certificate(replace(certificate(1), file_name=name), b"%PDF")
        assert store.certificates() == ()
    assert not (tmp_path / "out.pdf").exists()


def test_state_and_journals_stay_small_while_history_grows(tmp_path: Path) -> None:
    sizes = []
    with opened(tmp_path, fold_at=20_000) as store:
        for number in range(120):
            store.start_attempt(attempt(number))
            for item in range(3):
                store.record_answer(f"a{number}", answer(f"i{item}", item), item)
            store.finish_attempt(f"a{number}", outcome(), START)
            sizes.append(sum(file.stat().st_size for file in tmp_path.iterdir() if file.is_file()))
    assert max(sizes) < 3 * 20_000
    assert sum(file.stat().st_size for file in (tmp_path / "history").iterdir()) > 60_000


def test_a_large_state_is_written_the_more_seldom(tmp_path: Path) -> None:
    class FoldCounter(Disk):
        folds = 0

        def replace(self, source: Path, target: Path) -> None:
            self.folds += target.name == "state.json"
            super().replace(source, target)

    disk = FoldCounter()
    with opened(tmp_path, disk=disk, fold_at=1000) as store:
        for number in range(300):
            store.save_lesson_progress(lesson(f"l{number}"))
        assert 3 <= disk.folds <= 9  # 300 times 200 bytes: with a fixed limit there would be 60


def test_opening_imports_no_lock_library_and_nothing_of_qt() -> None:
    code = (
        "import sys, desktop.store.learner_store\n"
        "print(sorted({'filelock', 'PySide6', 'logging', 'hashlib', 'ssl', 'yaml', 'markdown'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
