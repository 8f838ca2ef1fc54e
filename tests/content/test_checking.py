"""The check: which paths it takes, what it knows beside them, and in which order it reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.content.checking import check
from desktop.content.profile import read_org
from tests.content.library import ORG, assessment, quiz, write

OK = "## A\n<!-- item: id=a -->\n- (x) ja\n- ( ) nein\n"
BAD = "## A\n<!-- item: id=a -->\n- ( ) ja\n- ( ) nein\n"
QUIZ_COURSE = "---\ntitle: K\nquiz: q\n---\n"


def codes(*paths: Path) -> list[str]:
    return [problem.code for problem in check(paths, org=ORG)]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = check([tmp_path / "fehlt"], org=ORG)
    assert (problem.code, problem.data["given"]) == ("path-missing", str(tmp_path / "fehlt"))


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["nothing-to-check"]


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    assert codes(tmp_path / "a.docx") == ["file-kind-unknown"]


@pytest.mark.parametrize("given", ["", "courses", "courses/k", "courses/k/course.md"])
def test_a_quiz_beside_the_courses_is_known(given: str, tmp_path: Path) -> None:
    root = write(tmp_path, {"courses/k/course.md": QUIZ_COURSE, "quizzes/q.md": quiz(OK)})
    assert codes(root / given) == []
    (root / "quizzes/q.md").unlink()
    assert codes(root / given) == ["quiz-missing"]


def test_a_lesson_of_a_course_beside_is_known(tmp_path: Path) -> None:
    head = "scale: [n, j]\ndimensions: {d: {lesson: k/a, bands: [{upto: 100, text: x}]}}\n"
    root = write(tmp_path, {"quizzes/a.md": assessment("## S\n<!-- item: id=s dimension=d -->\n", head)})
    assert codes(root / "quizzes/a.md") == []


def test_a_single_lesson_is_checked_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "courses/k/course.md": "---\ntitel: K\n---\n",
        "courses/k/01-a.md": "# A\n\n[x](#y)\n",
        "courses/k/01-a.en.md": "# A\n\n<script>\n",
    }
    root = write(tmp_path, files)
    assert codes(root / "courses/k/01-a.md") == ["link-dead"]
    assert codes(root / "courses/k/01-a.en.md") == ["html-removed"]


def test_a_translation_is_checked_with_its_original(tmp_path: Path) -> None:
    root = write(tmp_path, {"quizzes/q.md": quiz(OK), "quizzes/q.en.md": quiz(BAD.replace("( ) ja", "(x) ja", 0))})
    assert "item-without-right-answer" in codes(root / "quizzes/q.en.md")


def test_every_language_is_checked(tmp_path: Path) -> None:
    files = {
        "courses/k/course.en.md": "---\ntitle: K\nsumary: x\n---\n\n[x](#y)\n",
        "courses/k/01-a.en.md": "# A\n\n![x](https://x.example/a.png)\n",
        "courses/k/01-a.fr.md": "# A\n\n[x](data:,x)\n",
    }
    assert codes(write(tmp_path, files)) == ["image-remote", "link-not-allowed", "unknown-key", "link-dead"]


def test_problems_are_sorted_and_said_once(tmp_path: Path) -> None:
    files = {"courses/k/01-a.md": "# A\n\n[x](#y) [z](#w)\n\n[x](data:,x)\n", "quizzes/q.md": quiz(BAD)}
    root = write(tmp_path, files)
    found = check([root / "quizzes", root, root / "courses/k"], org=ORG)
    assert [(p.place.file.name, p.place.line, p.place.column) for p in found] == [
        ("01-a.md", 3, 5),
        ("01-a.md", 3, 13),
        ("01-a.md", 5, 5),
        ("q.md", 1, 1),
        ("q.md", 5, 4),
    ]
    assert found[0].excerpt == "[x](#y) [z](#w)"


@pytest.mark.parametrize(
    ("reviewed", "today", "old"),
    [
        ("2025-11-22", date(2026, 11, 21), False),
        ("2025-11-22", date(2026, 11, 22), True),
        ("2026-05-01\nreview_months: 6", date(2026, 10, 31), False),
        ("2026-05-01\nreview_months: 6", date(2026, 11, 1), True),
        ("2030-01-01", date(2026, 11, 1), False),
    ],
)
def test_a_review_grows_old(reviewed: str, today: date, old: bool, tmp_path: Path) -> None:
    root = write(tmp_path, {"courses/k/course.md": f"---\ntitle: K\nreviewed: {reviewed}\n---\n"})
    assert [p.code for p in check([root], org=ORG, today=today)] == (["reviewed-too-old"] if old else [])
    assert check([root], org=ORG) == ()


def test_the_shipped_profile_is_clean(assets: Path) -> None:
    found = read_org(assets / "org.toml")
    assert not found.problems
    assert found.value is not None
    assert found.value["press_contact"]


def test_a_profile_keeps_what_is_right_in_it(tmp_path: Path) -> None:
    path = tmp_path / "org.toml"
    path.write_text('[org]\nname = "  Muster\\n GmbH "\nyear = 5\nown_key = "x"\n', encoding="utf-8")
    found = read_org(path)
    assert found.value == {"name": "Muster GmbH", "own_key": "x"}
    assert [p.code for p in found.problems] == ["org-value-no-text"]


def test_shipped_content_has_no_error(root: Path, assets: Path) -> None:
    paths = [path for path in (root / "courses", root / "quizzes") if any(path.glob("*"))]
    found = check(paths, org=read_org(assets / "org.toml").value or {})
    assert not [(p.code, p.place.file.name, p.place.line) for p in found]
