"""What is left to read is said below the lesson, follows the scroll bar, and gives way to what the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.lesson_strip import minutes_left
from desktop.ui.theme import colour
from tests.ui.conftest import Stage, settle
from tests.ui.test_lesson import bar, key, lesson


@pytest.mark.parametrize(
    ("minutes", "value", "maximum", "left"),
    [(5, 0, 1000, 5), (5, 199, 1000, 5), (5, 201, 1000, 4), (5, 999, 1000, 1), (5, 1000, 1000, 0), (5, 0, 0, 0)],
)
def test_the_rest_is_rounded_up_and_ends_at_the_end(minutes: int, value: int, maximum: int, left: int) -> None:
    assert minutes_left(minutes, value, maximum) == left


def test_it_follows_the_reading_and_its_line_grows(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    screen.complete()
    settle()
    assert "left to read" in screen.strip.words.words()

    def line() -> int:
        picture, accent = screen.strip.grab().toImage(), colour("accent").name()
        return sum(picture.pixelColor(x, 1).name() == accent for x in range(picture.width()))

    assert line() == 0
    bar(screen).setValue(bar(screen).maximum() // 2)
    settle()
    assert abs(line() - screen.strip.width() / 2) < screen.strip.width() * 0.02
    key(window, Qt.Key.Key_End)
    assert screen.strip.words.words() == "End of the lesson"
    assert line() == screen.strip.width()


def test_a_hint_stands_in_its_place_until_it_is_taken_away(stage: Stage) -> None:
    _, screen = lesson(stage, size=(1024, 640))
    before = screen.strip.words.words()
    screen.strip.hint("Arrows move")
    bar(screen).setValue(100)
    assert screen.strip.words.words() == "Arrows move"
    bar(screen).setValue(0)
    screen.strip.hint("")
    assert screen.strip.words.words() == before
