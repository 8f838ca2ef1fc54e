"""The sources of a lesson, each with a way back to where it is cited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.course import Footnotes
from desktop.model.text import Rich
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.prose import running_text
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.widgets import Overline, Rule, look

BACK = "#back-"
"""Where a note's own link leads: the mark of the anchor that follows."""


class FootnotesBlock(QWidget):
    """Numbered notes below a hairline."""

    def __init__(self, block: Footnotes, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: dict[str, RichText] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        column.addWidget(Overline(self.tr("Sources")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (anchor, text) in enumerate(block.notes, 1):
            note = look(running_text(_with_way_back(anchor, text), context, written=text), "caption")
            note.setAccessibleName(f"{number}. {text.plain}")
            self._notes[anchor] = note
            mark = look(QLabel(f"{number}."), "caption")
            mark.setContentsMargins(0, scaled(2), 0, 0)
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(note, number, 1)
        column.addLayout(grid)

    def note(self, anchor: str) -> RichText | None:
        """Return the text of a note."""
        return self._notes.get(anchor)


def _with_way_back(anchor: str, text: Rich) -> Rich:
    back = f' <a href="{BACK}{anchor}">↩</a>'
    html = text.html.strip()
    html = f"{html[:-4]}{back}</p>" if html.endswith("</p>") else html + back
    return Rich(html, text.plain)
