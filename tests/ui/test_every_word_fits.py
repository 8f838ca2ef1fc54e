"""Every screen in every look: no word is cut, nothing scrolls sideways, nothing leaves the window."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app.workspace import open_workspace
from desktop.model.learner import Settings, ThemeName
from desktop.ui.application import build
from desktop.ui.screen import Route
from tests.app.kit import ASSETS, Clock
from tests.conftest import ROOT
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults
from tests.ui.scenes import SCENES

DRESSES = (
    Settings("en", ThemeName.LIGHT, 200),
    Settings("de", ThemeName.LIGHT, 200),
    Settings("de", ThemeName.HIGH_CONTRAST, 100),
)
"""Dressing a window anew is what takes time: dark is shaped as light, and in ordinary letters German is the longer."""

SIZES = ((1024, 640), (1280, 800))


@pytest.mark.parametrize("scene", SCENES)
def test_no_word_is_cut_at_any_size_in_any_language(stage: Stage, scene: str) -> None:
    """One window walks through all looks; it is made anew in the small size and grows from there."""
    prepare, go = SCENES[scene]
    window = stage.open(prepare=prepare, settings=DRESSES[0], size=SIZES[0])
    cut = {}
    for look in DRESSES:
        window.resize(*SIZES[0])
        if look != DRESSES[0]:
            window.take_settings(stage.workspace().people.change_settings(look))
        go(window)
        for size in SIZES:
            window.resize(*size)
            settle()
            cut[look.text_scale, look.theme.value, look.language, size] = faults(window)
    assert not any(cut.values()), "\n".join(f"{look}: {fault}" for look, found in cut.items() for fault in found)


COURSES = sorted(path.name for path in (ROOT / "courses").iterdir() if (path / "course.md").exists())


@pytest.mark.parametrize("course", COURSES)
def test_the_long_words_of_every_shipped_course_fit_where_it_is_tightest(
    app: QApplication, tmp_path: Path, course: str
) -> None:
    """German, the longer language, in large letters in the small window: every lesson, and every question asked."""
    folders = {"course_folders": (ROOT / "courses",), "quiz_folders": (ROOT / "quizzes",)}
    cut: dict[str, list[str]] = {}
    with open_workspace(tmp_path / "home", **folders, assets=ASSETS, clock=Clock(), rng=Random(1)) as workspace:
        workspace.people.set_up("Jana Ortmann", Settings("de", ThemeName.LIGHT, 200))
        window = build(app, workspace, ASSETS)
        window.resize(*SIZES[0])
        window.show()
        for lesson in workspace.library.outline(course, "de").lessons:
            window.show_route(Route("lesson", course, lesson.id))
            window.screen.complete()
            settle()
            cut[lesson.id] = faults(window)
        window.show_route(Route("quiz", course))
        for place in range(window.screen.count):
            window.screen.go_to(place)
            settle()
            cut[f"question {place + 1}"] = faults(window)
        window.close()
        window.deleteLater()
    assert not any(cut.values()), "\n".join(f"{where}: {fault}" for where, found in cut.items() for fault in found)
