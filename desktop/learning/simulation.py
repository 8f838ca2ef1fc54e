"""Playing a simulation: the way from the first scene, what it costs, which warning signs were seen, and every fork."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.model.errors import NotPossible
from desktop.model.scenario import Choice, Scenario, Scene, SimulationStep

LEAST, MOST = 0, 100


@dataclass(frozen=True, slots=True)
class Taken:
    """A fork that was passed: its scene, which choice was made, and by how much each meter really moved."""

    scene: Scene
    number: int
    moved: tuple[tuple[str, int], ...]

    @property
    def choice(self) -> Choice:
        """The choice that was made."""
        return self.scene.choices[self.number]

    @property
    def others(self) -> tuple[Choice, ...]:
        """The ways not taken."""
        return tuple(choice for number, choice in enumerate(self.scene.choices) if number != self.number)


@dataclass(frozen=True, slots=True)
class Walk:
    """A simulation as far as it was played; `meters` hold 0..100 by id, `flags` the signs found, oldest first."""

    scenario: Scenario
    scene: Scene
    meters: Mapping[str, int]
    taken: tuple[Taken, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether an ending was reached."""
        return self.scene.is_ending

    @property
    def steps(self) -> tuple[SimulationStep, ...]:
        """The way as it is kept."""
        return tuple(SimulationStep(one.scene.id, one.number, one.choice.target) for one in self.taken)


def start(scenario: Scenario) -> Walk:
    """The simulation at its first scene."""
    return Walk(scenario, scenario.scenes[0], {meter.id: _clamped(meter.start) for meter in scenario.meters})


def choose(walk: Walk, number: int) -> Walk:
    """Take the choice `number` (from 0) of the present scene; raises NotPossible `choice-unknown`."""
    if not 0 <= number < len(walk.scene.choices):
        raise NotPossible("choice-unknown", simulation=walk.scenario.title)
    choice = walk.scene.choices[number]
    meters = dict(walk.meters)
    for meter, step in choice.changes:
        if meter in meters:
            meters[meter] = _clamped(meters[meter] + step)
    # What is told is what the learner sees move: at either end of the scale a step may come to less, or to nothing.
    moved = tuple((meter, value - walk.meters[meter]) for meter, value in meters.items() if value != walk.meters[meter])
    return Walk(
        walk.scenario,
        scene_of(walk.scenario, choice.target),
        meters,
        (*walk.taken, Taken(walk.scene, number, moved)),
        tuple(dict.fromkeys((*walk.flags, *choice.flags))),
    )


def replay(scenario: Scenario, steps: Iterable[SimulationStep]) -> Walk:
    """The way again in today's file: as far as it still leads where it led when it was taken."""
    walk = start(scenario)
    for step in steps:
        choices = walk.scene.choices
        known = step.scene == walk.scene.id and 0 <= step.choice < len(choices)
        if not known or choices[step.choice].target != step.target:
            break
        walk = choose(walk, step.choice)
    return walk


def back_to(walk: Walk, place: int) -> Walk:
    """The walk as it stood at fork `place` (from 0), before that choice; raises NotPossible `fork-unknown`."""
    if not 0 <= place < len(walk.taken):
        raise NotPossible("fork-unknown", simulation=walk.scenario.title)
    return replay(walk.scenario, walk.steps[:place])


def endings(scenario: Scenario) -> tuple[Scene, ...]:
    """The scenes in which it may end, in the order of the file."""
    return tuple(scene for scene in scenario.scenes if scene.is_ending)


def scene_of(scenario: Scenario, scene_id: str) -> Scene:
    """The scene with that id; raises NotPossible `scene-unknown`."""
    for scene in scenario.scenes:
        if scene.id == scene_id:
            return scene
    raise NotPossible("scene-unknown", simulation=scenario.title)


def words_on_a_way(scenario: Scenario) -> int:
    """How many words one reads on the shortest way to an ending, averaged over the endings."""
    ways = _shortest_ways(scenario)
    ends = [ways[scene.id] for scene in endings(scenario) if scene.id in ways]
    if not ends:
        return sum(map(_words, scenario.scenes))
    texts = {scene.id: _words(scene) for scene in scenario.scenes}
    return round(sum(sum(texts[scene] for scene in way) for way in ends) / len(ends))


def _shortest_ways(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """The scenes on the shortest way to each scene that can be reached, itself included."""
    first = scenario.scenes[0]
    ways: dict[str, tuple[str, ...]] = {first.id: (first.id,)}
    waiting = [first]
    for scene in waiting:
        for choice in scene.choices:
            if choice.target not in ways:
                ways[choice.target] = (*ways[scene.id], choice.target)
                waiting.append(scene_of(scenario, choice.target))
    return ways


def _words(scene: Scene) -> int:
    spoken = [line.text.plain for line in scene.lines] + [choice.text.plain for choice in scene.choices]
    told = [block.text.plain for block in scene.debriefing if hasattr(block, "text")]
    return sum(len(text.split()) for text in (*spoken, *told))


def _clamped(value: int) -> int:
    return max(LEAST, min(MOST, value))
