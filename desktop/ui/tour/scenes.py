"""What the tour shows, scene by scene: each goes on from the one before and says when a picture is worth taking."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.ui.tour import extras, firm, journey, paper
from desktop.ui.tour.player import Player

Shot = tuple[str, str]
"""A picture's name and what it shows; an empty name is a line without a picture."""

Scene = Callable[[Player], Iterator[Shot]]

_TO_THE_CERTIFICATE: tuple[Scene, ...] = (
    journey.first_start,
    journey.look_round,
    journey.read_lessons,
    journey.take_test,
    journey.certify,
)
_OTHER_PLACES: tuple[Scene, ...] = (
    journey.play_simulation,
    journey.assess_oneself,
    paper.print_checklist,
    journey.look_at_the_rest,
)

USUAL_SCENES: tuple[Scene, ...] = (*_TO_THE_CERTIFICATE, *_OTHER_PLACES, journey.verify)
EVERY_SCENE: tuple[Scene, ...] = (
    journey.first_start,
    extras.empty_places,
    *_TO_THE_CERTIFICATE[1:],
    extras.what_hr_sees,
    *_OTHER_PLACES,
    extras.search,
    extras.find_in_lesson,
    extras.take_notes,
    extras.print_lesson,
    extras.all_questions,
    extras.miss_a_test,
    extras.data_in_detail,
    extras.failures,
    extras.refresh_next_day,
    extras.come_back_next_year,
    journey.verify,
)
FIRM_SCENES: tuple[Scene, ...] = (firm.first_start, firm.look_round)
