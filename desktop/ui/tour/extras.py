"""What only the tour of everything shows: places before anything is in them, every question, what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.app.views import solution
from desktop.model.errors import StoreFull
from desktop.ui.screen import Route
from desktop.ui.tour.journey import COURSE
from desktop.ui.tour.player import Player, translate

if TYPE_CHECKING:
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.my_data import MyDataScreen
    from desktop.ui.quiz import QuizScreen
    from desktop.ui.tour.scenes import Shot

_OTHER_COURSE = "grundlagen"


def empty_places(player: Player) -> Iterator[Shot]:
    """The places of the rail on the first day."""
    for place, words in (
        ("certificates", translate("Tour", "No certificate yet")),
        ("refreshers", translate("Tour", "Nothing to refresh yet")),
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
    player.window.show_route(Route("lesson", COURSE, lesson.id))
    screen = cast("LessonScreen", player.expect("lesson"))
    screen.complete()
    player.settle()
    player.shortcut("Ctrl+F")
    field = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    player.type(field, "die" if player.language == "de" else "the")
    yield "lesson-find", translate("Tour", "Looking for a word in a lesson")


def all_questions(player: Player) -> Iterator[Shot]:
    """A question of every type before it is answered, and one with its hint."""
    player.window.show_route(Route("quiz", _OTHER_COURSE))
    screen = cast("QuizScreen", player.expect("quiz"))
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
    """A test handed in with one right answer and a wrong one; the rest left open."""
    screen = cast("QuizScreen", player.screen)
    screen.go_to(0)
    screen.panel.area.restore(solution(screen.panel.item) or ("…",))
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
    player.window.show_route(Route("my-data"))
    screen = cast("MyDataScreen", player.expect("my-data"))
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
