from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.app.workspace import Workspace
from desktop.model.certificate import VerdictName
from desktop.model.errors import CredentialError, KlartextError, NotPossible
from desktop.model.progress import NextStep
from tests.app.kit import COURSE, COURSE_MD, Place, passed, read_all, set_up


def completed(workspace: Workspace, name: str = "Jana Ortmann") -> None:
    set_up(workspace, name)
    read_all(workspace)
    assert passed(workspace).certificate_offered


def test_nothing_is_offered_before_everything_is_done(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        assert not workspace.certificates.offered(COURSE, "de")
        read_all(workspace)
        assert not workspace.certificates.offered(COURSE, "de")
        with pytest.raises(NotPossible) as error:
            workspace.certificates.issue(COURSE, "de")
        assert (error.value.code, error.value.data) == ("certificate-not-offered", {"course": "Gespräche im Zug"})
        assert passed(workspace).certificate_offered
        assert workspace.certificates.offered(COURSE, "de")
        assert workspace.certificates.all() == ()


def test_a_test_passed_first_offers_the_certificate_when_the_last_lesson_is_read(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        assert not passed(workspace).certificate_offered
        workspace.study.mark_read(COURSE, "wagen")
        place.clock.forward(days=2)
        state = workspace.study.mark_read(COURSE, "bahnsteig")
        assert state.next_step is NextStep.CERTIFICATE
        claims, _ = workspace.certificates.preview(COURSE, "de")
        assert claims.completed == date(2026, 11, 24), "the day on which the last thing was done"


def test_the_certificate_says_what_was_done_and_verifies(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        workspace.people.rename("Jana Ortmann", "P-17")
        place.clock.forward(days=40)
        issued = workspace.certificates.issue(COURSE, "de")
        claims = issued.claims
        assert (claims.name, claims.personnel_ref) == ("Jana Ortmann", "P-17")
        assert (claims.course_id, claims.course_title, claims.course_version) == (COURSE, "Gespräche im Zug", "2.1")
        assert (claims.completed, claims.valid_until) == (date(2026, 11, 22), date(2027, 11, 22))
        assert (claims.language, claims.passed) == ("de", True)
        assert issued.sheet.lessons == 2
        assert issued.sheet.organisation == "Muster GmbH"
        path = workspace.certificates.pdf_path(issued)
        assert path.parent == workspace.certificates.folder
        (verdict,) = workspace.certificates.verify([path])
        assert (verdict.name, verdict.claims) == (VerdictName.SEALED, claims)
        assert verdict.fingerprint == workspace.certificates.fingerprint()
        state = workspace.study.state(COURSE, "de")
        assert (state.certificate_id, state.next_step) == (claims.certificate_id, NextStep.NOTHING)
    with place.open() as workspace:
        assert workspace.certificates.all() == (issued,)


def test_the_preview_says_what_the_certificate_will_say(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        claims, sheet = workspace.certificates.preview(COURSE, "en")
        issued = workspace.certificates.issue(COURSE, "en")
        assert replace(claims, certificate_id=issued.claims.certificate_id) == issued.claims
        assert sheet == issued.sheet
        assert issued.claims.course_title == "Talking on the train"


def test_asked_twice_it_is_the_same_certificate(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        first = workspace.certificates.issue(COURSE, "de")
        place.clock.forward(days=3)
        assert workspace.certificates.issue(COURSE, "de") == first
    with place.open(seed=2) as workspace:
        assert workspace.certificates.issue(COURSE, "de") == first
        assert len(list(workspace.certificates.folder.glob("*.pdf"))) == 1


def test_a_mended_name_gets_a_certificate_of_its_own_and_the_old_one_stays(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace, "Jana Ortman")
        old = workspace.certificates.issue(COURSE, "de")
        workspace.people.rename("Jana Ortmann", "")
        new = workspace.certificates.issue(COURSE, "de")
        assert new.claims.certificate_id != old.claims.certificate_id
        assert workspace.certificates.all() == (old, new)
        verdicts = workspace.certificates.verify([workspace.certificates.folder])
        assert [v.name for v in verdicts] == [VerdictName.SEALED] * 2
        assert {v.claims.name for v in verdicts if v.claims} == {"Jana Ortman", "Jana Ortmann"}


def test_the_version_on_it_is_the_one_that_was_passed(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        passed_hash = workspace.library.outline(COURSE, "de").content_hash
    place.write_course(version="3.0")
    with place.open() as workspace:
        outline = workspace.library.outline(COURSE, "de")
        assert (outline.version, outline.content_hash != passed_hash) == ("3.0", True)
        claims = workspace.certificates.issue(COURSE, "de").claims
        assert (claims.course_version, claims.content_hash) == ("2.1", passed_hash)


def test_a_kill_between_file_and_memory_loses_nothing_and_leaves_no_second_one(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        workspace.certificates.fingerprint()  # the device key is made long before the file
    before = place.root / "before"
    shutil.copytree(place.home, before)
    with place.open() as workspace:
        issued = workspace.certificates.issue(COURSE, "de")
        sealed = workspace.certificates.pdf_path(issued)
        # The memory of before, the folder of after: what a kill right between the two leaves.
        (before / "certificates").mkdir()
        shutil.copy(sealed, before / "certificates")
    shutil.rmtree(place.home)
    before.rename(place.home)
    with place.open(seed=77) as workspace:
        assert workspace.certificates.all() == ()
        again = workspace.certificates.issue(COURSE, "de")
        assert again == issued
        assert len(list(workspace.certificates.folder.glob("*.pdf"))) == 1


def test_a_strange_file_in_the_folder_is_neither_taken_nor_overwritten(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        stranger = workspace.certificates.folder / "Klartext-Zertifikat zug Jana Ortmann 2026-11-22.pdf"
        stranger.write_bytes(b"%PDF-1.7 something else")
        issued = workspace.certificates.issue(COURSE, "de")
        assert issued.file_name == "Klartext-Zertifikat zug Jana Ortmann 2026-11-22 (2).pdf"
        assert stranger.read_bytes() == b"%PDF-1.7 something else"


def test_a_deleted_file_comes_back_from_the_frozen_record(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        path = workspace.certificates.pdf_path(issued)
        before = path.read_bytes()
        path.unlink()
    with place.open() as workspace:
        workspace.people.rename("Ganz Anders", "")
        assert workspace.certificates.pdf_path(issued).read_bytes() == before
        path.unlink()
        shutil.rmtree(place.home / "keys")
        with pytest.raises(CredentialError) as error:
            workspace.certificates.pdf_path(issued)
        assert error.value.code == "key-foreign"


def test_passing_again_next_year_earns_a_new_certificate(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        old = workspace.certificates.issue(COURSE, "de")
        place.clock.forward(days=366)
        assert workspace.study.state(COURSE, "de").next_step is NextStep.TEST
        assert passed(workspace).state.next_step is NextStep.CERTIFICATE
        new = workspace.certificates.issue(COURSE, "de")
        assert new.claims.valid_until == date(2028, 11, 23)
        assert workspace.study.state(COURSE, "de").certificate_id == new.claims.certificate_id
        assert workspace.certificates.all() == (old, new)


def test_a_course_without_promise_gives_no_certificate(place: Place) -> None:
    bare = COURSE_MD.replace("certificate: {valid_months: 12, template: standard}\n", "certificate: false\n")
    place.write(place.courses / COURSE / "course.md", bare)
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        assert workspace.library.outline(COURSE, "de").certificate is None
        assert not passed(workspace).certificate_offered
        with pytest.raises(NotPossible) as error:
            workspace.certificates.issue(COURSE, "de")
        assert error.value.code == "certificate-without-promise"


# --- handing it out ---


def test_the_copy_has_the_same_bytes_and_a_name_for_people(place: Place, tmp_path: Path) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        out = tmp_path / "out"
        out.mkdir()
        path = workspace.certificates.export(issued, out)
        assert path.name == "Klartext-Zertifikat zug Jana Ortmann 2026-11-22.pdf"
        assert path.read_bytes() == workspace.certificates.pdf_path(issued).read_bytes()
        assert workspace.certificates.export(issued, out) == path, "the very same bytes need no second copy"
        assert [p.name for p in out.iterdir()] == [path.name]


def test_the_english_certificate_has_an_english_name(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "en")
        assert workspace.certificates.proposed_name(issued) == "Klartext certificate zug Jana Ortmann 2026-11-22.pdf"


def test_another_file_of_that_name_is_not_overwritten_unless_asked(place: Place, tmp_path: Path) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        target = tmp_path / "mein.pdf"
        target.write_text("etwas anderes", encoding="utf-8")
        beside = workspace.certificates.export(issued, target)
        assert beside.name == "mein (2).pdf"
        assert target.read_text(encoding="utf-8") == "etwas anderes"
        assert workspace.certificates.export(issued, target, overwrite=True) == target
        assert target.read_bytes() == beside.read_bytes()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ('Jana "die Schnelle" O\'Neill', "Klartext-Zertifikat zug Jana die Schnelle O'Neill 2026-11-22.pdf"),
        ("A/B\\C: <D>|E?*", "Klartext-Zertifikat zug A B C D E 2026-11-22.pdf"),
        ("Müller-Lüdenscheidt", "Klartext-Zertifikat zug Müller-Lüdenscheidt 2026-11-22.pdf"),
        ("..", "Klartext-Zertifikat zug .. 2026-11-22.pdf"),
        ("王小明", "Klartext-Zertifikat zug 王小明 2026-11-22.pdf"),
    ],
)
def test_names_become_file_names_that_every_system_takes(place: Place, name: str, file: str) -> None:
    with place.open() as workspace:
        completed(workspace, name)
        issued = workspace.certificates.issue(COURSE, "de")
        assert issued.file_name == workspace.certificates.proposed_name(issued) == file
        assert workspace.certificates.pdf_path(issued).is_file()


def test_a_long_name_is_cut_to_what_file_systems_take(place: Place, tmp_path: Path) -> None:
    with place.open() as workspace:
        completed(workspace, "王" * 120)
        issued = workspace.certificates.issue(COURSE, "de")
        assert len(issued.file_name.encode()) <= 200
        assert workspace.certificates.export(issued, tmp_path).is_file()


def test_a_copy_that_cannot_be_written_leaves_no_piece_behind(place: Place, tmp_path: Path) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        blocked = tmp_path / "datei"
        blocked.write_text("", encoding="utf-8")
        with pytest.raises(KlartextError) as error:
            workspace.certificates.export(issued, blocked / "zertifikat.pdf")
        assert error.value.code in ("file-not-written", "file-read-only")
        assert error.value.data["path"] == str(blocked / "zertifikat.pdf")
        with pytest.raises(KlartextError) as error:
            workspace.certificates.export(issued, tmp_path / ("x" * 300 + ".pdf"))
        assert error.value.code == "file-name-too-long"
        assert not [p for p in tmp_path.iterdir() if p.name.endswith(".part")]


def test_the_picture_is_a_png(place: Place) -> None:
    with place.open() as workspace:
        completed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        assert workspace.certificates.picture(issued).startswith(b"\x89PNG\r\n\x1a\n")
