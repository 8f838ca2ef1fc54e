"""What a reader hands back: the value as far as it could be read, and every Problem met on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.model.problem import Problem, Severity

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`value` is None only where nothing usable was left; `problems` are in reading order."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that hide a part of what was read."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


def unique(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order given: two languages of a course may both meet the same fault."""
    first: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        first.setdefault((problem.code, problem.place, problem.severity, *sorted(problem.data.items())), problem)
    return tuple(first.values())
