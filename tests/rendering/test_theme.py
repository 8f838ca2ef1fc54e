from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.learner import ThemeName
from desktop.rendering.theme import Colours, ThemeUnusableError, contrast, load_theme, resolve

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
GROUNDS = ("paper", "surface", "sunken")
SOFT = ("accent_soft", "caution_soft", "risk_soft", "info_soft")

TONES = ("accent", "caution", "risk", "info")

TEXTS = [
    *(("ink", ground) for ground in GROUNDS + SOFT),
    *(("muted", ground) for ground in GROUNDS + SOFT),
    *((tone, ground) for tone in TONES for ground in ("paper", "surface", f"{tone}_soft")),
    *(("accent_strong", ground) for ground in ("paper", "surface", "accent_soft")),
    *(("on_accent", ground) for ground in ("accent", "accent_strong")),
]
SHAPES = [
    *(("focus", ground) for ground in GROUNDS + SOFT),
    *(("field", ground) for ground in ("paper", "surface")),
    *((tone, "track") for tone in ("accent", "caution")),
    *((tone, ground) for tone in ("accent", "risk") for ground in ("surface",)),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_is_readable_on_every_ground_it_stands_on(assets: Path, name: ThemeName, ink: str, ground: str) -> None:
    tokens = load_theme(assets, name).colours.tokens()
    least = 7.0 if name is ThemeName.HIGH_CONTRAST else 4.5
    assert contrast(tokens[ink], tokens[ground]) >= least


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_rings_fields_and_bars_are_seen(assets: Path, name: ThemeName, shape: str, ground: str) -> None:
    tokens = load_theme(assets, name).colours.tokens()
    assert contrast(tokens[shape], tokens[ground]) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_only_the_dark_theme_says_it_is_dark(assets: Path) -> None:
    for name in THEMES:
        theme = load_theme(assets, name)
        darker = contrast(theme.colours.paper, "#000000") < contrast(theme.colours.ink, "#000000")
        assert theme.dark is darker


@pytest.mark.parametrize(
    ("name", "dark", "expected"),
    [
        (ThemeName.SYSTEM, False, ThemeName.LIGHT),
        (ThemeName.SYSTEM, True, ThemeName.DARK),
        (ThemeName.HIGH_CONTRAST, True, ThemeName.HIGH_CONTRAST),
        (ThemeName.LIGHT, True, ThemeName.LIGHT),
    ],
)
def test_only_system_follows_the_desktop(name: ThemeName, dark: bool, expected: ThemeName) -> None:
    assert resolve(name, system_dark=dark) is expected


@pytest.fixture
def spoilt(assets: Path, tmp_path: Path):
    """Writes the light theme with one change and returns the assets folder around it."""

    def write(before: str, after: str) -> Path:
        text = (assets / "themes" / "light.toml").read_text(encoding="utf-8")
        assert before in text
        (tmp_path / "themes").mkdir()
        (tmp_path / "themes" / "light.toml").write_text(text.replace(before, after), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("ink =", "inc =", "missing ink"),
        ('ink = "#1B1F2A"', 'ink = "#1B1F2A"\nshadow = "#000000"', "unknown shadow"),
        ("#1B1F2A", "black", "ink is no #RRGGBB"),
        ("#1B1F2A", "#1B1F2A; color: red", "ink is no #RRGGBB"),
    ],
)
def test_a_theme_with_a_slip_is_refused_by_name(spoilt, before: str, after: str, words: str) -> None:
    with pytest.raises(ThemeUnusableError, match=words):
        load_theme(spoilt(before, after), ThemeName.LIGHT)


def test_every_token_is_used(assets: Path) -> None:
    from desktop.rendering.style import style_sheet

    theme = load_theme(assets, ThemeName.LIGHT)
    sheet = style_sheet(theme)
    painted = {"focus"}  # drawn by the focus ring
    unused = {name for name, value in theme.colours.tokens().items() if value not in sheet} - painted
    assert not unused
    assert set(theme.colours.tokens()) == set(Colours.__dataclass_fields__)
