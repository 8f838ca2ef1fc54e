"""What the learner's memory has to say without being asked, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class StoreNotice:
    """Something that happened to the stored data and went well enough to go on; `code` picks the sentence."""

    code: str
    data: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
