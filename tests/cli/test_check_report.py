"""How a Problem is printed: place, sentence, source line with caret, hint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli import check_report
from desktop.model.problem import Place, Problem, Severity
from desktop.rendering.sentences import Sentences

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
ENGLISH = Sentences(ASSETS, "en")


def problem(excerpt: str = "titel: Grenze", column: int = 1, length: int = 5) -> Problem:
    return Problem(
        "unknown-key",
        Place(Path("course.md"), 3, column, length),
        Severity.WARNING,
        {"key": "titel", "suggestion": "title"},
        excerpt,
    )


def test_the_caret_stands_under_the_fault() -> None:
    lines = check_report.as_text(problem("  titel: Grenze", column=3), ENGLISH).splitlines()
    assert lines[0].startswith("course.md:3:3: warning: ")
    assert lines[0].endswith("[unknown-key]")
    assert lines[2] == " 3 |   titel: Grenze"
    assert lines[3] == "   |   ^^^^^"


def test_a_tab_before_the_fault_moves_the_caret_with_it() -> None:
    lines = check_report.as_text(problem("\ttitel: x", column=2), ENGLISH).splitlines()
    assert lines[3] == "   | \t^^^^^"


def test_without_an_excerpt_there_is_no_empty_frame() -> None:
    assert " | " not in check_report.as_text(problem(""), ENGLISH)


def test_a_very_long_line_is_cut_around_the_fault() -> None:
    text = "a" * 5000 + "FAULT" + "b" * 5000
    lines = check_report.as_text(problem(text, column=5001), ENGLISH).splitlines()
    caret = lines[3].index("^")
    assert lines[2][caret : caret + 5] == "FAULT"
    assert len(lines[2]) < 130


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
    st.integers(-5, 400),
    st.integers(-5, 400),
)
def test_no_excerpt_and_no_place_breaks_the_report(excerpt: str, column: int, length: int) -> None:
    check_report.as_text(problem(excerpt, column, length), ENGLISH)


def test_json_holds_what_a_tool_needs() -> None:
    (row,) = json.loads(check_report.as_json([problem()], ENGLISH))
    assert (row["file"], row["line"], row["column"], row["severity"]) == ("course.md", 3, 1, "warning")
    assert row["code"] == "unknown-key"
    assert row["message"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_summary_counts_errors_and_warnings(language: str) -> None:
    sentences = Sentences(ASSETS, language)
    error = Problem("yaml-invalid", Place(Path("a.md")))
    line = check_report.summary([problem(), error, error], 7, sentences)
    assert [int(n) for n in line.replace(":", "").replace(",", "").split() if n.isdigit()] == [7, 2, 1]
