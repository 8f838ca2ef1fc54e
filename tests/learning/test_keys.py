from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from desktop.learning.keys import scoring_key, still_same
from desktop.model.quiz import Accepted, Gap, Item, ItemType
from tests.learning.items import choice, cloze, items, matching, multiple, numeric, options, ordering, rich, short


def asks_the_same(old: Item, new: Item) -> bool:
    verdict = still_same(scoring_key(old), scoring_key(new))
    assert verdict is still_same(scoring_key(new), scoring_key(old)), "a change weighs the same in both directions"
    return verdict


@given(items())
def test_an_item_asks_the_same_as_itself(item: Item) -> None:
    assert asks_the_same(item, item)


@given(items())
def test_weight_tags_hint_and_explanation_do_not_count(item: Item) -> None:
    other = replace(item, points=7.0, penalty=0.9, tags=("neu",), hint=rich("Hinweis"), explanation=rich("Darum."))
    assert asks_the_same(item, other)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ich frage nach Name und Zwek.", "Ich frage nach Name und Zweck."),
        ("Ich frage nach name und Zweck", "Ich frage nach Name und Zweck."),
        ("Auch eine Zusammenfasung ist intern.", "Auch eine Zusammenfassung ist intern."),
        ("Die Pressstelle entscheidet.", "Die Pressestelle entscheidet."),
        ("Sie verweisen an Pressestelle.", "Sie verweisen an die Pressestelle."),
        ("Sie muß das wissen.", "Sie muss das wissen."),
        ("so dass es alle lesen", "sodass es alle lesen"),
        ("Sie antworten: „Dazu sage ich nichts“", "Sie antworten: «Dazu sage ich nichts»."),
        ("I ask who wants to konw.", "I ask who wants to know."),
        ("etwas  über   Blanks", "etwas über Blanks"),
    ],
)
def test_a_mended_typo_keeps_the_answer(before: str, after: str) -> None:
    assert asks_the_same(choice("x-", before, "Nein."), choice("x-", after, "Nein."))
    assert asks_the_same(choice("x-", stem=rich(before)), choice("x-", stem=rich(after)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Das ist erlaubt.", "Das ist nicht erlaubt."),
        ("Das ist ein Problem.", "Das ist kein Problem."),
        ("Das ist möglich.", "Das ist unmöglich."),
        ("Das bleibt intern.", "Das bleibt extern."),
        ("Sie dürfen immer antworten.", "Sie dürfen selten antworten."),
        ("Nach 10 Tagen.", "Nach 100 Tagen."),
        ("Nach 3,5 Jahren.", "Nach 35 Jahren."),
        ("Mehr als 5 %.", "Mehr als 5 €."),
        ("Sie fragen Ihre Chefin.", "Sie fragen Ihre Chefin und die Presse."),
        ("Nur die Zusammenfassung.", "Die Zusammenfassung."),
        ("Mit Freigabe.", "Ohne Freigabe."),
        ("Ich schreibe meinem Chef.", "Ich lösche den Beitrag."),
        ("You may post it.", "You may never post it."),
        ("Der Kunde fragt zuerst.", "Zuerst fragt der Kunde."),
    ],
)
def test_a_changed_meaning_asks_again(before: str, after: str) -> None:
    assert not asks_the_same(choice("x-", before, "Nein."), choice("x-", after, "Nein."))


def test_the_statement_of_a_true_false_item_is_its_stem() -> None:
    old = choice("x-", "Wahr", "Falsch", kind=ItemType.TRUE_FALSE, stem=rich("Ein Like ist öffentlich."))
    new = choice("x-", "Wahr", "Falsch", kind=ItemType.TRUE_FALSE, stem=rich("Ein Entwurf ist öffentlich."))
    assert not asks_the_same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (choice("x-"), choice("-x")),
        (choice("x-"), choice("x--")),
        (choice("x-"), multiple("x-")),
        (multiple("x-x"), multiple("xxx")),
        (choice("x--", "Rot", "Blau", "Grün"), choice("x--", "Rot", "Grün", "Blau")),
        (ordering(3), ordering(4)),
        (matching(("a", "A")), matching(("a", "B"))),
        (matching(("a", "A")), matching(("a", "A"), distractors=("B",))),
        (cloze(Gap(("intern",))), cloze(Gap(("intern", "geheim")))),
        (cloze(Gap(("intern",))), cloze(Gap(("intern",), ("intern", "extern")))),
        (short(Accepted("Freigabe")), short(Accepted("Freigabe", 0.5))),
        (short(Accepted("Freigabe")), short(Accepted("Freigabe*"))),
        (numeric(280, 5), numeric(280, 6)),
        (numeric(280), numeric(281)),
    ],
)
def test_changed_options_or_keys_ask_again(old: Item, new: Item) -> None:
    assert not asks_the_same(old, new)


def test_feedback_may_be_rewritten_at_any_time() -> None:
    old = choice("x-")
    new = replace(old, options=tuple(replace(o, feedback=rich("Ganz anders.")) for o in options("x-")))
    assert asks_the_same(old, new)
