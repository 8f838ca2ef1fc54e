"""One item with all that belongs to it: question, instruction, answering part, hint, verdict and explanation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    ItemType,
    MatchingItem,
    OrderingItem,
    ReflectionItem,
    Response,
)
from desktop.model.text import Rich
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.choice import ChoiceArea
from desktop.ui.items.cloze import ClozeArea
from desktop.ui.items.matching import MatchingArea
from desktop.ui.items.ordering import OrderingArea
from desktop.ui.items.typed import ReflectionArea, TypedArea
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import Line
from desktop.ui.widgets import IconLabel, Muted, look


def answer_area(item: Item, arranged: Arranged, icons: Icons) -> AnswerArea:
    """Return the answering part that fits the item's type."""
    match item:
        case ChoiceItem():
            return ChoiceArea(item, arranged, icons)
        case MatchingItem():
            return MatchingArea(item, arranged, icons)
        case OrderingItem():
            return OrderingArea(item, arranged, icons)
        case ClozeItem():
            return ClozeArea(item, arranged, icons)
        case ReflectionItem():
            return ReflectionArea(item, arranged, icons)
        case _:
            return TypedArea(item, arranged, icons)


class _Note(QFrame):
    """A titled box for a hint or an explanation, with an icon in its tone."""

    def __init__(self, style: str, title: str, text: Rich, icons: Icons, icon: str, tone: str) -> None:
        super().__init__()
        look(self, style)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        heading = look(Line(title), "strong", tone)
        self.text = RichText(text)
        words.addWidget(heading)
        words.addWidget(self.text)
        row.addWidget(IconLabel(icons.icon(icon, tone)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class ItemPanel(QWidget):
    """An item to answer; `changed`, `picked` and `committed` are those of its answering part.

    link_opened   a link in a text was opened, with its address
    """

    reader_role = "Grouping"  # entering it, a screen reader says its name: the question
    changed = Signal()
    picked = Signal()
    committed = Signal()
    link_opened = Signal(str)

    def __init__(self, item: Item, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(item.stem.plain)
        self.item = item
        self.hint_used = False
        self._icons = icons
        self._notes: list[_Note] = []
        self._hint: _Note | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.stem = look(RichText(item.stem), "stem")
        self.stem.linkActivated.connect(self.link_opened)
        self._column.addWidget(self.stem)
        if words := self._instruction():
            self._column.addWidget(Muted(words))
        self.area = answer_area(item, arranged, icons)
        self.area.changed.connect(self.changed)
        self.area.picked.connect(self.picked)
        self.area.committed.connect(self.committed)
        self._column.addWidget(self.area)

    @property
    def has_hint(self) -> bool:
        """Whether the author gave a hint that is not shown yet."""
        return bool(self.item.hint) and self._hint is None

    def show_hint(self) -> None:
        """Show the hint; from now on the answer counts as given with it."""
        if not self.has_hint:
            return
        self.hint_used = True
        self._hint = _Note("note", self.tr("Hint"), self.item.hint, self._icons, "hint", "info")
        self._column.addWidget(self._hint)

    def show_answer(self, response: Response) -> None:
        """Show an earlier answer without a word on it."""
        self.area.restore(response)

    def show_graded(self, graded: Graded) -> None:
        """Lock the answer, mark its parts and explain."""
        self.area.lock()
        self.area.mark(graded)
        self.explain()

    def explain(self) -> None:
        """Show the author's explanation, if there is one."""
        if self.item.explanation:
            reflection = isinstance(self.item, ReflectionItem)
            title = self.tr("One possible answer") if reflection else self.tr("Why")
            self._add("well", title, self.item.explanation, "note", "muted")

    def clear(self) -> None:
        """Begin again with an unanswered item."""
        for note in self._notes:
            note.hide()
            note.deleteLater()
        self._notes.clear()
        self.area.clear()

    def verdict(self, graded: Graded) -> str:
        """Return the word for a graded answer: what is announced, and shown where parts alone do not say it."""
        if graded.fraction is None:
            return self.tr("Kept. This question is not graded.")
        if graded.correct:
            return self.tr("Correct.")
        return self.tr("Partly correct.") if graded.partly else self.tr("Not quite.")

    def spoken(self, graded: Graded) -> str:
        """Return what a screen reader says about a graded answer: verdict, feedback and explanation."""
        said = [self.verdict(graded), *(feedback.plain for feedback in graded.feedback), self.item.explanation.plain]
        return " ".join(words for words in said if words)

    def _add(self, style: str, title: str, text: Rich, icon: str, tone: str) -> None:
        note = _Note(style, title, text, self._icons, icon, tone)
        note.text.linkActivated.connect(self.link_opened)
        self._notes.append(note)
        self._column.addWidget(note)

    def _instruction(self) -> str:
        several = isinstance(self.item, ChoiceItem) and self.item.type is ItemType.MULTIPLE
        says: tuple[tuple[bool, Callable[[], str]], ...] = (
            (several, lambda: self.tr("Several answers may be right.")),
            (isinstance(self.item, MatchingItem), lambda: self.tr("Choose what belongs to each line.")),
            (
                isinstance(self.item, OrderingItem),
                lambda: self.tr("Put the steps in order: with the arrows, or with Alt+Up and Alt+Down."),
            ),
            (isinstance(self.item, ClozeItem), lambda: self.tr("Fill in the gaps.")),
        )
        return next((words() for applies, words in says if applies), "")
