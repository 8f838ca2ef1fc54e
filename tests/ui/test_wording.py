from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui import wording
from desktop.ui.language import apply_language
from tests.app.kit import ASSETS


@pytest.fixture(params=["de", "en"])
def language(app: QApplication, request: pytest.FixtureRequest) -> str:
    apply_language(app, request.param, ASSETS)
    return request.param


def test_a_day_is_written_as_the_language_writes_it(language: str) -> None:
    expected = {"de": "4. März 2027", "en": "4 March 2027"}
    assert wording.day(date(2027, 3, 4)) == expected[language]


def test_one_is_not_many(language: str) -> None:
    expected = {
        "de": ["1 Minute", "2 Minuten", "1 Lektion", "7 Lektionen", "1 Frage", "10 Fragen", "noch 1 Minute"],
        "en": ["1 minute", "2 minutes", "1 lesson", "7 lessons", "1 question", "10 questions", "1 minute left"],
    }
    said = [
        *(wording.minutes(n) for n in (1, 2)),
        *(wording.lessons(n) for n in (1, 7)),
        *(wording.questions(n) for n in (1, 10)),
        wording.minutes_left(1),
    ]
    assert said == expected[language]


@pytest.mark.parametrize(
    ("hour", "german"), [(0, "Morgen"), (10, "Morgen"), (11, "Tag"), (17, "Tag"), (18, "Abend"), (23, "Abend")]
)
def test_the_hour_decides_the_greeting(app: QApplication, hour: int, german: str) -> None:
    apply_language(app, "de", ASSETS)
    assert wording.greeting(hour, "Jana") == f"Guten {german}, Jana"


def test_empty_facts_leave_no_dots() -> None:
    assert wording.spoken_list("a", "", "b") == "a · b"
    assert wording.spoken_list("", "") == ""
