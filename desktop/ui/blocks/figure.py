"""Figures: line drawings in the theme's ink and pictures, never wider than the column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.model.course import Figure
from desktop.ui.blocks.context import BlockContext
from desktop.ui.blocks.prose import running_text
from desktop.ui.text import typography
from desktop.ui.theme import colour
from desktop.ui.widgets import look

_LARGEST = QSize(4096, 4096)

# Qt takes a list of font families for one name and then finds none of them: only the first is left.
_FONT_LIST = re.compile(rb"""(font-family\s*(?:=\s*["']|:\s*))["']?([^"',;]+)["']?\s*,[^"';]*""")


@dataclass(frozen=True)
class ReadImage:
    """An image file: a drawing's bytes or a picture, and its natural size in pixels, empty where it cannot be read."""

    drawing: bytes = b""
    picture: QImage = field(default_factory=QImage)
    size: QSizeF = field(default_factory=QSizeF)

    def in_ink(self, ink: str) -> bytes:
        """The drawing with `currentColor` as the colour given ("#1b1f2a")."""
        return self.drawing.replace(b"currentColor", ink.encode("ascii"))


def read_image(path: Path) -> ReadImage:
    """Read a drawing or a picture; a huge picture is read smaller."""
    try:
        if path.suffix.lower() == ".svg":
            drawing = _FONT_LIST.sub(rb"\1\2", path.read_bytes())
            return ReadImage(drawing=drawing, size=QSizeF(QSvgRenderer(QByteArray(drawing)).defaultSize()))
    except OSError:
        return ReadImage()
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if reader.size().isValid() and reader.size().boundedTo(_LARGEST) != reader.size():
        reader.setScaledSize(reader.size().scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return ReadImage(picture=picture, size=QSizeF(picture.size()))


class Picture(QLabel):
    """One image, scaled to the width there is; a drawing's `currentColor` is the theme's ink.

    What cannot be read is replaced by its alternative text.
    """

    def __init__(self, path: Path, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = read_image(path)
        self._natural = self._image.size
        self._ink = ""
        self._renderer: QSvgRenderer | None = None
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self.readable:
            # A label is a graphic to screen readers as soon as it holds a picture; ours is painted at its own size.
            self.setPixmap(QPixmap(1, 1))
        else:
            self.setText(alt)
            self.setWordWrap(True)

    @property
    def readable(self) -> bool:
        """Whether the file holds an image."""
        return not self._natural.isEmpty()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.readable:
            return super().heightForWidth(width)
        return round(self._shown(width).height())

    def sizeHint(self) -> QSize:
        return self._shown(round(self._natural.width())).toSize() if self.readable else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.readable:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._shown(self.width())
        box = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        if self._image.drawing:
            self._render(painter, box)
        else:
            painter.drawImage(box, self._image.picture)
        painter.end()

    def _render(self, painter: QPainter, box: QRectF) -> None:
        ink = colour("ink").name()
        if self._renderer is None or self._ink != ink:
            self._ink = ink
            self._renderer = QSvgRenderer(QByteArray(self._image.in_ink(ink)))
            self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(painter, box)

    def _shown(self, width: int) -> QSizeF:
        """The size in which a column of `width` shows the image: it grows with the text, but not beyond the column."""
        wanted = min(float(width), self._natural.width() * max(typography.scale(self.font()), 1.0))
        return self._natural * (wanted / self._natural.width())


class FigureBlock(QWidget):
    """An image with its caption."""

    def __init__(self, block: Figure, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        picture = Picture(block.path, block.alt)
        column.addWidget(picture)
        if block.caption:
            caption = look(running_text(block.caption, context), "caption")
            picture.setAccessibleDescription(block.caption.plain)
            column.addWidget(caption)
