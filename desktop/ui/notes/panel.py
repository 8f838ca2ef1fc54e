"""The panel a note is written in: kept a second after the last key, when the field is left, and on Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desktop.model.errors import KlartextError
from desktop.ui.kit import Kit
from desktop.ui.notes.marks import shortened
from desktop.ui.theme import scaled
from desktop.ui.widgets import Card, FlowRow, LinkButton, Muted, SecondaryButton, look

_IDLE_MS = 1000
_LEAST_LINES, _MOST_LINES = 3, 12


class _Field(QPlainTextEdit):
    """As high as what is in it; Tab leaves it, Escape and Ctrl+Enter are reported."""

    finished = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the words, between three lines and twelve."""
        lines = max(_LEAST_LINES, min(_MOST_LINES, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + scaled(24))

    def event(self, event: QEvent) -> bool:
        # These two mean something in the field before they mean something to the window.
        if event.type() == QEvent.Type.ShortcutOverride and _finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _finishes(event):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def _finishes(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return (enter and control) or event.key() == Qt.Key.Key_Escape


class NotePanel(Card):
    """Emits what happened; `keep` puts the words on disk and raises KlartextError where it cannot.

    closed           the learner is done; what could be kept is kept
    removal_wanted   the note is to be deleted
    failed           an exception; the words stay in the field and are tried again
    """

    closed = Signal()
    removal_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self, kit: Kit, quote: str, words: str, keep: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margin=16, gap=8)
        self._keep = keep
        self._kept = words
        about = self.tr("Note on “{words}”").format(words=shortened(quote)) if quote else self.tr("Note on this lesson")
        self.body.addWidget(Muted(about))
        self.field = _Field()
        self.field.setAccessibleName(about)
        self.field.setPlaceholderText(self.tr("Only you read this."))
        self.field.setPlainText(words)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.body.addWidget(self.field)
        row = FlowRow(gap=12)
        self.done_button = SecondaryButton(self.tr("Done (Ctrl+Enter)"))
        self.delete_button = LinkButton(self.tr("Delete"), tone="risk", icon=kit.icons.icon("trash", "risk"))
        self.state = look(QLabel(), "muted")
        for widget in (self.done_button, self.delete_button, self.state):
            row.addWidget(widget)
        self.body.addLayout(row)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.save)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.save)
        self.field.finished.connect(self.finish)
        self.done_button.clicked.connect(self.finish)
        self.delete_button.clicked.connect(self.removal_wanted)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    @property
    def is_kept(self) -> bool:
        """Whether what stands in the field is on disk."""
        return self.words == self._kept

    def save(self) -> bool:
        """Put the words on disk if they are new; return whether they are there now."""
        self._idle.stop()
        words = self.words
        if words != self._kept:
            try:
                self._keep(words)
            except KlartextError as error:
                self.state.setText(self.tr("Not saved yet"))
                self.failed.emit(error)
                return False
            self._kept = words
            self.state.setText(self.tr("Saved"))
        return True

    def finish(self) -> None:
        """Keep and close; what cannot be kept keeps the panel open."""
        if self.save():
            self.closed.emit()

    def drop(self) -> None:
        """Forget what was typed since it was last kept; the note is being deleted."""
        self._idle.stop()
        self._kept = self.words

    def _typed(self) -> None:
        if self.words != self._kept:
            self.state.setText("")
            self._idle.start()
