"""The commands as a person types them, in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.program import asked_language, pick_language

ROOT = Path(__file__).resolve().parent.parent.parent


def klartext(*arguments: str, cwd: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LANG": f"{language}.UTF-8", "LC_ALL": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with one course that is right in every respect but one misspelled key."""
    folder = tmp_path / "courses" / "probe"
    folder.mkdir(parents=True)
    (folder / "course.md").write_text(
        '---\nid: probe\ntitle: Probe\nsummary: Kurz.\nversion: "1.0"\naudiense: [alle]\n---\nWorum es geht.\n', "utf-8"
    )
    (folder / "01-eins.md").write_text("# Eins\n\nEin Satz.\n", "utf-8")
    return folder


def test_check_names_the_fault_with_its_place_and_a_way_out(course: Path, tmp_path: Path) -> None:
    done = klartext("check", str(course), cwd=tmp_path)
    assert "course.md:6:1" in done.stdout
    assert "audience" in done.stdout
    assert "^^^^^^^^" in done.stdout
    assert done.stderr == ""


def test_check_speaks_german_where_the_environment_does(course: Path, tmp_path: Path) -> None:
    assert "Dateien gelesen" in klartext("check", str(course), cwd=tmp_path, language="de_DE").stdout


def test_check_exits_with_one_on_an_error_and_still_reads_the_rest(course: Path, tmp_path: Path) -> None:
    (course / "02-zwei.md").write_bytes(b"# Zwei\n\nkaputt \xff\xfe\n")
    done = klartext("check", "--format", "json", str(course), cwd=tmp_path)
    assert done.returncode == 1
    found = {Path(row["file"]).name: row for row in json.loads(done.stdout)}
    assert found["02-zwei.md"]["severity"] == "error"
    assert "course.md" in found


def test_a_path_that_does_not_exist_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = klartext("check", "nirgends", cwd=tmp_path)
    assert done.returncode == 1
    assert "There is no nirgends." in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("language", "count", "nothing", "left", "clean"),
    [
        (
            "de_DE",
            "Eingetragene Kennungen: 3.",
            "Keine Kennung eingetragen.",
            "bekam keine Kennung",
            "nichts zu beanst",
        ),
        ("en", "Ids written: 3.", "No id written.", "got no id", "nothing to complain"),
    ],
)
def test_check_fix_writes_missing_ids_and_says_what_remains(
    language: str, count: str, nothing: str, left: str, clean: str, tmp_path: Path
) -> None:
    head, answers = "---\nid: q\ntype: quiz\n---\n", "- (x) a\n- ( ) b\n"
    german, english = tmp_path / "q.md", tmp_path / "q.en.md"
    german.write_bytes(f"{head}## Größe?\n{answers}\n## Zwei\n{answers}".replace("\n", "\r\n").encode())
    turned = "- ( ) a\n- (x) b\n"
    english.write_text(f"{head}## Size?\n{answers}\n## Two\n{turned}", "utf-8", newline="\n")

    done = klartext("check", "--fix", ".", cwd=tmp_path, language=language)
    lines = done.stdout.splitlines()
    assert lines[:4] == ["q.md:6: id=groesse", "q.md:11: id=zwei", "q.en.md:6: id=groesse", count]
    assert "q.en.md:10:4: " in done.stdout
    assert left in done.stdout
    assert done.stderr == ""
    assert german.read_bytes().count(b"\r\n") == german.read_bytes().count(b"\n") == 13

    english.write_text(english.read_text("utf-8").replace(turned, answers), "utf-8", newline="\n")
    assert klartext("check", "--fix", "q.en.md", cwd=tmp_path, language=language).returncode == 0
    again = klartext("check", "--fix", ".", cwd=tmp_path, language=language)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.startswith(nothing)
    assert clean in again.stdout
    assert "--fix" in klartext("check", "--help", cwd=tmp_path, language=language).stdout


def test_check_fix_keeps_json_a_list_of_problems(course: Path, tmp_path: Path) -> None:
    (course / "02-zwei.md").write_text("# Zwei\n\n<!-- quiz -->\n## Ja?\n- (x) a\n- ( ) b\n<!-- /quiz -->\n", "utf-8")
    done = klartext("check", "--fix", "--format", "json", ".", cwd=tmp_path)
    assert [row["code"] for row in json.loads(done.stdout)] == ["unknown-key"]
    assert "02-zwei.md:5: id=ja" in done.stderr


def test_verify_gives_one_verdict_per_file(sealed_certificate: Path, tmp_path: Path) -> None:
    changed = bytearray(sealed_certificate.read_bytes())
    changed[len(changed) // 2] ^= 1
    (tmp_path / "changed.pdf").write_bytes(changed)
    (tmp_path / "none.pdf").write_text("not a certificate", "utf-8")
    done = klartext(
        "verify", "--format", "json", str(sealed_certificate), "changed.pdf", "none.pdf", "gone.pdf", cwd=tmp_path
    )
    rows = json.loads(done.stdout)
    assert done.returncode == 1
    assert rows[0]["verdict"] == "sealed"
    assert rows[0]["claims"]["name"] == "Jana Ortmann"
    assert rows[1]["verdict"] in ("resaved", "altered", "badsig")
    assert [row["verdict"] for row in rows[2:]] == ["none", "unreadable"]
    assert all(set(row) >= {"file", "verdict", "reason", "claims"} for row in rows)


def test_verify_exits_with_zero_only_if_all_are_sealed(sealed_certificate: Path, tmp_path: Path) -> None:
    assert klartext("verify", str(sealed_certificate), cwd=tmp_path).returncode == 0
    assert klartext("verify", str(sealed_certificate), str(ROOT / "README.md"), cwd=tmp_path).returncode == 1
    empty = tmp_path / "empty"
    empty.mkdir()
    assert klartext("verify", str(empty), cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_help_is_written_in_the_asked_language(language: str, tmp_path: Path) -> None:
    done = klartext("--language", language, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert ("Zertifikate" in done.stdout) is (language == "de")
    for command in ("check", "verify", "tour"):
        assert command in done.stdout


def test_an_unknown_command_ends_with_two(tmp_path: Path) -> None:
    done = klartext("chekc", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "There is no command chekc. “klartext --help” shows what there is.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "Hier fehlt noch: PATH…."),
        (("check", "--repair", "."), "Die Option --repair gibt es nicht."),
        (("check", "--format", "xml", "."), "Das passt hier nicht: "),
        (("tour",), "Hier fehlt noch: "),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_a_slip_of_the_fingers_is_answered_in_a_german_sentence(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = klartext("--language", "de", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert "klartext --help" in done.stderr


def test_the_language_is_taken_from_option_then_environment_then_german() -> None:
    assert pick_language("en", {"LANG": "de_DE.UTF-8"}) == "en"
    assert pick_language(None, {"LANG": "de_AT.UTF-8"}) == "de"
    assert pick_language(None, {"LC_ALL": "fr_FR.UTF-8", "LANG": "de_DE"}) == "en"
    assert pick_language(None, {"LANG": "C.UTF-8"}) == "de"
    assert asked_language(["--language=en", "check"]) == "en"
    assert asked_language(["--language"]) is None


def test_check_knows_a_policy_file_and_what_becomes_of_its_colour(tmp_path: Path) -> None:
    (tmp_path / "klartext.toml").write_text("[company]\nnam = 'Nordwind AG'\naccent = '#FFD500'\n", "utf-8")
    done = klartext("check", "klartext.toml", cwd=tmp_path)
    assert done.returncode == 1
    assert "klartext.toml:2:1" in done.stdout
    assert "Did you mean “name”?" in done.stdout
    assert "klartext.toml:3:11" in done.stdout
    assert "accent = '#FFD500'" in done.stdout


def test_a_policy_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = klartext("--policy", "fehlt.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert "fehlt.toml" in done.stderr
