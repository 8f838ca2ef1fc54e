"""A lesson's source becomes the blocks that a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.course import (
    Block,
    Callout,
    CalloutKind,
    Checklist,
    Details,
    Figure,
    Footnotes,
    KnowledgeCheck,
    Lesson,
    Prose,
    ScenarioLink,
    Table,
)
from tests.content.library import ORG, SVG, shelf, write

L = "courses/k/01-a.md"


def lesson(root: Path, text: str, problems: set[str] | None = None) -> Lesson:
    """The lesson with this text; only the given problems may be found."""
    write(root, {L: text, "courses/k/media/a.svg": SVG, "courses/k/02-b.md": "# Zwei"})
    found = shelf(root).lesson("k", "a", "de")
    assert {p.code for p in found.problems} == (problems or set())
    assert found.value is not None
    return found.value


def blocks(root: Path, text: str, problems: set[str] | None = None) -> tuple[Block, ...]:
    return lesson(root, f"# T\n\n{text}", problems).blocks


def html(root: Path, text: str, problems: set[str] | None = None) -> str:
    (block,) = blocks(root, text, problems)
    assert isinstance(block, Prose)
    return block.text.html


def test_the_first_heading_is_the_title_and_no_block(tmp_path: Path) -> None:
    read = lesson(tmp_path, "\n# Ein *guter* Titel ##\n\nText\n")
    assert (read.title, read.id, read.language, read.minutes) == ("Ein guter Titel", "a", "de", 1)
    assert read.place.line == 2
    assert [type(block) for block in read.blocks] == [Prose]


def test_a_title_in_the_head_wins(tmp_path: Path) -> None:
    assert lesson(tmp_path, "---\ntitle: Oben {{ org.name }}\n---\n# Unten\n").title == f"Oben {ORG['name']}"


def test_a_heading_in_code_is_no_title(tmp_path: Path) -> None:
    assert lesson(tmp_path, "```\n# Code\n```\n\n# Echt\n").title == "Echt"


def test_reading_time_counts_words_not_addresses(tmp_path: Path) -> None:
    words = "[Wort](https://example.org/sehr/lange/adresse) " * 500
    assert lesson(tmp_path, f"# T\n\n{words}<!-- {'nichts ' * 900}-->\n").minutes == 3


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**fett**, *schräg*, ~~alt~~", "<strong>fett</strong>, <em>schräg</em>, <del>alt</del>"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("https://example.org/a_b_c, ja", '<a href="https://example.org/a_b_c">https://example.org/a_b_c</a>, ja'),
        ("[Mail](mailto:a@b.example)", '<a href="mailto:a@b.example">Mail</a>'),
        ("[Zwei](02-b.md#teil)", '<a href="lesson:b#teil">Zwei</a>'),
        ("[ref][r]\n\n[r]: https://example.org 'T'", '<a href="https://example.org" title="T">ref</a>'),
        ("An {{ org.name }}", "An Muster &amp; Söhne"),
        ("[{{ org.guideline }}](https://x.example/{{ org.guideline }})", '<a href="https://x.example/intranet/x_y_z">intranet/x_y_z</a>'),
        ("`{{ org.name }}`", "<code>{{ org.name }}</code>"),
        ("Das BKA.\n\n*[BKA]: Bundeskriminalamt", 'Das <abbr title="Bundeskriminalamt">BKA</abbr>.'),
        ("a<br>b<!-- still -->", "a<br>b"),
    ],
)  # fmt: skip
def test_running_text(source: str, expected: str, tmp_path: Path) -> None:
    assert html(tmp_path, source) == f"<p>{expected}</p>"


def test_headings_get_anchors_as_on_github(tmp_path: Path) -> None:
    made = html(tmp_path, "## Übung, die 2.!\n\n[hin](#übung-die-2)\n\n## Übung, die 2.!\n\n[her](#übung-die-2-1)\n")
    assert '<h2 id="übung-die-2">' in made
    assert '<h2 id="übung-die-2-1">' in made


def test_an_image_in_a_sentence_is_a_file_of_the_course(tmp_path: Path) -> None:
    made = html(tmp_path, "Ein ![Zeichen](media/a.svg) hier.")
    assert made == f'<p>Ein <img alt="Zeichen" src="{(tmp_path / "courses/k/media/a.svg").as_uri()}"> hier.</p>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Text:\n- a\n  - b\n- c", "<p>Text:</p> <ul> <li>a<ul> <li>b</li> </ul> </li> <li>c</li> </ul>"),
        ("1) a\n2) b", "<ol> <li>a</li> <li>b</li> </ol>"),
        ("1. a\n   - b", "<ol> <li>a<ul> <li>b</li> </ul> </li> </ol>"),
        ("- a\n\n  ```\n  x = 1\n  ```", "<ul> <li>a<pre><code>x = 1 </code></pre> </li> </ul>"),
        ("```py\nx < 1\n```", '<pre><code class="language-py">x &lt; 1 </code></pre>'),
        ("W\n:   E", "<dl> <dt>W</dt> <dd>E</dd> </dl>"),
        ("2024 war so\n2. kein Punkt", "<p>2024 war so 2. kein Punkt</p>"),
    ],
)
def test_lists_and_code_are_read_as_on_github(source: str, expected: str, tmp_path: Path) -> None:
    assert " ".join(html(tmp_path, source).split()) == expected


def test_two_quotes_stay_two(tmp_path: Path) -> None:
    first, second = blocks(tmp_path, "> eins\n\n> zwei\n")
    assert isinstance(first, Prose)
    assert isinstance(second, Prose)
    assert (first.text.plain, second.text.plain) == ("eins", "zwei")


@pytest.mark.parametrize("kind", list(CalloutKind))
def test_call_outs(kind: CalloutKind, tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, f"> [!{kind.upper()}]\n> Ein *Satz*.\n> - Punkt\n")
    assert isinstance(block, Callout)
    assert (block.kind, block.title) == (kind, "")
    assert block.text.plain == "Ein Satz.\nPunkt"


def test_a_call_out_with_its_own_title(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "> [!NOTE] Der *Fall*\n> Text\n")
    assert isinstance(block, Callout)
    assert (block.title, block.text.html) == ("Der Fall", "<p>Text</p>")


def test_two_call_outs_without_a_blank_line(tmp_path: Path) -> None:
    first, second = blocks(tmp_path, "> [!NOTE]\n> a\n> [!TIP]\n> b\n")
    assert isinstance(first, Callout)
    assert isinstance(second, Callout)
    assert (first.text.plain, second.text.plain) == ("a", "b")


def test_figures_and_their_captions(tmp_path: Path) -> None:
    text = '![Eins](media/a.svg "Vom Titel")\n\n![Zwei](<media/a.svg>)\n*Von der [Zeile](02-b.md)*\n'
    text += "\n![Drei](media/a.svg)\n"
    figures = blocks(tmp_path, text)
    assert [(f.alt, f.caption.plain) for f in figures if isinstance(f, Figure)] == [
        ("Eins", "Vom Titel"),
        ("Zwei", "Von der Zeile"),
        ("Drei", ""),
    ]
    assert all(f.path == (tmp_path / "courses/k/media/a.svg").resolve() for f in figures if isinstance(f, Figure))


def test_an_image_that_may_not_be_shown_leaves_its_words(tmp_path: Path) -> None:
    text = "Das ![der Plan](https://example.org/plan.png) und <img src=x onerror=alert(1)> hier."
    made = html(tmp_path, text, {"image-remote", "image-kind", "html-attribute-removed"})
    assert made == "<p>Das der Plan und  hier.</p>"


def test_an_image_with_text_below_is_no_figure(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "![Eins](media/a.svg)\nund Text\n")
    assert isinstance(block, Prose)


def test_tables(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "A | *B* | C\n:-- | --: | :-:\n1 \\| 2 | `a|b` | {{ org.name }}\n nur | |\n")
    assert isinstance(block, Table)
    assert [cell.html for cell in block.header] == ["A", "<em>B</em>", "C"]
    assert block.align == ("left", "right", "center")
    assert [[cell.plain for cell in row] for row in block.rows] == [["1 | 2", "a|b", ORG["name"]], ["nur", "", ""]]


def test_checklists_remember_lines_by_their_words(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "- [ ] Namen *suchen*\n- [x] Bilder\n  ansehen\n- [ ] Namen suchen\n")
    assert isinstance(block, Checklist)
    assert [(task.id, " ".join(task.text.plain.split())) for task in block.tasks] == [
        ("namen-suchen", "Namen suchen"),
        ("bilder", "Bilder ansehen"),
        ("namen-suchen-2", "Namen suchen"),
    ]


def test_a_list_with_one_plain_line_is_no_checklist(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, "- [ ] a\n- b\n")
    assert isinstance(block, Prose)


def test_a_checklist_ends_where_its_list_ends(tmp_path: Path) -> None:
    kinds = [type(block) for block in blocks(tmp_path, "Text:\n- [ ] a\n- [ ] b\n\n1. eins\n\nEnde\n")]
    assert kinds == [Prose, Checklist, Prose]


def test_fold_outs_hold_blocks(tmp_path: Path) -> None:
    deep = "<details open><summary>Tief</summary>Ganz</details>"
    text = f"<details>\n<summary>Mehr *dazu*</summary>\n\nInnen\n\n{deep}\n\n</details>\n\nAußen\n"
    outer, after = blocks(tmp_path, text)
    assert isinstance(outer, Details)
    assert outer.summary == "Mehr dazu"
    inner = outer.blocks[1]
    assert isinstance(inner, Details)
    assert (inner.summary, [type(b) for b in inner.blocks]) == ("Tief", [Prose])
    assert isinstance(after, Prose)
    assert after.text.plain == "Außen"


def test_footnotes_come_last_in_the_order_of_their_marks(tmp_path: Path) -> None:
    text = "Eins[^b] zwei[^a] wieder[^b].\n\n[^a]: Quelle *A*\n[^b]: Quelle B,\n    zweite Zeile\n"
    prose, notes = blocks(tmp_path, text)
    assert isinstance(prose, Prose)
    assert isinstance(notes, Footnotes)
    assert prose.text.plain == "Eins zwei wieder."
    assert prose.text.html.count('href="#fn-b"') == 2
    assert [(name, text.plain) for name, text in notes.notes] == [
        ("fn-b", "Quelle B,\nzweite Zeile"),
        ("fn-a", "Quelle A"),
    ]


def test_a_note_may_mark_another(tmp_path: Path) -> None:
    *_, notes = blocks(tmp_path, "Eins[^a].\n\n[^a]: Siehe[^b]\n[^b]: Dort\n")
    assert isinstance(notes, Footnotes)
    assert [name for name, _ in notes.notes] == ["fn-a", "fn-b"]


def test_knowledge_checks_and_simulations_stand_where_they_are_marked(tmp_path: Path) -> None:
    asked = "<!-- quiz -->\n### Frage?\n<!-- item: id=f -->\n- (x) ja\n- ( ) nein\n<!-- /quiz -->"
    text = f"Davor\n\n{asked}\n\n<!-- scenario: chat -->\n\nDanach\n"
    before, check, link, after = blocks(tmp_path, text)
    assert isinstance(check, KnowledgeCheck)
    assert [item.id for item in check.items] == ["f"]
    assert link == ScenarioLink("chat")
    assert isinstance(before, Prose)
    assert isinstance(after, Prose)


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- quiz -->\n## A\n- (x) b\n- ( ) c\n<!-- /quiz -->\n```\n",
        "- Punkt\n\n  ~~~~\n  <!-- quiz -->\n  ~~~\n  ~~~~\n",
        "> ```\n> <!-- quiz -->\n> ```\n",
        "`<!-- quiz -->`\n",
        "<!--\n<!-- quiz -->\n",
        "    <!-- quiz -->\n",
    ],
)
def test_marks_in_code_and_comments_do_not_count(text: str, tmp_path: Path) -> None:
    assert not any(isinstance(block, KnowledgeCheck) for block in blocks(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A <script>alert(1)</script> B", "<p>A  B</p>"),
        ("A <iframe src='https://x'></iframe> B", "<p>A  B</p>"),
        ("<iframe>\n\nText", "Text"),
        ("<script>\n\nText", "Text"),
        ("A <object data=x>o</object> B", "<p>A o B</p>"),
    ],
)
def test_what_would_run_or_fetch_is_removed(text: str, left: str, tmp_path: Path) -> None:
    made = html(tmp_path, text, {"html-removed"})
    assert " ".join(left.split()) in " ".join(made.split())


def test_harmless_unknown_tags_are_only_a_warning(tmp_path: Path) -> None:
    write(tmp_path, {L: "# T\n\nEin <font color=red>Wort</font>."})
    (problem,) = shelf(tmp_path).lesson("k", "a", "de").problems
    assert (problem.code, problem.severity, problem.data["tag"]) == ("html-removed", "warning", "font")


def test_one_bad_block_hides_no_other(tmp_path: Path) -> None:
    asked = "<!-- quiz -->\n### A\n<!-- item: id=a -->\n- ( ) b\n- ( ) c\n<!-- /quiz -->"
    text = f"Eins\n\n![x](https://a.example/b.png)\n\n{asked}\n\nZwei\n"
    read = blocks(tmp_path, text, {"image-remote", "item-without-right-answer"})
    assert [b.text.plain for b in read if isinstance(b, Prose)] == ["Eins", "Zwei"]
