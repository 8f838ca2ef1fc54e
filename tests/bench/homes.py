"""Homes to measure with: a learner who has set up and looked round, so that caches are as warm as in daily life."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

from desktop.app.workspace import Workspace, open_workspace
from desktop.model.learner import Settings, ThemeName

ROOT = Path(__file__).resolve().parent.parent.parent


def opened(home: Path) -> Workspace:
    """The shipped courses over a data folder."""
    return open_workspace(
        home,
        course_folders=(ROOT / "courses",),
        quiz_folders=(ROOT / "quizzes",),
        assets=ROOT / "assets",
        clock=lambda: datetime.now().astimezone(),
        rng=random.Random(1),
    )


def prepared_home(home: Path) -> Path:
    """A data folder with a learner in it and the outlines of all courses cached."""
    with opened(home) as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language="de", theme=ThemeName.LIGHT))
        workspace.overview("de")
    return home
