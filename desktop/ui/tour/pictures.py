"""The tour's pictures: one screen in every look that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop.model.learner import ThemeName

if TYPE_CHECKING:
    from desktop.ui.window import Window

Look = tuple[ThemeName, int, QSize]
SIZE = QSize(1280, 800)
SMALL = QSize(1024, 640)
USUAL_LOOKS: tuple[Look, ...] = ((ThemeName.LIGHT, 100, SIZE), (ThemeName.DARK, 100, SIZE))
EVERY_LOOK: tuple[Look, ...] = tuple(
    (theme, scale, size)
    for scale in (100, 200)
    for theme in (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
    for size in (SIZE, SMALL)
)


class Album:
    """Keeps pictures of a window below `folder`, in a folder per look."""

    def __init__(self, window: Window, folder: Path, looks: Sequence[Look], settle: Callable[[], None]) -> None:
        self._window = window
        self._folder = folder
        self._looks = tuple(looks)
        self._settle = settle

    def take(self, name: str) -> None:
        """Keep the screen in view in every look."""
        for look in self._looks:
            self._dress(look)
            folder = self._folder / _folder(*look)
            folder.mkdir(parents=True, exist_ok=True)
            picture = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
            picture.save(str(folder / f"{name}.png"))
        # The next picture begins with the look this one ended with: changing looks is what costs.
        self._looks = self._looks[::-1]

    def _dress(self, look: Look) -> None:
        theme, scale, size = look
        self._window.preview_look(theme, scale)
        self._window.resize(size)
        self._settle()


def _folder(theme: ThemeName, scale: int, size: QSize) -> str:
    plain = scale == 100 and size == SIZE
    return str(theme) if plain else f"{theme}-{size.width()}x{size.height()}-{scale}"
