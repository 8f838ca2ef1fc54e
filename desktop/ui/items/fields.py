"""Input fields as items need them: a drop-down that a turning wheel cannot change by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.ui.widgets.choices import ComboBox


class DropDown(ComboBox):
    """A closed list of words; nothing is chosen at first."""

    def __init__(self, words: tuple[str, ...], prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(prompt, parent)
        self.addItems(list(words))
        self.setPlaceholderText(prompt)
        self.setCurrentIndex(-1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The popup may be wider than the field: a long word is read there in full.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentTextChanged.connect(self.setToolTip)

    def choose(self, words: str) -> None:
        """Choose an entry by its words; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findText(words, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive))

    def showPopup(self) -> None:
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + 24))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt takes Enter for a letter to search; here it confirms the answer.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
