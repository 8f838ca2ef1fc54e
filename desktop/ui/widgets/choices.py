"""Check boxes, radio buttons and drop-downs whose marks are painted in the theme's colours at any text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from desktop.ui.theme import colour, scaled


class CheckBox(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = _mark_box(self, QStyle.SubElement.SE_CheckBoxIndicator)
        painter = _painter(self)
        painter.setPen(QPen(colour("accent" if self.isChecked() else "field"), 1.5))
        painter.setBrush(colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(colour("on_accent"), box.width() / 9, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(_tick(box))
        painter.end()


class RadioButton(QRadioButton):
    """One of several."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = _mark_box(self, QStyle.SubElement.SE_RadioButtonIndicator)
        painter = _painter(self)
        painter.setPen(QPen(colour("accent" if self.isChecked() else "field"), 1.5))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            inset = box.width() / 4
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        painter.end()


class ComboBox(QComboBox):
    """A drop-down; `name` is what a screen reader says.

    On Linux Qt gives the chosen words as the name, and the name only as that of a label beside it. So where no label
    is seen, an unseen one carries the name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._carry_name()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._carry_name()
        return super().event(event)

    def _carry_name(self) -> None:
        beside, near = self.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
        if beside is None or not self.accessibleName():
            return
        labels = [label for label in beside.findChildren(QLabel, options=near) if label.buddy() is self]
        label = next(iter(labels), None) or QLabel(beside)
        if not labels:
            label.hide()
            label.setBuddy(self)
        if not label.text():
            label.setAccessibleName(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = _painter(self)
        half, drop = scaled(10) / 2, scaled(5) / 2
        painter.setPen(QPen(colour("muted"), scaled(7) / 4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        across, middle = self.width() - 13 - half, self.height() / 2
        tips = (across - half, middle - drop), (across, middle + drop), (across + half, middle - drop)
        painter.drawPolyline(QPolygonF([QPointF(*tip) for tip in tips]))
        painter.end()


def _painter(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _mark_box(button: QAbstractButton, element: QStyle.SubElement) -> QRectF:
    option = QStyleOptionButton()
    option.initFrom(button)
    return QRectF(button.style().subElementRect(element, option, button)).adjusted(1, 1, -1, -1)


def _tick(box: QRectF) -> QPolygonF:
    def at(across: float, down: float) -> QPointF:
        return QPointF(box.x() + box.width() * across, box.y() + box.height() * down)

    return QPolygonF([at(0.25, 0.53), at(0.43, 0.7), at(0.76, 0.33)])
