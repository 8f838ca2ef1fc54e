"""The list below the search field: headings, hits with their sentence, and a word that may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.model.search import Hit, Range
from desktop.ui.theme import colour, scaled
from desktop.ui.units import units

_SIDE, _TOP = 14, 9
_SMALL = 13 / 15
_MOST_LINES = 2

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (neither hit nor word), a hit, or a word to look for instead; `spoken` is what a screen reader says."""

    text: str
    spoken: str
    hit: Hit | None = None
    word: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether it leads anywhere."""
        return self.hit is not None or bool(self.word)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()


@dataclass(frozen=True, slots=True)
class _Laid:
    """The lines of a hit, and the height that those of its sentence need."""

    title: QTextLayout
    sentence: QTextLayout | None
    height: int


class _Painter(QStyledItemDelegate):
    """Lays out and paints rows; matches are set in bold, so that they are seen without any colour."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._width = 0
        self._laid: dict[tuple[int, int], _Laid] = {}

    def forget(self) -> None:
        """Let go of the lines of rows that are not shown any more."""
        self._laid.clear()

    def _lines(self, number: int, hit: Hit, font: QFont) -> _Laid:
        """The lines of the hit in a row; a list asks for the size of a row many times before it paints it."""
        key = (number, self._width)
        if key not in self._laid:
            width = self._width - 2 * scaled(_SIDE)
            title = _layout(hit.title, hit.title_ranges, _weighted(font, QFont.Weight.Medium), width, most=1)
            sentence, height = _snippet(hit, font, width) if hit.snippet else (None, 0)
            self._laid[key] = _Laid(title, sentence, height)
        return self._laid[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._width, self.height_of(index.row(), _row(index), option.font))

    def set_width(self, width: int) -> None:
        """All rows are that wide from now on."""
        self._width = width

    def height_of(self, number: int, row: Row, font: QFont) -> int:
        """What a row needs at the width set."""
        if row.hit is None:
            return scaled(40 if row.word else 34)
        height = _title_height(font) + 2 * scaled(_TOP)
        if row.hit.snippet:
            height += scaled(2) + self._lines(number, row.hit, font).height
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, chosen = _row(index), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 8, 8)
            # A bar beside the ground, for those who do not see the tint.
            painter.setBrush(colour("accent"))
            bar = scaled(3)
            painter.drawRoundedRect(
                QRect(option.rect.left() + 4, option.rect.top() + 8, bar, option.rect.height() - 16), 1, 1
            )
        area = option.rect.adjusted(scaled(_SIDE), 0, -scaled(_SIDE), 0)
        if row.hit is not None:
            area = area.adjusted(0, scaled(_TOP), 0, -scaled(_TOP))
            self._paint_hit(painter, area, option.font, row.hit, self._lines(index.row(), row.hit, option.font))
        else:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.Medium if row.word else QFont.Weight.DemiBold)
            font.setPixelSize(font.pixelSize() if row.word else round(font.pixelSize() * _SMALL))
            painter.setFont(font)
            painter.setPen(colour("accent" if row.word else "muted"))
            below = Qt.AlignmentFlag.AlignVCenter if row.word else Qt.AlignmentFlag.AlignBottom
            area = area if row.word else area.adjusted(0, 0, 0, -scaled(4))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | below, row.text)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, font: QFont, hit: Hit, lines: _Laid) -> None:
        painter.setPen(colour("ink"))
        lines.title.draw(painter, area.topLeft().toPointF())
        used = round(lines.title.lineAt(0).naturalTextWidth())
        small = _small(font)
        left = area.left() + used + scaled(10)
        if hit.where and area.right() - left > scaled(60):
            painter.setFont(small)
            painter.setPen(colour("muted"))
            room = QRect(left, area.top(), area.right() - left, _title_height(font))
            words = painter.fontMetrics().elidedText(hit.where, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if lines.sentence is not None:
            painter.setPen(colour("muted"))
            lines.sentence.draw(painter, area.topLeft().toPointF() + QPointF(0, _title_height(font) + scaled(2)))


def _row(index: _Index) -> Row:
    model = index.model()
    assert isinstance(model, _Rows)
    return model.rows[index.row()]


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(round(font.pixelSize() * _SMALL))
    return made


def _title_height(font: QFont) -> int:
    return round(font.pixelSize() * 1.45)


def _snippet(hit: Hit, font: QFont, width: int) -> tuple[QTextLayout, int]:
    text = _layout(hit.snippet, hit.snippet_ranges, _small(font), width, most=_MOST_LINES)
    last = text.lineAt(text.lineCount() - 1)
    return text, round(last.y() + last.height())


def _layout(words: str, ranges: Sequence[Range], font: QFont, width: int, *, most: int) -> QTextLayout:
    """At most `most` lines, the last one cut off with an ellipsis where there is more."""
    text = _laid_out(words, ranges, font, width)
    if text.lineCount() <= most:
        return text
    last = text.lineAt(most - 1)
    # The words after a cut are not needed: one ellipsis stands for them, and some letters make room for it.
    end = len(words.encode("utf-16-le")[: 2 * (last.textStart() + last.textLength())].decode("utf-16-le", "ignore"))
    while end > 1:
        shorter = words[:end].rstrip() + "…"
        text = _laid_out(shorter, [(a, min(b, end)) for a, b in ranges if a < end], font, width)
        if text.lineCount() <= most:
            break
        end -= 1
    return text


def _laid_out(words: str, ranges: Sequence[Range], font: QFont, width: int) -> QTextLayout:
    text = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setTextOption(option)
    formats = []
    for start, end in ranges:
        one = QTextLayout.FormatRange()
        one.start = units(words, start)
        one.length = units(words, end) - one.start
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(colour("ink"))
        one.format = form
        formats.append(one)
    text.setFormats(formats)
    text.beginLayout()
    height = 0.0
    line = text.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += font.pixelSize() * 1.45
        line = text.createLine()
    text.endLayout()
    return text


class HitList(QListView):
    """Shows rows and keeps one of those that lead somewhere chosen; the keyboard stays in the field above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Results"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        # With a ground of its own the list can be painted without all that lies beneath the search field.
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("surface"))
        painter.end()
        super().paintEvent(event)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; none of them is chosen yet."""
        self._painter.forget()
        self._rows.show(rows)

    def choose_first(self) -> None:
        """Choose the first row that leads somewhere and show the list from its beginning."""
        self.scrollToTop()
        self.step(1, wrap=False)

    def choose(self, row: Row) -> bool:
        """Choose the row that leads where this one leads; False, and nothing changes, where there is none any more."""
        for place, other in enumerate(self.rows):
            same = row.hit is not None and other.hit is not None and other.hit.target == row.hit.target
            if same and other.text == row.text:
                self.setCurrentIndex(self._rows.index(place))
                self.scrollTo(self.currentIndex())
                return True
        return False

    def chosen(self) -> Row | None:
        """The row chosen now."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def step(self, by: int, *, wrap: bool = True) -> None:
        """Choose the next row (`by` 1) or the one before (-1) that leads somewhere, round the ends with `wrap`."""
        places = [n for n, row in enumerate(self.rows) if row.can_be_chosen]
        if not places:
            return
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        at = places.index(now) + by if now in places else 0
        at = at % len(places) if wrap else max(0, min(at, len(places) - 1))
        index = self._rows.index(places[at])
        self.setCurrentIndex(index)
        if at == 0:
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def height_for(self, width: int) -> int:
        """What all rows need at a width; the list keeps to that width from now on."""
        self._painter.set_width(width)
        return sum(self._painter.height_of(n, row, self.font()) for n, row in enumerate(self.rows))
