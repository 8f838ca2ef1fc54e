"""Whatever stands in a file: reading it gives facts or Problems, never an exception, and never anything active."""

from __future__ import annotations

import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.content.checking import check
from desktop.content.markup import ATTRIBUTES, TAGS
from desktop.content.outline_cache import outlines_from_json
from desktop.content.profile import read_org
from desktop.model.course import Block, Callout, Checklist, Details, Figure, Footnotes, Prose, Table
from desktop.model.problem import Problem
from desktop.model.text import Rich
from tests.content.library import COURSE, ORG, shelf, write

MARKDOWN = (
    *(
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "# ",
        "## ",
        "### ",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n",
        "> [!TIP] ",
        "\\",
        '"',
        "'",
    ),
    *(
        "```",
        "```\n",
        "~~~\n",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "| a | b |\n|---|---|\n",
        "|",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
    ),
    *("![", "![a](media/a.svg)", "](#x)", "](http://x)", "[^1]", "[^1]: ", "*[A]: b\n", "[r]: http://x\n", "'"),
    *("<details>\n", "</details>\n", "<summary>", "</summary>", "<", ">", "&", "&#", "<script>", "</script>"),
    *(
        "<img src=x onerror=y>",
        "<iframe src='http://x'>",
        "<a href=javascript:x>",
        "{{ org.name }}",
        "{{ ",
        " }}",
        "{%",
        "%}",
        "{#",
    ),
)
MARKS = (
    *("- ( ) ", "- (x) ", "- [ ] ", "- [x] ", "- = ", "- = 280 +- 5\n", "- a -> b\n", "- -> c\n", "___\n", "[[", "]]"),
    *("[[(a)|b]]", "<!-- quiz -->\n", "<!-- /quiz -->\n", "<!-- item: id=", "points=", " -->", "<!--", "-->", "type="),
    *("ordering", "cloze", "numeric", "<!-- scenario: s -->\n", "**m:** ", "reverse", "dimension=d", "="),
    "- [x](#a) <!-- m=-5 flag=f why='w' -->\n",
)
YAML = (
    *("---\n", "...\n", "id: ", "title: ", "quiz: q\n", "type: quiz\n", "select: ", "meters: {", "}", "[", "&a ", "*a"),
    *("!!", "?", ": ", "%", "@", "scale: [a, b]\n"),
)
SIGNS = (
    *("\u2028", "\x00", "\x0b", "\x0c", "\x85", "\ufeff", "\ue000", "\ue001\ue100", "\ue002", "\u202e"),
    *("ä", "日本", "🙂", "A", "1"),
)
FRAGMENTS = MARKDOWN + MARKS + YAML + SIGNS
TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=40).map("".join),
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Reader(HTMLParser):
    """Reads clean HTML the way a window would, and holds every tag and address against what may be there."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._allowed = ("http://", "https://", "mailto:", "#", "lesson:", root.resolve().as_uri() + "/")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
            assert name not in ("href", "src") or str(value).startswith(self._allowed), value


def rich_texts(blocks: tuple[Block, ...]) -> list[Rich]:
    found: list[Rich] = []
    for block in blocks:
        match block:
            case Prose() | Callout():
                found.append(block.text)
            case Figure():
                found.append(block.caption)
            case Table():
                found += [*block.header, *(cell for row in block.rows for cell in row)]
            case Checklist():
                found += [task.text for task in block.tasks]
            case Footnotes():
                found += [text for _, text in block.notes]
            case Details():
                found += rich_texts(block.blocks)
            case _:
                pass
    return found


def assert_harmless(rich: Rich, root: Path) -> None:
    reader = Reader(root)
    reader.feed(rich.html)
    reader.close()
    assert not re.search(r"<(?!/?[a-z])", rich.html)


def assert_placed(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.place.length >= 1
        assert all(isinstance(value, str) for value in problem.data.values())


def read_everything(root: Path) -> None:
    books = shelf(root)
    for language in ("de", "en"):
        found = books.outlines(language)
        assert_placed(found.problems)
        for outline in found.value or ():
            course = books.course(outline.id, language)
            assert_placed(course.problems)
            assert course.value is not None
            for lesson in outline.lessons:
                read = books.lesson(outline.id, lesson.id, language)
                assert read.value is not None
                assert (read.value.title, read.value.minutes) == (lesson.title, lesson.minutes)
                for rich in rich_texts(read.value.blocks):
                    assert_harmless(rich, root)
        for name in ("q", "s", "a"):
            for door in (books.quiz, books.scenario, books.assessment):
                assert_placed(door(name, language).problems)
    assert_placed(check([root / "courses", root / "quizzes"], org=ORG))


@QUICK
@given(TEXT)
@example("---\n")
@example("---\nid: \x85\n---\n")
def test_any_course_file(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_everything(write(Path(folder), {"courses/k/course.md": text}))


@QUICK
@given(TEXT)
def test_any_front_matter(text: str) -> None:
    head = f"---\n{text}\n---\n"
    quizzes = {f"quizzes/{name}.md": f"---\nid: {name}\ntype: {kind}\n{text}\n---\n## A\n" for name, kind in KINDS}
    with tempfile.TemporaryDirectory() as folder:
        read_everything(write(Path(folder), {"courses/k/course.md": head, **quizzes}))


@QUICK
@given(TEXT, TEXT)
@example("<details>\n<summary>\n<details>\n", "")
@example("| a |\n|---|\n| `|` |", "")
@example("![a](media/\x00.svg)", "")
@example("[x](//host/a) [y](C:\\a) [z](\\\\h\\a)", "")
def test_any_lesson_in_two_languages(text: str, translated: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files: dict[str, str | bytes] = {"courses/k/01-a.md": text, "courses/k/01-a.en.md": translated}
        read_everything(write(Path(folder), {"courses/k/course.md": COURSE, **files}))


KINDS = (("q", "quiz"), ("s", "scenario"), ("a", "self-assessment"))
HEADS = {
    "q": "---\ntype: quiz\n---\n",
    "s": "---\ntype: scenario\nmeters: {m: 5}\n---\n## a\n",
    "a": "---\ntype: self-assessment\nscale: [a, b]\ndimensions: {d: {bands: [{upto: 100, text: x}]}}\n---\n## a\n",
}


@QUICK
@given(TEXT, TEXT)
def test_any_quiz_scenario_and_self_assessment(text: str, translated: str) -> None:
    files = {f"quizzes/{name}.md": HEADS[name] + text for name in HEADS}
    files |= {f"quizzes/{name}.en.md": HEADS[name] + translated for name in HEADS}
    with tempfile.TemporaryDirectory() as folder:
        read_everything(write(Path(folder), files))


@QUICK
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_everything(write(Path(folder), {"courses/k/01-a.md": data, "quizzes/q.md": data}))


@QUICK
@given(st.one_of(TEXT, st.builds("[org]\n{} = {}".format, TEXT, TEXT)))
def test_any_profile(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "org.toml"
        path.write_text(text, encoding="utf-8", errors="replace")
        assert_placed(read_org(path).problems)


@QUICK
@given(st.dictionaries(st.text(max_size=5), TEXT, max_size=3))
def test_any_company_words(org: dict[str, str]) -> None:
    inserted = "# {{ org.name }}\n\n[{{ org.name }}]({{ org.name }}) <b title='{{ org.name }}'>x</b>"
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), {"courses/k/01-a.md": inserted})
        for value in org.values():
            read = shelf(root, {"name": value}).lesson("k", "a", "de")
            assert read.value is not None
            for rich in rich_texts(read.value.blocks):
                assert_harmless(rich, root)


DAMAGED_CACHES = ('{"format":1,"outlines":[{}]}', '{"format":1,"outlines":{"a":1}}', '{"format":0}', "[]", "[" * 9999)


@QUICK
@given(st.one_of(st.text(max_size=200), st.sampled_from(DAMAGED_CACHES)))
def test_any_cache(text: str) -> None:
    assert outlines_from_json(text) is None or outlines_from_json(text) == ()


@pytest.mark.parametrize("name", ["course.md", "01-a.md"])
def test_a_folder_in_place_of_a_file(name: str, tmp_path: Path) -> None:
    write(tmp_path, {})
    path = tmp_path / "courses/k" / name
    path.unlink()
    path.mkdir()
    read_everything(tmp_path)
