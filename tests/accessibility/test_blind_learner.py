"""One whole course by somebody who sees nothing, through the system's own accessibility bus on a virtual display."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from desktop.app.verifying import verify_paths
from desktop.content.profile import read_org
from desktop.content.shelf import Shelf
from desktop.learning.grading import grade, solution
from desktop.model.certificate import VerdictName
from desktop.model.course import Block, Callout, Checklist, Details, Figure, Footnotes, KnowledgeCheck, Prose, Table
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    ItemType,
    MatchingItem,
    OrderingItem,
    ReflectionItem,
)
from tests.accessibility.session import launcher

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = Path("/usr/bin/python3")
COURSE, TITLE = "grundlagen", "The whole course"
NAME = "Jana Ortmann"
_HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>", re.DOTALL)


def _what_is_missing() -> str:
    """What this machine lacks to run assistive technology; empty if nothing."""
    tools = [tool for tool in ("Xvfb", "dbus-run-session", "xdotool") if shutil.which(tool) is None]
    if launcher() is None:
        tools.append("at-spi2-core")
    if (
        not SYSTEM_PYTHON.exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True).returncode
    ):
        tools.append("python3-pyatspi")
    return ", ".join(tools)


MISSING = _what_is_missing()


def _put_course(home: Path) -> None:
    """The first course under a name of its own, with a test that asks two questions of every type."""
    folder = home / "courses" / "ganz"
    shutil.copytree(ROOT / "courses" / COURSE, folder)
    (home / "quizzes").mkdir()
    for ending in (".md", ".en.md"):
        head = folder / f"course{ending}"
        text = head.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(id|quiz): grundlagen$", r"\1: ganz", text)
        head.write_text(re.sub(r"(?m)^title: .*$", f"title: {TITLE}", text, count=1), encoding="utf-8")
        quiz = (ROOT / "quizzes" / f"{COURSE}{ending}").read_text(encoding="utf-8")
        quiz = re.sub(r"(?m)^id: grundlagen$", "id: ganz", quiz, count=1)
        quiz = re.sub(r"(?m)^select: \d+$", "select: 99", quiz, count=1)
        head, *items = re.split(r"(?m)^(?=## )", quiz)
        few = [item for item in items if re.search(r"item: id=([\w-]+)", item)[1] in _two_of_each_type()]
        (home / "quizzes" / f"ganz{ending}").write_text(head + "".join(few), encoding="utf-8")


@cache
def _two_of_each_type() -> set[str]:
    quiz = Shelf([ROOT / "courses"], [ROOT / "quizzes"], {}).quiz(COURSE, "en").value
    assert quiz is not None
    of_type = {kind: [item.id for item in quiz.items if item.type is kind][:2] for kind in ItemType}
    return {item for items in of_type.values() for item in items}


def _plan(home: Path) -> dict[str, object]:
    """What the learner will meet, in words."""
    company = read_org(ROOT / "assets" / "org.toml").value
    shelf = Shelf([home / "courses"], [home / "quizzes"], company or {})
    (outline,) = shelf.outlines("en").value or ()
    quiz = shelf.quiz("ganz", "en").value
    assert quiz is not None
    assert {item.type for item in quiz.items} == set(ItemType)
    lessons = []
    for one in outline.lessons:
        lesson = shelf.lesson("ganz", one.id, "en").value
        assert lesson is not None
        checks = [item for block in lesson.blocks if isinstance(block, KnowledgeCheck) for item in block.items]
        tasks = [task.text.plain for block in lesson.blocks if isinstance(block, Checklist) for task in block.tasks]
        lessons.append(
            {
                "title": lesson.title,
                "texts": [words for block in lesson.blocks for words in _words(block)],
                "headings": [h for block in lesson.blocks if isinstance(block, Prose) for h in _headings(block)],
                "checks": [_answered(item) for item in checks],
                "tasks": tasks[:1],
            }
        )
    return {"name": NAME, "course": TITLE, "lessons": lessons, "test": [_answered(item) for item in quiz.items]}


def _headings(block: Prose) -> list[str]:
    return [re.sub(r"<[^>]+>", "", inner) for inner in _HEADING.findall(block.text.html)]


def _words(block: Block) -> list[str]:
    match block:
        case Prose():
            return [block.text.plain]
        case Callout():
            return [block.text.plain, block.title] if block.title else [block.text.plain]
        case Figure():
            return [words for words in (block.alt, block.caption.plain) if words]
        case Table():
            return [cell.plain for row in (block.header, *block.rows) for cell in row if cell.plain]
        case Checklist():
            return [task.text.plain for task in block.tasks]
        case Details():
            return [block.summary]
        case Footnotes():
            return [text.plain for _, text in block.notes]
        case KnowledgeCheck():
            return [item.stem.plain for item in block.items]
        case _:
            return []


def _answered(item: Item) -> dict[str, object]:
    """The item and its right answer in the words a screen reader says."""
    response = solution(item)
    said = [] if isinstance(item, ReflectionItem) else [f.plain for f in grade(item, response).feedback]
    told: dict[str, object] = {"type": str(item.type), "stem": item.stem.plain, "feedback": said}
    match item:
        case ChoiceItem():
            told["options"] = [option.text.plain for option in item.options]
            told["right"] = [option.text.plain for option in item.options if option.correct]
        case MatchingItem():
            told["pairs"] = [(pair.left.plain, pair.right) for pair in item.pairs]
        case OrderingItem():
            told["steps"] = [option.text.plain for option in item.options]
        case ClozeItem():
            told["gaps"] = list(response)
        case ReflectionItem():
            pass
        case _:
            told["text"] = response[0]
    return told


@pytest.mark.skipif(bool(MISSING), reason=f"assistive technology cannot be run here, missing: {MISSING}")
def test_a_learner_who_sees_nothing_finishes_a_whole_course(tmp_path: Path) -> None:
    home, errors, plan = tmp_path / "home", tmp_path / "errors.txt", tmp_path / "plan.json"
    home.mkdir()
    _put_course(home)
    plan.write_text(json.dumps(_plan(home)), encoding="utf-8")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    script = [SYSTEM_PYTHON, HERE / "blind_learner.py", plan]
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, HERE / "session.py", home, errors, "--", *script],
        env=os.environ | {"XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + "\n" + done.stderr[-2000:] + "\n" + errors.read_text(encoding="utf-8")
    (verdict,) = verify_paths(sorted((home / "certificates").rglob("*.pdf")))
    assert verdict.name is VerdictName.SEALED
    assert verdict.claims is not None
    assert (verdict.claims.name, verdict.claims.course_title) == (NAME, TITLE)
