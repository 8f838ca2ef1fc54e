"""What of a lesson goes on paper: addresses written out, terms explained, and the sheet its checklists make."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.course import Callout, CalloutKind, Checklist, Details, Footnotes, Lesson, Prose, Table, Task
from desktop.model.problem import Place
from desktop.model.text import Rich
from desktop.rendering import paper


def rich(html: str) -> Rich:
    return Rich(html, html)


def lesson(*blocks: object) -> Lesson:
    return Lesson(id="x", title="X", minutes=1, blocks=blocks, place=Place(Path("x.md")), language="de")  # type: ignore[arg-type]


def tasks(*words: str) -> Checklist:
    return Checklist(tuple(Task(word, rich(word)) for word in words))


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ('<a href="mailto:presse@muster.example">die Pressestelle</a>', "die Pressestelle (presse@muster.example)"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ('<a href="https://www.muster.example/regeln/">muster.example/regeln</a>', "muster.example/regeln"),
        ('<a href="https://muster.example/?a=1&amp;b=2">hier</a>', "hier (muster.example/?a=1&amp;b=2)"),
        ('<a href="#weiter">weiter unten</a>', "weiter unten"),
        ('<sup><a href="#fn-1" id="fnref-1">1</a></sup>', "<sup>1</sup>"),
        ('<a href="mailto:a@b.example?subject=Hallo"><em>Frau B</em></a>', "<em>Frau B</em> (a@b.example)"),
        ('die <abbr title="Datenschutz-Grundverordnung">DSGVO</abbr>', "die DSGVO"),
    ],
)
def test_links_are_written_out_unless_their_words_say_it(html: str, printed: str) -> None:
    assert paper.written_out(html) == printed


def test_terms_are_found_with_their_meaning() -> None:
    html = '<p>Die <abbr title="Schutz &amp; Recht">DSGVO</abbr> gilt.</p>'
    assert list(paper.terms(html)) == [("DSGVO", "Schutz & Recht")]


@given(st.text())
def test_any_text_passes_through(text: str) -> None:
    paper.written_out(text)
    list(paper.terms(text))


def test_a_sheet_has_the_sections_with_lines_to_tick_and_their_notes() -> None:
    found = paper.checklist_sheet(
        lesson(
            Prose(rich('<p>Eine Szene.</p><h2 id="a">Erst dies</h2><p>Davor.</p>')),
            tasks("eins", 'zwei <sup><a href="#fn-2">2</a></sup>'),
            Callout(CalloutKind.NOTE, rich("<p>Kein Rechtsrat.</p>")),
            Prose(rich("<p>Danach.</p><h2>Die Geschichte</h2><p>Lang.</p>")),
            Table((rich("A"),), ((rich("b"),),)),
            Prose(rich("<h2>Noch eine</h2><p>Kurz.</p>")),
            Footnotes((("fn-1", rich("Erste.")), ("fn-2", rich("Zweite.")))),
        )
    )
    kinds = [type(block) for block in found]
    assert kinds == [Prose, Checklist, Callout, Footnotes], "story and table belong to sections without a list"
    assert isinstance(found[0], Prose)
    assert found[0].text.html == '<h2 id="a">Erst dies</h2>'
    assert isinstance(found[-1], Footnotes)
    assert [bool(text) for _, text in found[-1].notes] == [False, True], "the mark says 2, so the note stays the second"


def test_a_lesson_of_lists_is_the_sheet_as_a_whole() -> None:
    one = lesson(
        Prose(rich("<h2>Absender</h2>")),
        tasks("a", "b", "c"),
        Prose(rich("<h2>Bild</h2>")),
        tasks("d", "e"),
        Prose(rich("<h2>Und wenn ich hängen bleibe</h2><p>Eine Frage.</p>")),
        Table((rich("Wer"),), ((rich("ich"),),)),
    )
    assert paper.is_sheet(one)
    assert [type(block) for block in paper.checklist_sheet(one)] == [Prose, Checklist, Prose, Checklist, Prose, Table]


def test_lists_in_fold_outs_count_and_are_opened() -> None:
    one = lesson(Prose(rich("<p>Text.</p>")), Details("Mehr", (tasks("a", "b"),)))
    assert paper.count_tasks(one.blocks) == 2
    assert [type(block) for block in paper.checklist_sheet(one)] == [Checklist]


def test_a_lesson_without_lists_makes_no_sheet() -> None:
    one = lesson(Prose(rich("<h2>A</h2><p>b</p>")))
    assert not paper.is_sheet(one)
    assert paper.checklist_sheet(one) == ()
