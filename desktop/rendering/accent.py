"""A firm's own accent colour in a theme: its hue stays, its lightness moves until every word in it can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.model.learner import ThemeName
from desktop.rendering.theme import Colours, Theme, contrast

_STEP = 0.01
_DARKEST, _LIGHTEST = 0.08, 0.94
"""Lightness (HLS) beyond which no hue is seen any more."""

_GREY = 0.25
"""Saturation below which a colour is taken for grey and resembles none of ours."""

_NEAR = 16 / 360
"""Hues closer than this are the same colour to most eyes."""

# How much of the accent its soft ground holds, the rest is the ground of cards.
_SOFT = {ThemeName.LIGHT: 0.11, ThemeName.DARK: 0.17, ThemeName.HIGH_CONTRAST: 0.07}
_GROUNDS = ("paper", "surface", "info_soft", "caution_soft", "risk_soft", "good_soft")


@dataclass(frozen=True, slots=True)
class Accented:
    """What became of an accent in a theme.

    `used` is the colour in force: the one asked for, one of the same hue that can be read, or (`kept` True) the theme's
    own because none could. `ratio` is the least contrast the colour asked for has on the grounds it would stand on.
    """

    theme: Theme
    asked: str
    used: str
    ratio: float
    kept: bool = False

    @property
    def adjusted(self) -> bool:
        """Whether another colour than the one asked for is in force."""
        return self.used != self.asked


def accented(theme: Theme, accent: str) -> Accented:
    """The theme with `accent` ("#RRGGBB"), readable at 4.5:1 everywhere, in high contrast at 7:1."""
    asked, least = accent.upper(), _needed(theme)
    ratio = _least(_dressed(theme, asked).colours)
    for candidate in _candidates(asked, dark=theme.dark):
        dressed = _dressed(theme, candidate)
        if _least(dressed.colours) >= least:
            return Accented(dressed, asked, candidate, ratio)
    return Accented(theme, asked, theme.colours.accent, ratio, kept=True)


def resembles(accent: str, theme: Theme) -> str:
    """Whose hue an accent shares: "risk", "caution" or neither (empty)."""
    hue, _, saturation = _hls(accent)
    if saturation < _GREY:
        return ""
    far = {name: _apart(hue, _hls(getattr(theme.colours, name))[0]) for name in ("risk", "caution")}
    nearest = min(far, key=lambda name: far[name])
    return nearest if far[nearest] < _NEAR else ""


def _needed(theme: Theme) -> float:
    return 7.0 if theme.name is ThemeName.HIGH_CONTRAST else 4.5


def _candidates(accent: str, *, dark: bool) -> Iterator[str]:
    """The colour itself, then ever darker ones (in a dark theme: lighter ones) of its hue."""
    yield accent
    hue, lightness, saturation = _hls(accent)
    while _DARKEST < lightness < _LIGHTEST or (lightness >= _LIGHTEST) is not dark:
        lightness += _STEP if dark else -_STEP
        if not 0 <= lightness <= 1:
            return
        yield _hex(hue, lightness, saturation)


def _dressed(theme: Theme, accent: str) -> Theme:
    colours = theme.colours
    hue, lightness, saturation = _hls(accent)
    strong = _hex(hue, min(1.0, max(0.0, lightness + (0.08 if theme.dark else -0.06))), saturation)
    on_accent = colours.on_accent
    if contrast(on_accent, accent) < _needed(theme):
        on_accent = max("#FFFFFF", "#000000", key=lambda ink: contrast(ink, accent))
    share = _SOFT[theme.name]
    # A bright accent lifts its soft ground in the dark until quiet words on it fade: then less of it will do.
    while share > 0.03 and contrast(colours.muted, _mixed(accent, colours.surface, share)) < _needed(theme):
        share -= 0.01
    soft = _mixed(accent, colours.surface, share)
    return replace(
        theme,
        colours=replace(colours, accent=accent, accent_strong=strong, accent_soft=soft, on_accent=on_accent),
    )


def _least(colours: Colours) -> float:
    """The lowest contrast among all pairs of text and ground in which the accent takes part."""
    tokens = colours.tokens()
    pairs = [
        *(("accent", ground) for ground in (*_GROUNDS, "accent_soft")),
        *(("accent_strong", ground) for ground in ("paper", "surface", "accent_soft")),
        *(("on_accent", ground) for ground in ("accent", "accent_strong")),
        *((ink, "accent_soft") for ink in ("ink", "muted")),
    ]
    return min(contrast(tokens[ink], tokens[ground]) for ink, ground in pairs)


def _apart(one: float, other: float) -> float:
    """The distance of two hues on their circle, 0..0.5."""
    return min(abs(one - other), 1 - abs(one - other))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (channel / 255 for channel in _channels(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def _hex(hue: float, lightness: float, saturation: float) -> str:
    return "#{:02X}{:02X}{:02X}".format(*(round(c * 255) for c in colorsys.hls_to_rgb(hue, lightness, saturation)))


def _mixed(colour: str, ground: str, share: float) -> str:
    parts = zip(_channels(colour), _channels(ground), strict=True)
    return "#{:02X}{:02X}{:02X}".format(*(round(a * share + b * (1 - share)) for a, b in parts))
