"""Turns codes into sentences a person can act on, from the toml files of one language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened, and in `hint` what to do (may be empty)."""

    text: str
    hint: str = ""


class Sentences:
    """The sentences of one language; the files are read when the first sentence is asked for."""

    def __init__(self, assets: Path, language: str) -> None:
        self._folder = assets / "sentences" / language
        self._entries: dict[str, dict[str, str]] = {}

    def say(self, code: str, data: Mapping[str, str] | None = None) -> Sentence:
        """The sentence for a code, its `{placeholders}` filled; one that is missing stays visible as "…".

        A code without an entry gets the sentence of "unexpected" with the code in it: never an exception, because
        this is what runs when something already went wrong.
        """
        entries = self._read()
        values = _Values(data or {})
        entry = entries.get(code)
        if entry is None:
            values = _Values({**values, "code": code})
            entry = entries.get("unexpected", {"text": "{code}"})
        return Sentence(entry["text"].format_map(values), entry.get("hint", "").format_map(values))

    def knows(self, code: str) -> bool:
        """Whether the code has a sentence of its own."""
        return code in self._read()

    def codes(self) -> frozenset[str]:
        """Every code that has a sentence."""
        return frozenset(self._read())

    def _read(self) -> dict[str, dict[str, str]]:
        if not self._entries:
            for file in sorted(self._folder.glob("*.toml")):
                self._entries |= tomllib.loads(file.read_text(encoding="utf-8"))
        return self._entries


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"
