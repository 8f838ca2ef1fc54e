"""A fault in a file, as data: a code, a place and the values its sentence needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType


class Severity(StrEnum):
    """How bad a Problem is: an error hides the part it stands in, a warning hides nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1, length is the number of characters the caret underlines."""

    file: Path
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault; `code` picks the sentence, `data` fills it, `excerpt` is the source line without its line end."""

    code: str
    place: Place
    severity: Severity = Severity.ERROR
    data: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    excerpt: str = ""
