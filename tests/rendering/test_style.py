from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.model.learner import ThemeName
from desktop.rendering.style import TYPE_STEPS, pixels, style_sheet
from desktop.rendering.theme import load_theme


def sizes(sheet: str) -> list[int]:
    return [int(size) for size in re.findall(r"font-size: (\d+)px", sheet)]


def test_the_sheet_leaves_no_placeholder(assets: Path) -> None:
    assert "$" not in style_sheet(load_theme(assets, ThemeName.DARK), 150)


def test_every_text_size_grows_with_the_scale(assets: Path) -> None:
    theme = load_theme(assets, ThemeName.LIGHT)
    normal, double = sizes(style_sheet(theme, 100)), sizes(style_sheet(theme, 200))
    assert normal
    assert [2 * size for size in normal] == double
    assert set(normal) <= set(TYPE_STEPS.values())


def test_shape_is_the_same_in_every_theme(assets: Path) -> None:
    """Themes differ in colours only."""
    bare = {
        re.sub(r"#[0-9A-Fa-f]{6}", "#", style_sheet(load_theme(assets, name)))
        for name in (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
    }
    assert len(bare) == 1


def test_nothing_casts_a_shadow_or_loads_a_picture(assets: Path) -> None:
    sheet = style_sheet(load_theme(assets, ThemeName.LIGHT))
    assert "shadow" not in sheet
    assert "url(" not in sheet


@pytest.mark.parametrize(("size", "scale", "expected"), [(15, 100, 15), (15, 150, 22), (13, 200, 26), (0.2, 100, 1)])
def test_pixels(size: float, scale: int, expected: int) -> None:
    assert pixels(size, scale) == expected
