"""All of one's data in one's own hands: looked at, taken along, brought here, deleted, backed up, restored."""

from __future__ import annotations

import ast
import errno
import io
import json
import os
import random
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from desktop.app import data_archive
from desktop.app.workspace import Workspace, open_workspace
from desktop.model.errors import NotPossible, TransferError
from desktop.model.learner import Settings, ThemeName
from desktop.model.my_data import BackupKind, Figures
from desktop.model.path import ROLES
from desktop.rendering.sentences import Sentences
from desktop.store.learner_store import LearnerStore
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all, set_up
from tests.store.scene import annotation, answer, card, view

ROOT = Path(__file__).resolve().parents[2]


def lived(workspace: Workspace) -> None:
    """A learner who has read, ticked, answered, failed, passed, certified, and begun the test once more."""
    set_up(workspace, "Jörg <b>Müßig</b>")
    workspace.people.change_settings(Settings("de", ThemeName.DARK, 125, False))
    read_all(workspace)
    passed(workspace, wrong=3)
    passed(workspace)
    workspace.certificates.issue(COURSE, "de")
    open_ = workspace.attempts.start_or_resume(COURSE, "de")
    workspace.attempts.answer(open_.attempt.id, open_.items[0].item.id, ("?",))


def laptop(place: Place, name: str) -> Workspace:
    """Another home with the same courses."""
    return open_workspace(
        place.root / name,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(name),
    )


def seen(home: Path, place: Place) -> dict[str, Any]:
    with LearnerStore.open(home, clock=place.clock) as store:
        found = view(store)
        quizzes = ("zug",)
        found |= {"open": [store.open_attempt(q) for q in quizzes], "finished": [store.attempts(q) for q in quizzes]}
        return found | {"runs": store.assessment_runs(), "simulations": store.simulations()}


@pytest.fixture
def exported(place: Place) -> Path:
    with place.open() as workspace:
        lived(workspace)
        return workspace.my_data.export(place.root / "daten.zip", "de")


# --- looking ---


def test_the_summary_says_what_is_kept_by_course(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
        kept = workspace.my_data.summary("de")
    (course,) = kept.courses
    assert course.title == "Gespräche im Zug"
    assert [lesson.title for lesson in course.lessons] == ["Wagen sieben", "Am Bahnsteig"]
    assert course.lessons_read == 2
    assert [attempt.passed for attempt in course.attempts] == [False, True]
    assert course.answers == kept.figures.answers == 9
    assert len(course.certificates) == 1
    assert kept.size > 10_000


def test_a_course_that_is_no_longer_at_hand_is_still_listed(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
    for file in place.courses.rglob("*.md"):
        file.unlink()
    with place.open() as workspace:
        (course,) = workspace.my_data.summary("de").courses
        assert course.title == "Gespräche im Zug", "as its certificate calls it"


# --- taking along ---


def test_the_zip_holds_json_certificates_and_a_report(exported: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        names = archive.namelist()
        data = json.loads(archive.read("data.json"))
        report = archive.read("report.html").decode("utf-8")
        (pdf,) = [name for name in names if name.endswith(".pdf")]
        assert archive.read(pdf).startswith(b"%PDF")
    assert data["klartext"] == "data"
    assert data["format"] == 1
    assert data["data"]["tables"]["learner"] == [{"name": "Jörg <b>Müßig</b>", "personnel_ref": "", "role": ""}]
    assert "Jörg &lt;b&gt;Müßig" in report
    assert "<b>Müßig" not in report
    assert "Wagen sieben" in report
    assert 'lang="de"' in report
    assert "@media print" in report
    for outside in ("http:", "https:", "src=", "@import", "url(", "<script"):
        assert outside not in report.replace("default-src ", "").replace("style-src ", ""), outside


def test_the_report_speaks_english_too(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
        path = workspace.my_data.export(place.root / "data.zip", "en")
    with zipfile.ZipFile(path) as archive:
        report = archive.read("report.html").decode("utf-8")
    assert "Carriage seven" in report
    assert "22 November 2026" in report
    words = {lang: tomllib.loads((ASSETS / "report" / f"{lang}.toml").read_text("utf-8")) for lang in ("de", "en")}
    assert words["de"].keys() == words["en"].keys()


def test_the_key_of_the_device_stays_on_it(place: Place, exported: Path) -> None:
    key = (place.home / "keys" / "device.pem").read_bytes()
    with zipfile.ZipFile(exported) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            assert b"PRIVATE KEY" not in data
            assert key.splitlines()[1] not in data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_a_sentence_of_its_own(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with place.open() as workspace:
        set_up(workspace)
        monkeypatch.setattr("desktop.app.files.os.fsync", full)
        with pytest.raises(TransferError) as caught:
            workspace.my_data.export(place.root / "daten.zip", "de")
        monkeypatch.undo()
    assert caught.value.code == "export-disk-full"
    assert not list(place.root.glob("*.zip"))


# --- bringing here ---


def test_an_empty_home_becomes_the_same(place: Place, exported: Path) -> None:
    with laptop(place, "new") as new:
        preview = new.my_data.preview_import(exported)
        assert new.people.learner() is None, "a preview changes nothing"
        done = new.my_data.import_(exported)
        assert done == preview
        assert (done.answers, done.attempts, done.lessons, done.certificates) == (9, 2, 2, 1)
        assert done.takes_name
        (certificate,) = new.certificates.all()
        (verdict,) = new.certificates.verify([new.certificates.pdf_path(certificate)])
        assert verdict.name == "sealed"
    assert seen(place.root / "new", place) == seen(place.home, place)


def test_two_laptops_lose_no_answer_and_bringing_it_again_changes_nothing(place: Place, exported: Path) -> None:
    with laptop(place, "two") as two:
        set_up(two, "Jana")
        read_all(two)
        place.clock.forward(days=1)
        passed(two, wrong=1)
        own = {repr(one.answer) for one in two._store.history()}
        done = two.my_data.import_(exported)
        assert done.answers == 9
        assert not done.same_person
        assert two.people.learner().name == "Jana"  # type: ignore[union-attr]
        both = {repr(one.answer) for one in two._store.history()}
        assert own < both
        assert len(both) == len(own) + 9
        assert len(two._store.attempts("zug")) == 3
        again = two.my_data.import_(exported)
        assert not again.anything
        back = two.my_data.export(place.root / "back.zip", "de")
    with place.open() as one:
        one.my_data.import_(back)
        assert {repr(given.answer) for given in one._store.history()} == both


def test_bringing_in_can_be_undone(place: Place, exported: Path) -> None:
    with laptop(place, "two") as two:
        set_up(two, "Jana")
        two.study.mark_read(COURSE, "wagen")
        before = view(two._store)
        two.my_data.import_(exported)
        assert view(two._store) != before
        two.my_data.undo()
        assert view(two._store) == before


def marked(workspace: Workspace) -> None:
    """Notes, a bookmark, a question asked again, and a role."""
    lived(workspace)
    workspace.people.choose_role("hr")
    workspace._store.save_annotation(annotation(1, course_id=COURSE, lesson_id="wagen", words="Wer <fragt>?\nIch."))
    workspace._store.save_annotation(
        annotation(2, course_id=COURSE, lesson_id="weg", words="", passage=None, bookmark=True)
    )
    workspace._store.record_refresher(card("q1", course_id=COURSE), answer("q1", 5))


def test_notes_bookmarks_refreshers_and_the_role_come_along(place: Place) -> None:
    with place.open() as workspace:
        marked(workspace)
        kept = workspace.my_data.summary("de")
        exported = workspace.my_data.export(place.root / "daten.zip", "de")
    (course,) = kept.courses
    assert [(note.lesson, note.words, note.bookmark) for note in course.notes] == [
        ("Wagen sieben", "Wer <fragt>?\nIch.", False),
        ("weg", "", True),
    ]
    assert (course.answers, kept.figures.answers) == (10, 10)
    assert (kept.figures.notes, kept.figures.bookmarks) == (1, 1)
    assert course.cards == kept.figures.cards >= 1
    with zipfile.ZipFile(exported) as archive:
        report = archive.read("report.html").decode("utf-8")
    for words in (
        "Wer &lt;fragt&gt;?\nIch.",
        "was niemand wissen darf",
        "Lesezeichen · weg",
        "Rolle: Personalabteilung",
    ):
        assert words in report
    with laptop(place, "new") as new:
        preview = new.my_data.preview_import(exported)
        assert (preview.notes, preview.cards, preview.answers) == (2, course.cards, 10)
        new.my_data.import_(exported)
        assert not new.my_data.import_(exported).anything
        assert new.people.learner().role == "hr"  # type: ignore[union-attr]
    assert seen(place.root / "new", place) == seen(place.home, place)


def test_a_role_that_is_none_does_not_come_in(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
        exported = workspace.my_data.export(place.root / "daten.zip", "de")

    def spoil(data: dict[str, Any]) -> None:
        data["data"]["tables"]["learner"][0]["role"] = "emperor"

    with laptop(place, "new") as new:
        new.my_data.import_(rebuilt(exported, edited(spoil)))
        assert new.people.learner().role == ""  # type: ignore[union-attr]


def test_the_words_of_every_role_stand_in_the_report_s_files() -> None:
    for language in ("de", "en"):
        words = tomllib.loads((ASSETS / "report" / f"{language}.toml").read_text("utf-8"))
        assert set(words["roles"]) == set(ROLES)
        assert set(words["one"]) == {one.name for one in fields(Figures)} - {"passes"}


# --- a zip that means harm ---


def rebuilt(exported: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(exported) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    target = exported.with_name("changed.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target


def edited(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, bytes]], None]:
    def on_files(files: dict[str, bytes]) -> None:
        data = json.loads(files["data.json"])
        change(data)
        files["data.json"] = json.dumps(data).encode()

    return on_files


HARM: dict[str, tuple[Callable[[dict[str, bytes]], None], str]] = {
    "a name that climbs": (lambda f: f.update({"../../evil.pdf": b"x"}), "transfer-suspicious"),
    "a name from the root": (lambda f: f.update({"/etc/evil": b"x"}), "transfer-suspicious"),
    "a name of a drive": (lambda f: f.update({"C:/evil": b"x"}), "transfer-suspicious"),
    "a name twice": (lambda f: f.update({"DATA.json": b"{}"}), "transfer-suspicious"),
    "no data": (lambda f: f.pop("data.json"), "transfer-not-ours"),
    "data that are no json": (lambda f: f.update({"data.json": b"\xff{"}), "transfer-not-ours"),
    "a list": (lambda f: f.update({"data.json": b"[]"}), "transfer-not-ours"),
    "depth without end": (lambda f: f.update({"data.json": b"[" * 200_000}), "transfer-not-ours"),
    "another program's": (edited(lambda d: d.update(klartext="x")), "transfer-not-ours"),
    "tables that are none": (edited(lambda d: d["data"].update(tables=[])), "transfer-not-ours"),
    "a table of numbers": (edited(lambda d: d["data"]["tables"].update(lessons=[1])), "transfer-not-ours"),
    "no history": (edited(lambda d: d["data"].pop("history")), "transfer-not-ours"),
    "a later format": (edited(lambda d: d.update(format=99)), "transfer-newer"),
    "a later schema": (edited(lambda d: d["data"].update(schema=99)), "transfer-newer"),
    "schema nought": (edited(lambda d: d["data"].update(schema=0)), "transfer-not-ours"),
}


@pytest.mark.parametrize("name", HARM)
def test_a_hostile_zip_changes_nothing_and_has_a_sentence(place: Place, exported: Path, name: str) -> None:
    change, code = HARM[name]
    path = rebuilt(exported, change)
    with laptop(place, "two") as two:
        set_up(two, "Jana")
        before = view(two._store)
        for act in (two.my_data.preview_import, two.my_data.import_):
            with pytest.raises(TransferError) as caught:
                act(path)
            assert caught.value.code == code
            for language in ("de", "en"):
                said = Sentences(ASSETS, language).say(caught.value.code, caught.value.data)
                assert "…" not in said.text + said.hint
        assert view(two._store) == before
    assert not [path for path in place.root.rglob("evil*") if path.is_file()]


def test_a_cut_zip_and_no_zip_at_all(place: Place, exported: Path) -> None:
    data = exported.read_bytes()
    cut = place.root / "cut.zip"
    with laptop(place, "two") as two:
        for length in (0, 10, len(data) // 2, len(data) - 1):
            cut.write_bytes(data[:length])
            with pytest.raises(TransferError) as caught:
                two.my_data.preview_import(cut)
            assert caught.value.code == "transfer-damaged"
        flipped = bytearray(data)
        flipped[len(data) // 2] ^= 255
        cut.write_bytes(flipped)
        with pytest.raises(TransferError):
            two.my_data.preview_import(cut)
        with pytest.raises(TransferError) as caught:
            two.my_data.preview_import(place.root / "nowhere.zip")
        assert caught.value.code == "transfer-not-read"


def test_a_bomb_is_not_unpacked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", b" " * 3_000_000)
    bomb = place.root / "bomb.zip"
    bomb.write_bytes(buffer.getvalue())
    assert bomb.stat().st_size < 10_000
    monkeypatch.setattr(data_archive, "LARGEST_DATA", 1_000_000)
    with laptop(place, "two") as two, pytest.raises(TransferError) as caught:
        two.my_data.preview_import(bomb)
    assert caught.value.code == "transfer-too-large"


def test_single_bad_documents_are_left_out_and_counted(place: Place, exported: Path) -> None:
    def spoil(data: dict[str, Any]) -> None:
        data["data"]["tables"]["lessons"][0]["position"] = "far"
        data["data"]["tables"]["settings"][0]["language"] = "xx"
        data["data"]["tables"]["learner"][0]["name"] = "\u0007"
        data["data"]["history"].append({"kind": "attempt", "doc": {}})

    with laptop(place, "two") as two:
        done = two.my_data.import_(rebuilt(exported, edited(spoil)))
        assert done.unreadable == 2
        assert done.lessons == 1
        assert two.people.learner() is None
        assert two.people.settings() == Settings()


@pytest.mark.parametrize("harm", ["another file", "another name in it"])
def test_a_certificate_that_is_not_sealed_as_it_says_is_left_out(place: Place, exported: Path, harm: str) -> None:
    def spoil(files: dict[str, bytes]) -> None:
        (pdf,) = [name for name in files if name.endswith(".pdf")]
        if harm == "another file":
            files[pdf] = b"%PDF-1.7 forged"
        else:
            edited(lambda d: d["data"]["tables"]["certificates"][0]["claims"].update(name="Mallory"))(files)

    with laptop(place, "two") as two:
        done = two.my_data.import_(rebuilt(exported, spoil))
        assert done.certificates == 0
        assert done.unreadable == 1
        assert two.certificates.all() == ()
        assert not list(two.certificates.folder.glob("*"))


def test_who_packs_the_zip_again_in_a_folder_is_understood(place: Place, exported: Path) -> None:
    def nest(files: dict[str, bytes]) -> None:
        inner = {f"Klartext Jana/{name}": data for name, data in files.items()}
        files.clear()
        files.update(inner)

    with laptop(place, "two") as two:
        assert two.my_data.import_(rebuilt(exported, nest)).certificates == 1


# --- deleting ---


def bytes_below(folder: Path) -> bytes:
    return b"\n".join(p.name.encode() + p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_after_delete_all_the_data_folder_holds_no_trace(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
        workspace.my_data.back_up_if_due()
        key = (place.home / "keys" / "device.pem").read_bytes()
        traces = ["Müßig".encode(), b"leise", b"anruf", COURSE.encode(), b"%PDF", key]
        found = bytes_below(place.home)
        assert all(trace in found for trace in traces)
        workspace.my_data.delete_all()
        assert workspace.people.learner() is None
        found = bytes_below(place.home)
        assert not [trace for trace in traces if trace in found]
    found = bytes_below(place.home)
    assert not [trace for trace in traces if trace in found]
    assert not (place.home / "backups").exists(), "closing makes no backup of nothing"


def test_a_deleted_course_takes_its_certificates_and_can_begin_anew(place: Place) -> None:
    with place.open() as workspace:
        lived(workspace)
        workspace.my_data.back_up_if_due()
        stray = workspace.certificates.folder / "copied by hand.pdf"
        stray.write_bytes(workspace.certificates.pdf_path(workspace.certificates.all()[0]).read_bytes())
        other = workspace.certificates.folder / "holiday.pdf"
        other.write_bytes(b"%PDF-1.7 not ours")
        workspace.my_data.delete_course(COURSE)
        assert workspace.my_data.summary("de").courses == ()
        assert list(workspace.certificates.folder.iterdir()) == [other]
        assert workspace.my_data.backups()[0].figures.answers == 0
        with pytest.raises(NotPossible):
            workspace.my_data.delete_course(COURSE)
        passed(workspace)
    with place.open() as workspace:
        assert len(workspace.my_data.summary("de").courses[0].attempts) == 1


# --- backups ---


def test_closing_makes_the_day_s_backup_and_restoring_is_undone(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        workspace.study.mark_read(COURSE, "wagen")
    place.clock.forward(hours=2)
    with place.open() as workspace:
        (backup,) = workspace.my_data.backups()
        assert backup.kind is BackupKind.DAILY
        assert backup.figures.lessons_read == 1
        lived(workspace)
        now = view(workspace._store)
        with pytest.raises(NotPossible):
            workspace.my_data.undo()
        workspace.my_data.restore(backup)
        assert workspace.people.learner().name == "Jana Ortmann"  # type: ignore[union-attr]
        assert workspace.study.state(COURSE, "de").fraction < 1
        workspace.my_data.undo()
        assert view(workspace._store) == now
        (certificate,) = workspace.certificates.all()
        assert workspace.certificates.pdf_path(certificate).is_file()


# --- killed ---

KILLED = """
import random, sys
from datetime import datetime, timezone
from pathlib import Path
from desktop.app.workspace import open_workspace
root, home, assets, act = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
with open_workspace(home, course_folders=(root / "courses",), quiz_folders=(root / "quizzes",), assets=assets,
                    clock=lambda: datetime.now(timezone.utc), rng=random.Random(1)) as workspace:
    data = workspace.my_data
    print("now", flush=True)
    if act == "import":
        data.import_(root / "daten.zip")
    elif act == "restore":
        data.restore(data.backups()[-1])
    else:
        data.delete_course("zug")
    print("done", flush=True)
"""


@pytest.mark.parametrize("act", ["import", "restore", "delete"])
def test_a_real_kill_leaves_the_old_or_the_new(place: Place, exported: Path, act: str) -> None:
    import shutil

    home = place.root / "two"
    with laptop(place, "two") as two:
        set_up(two, "Jana")
    with laptop(place, "two") as two:
        read_all(two)
        passed(two)
    allowed = []
    moments = random.Random(7)
    for n in range(6):
        copy = shutil.copytree(home, place.root / f"copy-{n}")
        arguments = [sys.executable, "-c", KILLED, str(place.root), str(copy), str(ASSETS), act]
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        if n:
            time.sleep(moments.uniform(0, 0.25))
            process.kill()
        process.stdout.read()
        process.stdout.close()
        process.wait()
        if not n:
            allowed = [seen(home, place), seen(copy, place)]
            assert allowed[0] != allowed[1]
        else:
            assert seen(copy, place) in allowed
        assert not list(copy.glob("incoming*"))


# --- sentences ---


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_code_has_a_sentence_and_every_sentence_a_code(language: str) -> None:
    file = ASSETS / "sentences" / language / "my_data.toml"
    written = tomllib.loads(file.read_text("utf-8"))
    raised = {"transfer-failed"}
    for source in (ROOT / "desktop" / "app").glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "TransferError":
                assert isinstance(node.args[0], ast.Constant)
                raised.add(str(node.args[0].value))
    assert raised == written.keys()
