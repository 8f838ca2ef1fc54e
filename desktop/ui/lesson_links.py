"""Links inside a lesson: to a footnote and back, to a heading; everything else is asked of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from desktop.ui.announce import announce
from desktop.ui.blocks.footnotes import BACK, FootnotesBlock
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen


def follow(screen: LessonScreen, href: str) -> None:
    """Jump inside the lesson, or ask for what lies outside."""
    if not href.startswith("#"):
        screen.link_wanted.emit(href)
        return
    screen.complete()
    if href.startswith(BACK):
        _back_to_mark(screen, href.removeprefix(BACK))
    else:
        _jump(screen, href.removeprefix("#"))


def _back_to_mark(screen: LessonScreen, anchor: str) -> None:
    for text in screen.findChildren(RichText):
        link = text.link_to("#" + anchor)
        if link is not None:
            screen.page.ensureWidgetVisible(link, 0, scaled(160))
            link.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _jump(screen: LessonScreen, anchor: str) -> None:
    for notes in screen.findChildren(FootnotesBlock):
        note = notes.note(anchor)
        if note is not None:
            screen.page.ensureWidgetVisible(note, 0, scaled(40))
            back = note.link_to(BACK + anchor)
            (back or note).setFocus(Qt.FocusReason.OtherFocusReason)
            announce(note, note.accessibleName())
            return
    for text in screen.findChildren(RichText):
        top = text.top_of(anchor)
        if top is not None:
            place = text.mapTo(screen.page.widget(), QPoint(0, top)).y()
            screen.page.verticalScrollBar().setValue(place - scaled(16))
            return
