"""The start imports what the first window needs and nothing heavier."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.kit import COURSE, Place, read_all, set_up

HEAVY = ("yaml", "markdown", "jinja2", "nh3", "cryptography", "typst", "segno", "PySide6")

START = """
import random, sys
from datetime import datetime, timezone
from pathlib import Path
from desktop.app.workspace import open_workspace
root = Path(sys.argv[1])
with open_workspace(
    root / "home",
    course_folders=(root / "courses",),
    quiz_folders=(root / "quizzes",),
    assets=Path(sys.argv[2]),
    clock=lambda: datetime(2026, 11, 22, 9, 30, tzinfo=timezone.utc),
    rng=random.Random(1),
) as workspace:
    overview = workspace.overview("de")
    print(overview.first_name, overview.current.outline.id, workspace.library.problems(), workspace.people.notices())
    workspace.study.state("zug", "de")
    workspace.certificates.offered("zug", "de")
    workspace.certificates.all()
    workspace.attempts.last("zug")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(place: Place, assets: Path) -> tuple[str, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", START, str(place.root), str(assets)], capture_output=True, text=True, check=True
    )
    said, modules = done.stdout.splitlines()
    return said, set(modules.split())


def test_a_warm_start_loads_nothing_heavy(place: Place, assets: Path) -> None:
    with place.open() as workspace:
        set_up(workspace)
        workspace.study.mark_read(COURSE, "wagen")
        workspace.library.outlines("de")
    said, modules = loaded(place, assets)
    assert said == "Jana zug () ()"
    assert "desktop" in modules
    assert not modules & set(HEAVY)


def test_a_cold_start_shows_that_the_test_above_can_fail(place: Place, assets: Path) -> None:
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
    (place.home / "cache" / "outlines-de.json").unlink()
    _, modules = loaded(place, assets)
    assert "yaml" in modules


@pytest.mark.parametrize("module", ["workspace", "checking", "verifying", "views", "profile", "certificates"])
def test_importing_a_room_of_the_app_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, desktop.app.{module}; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & set(HEAVY)
