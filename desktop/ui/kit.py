"""What every screen is handed: where things lie, the language spoken, icons and sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.rendering.sentences import Sentences
from desktop.ui.icons import Icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Kit:
    """The tools of a screen, made anew when the language changes; `motion` False means nothing may move.

    `stage` is where screens are shown: made inside it from the start, they are dressed once and not a second time.
    """

    assets: Path
    language: str
    motion: bool = True
    stage: QWidget | None = field(default=None, compare=False)
    icons: Icons = field(init=False)
    sentences: Sentences = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "icons", Icons(self.assets))
        object.__setattr__(self, "sentences", Sentences(self.assets, self.language))
