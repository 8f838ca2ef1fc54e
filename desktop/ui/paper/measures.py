"""Sizes on paper: points turned into a device's pixels, and the faces set in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

BLACK = "#000000"
GREY = "#444444"
HAIR = "#999999"

_SIZES = {"title": 21.0, "body": 10.4, "small": 8.6}


@dataclass(frozen=True)
class Measures:
    """The column of a page: `unit` device pixels are a point, `width` and `height` are device pixels.

    `shrink` makes type and gaps smaller (1 is the usual size), so that a sheet may fit on one page.
    """

    unit: float
    width: float
    height: float
    shrink: float = 1.0

    def points(self, size: float) -> float:
        """A length that shrinks with the type."""
        return size * self.unit * self.shrink

    def gap(self, size: float) -> float:
        """Room between things, which gives way before the type does."""
        return size * self.unit * self.shrink**3

    def hair(self, size: float) -> float:
        """A length that stays."""
        return size * self.unit

    def font(self, role: str = "body", *, bold: bool = False) -> QFont:
        """The window's face in a size for paper: "title", "body" or "small"."""
        font = QFont(QApplication.font())
        font.setPixelSize(max(1, round(self.points(_SIZES[role]))))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        # Letters are placed for the device, not for a screen's pixels.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Inter shapes brackets by their neighbours; such glyphs cannot be searched for or copied in a PDF.
        font.setFeature(QFont.Tag("calt"), 0)
        return font

    def narrowed(self, by: float) -> Measures:
        """The same for a column that is narrower by so many device pixels."""
        return replace(self, width=self.width - by)
