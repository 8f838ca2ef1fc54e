"""A note outside the text: on the lesson as a whole, in another language, or without a place any more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.annotation import Annotation
from desktop.ui.kit import Kit
from desktop.ui.notes.marks import shortened
from desktop.ui.widgets import Card, FlowRow, IconLabel, LinkButton, Muted, Text


class NoteCard(Card):
    """The old words, the note, and what can be done with it.

    edit_wanted, removal_wanted   with the annotation's id
    """

    edit_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, kit: Kit, annotation: Annotation, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="well", margin=16, gap=6)
        self.annotation = annotation
        quote = annotation.passage.quote if annotation.passage else ""
        row = QHBoxLayout()
        row.setSpacing(12)
        icon = "sticky-note" if annotation.words else "marker"
        row.addWidget(IconLabel(kit.icons.icon(icon, "accent"), 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        if quote:
            words.addWidget(Muted(self.tr("“{words}”").format(words=shortened(quote))))
        if annotation.words:
            words.addWidget(Text(annotation.words))
        buttons = FlowRow(gap=16)
        self.edit_button = LinkButton(self.tr("Edit note") if annotation.words else self.tr("Add a note"))
        self.delete_button = LinkButton(self.tr("Delete"), tone="risk")
        about = shortened(annotation.words or quote)
        for button, signal in ((self.edit_button, self.edit_wanted), (self.delete_button, self.removal_wanted)):
            button.setAccessibleDescription(about)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(annotation.id))
            buttons.addWidget(button)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        self.body.addLayout(row)
