"""Self-assessments become statements, dimensions and bands; their translations keep all keys."""

from __future__ import annotations

from pathlib import Path

from desktop.model.assessment import Band, Dimension, SelfAssessment
from tests.content.library import assessment, shelf, write

HEAD = """title: Wie gut?
summary: Drei Minuten
audience: [alle]
scale: [nein, teils, ja]
dimensions:
  recht:
    title: "Recht bei {{ org.name }}"
    lesson: k/a
    bands:
      - {upto: 40, text: Wenig}
      - {upto: 100, text: Viel}
  ruhe: {title: Ruhe, bands: [{upto: 100, text: So}]}
"""
BODY = """
## Ich *frage* zuerst.
<!-- item: id=frage dimension=recht -->

## Ich rede gern.
<!-- item: id=rede dimension=ruhe reverse -->
"""


def read(root: Path, body: str = BODY, head: str = HEAD, language: str = "de") -> tuple[SelfAssessment, list[str]]:
    write(root, {"quizzes/a.md": assessment(body, head)})
    found = shelf(root).assessment("a", language)
    assert found.value is not None
    return found.value, [problem.code for problem in found.problems]


def test_all_parts(tmp_path: Path) -> None:
    made, problems = read(tmp_path)
    assert problems == []
    assert (made.id, made.title, made.summary, made.audience) == ("a", "Wie gut?", "Drei Minuten", ("alle",))
    assert made.scale == ("nein", "teils", "ja")
    assert made.dimensions == (
        Dimension("recht", "Recht bei Muster & Söhne", (Band(40, "Wenig"), Band(100, "Viel")), "k/a"),
        Dimension("ruhe", "Ruhe", (Band(100, "So"),)),
    )
    assert [(s.id, s.text.html, s.dimension, s.reverse) for s in made.statements] == [
        ("frage", "Ich <em>frage</em> zuerst.", "recht", False),
        ("rede", "Ich rede gern.", "ruhe", True),
    ]


def test_a_bad_statement_hides_no_other(tmp_path: Path) -> None:
    made, problems = read(tmp_path, BODY.replace("dimension=recht", ""))
    assert problems == ["dimension-unused", "dimension-missing"]
    assert [s.id for s in made.statements] == ["rede"]


ENGLISH = """
## I *ask* first.
<!-- item: id=frage dimension=recht -->

## I like to talk.
<!-- item: id=rede dimension=ruhe -->
"""


def test_a_translation_keeps_scores_and_turns(tmp_path: Path) -> None:
    head = HEAD.replace("upto: 40", "upto: 60").replace("Wenig", "Little").replace("nein, teils, ja", "no, partly, yes")
    write(tmp_path, {"quizzes/a.en.md": assessment(ENGLISH, head.replace("Wie gut?", "How well?"))})
    made, problems = read(tmp_path, language="en")
    assert problems == []
    assert (made.language, made.title, made.scale) == ("en", "How well?", ("no", "partly", "yes"))
    assert made.dimensions[0].bands == (Band(40, "Little"), Band(100, "Viel"))
    assert [(s.text.plain, s.reverse) for s in made.statements] == [("I ask first.", False), ("I like to talk.", True)]


def test_a_translation_may_leave_out_scale_and_dimensions(tmp_path: Path) -> None:
    write(tmp_path, {"quizzes/a.en.md": assessment(ENGLISH, "title: How well?\n")})
    made, problems = read(tmp_path, language="en")
    assert problems == []
    assert made.scale == ("nein", "teils", "ja")
    assert made.statements[0].text.plain == "I ask first."


def test_a_translation_with_another_scale_is_not_used(tmp_path: Path) -> None:
    write(tmp_path, {"quizzes/a.en.md": assessment(ENGLISH, "scale: [no, yes]\n")})
    made, problems = read(tmp_path, language="en")
    assert problems == ["translation-differs"]
    assert made.language == "de"
