"""Reads what ships, once per run, for the tests of this folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from desktop.content.shelf import Shelf
from desktop.model.course import (
    Block,
    Callout,
    Course,
    Details,
    Footnotes,
    KnowledgeCheck,
    Lesson,
    Prose,
    Table,
)
from desktop.model.course import Checklist as ChecklistBlock
from desktop.model.quiz import Item, Quiz

ROOT = Path(__file__).resolve().parent.parent.parent
COURSES = ROOT / "courses"
QUIZZES = ROOT / "quizzes"
LANGUAGES = ("de", "en")


@cache
def shelf() -> Shelf:
    org = tomllib.loads((ROOT / "assets" / "org.toml").read_text(encoding="utf-8"))["org"]
    return Shelf((COURSES,), (QUIZZES,), org)


def course_ids() -> list[str]:
    return sorted(path.parent.name for path in COURSES.glob("*/course.md"))


@cache
def course(course_id: str, language: str) -> Course:
    found = shelf().course(course_id, language)
    assert found.value is not None, found.problems
    return found.value


@cache
def quiz(quiz_id: str, language: str) -> Quiz:
    found = shelf().quiz(quiz_id, language)
    assert found.value is not None, found.problems
    return found.value


def quiz_files(kind: str) -> list[str]:
    """The ids of all quiz files of one type (`quiz`, `scenario`, `self-assessment`)."""
    files = (path for path in sorted(QUIZZES.glob("*.md")) if not path.name.endswith(".en.md"))
    return [path.stem for path in files if re.search(rf"^type:\s*{kind}\s*$", path.read_text("utf-8"), re.MULTILINE)]


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Details):
            yield from flat(block.blocks)


def words(lesson: Lesson) -> int:
    """The words a learner reads in a lesson, without its checks and sources."""
    count = 0
    for block in flat(lesson.blocks):
        if isinstance(block, Prose | Callout):
            count += len(block.text.plain.split())
        elif isinstance(block, Table):
            count += sum(len(cell.plain.split()) for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, ChecklistBlock):
            count += sum(len(task.text.plain.split()) for task in block.tasks)
    return count


def checks(lesson: Lesson) -> list[Item]:
    return [item for block in flat(lesson.blocks) if isinstance(block, KnowledgeCheck) for item in block.items]


def footnotes(lesson: Lesson) -> Footnotes | None:
    return next((block for block in lesson.blocks if isinstance(block, Footnotes)), None)
