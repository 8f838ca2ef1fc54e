"""Finding words in the lesson in view, and the way from a hit to the passage it was found in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.app.search import fold, ranges_in
from desktop.app.search_texts import passages
from desktop.ui.blocks.details import DetailsBlock
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.units import units

if TYPE_CHECKING:
    from desktop.ui.find_bar import FindBar
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.screen import Screen

Place = tuple[RichText, int, int]
"""A text of the lesson, and where in it a match begins and ends, as its document counts."""

_AIR = 96


def find_bar(screen: Screen) -> FindBar:
    """The lesson's find bar, made when it is first asked for."""
    from desktop.ui.find_bar import FindBar

    lesson = cast("LessonScreen", screen)
    found = lesson.findChild(FindBar)
    if found is None:
        found = FindBar(lesson.kit, lesson)
        lesson.frame.insertWidget(0, found)
    return found


def reveal(screen: Screen, passage: str, forms: tuple[str, ...]) -> None:
    """Scroll to a passage and select what was found in it, once the lesson has its final heights."""
    if passage:
        QTimer.singleShot(0, screen, partial(_reveal, cast("LessonScreen", screen), passage, forms))


def _reveal(screen: LessonScreen, passage: str, forms: tuple[str, ...]) -> None:
    screen.complete()
    words = " ".join(fold(passage).split())
    unfold(screen, words)
    place = _place_of(screen, words, forms)
    if place is not None:
        show(screen, place)


def _place_of(screen: LessonScreen, words: str, forms: tuple[str, ...]) -> Place | None:
    """The first of the forms inside the passage; the passage's beginning where none stands in it."""
    for text in texts(screen):
        letters = text.letters()
        start, end = _span(letters, words)
        if start < 0:
            continue
        for first, last in ranges_in(letters[start:end], forms):
            return text, units(letters, start + first), units(letters, start + last)
        return text, units(letters, start), units(letters, end)
    return None


def _span(letters: str, words: str) -> tuple[int, int]:
    """Where a passage stands in a text that may hold footnote numbers besides; (-1, -1) if it does not."""
    at = 0
    for line in letters.split("\u2029"):
        there = " ".join(fold(line).split())
        if words in there or _without_numbers(words) in _without_numbers(there):
            return at, at + len(line)
        at += len(line) + 1
    return -1, -1


def _without_numbers(words: str) -> str:
    return "".join(letter for letter in words if letter.isalpha())


def texts(screen: LessonScreen) -> Iterator[RichText]:
    """The lesson's texts in reading order, those in closed fold-outs left out."""
    inside = screen.page.widget()
    return (text for text in inside.findChildren(RichText) if text.isVisibleTo(inside))


def unfold(screen: LessonScreen, words: str) -> None:
    """Open the fold-outs that hold folded words."""
    for fold_out in screen.page.widget().findChildren(DetailsBlock):
        held = (" ".join(fold(passage.text).split()) for passage in passages(fold_out.blocks))
        if not fold_out.is_open and any(words in text for text in held):
            fold_out.toggle()
            unfold(screen, words)
            return


def matches(screen: LessonScreen, words: str) -> tuple[Place, ...]:
    """Every place in the lesson where words stand, as one types them in the search field."""
    form = " ".join(fold(words).split())
    if not form:
        return ()
    found: list[Place] = []
    for text in texts(screen):
        letters = text.letters()
        found += [(text, units(letters, a), units(letters, b)) for a, b in ranges_in(letters, (form,))]
    return tuple(found)


def show(screen: LessonScreen, place: Place, *, focus: bool = True) -> None:
    """Select a place and bring it into view, away from the edges; with `focus` the keyboard goes on from there."""
    text, start, end = place
    if focus:
        text.setFocus(Qt.FocusReason.OtherFocusReason)
    text.select(start, end)
    # Later, because a part that was just unfolded or built has no height yet.
    QTimer.singleShot(0, screen, partial(_scroll_to, screen, place))


def _scroll_to(screen: LessonScreen, place: Place) -> None:
    text, start, end = place
    if not isValid(text):
        return
    box = text.box_of(start, end)
    inside = cast(QWidget, screen.page.widget())
    where = QRect(text.mapTo(inside, box.topLeft()), box.size())
    bar, height = screen.page.verticalScrollBar(), screen.page.viewport().height()
    seen = QRect(QPoint(0, bar.value()), screen.page.viewport().size())
    air = min(scaled(_AIR), height // 4)
    if not seen.adjusted(0, air, 0, -air).contains(QPoint(1, where.center().y())):
        bar.setValue(where.center().y() - height // 3)
