"""Headings inside running text as headings for screen readers, which jump from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.ui.text.anatomy import blocks


class TextHeading(QWidget):
    """Lies unseen over the words of a heading, which the text below paints; clicks go through it."""

    reader_role = "Heading"

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(words)
        self.show()


def headings(document: QTextDocument) -> list[tuple[str, QRect]]:
    """Return words and place, in document coordinates, of every heading of a laid-out document."""
    layout = document.documentLayout()
    return [
        (block.text(), layout.blockBoundingRect(block).toAlignedRect())
        for block in blocks(document)
        if block.blockFormat().headingLevel() > 0
    ]
