"""Every shipped course: whole in both languages, of the promised length, with checks, pictures and sources."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop.app.checking import check_paths
from desktop.model.course import Callout, Checklist, Figure, Table
from tests.courses.shipped import COURSES, LANGUAGES, QUIZZES, ROOT, checks, course, course_ids, flat, words

LESSON_FILES = sorted(COURSES.glob("*/[0-9]*.md"))
FACT = re.compile(r"<!-- fact: [VN](?: [A-E]\d{0,2})+ -->\s*$")
YEAR = re.compile(r"\b(19|20)\d\d\b")

both = pytest.mark.parametrize("language", LANGUAGES)
each_course = pytest.mark.parametrize("course_id", course_ids())


def test_check_finds_nothing_at_all() -> None:
    report = check_paths([COURSES, QUIZZES], assets=ROOT / "assets")
    assert [(str(p.place.file), p.place.line, p.code) for p in report.problems] == []


@pytest.mark.parametrize("file", sorted({*COURSES.rglob("*.md"), *QUIZZES.glob("*.md")}), ids=lambda p: p.name)
def test_every_text_stands_in_both_languages(file: Path) -> None:
    name = file.name
    twin = name.replace(".en.md", ".md") if name.endswith(".en.md") else name.replace(".md", ".en.md")
    assert file.with_name(twin).exists()


@each_course
@both
def test_a_course_has_four_to_eight_lessons_in_the_asked_language(course_id: str, language: str) -> None:
    read = course(course_id, language)
    assert read.outline.language == language
    assert 4 <= len(read.lessons) <= 8
    assert all(lesson.language == language for lesson in read.lessons)


@each_course
@both
def test_a_lesson_is_of_the_promised_length(course_id: str, language: str) -> None:
    lengths = {lesson.id: words(lesson) for lesson in course(course_id, language).lessons}
    low, high = (350, 700) if language == "de" else (350, 770)  # English needs more, shorter words
    assert {k: n for k, n in lengths.items() if not low <= n <= high} == {}


@each_course
@both
def test_a_lesson_holds_a_check_and_something_to_look_at(course_id: str, language: str) -> None:
    for lesson in course(course_id, language).lessons:
        assert checks(lesson), lesson.id
        blocks = list(flat(lesson.blocks))
        assert any(isinstance(b, Figure | Table | Checklist | Callout) for b in blocks), lesson.id


@each_course
@both
def test_a_course_has_two_drawn_figures_with_words_for_those_who_do_not_see_them(course_id: str, language: str) -> None:
    lessons = course(course_id, language).lessons
    figures = [b for lesson in lessons for b in flat(lesson.blocks) if isinstance(b, Figure)]
    assert len({f.path for f in figures if f.path.suffix == ".svg"}) >= 2
    assert all(len(f.alt.split()) >= 5 for f in figures)


@pytest.mark.parametrize("svg", sorted(COURSES.rglob("*.svg")), ids=lambda p: p.name)
def test_a_figure_takes_the_ink_of_the_theme_and_fetches_nothing(svg: Path) -> None:
    text = svg.read_text(encoding="utf-8")
    assert "currentColor" in text
    assert "viewBox" in text
    assert not re.search(r"<script|<image|href=|url\(http|@import|<style", text)


@pytest.mark.parametrize("file", LESSON_FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_source_has_a_year_and_says_how_it_is_known(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    notes = re.findall(r"^\[\^([^\]]+)\]: (.*)$", text, flags=re.MULTILINE)
    assert {k for k, _ in notes} == set(re.findall(r"\[\^([^\]]+)\](?!:)", text)), "marks and notes differ"
    for mark, note in notes:
        assert FACT.search(note), f"[^{mark}] has no fact tag"
        assert YEAR.search(note), f"[^{mark}] has no year"


@each_course
def test_the_translation_asks_the_same(course_id: str) -> None:
    german, english = (course(course_id, language) for language in LANGUAGES)
    assert [lesson.id for lesson in german.lessons] == [lesson.id for lesson in english.lessons]
    for one, other in zip(german.lessons, english.lessons, strict=True):
        assert [i.id for i in checks(one)] == [i.id for i in checks(other)]
        assert [type(b) for b in one.blocks] == [type(b) for b in other.blocks]


@each_course
def test_the_promises_of_the_front_matter(course_id: str) -> None:
    outline = course(course_id, "de").outline
    assert outline.quiz_id == course_id
    assert outline.certificate is not None
    assert outline.audience
    assert outline.reviewed is not None
    assert outline.reviewed >= date(2026, 11, 1)


@pytest.mark.parametrize("file", sorted({*COURSES.rglob("*.md"), *QUIZZES.glob("*.md")}), ids=lambda p: p.name)
def test_the_voice_keeps_off_its_forbidden_words(file: Path) -> None:
    text = re.sub(r"<!--.*?-->|\]\([^)]*\)|`[^`]*`", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"^> \[![A-Z]+\]|!\[", "", text, flags=re.MULTILINE)
    forbidden = (
        r"Awareness|Touchpoint|sensibilisier|im Rahmen von|nicht zuletzt"
        r"|nicht nur\b[^.]*sondern auch|\w\*innen|\w:innen|/-innen"
    )
    found = re.findall(forbidden, text)
    assert found == []
