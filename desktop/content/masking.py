"""Source lines with code and hidden text blotted out, column for column, so that no mark inside them counts."""

from __future__ import annotations

import re
from collections import defaultdict

BLOT = "\ue002"
"""Stands for a blotted character: no word, no blank, no punctuation, and taken out of every source that brings one."""

_FENCE = re.compile(r"\s*(?:(?:>|[-*+]|\d+[.)])\s+)*(?P<mark>`{3,}|~{3,})(?P<rest>[^\n]*)")
_QUOTE = re.compile(r"\s*(?:>\s?)*")
_RUN = re.compile(r"`+")


def masked(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Blot out fenced code (with its fences), code spans and comments that run over several lines.

    Comments on one line stay: they may be marks.
    """
    result: list[str] = []
    fence = ""
    hidden = False
    for line in lines:
        if hidden:
            end = line.find("-->")
            hidden = end < 0
            result.append(BLOT * len(line) if hidden else BLOT * (end + 3) + line[end + 3 :])
            continue
        if fence:
            bare = line[_QUOTE.match(line).end() :].strip()  # type: ignore[union-attr]
            if bare.startswith(fence) and not bare.strip(fence[0]):
                fence = ""
            result.append(BLOT * len(line))
            continue
        opened = _FENCE.match(line)
        if opened and not (opened["mark"][0] == "`" and "`" in opened["rest"]):
            fence = opened["mark"]
            result.append(BLOT * len(line))
            continue
        line = without_code_spans(line) if "`" in line else line
        start = _open_comment(line)
        hidden = start >= 0
        result.append(line[:start] + BLOT * (len(line) - start) if hidden else line)
    return tuple(result)


def without_code_spans(line: str) -> str:
    """Blot out `code` and ``co`de`` with their marks; work grows with the line's length only."""
    pieces: list[str] = []
    done = 0
    for start, end in code_spans(line):
        pieces.append(line[done:start] + BLOT * (end - start))
        done = end
    return "".join(pieces) + line[done:]


def code_spans(line: str) -> list[tuple[int, int]]:
    """Where code spans stand in a line, marks included."""
    runs = [(m.start(), m.end()) for m in _RUN.finditer(line)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, (start, end) in reversed(list(enumerate(runs))):
        by_length[end - start].append(index)
    spans: list[tuple[int, int]] = []
    done = -1
    for index, (start, end) in enumerate(runs):
        same = by_length[end - start]
        while same and same[-1] <= index:
            same.pop()
        escaped = start > 0 and line[start - 1] == "\\"
        if index <= done or not same or escaped:
            continue
        done = same[-1]
        spans.append((start, runs[done][1]))
    return spans


def _open_comment(line: str) -> int:
    """Where a comment begins that this line does not end; -1 where there is none."""
    start = line.rfind("<!--")
    return start if start >= 0 and line.find("-->", start) < 0 else -1
