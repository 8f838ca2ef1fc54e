"""The rail on the left: where one can go, and the promise that nothing leaves the device."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import wording
from desktop.ui.kit import Kit
from desktop.ui.theme import colour, scaled
from desktop.ui.widgets import Badge, IconLabel, Wordmark, WrapLabel, look

_WIDTH = 216
_NARROW_WIDTH = 64


class Place(NamedTuple):
    """One place to go: the screen's name, its icon, the words for it, and the digit that leads there with Alt."""

    name: str
    icon: str
    words: str
    digit: int
    at_the_foot: bool = False

    @property
    def keys(self) -> str:
        """The shortcut as Qt reads it."""
        return f"Alt+{self.digit}"


class _Entry(QPushButton):
    """One place to go; in a narrow rail only its icon shows, its name stays for screen readers and as a tooltip."""

    def __init__(self, kit: Kit, name: str, icon: str, words: str, shortcut: str) -> None:
        super().__init__()
        self._badge: Badge | None = None
        self.name = name
        self._words = words
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.current = False
        self._narrow = False
        self._waiting = ""
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icons = (kit.icons.icon(icon, "muted"), kit.icons.icon(icon, "accent"))
        self.set_current(False)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)

    def set_current(self, current: bool) -> None:
        """Mark it as the place one is at.

        A checkable button would call itself a check box to screen readers, and an exclusive group would turn pages
        under the arrow keys; so the mark is a tone, and a word for those who hear it.
        """
        self.current = current
        look(self, "rail", "current" if current else "")
        self.setIcon(self._icons[current])
        self._describe()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the icon and the words."""
        self._narrow = narrow
        self.setText("" if narrow else f"  {self._words}")
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self.setFixedHeight(scaled(34 if narrow else 40))
        self._describe()
        self._place_badge()

    def set_waiting(self, count: int, words: str) -> None:
        """Show how many things wait here, with the words for those who hear it; 0 shows nothing."""
        self._waiting = words if count else ""
        if count and self._badge is None:
            self._badge = Badge("", "caution", self)
            self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self._badge is not None:
            self._badge.setText(str(count))
            self._badge.setAccessibleName(self._waiting)
        self._describe()
        self._place_badge()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badge()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._narrow and self._waiting):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("caution"))
        painter.drawEllipse(QPointF(self.width() / 2 + scaled(9), self.height() / 2 - scaled(9)), scaled(4), scaled(4))
        painter.end()

    def _describe(self) -> None:
        here = self.tr("This page is open") if self.current else ""
        self.setAccessibleDescription(wording.spoken_list(self._waiting, here))
        name = f"{self._words} ({self._keys})" if self._narrow else self._keys
        self.setToolTip(wording.spoken_list(name, self._waiting))

    def _place_badge(self) -> None:
        """At the end of the words; beside an icon alone there is no room for a number, and a dot is painted."""
        if self._badge is None:
            return
        self._badge.setVisible(bool(self._waiting) and not self._narrow)
        self._badge.adjustSize()
        room = self.size() - self._badge.size()
        self._badge.move(room.width() - 10, room.height() // 2)


class Rail(QFrame):
    """Emits the name of the entry that was chosen.

    Where the window is too low for all entries they scroll, and follow the keyboard. `person` is an empty place above
    the promise for whoever is learning here, `company` one below the wordmark; what stands there listens to `narrowed`.
    """

    chosen = Signal(str)
    search_wanted = Signal()
    narrowed = Signal(bool)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "rail")
        self._kit = kit
        self.setAccessibleName(self.tr("Main navigation"))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(22)
        self._word = Wordmark()
        outside.addWidget(self._word)
        self.company = QVBoxLayout()
        outside.addLayout(self.company)
        self._area = self._make_area()
        outside.addWidget(self._area, 1)
        self._search = _Entry(kit, "search", "search", self.tr("Search"), "Ctrl+K")
        self._search.clicked.connect(self.search_wanted)
        self._column.addWidget(self._search)
        self.places = self._make_places()
        self._entries: dict[str, _Entry] = {}
        for place in self.places:
            if place.at_the_foot:
                self._column.addStretch(1)
            self._add(place)
        self.person = QVBoxLayout()
        self._column.addLayout(self.person)
        self._promise = self._make_promise()
        self._column.addWidget(self._promise)
        self.set_narrow(False)

    def _make_places(self) -> tuple[Place, ...]:
        """Where one can go, from top to bottom; a digit stays with its place, so that fingers need not relearn."""
        return (
            Place("home", "home", self.tr("Overview"), 1),
            Place("courses", "courses", self.tr("Courses"), 2),
            Place("refreshers", "refresh", self.tr("Refresh"), 3),
            Place("simulations", "chat", self.tr("Simulations"), 4),
            Place("assessments", "compass", self.tr("Self-assessment"), 5),
            Place("annotations", "bookmark", self.tr("Notes"), 6),
            Place("certificates", "certificate", self.tr("Certificates"), 7),
            Place("settings", "settings", self.tr("Settings"), 8, at_the_foot=True),
        )

    def show_chosen(self, name: str) -> None:
        """Mark the entry that the screen in view belongs to; an unknown name marks none."""
        for entry in self._entries.values():
            entry.set_current(entry.name == name)
        # Later, when sizes are known: with large text the entry of the page in view may lie below the edge.
        QTimer.singleShot(0, self, self._reveal_chosen)

    def _reveal_chosen(self) -> None:
        current = next((entry for entry in self._entries.values() if entry.current), None)
        if current is not None:
            self._area.ensureWidgetVisible(current, 0, scaled(24))

    def show_waiting(self, name: str, count: int, words: str) -> None:
        """Show beside an entry how many things wait there; `words` say the same as a sentence, e.g. "2 questions due".

        Raises KeyError for a place that is not in the rail.
        """
        self._entries[name].set_waiting(count, words)

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to icons, or grow to words again; sizes follow the text."""
        side = 8 if narrow else 12
        self._column.setContentsMargins(side, 0, side, 20)
        self.setFixedWidth(max(_NARROW_WIDTH, scaled(36) + 2 * side) if narrow else scaled(_WIDTH))
        for entry in (self._search, *self._entries.values()):
            entry.set_narrow(narrow)
        # With room for words, home shows the field itself.
        self._search.setVisible(narrow)
        self._words.setVisible(not narrow)
        self._promise.setToolTip(self._words.words() if narrow else "")
        self._word.set_short(narrow)
        self._word.setContentsMargins(0 if narrow else side + 12, scaled(26), 0, 0)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter if narrow else Qt.AlignmentFlag.AlignLeft)
        self.narrowed.emit(narrow)

    def _make_area(self) -> QScrollArea:
        inner = look(QWidget(), "page")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(4)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        return area

    def _add(self, place: Place) -> None:
        entry = _Entry(self._kit, place.name, place.icon, place.words, place.keys)
        entry.clicked.connect(lambda: self.chosen.emit(place.name))
        self._entries[place.name] = entry
        self._column.addWidget(entry)

    def _make_promise(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 12, 8, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._kit.icons.icon("lock", "muted"), 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = look(WrapLabel(self.tr("Everything stays on this device")), "muted")
        row.addWidget(self._words, 1)
        return box
