"""Reads a lesson aloud from where the reader is, and stays with the passage that is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.rendering.sentences import Sentence
from desktop.ui.aloud.passages import Passage, in_fold, passages
from desktop.ui.aloud.strip import Mark, Strip
from desktop.ui.aloud.voice import Voice, Waking
from desktop.ui.lesson_tools import Tool
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen

_AIR = 96
"""Pixels above the passage in view, so that one sees where it comes from."""


class Reader(QObject):
    """Reading one lesson aloud; it begins when it is told to, and ends with the last words or with the screen.

    changed   it has begun or ended
    """

    changed = Signal(bool)

    def __init__(self, lesson: LessonScreen, engine: str = "") -> None:
        """`engine` names one of Qt's; empty for the system's own."""
        super().__init__(lesson)
        self._lesson = lesson
        self._engine = engine
        self._voice: Voice | None = None
        self._waking: Waking | None = None
        self._strip: Strip | None = None
        self._mark: Mark | None = None
        self._passages: tuple[Passage, ...] = ()
        self._at = 0
        self._held = False
        lesson.installEventFilter(self)

    @property
    def is_reading(self) -> bool:
        """Whether it reads, pauses, or waits for the voice to answer."""
        return self._voice is not None or self._waking is not None

    @property
    def strip(self) -> Strip | None:
        """The handles, while it reads."""
        return self._strip

    @property
    def passage(self) -> Passage | None:
        """What is being said."""
        return self._passages[self._at] if self._voice is not None else None

    @property
    def mark(self) -> Mark | None:
        """The bar beside the passage."""
        return self._mark

    def toggle(self) -> None:
        """Begin, or end."""
        if self.is_reading:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Read from the first passage in view; without a voice for the lesson's language there is a sentence."""
        if self._engine:
            self._begin()
            return
        self._show_handles()
        self.changed.emit(True)
        self._waking = Waking(self)
        self._waking.done.connect(self._awake)
        self._waking.ask()

    def _awake(self, answered: bool) -> None:
        self._forget_waking()
        if answered:
            self._begin()
        else:
            self._end()
            self._refuse(self.tr("No voice answers on this device."))

    def _begin(self) -> None:
        try:
            voice = Voice(self._engine, self)
        except LookupError:
            self._end()
            self._refuse(self.tr("No voice answers on this device."))
            return
        language = self._lesson.lesson_language
        if not voice.speak_in(language):
            voice.deleteLater()
            words = {
                "de": self.tr("There is no German voice on this device."),
                "en": self.tr("There is no English voice on this device."),
            }
            self._end()
            self._refuse(words.get(language, self.tr("There is no voice for this language on this device.")))
            return
        self._lesson.complete()
        self._passages = passages(self._lesson.shown, self._lesson.checks)
        if not self._passages:
            voice.deleteLater()
            self._end()
            return
        self._voice = voice
        voice.finished.connect(self._next)
        voice.failed.connect(self._broken)
        if self._strip is None:
            self._show_handles()
            self.changed.emit(True)
        self._say(self._first_in_view())

    def stop(self) -> None:
        """Fall silent and take the mark away; twice is harmless."""
        if not self.is_reading:
            return
        if self._waking is not None:
            self._waking.cancel()
            self._forget_waking()
        if self._voice is not None:
            self._voice.stop()
        self._end()

    def _forget_waking(self) -> None:
        if self._waking is not None:
            self._waking.deleteLater()
            self._waking = None

    def _end(self) -> None:
        """Take away what was shown; the keyboard goes back to the tool if it was on one of the handles."""
        had = self._strip is not None
        focused = QApplication.focusWidget()
        if self._strip is not None and focused is not None and self._strip.isAncestorOf(focused):
            (self._lesson.tools.button(Tool.ALOUD) or self._lesson.title).setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._voice, self._strip, self._mark):
            if part is not None:
                if not isinstance(part, Voice):
                    part.hide()
                part.deleteLater()
        self._voice = self._strip = self._mark = None
        if had:
            self.changed.emit(False)

    def _show_handles(self) -> None:
        lesson = self._lesson
        self._strip = strip = Strip(lesson.kit, lesson)
        strip.paused.connect(self._pause)
        strip.stopped.connect(self.stop)
        strip.rated.connect(self._rate)
        lesson.frame.addWidget(strip)
        self._mark = Mark(lesson.page.widget())

    def _say(self, number: int) -> None:
        if self._voice is None or self._strip is None:
            return
        self._at, self._held = number, False
        self._strip.say_place(number + 1, len(self._passages))
        fold = in_fold(self._passages[number])
        if fold is not None and not fold.is_open:
            fold.toggle()
        self._follow()
        self._voice.say(self._passages[number].words)

    def _next(self) -> None:
        # Many engines pause only between words, and some end the passage instead: the next one waits here.
        if self._strip is not None and self._strip.pause_button.isChecked():
            self._held = True
        elif self._at + 1 < len(self._passages):
            self._say(self._at + 1)
        else:
            self.stop()

    def _pause(self, on: bool) -> None:
        if self._voice is None:
            return
        if on:
            self._voice.pause()
        elif self._held:
            self._held = False
            self._next()
        else:
            self._voice.resume()

    def _rate(self, rate: float) -> None:
        if self._voice is not None:
            self._voice.set_rate(rate)

    def _broken(self) -> None:
        self.stop()
        self._refuse(self.tr("The voice of this device has fallen silent."))

    def _refuse(self, words: str) -> None:
        hint = self.tr("Voices are installed in the settings of your system.")
        self._lesson.said.emit(Sentence(words, hint), "caution")

    # Where it is ------------------------------------------------------------------------------------------------

    def _box(self, passage: Passage) -> QRect:
        return passage.box(self._lesson.page.widget())

    def _first_in_view(self) -> int:
        top = self._lesson.page.verticalScrollBar().value()
        places = (number for number, one in enumerate(self._passages) if self._box(one).bottom() > top)
        return next(places, 0)

    def _follow(self) -> None:
        """Put the mark beside the passage, and the passage into view."""
        if self._mark is None:
            return
        page, box = self._lesson.page, self._box(self._passages[self._at])
        self._mark.setGeometry(box.left() - scaled(Mark.AWAY), box.top(), scaled(Mark.WIDTH), max(box.height(), 1))
        self._mark.show()
        self._mark.raise_()
        bar = page.verticalScrollBar()
        seen = bar.value(), bar.value() + page.viewport().height()
        if box.top() < seen[0] or box.bottom() > seen[1]:
            bar.setValue(box.top() - scaled(_AIR))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever leaves the lesson has heard enough; a window put aside goes on.
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self._voice is not None:
            self._follow()
        return super().eventFilter(watched, event)


def offer(lesson: LessonScreen, engine: str = "") -> Reader:
    """Give a lesson its reader and the tool that begins and ends it."""
    before = lesson.reader
    if before is not None:
        before.stop()
        lesson.tools.aloud_wanted.disconnect(before.toggle)
        before.deleteLater()
    reader = Reader(lesson, engine)
    lesson.tools.offer(Tool.ALOUD)
    lesson.tools.aloud_wanted.connect(reader.toggle)
    reader.changed.connect(lambda on: lesson.tools.set_on(Tool.ALOUD, on))
    return reader
