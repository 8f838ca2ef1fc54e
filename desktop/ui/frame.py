"""The window that stands at once: ground, rail and name, until the memory is open and the screens are made.

Nothing here may cost time. `Qt`, the namespace of enumerations, is not imported: making it known to Python takes as
long as all the rest of this module.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

SIZE = QSize(1280, 800)
LEAST = QSize(640, 420)


class FirstLook(NamedTuple):
    """What is painted before anything is read: remembered from the last time, so that nothing flashes."""

    paper: str = "#F7F6F2"
    surface: str = "#FFFFFF"
    line: str = "#E3E0D8"
    ink: str = "#1B1F2A"
    accent: str = "#0F6B63"
    scale: int = 100
    size: QSize = SIZE
    maximised: bool = False
    rail: bool = False


def _file(home: Path) -> QSettings:
    return QSettings(str(home / "cache" / "window.ini"), QSettings.Format.IniFormat)


def remembered(home: Path) -> FirstLook:
    """How the window looked when it was last closed; anything unreadable counts as never seen."""
    kept = _file(home)
    plain = FirstLook()
    colours = {name: str(kept.value(name, getattr(plain, name))) for name in _COLOURS}
    if not all(QColor.isValidColorName(value) for value in colours.values()):
        return plain
    scale, size = kept.value("scale", 100), kept.value("size", SIZE)
    return FirstLook(
        **colours,
        scale=min(200, max(100, int(scale))) if str(scale).isdecimal() else 100,
        size=size.expandedTo(LEAST) if isinstance(size, QSize) else SIZE,
        maximised=str(kept.value("maximised", "false")) == "true",
        rail=str(kept.value("rail", "false")) == "true",
    )


def remember(home: Path, look: FirstLook) -> None:
    """Keep the look for the next start; on a disk that takes nothing it is simply not kept."""
    kept = _file(home)
    for name in (*_COLOURS, "scale", "size"):
        kept.setValue(name, getattr(look, name))
    kept.setValue("maximised", "true" if look.maximised else "false")
    kept.setValue("rail", "true" if look.rail else "false")
    kept.sync()


_COLOURS = ("paper", "surface", "line", "ink", "accent")


class Frame(QWidget):
    """Paints the first look itself, says when it is on screen, then holds what is put into it."""

    reader_role = "Window"  # Qt says so only of its main windows; screen readers look for it
    painted = Signal()
    closing = Signal()

    def __init__(self, look: FirstLook) -> None:
        super().__init__()
        self._look = look
        self._seen = False
        self._content: QWidget | None = None
        self.setWindowTitle("Klartext")
        self.setMinimumSize(LEAST)
        self.resize(look.size.boundedTo(self.screen().availableSize()))

    def appear(self) -> None:
        """Show the window the size it had last."""
        if self._look.maximised:
            self.showMaximized()
        else:
            self.show()

    def take(self, content: QWidget) -> None:
        """Put the finished window inside."""
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        self._content = content
        if content.parentWidget() is not self:
            content.setParent(self)
        content.setGeometry(self.rect())
        content.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is None:
            self._paint_first_look()
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        if self._content is not None:
            self._content.close()
        super().closeEvent(event)

    def _paint_first_look(self) -> None:
        look = self._look
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.paper))
        width, letters = self._rail()
        if look.rail:
            painter.fillRect(0, 0, width, self.height(), QColor(look.surface))
            painter.fillRect(width - 1, 0, 1, self.height(), QColor(look.line))
        font = QFont("Inter")
        font.setPixelSize(round(20 * look.scale / 100))
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        advance = metrics.horizontalAdvance(letters)
        left = 24 if letters == "Klartext" else (width - advance - metrics.horizontalAdvance(".")) // 2
        baseline = round(26 * look.scale / 100) + metrics.ascent()
        painter.setPen(QColor(look.ink))
        painter.drawText(left, baseline, letters)
        painter.setPen(QColor(look.accent))
        painter.drawText(left + advance, baseline, ".")
        painter.end()

    def _rail(self) -> tuple[int, str]:
        """Width and letters of the rail as it will be, so that nothing jumps when it is there."""
        scale = self._look.scale / 100
        wide = round(216 * scale)
        if not self._look.rail or self.width() - wide >= round(720 * scale):
            return wide, "Klartext"
        return max(64, round(36 * scale) + 16), "K"
