"""The list over the window from which another person is chosen; made when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.model.person import Person
from desktop.ui.announce import announce
from desktop.ui.kit import Kit
from desktop.ui.people import PersonRow
from desktop.ui.theme import scaled
from desktop.ui.widgets import Muted, Overline, Rule, look

_WIDTH = 300
_EDGE = 8
_RING = 3
"""Pixels that the ring around what has the keyboard needs."""


class PeopleMenu(QWidget):
    """Lies over the window while a person is chosen.

    chosen       a Person other than the one who is here
    new_wanted   someone who has not learned on this laptop yet
    closed       nothing was chosen
    """

    chosen = Signal(object)
    new_wanted = Signal()
    closed = Signal()

    def __init__(self, kit: Kit, people: Sequence[Person], here: Path, parent: QWidget, above: QPoint) -> None:
        """`above` is the corner, in the parent's coordinates, over which the list stands."""
        super().__init__(parent)
        self._kit, self._above = kit, above
        self.setAccessibleName(self.tr("Who is learning?"))
        self._panel = look(QFrame(self), "card")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(_EDGE - _RING, scaled(12), _EDGE - _RING, scaled(10))
        column.setSpacing(2)
        title = Overline(self.tr("Who is learning?"))
        title.setContentsMargins(scaled(8), 0, 0, scaled(4))
        column.addWidget(title)
        self.rows: list[PersonRow] = []
        self._area, self._list = self._make_area()
        column.addWidget(self._area, 1)
        for person in people:
            self._list.addWidget(self._row(person, here=person.folder == here))
        self._list.addWidget(self._new_person())
        column.addWidget(Rule())
        note = Muted(self.tr("No password: whoever sits at this laptop can open every profile."))
        note.setContentsMargins(scaled(8), scaled(6), scaled(8), 0)
        column.addWidget(note)
        parent.installEventFilter(self)
        self._fit()

    def open(self) -> None:
        """Show the list with the keyboard on the first person one can change to."""
        self.show()
        self.raise_()
        first = next((row for row in self.rows if row.property("here") is not True), self.rows[-1])
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, self.accessibleName())

    def _make_area(self) -> tuple[QScrollArea, QVBoxLayout]:
        """In a low window with large letters the people scroll."""
        inner = look(QWidget(), "page")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(_RING, _RING, _RING, _RING)
        rows.setSpacing(2)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area, rows

    def _row(self, person: Person, *, here: bool) -> PersonRow:
        name = person.name or self.tr("Name unknown")
        words = self.tr("{name}, is learning now").format(name=name) if here else name
        row = PersonRow(name, words, mark=self._kit.icons.icon("check", "accent") if here else None)
        row.setProperty("here", here)
        if here:
            row.clicked.connect(self.closed)
        else:
            row.clicked.connect(lambda: self.chosen.emit(person))
        self._add(row)
        return row

    def _new_person(self) -> PersonRow:
        words = self.tr("Another person …")
        row = PersonRow(words, words, icon=self._kit.icons.icon("person", "muted"))
        row.clicked.connect(self.new_wanted)
        self._add(row)
        return row

    def _add(self, row: PersonRow) -> None:
        row.installEventFilter(self)
        self.rows.append(row)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(cast(QWidget, watched), 0, 0)
        if event.type() == QEvent.Type.ShortcutOverride:
            # While the list is open the window's own keys rest: Escape closes it, and no page turns behind it.
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._use(cast(QKeyEvent, event))

    def _use(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backtab: -1}
        key = Qt.Key(event.key())
        if key in steps:
            now = next((place for place, row in enumerate(self.rows) if row.hasFocus()), 0)
            self.rows[(now + steps[key]) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def _fit(self) -> None:
        """Just above the name it was opened from, never out of the window."""
        self.setGeometry(self.parentWidget().rect())
        width = min(scaled(_WIDTH), self.width() - 2 * _EDGE)
        needed = self._list.totalSizeHint().height()
        self._area.setFixedHeight(needed)
        rest = self._panel_height(width) - needed
        bottom = min(self._above.y(), self.height() - _EDGE)
        self._area.setFixedHeight(max(scaled(44), min(needed, bottom - _EDGE - rest)))
        height = self._panel_height(width)
        top = max(_EDGE, bottom - height)
        self._panel.setGeometry(min(self._above.x(), self.width() - width - _EDGE), top, width, height)

    def _panel_height(self, width: int) -> int:
        layout = self._panel.layout()
        layout.invalidate()
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
