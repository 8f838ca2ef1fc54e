"""Lessons kept between starts: the same as parsed ones, read without a parser, and never older than their file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.workspace import Workspace
from tests.app.kit import ASSETS, COURSE, Clock, Place, set_up
from tests.courses.shipped import ROOT


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path, Clock())
    made.write_course()
    made.write_quiz()
    with made.open() as first:
        set_up(first)
        first.library.lesson(COURSE, "wagen", "de")
    return made


def kept(place: Place) -> Path:
    (file,) = (place.home / "cache" / "lessons").iterdir()
    return file


def title(workspace: Workspace) -> str:
    return workspace.library.lesson(COURSE, "wagen", "de").title


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_shipped_lesson_comes_back_as_it_was_parsed(tmp_path: Path, language: str) -> None:
    import random

    from desktop.app.workspace import open_workspace

    folders = {"course_folders": (ROOT / "courses",), "quiz_folders": (ROOT / "quizzes",)}
    seen = []
    for _ in range(2):
        with open_workspace(tmp_path, **folders, assets=ASSETS, clock=Clock(), rng=random.Random(1)) as workspace:
            library = workspace.library
            pairs = [(course.id, lesson.id) for course in library.outlines(language) for lesson in course.lessons]
            seen.append([library.lesson(course, lesson, language) for course, lesson in pairs])
    assert seen[0] == seen[1]
    assert len(list((tmp_path / "cache" / "lessons").iterdir())) == len(seen[0])


def test_a_known_lesson_is_read_without_any_parser(place: Place) -> None:
    code = """
import random, sys
from pathlib import Path
from desktop.app.workspace import open_workspace
from tests.app.kit import Clock
root = Path(sys.argv[1])
with open_workspace(root / "home", course_folders=(root / "courses",), quiz_folders=(root / "quizzes",),
                    assets=Path(sys.argv[2]), clock=Clock(), rng=random.Random(1)) as workspace:
    assert workspace.library.lesson("zug", "wagen", "de").title == "Wagen sieben"
    print([name for name in ("markdown", "yaml", "nh3", "jinja2") if name in sys.modules])
"""
    command = [sys.executable, "-c", code, str(place.root), str(ASSETS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_an_edited_lesson_is_parsed_again(place: Place) -> None:
    place.write(place.courses / COURSE / "01-wagen.md", "# Wagen acht\n\nEin Mann telefoniert nicht.\n")
    with place.open() as second:
        assert title(second) == "Wagen acht"


def test_one_edited_after_the_files_were_looked_at_is_parsed_again(place: Place) -> None:
    with place.open() as second:
        second.library.outlines("de")
        place.write(place.courses / COURSE / "01-wagen.md", "# Wagen acht\n\nEin Mann telefoniert nicht.\n")
        assert title(second) == "Wagen acht"


def test_another_profile_is_inserted_anew(place: Place) -> None:
    place.write(place.home / "org.toml", '[org]\nname = "Anders AG"\n')
    before = kept(place).read_bytes()
    with place.open() as second:
        title(second)
    assert kept(place).read_bytes() != before


@pytest.mark.parametrize("damage", [b"", b"{", b"\n[]", b'0\n[[1, 2], ["Lesson", 1]]', b"\xff\xfe\n\xff"])
def test_a_damaged_file_is_none(place: Place, damage: bytes) -> None:
    kept(place).write_bytes(damage)
    with place.open() as second:
        assert title(second) == "Wagen sieben"


def test_a_changed_letter_is_noticed(place: Place) -> None:
    file = kept(place)
    file.write_bytes(file.read_bytes().replace(b"Wagen sieben", b"Wagen sechse"))
    with place.open() as second:
        assert title(second) == "Wagen sieben"


def test_a_lesson_with_a_fault_is_not_kept_so_that_its_fault_is_told_again(place: Place) -> None:
    place.write(place.courses / COURSE / "01-wagen.md", "# Wagen sieben\n\n![](fehlt.svg)\n")
    told = []
    for _ in range(2):
        with place.open() as workspace:
            title(workspace)
            told.append([problem.code for problem in workspace.library.problems()])
    assert told[0]
    assert told[0] == told[1]
