"""Self-assessments: statements on a scale, folded into a profile that stays on the device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from desktop.model.problem import Place
from desktop.model.text import Rich


@dataclass(frozen=True, slots=True)
class Band:
    """A range of the dimension's score, `upto` percent inclusive, and what is said to people in it."""

    upto: float
    text: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis of the profile; `lesson` recommends "course/lesson" or is empty."""

    id: str
    title: str
    bands: tuple[Band, ...]
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `reverse` turns the scale round."""

    id: str
    text: Rich
    dimension: str
    place: Place
    reverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessment:
    """Private statements; `scale` holds the labels from least to most agreement."""

    id: str
    title: str
    language: str
    scale: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    statements: tuple[Statement, ...]
    place: Place
    summary: str = ""
    audience: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRun:
    """One pass through a self-assessment, private to the learner.

    `answers` maps statement ids to places on the scale from 0 (least agreement); `position` is the statement in view.
    A finished run keeps its `scores`, percent by dimension id, so that it outlives a change of the statements.
    """

    id: str
    assessment_id: str
    started: datetime
    position: int = 0
    answers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    finished: datetime | None = None
    scores: tuple[tuple[str, float], ...] = ()
