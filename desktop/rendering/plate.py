"""The ground on which somebody else's logo can be seen, whatever its colours and whatever the theme."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.rendering.theme import contrast

WHITE, NIGHT = "#FFFFFF", "#15171C"
_SEEN = 2.0
"""Contrast from which a shape of a logo is seen; it is a picture, not a text to be read."""


def plate_for(inks: Sequence[str], surface: str) -> str:
    """The surface itself where the logo's colours stand out on it, else white or night, whichever shows more of them.

    `inks` are the colours of the logo's opaque pixels ("#RRGGBB"), each as often as it occurs.
    """
    if not inks:
        return surface
    weights = {ink: inks.count(ink) for ink in set(inks)}

    def share(ground: str) -> float:
        return sum(weight for ink, weight in weights.items() if contrast(ink, ground) >= _SEEN) / len(inks)

    if share(surface) >= 0.75:
        return surface
    return max((surface, WHITE, NIGHT), key=share)
