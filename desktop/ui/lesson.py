"""The lesson reader: outline, reading column, knowledge checks, and the way to the next lesson."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.views import CheckView
from desktop.model.course import Block, KnowledgeCheck, Prose
from desktop.model.errors import KlartextError
from desktop.model.path import PathStep
from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.aloud.reader import Reader, offer
from desktop.ui.aloud.voice import has_voice
from desktop.ui.announce import announce
from desktop.ui.blocks.build import block_widget
from desktop.ui.blocks.context import BlockContext, notes_of
from desktop.ui.kit import Kit
from desktop.ui.lesson_foot import Foot
from desktop.ui.lesson_head import LessonHead
from desktop.ui.lesson_keys import comes_first, press
from desktop.ui.lesson_links import follow
from desktop.ui.lesson_notes import LessonNotes
from desktop.ui.lesson_outline import WIDTH, Outline
from desktop.ui.lesson_place import ReadingPlace
from desktop.ui.lesson_strip import LessonStrip
from desktop.ui.lesson_tools import LessonTools, Tool
from desktop.ui.screen import Screen
from desktop.ui.theme import scaled
from desktop.ui.widgets import Display, QuietButton, ScrollPage

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

COLUMN = 640
"""Pixels of the reading column at 100 % text."""

_LEAST_MARGINS = 48
_FIRST_VIEW = 640
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
        self._paths = workspace.paths
        self._state: CourseState = workspace.study.state(course_id, kit.language)
        self._course = self._state.outline
        self._lesson = workspace.library.lesson(course_id, lesson_id, kit.language)
        progress = workspace.study.progress(course_id, lesson_id)
        self._is_read = progress.read
        self.foot: Foot | None = None
        self.shown: list[tuple[Block, QWidget]] = []
        self.reader: Reader | None = None
        self._build_frame()
        self._place = ReadingPlace(self.page, progress.position)
        self._place.moved.connect(self._look_for_end)
        self._place.due.connect(self._keep_position)
        self.notes = LessonNotes(self, workspace.annotations, course_id, self._lesson)
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
                open_link=partial(follow, self),
                failed=self.failed.emit,
                simulation=lambda scenario: workspace.simulations.card(scenario, kit.language),
                open_simulation=lambda scenario: self.simulation_wanted.emit(scenario, course_id, lesson_id),
                register=self.notes.register,
            )
        )
        self.tools.print_wanted.connect(lambda: self.print_wanted.emit(course_id, lesson_id, ""))
        QTimer.singleShot(0, self, self._offer_tools)

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self._lesson.title

    def first_focus(self) -> QWidget | None:
        return self.title

    def next_step(self) -> QAbstractButton | None:
        self.complete()
        return self.foot.onward if self.foot is not None else None

    def leave(self) -> None:
        self._place.stop()
        self.notes.leave()
        self._keep_position()

    @property
    def title(self) -> Display:
        """The lesson's title, where the keyboard begins."""
        return self.head.title

    @property
    def menu_button(self) -> QuietButton:
        """Opens the list of lessons where there is no room beside the text."""
        return self.head.menu_button

    @property
    def tools(self) -> LessonTools:
        """Bookmark, note and the like."""
        return self.head.tools

    @property
    def lesson_language(self) -> str:
        """The language the lesson is written in: "de", "en" …"""
        return self._lesson.language

    @property
    def checks(self) -> Mapping[str, CheckView]:
        """Its knowledge checks as they are shown, by id."""
        return self._context.checks

    @property
    def position(self) -> float:
        """How far down the lesson is scrolled, 0..1 of its height."""
        return self._place.fraction

    @property
    def read_to_end(self) -> bool:
        """Whether the end was reached, now or earlier, and is kept."""
        return self._is_read

    # Building ---------------------------------------------------------------------------------------------------

    def _build_frame(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.outline = Outline(self.kit.icons, self._lesson.id, self)
        self.outline.lesson_chosen.connect(lambda lesson_id: self.lesson_wanted.emit(self._course.id, lesson_id))
        self.outline.test_chosen.connect(lambda: self.test_wanted.emit(self._course.id))
        self.outline.course_chosen.connect(lambda: self.course_wanted.emit(self._course.id))
        self.outline.show_state(self._state)
        self.page = ScrollPage(self, width=COLUMN, top=28, gap=20)
        # A lesson is hardly ever shorter than the window; asked whether it is, Qt would lay all of it out twice.
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        row.addWidget(self.outline)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        self.strip = LessonStrip(self._lesson.minutes, self.page, self)
        column.addWidget(self.strip)
        row.addLayout(column, 1)
        self.frame.addLayout(row, 1)

    def _fill(self, context: BlockContext) -> None:
        """Build what the first view needs; the rest follows when the window has been painted.

        A lesson that was left further down is built at once: the place to go back to depends on all its heights.
        """
        self._context, self._waiting = context, list(self._lesson.blocks)
        self.head = self._head()
        self.page.column.addWidget(self.head)
        self.notes.head_made()
        seen = 0
        while self._waiting and (self._place.fraction > 0 or seen < _FIRST_VIEW):
            seen += _guessed_height(self._waiting[0])
            self._add_block()
        # A timer of its own: what a single shot is given outlives the lesson in PySide 6.11.
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._add_more)
        if self._waiting:
            self._more.start()
        else:
            self._add_foot()

    def _add_block(self) -> None:
        block = self._waiting.pop(0)
        widget = block_widget(block, self._context, self.page.widget())
        if widget is not None:
            self.shown.append((block, widget))
            self.page.column.addWidget(widget)

    def _add_more(self) -> None:
        for _ in range(min(_BLOCKS_AT_ONCE, len(self._waiting))):
            self._add_block()
        if self._waiting:
            self._more.start()
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
        on_path = self._paths.after(self._course.id, self._lesson.id, self.kit.language)
        self.foot = Foot(self.kit.icons, self._lesson.id, on_path)
        self.foot.step_chosen.connect(self._go_along)
        self.foot.lesson_chosen.connect(self._go)
        self.foot.test_chosen.connect(lambda: self.test_wanted.emit(self._course.id))
        self.foot.certificate_chosen.connect(lambda: self.certificate_wanted.emit(self._course.id))
        self.foot.course_chosen.connect(lambda: self.course_wanted.emit(self._course.id))
        self.foot.show_state(self._state)
        self.page.column.addSpacing(4)
        self.page.column.addWidget(self.foot)
        self.page.column.addStretch()
        self.notes.built()
        settled = QTimer(self, singleShot=True, interval=0)
        settled.timeout.connect(self._free_scroll_bar)
        settled.start()

    def _go_along(self, step: PathStep) -> None:
        if step.lesson_id:
            self.lesson_wanted.emit(step.course_id, step.lesson_id)
        else:
            self.course_wanted.emit(step.course_id)

    def _free_scroll_bar(self) -> None:
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _head(self) -> LessonHead:
        where = self.tr("Lesson {number} of {count}").format(number=self._number() + 1, count=len(self._course.lessons))
        facts = wording.spoken_list(where, wording.minutes(self._lesson.minutes))
        head = LessonHead(self.kit, facts, self._lesson.title)
        head.contents_wanted.connect(self._open_menu)
        return head

    def _open_menu(self) -> None:
        button = self.head.menu_button
        self.outline.menu(self).popup(button.mapToGlobal(QPoint(0, button.height())))

    def _number(self) -> int:
        ids = [lesson.id for lesson in self._course.lessons]
        return ids.index(self._lesson.id) if self._lesson.id in ids else 0

    # Reading ----------------------------------------------------------------------------------------------------

    def _look_for_end(self) -> None:
        if self._is_read or self.foot is None or not self.isVisible() or not self._place.at_end:
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
            self._study.keep_position(self._course.id, self._lesson.id, self._place.fraction)
        except KlartextError as error:
            self.failed.emit(error)

    def _go(self, lesson_id: str) -> None:
        self.lesson_wanted.emit(self._course.id, lesson_id)

    def _offer_tools(self) -> None:
        """Put the tools at the head once the lesson has been painted; their room is kept free until then."""
        self.notes.add_tools()
        self.tools.offer(Tool.PRINT)
        self._offer_voice()

    def _offer_voice(self) -> None:
        """Have the lesson read aloud where the system can; nothing of the voice is loaded before it is wanted."""
        if self.reader is None and has_voice():
            self.read_through("")

    def read_through(self, engine: str) -> Reader:
        """Read aloud through the named engine of Qt's from now on, "" for the system's own."""
        self.reader = offer(self, engine)
        return self.reader

    # Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and comes_first(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(self, event):
            super().keyPressEvent(event)

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
        self.head.show_contents_button(not wide)


def _guessed_height(block: Block) -> int:
    """A cheap guess in pixels; asking the widgets themselves would lay out everything twice."""
    if isinstance(block, Prose):
        return 43 + 23 * (len(block.text.plain) // 85)
    return 300 * len(block.items) if isinstance(block, KnowledgeCheck) else 120
