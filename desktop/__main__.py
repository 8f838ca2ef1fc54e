"""Options in; starts the window or a headless command. The only place that wires objects together."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import desktop

BASE = Path(desktop.__file__).resolve().parent.parent
"""Where assets/, courses/ and quizzes/ lie, in a checkout and in the bundle alike.

Taken from the package: in the bundle this module itself runs as a script from elsewhere.
"""


def default_home() -> Path:
    """The data folder where none was named: the system's own place for a user's application data."""
    from platformdirs import user_data_path

    return user_data_path("Klartext", appauthor=False, roaming=False)


def now() -> datetime:
    """The clock: local time with its offset."""
    return datetime.now().astimezone()


def policy_places() -> tuple[Path, ...]:
    """Where an employer's policy may lie; the first counts: the system's folder, then the one beside the program."""
    from platformdirs import site_config_path

    beside = Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else BASE
    return tuple(folder / "klartext.toml" for folder in (site_config_path("Klartext", appauthor=False), beside))


def open_window(home: Path | None, policy: Path | None = None) -> int:
    """Open the window on `home`, under `policy` where a file was named; returns the exit code."""
    from desktop.ui.application import run

    code: int = run(
        home=home or default_home(),
        assets=BASE / "assets",
        course_folders=(BASE / "courses",),
        quiz_folders=(BASE / "quizzes",),
        clock=now,
        rng=random.SystemRandom(),
        policy_places=lambda: (policy,) if policy else policy_places(),
    )
    return code


def run_tour(home: Path | None, out: Path, everything: bool) -> int:
    """Play the guided tour offscreen on `home` (a fresh folder under `out` where none was named)."""
    from desktop.ui.tour import run

    code: int = run(
        home=home or out / "home",
        out=out,
        everything=everything,
        assets=BASE / "assets",
        course_folders=(BASE / "courses",),
        quiz_folders=(BASE / "quizzes",),
        clock=now,
        rng=random.SystemRandom(),
    )
    return code


def main(argv: Sequence[str] | None = None) -> None:
    """Entry point of `klartext` and `python -m desktop`; always ends in SystemExit."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        # The everyday start: no options to parse, so the option parser is not even loaded.
        sys.exit(open_window(None))
    from desktop.cli.program import Doors, run

    sys.exit(run(arguments, Doors(BASE / "assets", open_window, run_tour)))


if __name__ == "__main__":
    main()
