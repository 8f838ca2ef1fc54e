"""Figures on paper: drawings stay drawings, in black; pictures keep all their pixels."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.model.course import Figure
from desktop.rendering import paper
from desktop.rendering.html import escaped
from desktop.ui.blocks.figure import read_image
from desktop.ui.paper.measures import BLACK, Measures
from desktop.ui.paper.slices import Slice, running, set_text, together

_POINTS_PER_PIXEL = 0.75
"""A figure's pixel is 1/96 of an inch, as on the web."""

_MOST_OF_PAGE = 0.62


def figure(block: Figure, measures: Measures) -> list[Slice]:
    """The image and its caption on one page; the alternative text where the file cannot be read."""
    image = read_image(block.path)
    if image.size.isEmpty():
        unreadable = set_text(f"<p><em>{escaped(block.alt)}</em></p>", measures.font(), measures.width)
        return running(unreadable, 0.0, measures.gap(10))
    natural = image.size * (_POINTS_PER_PIXEL * measures.hair(1))
    scale = min(1.0, measures.width / natural.width(), measures.height * _MOST_OF_PAGE / natural.height())
    size = natural * scale
    renderer = QSvgRenderer(QByteArray(image.in_ink(BLACK))) if image.drawing else None

    def paint(painter: QPainter, y: float) -> None:
        box = QRectF(0.0, y, size.width(), size.height())
        painter.save()
        if renderer is not None:
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            renderer.render(painter, box)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image.picture)
        painter.restore()

    made = [Slice(size.height(), paint, measures.gap(12))]
    if block.caption:
        setting = set_text(paper.written_out(block.caption.html), measures.font("small"), measures.width)
        made += running(setting, 0.0, measures.gap(4))
    return together(made)
