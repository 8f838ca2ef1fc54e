"""Simulations: which there are, going on where one stopped, choosing, going back to a fork."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from desktop.app.library import Library
from desktop.app.standing import Clock
from desktop.learning.simulation import Taken, Walk, back_to, choose, endings, replay, start, words_on_a_way
from desktop.model.errors import ContentError
from desktop.model.scenario import Scenario, Scene, SimulationRun
from desktop.store.learner_store import LearnerStore

__all__ = ["SimulationCard", "SimulationView", "Simulations", "Taken", "Walk"]

_WORDS_A_MINUTE = 160
"""Chats are read a little slower than running text: one weighs the choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationCard:
    """A simulation in a list; `begun` says that it waits in the middle, `found` how many endings were ever reached."""

    id: str
    title: str
    summary: str
    minutes: int
    begun: bool
    found: int
    endings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationView:
    """A simulation as it stands: the walk, what is kept of it, and the endings known so far in the file's order."""

    scenario: Scenario
    walk: Walk
    run: SimulationRun
    known_endings: tuple[Scene, ...]
    endings: int
    resumed: bool = False


class Simulations:
    """Every choice is on disk when the call returns; a view is what one hands in again to go on from it."""

    def __init__(self, store: LearnerStore, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock

    def list(self, language: str) -> tuple[SimulationCard, ...]:
        """All simulations that can be played."""
        runs = self._store.simulations()
        return tuple(_card(scenario, runs.get(scenario.id)) for scenario in self._library.scenarios(language))

    def card(self, scenario_id: str, language: str) -> SimulationCard | None:
        """One simulation as a lesson offers it; None where it cannot be played."""
        try:
            scenario = self._library.scenario(scenario_id, language)
        except ContentError:
            return None
        return _card(scenario, self._store.simulations().get(scenario.id))

    def start_or_resume(self, scenario_id: str, language: str) -> SimulationView:
        """The simulation where it was left, or at its first scene; a way that changed since is kept as far as it goes.

        Raises ContentError `simulation-unusable`.
        """
        self._library.refresh()
        scenario = self._library.scenario(scenario_id, language)
        run = self._store.simulations().get(scenario.id)
        if run is None:
            now = self._clock()
            run = SimulationRun(scenario_id=scenario.id, started=now, touched=now)
        walk = replay(scenario, run.steps)
        return _view(walk, run, resumed=bool(walk.taken))

    def choose(self, view: SimulationView, number: int) -> SimulationView:
        """Make the choice `number` (from 0) and keep it. Raises NotPossible `choice-unknown`."""
        return self._keep(view, choose(view.walk, number))

    def back_to(self, view: SimulationView, place: int) -> SimulationView:
        """Stand again at fork `place` (from 0) of the way; endings once reached stay known.

        Raises NotPossible `fork-unknown`.
        """
        return self._keep(view, back_to(view.walk, place))

    def restart(self, view: SimulationView) -> SimulationView:
        """Stand at the first scene again; endings once reached stay known."""
        return self._keep(view, start(view.scenario))

    def delete(self, scenario_id: str) -> None:
        """Forget the way and the endings of a simulation."""
        self._store.delete_simulation(scenario_id)

    def _keep(self, view: SimulationView, walk: Walk) -> SimulationView:
        reached = (walk.scene.id,) if walk.is_over else ()
        known = tuple(dict.fromkeys((*view.run.endings, *reached)))
        run = replace(view.run, steps=walk.steps, touched=self._clock(), endings=known)
        self._store.save_simulation(run)
        return _view(walk, run)


def _view(walk: Walk, run: SimulationRun, *, resumed: bool = False) -> SimulationView:
    there = endings(walk.scenario)
    known = tuple(scene for scene in there if scene.id in run.endings)
    return SimulationView(
        scenario=walk.scenario, walk=walk, run=run, known_endings=known, endings=len(there), resumed=resumed
    )


def _card(scenario: Scenario, run: SimulationRun | None) -> SimulationCard:
    walk = replay(scenario, run.steps) if run else start(scenario)
    there = endings(scenario)
    return SimulationCard(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=max(1, math.ceil(words_on_a_way(scenario) / _WORDS_A_MINUTE)),
        begun=bool(walk.taken) and not walk.is_over,
        found=sum(scene.id in run.endings for scene in there) if run else 0,
        endings=len(there),
    )
