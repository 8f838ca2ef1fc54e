"""What block widgets are handed: tools, what is remembered, and the doors through which they report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.app.simulations import SimulationCard
from desktop.app.views import CheckView, Graded
from desktop.model.course import Block, Details, Footnotes
from desktop.model.errors import KlartextError
from desktop.model.quiz import Item, Response
from desktop.model.text import Rich
from desktop.ui.kit import Kit
from desktop.ui.text.rich_text import RichText


@dataclass(frozen=True)
class BlockContext:
    """The surroundings of a lesson's blocks.

    `tick` and `answer` return only when the learner's memory holds what they were given and raise KlartextError
    otherwise; `failed` shows such an error. `notes` maps footnote anchors to their plain words. `simulation` tells of a
    simulation by its id, or None where it cannot be played, and `open_simulation` leads there. `register` is told of
    every text of the lesson that can be annotated, when its widget is made.
    """

    kit: Kit
    notes: Mapping[str, str]
    ticks: frozenset[str]
    checks: Mapping[str, CheckView]
    tick: Callable[[str, bool], object]
    answer: Callable[[Item, Response, bool], Graded]
    open_link: Callable[[str], None]
    failed: Callable[[KlartextError], None]
    known_terms: set[str] = field(default_factory=set)
    simulation: Callable[[str], SimulationCard | None] = lambda _scenario: None
    open_simulation: Callable[[str], object] = lambda _scenario: None
    register: Callable[[Rich, RichText], object] = lambda _rich, _text: None


def notes_of(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return the plain words of all footnotes by anchor, those inside fold-outs included."""
    found: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Footnotes):
            found.update((anchor, text.plain) for anchor, text in block.notes)
        elif isinstance(block, Details):
            found.update(notes_of(block.blocks))
    return found
