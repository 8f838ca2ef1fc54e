"""Every item type: from its notation to the facts that are graded."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.problem import Severity
from desktop.model.quiz import (
    Accepted,
    ChoiceItem,
    ClozeItem,
    FeedbackMode,
    Gap,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    NumericKey,
    OrderingItem,
    Quiz,
    ReflectionItem,
    ShortItem,
)
from tests.content.library import quiz, shelf, write


def read(root: Path, body: str, head: str = "") -> Quiz:
    write(root, {"quizzes/q.md": quiz(body, head)})
    found = shelf(root).quiz("q", "de")
    assert not [p for p in found.problems if p.severity is Severity.ERROR], found.problems
    assert found.value is not None
    return found.value


def item(root: Path, body: str) -> Item:
    (only,) = read(root, f"## Frage\n<!-- item: id=f -->\n{body}").items
    return only


def test_front_matter_of_a_quiz(tmp_path: Path) -> None:
    body = "".join(f"## F{n}\n<!-- item: id=f{n} -->\n- (x) a\n- ( ) b\n\n" for n in range(3))
    made = read(
        tmp_path, body, "title: Test\nmastery_score: 62.5\nselect: 2\nshuffle: false\nattempts: 3\nfeedback: deferred\n"
    )
    assert (made.id, made.title, made.language) == ("q", "Test", "de")
    assert (made.mastery_score, made.select, made.shuffle, made.attempts) == (62.5, 2, False, 3)
    assert made.feedback is FeedbackMode.DEFERRED


def test_defaults_of_a_quiz(tmp_path: Path) -> None:
    made = read(tmp_path, "# Titel\n\n## F\n<!-- item: id=f -->\n- (x) a\n- ( ) b\n", "attempts: unlimited\n")
    assert made.title == "Titel"
    assert (made.mastery_score, made.select, made.shuffle, made.attempts) == (80.0, None, True, None)
    assert made.feedback is FeedbackMode.IMMEDIATE


def test_single_choice_with_all_its_parts(tmp_path: Path) -> None:
    body = """## Was *tun* Sie?
<!-- item: id=tun points=2.5 tags=chat,mail penalty=0.25 shuffle=false -->

Ein Satz dazu.

- ( ) Nichts
    > Das hilft niemandem.
- (x) Fragen,
  wer fragt
    > Gut.
    > Noch besser.

    > Zweiter Absatz.

> [!TIP]
> Wer fragt?

> [!NOTE]
> Immer *fragen*.
"""
    (made,) = read(tmp_path, body).items
    assert isinstance(made, ChoiceItem)
    assert (made.id, made.type, made.points, made.penalty, made.tags) == (
        "tun",
        ItemType.SINGLE,
        2.5,
        0.25,
        ("chat", "mail"),
    )
    assert made.shuffle is False
    assert made.stem.plain == "Was tun Sie?\nEin Satz dazu."
    assert [(o.id, o.correct) for o in made.options] == [("1", False), ("2", True)]
    assert made.options[1].text.plain == "Fragen,\nwer fragt"
    assert made.options[0].feedback.plain == "Das hilft niemandem."
    assert made.options[1].feedback.plain == "Gut.\nNoch besser.\nZweiter Absatz."
    assert (made.hint.plain, made.explanation.html) == ("Wer fragt?", "<p>Immer <em>fragen</em>.</p>")
    assert (made.place.line, made.place.column) == (5, 4)


def test_multiple_choice(tmp_path: Path) -> None:
    made = item(tmp_path, "- [x] a\n- [ ] b\n- [X] c\n")
    assert isinstance(made, ChoiceItem)
    assert made.type is ItemType.MULTIPLE
    assert [o.correct for o in made.options] == [True, False, True]


@pytest.mark.parametrize("words", [("Wahr", "Falsch"), ("falsch.", "richtig"), ("True", "False")])
def test_true_false_is_known_by_its_words(words: tuple[str, str], tmp_path: Path) -> None:
    made = item(tmp_path, f"- (x) {words[0]}\n- ( ) {words[1]}\n")
    assert isinstance(made, ChoiceItem)
    assert made.type is ItemType.TRUE_FALSE


def test_true_false_by_type(tmp_path: Path) -> None:
    (made,) = read(tmp_path, "## F\n<!-- item: id=f type=true-false -->\n- (x) Darf man\n- ( ) Darf man nicht\n").items
    assert isinstance(made, ChoiceItem)
    assert made.type is ItemType.TRUE_FALSE


def test_matching(tmp_path: Path) -> None:
    made = item(
        tmp_path, "- *Paid* -> Anzeige\n    > Bezahlt.\n- Owned → Website\n- Earned -> Anzeige\n- -> Radiospot\n"
    )
    assert isinstance(made, MatchingItem)
    assert [(p.left.html, p.right, p.feedback.plain) for p in made.pairs] == [
        ("<em>Paid</em>", "Anzeige", "Bezahlt."),
        ("Owned", "Website", ""),
        ("Earned", "Anzeige", ""),
    ]
    assert made.distractors == ("Radiospot",)


def test_an_arrow_in_code_makes_no_pair(tmp_path: Path) -> None:
    made = item(tmp_path, "- (x) `a -> b` <!-- -> -->\n- ( ) c\n")
    assert isinstance(made, ChoiceItem)


def test_ordering(tmp_path: Path) -> None:
    (made,) = read(
        tmp_path, "## F\n<!-- item: id=f type=ordering -->\n1. Fragen\n2) Prüfen\n    > Ja.\n3. Posten\n"
    ).items
    assert isinstance(made, OrderingItem)
    assert [(o.id, o.text.plain, o.feedback.plain) for o in made.options] == [
        ("1", "Fragen", ""),
        ("2", "Prüfen", "Ja."),
        ("3", "Posten", ""),
    ]


def test_a_numbered_list_above_the_answers_is_part_of_the_question(tmp_path: Path) -> None:
    made = item(tmp_path, "1. erst\n2. dann\n\n- (x) a\n- ( ) b\n")
    assert isinstance(made, ChoiceItem)
    assert made.stem.plain == "Frage\nerst\ndann"


def test_cloze_with_typed_gaps_and_drop_downs(tmp_path: Path) -> None:
    made = item(tmp_path, "Ohne [[Freigabe|Erlaubnis]] darf **niemand** [[(öffentlich)|privat\\|intern]] posten.\n")
    assert isinstance(made, ClozeItem)
    assert made.gaps == (
        Gap(("Freigabe", "Erlaubnis")),
        Gap(("öffentlich",), ("öffentlich", "privat|intern")),
    )
    assert [s.html for s in made.segments] == ["Ohne ", " darf <strong>niemand</strong> ", " posten."]
    assert made.stem.plain == "Frage"
    assert len(made.segments) == len(made.gaps) + 1


def test_a_cloze_in_its_heading_over_two_paragraphs(tmp_path: Path) -> None:
    (made,) = read(tmp_path, "## Ohne [[Freigabe]] geht nichts\n<!-- item: id=f -->\n").items
    assert isinstance(made, ClozeItem)
    assert made.stem.plain == "Ohne … geht nichts"
    assert [s.plain for s in made.segments] == ["Ohne ", " geht nichts"]


def test_paragraphs_of_a_cloze_stay_apart(tmp_path: Path) -> None:
    made = item(tmp_path, "Eins [[a]].\n\nZwei [[b]]\n")
    assert isinstance(made, ClozeItem)
    assert [s.html for s in made.segments] == ["Eins ", ".<br><br>Zwei ", ""]


def test_short_answers_score_in_part(tmp_path: Path) -> None:
    made = item(tmp_path, "- = Sperrfrist\n    > Genau.\n- = Embargo*\n- = Frist <!-- fraction=0.5 -->\n")
    assert isinstance(made, ShortItem)
    assert [(a.text, a.fraction, a.feedback.plain) for a in made.accepted] == [
        ("Sperrfrist", 1.0, "Genau."),
        ("Embargo*", 1.0, ""),
        ("Frist", 0.5, ""),
    ]


def test_a_number_may_be_asked_for_as_text(tmp_path: Path) -> None:
    (made,) = read(tmp_path, "## F\n<!-- item: id=f type=short -->\n- = 280\n").items
    assert isinstance(made, ShortItem)
    assert made.accepted == (Accepted("280"),)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("280 +- 5", NumericKey(280, 5)),
        ("2,5 ± 0,1", NumericKey(2.5, 0.1)),
        ("-3", NumericKey(-3)),
        ("−3", NumericKey(-3)),
        ("1e3", NumericKey(1000)),
        ("280 +/- 5", NumericKey(280, 5)),
    ],
)
def test_numbers(text: str, key: NumericKey, tmp_path: Path) -> None:
    made = item(tmp_path, f"- = {text}\n")
    assert isinstance(made, NumericItem)
    assert made.key == key


def test_reflection_has_a_sample_answer(tmp_path: Path) -> None:
    made = item(tmp_path, "Denken Sie nach.\n\n___\n\n> [!NOTE]\n> Zum Beispiel so.\n")
    assert isinstance(made, ReflectionItem)
    assert (made.stem.plain, made.explanation.plain) == ("Frage\nDenken Sie nach.", "Zum Beispiel so.")


def test_company_words_in_every_part(tmp_path: Path) -> None:
    word = "{{ org.name }}"
    made = item(tmp_path, f"- = {word}\n")
    assert isinstance(made, ShortItem)
    assert made.accepted[0].text == "Muster & Söhne"
    gap = item(tmp_path, f"Bei [[{word}|x]] hier\n")
    assert isinstance(gap, ClozeItem)
    assert gap.gaps[0].accepted == ("Muster & Söhne", "x")
    pairs = item(tmp_path, f"- {word} -> b\n- c -> {word}\n")
    assert isinstance(pairs, MatchingItem)
    assert (pairs.pairs[0].left.html, pairs.pairs[1].right) == ("Muster &amp; Söhne", "Muster & Söhne")


def test_an_item_without_an_id_gets_one_from_its_words(tmp_path: Path) -> None:
    body = "## Was *tun* Sie?\n- (x) a\n- ( ) b\n\n## Was tun Sie?\n- (x) a\n- ( ) b\n"
    write(tmp_path, {"quizzes/q.md": quiz(body)})
    found = shelf(tmp_path).quiz("q", "de")
    assert found.value is not None
    assert [i.id for i in found.value.items] == ["was-tun-sie", "was-tun-sie-2"]
    assert {p.code for p in found.problems} == {"item-without-id"}


def test_deeper_headings_belong_to_the_question(tmp_path: Path) -> None:
    made = item(tmp_path, "### Der Fall\n\nText\n\n- (x) a\n- ( ) b\n")
    assert made.stem.html == '<p>Frage</p>\n<h3 id="der-fall">Der Fall</h3>\n<p>Text</p>'


def test_code_in_an_answer_is_no_answer(tmp_path: Path) -> None:
    made = item(tmp_path, "- (x) a\n\n    ```\n    - ( ) kein\n    ```\n- ( ) b\n")
    assert isinstance(made, ChoiceItem)
    assert len(made.options) == 2
    assert "<code>- ( ) kein" in made.options[0].text.html


def test_a_bad_item_hides_no_other(tmp_path: Path) -> None:
    body = "## A\n<!-- item: id=a -->\n- ( ) x\n- ( ) y\n\n## B\n<!-- item: id=b -->\n- (x) x\n- ( ) y\n"
    write(tmp_path, {"quizzes/q.md": quiz(body)})
    found = shelf(tmp_path).quiz("q", "de")
    assert found.value is not None
    assert [i.id for i in found.value.items] == ["b"]
    assert [p.code for p in found.problems] == ["item-without-right-answer"]


def test_one_question_without_a_heading_in_a_lesson(tmp_path: Path) -> None:
    text = "# T\n\n<!-- quiz -->\n<!-- item: id=f -->\nStimmt das?\n- (x) ja\n- ( ) nein\n<!-- /quiz -->\n"
    write(tmp_path, {"courses/k/01-a.md": text})
    outlines = shelf(tmp_path).outlines("de").value or ()
    found = shelf(tmp_path).lesson("k", "a", "de")
    assert not found.problems
    assert outlines[0].lessons[0].item_ids == ("f",)
