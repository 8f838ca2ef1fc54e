"""Loads the shipped type, so that the window looks the same on every laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(assets: Path) -> tuple[str, ...]:
    """Register every face in `<assets>/fonts`; returns the file names Qt could not read (none, in a sound bundle)."""
    files = sorted((assets / "fonts").glob("*.ttf"))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)
