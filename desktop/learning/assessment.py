"""The profile of a self-assessment: a percentage for each dimension, what is said to it, and where it stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.model.assessment import Dimension, SelfAssessment, Statement

_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One axis: `percent` 0..100, and the words of the band it lies in; `top` says that no band is above."""

    dimension: Dimension
    percent: float
    words: str
    top: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """All axes in the order of the file; `weakest` is None where no axis is below the strongest."""

    scores: tuple[DimensionScore, ...]
    strongest: DimensionScore | None
    weakest: DimensionScore | None


def score(assessment: SelfAssessment, answers: Mapping[str, int]) -> tuple[tuple[str, float], ...]:
    """Percent by dimension id, from places on the scale; a dimension without any answer is left out."""
    found: dict[str, list[float]] = {}
    for statement in assessment.statements:
        place = answers.get(statement.id)
        if place is not None:
            found.setdefault(statement.dimension, []).append(_share(assessment, statement, place))
    in_order = [dimension.id for dimension in assessment.dimensions if dimension.id in found]
    return tuple((name, 100 * sum(found[name]) / len(found[name])) for name in in_order)


def profile(assessment: SelfAssessment, scores: tuple[tuple[str, float], ...]) -> Profile:
    """What the scores mean in the words of the assessment; scores of axes that it no longer has are left out."""
    percents = dict(scores)
    axes = tuple(_axis(one, percents[one.id]) for one in assessment.dimensions if one.id in percents)
    strongest = max(axes, key=lambda axis: axis.percent, default=None)
    weakest = min(axes, key=lambda axis: axis.percent, default=None)
    if strongest is None or weakest is None or strongest.percent - weakest.percent <= _CLOSE:
        return Profile(axes, strongest, None)
    return Profile(axes, strongest, weakest)


def open_statements(assessment: SelfAssessment, answers: Mapping[str, int]) -> tuple[int, ...]:
    """The places of the statements without an answer."""
    return tuple(place for place, statement in enumerate(assessment.statements) if statement.id not in answers)


def still_valid(assessment: SelfAssessment, answers: Mapping[str, int]) -> dict[str, int]:
    """The answers that fit today's statements and scale."""
    known = {statement.id for statement in assessment.statements}
    steps = len(assessment.scale)
    return {name: place for name, place in answers.items() if name in known and 0 <= place < steps}


def _share(assessment: SelfAssessment, statement: Statement, place: int) -> float:
    last = max(len(assessment.scale) - 1, 1)
    place = max(0, min(last, place))
    return (last - place if statement.reverse else place) / last


def _axis(dimension: Dimension, percent: float) -> DimensionScore:
    for place, band in enumerate(dimension.bands):
        if percent <= band.upto + _CLOSE:
            return DimensionScore(dimension, percent, band.text, place + 1 == len(dimension.bands))
    return DimensionScore(dimension, percent, dimension.bands[-1].text if dimension.bands else "", top=True)
