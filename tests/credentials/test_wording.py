"""Other people's words on the sheet: one line, nothing that imitates the seal, as much of a letter as can be shown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.credentials import sealing
from desktop.credentials.wording import BOX, clusters, displayable, plainest, tidy


@given(st.text())
def test_the_sheet_never_gets_controls_breaks_or_marks_of_the_seal(text: str) -> None:
    line = tidy(text)
    assert line == line.strip()
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} for character in line)
    assert not sealing.tokens(line.encode())
    assert not re.search(r"KLARTEXT\d*:", line)


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ọ̀ṣun", ["Ọ̀", "ṣ", "u", "n"]),
        ("नमस्ते", ["न", "म", "स्", "ते"]),
        ("👩\u200d👧!", ["👩\u200d👧", "!"]),
        ("\u0301a", ["\u0301", "a"]),
        ("", []),
    ],
)
def test_marks_and_joiners_stay_with_their_letter(text: str, parts: list[str]) -> None:
    assert list(clusters(text)) == parts


def test_stacks_of_marks_are_cut() -> None:
    assert tidy("Z" + "\u0489" * 50) == "Z" + "\u0489" * 4


def test_joiners_that_spell_stay() -> None:
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"


def test_displayable_keeps_the_marks_that_can_be_shown() -> None:
    shown = displayable("a\u0331\u0301 🦊 ᎣxÄ", lambda cluster: all(c in "aáäÄ\u0301" for c in cluster))
    assert shown == "á □xÄ"


@given(st.text())
def test_the_plainest_words_are_ascii_and_boxes(text: str) -> None:
    assert all(character.isascii() or character == BOX for character in plainest(tidy(text)))
    assert not sealing.tokens(plainest(tidy(text)).encode())


def test_plainest_spells_what_it_can() -> None:
    assert plainest("Žofie Ångström 王 🦊") == "Zofie Angstrom □"
