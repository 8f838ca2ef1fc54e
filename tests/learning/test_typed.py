from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.typed import folded, matches, numbers, same, within
from desktop.model.quiz import NumericKey


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("  freigabe ", "Freigabe"),
        ("Rücksprache", "Ruecksprache"),
        ("RUECKSPRACHE", "Rücksprache"),
        ("Fussnote", "Fußnote"),
        ("FUẞNOTE", "fussnote"),
        ("die  freundliche\tAbsage", "die freundliche Absage"),
        ("Cafe\u0301", "Café"),
        ("„vertraulich“", '"vertraulich"'),
        ("Was geht’s an", "was geht's an"),
        ("E‑Mail", "E-Mail"),
        ("2019–2021", "2019-2021"),
        ("Presse\u00a0Stelle", "Presse Stelle"),
    ],
)
def test_what_a_person_means_is_the_same(typed: str, wanted: str) -> None:
    assert same(typed, wanted)


@pytest.mark.parametrize(("typed", "wanted"), [("Freigaben", "Freigabe"), ("", "a"), ("uber", "über"), ("ab", "a b")])
def test_what_differs_in_a_letter_or_a_blank_is_not(typed: str, wanted: str) -> None:
    assert not same(typed, wanted)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("typed", "pattern", "fits"),
    [
        ("Pressestelle", "Presse*", True),
        ("die Pressestelle fragen", "*presse*", True),
        ("Presse", "Presse*", True),
        ("Press", "Presse*", False),
        ("Pressestelle", "*stelle", True),
        ("abc", "a*b*c", True),
        ("acb", "a*b*c", False),
        ("aba", "aba*aba", False),
        ("was auch immer", "*", True),
        ("", "*", False),
        ("   ", "*", False),
        ("fünf * sterne", r"fünf \* sterne", True),
        ("fünf vier sterne", r"fünf \* sterne", False),
        ("Rueckfrage stellen", "rück*", True),
    ],
)
def test_a_star_stands_for_any_run(typed: str, pattern: str, fits: bool) -> None:
    assert matches(typed, pattern) is fits


def test_a_hostile_pattern_takes_no_time() -> None:
    assert not matches("a" * 5_000, "*a" * 200 + "b")


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("280", (280,)),
        ("2,5", (2.5,)),
        ("2.5", (2.5,)),
        (",5", (0.5,)),
        (".5", (0.5,)),
        ("-3", (-3,)),
        ("−3", (-3,)),
        ("+3", (3,)),
        ("1.234", (1234, 1.234)),
        ("1,234", (1.234, 1234)),
        ("0,500", (0.5,)),
        ("1.234,5", (1234.5,)),
        ("1,234.5", (1234.5,)),
        ("1 234 567", (1234567,)),
        ("1\u202f234,5", (1234.5,)),
        ("1.234.567", (1234567,)),
        ("1'234'567.25", (1234567.25,)),
        ("1e3", (1000,)),
        ("280 Euro", (280,)),
        ("280€", (280,)),
        ("€ 280", (280,)),
        ("80 %", (80,)),
        ("12 km/h", (12,)),
        ("５", (5,)),
        ("5.", (5,)),
    ],
)
def test_german_and_english_numbers(typed: str, values: tuple[float, ...]) -> None:
    assert sorted(numbers(typed)) == sorted(values)


@pytest.mark.parametrize(
    "typed",
    [
        "9" * 60,
        "0x10",
        "ca. 280 Euro genau",
        "1.2.3",
        "½",
        ".",
        "",
        " ",
        "viel",
        "1.23.456",
        "12.34,5.6",
        "1 2",
        "12 34",
        "nan",
        "inf",
        "1e999",
        "3 oder 4",
        "3-4",
        "--3",
        "1,,5",
    ],
)
def test_what_is_no_number_has_no_value(typed: str) -> None:
    assert numbers(typed) == ()


@given(st.integers(-(10**9), 10**9))
def test_every_way_to_group_thousands_reads_back(value: int) -> None:
    grouped = f"{value:,}"
    for separator in (",", ".", " ", "'", "\u202f"):
        assert float(value) in numbers(grouped.replace(",", separator))


@given(st.decimals(-10_000, 10_000, places=2))
def test_decimal_comma_and_point_read_back(value: object) -> None:
    assert numbers(str(value)) == (float(str(value)),)
    assert numbers(str(value).replace(".", ",")) == (float(str(value)),)


@given(st.text(max_size=50))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert all(isinstance(v, float) for v in numbers(text))


@pytest.mark.parametrize(
    ("typed", "inside"), [("275", True), ("285", True), ("274,99", False), ("285.01", False), ("", False)]
)
def test_the_bounds_belong_to_the_tolerance(typed: str, inside: bool) -> None:
    assert within(typed, NumericKey(280, 5)) is inside


def test_binary_fractions_cost_nobody_a_point() -> None:
    assert within("0,3", NumericKey(0.1 + 0.2))
    assert within("0.8", NumericKey(0.7, 0.1))
