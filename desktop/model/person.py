"""Someone who learns on this laptop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Person:
    """One of several people with data of their own in `folder`; `name` is empty where it cannot be read."""

    name: str
    folder: Path
