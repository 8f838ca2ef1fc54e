"""Whether a simulation can be played: every scene reached, every way leading to an end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.content.sources import Notes
from desktop.model.scenario import Scene


def check_graph(scenes: Sequence[Scene], notes: Notes) -> None:
    """Name scenes that no way leads to, and rings of scenes that no way leads out of.

    Problems: scene-unreachable, loop-without-exit.
    """
    ways = {scene.id: tuple(choice.target for choice in scene.choices) for scene in scenes}
    reached = _reachable(scenes[0].id, ways)
    backwards: dict[str, list[str]] = {scene.id: [] for scene in scenes}
    for source, targets in ways.items():
        for target in targets:
            backwards[target].append(source)
    endings = [scene.id for scene in scenes if not scene.choices]
    ends = set().union(*(_reachable(ending, backwards) for ending in endings)) if endings else set()
    for scene in scenes:
        at = (scene.place.line, scene.place.column, scene.place.length)
        if scene.id not in reached:
            notes.error("scene-unreachable", *at, scene=scene.title)
    _name_rings([scene for scene in scenes if scene.id in reached and scene.id not in ends], ways, notes)


def _name_rings(stuck: Sequence[Scene], ways: Mapping[str, Sequence[str]], notes: Notes) -> None:
    """One Problem per group of scenes that lead only to each other, at the first of them."""
    named: set[str] = set()
    titles = {scene.id: scene.title for scene in stuck}
    for scene in stuck:
        if scene.id in named:
            continue
        ring = _reachable(scene.id, ways)
        named |= ring
        at = (scene.place.line, scene.place.column, scene.place.length)
        listed = ", ".join(titles[other.id] for other in stuck if other.id in ring)
        notes.error("loop-without-exit", *at, scenes=listed)


def _reachable(start: str, ways: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        scene = waiting.pop()
        if scene not in found:
            found.add(scene)
            waiting += ways.get(scene, ())
    return found
