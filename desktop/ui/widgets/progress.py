"""Progress as a thin bar and as a ring; both are progress bars to a screen reader, with a name and a value."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.ui.theme import colour, scaled


class ProgressBar(QProgressBar):
    """A thin bar, 0..100; `name` says of what."""

    def __init__(self, name: str, value: int = 0, parent: QWidget | None = None, *, tone: str = "accent") -> None:
        super().__init__(parent)
        self._tone = tone
        self.setRange(0, 100)
        self.setValue(value)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, scaled(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, scaled(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(colour("track"))
        painter.drawRoundedRect(box, radius, radius)
        if self.value() > 0:
            box.setWidth(max(box.height(), box.width() * self.value() / 100))
            painter.setBrush(colour(self._tone))
            painter.drawRoundedRect(box, radius, radius)
        painter.end()


class ProgressRing(QProgressBar):
    """A ring with its percentage in the middle, 0..100; `name` says of what."""

    _SIDE = 92
    _STROKE = 9

    def __init__(self, name: str, value: int = 0, parent: QWidget | None = None, *, tone: str = "accent") -> None:
        super().__init__(parent)
        self._tone = tone
        self.setRange(0, 100)
        self.setValue(value)
        self.setFormat("%p %")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._SIDE), scaled(self._SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = scaled(self._STROKE)
        inset = stroke / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self._arc(painter, box, colour("track"), stroke, 100)
        if self.value() > 0:
            self._arc(painter, box, colour(self._tone), stroke, self.value())
        font = QFont(self.font())
        font.setPixelSize(scaled(20))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _arc(self, painter: QPainter, box: QRectF, ink: QColor, stroke: int, percent: int) -> None:
        painter.setPen(QPen(ink, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        # Qt counts sixteenths of a degree, anticlockwise from three o'clock.
        painter.drawArc(box, 90 * 16, round(-percent * 3.6 * 16))
