"""What the README promises: its commands work as they stand, its pictures exist and are what they say."""

from __future__ import annotations

import re
import shlex
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCES = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
COMMANDS = [line.split("  #")[0].strip() for fence in FENCES for line in fence.splitlines() if line.strip()]
KLARTEXT = [c for c in COMMANDS if c.startswith(".venv/bin/klartext")]


def test_there_are_exactly_two_set_up_commands() -> None:
    assert FENCES[0].splitlines()[0].startswith("make run ")
    assert FENCES[0].splitlines()[1].startswith("make test ")
    assert len(FENCES[0].splitlines()) == 2


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)", README))))
def test_a_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("command", [c for c in KLARTEXT if " check " in c])
def test_a_check_command_finds_the_shipped_courses_clean(command: str) -> None:
    done = _klartext(shlex.split(command)[1:], cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [c for c in KLARTEXT if " verify " in c])
def test_a_verify_command_runs_as_written(command: str, tmp_path: Path, sealed_certificate: Path) -> None:
    folder = tmp_path / "folder-with-certificates"
    folder.mkdir()
    for place in (tmp_path / "certificate.pdf", folder / "one.pdf"):
        place.write_bytes(sealed_certificate.read_bytes())
    done = _klartext(shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sealed" in done.stdout


def test_every_kind_of_klartext_command_is_covered() -> None:
    assert KLARTEXT
    assert all(" check " in c or " verify " in c for c in KLARTEXT)


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README))
def test_a_picture_exists_in_the_promised_size(picture: str) -> None:
    head = (ROOT / picture).read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == (1280, 800)


PROSE = re.sub(r"```.*?```", "", README, flags=re.DOTALL)


@pytest.mark.parametrize("link", re.findall(r"(?<!!)\[[^\]]+\]\((?!http)([^)#]+)\)", PROSE))
def test_a_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def _klartext(arguments: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
