"""What only the tour of everything shows: places before anything is in them, every question, what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.app.annotations import Spot, texts
from desktop.app.views import solution
from desktop.model.errors import StoreFull
from desktop.model.quiz import ChoiceItem
from desktop.ui.find_bar import FindBar
from desktop.ui.tour.journey import COURSE
from desktop.ui.tour.player import Player, translate

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.my_data import MyDataScreen
    from desktop.ui.quiz import QuizScreen
    from desktop.ui.refresher_round import RefresherRound
    from desktop.ui.tour.scenes import Shot

_OTHER_COURSE = "grundlagen"
_LONG_LESSON = ("strategie", "rechnung")


def empty_places(player: Player) -> Iterator[Shot]:
    """The places of the rail on the first day."""
    for place, words in (
        ("certificates", translate("Tour", "No certificate yet")),
        ("refreshers", translate("Tour", "Nothing to refresh yet")),
        ("annotations", translate("Tour", "No note yet")),
    ):
        player.go_to(place)
        yield f"{place}-empty", words
    player.go_to("home")


def search(player: Player) -> Iterator[Shot]:
    """The search field, empty and with a slip of the finger in it."""
    player.shortcut("Ctrl+K")
    player.wait(lambda: player.window.finder.palette is not None, "search")
    yield "search-empty", translate("Tour", "The search field")
    palette = player.window.finder.palette
    player.type(palette.field, "vertraulch" if player.language == "de" else "confidentl")
    player.wait(lambda: palette.hits.model().rowCount() > 0, "hits")
    yield "search", translate("Tour", "Search results")
    player.window.finder.close()
    player.settle()


def find_in_lesson(player: Player) -> Iterator[Shot]:
    """The find bar of a lesson."""
    lesson = player.workspace.library.outline(COURSE, player.language).lessons[0]
    screen = cast("LessonScreen", player.show("lesson", COURSE, lesson.id))
    screen.complete()
    player.settle()
    player.shortcut("Ctrl+F")
    field = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    player.type(field, "die" if player.language == "de" else "the")
    player.wait(lambda: screen.findChild(FindBar).count > 0, "matches")
    player.settle()
    yield "lesson-find", translate("Tour", "Looking for a word in a lesson")


def all_questions(player: Player) -> Iterator[Shot]:
    """A question of every type before it is answered, and one with its hint."""
    screen = cast("QuizScreen", player.show("quiz", _OTHER_COURSE))
    seen: set[str] = set()
    hinted = False
    for place in range(screen.count):
        screen.go_to(place)
        player.settle()
        kind = screen.panel.item.type
        if kind not in seen:
            seen.add(kind)
            yield f"question-{kind}", translate("Tour", "A question, not answered yet: {type}").format(type=kind)
        if screen.panel.has_hint and not hinted:
            hinted = True
            screen.show_hint()
            player.settle()
            yield "question-hint", translate("Tour", "A question with its hint")


def miss_a_test(player: Player) -> Iterator[Shot]:
    """A test handed in with wrong answers, the rest left open."""
    screen = cast("QuizScreen", player.screen)
    for place in range(screen.count):
        screen.go_to(place)
        item = screen.panel.item
        if isinstance(item, ChoiceItem):
            screen.panel.area.restore((next(option.id for option in item.options if not option.correct),))
            screen.confirm()
            player.settle()
    screen.go_to(screen.count)
    player.settle()
    yield "hand-in", translate("Tour", "Before handing in, with open questions")
    player.press(screen, Qt.Key.Key_Return)
    player.expect("result")
    yield "result-missed", translate("Tour", "A test that was not passed")


def data_in_detail(player: Player) -> Iterator[Shot]:
    """My data with a backup, and the question before everything is deleted."""
    player.workspace.my_data.back_up_if_due()
    screen = cast("MyDataScreen", player.show("my-data"))
    screen.delete_all_button.click()
    player.settle()
    yield "my-data-delete", translate("Tour", "The question before everything is deleted")


def failures(player: Player) -> Iterator[Shot]:
    """The sentence shown when the disk is full."""
    player.go_to("home")
    player.window.fail(StoreFull(folder=str(player.workspace.people.data_folder)))
    player.settle()
    yield "full-disk", translate("Tour", "What is said when the disk is full")
    player.window.notices.clear()


def what_hr_sees(player: Player) -> Iterator[Shot]:
    """Everything that the sealed file says."""
    player.show("hr-view", payload=player.workspace.certificates.all()[-1])
    yield "hr-view", translate("Tour", "What HR sees")


def take_notes(player: Player) -> Iterator[Shot]:
    """A highlight and notes in a lesson, and the list of all."""
    notes, language = player.workspace.annotations, player.language
    lesson = player.workspace.library.outline(COURSE, language).lessons[0].id
    notes.bookmark(COURSE, lesson, language, on=True)
    words = texts(player.workspace.library.lesson(COURSE, lesson, language).blocks)[0].plain
    first = words.index(".", len(words) // 8) + 1
    second = words.index(".", first) + 1
    notes.highlight(COURSE, lesson, language, Spot(0, 0, first))
    notes.note(COURSE, lesson, language, translate("Tour", "Ask about this on Monday."), Spot(0, first, second))
    notes.note(COURSE, lesson, language, translate("Tour", "My own example: the photo from the trade fair."))
    screen = cast("LessonScreen", player.show("lesson", COURSE, lesson))
    screen.complete()
    screen.page.verticalScrollBar().setValue(0)
    player.settle()
    yield "lesson-notes", translate("Tour", "A lesson with a highlight and notes")
    player.go_to("annotations")
    yield "annotations", translate("Tour", "All notes, highlights and bookmarks")


def print_lesson(player: Player) -> Iterator[Shot]:
    """A whole lesson as pages to print."""
    player.show("print", *_LONG_LESSON, payload="lesson")
    yield "print-lesson", translate("Tour", "A lesson to print")


def refresh_next_day(player: Player) -> Iterator[Shot]:
    """A day later: what was missed is asked again."""
    player.clock.sleep(days=1)
    player.go_to("home")
    yield "home-due", translate("Tour", "Home, with questions due")
    player.go_to("refreshers")
    yield "refreshers", translate("Tour", "Questions to refresh")
    screen = cast("RefresherRound", player.show("refresher-round"))
    yield "refresher-round", translate("Tour", "A question that comes back")
    panel = screen.panel_in_view
    panel.area.restore(solution(panel.item) or ("…",))
    screen.confirm()
    player.settle()
    yield "refresher-answered", translate("Tour", "A question that came back, answered")


def come_back_next_year(player: Player) -> Iterator[Shot]:
    """When the certificate is about to end."""
    player.clock.sleep(days=345)
    player.go_to("home")
    yield "home-renewal", translate("Tour", "Home, with a certificate about to end")
    player.go_to("certificates")
    yield "certificates-ending", translate("Tour", "A certificate that is about to end")
