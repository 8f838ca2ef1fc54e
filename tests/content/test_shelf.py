"""The shelf: finding courses and quizzes, their outlines, hash and fingerprint."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop.content.outline_cache import outlines_from_json, outlines_to_json
from desktop.content.profile import read_org
from desktop.content.shelf import Shelf
from desktop.model.course import CertificateTerms, CourseOutline, Details, KnowledgeCheck
from desktop.model.problem import Severity
from tests.content.library import COURSE, ORG, quiz, shelf, write

OK = "## {0}\n<!-- item: id={0} -->\n- (x) ja\n- ( ) nein\n\n"
FULL = """---
id: vertraulichkeit
title: "Vertraulich bei {{ org.name }}"
summary: Was geheim ist
version: "2.10"
audience: [alle, vertrieb]
quiz: q
certificate: {valid_months: 6, template: standard}
reviewed: 2026-11-20
---

Worum es geht.
"""


def only(books: Shelf, language: str = "de") -> CourseOutline:
    (outline,) = books.outlines(language).value or ()
    return outline


def test_an_outline_holds_what_lists_need(tmp_path: Path) -> None:
    lesson = "# Die Grenze\n\nText\n\n<!-- quiz -->\n" + OK.format("eins") + OK.format("zwei") + "<!-- /quiz -->\n"
    files = {
        "courses/k/course.md": FULL,
        "courses/k/01-a.md": lesson,
        "courses/k/02-zweite_lektion.md": "# Zwei\n\n" + "Wort " * 1000,
        "courses/k/README.md": "Für Leute, die den Ordner öffnen.",
        "quizzes/q.md": quiz("# Test\n\n" + OK.format("a") + OK.format("b") + OK.format("c"), "select: 2\n"),
    }
    found = shelf(write(tmp_path, files)).outlines("de")
    assert not found.problems
    (outline,) = found.value or ()
    assert (outline.id, outline.title) == ("vertraulichkeit", "Vertraulich bei Muster & Söhne")
    assert (outline.summary, outline.version, outline.language) == ("Was geheim ist", "2.10", "de")
    # Six minutes of reading, and the two drawn items.
    assert (outline.minutes, outline.audience) == (8, ("alle", "vertrieb"))
    assert (outline.quiz_id, outline.quiz_select, outline.reviewed) == ("q", 2, date(2026, 11, 20))
    assert outline.certificate == CertificateTerms(6, "standard")
    assert outline.folder == tmp_path / "courses/k"
    assert [(e.id, e.title, e.minutes, e.item_ids) for e in outline.lessons] == [
        ("a", "Die Grenze", 1, ("eins", "zwei")),
        ("zweite_lektion", "Zwei", 5, ()),
    ]


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("", None),
        ("certificate: false\n", None),
        ("certificate: true\n", CertificateTerms()),
        ("certificate: {}\n", CertificateTerms()),
        ("certificate: {valid_months: null}\n", CertificateTerms(None)),
        ("certificate: {template: edel}\n", CertificateTerms(12, "edel")),
    ],
)
def test_what_a_course_promises(line: str, terms: CertificateTerms | None, tmp_path: Path) -> None:
    assert only(shelf(write(tmp_path, {"courses/k/course.md": f"---\ntitle: K\n{line}---\n"}))).certificate == terms


def test_without_select_all_items_are_drawn(tmp_path: Path) -> None:
    files = {"courses/k/course.md": FULL, "quizzes/q.md": quiz(OK.format("a") + OK.format("b"))}
    assert only(shelf(write(tmp_path, files))).quiz_select == 2


def test_one_bad_course_hides_no_other(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "courses/a/course.md": "# kein Kopf\n",
        "courses/b/course.md": b"\xff\xfe",
        "courses/c/course.md": "---\n&a x\n---\n",
        "courses/d/course.md": FULL.replace("quiz: q\n", ""),
        "courses/d/01-x.md": b"\xff",
        "courses/d/02-y.md": "# Y\n",
    }
    found = shelf(write(tmp_path, files)).outlines("de")
    assert [outline.id for outline in found.value or ()] == ["vertraulichkeit", "k"]
    assert [entry.id for entry in (found.value or ())[0].lessons] == ["y"]
    assert {p.code for p in found.problems} == {"front-matter-missing", "not-utf8", "yaml-alias"}


def test_of_two_courses_with_one_id_the_first_counts(tmp_path: Path) -> None:
    files = {"courses/z/course.md": "---\nid: k\ntitle: Zweiter\n---\n", "courses/z/01-z.md": "# Z\n"}
    found = shelf(write(tmp_path, files)).outlines("de")
    assert [outline.title for outline in found.value or ()] == ["Kurs"]
    (problem,) = found.problems
    assert (problem.code, problem.data["id"], problem.data["other"]) == ("duplicate-course-id", "k", "k")
    assert problem.place.file == tmp_path / "courses/z/course.md"


def test_ids_are_found_whatever_the_folder_is_called(tmp_path: Path) -> None:
    files = {
        "courses/07-etwas/course.md": "---\nid: anders\ntitle: A\n---\n",
        "courses/07-etwas/01-x.md": "# X\n",
        "quizzes/03-datei.md": quiz(OK.format("a")).replace("id: q\n", "id: eigen\n"),
        "quizzes/04-ohne.md": quiz(OK.format("a")).replace("id: q\n", ""),
    }
    books = shelf(write(tmp_path, files))
    assert books.lesson("anders", "x", "de").value is not None
    for name in ("eigen", "ohne"):
        made = books.quiz(name, "de").value
        assert made is not None
        assert made.id == name


def test_a_course_folder_may_be_given_itself(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    assert only(Shelf([root / "courses/k"], [], ORG)).id == "k"


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    books = shelf(write(tmp_path, {}))
    assert [p.code for p in books.course("x", "de").problems] == ["course-missing"]
    assert [p.code for p in books.lesson("x", "a", "de").problems] == ["course-missing"]
    assert [p.code for p in books.lesson("k", "x", "de").problems] == ["lesson-missing"]
    for door in (books.quiz, books.scenario, books.assessment):
        found = door("x", "de")
        assert (found.value, [p.code for p in found.problems]) == (None, ["quiz-missing"])
    assert Shelf([tmp_path / "none"], [], {}).outlines("de").value == ()


def test_the_wrong_door_is_named(tmp_path: Path) -> None:
    books = shelf(write(tmp_path, {"quizzes/q.md": quiz(OK.format("a"))}))
    assert [p.code for p in books.scenario("q", "de").problems] == ["kind-differs"]
    assert [p.code for p in books.assessment("q", "de").problems] == ["kind-differs"]


def test_the_hash_changes_with_any_byte_of_any_language(tmp_path: Path) -> None:
    files = {
        "courses/k/course.md": FULL,
        "courses/k/01-a.en.md": "# A\n",
        "courses/k/media/bild.svg": "<svg/>",
        "quizzes/q.md": quiz(OK.format("a")),
        "quizzes/q.en.md": quiz(OK.format("a")),
    }
    root = write(tmp_path, files)
    seen = {only(shelf(root)).content_hash}
    assert len(next(iter(seen))) == 64
    for name in files:
        path = root / name
        path.write_bytes(path.read_bytes() + b"\n")
        seen.add(only(shelf(root)).content_hash)
    (root / "courses/k/media/bild.svg").rename(root / "courses/k/media/bilt.svg")
    seen.add(only(shelf(root)).content_hash)
    assert len(seen) == len(files) + 2


def test_the_hash_does_not_change_with_the_place_or_what_the_system_leaves(tmp_path: Path) -> None:
    here, there = write(tmp_path / "here", {}), write(tmp_path / "there", {})
    (there / "courses/k/.DS_Store").write_bytes(b"x")
    (there / "courses/k/Thumbs.db").write_bytes(b"x")
    write(there, {"quizzes/other.md": quiz(OK.format("a"))})
    assert only(shelf(here)).content_hash == only(shelf(there)).content_hash


def test_the_fingerprint_follows_every_file(tmp_path: Path) -> None:
    root = write(tmp_path, {"quizzes/q.md": quiz(OK.format("a"))})
    books = shelf(root)
    seen = [books.fingerprint()]
    assert books.fingerprint() == seen[0]
    os.utime(root / "courses/k/01-a.md", ns=(1, 1))
    seen.append(books.fingerprint())
    (root / "quizzes/q.md").write_text("länger", encoding="utf-8")
    seen.append(books.fingerprint())
    (root / "courses/k/media").mkdir()
    (root / "courses/k/media/neu.svg").touch()
    seen.append(books.fingerprint())
    assert len(set(seen)) == 4


def test_outlines_come_back_from_json_as_they_were(tmp_path: Path) -> None:
    write(tmp_path, {"courses/k/course.md": FULL, "courses/z/course.md": COURSE, "courses/z/01-a.md": "# Ä 🙂\n"})
    outlines = shelf(tmp_path).outlines("de").value or ()
    assert len(outlines) == 2
    assert outlines_from_json(outlines_to_json(outlines)) == outlines
    assert outlines_from_json(outlines_to_json(outlines).replace('"format":1', '"format":2')) is None


def test_a_cached_outline_loads_no_parser(tmp_path: Path) -> None:
    cache = tmp_path / "outlines.json"
    cache.write_text(outlines_to_json(shelf(write(tmp_path, {})).outlines("de").value or ()), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from desktop.content.outline_cache import outlines_from_json\n"
        "from desktop.content.shelf import Shelf\n"
        f"assert outlines_from_json(Path({str(cache)!r}).read_text(encoding='utf-8'))\n"
        f"Shelf([Path({str(tmp_path / 'courses')!r})], [], {{}}).fingerprint()\n"
        "print(sorted({'markdown', 'yaml', 'jinja2', 'nh3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_outlines_load_neither_markdown_nor_nh3(tmp_path: Path) -> None:
    write(tmp_path, {"courses/k/course.md": FULL, "quizzes/q.md": quiz(OK.format("a"))})
    code = (
        "import sys; from pathlib import Path; from desktop.content.shelf import Shelf\n"
        f"r = Path({str(tmp_path)!r})\n"
        "assert Shelf([r / 'courses'], [r / 'quizzes'], {'name': 'x'}).outlines('de').value\n"
        "print(sorted({'markdown', 'jinja2', 'nh3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("language", ["de", "en"])
def test_shipped_outlines_agree_with_their_lessons(language: str, root: Path, assets: Path) -> None:
    books = Shelf([root / "courses"], [root / "quizzes"], read_org(assets / "org.toml").value or {})
    for outline in books.outlines(language).value or ():
        for entry in outline.lessons:
            found = books.lesson(outline.id, entry.id, language)
            assert not [p for p in found.problems if p.severity is Severity.ERROR]
            assert found.value is not None
            assert (found.value.title, found.value.minutes) == (entry.title, entry.minutes)
            inner = [block.blocks if isinstance(block, Details) else (block,) for block in found.value.blocks]
            flat = [block for blocks in inner for block in blocks]
            ids = tuple(item.id for block in flat if isinstance(block, KnowledgeCheck) for item in block.items)
            assert ids == entry.item_ids


def test_courses_stand_in_their_order_and_then_by_folder_name(tmp_path: Path) -> None:
    orders = {"a": "", "b": "order: 20\n", "c": "order: 10\n", "d": ""}
    files = {
        f"courses/{name}/course.md": f'---\nid: {name}\ntitle: {name}\nsummary: s\nversion: "1"\n{order}---\n'
        for name, order in orders.items()
    }
    found = shelf(write(tmp_path, files)).outlines("de")
    assert not found.problems
    assert [outline.id for outline in found.value or () if outline.id in orders] == ["c", "b", "a", "d"]
