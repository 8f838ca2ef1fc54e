"""Figures: line drawings in the theme's ink and pictures, never wider than the column."""

from __future__ import annotations

import re
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


class Picture(QLabel):
    """One image, scaled to the width there is; a drawing's `currentColor` is the theme's ink.

    What cannot be read is replaced by its alternative text.
    """

    def __init__(self, path: Path, alt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = b""
        self._image = QImage()
        self._ink = ""
        self._renderer: QSvgRenderer | None = None
        self._natural = QSizeF()
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._read(path)
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
        if self._drawing:
            self._render(painter, box)
        else:
            painter.drawImage(box, self._image)
        painter.end()

    def _render(self, painter: QPainter, box: QRectF) -> None:
        ink = colour("ink").name()
        if self._renderer is None or self._ink != ink:
            self._ink = ink
            self._renderer = QSvgRenderer(QByteArray(self._drawing.replace(b"currentColor", ink.encode("ascii"))))
            self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(painter, box)

    def _shown(self, width: int) -> QSizeF:
        """The size in which a column of `width` shows the image: it grows with the text, but not beyond the column."""
        wanted = min(float(width), self._natural.width() * max(typography.scale(self.font()), 1.0))
        return self._natural * (wanted / self._natural.width())

    def _read(self, path: Path) -> None:
        try:
            if path.suffix.lower() == ".svg":
                self._drawing = _FONT_LIST.sub(rb"\1\2", path.read_bytes())
                self._natural = QSizeF(QSvgRenderer(QByteArray(self._drawing)).defaultSize())
                return
        except OSError:
            return
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        if reader.size().isValid() and reader.size().boundedTo(_LARGEST) != reader.size():
            reader.setScaledSize(reader.size().scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = reader.read()
        self._natural = QSizeF(self._image.size())


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
