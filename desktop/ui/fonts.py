"""Loads the shipped type, so that the window looks the same on every laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(assets: Path) -> tuple[str, ...]:
    """Register every face in `<assets>/fonts` that is not yet known.

    Returns the names of files Qt could not read (none, in a sound bundle).
    """
    known = {name.replace(" ", "") for name in QFontDatabase.styles("Inter")}
    files = [file for file in sorted((assets / "fonts").glob("Inter-*.ttf")) if file.stem[6:] not in known]
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def load_face(assets: Path, style: str) -> bool:
    """Register one face of Inter ("Bold"), for what must be painted before there is time for all of them."""
    return QFontDatabase.addApplicationFont(str(assets / "fonts" / f"Inter-{style}.ttf")) >= 0
