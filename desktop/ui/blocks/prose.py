"""Prose and call-outs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.course import Callout, CalloutKind
from desktop.model.text import Rich
from desktop.ui.blocks.context import BlockContext
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import Line
from desktop.ui.widgets import IconLabel, look

# kind -> (look of the frame, tone of the title, colour of the icon)
_LOOKS = {
    CalloutKind.NOTE: ("note", "info", "info"),
    CalloutKind.TIP: ("good", "good", "good"),
    CalloutKind.IMPORTANT: ("caution", "caution", "caution"),
    CalloutKind.WARNING: ("caution", "caution", "caution"),
    CalloutKind.CAUTION: ("risk", "risk", "risk"),
}


def running_text(
    text: Rich, context: BlockContext, *, written: Rich | None = None, parent: QWidget | None = None
) -> RichText:
    """Return a text whose links, notes and terms work in a lesson; `written` is as it stands in the course."""
    words = RichText(text, parent, notes=context.notes, known_terms=context.known_terms)
    words.linkActivated.connect(context.open_link)
    context.register(written or text, words)
    return words


class CalloutFrame(QFrame):
    """A call-out: coloured edge, soft ground, icon and word."""

    def __init__(self, block: Callout, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style, tone, ink = _LOOKS[block.kind]
        look(self, style)
        kind = kind_word(block.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 13, 18, 15)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        # The icon says the kind to those who do not see the colour, where the author's own title replaced the word.
        row.addWidget(IconLabel(context.kit.icons.icon(block.kind.value, ink), 18, kind if block.title else ""))
        row.addWidget(look(Line(block.title or kind), "strong", tone), 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(running_text(block.text, context))


def kind_word(kind: CalloutKind) -> str:
    """Return the word for a kind of call-out."""
    words = {
        CalloutKind.NOTE: QCoreApplication.translate("Callout", "Note"),
        CalloutKind.TIP: QCoreApplication.translate("Callout", "Tip"),
        CalloutKind.IMPORTANT: QCoreApplication.translate("Callout", "Important"),
        CalloutKind.WARNING: QCoreApplication.translate("Callout", "Warning"),
        CalloutKind.CAUTION: QCoreApplication.translate("Callout", "Caution"),
    }
    return words[kind]
