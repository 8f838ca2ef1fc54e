"""The strip below a lesson that is read aloud: where the voice is, pause, stop, how fast."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui.kit import Kit
from desktop.ui.theme import colour, scaled
from desktop.ui.widgets import ComboBox, FlowRow, IconLabel, QuietButton, look

PAUSE_KEY = "Ctrl+Shift+Space"


class Strip(QFrame):
    """The handles of the voice.

    paused   the learner wants it to pause, or to go on (False)
    stopped  the learner has heard enough
    rated    how fast it is to speak, -1 to 1
    """

    paused = Signal(bool)
    stopped = Signal()
    rated = Signal(float)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        look(self, "find")
        self._kit = kit
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(6), scaled(12), scaled(6))
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel(kit.icons.icon("speaker", "accent"), 18))
        # Wraps, so that nothing is cut at 200 % in a small window.
        inner = FlowRow(gap=8)
        row.addLayout(inner, 1)
        self.state = look(QLabel(), "muted")
        inner.addWidget(self.state)
        self.rate = ComboBox(self.tr("Reading speed"))
        for words, rate in ((self.tr("Slower"), -0.35), (self.tr("Usual speed"), 0.0), (self.tr("Faster"), 0.35)):
            self.rate.addItem(words, rate)
        self.rate.setCurrentIndex(1)
        self.rate.currentIndexChanged.connect(lambda _place: self.rated.emit(float(self.rate.currentData())))
        inner.addWidget(self.rate)
        self.pause_button = QuietButton("")
        self.pause_button.setCheckable(True)
        self.pause_button.toggled.connect(self._toggled)
        inner.addWidget(self.pause_button)
        self.stop_button = QuietButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stopped)
        inner.addWidget(self.stop_button)
        self._name()
        self.say_waiting()
        shortcut = QShortcut(QKeySequence(PAUSE_KEY), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.pause_button.toggle)

    def say_waiting(self) -> None:
        """Say that the voice has not answered yet."""
        self.state.setText(self.tr("Reading aloud: waiting for the voice …"))

    def say_place(self, number: int, count: int) -> None:
        """Say which passage is being read."""
        self.state.setText(self.tr("Reading aloud: passage {number} of {count}").format(number=number, count=count))

    def _toggled(self, on: bool) -> None:
        self._name()
        self.paused.emit(on)

    def _name(self) -> None:
        on = self.pause_button.isChecked()
        self.pause_button.setText(self.tr("Go on") if on else self.tr("Pause"))
        keys = QKeySequence(PAUSE_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self.pause_button.setToolTip(f"{self.pause_button.text()} ({keys})")


class Mark(QWidget):
    """A bar beside the passage that is being read; it takes no clicks and has no name, the words are heard."""

    WIDTH, AWAY = 4, 14

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.end()
