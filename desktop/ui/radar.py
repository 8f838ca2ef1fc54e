"""A profile as a radar: one axis per dimension, earlier profiles as broken lines behind the present one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import colour, scaled

LEAST_AXES = 3
"""With fewer there is no area to see."""

MOST_EARLIER = 3
_RINGS = (1 / 3, 2 / 3, 1.0)
_GAP = 8
_UPRIGHT = 0.2
"""Below this sine an axis points so much up or down that its title stands centred on it."""

_USUAL_FOR_TITLE = 0.2
_MOST_FOR_TITLE = 0.34
"""How much of the width a title beside the chart takes before it breaks: usually, and where a word is that long."""

_MOST_RADIUS = 170


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the centre lies, how long an axis is, how much width a title beside has, and how high its line is."""

    centre: QPointF
    radius: float
    room: float
    line: float


class Radar(QWidget):
    """Draws `percents` (0..100) on axes with `titles`; what it shows in words stands in its accessible description."""

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        percents: Sequence[float],
        earlier: Sequence[Sequence[float]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`earlier` holds profiles on the same axes, newest first; only the newest few are drawn."""
        super().__init__(parent)
        self._titles, self._percents = tuple(titles), tuple(percents)
        self._earlier = tuple(tuple(one) for one in earlier[:MOST_EARLIER])
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            ", ".join(f"{title} {percent:.0f} %" for title, percent in zip(titles, percents, strict=True))
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(scaled(420), self.heightForWidth(scaled(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        plan = self._plan(width)
        lowest = max((-math.cos(self._angle(axis)) for axis in range(len(self._titles))), default=1.0)
        return math.ceil(plan.centre.y() + plan.radius * lowest + _GAP + plan.line * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._face())
        plan = self._plan(self.width())
        centre, radius = plan.centre, plan.radius
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("line"), 1))
        for ring in _RINGS:
            painter.drawPolygon(self._shape(centre, radius * ring, [100.0] * len(self._titles)))
        for axis in range(len(self._titles)):
            painter.drawLine(centre, self._point(centre, radius, axis))
        for one in reversed(self._earlier):
            painter.setPen(QPen(colour("muted"), 1.5, Qt.PenStyle.DashLine))
            painter.drawPolygon(self._shape(centre, radius, one))
        self._draw_present(painter, centre, radius)
        painter.setPen(colour("ink"))
        for axis, title in enumerate(self._titles):
            self._draw_title(painter, title, axis, plan)
        painter.end()

    def _draw_present(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        shape = self._shape(centre, radius, self._percents)
        ground = QColor(colour("accent"))
        ground.setAlpha(50)
        painter.setPen(QPen(colour("accent"), 2.5, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(ground)
        painter.drawPolygon(shape)
        painter.setBrush(colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        for corner in shape.toList():
            painter.drawEllipse(corner, 3.5, 3.5)

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(14))
        return font

    def _plan(self, width: int) -> _Plan:
        """The largest radius at which every title has its room; a long title breaks into two lines."""
        metrics = QFontMetricsF(self._face())
        words = [word for title in self._titles for word in title.split()]
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0.0) + 2
        room = min(max(width * _USUAL_FOR_TITLE, longest), width * _MOST_FOR_TITLE)
        radius = float(scaled(_MOST_RADIUS))
        for axis, title in enumerate(self._titles):
            across = abs(math.sin(self._angle(axis)))
            if across >= _UPRIGHT:
                radius = min(radius, (width / 2 - min(metrics.horizontalAdvance(title) + 2, room)) / across - _GAP)
        radius = max(radius, 10.0)
        lines = 2 if self._titles and metrics.horizontalAdvance(self._titles[0]) > room * 2 else 1
        top = metrics.lineSpacing() * lines + _GAP + radius
        return _Plan(QPointF(width / 2, top), radius, room, metrics.lineSpacing())

    def _angle(self, axis: int) -> float:
        """Clockwise from the top, in radians."""
        return 2 * math.pi * axis / max(len(self._titles), 1)

    def _point(self, centre: QPointF, radius: float, axis: int) -> QPointF:
        angle = self._angle(axis)
        return QPointF(centre.x() + radius * math.sin(angle), centre.y() - radius * math.cos(angle))

    def _shape(self, centre: QPointF, radius: float, percents: Sequence[float]) -> QPolygonF:
        return QPolygonF([self._point(centre, radius * percent / 100, axis) for axis, percent in enumerate(percents)])

    def _draw_title(self, painter: QPainter, title: str, axis: int, plan: _Plan) -> None:
        at = self._point(plan.centre, plan.radius + _GAP, axis)
        across, up = math.sin(self._angle(axis)), math.cos(self._angle(axis))
        beside = abs(across) >= _UPRIGHT
        width, height = plan.room if beside else plan.room * 2, plan.line * 2
        left = at.x() - width / 2 if not beside else at.x() if across > 0 else at.x() - width
        top = at.y() - height if up > 0.5 else at.y() if up < -0.5 else at.y() - height / 2
        sideways = Qt.AlignmentFlag.AlignHCenter
        if beside:
            sideways = Qt.AlignmentFlag.AlignLeft if across > 0 else Qt.AlignmentFlag.AlignRight
        upright = Qt.AlignmentFlag.AlignVCenter
        if abs(up) > 0.5:
            upright = Qt.AlignmentFlag.AlignBottom if up > 0 else Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(left, top, width, height), int(sideways | upright | Qt.TextFlag.TextWordWrap), title)
