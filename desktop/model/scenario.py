"""Branching simulations: scenes, lines, choices and meters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.model.course import Block
from desktop.model.problem import Place
from desktop.model.text import Rich


@dataclass(frozen=True, slots=True)
class Meter:
    """Something at stake, 0..100; `id` as in the file, `title` as shown."""

    id: str
    title: str
    start: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning sign to discover; `id` as in the file, `title` as shown."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """One message; `speaker` is empty for narration."""

    speaker: str
    text: Rich


@dataclass(frozen=True, slots=True)
class Choice:
    """A way on: `target` is a scene id, `changes` maps meter ids to signed steps, `why` says a word of why."""

    text: Rich
    target: str
    changes: tuple[tuple[str, int], ...] = ()
    flags: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene; an ending has no choices, and its `debriefing` says what happened and why."""

    id: str
    title: str
    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    place: Place
    debriefing: tuple[Block, ...] = ()

    @property
    def is_ending(self) -> bool:
        """Whether the simulation stops here."""
        return not self.choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A simulation; the first scene is where it starts."""

    id: str
    title: str
    language: str
    meters: tuple[Meter, ...]
    flags: tuple[Flag, ...]
    scenes: tuple[Scene, ...]
    place: Place
    summary: str = ""
    player: str = ""


@dataclass(frozen=True, slots=True)
class SimulationStep:
    """A choice that was made: in which scene, the how manieth (from 0), and where it led then."""

    scene: str
    choice: int
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationRun:
    """Where the learner stands in a simulation: the way from the first scene, and every ending ever reached."""

    scenario_id: str
    started: datetime
    touched: datetime
    steps: tuple[SimulationStep, ...] = ()
    endings: tuple[str, ...] = ()
