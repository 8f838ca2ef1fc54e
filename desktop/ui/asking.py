"""What screens share that ask one item at a time: page, keys, hint, feedback that comes into view, and the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLayoutItem, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded
from desktop.model.quiz import ClozeItem, Item, NumericItem, ReflectionItem, ShortItem
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.icons import Icons
from desktop.ui.items.panel import ItemPanel
from desktop.ui.keys import is_plain, scroll
from desktop.ui.kit import Kit
from desktop.ui.screen import Screen
from desktop.ui.theme import scaled
from desktop.ui.widgets import (
    Card,
    FlowRow,
    Heading,
    IconLabel,
    Muted,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    look,
)

COLUMN = 720


class ActionRow(FlowRow):
    """Buttons at both ends of a line: what leads on stands at the right edge; in a narrow window the line breaks."""

    def __init__(self, parent: QWidget, *, onward: Sequence[QWidget]) -> None:
        super().__init__(parent, gap=8)
        self._onward = tuple(onward)
        self._edge = 0

    def _place(self, rect: QRect, *, move: bool) -> int:
        self._edge = rect.x() + rect.width()
        return super()._place(rect, move=move)

    def _settle(self, line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
        last = max((box.x() + box.width() for _, box in line), default=self._edge)
        shift = self._edge - last
        moved = [(item, box.translated(shift, 0) if item.widget() in self._onward else box) for item, box in line]
        super()._settle(moved, height, move=move)


class AskingFoot(QFrame):
    """The hint on the left, the primary action on the right; always in view below the question.

    `before` stand at the left of the hint, `onward` before the primary action.
    """

    def __init__(
        self,
        icons: Icons,
        *,
        before: Sequence[QWidget] = (),
        onward: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look(self, "foot")
        self.hint_button = QuietButton(self.tr("Hint (H)"), icons.icon("hint"))
        self.main_button = PrimaryButton(self.tr("Confirm"))
        self.main_button.show_key()
        self._row = ActionRow(self, onward=(*onward, self.main_button))
        for button in (*before, self.hint_button, *onward, self.main_button):
            self._row.addWidget(button)

    def offer_hint(self, penalty: float | None) -> None:
        """Offer a hint that costs this share of the points; None offers none."""
        self.hint_button.setVisible(penalty is not None)
        if penalty:
            words = self.tr("Hint (H), costs {share} of the points").format(share=wording.percent(penalty))
        else:
            words = self.tr("Hint (H)")
        self.hint_button.setText(words)

    def align(self, column: QMargins) -> None:
        """Stand in line with a column that has these margins."""
        self._row.setContentsMargins(column.left(), 12, column.right(), 12)


class AskingScreen(Screen):
    """A page with a title and a card for the item in view, above a foot.

    A subclass says which item is in view (`asked`) and what Enter does (`go_on`), and calls `put_together` when head
    and foot are made.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.title = look(Heading(), "title")
        self.page = ScrollPage(width=COLUMN, top=28, gap=12)
        self.card = Card(margin=24, gap=12)

    # What a subclass fills in -----------------------------------------------------------------------------------

    @property
    def asked(self) -> ItemPanel | None:
        """The item in view; None on a page without one."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Do what the primary button says."""
        raise NotImplementedError

    def fit_buttons(self) -> None:
        """Show what can be done now."""
        raise NotImplementedError

    def next_step(self) -> QAbstractButton | None:
        return self.main_button

    # What it can use --------------------------------------------------------------------------------------------

    def add_head(self, where: QWidget) -> None:
        """Say where one is, offer a pause and show the title, at the top of the page."""
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(where, 1)
        self.pause_button = QuietButton(self.tr("Pause"))
        self.pause_button.setToolTip(self.tr("Every answer you confirmed is saved"))
        self.pause_button.setAccessibleDescription(self.pause_button.toolTip())
        line.addWidget(self.pause_button)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(self.title)
        self.page.column.addLayout(head)

    def add_line(self, icon: str, tone: str, words: str) -> QWidget:
        """A short remark below the item, with an icon in its tone."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self.kit.icons.icon(icon, tone), 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Muted(words), 1)
        self.card.body.addWidget(holder)
        return holder

    def put_together(self, foot: AskingFoot) -> None:
        """Add card and foot below what is in the page's column already."""
        self.foot = foot
        self.hint_button, self.main_button = foot.hint_button, foot.main_button
        self.hint_button.clicked.connect(self.show_hint)
        self.main_button.clicked.connect(self.go_on)
        self.page.column.addWidget(self.card)
        self.page.column.addStretch()
        self.frame.addWidget(self.page, 1)
        self.frame.addWidget(foot)
        self.page.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._align_foot())

    def add_panel(self, item: Item, arranged: Arranged) -> ItemPanel:
        """A panel for an item, in the card; Enter in it is `go_on`."""
        panel = ItemPanel(item, arranged, self.kit.icons)
        look(panel.stem, "question")
        panel.committed.connect(self.go_on)
        panel.link_opened.connect(self.link_wanted)
        self.card.body.addWidget(panel)
        return panel

    def starting_point(self) -> QWidget:
        """Where the keyboard begins: in the field to type into, else on the heading, where digits choose."""
        panel = self.asked
        if panel is None or panel.area.locked:
            return self.title
        typed = isinstance(panel.item, ShortItem | NumericItem | ClozeItem | ReflectionItem)
        return panel.area.first_control() if typed else self.title

    def show_feedback(self, panel: ItemPanel, graded: Graded, more: str = "") -> None:
        """Lock and mark an answer that was kept, say it and `more`, and go to the button that leads on."""
        panel.show_graded(graded)
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{panel.spoken(graded)} {more}".strip())
        QTimer.singleShot(0, self, self._reveal_feedback)

    def show_hint(self) -> None:
        """Show the hint of the item in view."""
        panel = self.asked
        if panel is not None and not panel.area.locked and panel.has_hint:
            panel.show_hint()
            announce(self, panel.item.hint.plain)
            self.fit_buttons()

    def can_hint(self) -> bool:
        """Whether there is a hint to look at."""
        return self.asked is not None and not self.asked.area.locked and self.asked.has_hint

    def _reveal_feedback(self) -> None:
        """Bring the feedback into view without hiding the question more than needed."""
        bottom = self.card.geometry().bottom() + scaled(12)
        bar = self.page.verticalScrollBar()
        missing = bottom - (bar.value() + self.page.viewport().height())
        room = self.card.geometry().top() - bar.value()
        if missing > 0:
            bar.setValue(bar.value() + min(missing, max(room, 0)))

    # Qt ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = is_plain(event)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.go_on()
        elif plain and event.key() == Qt.Key.Key_H:
            self.show_hint()
        elif not self._answer_by(event) and not scroll(self.page, event):
            super().keyPressEvent(event)

    def _answer_by(self, event: QKeyEvent) -> bool:
        panel = self.asked
        return panel is not None and not panel.area.locked and panel.area.use_key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The page settles its margins after this event; the buttons stand in line with its column.
        QTimer.singleShot(0, self, self._align_foot)

    def _align_foot(self) -> None:
        self.foot.align(self.page.column.contentsMargins())
