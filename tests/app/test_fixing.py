"""Missing ids on a real disk: rights, links and files that cannot be written."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from desktop.app.fixing import fix_paths
from desktop.rendering.sentences import Sentences
from tests.app.kit import ASSETS

QUIZ = "---\nid: {0}\ntype: quiz\n---\n## Frage\n- (x) ja\n- ( ) nein\n"


@pytest.fixture
def quizzes(tmp_path: Path) -> Path:
    folder = tmp_path / "quizzes"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(QUIZ.format(name), encoding="utf-8", newline="\n")
    return folder


def test_ids_are_written_and_nothing_remains(quizzes: Path) -> None:
    report = fix_paths([quizzes], assets=ASSETS)
    assert [(w.file.name, w.line, w.id) for w in report.written] == [("a.md", 6, "frage"), ("b.md", 6, "frage")]
    assert report.rest.problems == ()
    assert report.rest.files == 2
    assert sorted(path.name for path in quizzes.iterdir()) == ["a.md", "b.md"], "no temporary file is left"
    times = [path.stat().st_mtime_ns for path in sorted(quizzes.iterdir())]
    assert fix_paths([quizzes], assets=ASSETS).written == ()
    assert [path.stat().st_mtime_ns for path in sorted(quizzes.iterdir())] == times, "a second run writes nothing"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_read_only_file_is_named_and_the_rest_goes_on(language: str, quizzes: Path) -> None:
    (quizzes / "a.md").chmod(stat.S_IREAD)
    (quizzes / "a.en.md").write_text(QUIZ.format("a"), encoding="utf-8")
    report = fix_paths([quizzes], assets=ASSETS)
    assert [w.file.name for w in report.written] == ["b.md"]
    assert (quizzes / "a.md").read_text(encoding="utf-8") == QUIZ.format("a")
    assert "item" not in (quizzes / "a.en.md").read_text(encoding="utf-8"), "its id would name nothing in the original"
    assert [p.code for p in report.rest.problems if p.place.file.name == "a.md"] == ["fix-read-only", "item-without-id"]
    problem = next(p for p in report.rest.problems if p.code == "fix-read-only")
    sentences = Sentences(ASSETS, language)
    assert sentences.knows(problem.code)
    assert str(quizzes / "a.md") in sentences.say(problem.code, problem.data).text
    (quizzes / "a.md").chmod(stat.S_IREAD | stat.S_IWRITE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows one right only, and links need a right of their own")
def test_rights_and_links_stay(quizzes: Path) -> None:
    (quizzes / "a.md").chmod(0o660)
    target = quizzes.parent / "anderswo.txt"
    (quizzes / "b.md").replace(target)
    (quizzes / "b.md").symlink_to(target)
    assert len(fix_paths([quizzes], assets=ASSETS).written) == 2
    assert stat.S_IMODE((quizzes / "a.md").stat().st_mode) == 0o660
    assert (quizzes / "b.md").is_symlink()
    assert "id=frage" in target.read_text(encoding="utf-8")


@pytest.mark.usefixtures("bound")
def test_a_locked_folder_is_said_in_a_sentence(quizzes: Path) -> None:
    quizzes.chmod(0o555)
    try:
        report = fix_paths([quizzes], assets=ASSETS)
    finally:
        quizzes.chmod(0o755)
    assert report.written == ()
    assert {p.code for p in report.rest.problems} == {"fix-read-only", "item-without-id"}
