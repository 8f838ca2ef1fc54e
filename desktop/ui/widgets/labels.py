"""Labels: headings that are headings to a screen reader, text that wraps, badges, key caps and icons."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.rendering.html import document, escaped, paragraph
from desktop.ui.theme import current_theme, scaled
from desktop.ui.widgets.frames import look


class WrapLabel(QLabel):
    """Text that wraps at any width and is never cut: its height follows from its width.

    Rich text is re-dressed when the theme changes. Links are reached with Tab and emit linkActivated.
    """

    LOOK: ClassVar[str] = ""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, rich: bool = False) -> None:
        super().__init__(parent)
        self._source = ""
        self._rich = rich
        if self.LOOK:
            look(self, self.LOOK)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text, rich=rich)

    def set_words(self, text: str, *, rich: bool = False) -> None:
        """Show plain words, or with `rich` HTML that was cleaned at the edge."""
        self._source, self._rich = text, rich
        links = rich and "<a " in text
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags if links else Qt.TextInteractionFlag.NoTextInteraction)
        self._dress()

    def words(self) -> str:
        """What was set, as it was set."""
        return self._source

    def _dress(self) -> None:
        if self._rich:
            self.setText(document(self._source, current_theme()))
            return
        self.setText(paragraph(escaped(self._source)))
        self.setAccessibleName(self._source)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._rich and event.type() == QEvent.Type.PaletteChange:
            self._dress()


class Text(WrapLabel):
    """Body text."""


class Muted(WrapLabel):
    """Secondary, smaller text."""

    LOOK = "muted"


class Overline(QLabel):
    """A word in small letters above what it introduces."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        look(self, "overline")


class Heading(WrapLabel):
    """A heading, by its role to screen readers and by its look to the eye; set tight, without mark-up."""

    LOOK = "heading"
    reader_role = "Heading"

    def _dress(self) -> None:
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self._source)
        self.setAccessibleName(self._source)


class CardTitle(Heading):
    """The heading of a small card."""

    LOOK = "card-title"


class Title(Heading):
    """The heading of a card or a lesson."""

    LOOK = "title"


class Display(Heading):
    """The heading of a page."""

    LOOK = "display"


class Badge(QLabel):
    """A word on a tinted ground: the tone repeats what the word says, it never stands for it."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        look(self, "badge", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_as(self, text: str, tone: str) -> None:
        """Change word and tone together."""
        self.setText(text)
        look(self, "badge", tone)


class KeyCap(QLabel):
    """A key to press, drawn as one."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        look(self, "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # Digits differ in width; what stands beside their caps shall begin in one line, at any text size.
        return super().sizeHint().expandedTo(QSize(scaled(22), 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Wordmark(QLabel):
    """The product's name with its green full stop; `short` is its first letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        look(self, "word")
        self.setAccessibleName("Klartext")
        self._dress()

    def set_short(self, short: bool) -> None:
        """Show the letter alone, or the whole name."""
        self._short = short
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        accent = current_theme().colours.accent
        self.setText(f'{"K" if self._short else "Klartext"}<span style="color:{accent}">.</span>')


class IconLabel(QWidget):
    """An icon beside words. It is decoration unless it is given a name of its own."""

    def __init__(self, icon: QIcon, side: int = 20, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: QIcon, name: str = "") -> None:
        """Show another icon."""
        self._icon = icon
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
