"""Course files become a report of everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.app.profile import load_profile
from desktop.app.views import CheckReport
from desktop.model.problem import Problem


def check_paths(paths: Sequence[Path], *, assets: Path, home: Path | None = None) -> CheckReport:
    """Check courses and quizzes (files or folders) against the firm's profile in `home`, else the shipped example.

    Problems are sorted by file and line; those of a faulty profile of the firm are among them.
    """
    from desktop.content.checking import check

    profile = load_profile(home, assets)
    found = (*profile.problems, *check(paths, org=profile.values), *_accents(paths, assets))
    ordered = sorted(found, key=lambda p: (str(p.place.file), p.place.line, p.place.column))
    return CheckReport(tuple(ordered), len(set(_markdown(paths))))


def _accents(paths: Sequence[Path], assets: Path) -> list[Problem]:
    """What becomes of the accent colours in the policy files among and right inside the paths."""
    from desktop.app.policy import accent_problems, find_policy

    files = [path / "klartext.toml" if path.is_dir() else path for path in paths]
    named = [file for file in files if file.name.startswith("klartext") and file.suffix == ".toml"]
    return [problem for file in named for problem in accent_problems(find_policy((file,)).policy, assets)]


def _markdown(paths: Sequence[Path]) -> list[Path]:
    """The Markdown files among and below the paths."""
    files: list[Path] = []
    for path in paths:
        files.extend(sorted(path.rglob("*.md")) if path.is_dir() else [path])
    return files
