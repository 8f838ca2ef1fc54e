"""What the tour puts on paper: a checklist, from the lesson to a PDF that lies there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from desktop.ui.screen import Route
from desktop.ui.tour.player import Player, TourStopped, translate

if TYPE_CHECKING:
    from desktop.ui.print_screen import LessonPrintScreen
    from desktop.ui.tour.scenes import Shot

_SHEET = ("grundlagen", "bevor-ich-poste")


def print_checklist(player: Player) -> Iterator[Shot]:
    """From the lesson with Ctrl+P to its sheet, saved as a PDF beside the pictures."""
    player.window.show_route(Route("lesson", *_SHEET))
    player.expect("lesson")
    player.settle()
    player.shortcut("Ctrl+P")
    screen = cast("LessonPrintScreen", player.expect("print"))
    yield "print", translate("Tour", "A checklist as it will be printed")
    # In a folder of its own: what lies in the upper one are certificates, and each of them is verified.
    target = player.out / player.language / "checklist.pdf"
    screen.save_to(target)
    if not target.is_file() or not target.read_bytes().startswith(b"%PDF"):
        raise TourStopped(translate("Tour", "nothing was printed"))
    yield "", translate("Tour", "A checklist on paper: {file}").format(file=target.name)
    player.window.notices.clear()
