"""A small library of courses and quizzes, written into a folder for one test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.content.shelf import Shelf

ORG = {"name": "Muster & Söhne", "press_contact": "presse@muster.example", "guideline": "intranet/x_y_z"}
COURSE = "---\ntitle: Kurs\n---\n"
LESSON = "# Anfang\n\nEin Satz.\n"
CARET = "‸"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def quiz(body: str, head: str = "") -> str:
    """A quiz file with these items."""
    return f"---\nid: q\ntype: quiz\n{head}---\n{body}"


def scenario(body: str, head: str = "") -> str:
    """A scenario file with these scenes."""
    return f"---\nid: s\ntype: scenario\n{head}---\n{body}"


def assessment(body: str, head: str = "") -> str:
    """A self-assessment file with these statements."""
    own = head or "scale: [nein, ja]\ndimensions:\n  d: {title: D, bands: [{upto: 100, text: Gut}]}\n"
    return f"---\nid: a\ntype: self-assessment\n{own}---\n{body}"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below root; the course `k` with one lesson is there unless given otherwise."""
    given = {"courses/k/course.md": COURSE, "courses/k/01-a.md": LESSON, **files}
    for name, content in given.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.replace(CARET, "").encode("utf-8")
        path.write_bytes(data)
    return root


def shelf(root: Path, org: Mapping[str, str] = ORG) -> Shelf:
    """The shelf over such a folder."""
    return Shelf([root / "courses"], [root / "quizzes"], org)


def caret(files: Mapping[str, str | bytes]) -> tuple[str, int, int]:
    """File, line and column of the caret that marks where a Problem is expected; ("", 1, 1) without one."""
    for name, content in files.items():
        if isinstance(content, str) and CARET in content:
            before = content[: content.index(CARET)]
            return name, before.count("\n") + 1, len(before) - before.rfind("\n")
    return "", 1, 1
