"""Notes, highlights and the bookmark of the lesson in view: from what is selected to what is kept, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.app.annotations import Annotations, Placed, Spot, texts
from desktop.model.annotation import Annotation
from desktop.model.course import Lesson
from desktop.model.errors import KlartextError
from desktop.model.text import Rich
from desktop.ui.announce import announce
from desktop.ui.lesson_tools import Tool
from desktop.ui.notes.selecting import Selecting
from desktop.ui.text.rich_text import RichText

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.notes.bar import SelectionBar
    from desktop.ui.notes.caret import LessonCaret
    from desktop.ui.notes.panel import NotePanel
    from desktop.ui.notes.shown import ShownNotes
    from desktop.ui.notes.writing import NoteWriter


class LessonNotes(QObject):
    """Joins the texts of a lesson with its annotations; what only a learner with notes needs is imported then."""

    def __init__(self, screen: LessonScreen, annotations: Annotations, course_id: str, lesson: Lesson) -> None:
        super().__init__(screen)
        self._screen, self._annotations = screen, annotations
        self._course_id, self._lesson = course_id, lesson
        self._numbers = {id(text): number for number, text in enumerate(texts(lesson.blocks))}
        self._texts: dict[int, RichText] = {}
        self._selecting = Selecting(screen.kit, screen.page.widget(), self._is_marked)
        self._selecting.highlight_wanted.connect(self.highlight)
        self._selecting.note_wanted.connect(self.note)
        self._built = False
        self._shown: ShownNotes | None = None
        self._writer: NoteWriter | None = None
        self._caret: LessonCaret | None = None
        self.placed: tuple[Placed, ...] = self._read()
        # What it knows leads in rings back to it; when the lesson goes, nothing need wait for Python to find them.
        for one in (self, self._selecting):
            one.destroyed.connect(vars(one).clear)

    @property
    def panel(self) -> NotePanel | None:
        """The panel a note is being written in."""
        return self._writer.panel if self._writer is not None else None

    @property
    def bar(self) -> SelectionBar | None:
        """The bar beside what is selected, once something was."""
        return self._selecting.bar

    @property
    def shown(self) -> ShownNotes:
        """What is drawn."""
        if self._shown is None:
            from desktop.ui.notes.shown import ShownNotes

            self._shown = ShownNotes(self._screen, self._texts)
            self._shown.open_wanted.connect(self.open_note)
            self._shown.removal_wanted.connect(self.remove)
            self._shown.destroyed.connect(vars(self._shown).clear)
        return self._shown

    def add_tools(self) -> None:
        """Put bookmark, marker and note at the lesson's head, with their keys."""
        tools = self._screen.tools
        tools.offer(Tool.BOOKMARK, Tool.MARK, Tool.NOTE)
        tools.bookmark_wanted.connect(self.toggle_bookmark)
        tools.mark_wanted.connect(self.highlight)
        tools.note_wanted.connect(self.note)
        tools.set_on(Tool.BOOKMARK, any(one.annotation.bookmark for one in self.placed))
        caret = QShortcut(QKeySequence("F7"), self._screen, context=Qt.ShortcutContext.WindowShortcut)
        caret.activated.connect(self.start_caret)

    # Texts --------------------------------------------------------------------------------------------------------

    def head_made(self) -> None:
        """Show what stands at the lesson's head, before its blocks are made."""
        if any(not one.annotation.bookmark for one in self.placed):
            self.shown.show_all(self.placed)

    def register(self, rich: Rich, text: RichText) -> None:
        """Take up a text of the lesson when its widget is made."""
        number = self._numbers.get(id(rich))
        if number is None:
            return
        self._texts[number] = text
        text.selection_changed.connect(partial(self._selecting.changed, text))
        text.clicked_at.connect(partial(self._clicked, text))
        if self._shown is not None:
            self._shown.text_made(number)

    def built(self) -> None:
        """All blocks of the lesson are there."""
        if self._shown is not None:
            self._shown.lesson_built()
        waiting = self._annotations.take_back(self._course_id, self._lesson.id)
        if waiting is not None:
            self._make_writer().go_on(self._annotation(waiting[0]), waiting[1])

    def _spot(self, text: RichText) -> Spot:
        return Spot(self._number(text), *text.plain_span(*text.selection()))

    def _number(self, text: RichText) -> int:
        return next((number for number, one in self._texts.items() if one is text), -1)

    # Doing --------------------------------------------------------------------------------------------------------

    def toggle_bookmark(self) -> None:
        """Put the bookmark in or take it out."""
        on = not any(one.annotation.bookmark for one in self.placed)
        language = self._screen.kit.language
        if self._try(lambda: self._annotations.bookmark(self._course_id, self._lesson.id, language, on)):
            self._screen.tools.set_on(Tool.BOOKMARK, on)
            announce(self._screen, self.tr("Bookmark set") if on else self.tr("Bookmark removed"))
            self.placed = self._read()

    def highlight(self) -> None:
        """Highlight what is selected, or take its highlight away; with nothing selected, begin to select."""
        text = self._selecting.text
        if text is None:
            self.start_caret()
            return
        there = self._covering(self._spot(text))
        if there is not None:
            self.remove(there.id)
        elif self._make(text) is not None:
            announce(text, self.tr("Highlighted"))

    def note(self) -> None:
        """Write a note on what is selected, on the passage that has the keyboard, or else on the lesson."""
        text = self._selecting.text
        if text is not None:
            there = self._covering(self._spot(text)) or self._make(text)
        else:
            focused = self._shown.with_keyboard() if self._shown is not None else ""
            there = self._annotation(focused) or next(filter(_is_on_lesson, self._kept()), None)
        if there is not None or text is None:
            self._write(there)

    def open_note(self, annotation_id: str) -> None:
        """Open the panel of an annotation."""
        annotation = self._annotation(annotation_id)
        if annotation is not None:
            self._write(annotation)

    def remove(self, annotation_id: str) -> None:
        """Delete an annotation, with an offer to take that back."""
        removed: list[Annotation] = []
        if self._writer is not None:
            self._writer.drop()
        if not self._try(lambda: removed.append(self._annotations.remove(annotation_id))):
            return
        self._renew()
        words = self.tr("Note deleted") if removed[0].words else self.tr("Highlight removed")
        self._screen.strip.offer_undo(words, lambda: self._put_back(removed[0]))
        self._screen.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, annotation_id: str) -> None:
        """Bring an annotation into view and give it the keyboard."""
        self._screen.complete()
        placed = next((one for one in self.placed if one.annotation.id == annotation_id), None)
        if placed is None:
            return
        passage = placed.annotation.passage
        if passage is not None and placed.spots and placed.spots[0].text not in self._texts:
            from desktop.app.search import fold
            from desktop.ui.lesson_find import unfold

            # The text of a fold-out is made only when it is opened.
            unfold(self._screen, " ".join(fold(passage.quote).split()))
        QTimer.singleShot(0, self, partial(self.shown.go_to, annotation_id))

    def start_caret(self) -> None:
        """Let the arrows move a caret through the lesson."""
        if self._caret is None:
            from desktop.ui.notes.caret import LessonCaret

            self._caret = LessonCaret(self._screen)
            self._caret.started.connect(lambda: self._screen.strip.hint(self._caret_keys()))
            self._caret.ended.connect(lambda: self._screen.strip.hint(""))
        self._caret.start()

    def leave(self) -> None:
        """Keep what is being written."""
        if self._writer is not None:
            self._writer.leave()

    def _write(self, annotation: Annotation | None) -> None:
        writer = self._make_writer()
        if annotation is not None and writer.close():
            # The panel that was open may have changed it.
            annotation = self._annotation(annotation.id)
        writer.open(annotation)

    def _make_writer(self) -> NoteWriter:
        if self._writer is None:
            from desktop.ui.notes.writing import NoteWriter

            self._writer = NoteWriter(self._screen, self._annotations, self._course_id, self._lesson.id, self.shown)
            self._writer.written.connect(self._written)
            self._writer.removal_wanted.connect(self.remove)
            self._writer.destroyed.connect(vars(self._writer).clear)
        return self._writer

    def _written(self, annotation_id: str) -> None:
        self._renew()
        self.shown.go_to(annotation_id)

    def _make(self, text: RichText) -> Annotation | None:
        made: list[Placed] = []
        spot, language = self._spot(text), self._screen.kit.language
        if not self._try(
            lambda: made.append(self._annotations.highlight(self._course_id, self._lesson.id, language, spot))
        ):
            return None
        text.select(0, 0)
        self._renew()
        return made[0].annotation

    def _put_back(self, annotation: Annotation) -> None:
        if self._try(lambda: self._annotations.restore(annotation)):
            self._renew()
            self.reveal(annotation.id)

    # What is kept -------------------------------------------------------------------------------------------------

    def _kept(self) -> tuple[Annotation, ...]:
        return tuple(one.annotation for one in self.placed)

    def _annotation(self, annotation_id: str) -> Annotation | None:
        return next((one for one in self._kept() if one.id == annotation_id), None)

    def _covering(self, spot: Spot) -> Annotation | None:
        """The annotation that already stands on all of a spot."""
        for one in self.placed:
            if any(s.text == spot.text and s.start <= spot.start < spot.end <= s.end for s in one.spots):
                return one.annotation
        return None

    def _is_marked(self, text: RichText) -> bool:
        return self._covering(self._spot(text)) is not None

    def _renew(self) -> None:
        self.placed = self._read()
        self.shown.show_all(self.placed)

    def _read(self) -> tuple[Placed, ...]:
        try:
            return self._annotations.of(self._course_id, self._lesson.id, self._screen.kit.language)
        except KlartextError as error:
            self._screen.failed.emit(error)
            return ()

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except KlartextError as error:
            self._screen.failed.emit(error)
            return False
        return True

    def _clicked(self, text: RichText, place: int) -> None:
        """A click on a passage with a note opens it."""
        at, _ = text.plain_span(place, place)
        number = self._number(text)
        for one in self.placed:
            if one.annotation.words and any(s.text == number and s.start <= at < s.end for s in one.spots):
                self.open_note(one.annotation.id)
                return

    def _caret_keys(self) -> str:
        return self.tr("Arrows move, Shift+arrows select, Ctrl+Shift+H highlights, Ctrl+Shift+N adds a note, Esc ends")


def _is_on_lesson(one: Annotation) -> bool:
    return one.passage is None and not one.bookmark
