"""Learning paths as files: what their links mean, which of two counts, and what a translation may say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.content.checking import check
from desktop.content.fixing import plan_fixes
from desktop.content.outline_cache import paths_from_json, paths_to_json
from desktop.content.shelf import Shelf
from desktop.model.path import LearningPath, PathStep
from tests.content.library import ORG, shelf, write

HEAD = "---\nid: personal\ntype: path\ntitle: Weg bei {{ org.name }}\nsummary: Kurz.\naudience: [hr]\n---\n"
OTHER = {
    "courses/02-zwei/course.md": "---\nid: zwei\ntitle: Zwei\n---\n",
    "courses/02-zwei/03-mit leer.md": "# Leer\n\nEin Satz.\n",
    "courses/02-zwei/03-mit leer.en.md": "# Empty\n\nA sentence.\n",
}


def paths(root: Path, language: str = "de", *, roots: tuple[str, ...] = ("courses",)) -> tuple[LearningPath, ...]:
    there = Shelf([root / name for name in roots], [], ORG)
    found = there.paths(there.outlines("de").value or (), language)
    return found.value or ()


def test_links_to_courses_and_lessons_are_steps_in_their_order(tmp_path: Path) -> None:
    body = "Ein Absatz mit [Verweis](k/01-a.md).\n\n1. [Zwei](./02-zwei/course.md)\n2. [A](<k/01-a.md>) zum Schluss\n"
    body += "   - [eingerückt](k/course.md) zählt nicht\n\n```\n3. [Code](k/course.md)\n```\n"
    body += "* [Leer](02-zwei/03-mit%20leer.md#stelle)\n"
    write(tmp_path, OTHER | {"courses/weg-hr.md": HEAD + body})
    (path,) = paths(tmp_path)
    assert path.steps == (PathStep("zwei"), PathStep("k", "a"), PathStep("zwei", "mit leer"))
    assert (path.id, path.role, path.title, path.summary) == ("personal", "hr", "Weg bei Muster & Söhne", "Kurz.")
    assert check([tmp_path / "courses"], org=ORG) == ()


def test_a_translation_brings_words_and_may_link_to_translations(tmp_path: Path) -> None:
    english = "---\ntitle: Way\n---\n1. [Empty](02-zwei/03-mit%20leer.en.md)\n"
    german = HEAD + "1. [Leer](02-zwei/03-mit%20leer.md)\n"
    files = OTHER | {"courses/weg-hr.md": german, "courses/weg-hr.en.md": english}
    write(tmp_path, files)
    # Without a `type` of its own a translation would not be told from other files; its name is enough.
    assert [p.code for p in check([tmp_path / "courses"], org=ORG)] == ["type-missing"]
    (path,) = paths(tmp_path, "en")
    assert (path.title, path.summary, path.language) == ("Way", "Kurz.", "en")
    assert path.steps == (PathStep("zwei", "mit leer"),)
    assert paths(tmp_path, "de")[0].title == "Weg bei Muster & Söhne"
    assert paths(tmp_path, "fr")[0].language == "de"


def test_an_employers_path_replaces_the_one_that_ships_and_may_name_its_courses(tmp_path: Path) -> None:
    firm = {
        "firm/weg-personal.md": HEAD.replace("personal", "eigen") + "- [A](k/01-a.md)\n- [Zwei](02-zwei/course.md)\n"
    }
    write(tmp_path, OTHER | firm | {"courses/weg-hr.md": HEAD + "- [K](k/course.md)\n"})
    (path,) = paths(tmp_path, roots=("firm", "courses"))
    assert path.id == "eigen"
    assert path.steps == (PathStep("k", "a"), PathStep("zwei"))
    assert check([tmp_path / "courses", tmp_path / "firm"], org=ORG) == ()
    assert {p.code for p in check([tmp_path / "firm"], org=ORG)} == {"path-target-unknown-no-match"}


def test_one_bad_step_leaves_the_others(tmp_path: Path) -> None:
    write(tmp_path, {"courses/weg-hr.md": HEAD + "- [Weg](k/01-aa.md)\n- [A](k/01-a.md)\n"})
    there = shelf(tmp_path)
    found = there.paths(there.outlines("de").value or (), "de")
    assert found.value is not None
    assert found.value[0].steps == (PathStep("k", "a"),)
    assert [p.code for p in found.problems] == ["path-target-unknown"]
    assert found.problems[0].data["suggestion"] == "k/01-a.md"


@pytest.mark.parametrize(
    "target", ["../k/01-a.md", "/k/01-a.md", "k/01-a.txt", "k", "k/../../secret.md", "%00/a.md", ""]
)
def test_what_is_no_file_of_a_course_is_no_step(tmp_path: Path, target: str) -> None:
    write(tmp_path, {"courses/weg-hr.md": f"{HEAD}- [A]({target})\n- [K](k/course.md)\n", "secret.md": "x"})
    there = shelf(tmp_path)
    found = there.paths(there.outlines("de").value or (), "de")
    assert found.value is not None
    assert found.value[0].steps == (PathStep("k"),)
    assert len(found.problems) == 1


def test_a_single_path_can_be_checked_and_other_files_stay_what_they_are(tmp_path: Path) -> None:
    write(tmp_path, {"courses/weg-hr.md": HEAD + "- [A](k/01-b.md)\n", "courses/notizen.md": "Nur Text.\n"})
    assert [p.code for p in check([tmp_path / "courses" / "weg-hr.md"], org=ORG)] == ["path-target-unknown"]
    assert len(paths(tmp_path)) == 0  # its only step is lost
    quiz = "---\nid: weg-zur-arbeit\ntype: quiz\n---\n## F\n<!-- item: id=f -->\n- (x) ja\n- ( ) nein\n"
    write(tmp_path, {"quizzes/weg-zur-arbeit.md": quiz})
    assert check([tmp_path / "quizzes"], org=ORG) == ()


def test_the_fingerprint_follows_a_path(tmp_path: Path) -> None:
    write(tmp_path, {"courses/weg-hr.md": HEAD + "- [A](k/01-a.md)\n"})
    before = shelf(tmp_path).fingerprint()
    (tmp_path / "courses" / "weg-hr.md").write_text(HEAD + "- [K](k/course.md)\n\n", encoding="utf-8")
    assert shelf(tmp_path).fingerprint() != before


def test_paths_survive_the_cache_and_damage_is_noticed(tmp_path: Path) -> None:
    write(tmp_path, OTHER | {"courses/weg-hr.md": HEAD + "- [A](k/01-a.md)\n- [Z](02-zwei/course.md)\n"})
    there = paths(tmp_path)
    text = paths_to_json(there)
    assert paths_from_json(text) == there
    for damaged in ("", "[]", text[:-2], text.replace('"hr"', "7"), text.replace('"format":1', '"format":0')):
        assert paths_from_json(damaged) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.text(max_size=120))
def test_no_text_is_too_strange_to_be_read(tmp_path: Path, body: str, address: str) -> None:
    text = f"{HEAD}{body}\n- [x]({address})\n- [K](k/course.md)\n"
    write(tmp_path, {"courses/weg-hr.md": text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()})
    there = shelf(tmp_path)
    found = there.paths(there.outlines("de").value or (), "de")
    for path in found.value or ():
        assert set(path.steps) <= {PathStep("k"), PathStep("k", "a")}
    for problem in check([tmp_path / "courses"], org=ORG):
        assert problem.place.line >= 1


def test_fixing_leaves_paths_alone(tmp_path: Path) -> None:
    """A path has no questions; that a heading in it looks like one gives it no id."""
    text = HEAD + "- [A](k/01-a.md)\n\n## Was noch?\n\n- ( ) nichts\n- (x) alles\n"
    write(tmp_path, {"courses/weg-hr.md": text, "firm/weg-hr.md": text})
    for given_path in ("courses", "courses/weg-hr.md", "firm"):
        assert plan_fixes([tmp_path / given_path]).files == ()
