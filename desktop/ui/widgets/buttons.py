"""Buttons: one primary action, quiet others, links, and a whole card as a button."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.frames import look

_ICON = 18
"""Pixels of an icon beside a button's words, at 100 % text."""


class _Button(QPushButton):
    LOOK: ClassVar[str] = ""

    def __init__(
        self, text: str, icon: QIcon | None = None, parent: QWidget | None = None, *, trailing: bool = False
    ) -> None:
        super().__init__(text, parent)
        if self.LOOK:
            look(self, self.LOOK)
        # Outside dialogs Qt gives Enter only to "auto default" buttons; with it Enter and Space both press.
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        if trailing:  # Qt knows no icon after the words but in right-to-left writing
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The text size may change while the button stays; its icon grows with the words.
        if event.type() == QEvent.Type.StyleChange and not self.icon().isNull():
            side = scaled(_ICON)
            if self.iconSize() != QSize(side, side):
                self.setIconSize(QSize(side, side))


class PrimaryButton(_Button):
    """The one action a screen is about."""

    LOOK = "primary"
    _cap: QLabel | None = None
    _pressed_as = ""

    def show_key(self) -> None:
        """Show the key that presses this button from anywhere on its screen; it takes the place of an icon behind."""
        if self._cap is not None:
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.setIcon(QIcon())
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._cap = look(QLabel(key_words(), self), "key-cap")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(spoken_key())
        self.setProperty("keyed", "true")
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_as = self.text()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # "Confirm" becomes "Next" under the pointer: the second half of a double click was not meant for that.
        if self.text() == self._pressed_as:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A key held a moment too long means one step, not three.
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_cap()

    def _place_cap(self) -> None:
        if self._cap is not None:
            self._cap.adjustSize()
            self._cap.move(self.width() - self._cap.width() - scaled(12), (self.height() - self._cap.height()) // 2)


def key_words() -> str:
    """The key that leads on, as a cap shows it."""
    return QCoreApplication.translate("NextKey", "Ctrl ↵")


def spoken_key() -> str:
    """The same key in words."""
    return QCoreApplication.translate("NextKey", "Ctrl+Enter")


class SecondaryButton(_Button):
    """Any other action."""

    LOOK = "secondary"


class QuietButton(_Button):
    """An action that stays in the background until it is looked for."""

    LOOK = "quiet"


class LinkButton(_Button):
    """An action that reads like a link; `tone` "risk" for what deletes."""

    LOOK = "link"

    def __init__(self, text: str, parent: QWidget | None = None, *, tone: str = "", icon: QIcon | None = None) -> None:
        super().__init__(text, icon, parent)
        look(self, "link", tone)


class CardButton(QPushButton):
    """A card that is pressed as a whole; `body` is its column, `name` is what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None, *, margin: int = 20, gap: int = 8) -> None:
        super().__init__(parent)
        look(self, "card")
        self.setAccessibleName(name)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget into the column; it lets clicks through to the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(widget)

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.body.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.body.totalHeightForWidth(width)
