"""Problems as a modern compiler prints them, or as JSON for tools."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop.model.problem import Problem, Severity
from desktop.rendering.sentences import Sentences

Style = Callable[..., str]
"""Colours a piece of text (`fg`, `bold`) or, where no terminal listens, hands it back."""

WIDTH = 110


def plain(text: str, **_: object) -> str:
    """No colours."""
    return text


def shown(file: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return os.fspath(file.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return os.fspath(file)


def written(file: Path, line: int, own: str) -> str:
    """One id that was written into a file, with the line it now stands in."""
    return f"{shown(file)}:{line}: id={own}"


def as_text(problem: Problem, sentences: Sentences, style: Style = plain) -> str:
    """One Problem: place and sentence, the source line with a caret under the fault, and what to do."""
    sentence = sentences.say(problem.code, problem.data)
    place = problem.place
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    word = sentences.say(f"check-{problem.severity}", {}).text
    where = f"{shown(place.file)}:{place.line}:{place.column}"
    lines = [f"{style(where, bold=True)}: {style(word, fg=colour, bold=True)}: {sentence.text} [{problem.code}]"]
    gutter = " " * len(str(place.line))
    if problem.excerpt.strip():
        excerpt, column = _window(problem.excerpt, place.column)
        lines.append(f" {gutter} |")
        lines.append(f" {place.line} | {excerpt}")
        length = max(1, min(place.length, len(excerpt) - column + 1))
        pad = "".join("\t" if c == "\t" else " " for c in excerpt[: column - 1])
        lines.append(f" {gutter} | {pad}{style('^' * length, fg=colour, bold=True)}")
    if sentence.hint:
        lines.append(f" {gutter} = {sentence.hint}")
    return "\n".join(lines)


def _window(excerpt: str, column: int) -> tuple[str, int]:
    """The part of a long line around the fault, and the fault's column (from 1) in that part."""
    excerpt = "".join(c if c.isprintable() or c == "\t" else "·" for c in excerpt)
    column = max(1, min(column, len(excerpt) + 1))
    if len(excerpt) <= WIDTH:
        return excerpt, column
    start = max(0, min(column - 1 - WIDTH // 3, len(excerpt) - WIDTH))
    cut = excerpt[start : start + WIDTH]
    column -= start
    if start:
        cut = "…" + cut[1:]
    if start + WIDTH < len(excerpt):
        cut = cut[:-1] + "…"
    return cut, column


def as_json(problems: Iterable[Problem], sentences: Sentences) -> str:
    """A JSON list of objects `file`, `line`, `column`, `severity`, `code`, `message`, `hint`."""
    rows = []
    for problem in problems:
        sentence = sentences.say(problem.code, problem.data)
        rows.append(
            {
                "file": os.fspath(problem.place.file),
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": str(problem.severity),
                "code": problem.code,
                "message": sentence.text,
                "hint": sentence.hint,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def summary(problems: Iterable[Problem], files: int, sentences: Sentences) -> str:
    """The closing line: how many files, errors and warnings."""
    found = list(problems)
    errors = sum(p.severity is Severity.ERROR for p in found)
    counts = {"files": str(files), "errors": str(errors), "warnings": str(len(found) - errors)}
    return sentences.say("check-summary" if found else "check-clean", counts).text
