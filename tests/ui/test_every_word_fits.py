"""Every screen in every look: no word is cut, nothing scrolls sideways, nothing leaves the window."""

from __future__ import annotations

import pytest

from desktop.model.learner import Settings, ThemeName
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults
from tests.ui.scenes import SCENES

LOOKS = tuple(
    (scale, theme, language, size)
    for scale, theme in ((200, ThemeName.LIGHT), (100, ThemeName.HIGH_CONTRAST))
    for language in ("de", "en")
    for size in ((1024, 640), (1280, 800))
)
"""Dressing a window anew is what takes time; so the text size changes least, and dark, shaped as light, is left out."""


@pytest.mark.parametrize("scene", SCENES)
def test_no_word_is_cut_at_any_size_in_any_language(stage: Stage, scene: str) -> None:
    """One window walks through all looks; themes alternate, because only their borders could make a difference."""
    prepare, go = SCENES[scene]
    window = stage.open(prepare=prepare)
    cut = {}
    for look in LOOKS:
        scale, theme, language, size = look
        window.resize(*size)
        window.take_settings(stage.workspace().people.change_settings(Settings(language, theme, scale)))
        go(window)
        settle()
        cut[look] = faults(window)
    assert not any(cut.values()), "\n".join(f"{look}: {fault}" for look, found in cut.items() for fault in found)
