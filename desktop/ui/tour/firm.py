"""The tour of everything once more in a firm that has a policy: given role, mandatory courses, an accent of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from desktop.model.policy import Mandatory, Policy
from desktop.ui.tour.journey import COURSE, NAME
from desktop.ui.tour.player import Player, translate

if TYPE_CHECKING:
    from desktop.ui.first_start import FirstStart
    from desktop.ui.tour.scenes import Shot

_BASICS = "grundlagen"


def example_policy(today: date) -> Policy:
    """What a firm might lay down; one date is near and one has passed."""
    return Policy(
        name="Brinkmann GmbH",
        accent="#7A3E00",
        privacy_contact="datenschutz@brinkmann.example",
        mandatory=(Mandatory(COURSE, today + timedelta(days=39)), Mandatory(_BASICS, today - timedelta(days=3))),
        role="seiten-admins",
        org=MappingProxyType({"name": "Brinkmann GmbH"}),
    )


def first_start(player: Player) -> Iterator[Shot]:
    """One page only: the firm has chosen the role."""
    screen = cast("FirstStart", player.expect("first"))
    player.type(screen.name, NAME)
    yield "firm-first-start", translate("Tour", "First start where the firm has chosen the role")
    player.press(screen.name, Qt.Key.Key_Return)
    player.expect("home")


def look_round(player: Player) -> Iterator[Shot]:
    """What is mandatory by when, on home, on the course and in the settings."""
    yield "firm-home", translate("Tour", "Home with mandatory courses")
    player.show("course", COURSE)
    yield "firm-course", translate("Tour", "A mandatory course")
    player.go_to("settings")
    yield "firm-settings", translate("Tour", "Settings, and what the firm has laid down")
