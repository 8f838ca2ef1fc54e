"""Company words in a text: inserted as words, never as Markdown, HTML or code that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.content.shelf import Shelf
from desktop.model.course import Prose
from tests.content.library import write

WILD = {
    "name": "<b>*A* & [B](javascript:x)</b> `c` {{ org.name }}",
    "mail": "a_b_c@x.example",
    "two": "eins\n\n## zwei",
    "script": "<script>alert(1)</script>",
}


def read(root: Path, text: str) -> tuple[str, str, list[str]]:
    """HTML, plain text and problem codes of a lesson with this one paragraph."""
    write(root, {"courses/k/01-a.md": f"# T\n\n{text}\n"})
    found = Shelf([root / "courses"], [], WILD).lesson("k", "a", "de")
    assert found.value is not None
    (block,) = found.value.blocks
    assert isinstance(block, Prose)
    return block.text.html, block.text.plain, [p.code for p in found.problems]


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        (
            "{{ org.name }}",
            "<p>&lt;b&gt;*A* &amp; [B](javascript:x)&lt;/b&gt; `c` {{ org.name }}</p>",
            WILD["name"],
        ),
        ("**{{ org.mail }}**", "<p><strong>a_b_c@x.example</strong></p>", "a_b_c@x.example"),
        ("[m](mailto:{{ org.mail }})", '<p><a href="mailto:a_b_c@x.example">m</a></p>', "m"),
        ("{{org.mail|upper}}", "<p>A_B_C@X.EXAMPLE</p>", "A_B_C@X.EXAMPLE"),
        ('{{ org.fax | default("–") }}', "<p>–</p>", "–"),
        ("{{ org.script }}", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", WILD["script"]),
    ],
)
def test_values_are_words(text: str, html: str, plain: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == (html, plain, [])


def test_a_value_of_two_lines_makes_no_heading(tmp_path: Path) -> None:
    html, _, problems = read(tmp_path, "{{ org.two }}")
    assert "<h2" not in html
    assert problems == []


def test_a_value_cannot_make_a_link_that_runs(tmp_path: Path) -> None:
    html, _, problems = read(tmp_path, "[x]({{ org.script }}) [y](java{{ org.mail }}:z)")
    assert "href" not in html
    assert set(problems) <= {"link-dead", "link-not-allowed"}
    assert problems


@pytest.mark.parametrize(
    "expression",
    [
        *("{{ 7 * 7 }}", "{{ org }}", "{{ org['mail'] }}", "{{ org.mail.upper() }}", "{{ org.__class__.__mro__ }}"),
        *(
            "{{ cycler }}",
            "{{ self }}",
            "{{ config }}",
            "{{ 'x' * 999999999 }}",
            "{{ range(10) }}",
            "{{ org.mail ~ org.mail }}",
        ),
        *(
            "{{ org.mail | center(999999999) }}",
            "{{ org.mail | attr('x') }}",
            "{{ org.mail if 1 else 2 }}",
            "{{ [1, 2] }}",
        ),
        *(
            "{% for x in org %}",
            "{% include 'x' %}",
            "{% set x = 1 %}",
            "{# still #}",
            "{{ org.mail | default(range(9)) }}",
        ),
        *("{{ org.mail | default(value='x') }}", "{{ lipsum() }}", "{{ ''.__class__ }}", "{{ org.items() }}"),
    ],
)
def test_nothing_but_a_value_is_evaluated(expression: str, tmp_path: Path) -> None:
    html, plain, problems = read(tmp_path, f"A {expression} Z")
    assert problems == ["template-not-allowed"]
    assert plain == f"A {expression} Z"
    assert "49" not in html


@pytest.mark.parametrize("expression", ["{{ }}", "{{ org. }}", "{{ org.mail | default( }}"])
def test_what_cannot_be_read_is_named(expression: str, tmp_path: Path) -> None:
    _, plain, problems = read(tmp_path, f"A {expression} Z")
    assert problems == ["template-invalid"]
    assert plain == f"A {expression} Z"


def test_columns_stay_true_behind_a_value(tmp_path: Path) -> None:
    write(tmp_path, {"courses/k/01-a.md": "# T\n\n{{ org.name }} {{ org.mail }} [x](#nirgends)\n"})
    (problem,) = Shelf([tmp_path / "courses"], [], WILD).lesson("k", "a", "de").problems
    assert (problem.place.line, problem.place.column, problem.place.length) == (3, 35, 9)
