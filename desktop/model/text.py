"""A piece of text that was cleaned once at the edge, with its plain twin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rich:
    """Sanitised HTML and the same words without mark-up (for screen readers, search and certificates)."""

    html: str
    plain: str

    def __bool__(self) -> bool:
        return bool(self.plain or self.html)


EMPTY = Rich("", "")
