"""Outlines and learning paths kept on disk between starts, so that a warm start parses no course."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.app.files import write_whole
from desktop.model.errors import CredentialError
from desktop.model.outline import CourseOutline
from desktop.model.path import LearningPath
from desktop.model.problem import Place, Problem, Severity

_FORM = 2
"""Raised when the form of the file changes; an old one is then passed over."""

Kept = tuple[tuple[CourseOutline, ...], tuple[LearningPath, ...], tuple[Problem, ...]]


class OutlineStore:
    """One JSON file per language; a missing, foreign or damaged one is the same as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, language: str, fingerprint: str, org: Mapping[str, str]) -> Kept | None:
        """The outlines, paths and Problems kept under this fingerprint and profile, or None."""
        from desktop.content.outline_cache import outlines_from_json, paths_from_json

        try:
            document: Any = json.loads(self._file(language).read_text(encoding="utf-8"))
            if document["key"] != _key(language, fingerprint, org):
                return None
            outlines = outlines_from_json(document["outlines"])
            paths = paths_from_json(document["paths"])
            if outlines is None or paths is None:
                return None
            return outlines, paths, tuple(map(_problem, document["problems"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(
        self,
        language: str,
        fingerprint: str,
        org: Mapping[str, str],
        outlines: tuple[CourseOutline, ...],
        paths: tuple[LearningPath, ...],
        problems: tuple[Problem, ...],
    ) -> None:
        """Keep them; where the disk is full or read-only the next start is slower, and that is all."""
        from desktop.content.outline_cache import outlines_to_json, paths_to_json

        document = {
            "key": _key(language, fingerprint, org),
            "outlines": outlines_to_json(outlines),
            "paths": paths_to_json(paths),
            "problems": [_document(p) for p in problems],
        }
        with contextlib.suppress(CredentialError):
            write_whole(self._file(language), json.dumps(document, ensure_ascii=False).encode())

    def _file(self, language: str) -> Path:
        return self._folder / f"outlines-{''.join(c for c in language if c.isalnum() or c == '-')}.json"


def _key(language: str, fingerprint: str, org: Mapping[str, str]) -> str:
    parts = (str(_FORM), __version__, language, fingerprint, json.dumps(sorted(org.items())))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _document(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "place": [os.fspath(place.file), place.line, place.column, place.length],
        "severity": str(problem.severity),
        "data": dict(problem.data),
        "excerpt": problem.excerpt,
    }


def _problem(document: dict[str, Any]) -> Problem:
    file, line, column, length = document["place"]
    return Problem(
        str(document["code"]),
        Place(Path(file), int(line), int(column), int(length)),
        Severity(document["severity"]),
        {str(k): str(v) for k, v in document["data"].items()},
        str(document["excerpt"]),
    )
