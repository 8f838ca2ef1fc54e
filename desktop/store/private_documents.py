"""Documents of what the learner plays and answers for themselves: simulations and self-assessments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.store.fields import BadDocument, Document, inner, moment, number, optional, text, texts, whole

if TYPE_CHECKING:
    from desktop.model.assessment import AssessmentRun
    from desktop.model.scenario import SimulationRun, SimulationStep

_LONGEST = 10_000
"""More steps, answers or axes than that were not written by this program."""


def from_simulation(run: SimulationRun) -> Document:
    """The document of where the learner stands in a simulation."""
    return {
        "scenario_id": run.scenario_id,
        "started": run.started.isoformat(),
        "touched": run.touched.isoformat(),
        "steps": [[step.scene, step.choice, step.target] for step in run.steps],
        "endings": list(run.endings),
    }


def to_simulation(document: Mapping[str, Any]) -> SimulationRun:
    """The simulation in a document, or BadDocument."""
    from desktop.model.scenario import SimulationRun

    return SimulationRun(
        scenario_id=text(document, "scenario_id"),
        started=moment(document, "started"),
        touched=moment(document, "touched"),
        steps=tuple(_step(part) for part in _parts(document, "steps", 3)),
        endings=texts(document, "endings"),
    )


def from_assessment(run: AssessmentRun) -> Document:
    """The document of one pass through a self-assessment."""
    return {
        "id": run.id,
        "assessment_id": run.assessment_id,
        "started": run.started.isoformat(),
        "position": run.position,
        "answers": dict(run.answers),
        "finished": run.finished.isoformat() if run.finished else None,
        "scores": [[name, percent] for name, percent in run.scores],
    }


def to_assessment(document: Mapping[str, Any]) -> AssessmentRun:
    """The self-assessment in a document, or BadDocument."""
    from desktop.model.assessment import AssessmentRun

    position, answers = whole(document, "position"), inner(document, "answers")
    if position < 0 or len(answers) > _LONGEST or not all(whole(answers, name) >= 0 for name in answers):
        raise BadDocument("answers" if position >= 0 else "position")
    return AssessmentRun(
        id=text(document, "id"),
        assessment_id=text(document, "assessment_id"),
        started=moment(document, "started"),
        position=position,
        answers=MappingProxyType(dict(answers)),
        finished=optional(document, "finished", moment),
        scores=tuple(_score(part) for part in _parts(document, "scores", 2)),
    )


def _step(part: list[Any]) -> SimulationStep:
    from desktop.model.scenario import SimulationStep

    fields = dict(zip(("scene", "choice", "target"), part, strict=True))
    choice = whole(fields, "choice")
    if choice < 0:
        raise BadDocument("choice")
    return SimulationStep(text(fields, "scene"), choice, text(fields, "target"))


def _score(part: list[Any]) -> tuple[str, float]:
    fields = dict(zip(("dimension", "percent"), part, strict=True))
    percent = number(fields, "percent")
    if not 0 <= percent <= 100:
        raise BadDocument("percent")
    return text(fields, "dimension"), percent


def _parts(document: Mapping[str, Any], name: str, length: int) -> list[list[Any]]:
    """A list of lists of that length in field `name`."""
    parts = document.get(name)
    if type(parts) is not list or len(parts) > _LONGEST:
        raise BadDocument(name)
    if any(type(part) is not list or len(part) != length for part in parts):
        raise BadDocument(name)
    return parts
