"""Small pieces of marked-up text that widgets put together."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop.model.text import Rich
from desktop.ui.text.rich_text import RichText

TIGHT = 1.35
"""Line height of titles and words beside an icon."""

_AIR = 4


def lead_in(word: str, rich: Rich) -> Rich:
    """Return `rich` with a bold word set before its first sentence."""
    start = f"<strong>{html.escape(word)}</strong>"
    plain = f"{word} {rich.plain}".strip()
    if rich.html.startswith("<p>"):
        return Rich(f"<p>{start} {rich.html[3:]}", plain)
    return Rich(f"<p>{start} {rich.html}</p>", plain)


def plain_text(words: str) -> Rich:
    """Return plain words as a text that may be shown where marked-up text is expected."""
    return Rich(html.escape(words), words)


def inline(rich: Rich) -> str:
    """Return the HTML of a single paragraph without its paragraph mark; blanks at its ends stay."""
    text = rich.html
    if text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1:
        return text[3:-4]
    return text


class Line(RichText):
    """Plain words on one or a few tight lines, centred on what stands beside them."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(plain_text(words), parent, line_height=TIGHT)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.plain) + _AIR
        return QSize(width, self.heightForWidth(width))
