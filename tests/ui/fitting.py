"""Compares the room every word has with the room it needs: what is cut, broken, elided, or scrolled sideways."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableWidget,
    QToolButton,
    QWidget,
)

from desktop.ui.text.rich_text import RichText

_SLACK = 1
"""Pixels of rounding that no eye sees."""


def faults(window: QWidget) -> list[str]:
    """Every word that cannot be read in full in this window, as a sentence each; empty is what one wants."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _belongs_to_qt(widget):
            found += [f"{fault}: {describe(widget)}" for fault in _faults_of(widget, window)]
    return found


def describe(widget: QWidget) -> str:
    """The widget in words that let one find it."""
    words = _words(widget) or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{words[:60]}” {widget.width()}×{widget.height()} look={widget.property('look')}"


def _faults_of(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractScrollArea):
        yield from _scrolls_sideways(widget)
    if not _words(widget):
        return
    yield from _sticks_out(widget, window)
    match widget:
        case RichText():
            yield from _cut_below(widget.heightForWidth(widget.width()), widget)
            document = widget._text().clone()
            yield from _cut_aside(_widest_word(document), widget.contentsRect().width())
        case QLabel() if widget.wordWrap():
            yield from _cut_below(widget.heightForWidth(widget.width()), widget)
            yield from _cut_aside(_longest_word(widget), widget.contentsRect().width())
        case QLabel():
            yield from _cut_below(widget.sizeHint().height(), widget)
            yield from _cut_aside(widget.sizeHint().width(), widget.width())
        case QComboBox():
            yield from _cut_aside(widget.fontMetrics().horizontalAdvance(widget.currentText()), _room_in(widget))
            yield from _cut_below(widget.fontMetrics().height(), widget)
        case QLineEdit():
            yield from _cut_aside(widget.fontMetrics().horizontalAdvance(_words(widget)), widget.contentsRect().width())
            yield from _cut_below(widget.fontMetrics().height(), widget)
        case QTableWidget():
            yield from _cut_headers(widget)
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            yield from _cut_aside(widget.sizeHint().width(), widget.width())
            yield from _cut_below(min(widget.sizeHint().height(), widget.fontMetrics().height()), widget)


def _words(widget: QWidget) -> str:
    """What the widget itself writes."""
    match widget:
        case RichText():
            return widget.plain
        case QLabel():
            return widget.accessibleName() or widget.text()
        case QComboBox():
            return widget.currentText()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QAbstractButton():
            return widget.text()
        case QTableWidget():
            return " ".join(_headers(widget))
        case QPlainTextEdit():
            return widget.placeholderText()
        case _:
            return ""


def _scrolls_sideways(area: QAbstractScrollArea) -> Iterator[str]:
    bar = area.horizontalScrollBar()
    # Lists and fields of text have a bar that is never shown but counts what is written beyond their edge.
    if bar.isVisible() or (bar.maximum() > 0 and isinstance(area, QScrollArea)):
        yield "scrolls sideways"
    if isinstance(area, QScrollArea) and area.widget() is not None and area.widget().width() > area.viewport().width():
        yield "a page wider than its window"


def _sticks_out(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Sideways nothing leaves the window; and no frame on the way cuts it, but pages that scroll to it."""
    left = widget.mapTo(window, QPoint(0, 0)).x()
    if left < 0 or left + widget.width() > window.width():
        yield "sticks out of the window"
    child, parent = widget, widget.parentWidget()
    while parent is not None and parent is not window and child is not window:
        if isinstance(parent, QAbstractScrollArea) or isinstance(parent.parentWidget(), QAbstractScrollArea):
            return
        if not _within(child.geometry(), parent.rect()):
            yield f"cut by the {type(parent).__name__} around it"
            return
        child, parent = parent, parent.parentWidget()


def _within(inner: QRect, outer: QRect) -> bool:
    return outer.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(inner)


def _cut_below(needed: float, widget: QWidget) -> Iterator[str]:
    if widget.height() < needed - _SLACK:
        yield f"cut below, {needed:.0f} needed"


def _cut_aside(needed: float, given: float) -> Iterator[str]:
    if given < needed - _SLACK:
        yield f"cut on the right, {needed:.0f} needed of {given:.0f}"


def _longest_word(label: QLabel) -> float:
    """What the widest word of a wrapping label takes."""
    if label.textFormat() == Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        return _widest_word(document)
    metrics = QFontMetrics(label.font())
    return max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)


def _widest_word(document: QTextDocument) -> float:
    """Left alone, Qt breaks a word that does not fit anywhere: not cut, but not to be read either."""
    document.setDefaultTextOption(QTextOption())
    document.setTextWidth(1)
    return document.idealWidth()


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def _headers(table: QTableWidget) -> list[str]:
    items = (table.horizontalHeaderItem(column) for column in range(table.columnCount()))
    return [item.text() if item is not None else "" for item in items]


def _cut_headers(table: QTableWidget) -> Iterator[str]:
    metrics = table.horizontalHeader().fontMetrics()
    for column, title in enumerate(_headers(table)):
        word = max((metrics.horizontalAdvance(word) for word in title.split()), default=0)
        yield from _cut_aside(word, table.columnWidth(column))


def _belongs_to_qt(widget: QWidget) -> bool:
    """The innards of a control, such as the line edit of a spin box or the list behind a drop-down."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QComboBox)
