"""Passages are found again in edited texts, told apart by what stands around them, and given up when they are gone."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.learning.anchoring import Ground, passage_at
from desktop.model.annotation import Passage

TEXT = (
    "In einem Fachforum lobt jemand Ihre Antwort: „Selten so fundiert gelesen – können Sie mir mehr dazu schicken?“ "
    "Lob wirkt. Genau deshalb lohnt eine Pause von zehn Sekunden, in der Sie sich zwei Fragen stellen.\n"
    "Wer ist mein Gegenüber, und wozu braucht er das? Was folgt für meinen Arbeitgeber und für mich, wenn morgen alle "
    "es lesen?\n"
    "Bleibt eine der beiden Antworten offen, geben Sie nichts Internes heraus. Lob wirkt. Eine freundliche Absage an "
    "die richtige Stelle genügt."
)


def passage(words: str, text: str = TEXT, nth: int = 0) -> Passage:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return passage_at(text, at, at + len(words))


def found(text: str, of: Passage) -> str | None:
    span = Ground(text).find(of)
    return None if span is None else text[span.start : span.end]


def test_it_keeps_the_words_and_what_stands_around_them() -> None:
    kept = passage("zwei Fragen")
    assert kept.quote == "zwei Fragen"
    assert kept.before.endswith("in der Sie sich ")
    assert kept.after.startswith(" stellen.\nWer ist")
    assert len(kept.before) == len(kept.after) == 64
    assert 0.3 < kept.position < 0.6


def test_in_the_same_text_every_passage_is_where_it_was() -> None:
    ground = Ground(TEXT)
    for start in range(0, len(TEXT) - 60, 7):
        for length in (2, 5, 30, 60):
            span = ground.find(passage_at(TEXT, start, start + length))
            assert span is not None
            assert TEXT[span.start : span.end] == TEXT[start : start + length].strip()
            assert abs(span.start - start) <= 1


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        (TEXT.replace("zehn Sekunden", "fünfzehn Sekunden"), "eine Pause von fünfzehn Sekunden"),
        (TEXT.replace("eine Pause von zehn", "eine kurze Pause von zehn"), "eine kurze Pause von zehn Sekunden"),
        (TEXT.replace("Pause", "Pasue"), "eine Pasue von zehn Sekunden"),
        (TEXT.upper(), "EINE PAUSE VON ZEHN SEKUNDEN"),
        (TEXT.replace(" ", "\u00a0"), "eine\u00a0Pause\u00a0von\u00a0zehn\u00a0Sekunden"),
        (TEXT.replace(" von zehn", "\nvon  zehn"), "eine Pause\nvon  zehn Sekunden"),
        ("Ein ganz neuer Anfang mit vielen Worten. " * 9 + TEXT, "eine Pause von zehn Sekunden"),
    ],
)
def test_a_passage_that_was_mended_is_still_found(edited: str, expected: str) -> None:
    assert found(edited, passage("eine Pause von zehn Sekunden")) == expected


def test_quotation_marks_and_dashes_do_not_count() -> None:
    kept = passage("„Selten so fundiert gelesen – können Sie mir mehr dazu schicken?“")
    plain = (
        TEXT.replace("„", '"')
        .replace("“", '"')
        .replace("–", "-")
        .replace("können", unicodedata.normalize("NFD", "können"))
    )
    there = found(plain, kept)
    assert there is not None
    assert there.startswith('"Selten')
    assert there.endswith('schicken?"')


def test_a_mark_of_the_last_letter_belongs_to_the_passage() -> None:
    text = unicodedata.normalize("NFD", "Alle lesen das Menü und bestellen.")
    assert found(text, passage("Menü", "Alle lesen das Menü und bestellen.")) == unicodedata.normalize("NFD", "Menü")


def test_a_passage_that_was_taken_out_is_given_up() -> None:
    kept = passage("Wer ist mein Gegenüber, und wozu braucht er das?")
    assert found(TEXT.replace(kept.quote, ""), kept) is None
    assert found("", kept) is None
    assert found("Etwas ganz anderes steht jetzt hier, und zwar seit gestern.", kept) is None


def test_of_equal_passages_the_one_between_the_same_words_is_taken() -> None:
    for nth, after in ((0, " Genau"), (1, " Eine freundliche")):
        kept = passage("Lob wirkt.", nth=nth)
        edited = "Neu am Anfang. Lob wirkt. Und noch etwas. " + TEXT
        span = Ground(edited).find(kept)
        assert span is not None
        assert edited[span.end :].startswith(after)


def test_a_short_passage_that_was_taken_out_is_not_found_in_its_twin() -> None:
    kept = passage("Lob wirkt.", nth=0)
    assert found(TEXT.replace("Lob wirkt. Genau", "Genau"), kept) is None


def test_equal_passages_between_equal_words_are_told_apart_by_where_they_were() -> None:
    text = "Immer dasselbe steht hier in einem langen Satz, der sich wiederholt. " * 20
    for nth in (0, 7, 19):
        kept = passage("dasselbe steht hier", text, nth)
        span = Ground(text).find(kept)
        assert span is not None
        assert abs(span.start - kept.position * len(text)) < 2


def test_a_long_passage_survives_edits_in_its_middle() -> None:
    long = " ".join(f"Satz {number} handelt von {number * 7} Dingen." for number in range(60))
    text = f"Davor steht etwas. {long} Danach steht etwas anderes."
    kept = passage_at(text, text.index(long), text.index(long) + len(long))
    edited = text.replace("Satz 30 handelt von 210 Dingen.", "Der dreißigste Satz ist neu.").replace("Davor", "Vorher")
    there = found(edited, kept)
    assert there is not None
    assert there.startswith("Satz 0 handelt")
    assert there.endswith("413 Dingen.")


WORDS = st.lists(st.integers(0, 10**9).map(lambda n: f"w{n:x}"), min_size=30, max_size=80, unique=True)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.data())
def test_edits_elsewhere_never_lose_a_passage(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    quote = " ".join(words[start:end])
    text = " ".join(words)
    at = len(" ".join(words[:start])) + (1 if start else 0)
    kept = passage_at(text, at, at + len(quote))
    others = st.lists(st.text(alphabet="xyzäöü ,.", max_size=12), max_size=30)
    edited = " ".join([*data.draw(others), quote, *data.draw(others)])
    there = found(edited, kept)
    if len(quote) >= 20:
        assert there == quote
    else:  # a short one may be given up when everything around it is new, but is never found elsewhere
        assert there in (quote, None)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.data())
def test_a_removed_passage_is_found_nowhere(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 3))
    end = data.draw(st.integers(start + 3, len(words)))
    text = " ".join(words)
    at = len(" ".join(words[:start])) + (1 if start else 0)
    kept = passage_at(text, at, at + len(" ".join(words[start:end])))
    assert found(" ".join(words[:start] + words[end:]), kept) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.builds(Passage, st.text(max_size=60), st.text(max_size=64), st.text(max_size=64)))
def test_any_text_and_any_passage_give_a_place_inside_the_text_or_none(text: str, kept: Passage) -> None:
    first, second = Ground(text).find(kept), Ground(text).find(kept)
    assert first == second
    assert first is None or 0 <= first.start < first.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=300), st.data())
def test_a_passage_of_any_text_is_found_in_that_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kept = passage_at(text, start, end)
    span = Ground(text).find(kept)
    if any(letter.isalnum() for letter in kept.quote):
        assert span is not None


@pytest.mark.parametrize("text", ["a" * 60_000, "ab " * 20_000, "Ein Satz wie jeder andere auch. " * 2_000])
def test_the_work_is_bounded(text: str) -> None:
    kept = [passage_at(text, 5_000, 5_000 + length) for length in (1, 15, 300, 5_000)]
    kept += [Passage(quote=text[:length].replace("a", "b", 7) + "zz", before="b" * 64) for length in (30, 390, 5_000)]
    started = time.process_time()
    ground = Ground(text)
    for one in kept:
        ground.find(one)
    assert time.process_time() - started < 5, "a pathological text must not keep a lesson from opening"
