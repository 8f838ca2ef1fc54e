"""A theme is data with roles: the colour tokens of one look, and the contrast between two of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from desktop.model.learner import ThemeName

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The tokens, each "#RRGGBB".

    paper is the window's ground, surface that of cards and rail, sunken that of quiet badges; ink and muted are
    text; line is for borders that only decorate, track for the empty part of progress, field for the borders of things
    to type or tick, thumb for the handles of scroll bars. accent_strong is a pressed or hovered action. good is what is
    right or done: our accent, but not a firm's own, which may be red. Every `…_soft` is the ground its namesake stands
    on.
    """

    paper: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    track: str
    field: str
    thumb: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    risk: str
    risk_soft: str
    info: str
    info_soft: str
    focus: str

    def tokens(self) -> dict[str, str]:
        """All colours by token name."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One look; `dark` says whether the ground is darker than the text."""

    name: ThemeName
    dark: bool
    colours: Colours


class ThemeUnusableError(ValueError):
    """A theme file lacks a token, has one too many, or names a colour that is none."""


def resolve(name: ThemeName, *, system_dark: bool) -> ThemeName:
    """The theme to load for a setting: SYSTEM becomes light or dark, every other name stays."""
    if name is not ThemeName.SYSTEM:
        return name
    return ThemeName.DARK if system_dark else ThemeName.LIGHT


def load_theme(assets: Path, name: ThemeName) -> Theme:
    """Read `<assets>/themes/<name>.toml`; SYSTEM counts as light, resolve it before.

    Raises ThemeUnusableError, so that a misspelt token fails in the first test and never shows as a black label.
    """
    resolved = resolve(name, system_dark=False)
    file = assets / "themes" / f"{resolved.value}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    colours = data.get("colours", {})
    known = {field.name for field in fields(Colours)}
    if missing := known - colours.keys():
        raise ThemeUnusableError(f"{file.name}: missing {', '.join(sorted(missing))}")
    if extra := colours.keys() - known:
        raise ThemeUnusableError(f"{file.name}: unknown {', '.join(sorted(extra))}")
    for token, value in colours.items():
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise ThemeUnusableError(f"{file.name}: {token} is no #RRGGBB colour")
    return Theme(name=resolved, dark=bool(data.get("dark", False)), colours=Colours(**colours))


def contrast(one: str, other: str) -> float:
    """The WCAG 2.2 contrast ratio of two "#RRGGBB" colours, 1..21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
