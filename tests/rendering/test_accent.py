"""Whatever colour a firm chooses: every word in it can be read, its hue stays, and what is right stays green."""

from __future__ import annotations

import colorsys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.model.learner import ThemeName
from desktop.rendering.accent import accented, resembles
from desktop.rendering.theme import Theme, contrast, load_theme

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
LOADED = {name: load_theme(ASSETS, name) for name in THEMES}
BRANDS = ("#005AA0", "#FFD500", "#E30613", "#F39200", "#00FF00", "#0000FF", "#8A2BE2", "#000000", "#FFFFFF", "#808080")
PAIRS = [
    *(("accent", ground) for ground in ("paper", "surface", "accent_soft", "good_soft", "info_soft", "caution_soft")),
    *(("accent", "risk_soft"), ("ink", "accent_soft"), ("muted", "accent_soft")),
    *(("accent_strong", ground) for ground in ("paper", "surface", "accent_soft")),
    *(("on_accent", "accent"), ("on_accent", "accent_strong")),
]


def hue(colour: str) -> float:
    return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]


def unreadable(theme: Theme) -> list[tuple[str, str, float]]:
    tokens = theme.colours.tokens()
    least = 7.0 if theme.name is ThemeName.HIGH_CONTRAST else 4.5
    ratios = [(ink, ground, contrast(tokens[ink], tokens[ground])) for ink, ground in PAIRS]
    return [one for one in ratios if one[2] < least]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("brand", BRANDS)
def test_every_brand_can_be_read_in_every_theme(name: ThemeName, brand: str) -> None:
    made = accented(LOADED[name], brand)
    assert not made.kept
    assert unreadable(made.theme) == []
    assert made.theme.colours.accent == made.used
    # Two colours so dark or bright that one channel is a step of 255 differ in hue by rounding alone.
    apart = abs(hue(made.used) - hue(brand))
    assert min(apart, 1 - apart) < 0.02


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 0xFFFFFF), st.sampled_from(THEMES))
def test_any_colour_at_all_is_readable_or_passed_over(number: int, name: ThemeName) -> None:
    made = accented(LOADED[name], f"#{number:06x}")
    assert unreadable(made.theme) == []
    if made.kept:
        assert made.theme == LOADED[name]


def test_a_colour_that_can_be_read_is_taken_as_it_is() -> None:
    made = accented(LOADED[ThemeName.LIGHT], "#005aa0")
    assert (made.used, made.adjusted) == ("#005AA0", False)
    assert made.ratio >= 4.5


def test_a_colour_that_fades_is_darkened_by_day_and_kept_by_night() -> None:
    day, night = (accented(LOADED[name], "#FFD500") for name in (ThemeName.LIGHT, ThemeName.DARK))
    assert day.adjusted
    assert day.ratio < 2
    assert contrast(day.used, "#FFFFFF") > 4.5
    assert not night.adjusted


def test_where_no_lightness_helps_ours_stays() -> None:
    light = LOADED[ThemeName.LIGHT]
    impossible = replace(light, colours=replace(light.colours, paper="#000000"))
    made = accented(impossible, "#005AA0")
    assert made.kept
    assert made.theme == impossible
    assert made.used == impossible.colours.accent


@pytest.mark.parametrize("name", THEMES)
def test_what_is_right_and_what_warns_keeps_its_colour(name: ThemeName) -> None:
    before, after = LOADED[name].colours, accented(LOADED[name], "#E30613").theme.colours
    for token in ("good", "good_soft", "caution", "caution_soft", "risk", "risk_soft", "focus"):
        assert getattr(after, token) == getattr(before, token)


@pytest.mark.parametrize(
    ("brand", "like"),
    [
        ("#E30613", "risk"),
        ("#C00000", "risk"),
        ("#F39200", "caution"),
        ("#005AA0", ""),
        ("#FFD500", ""),
        ("#0F6B63", ""),
        ("#7A6F6E", ""),
    ],
)
def test_a_colour_that_could_be_taken_for_a_warning_is_told(brand: str, like: str) -> None:
    assert resembles(brand, LOADED[ThemeName.LIGHT]) == like
