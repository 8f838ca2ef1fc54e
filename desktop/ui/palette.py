"""The search field over the window: results as one types, chosen with the arrow keys and opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.model.search import Hit, SearchKind
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.commands import Commands
from desktop.ui.hit_list import HitList, Row
from desktop.ui.kit import Kit
from desktop.ui.theme import colour, current_theme, scaled
from desktop.ui.widgets import IconLabel, KeyCap, Muted, Rule, look

if TYPE_CHECKING:
    from desktop.app.search import Search

_WIDTH = 680
_EDGE = 24
_AIR = 8
_PAUSE_MS = 4
"""Milliseconds after a letter before the search begins: a fast typist's next letter comes first."""

_SPEAK_AFTER_MS = 500
_PER_KIND = 6


class Palette(QWidget):
    """Lies over the whole window while something is looked for; emits `opened` with a Hit, or just `closed`."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, kit: Kit, search: Search, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._search = kit, search
        self._commands = Commands()
        search.begin(kit.language, self._commands.all(), self._commands.kinds())
        self.setAccessibleName(self.tr("Search"))
        self._due, self._reader, self._speaker = (
            self._timer(action) for action in (self.look, self._read, self._speak)
        )
        self._build()
        self.field.textEdited.connect(lambda _words: self._due.start(_PAUSE_MS))
        self.field.installEventFilter(self)
        self.hits.clicked.connect(self._clicked)
        self.hits.entered.connect(self.hits.setCurrentIndex)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.look()
        self._reader.start(0)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not answered yet."""
        return self._due.isActive()

    # -- looking ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Show what the words in the field find now."""
        self._due.stop()
        self._stepped = False
        words = self.field.text().strip()
        hits = self._search.find(words, self._kit.language, _PER_KIND, wait=False) if words else ()
        rows = self._places() if not words else self._grouped(hits) if hits else self._nothing(words)
        self.hits.show_rows(rows)
        self._say_state(words, hits)
        self._fit()
        self.hits.choose_first()
        self._speaker.start(_SPEAK_AFTER_MS)

    def _look_again(self) -> None:
        """Show what is found by now; a row that somebody has stepped to stays chosen, so that Enter still means it."""
        row = self.hits.chosen() if self._stepped else None
        self.look()
        if row is not None:
            self._stepped = self.hits.choose(row)

    def _places(self) -> list[Row]:
        heading = self.tr("Go to")
        hits = [Hit(e.kind, e.title, "", "", e.target) for e in self._commands.places()]
        return [Row(heading, heading), *(Row(hit.title, hit.title, hit) for hit in hits)]

    def _grouped(self, hits: Sequence[Hit]) -> list[Row]:
        """Hits under the heading of their kind, the kind with the best hit first."""
        groups: dict[SearchKind, list[Hit]] = {}
        for hit in hits:
            groups.setdefault(hit.kind, []).append(hit)
        # A command whose other words alone fit must not stand above what was looked for.
        by_name = any(hit.title_ranges for hit in groups.get(SearchKind.COMMAND, []))
        if not by_name and any(hit.exact and hit.kind is not SearchKind.COMMAND for hit in hits):
            groups[SearchKind.COMMAND] = groups.pop(SearchKind.COMMAND, [])
        rows: list[Row] = []
        for kind, found in groups.items():
            if found:
                rows.append(Row(self._kind(kind), self._kind(kind)))
                rows += [Row(hit.title, self._spoken(hit), hit) for hit in map(_shown, found)]
        return rows

    def _nothing(self, words: str) -> list[Row]:
        meant = self._search.suggest(words, self._kit.language, wait=False)
        if not meant:
            return []
        text = self.tr("Did you mean “{word}”?").format(word=meant)
        return [Row(text, text, word=meant)]

    def _say_state(self, words: str, hits: Sequence[Hit]) -> None:
        if self._search.progress < 1:
            share = wording.percent(self._search.progress)
            state = self.tr("Reading the courses for the first time: {share}").format(share=share)
        elif not words:
            state = self.tr(
                "Lessons, terms, questions you have answered, and settings. Part of a word will do, and a slip of the "
                "finger is forgiven."
            )
        elif not hits:
            state = self.tr("Nothing found for “{words}”. Try fewer words, or a shorter one.").format(words=words)
        elif not any(hit.exact for hit in hits):
            state = self.tr("“{words}” stands nowhere. This comes close:").format(words=words)
        else:
            state = ""
        self._state.set_words(state)
        self._state.setVisible(bool(state))
        self._count = sum(hit.exact for hit in hits) or len(hits)

    def _kind(self, kind: SearchKind) -> str:
        return {
            SearchKind.COMMAND: self.tr("Commands and settings"),
            SearchKind.COURSE: self.tr("Courses"),
            SearchKind.LESSON: self.tr("Lessons"),
            SearchKind.CHECKLIST: self.tr("Checklists to print"),
            SearchKind.SIMULATION: self.tr("Simulations"),
            SearchKind.ASSESSMENT: self.tr("Self-assessments"),
            SearchKind.NOTE: self.tr("Your notes"),
            SearchKind.TERM: self.tr("Terms"),
            SearchKind.QUESTION: self.tr("Questions you have answered"),
        }[kind]

    def _spoken(self, hit: Hit) -> str:
        return ". ".join(part for part in (hit.title, self._kind(hit.kind), hit.where, hit.snippet) if part)

    def _read(self) -> None:
        """Read one more lesson between two events; show the fuller answer now and then."""
        before = self._search.progress
        more = self._search.read_on()
        if int(self._search.progress * 10) != int(before * 10) or (not more and self.field.text()):
            self._look_again()
        if more:
            self._reader.start(0)

    def _speak(self) -> None:
        chosen = self.hits.chosen()
        if not self.field.text().strip():
            return
        if self._count == 0:
            announce(self.field, " ".join(filter(None, (self._state.words(), chosen.spoken if chosen else ""))))
            return
        count = self.tr("1 result") if self._count == 1 else self.tr("{count} results").format(count=self._count)
        announce(self.field, f"{count}. {chosen.spoken if chosen else ''}")

    # -- choosing -----------------------------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """Go where the chosen row leads; what was typed last counts, even within the pause."""
        if self._due.isActive():
            self.look()
        row = self.hits.chosen()
        if row is not None and row.hit is not None:
            self.opened.emit(row.hit)
        elif row is not None:
            self.field.setText(row.word)
            self.look()

    def _clicked(self, index: QModelIndex) -> None:
        if self.hits.rows[index.row()].can_be_chosen:
            self.hits.setCurrentIndex(index)
            self.open_chosen()

    def _step(self, by: int) -> None:
        if self._due.isActive():
            self.look()
        self.hits.step(by)
        self._stepped = True
        chosen = self.hits.chosen()
        if chosen is not None:
            self._speaker.stop()
            announce(self.field, chosen.spoken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget():
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self.parentWidget().rect())
                self._fit()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # While the field is open the window's own keys are its: Escape closes it, and no page turns behind it.
            keys = cast(QKeyEvent, event)
            ours = (
                keys.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F3) or keys.modifiers() & Qt.KeyboardModifier.AltModifier
            )
            if ours or _is_ctrl(keys, Qt.Key.Key_K) or _is_ctrl(keys, Qt.Key.Key_F):
                event.accept()
                return True
        return event.type() == QEvent.Type.KeyPress and self._use(cast(QKeyEvent, event))

    def _use(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        elif key == Qt.Key.Key_Escape or _is_ctrl(event, Qt.Key.Key_K):
            self.closed.emit()
        elif not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        return True

    # -- making -------------------------------------------------------------------------------------------------

    def _timer(self, action: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(action)
        return timer

    def _build(self) -> None:
        self._panel = look(QFrame(self), "card")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule())
        self._state = Muted()
        self._state.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(4))
        column.addWidget(self._state)
        self.hits = HitList()
        column.addWidget(self.hits, 1)
        self._rule = Rule()
        column.addWidget(self._rule)
        column.addLayout(self._foot())
        self._count = 0
        self._stepped = False

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8))
        row.setSpacing(scaled(10))
        row.addWidget(IconLabel(self._kit.icons.icon("search", "accent"), 20))
        self.field = look(QLineEdit(), "search")
        self.field.setPlaceholderText(self.tr("What are you looking for?"))
        self.field.setAccessibleName(self.tr("Search in all courses"))
        self.field.setAccessibleDescription(self.tr("Results appear as you type; choose with the arrow keys"))
        self.field.setMaxLength(120)
        row.addWidget(self.field, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8))
        row.setSpacing(scaled(8))
        for key, words in (("↑ ↓", self.tr("choose")), ("↵", self.tr("open")), ("Esc", self.tr("close"))):
            row.addWidget(KeyCap(key))
            row.addWidget(look(QLabel(words), "muted"))
            row.addSpacing(scaled(8))
        row.addStretch(1)
        return row

    # -- Qt -----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """As wide as is good to read, as high as the rows need, never more than the window holds."""
        width = min(scaled(_WIDTH), self.width() - 2 * _EDGE)
        top = max(_EDGE, min(scaled(72), self.height() // 9))
        needed = self.hits.height_for(width - 2) + (_AIR if self.hits.rows else 0)
        if self.hits.width() != width - 2:
            self._panel.setFixedWidth(width)
            self.hits.setFixedWidth(width - 2)
        rest = self._panel_height(width) - self.hits.minimumHeight()
        height = max(0, min(needed, self.height() - top - _EDGE - rest))
        self.hits.setFixedHeight(height)
        self._panel.setGeometry((self.width() - width) // 2, top, width, rest + height)

    def _panel_height(self, width: int) -> int:
        layout = self._panel.layout()
        layout.invalidate()
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = colour("paper" if current_theme().dark else "ink")
        veil.setAlpha(190 if current_theme().dark else 90)
        painter.fillRect(event.rect(), veil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def sizeHint(self) -> QSize:
        return self.parentWidget().size()


def _is_ctrl(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _shown(hit: Hit) -> Hit:
    """A command's further words are only there to be found by."""
    return replace(hit, snippet="", snippet_ranges=()) if hit.kind is SearchKind.COMMAND else hit
