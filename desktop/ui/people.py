"""A person as a button: the name at the rail's foot, and a row in the list from which another is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.theme import colour, scaled
from desktop.ui.widgets import look

SHORTCUT = "Ctrl+Shift+P"
_AVATAR = 28


class PersonRow(QPushButton):
    """A person as a button: initials in a circle, the name beside it, and a mark at the end."""

    def __init__(self, name: str, words: str, *, icon: QIcon | None = None, mark: QIcon | None = None) -> None:
        """`words` is what a screen reader says; `icon` stands in the circle in place of initials."""
        super().__init__()
        self._name, self._icon, self._mark = name, icon, mark
        self._narrow = False
        look(self, "row")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Show the circle alone, or the name beside it."""
        self._narrow = narrow
        self._fit()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self._circle()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if self._icon is None else "sunken"))
        painter.drawEllipse(QRectF(circle))
        self._paint_inside(painter, circle)
        if not self._narrow:
            self._paint_name(painter, circle.right() + scaled(10))
        painter.end()

    def _paint_inside(self, painter: QPainter, circle: QRect) -> None:
        if self._icon is not None:
            side = scaled(16)
            self._icon.paint(painter, QRect(circle.center() - QPoint(side // 2, side // 2), QSize(side, side)))
            return
        font = self.font()
        font.setPixelSize(scaled(12))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("accent"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, wording.initials(self._name))

    def _paint_name(self, painter: QPainter, left: int) -> None:
        right = self.width() - scaled(10)
        if self._mark is not None:
            side = scaled(16)
            right -= side
            self._mark.paint(painter, QRect(right, (self.height() - side) // 2, side, side))
            right -= scaled(6)
        painter.setFont(self.font())
        painter.setPen(colour("ink"))
        name = QFontMetrics(self.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, name)

    def _circle(self) -> QRect:
        side = scaled(_AVATAR)
        left = (self.width() - side) // 2 if self._narrow else scaled(8)
        return QRect(left, (self.height() - side) // 2, side, side)

    def _fit(self) -> None:
        self.setFixedHeight(scaled(44))
        font = self.font()
        if font.weight() != font.Weight.Medium:
            font.setWeight(font.Weight.Medium)
            self.setFont(font)


class PersonButton(PersonRow):
    """The person at the rail's foot; with others on the laptop a mark says that there is a choice."""

    def __init__(self, kit: Kit, name: str, *, several: bool) -> None:
        mark = kit.icons.icon("chevrons", "muted") if several else None
        super().__init__(name, "", mark=mark)
        self.setAccessibleName(self.tr("Change person, now: {name}").format(name=name))
        keys = QKeySequence(SHORTCUT).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{name} ({keys})")
