"""The guided tour, as README and bundle run it: to a verified certificate, with pictures, without a connection."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.app.verifying import verify_paths
from desktop.model.certificate import VerdictName

ROOT = Path(__file__).resolve().parent.parent
STRACE = shutil.which("strace")
SCREENS = (
    *("first-start", "home", "courses", "course", "lesson-1", "check-1", "quiz", "result", "offer", "certificates"),
    *("simulations", "simulation", "simulation-end", "assessments", "assessment", "assessment-result", "print"),
)


@dataclass(frozen=True)
class Tour:
    out: Path
    stdout: str
    stderr: str
    code: int
    trace: str


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    folder = tmp_path_factory.mktemp("tour")
    out, trace = folder / "out", folder / "trace"
    traced = [STRACE, "-f", "--seccomp-bpf", "-e", "trace=connect", "-o", str(trace)] if STRACE else []
    done = subprocess.run(
        [*traced, sys.executable, "-m", "desktop", "--home", str(folder / "home"), "tour", "--out", str(out)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    traces = trace.read_text(encoding="utf-8") if trace.exists() else ""
    return Tour(out, done.stdout, done.stderr, done.returncode, traces)


def test_the_tour_ends_well_and_says_a_line_per_step(tour: Tour) -> None:
    assert tour.code == 0, tour.stdout + tour.stderr
    assert tour.stderr == ""
    assert all(re.match(r"\[(de|en) \d\d\] ", line) for line in tour.stdout.splitlines())


def test_both_certificates_are_sealed_and_pictured(tour: Tour) -> None:
    files = sorted(tour.out.glob("*.pdf"))
    assert [v.name for v in verify_paths(files)] == [VerdictName.SEALED] * 2
    assert all(file.with_suffix(".png").read_bytes().startswith(b"\x89PNG") for file in files)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_checklist_lies_there_to_be_printed(tour: Tour, language: str) -> None:
    sheet = (tour.out / language / "checklist.pdf").read_bytes()
    assert sheet.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    assert len(sheet) > 10_000, "with its own letters"


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_screen_is_pictured(tour: Tour, language: str, look: str) -> None:
    pictures = {file.stem: file.read_bytes() for file in (tour.out / language / look).glob("*.png")}
    assert set(SCREENS) <= set(pictures)
    assert all(data.startswith(b"\x89PNG") for data in pictures.values())


def test_light_and_dark_and_both_languages_differ(tour: Tour) -> None:
    homes = {tour.out.joinpath(a, b, "home.png").read_bytes() for a in ("de", "en") for b in ("light", "dark")}
    assert len(homes) == 4


@pytest.mark.skipif(STRACE is None, reason="strace is not installed here")
def test_nothing_attempts_a_connection(tour: Tour) -> None:
    assert "exited" in tour.trace
    attempts = [line for line in tour.trace.splitlines() if "connect(" in line and "AF_UNIX" not in line]
    assert attempts == []


def test_a_folder_with_data_of_its_own_is_not_played_with(tmp_path: Path) -> None:
    kept = tmp_path / "home" / "state.json"
    kept.parent.mkdir()
    kept.write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--home", str(kept.parent), "tour", "--out", str(tmp_path / "out")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert kept.read_text(encoding="utf-8") == "{}"
    assert "Traceback" not in done.stderr
