"""The lesson reader: outline, reading column, knowledge checks, and the way to the next lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.course import Block, KnowledgeCheck, Prose
from desktop.model.errors import KlartextError
from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.blocks.build import block_widget
from desktop.ui.blocks.check import CheckCard
from desktop.ui.blocks.context import BlockContext, notes_of
from desktop.ui.blocks.footnotes import BACK, FootnotesBlock
from desktop.ui.keys import page_turn, scroll
from desktop.ui.kit import Kit
from desktop.ui.lesson_foot import Foot
from desktop.ui.lesson_outline import WIDTH, Outline
from desktop.ui.screen import Screen
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.widgets import Display, Muted, QuietButton, ScrollPage

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

COLUMN = 640
"""Pixels of the reading column at 100 % text."""

_LEAST_MARGINS = 48
_KEEP_AFTER_MS = 600
_END_TOLERANCE = 24
_FIRST_VIEW = 1100
"""Pixels of guessed height (at 100 % text) that are built before the first painting."""

_BLOCKS_AT_ONCE = 2


class LessonScreen(Screen):
    """One lesson of a course.

    read   the lesson was read to its end and is kept as read, with its id
    """

    read = Signal(str)

    def __init__(
        self, kit: Kit, workspace: Workspace, course_id: str, lesson_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._study = workspace.study
        self._state: CourseState = workspace.study.state(course_id, kit.language)
        self._course = self._state.outline
        self._lesson = workspace.library.lesson(course_id, lesson_id, kit.language)
        progress = workspace.study.progress(course_id, lesson_id)
        self._fraction = progress.position
        self._is_read = progress.read
        self._settled_width = -1
        self.foot: Foot | None = None
        self._keep_timer = QTimer(self)
        self._keep_timer.setSingleShot(True)
        self._keep_timer.setInterval(_KEEP_AFTER_MS)
        self._keep_timer.timeout.connect(self._keep_position)
        self._build_frame()
        self._fill(
            BlockContext(
                kit=kit,
                notes=notes_of(self._lesson.blocks),
                ticks=progress.ticks,
                checks=workspace.study.checks(course_id, self._lesson),
                tick=lambda task, on: self._study.tick(course_id, lesson_id, task, on),
                answer=lambda item, response, hint: self._study.answer_check(
                    course_id, lesson_id, item, response, hint
                ),
                open_link=self.open_link,
                failed=self.failed.emit,
                simulation=lambda scenario: workspace.simulations.card(scenario, kit.language),
                open_simulation=lambda scenario: self.simulation_wanted.emit(scenario, course_id, lesson_id),
            )
        )
        bar = self.page.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._relaid)

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self._lesson.title

    def first_focus(self) -> QWidget | None:
        return self.title

    def leave(self) -> None:
        self._keep_timer.stop()
        self._keep_position()

    @property
    def position(self) -> float:
        """How far down the lesson is scrolled, 0..1 of its height."""
        return self._fraction

    @property
    def read_to_end(self) -> bool:
        """Whether the end was reached, now or earlier, and is kept."""
        return self._is_read

    # Building ---------------------------------------------------------------------------------------------------

    def _build_frame(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.outline = Outline(self.kit.icons, self._lesson.id)
        self.outline.lesson_chosen.connect(lambda lesson_id: self.lesson_wanted.emit(self._course.id, lesson_id))
        self.outline.test_chosen.connect(lambda: self.test_wanted.emit(self._course.id))
        self.outline.course_chosen.connect(lambda: self.course_wanted.emit(self._course.id))
        self.outline.show_state(self._state)
        self.page = ScrollPage(width=COLUMN, top=28, gap=20)
        row.addWidget(self.outline)
        row.addWidget(self.page, 1)
        self.frame.addLayout(row, 1)

    def _fill(self, context: BlockContext) -> None:
        """Build what the first view needs; the rest follows when the window has been painted.

        A lesson that was left further down is built at once: the place to go back to depends on all its heights.
        """
        self._context, self._waiting = context, list(self._lesson.blocks)
        self.page.column.addLayout(self._head())
        seen = 0
        while self._waiting and (self._fraction > 0 or seen < _FIRST_VIEW):
            seen += _guessed_height(self._waiting[0])
            self._add_block()
        if self._waiting:
            QTimer.singleShot(0, self, self._add_more)
        else:
            self._add_foot()

    def _add_block(self) -> None:
        widget = block_widget(self._waiting.pop(0), self._context)
        if widget is not None:
            self.page.column.addWidget(widget)

    def _add_more(self) -> None:
        for _ in range(min(_BLOCKS_AT_ONCE, len(self._waiting))):
            self._add_block()
        if self._waiting:
            QTimer.singleShot(0, self, self._add_more)
        elif self.foot is None:
            self._add_foot()
            self._look_for_end()

    def complete(self) -> None:
        """Build at once what is still waiting to be built."""
        while self._waiting:
            self._add_block()
        if self.foot is None:
            self._add_foot()
        self.page.column.activate()

    def _add_foot(self) -> None:
        self.foot = Foot(self.kit.icons, self._lesson.id)
        self.foot.lesson_chosen.connect(self._go)
        self.foot.test_chosen.connect(lambda: self.test_wanted.emit(self._course.id))
        self.foot.certificate_chosen.connect(lambda: self.certificate_wanted.emit(self._course.id))
        self.foot.course_chosen.connect(lambda: self.course_wanted.emit(self._course.id))
        self.foot.show_state(self._state)
        self.page.column.addSpacing(4)
        self.page.column.addWidget(self.foot)
        self.page.column.addStretch()

    def _head(self) -> QVBoxLayout:
        where = self.tr("Lesson {number} of {count}").format(number=self._number() + 1, count=len(self._course.lessons))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Muted(wording.spoken_list(where, wording.minutes(self._lesson.minutes))), 1)
        self.menu_button = QuietButton(self.tr("Contents"), self.kit.icons.icon("chevron-down"))
        self.menu_button.setAccessibleDescription(self.tr("Opens the list of lessons"))
        self.menu_button.clicked.connect(self._open_menu)
        self.menu_button.hide()
        line.addWidget(self.menu_button)
        self.title = Display(self._lesson.title)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(self.title)
        return head

    def _open_menu(self) -> None:
        menu = self.outline.menu(self)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def _number(self) -> int:
        ids = [lesson.id for lesson in self._course.lessons]
        return ids.index(self._lesson.id) if self._lesson.id in ids else 0

    # Reading ----------------------------------------------------------------------------------------------------

    def _scrolled(self, value: int) -> None:
        height = self.page.widget().height()
        self._fraction = min(1.0, value / height) if height > 0 else 0.0
        self._keep_timer.start()
        # Later, because the bar also moves while Qt applies a style or lays out, when nothing may be made anew.
        QTimer.singleShot(0, self, self._look_for_end)

    def _relaid(self, _least: int, _most: int) -> None:
        """Stay at the same words when the width changed; when only something unfolded, nothing moves."""
        width = self.page.viewport().width()
        if width == self._settled_width:
            return
        self._settled_width = width
        bar = self.page.verticalScrollBar()
        was_blocked = bar.blockSignals(True)
        bar.setValue(round(self._fraction * self.page.widget().height()))
        bar.blockSignals(was_blocked)
        # The bar's own listeners were asleep: the page itself must follow.
        self.page.widget().move(0, -bar.value())
        QTimer.singleShot(0, self, self._look_for_end)

    def _look_for_end(self) -> None:
        bar = self.page.verticalScrollBar()
        if self._is_read or self.foot is None or not self.isVisible() or bar.value() < bar.maximum() - _END_TOLERANCE:
            return
        try:
            self._state = self._study.mark_read(self._course.id, self._lesson.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._is_read = True
        self.outline.show_state(self._state)
        self.foot.show_state(self._state)
        announce(self, self.tr("Lesson read"))
        self.read.emit(self._lesson.id)

    def _keep_position(self) -> None:
        try:
            self._study.keep_position(self._course.id, self._lesson.id, self._fraction)
        except KlartextError as error:
            self.failed.emit(error)

    def _go(self, lesson_id: str) -> None:
        self.lesson_wanted.emit(self._course.id, lesson_id)

    # Links ------------------------------------------------------------------------------------------------------

    def open_link(self, href: str) -> None:
        """Jump inside the lesson, or ask for what lies outside."""
        if href.startswith("#"):
            self.complete()
        if href.startswith(BACK):
            mark = "#" + href.removeprefix(BACK)
            for text in self.findChildren(RichText):
                link = text.link_to(mark)
                if link is not None:
                    self.page.ensureWidgetVisible(link, 0, scaled(160))
                    link.setFocus(Qt.FocusReason.TabFocusReason)
                    return
        elif href.startswith("#"):
            self._jump(href.removeprefix("#"))
        else:
            self.link_wanted.emit(href)

    def _jump(self, anchor: str) -> None:
        for notes in self.findChildren(FootnotesBlock):
            note = notes.note(anchor)
            if note is not None:
                self.page.ensureWidgetVisible(note, 0, scaled(40))
                back = note.link_to(BACK + anchor)
                (back or note).setFocus(Qt.FocusReason.OtherFocusReason)
                announce(note, note.accessibleName())
                return
        for text in self.findChildren(RichText):
            top = text.top_of(anchor)
            if top is not None:
                place = text.mapTo(self.page.widget(), QPoint(0, top)).y()
                self.page.verticalScrollBar().setValue(place - scaled(16))
                return

    # Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # The window goes back with Alt+Left; inside a lesson the keys turn pages, as the lesson says at its end.
        if event.type() == QEvent.Type.ShortcutOverride and page_turn(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = page_turn(event)
        if turned is not None:
            self.complete()
            button = self.foot.onward if turned > 0 else self.foot.back
            if button is not None:
                button.click()
        elif not self._scroll_by(event) and not self._answer_by(event):
            super().keyPressEvent(event)

    def _scroll_by(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_End:
            self.complete()
        return scroll(self.page, event)

    def _answer_by(self, event: QKeyEvent) -> bool:
        """Give a digit to the question in view when no question has the keyboard."""
        if not Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            return False
        cards = [card for card in self.findChildren(CheckCard) if not card.is_answered and self._in_view(card)]
        return bool(cards) and cards[0].use_key(event)

    def _in_view(self, widget: QWidget) -> bool:
        return not widget.visibleRegion().isEmpty()

    def sizeHint(self) -> QSize:
        # Whoever holds a screen gives it all there is; asking every paragraph for its wish would only take time.
        return QSize(900, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look_for_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fold the outline into a button where column and outline do not both have room."""
        wide = self.width() >= scaled(WIDTH + COLUMN) + _LEAST_MARGINS
        self.outline.fit()
        self.outline.setVisible(wide)
        self.menu_button.setVisible(not wide)


def _guessed_height(block: Block) -> int:
    """A cheap guess in pixels; asking the widgets themselves would lay out everything twice."""
    if isinstance(block, Prose):
        return 43 + 23 * (len(block.text.plain) // 85)
    return 300 * len(block.items) if isinstance(block, KnowledgeCheck) else 120
