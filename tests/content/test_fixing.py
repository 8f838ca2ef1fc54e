"""Ids for items that lack one: what is written where, what stays as it is, and what is left to a person."""

from __future__ import annotations

import codecs
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.content.checking import check
from desktop.content.fixing import plan_fixes
from desktop.content.item_fixes import LONGEST_SLUG, slug
from desktop.content.names import is_id
from desktop.model.problem import Problem
from tests.content.library import ORG, assessment, quiz, write
from tests.content.test_fuzz import FRAGMENTS, TEXT

YES = "- (x) ja\n- ( ) nein\n"
KINDS = {
    "single": YES,
    "multiple": "- [x] a\n- [ ] b\n",
    "true-false": "- (x) Wahr\n- ( ) Falsch\n",
    "matching": "- Paid -> Anzeige\n- Owned -> Website\n- -> Spot\n",
    "cloze": "Die Hauptstadt ist [[Bern|Berne]].\n",
    "drop-down": "Die Hauptstadt ist [[(Bern)|Genf]].\n",
    "short": "- = Freigabe\n",
    "numeric": "- = 280 +- 5\n",
    "reflection": "___\n\n> [!NOTE]\n> So.\n",
}


def fix(*paths: Path) -> list[tuple[str, int, str]]:
    """Write what is planned; file, line and id of each."""
    fixes = plan_fixes(paths).files
    for one in fixes:
        assert one.path.read_bytes() == one.before
        one.path.write_bytes(one.after)
    return [(one.path.name, line, own) for one in fixes for line, own in one.given]


def fixed(root: Path, body: str) -> str:
    write(root, {"quizzes/q.md": quiz(body)})
    fix(root)
    return (root / "quizzes/q.md").read_text(encoding="utf-8").removeprefix(quiz(""))


def missing(found: tuple[Problem, ...]) -> list[tuple[str, int]]:
    return [(str(p.place.file), p.place.line) for p in found if p.code == "item-without-id"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_every_kind_gets_an_id_below_its_heading(kind: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, f"## Größe & Maß?\n\n{KINDS[kind]}")
    assert text == f"## Größe & Maß?\n<!-- item: id=groesse-mass -->\n\n{KINDS[kind]}"
    assert check([tmp_path], org=ORG) == ()


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("<!-- item: type=ordering points=2 -->", "<!-- item: id=a type=ordering points=2 -->"),
        ("<!--item:type=ordering-->", "<!--item: id=a type=ordering-->"),
        ("  <!-- item type=ordering tags='x y' -->", "  <!-- item id=a type=ordering tags='x y' -->"),
    ],
)
def test_an_existing_comment_keeps_its_other_keys(comment: str, expected: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, f"## A\n\n{comment}\n\n1. eins\n2. zwei\n")
    assert text == f"## A\n\n{expected}\n\n1. eins\n2. zwei\n"
    assert check([tmp_path], org=ORG) == ()


@pytest.mark.parametrize("comment", ["<!-- item: -->", "<!-- item -->", "<!--item-->"])
def test_an_empty_comment_takes_the_id(comment: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, f"## A\n{comment}\n{YES}").count("id=a") == 1
    assert check([tmp_path], org=ORG) == ()


def test_statements_get_ids_beside_their_dimension(tmp_path: Path) -> None:
    body = "## Ich prüfe.\n<!-- item: dimension=d reverse -->\n\n## Ich poste.\n<!-- item: id=x dimension=d -->\n"
    root = write(tmp_path, {"quizzes/a.md": assessment(body)})
    assert fix(root / "quizzes/a.md") == [("a.md", 9, "ich-pruefe")]
    after = body.replace("item: dimension=d reverse", "item: id=ich-pruefe dimension=d reverse")
    assert (root / "quizzes/a.md").read_text(encoding="utf-8") == assessment(after)


def test_checks_in_lessons_and_course_texts_get_ids_but_marks_in_code_do_not(tmp_path: Path) -> None:
    fence = f"```\n<!-- quiz -->\n## Beispiel\n{YES}<!-- /quiz -->\n```\n"
    lesson = f"# L\n\n## Kein Test\n- [ ] Aufgabe\n\n{fence}\n<!-- quiz -->\nStimmt das?\n\n{YES}<!-- /quiz -->\n"
    course = f"---\ntitle: K\n---\n<!-- quiz -->\n## Frage\n{YES}<!-- /quiz -->\n"
    root = write(tmp_path, {"courses/k/course.md": course, "courses/k/01-a.md": lesson})
    assert fix(root) == [("course.md", 6, "frage"), ("01-a.md", 15, "stimmt-das")]
    # Without a heading the comment stands above the question, where it splits nothing.
    after = lesson.replace("Stimmt das?", "<!-- item: id=stimmt-das -->\nStimmt das?")
    assert (root / "courses/k/01-a.md").read_text(encoding="utf-8") == after
    assert check([root], org=ORG) == ()


def test_ids_are_unique_in_the_file_the_course_and_its_quiz(tmp_path: Path) -> None:
    block = f"<!-- quiz -->\n## Frage\n{YES}<!-- /quiz -->\n"
    files = {
        "courses/k/course.md": "---\ntitle: K\nquiz: q\n---\n",
        "courses/k/01-a.md": f"# A\n\n{block}\n{block}",
        "courses/k/02-b.md": f"# B\n\n{block.replace('Frage', 'Frage' + chr(10) + '<!-- item: id=frage-2 -->')}",
        "quizzes/q.md": quiz(f"## Frage\n{YES}\n## Frage\n{YES}\n## Frage\n<!-- item: id=frage-5 -->\n{YES}"),
        "quizzes/fremd.md": quiz(f"## Frage\n{YES}").replace("id: q", "id: fremd"),
    }
    ids = [own for _, _, own in fix(write(tmp_path, files))]
    # The quiz of no course need not give way to anybody.
    assert sorted(ids) == ["frage", "frage", "frage-3", "frage-4", "frage-6"]
    assert missing(check([tmp_path], org=ORG)) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("last", ["", "\n", "\n\n  "])
def test_line_ends_byte_order_mark_and_last_line_stay(end: str, mark: bytes, last: str, tmp_path: Path) -> None:
    before = quiz(f"## Öl\n{YES.strip()}{last}")
    after = before.replace("## Öl\n", "## Öl\n<!-- item: id=oel -->\n")
    root = write(tmp_path, {"quizzes/q.md": mark + before.replace("\n", end).encode()})
    assert fix(root) == [("q.md", 6, "oel")]
    assert (root / "quizzes/q.md").read_bytes() == mark + after.replace("\n", end).encode()


def test_in_a_file_of_mixed_line_ends_the_heading_says_which(tmp_path: Path) -> None:
    before = quiz("").encode() + b"## A\r\n- (x) ja\n- ( ) nein\n## B"
    root = write(tmp_path, {"quizzes/q.md": before})
    fix(root)
    after = before.replace(b"## A\r\n", b"## A\r\n<!-- item: id=a -->\r\n") + b"\n<!-- item: id=b -->"
    assert (root / "quizzes/q.md").read_bytes() == after


def test_a_translation_takes_over_the_ids_of_its_original(tmp_path: Path) -> None:
    german = f"## Größe\n{YES}\n## Maß\n<!-- item: id=m points=2 -->\n{YES}"
    english = "## Size\n- (x) yes\n- ( ) no\n\n## Measure\n- (x) yes\n- ( ) no\n"
    lesson = "# A\n\n<!-- quiz -->\n## {}\n- [x] a\n- [ ] b\n<!-- /quiz -->\n"
    files = {
        "quizzes/q.md": quiz(german),
        "quizzes/q.en.md": quiz(english),
        "courses/k/01-a.md": lesson.format("Eins"),
        "courses/k/01-a.en.md": lesson.format("One"),
    }
    root = write(tmp_path, files)
    assert fix(root / "quizzes" / "q.en.md") == [
        ("q.md", 6, "groesse"),
        ("q.en.md", 6, "groesse"),
        ("q.en.md", 11, "m"),
    ]
    assert fix(root / "courses" / "k") == [("01-a.md", 5, "eins"), ("01-a.en.md", 5, "eins")]
    assert check([root], org=ORG) == ()


@pytest.mark.parametrize(
    "english",
    [
        "## One\n- (x) a\n- ( ) b\n",
        "## One\n- ( ) a\n- (x) b\n\n## Two\n- ( ) a\n- (x) b\n",
        "## Two\n<!-- item: id=zwei -->\n- (x) a\n- ( ) b\n\n## One\n- (x) a\n- ( ) b\n",
    ],
    ids=["one item less", "other answers right", "another order"],
)
def test_a_translation_built_otherwise_is_left_and_named(english: str, tmp_path: Path) -> None:
    german = f"## Eins\n{YES}\n## Zwei\n<!-- item: id=zwei -->\n{YES}"
    root = write(tmp_path, {"quizzes/q.md": quiz(german), "quizzes/q.en.md": quiz(english)})
    expected = missing(check([root / "quizzes/q.en.md"], org=ORG))[:-1]
    assert fix(root) == [("q.md", 6, "eins")]
    assert (root / "quizzes/q.en.md").read_text(encoding="utf-8") == quiz(english)
    left = plan_fixes([root]).left
    assert {p.code for p in left} == {"fix-left-twin"}
    assert [(str(p.place.file), p.place.line) for p in left] == expected
    assert left[0].data["original"] == "q.md"


def test_a_translated_statement_needs_the_same_dimension(tmp_path: Path) -> None:
    head = "scale: [n, j]\ndimensions:\n  d: {bands: [{upto: 100, text: x}]}\n  e: {bands: [{upto: 100, text: x}]}\n"
    body = "## {}\n<!-- item: dimension=d -->\n## {}\n<!-- item: dimension=e -->\n"
    root = write(tmp_path, {"quizzes/a.md": assessment(body.format("A", "B"), head)})
    (root / "quizzes/a.en.md").write_text(assessment(body.format("X", "Y").replace("=e", "=d"), head), "utf-8")
    assert [own for name, _, own in fix(root) if name == "a.en.md"] == ["a"]
    assert [p.place.line for p in plan_fixes([root]).left] == [11]


def test_a_heading_that_opens_a_long_comment_is_left_and_named(tmp_path: Path) -> None:
    body = f"## A <!-- Notiz\nweiter -->\n{YES}\n## B\n{YES}"
    assert fixed(tmp_path, body) == body.replace("## B\n", "## B\n<!-- item: id=b -->\n")
    assert [(p.code, p.place.line) for p in plan_fixes([tmp_path]).left] == [("fix-left-out", 5)]


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    files = {
        "quizzes/q.md": b"---\nid: q\ntype: quiz\n---\n## Gr\xf6\xdfe\n- (x) a\n- ( ) b\n",
        "quizzes/ohne.md": f"## A\n{YES}",
        "quizzes/s.md": "---\nid: s\ntype: scenario\n---\n## A\n\nEnde.\n",
        "courses/k/README.md": f"<!-- quiz -->\n## A\n{YES}<!-- /quiz -->\n",
    }
    root = write(tmp_path, files)
    assert fix(root, root / "nirgends", root / "quizzes/q.md") == []


def test_an_id_the_app_already_uses_is_kept_where_it_is_short_and_plain(tmp_path: Path) -> None:
    assert "id=a--b " in fixed(tmp_path, f"## A & B\n{YES}")


@given(st.text())
@example("Über die ﬁnale Straße – œuvre, Ørsted & 日本")
@example("a" * 90)
def test_a_slug_is_a_short_ascii_id(words: str) -> None:
    made = slug(words)
    assert made.isascii()
    assert is_id(made)
    assert len(made) <= LONGEST_SLUG
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)


def test_a_slug_ends_with_a_whole_word() -> None:
    assert (
        slug("Ein Unbekannter bittet um die Testreihe aus Ihrem Projekt") == "ein-unbekannter-bittet-um-die-testreihe"
    )
    assert slug("日本 🙂") == "item"


ITEMS = st.lists(
    st.one_of(
        st.sampled_from([f"## Ä {n}\n{body}\n" for n, body in enumerate(KINDS.values())]),
        st.sampled_from(
            ["## A <!-- x\n", "## \n", "# T\n", "### C\n", "<!-- item: points=2 -->\n", "<!-- item: id=a -->\n"]
        ),
        st.sampled_from(
            ["<!-- quiz -->\n", "<!-- /quiz -->\n", "<details>\n", "</details>\n", "```\n", "Text?\n", "\n"]
        ),
        st.sampled_from(FRAGMENTS),
    ),
    max_size=25,
).map("".join)


def assert_only_ids_came_in(before: bytes, after: bytes, ids: list[str]) -> None:
    rest = iter(after)
    assert all(byte in rest for byte in before), "nothing that was there is gone or moved"
    bare = after.decode("utf-8")
    for own in ids:
        whole, key = f"<!-- item: id={own} -->", re.compile(rf"\s?id={re.escape(own)}(?=[\s>-])")
        bare = (
            bare.replace(whole, "", 1)
            if whole in bare and whole not in before.decode("utf-8")
            else key.sub("", bare, 1)
        )
    assert re.sub(r"\s", "", bare) == re.sub(r"\s", "", before.decode("utf-8"))


@example("## A <!-- x\n<!-- item: id=a -->\n", "quiz", "\n")
@example("<!-- item: points=2 -->\n## A\n- (x) ja\n- ( ) nein\n\n## \n", "quiz", "\n")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(ITEMS, TEXT), st.sampled_from(["quiz", "statements", "lesson", "check"]), st.sampled_from(["\n", "\r\n"])
)
def test_a_fix_only_adds_ids_and_leaves_nothing_unnamed(body: str, kind: str, end: str) -> None:
    name = "courses/k/01-a.md" if kind in ("lesson", "check") else "quizzes/q.md"
    around = {
        "quiz": quiz(body),
        "statements": assessment(body),
        "lesson": body,
        "check": f"# A\n\n<!-- quiz -->\n{body}",
    }
    data = around[kind].replace("\r", "").replace("\n", end).encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), {name: data})
        fixes = plan_fixes([root]).files
        for one in fixes:
            assert_only_ids_came_in(one.before, one.after, [own for _, own in one.given])
            one.path.write_bytes(one.after)
        again = plan_fixes([root])
        assert again.files == (), "a second run changes nothing"
        named = {(str(p.place.file), p.place.line) for p in again.left}
        assert set(missing(check([root], org=ORG))) <= named
