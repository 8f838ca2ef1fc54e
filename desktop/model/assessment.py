"""Self-assessments: statements on a scale, folded into a profile that stays on the device."""

from __future__ import annotations

from dataclasses import dataclass

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
