"""Line icons that take the theme's colours at the moment they are painted, so that no switch rebuilds them."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.theme import colour

_SIDE = 24


class _LineIcon(QIconEngine):
    """An SVG whose `currentColor` is a token: one for rest, one for the checked state."""

    def __init__(self, source: bytes, tone: str, checked_tone: str) -> None:
        super().__init__()
        self._source = source
        self._tone = tone
        self._checked_tone = checked_tone

    def clone(self) -> QIconEngine:
        return _LineIcon(self._source, self._tone, self._checked_tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        QSvgRenderer(QByteArray(self._drawn(mode, state))).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        # Buttons ask anew for every painting, and every screen brings the same few icons in the same few colours.
        key = f"klartext-{crc32(self._drawn(mode, state))}-{size.width()}x{size.height()}"
        pixmap = QPixmap()
        if not QPixmapCache.find(key, pixmap):
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
            QPixmapCache.insert(key, pixmap)
        return pixmap

    def _drawn(self, mode: QIcon.Mode, state: QIcon.State) -> bytes:
        """The drawing in the colour it has now."""
        token = self._checked_tone if state == QIcon.State.On else self._tone
        if mode == QIcon.Mode.Disabled:
            token = "muted"
        return self._source.replace(b"currentColor", colour(token).name().encode("ascii"))


class Icons:
    """The icons of an assets folder, by name; each file is read when its icon is first asked for."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "icons"
        self._read: dict[str, bytes] = {}

    def icon(self, name: str, tone: str = "muted", checked_tone: str = "accent") -> QIcon:
        """The icon in a colour token; raises FileNotFoundError for a name that has no file."""
        # The drawings are kept and not the icons: Python's collector would let go of an engine before the icon that
        # has it, and the program would end in the middle of that.
        if name not in self._read:
            self._read[name] = (self._folder / f"{name}.svg").read_bytes()
        return QIcon(_LineIcon(self._read[name], tone, checked_tone))

    def pixmap(self, name: str, tone: str = "muted", side: int = _SIDE, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture of `side` logical pixels, in the colours in force now."""
        pixmap = self.icon(name, tone).pixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def app_icon(assets: Path) -> QIcon:
    """The program's own icon, for task bars and window switchers."""
    drawing = QSvgRenderer(str(assets / "icons" / "app" / "klartext.svg"))
    icon = QIcon()
    for side in (32, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
