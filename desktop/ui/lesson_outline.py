"""The outline beside a lesson: all lessons with their state, the test at the end; as a column or as a menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from desktop.model.progress import CourseState
from desktop.ui import wording
from desktop.ui.icons import Icons
from desktop.ui.text.words import Line
from desktop.ui.theme import scaled
from desktop.ui.widgets import look

WIDTH = 236
"""Pixels of the column at 100 % text."""

_TALL = 10_000


class _Row(QPushButton):
    """A lesson or the test, icon and wrapped title; it paints itself, so that a long course costs few widgets."""

    _ICON, _SIDE, _TOP, _GAP = 14, 8, 5, 8

    def __init__(self, title: str, spoken: str, icon: QIcon, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._sign = title, icon
        self._heights: dict[int, int] = {}
        self._measured_in = ""
        look(self, "outline-row", tone)
        self.setAccessibleName(spoken)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            words = self._words_box(width, _TALL)
            box = self.fontMetrics().boundingRect(words, Qt.TextFlag.TextWordWrap.value, self._title)
            self._heights[width] = box.height() + 2 * self._TOP
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt sends these, too, while a screen is put together and nothing has changed yet.
        if event.type() == QEvent.Type.FontChange and self.font().key() != self._measured_in:
            self._heights.clear()
            self._measured_in = self.font().key()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH), self.fontMetrics().height() + 2 * self._TOP)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.fontMetrics().height() + 2 * self._TOP)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        side = scaled(self._ICON)
        middle = self._TOP + self.fontMetrics().height() // 2
        self._sign.paint(painter, QRect(self._SIDE, middle - side // 2, side, side))
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        words = self._words_box(self.width(), self.height() - 2 * self._TOP)
        painter.drawText(words, Qt.TextFlag.TextWordWrap.value, self._title)
        painter.end()

    def _words_box(self, width: int, height: int) -> QRect:
        left = self._SIDE + scaled(self._ICON) + self._GAP
        return QRect(left, self._TOP, max(width - left - self._SIDE, 1), height)


class _Area(QScrollArea):
    """Scrolls with the wheel and with the focus; every key is left to the screen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class Outline(QFrame):
    """The lessons of a course around the one in view.

    lesson_chosen   a lesson was chosen, with its id
    test_chosen     the test was chosen
    course_chosen   the course's own page was chosen
    """

    lesson_chosen = Signal(str)
    test_chosen = Signal()
    course_chosen = Signal()

    def __init__(self, icons: Icons, lesson_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._here = lesson_id
        self._state: CourseState | None = None
        look(self, "outline")
        self.setAccessibleName(self.tr("Lessons of this course"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = _Area(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll)

    def show_state(self, state: CourseState) -> None:
        """Show how far the course is."""
        if state == self._state:
            return
        self._state = state
        # Made where it will stand: whatever changes its parent is dressed once more with all that is in it.
        inner = look(QWidget(self._scroll.viewport()), "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 28, 12, 20)
        column.setSpacing(1)
        title = look(Line(state.outline.title, inner), "outline-title")
        title.setContentsMargins(8, 0, 8, 8)
        column.addWidget(title)
        for lesson in state.outline.lessons:
            words, icon, ink, tone = self._look_of(lesson.id, lesson.title)
            row = _Row(lesson.title, words, self._icons.icon(icon, ink), tone, inner)
            row.clicked.connect(lambda _=False, lesson_id=lesson.id: self.lesson_chosen.emit(lesson_id))
            column.addWidget(row)
        if state.outline.quiz_id is not None:
            column.addSpacing(12)
            column.addWidget(self._test_row(state, inner))
        column.addStretch()
        # Replacing the focused row would throw the keyboard out of the window.
        self._scroll.resize(scaled(WIDTH), 600)  # else everything is first laid out for a width nobody sees
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        # Not deleted at once: Qt may be going through these very widgets, as it does while a style is applied.
        before = self._scroll.takeWidget()
        if before is not None:
            before.deleteLater()
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        if had_focus:
            self._scroll.setFocus()

    def fit(self) -> None:
        """Take the width that suits the text size."""
        self.setFixedWidth(scaled(WIDTH))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the same lessons as a menu."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._state is None:
            return menu
        outline = self._state.outline
        menu.addAction(self.tr("About this course"), self.course_chosen.emit)
        menu.addSeparator()
        for lesson in outline.lessons:
            _, icon, ink, _ = self._look_of(lesson.id, lesson.title)
            title = lesson.title.replace("&", "&&")
            menu.addAction(
                self._icons.icon(icon, ink),
                f"{title} · {self._word(lesson.id)}",
                lambda lesson_id=lesson.id: self.lesson_chosen.emit(lesson_id),
            )
        if outline.quiz_id is not None:
            menu.addSeparator()
            menu.addAction(self._icons.icon(*self._test_icon()), self._test_title(), self.test_chosen.emit)
        return menu

    def _look_of(self, lesson_id: str, title: str) -> tuple[str, str, str, str]:
        """What is said of a lesson, its icon, the icon's colour and the tone of its words."""
        spoken = self.tr("{lesson}, {state}").format(lesson=title, state=self._word(lesson_id))
        if lesson_id == self._here:
            return spoken, "dot", "accent", "here"
        if self._state is not None and lesson_id in self._state.lessons_read:
            return spoken, "check", "ink", "done"
        return spoken, "circle", "muted", "open"

    def _word(self, lesson_id: str) -> str:
        if lesson_id == self._here:
            return self.tr("open now")
        read = self._state is not None and lesson_id in self._state.lessons_read
        return self.tr("read") if read else self.tr("not read yet")

    def _test_row(self, state: CourseState, parent: QWidget) -> _Row:
        passed = state.passed_on is not None
        word = self.tr("passed") if passed else self.tr("not passed yet")
        spoken = self.tr("{lesson}, {state}").format(lesson=self._test_title(), state=word)
        icon, ink = self._test_icon()
        row = _Row(self._test_title(), spoken, self._icons.icon(icon, ink), "done" if passed else "open", parent)
        row.clicked.connect(self.test_chosen)
        return row

    def _test_icon(self) -> tuple[str, str]:
        passed = self._state is not None and self._state.passed_on is not None
        return ("diamond-check", "ink") if passed else ("diamond", "muted")

    def _test_title(self) -> str:
        count = self._state.outline.quiz_select if self._state else 0
        return wording.spoken_list(self.tr("Final test"), wording.questions(count) if count else "")
