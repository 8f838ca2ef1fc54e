"""Selecting by keyboard: where the caret goes, what is spoken of it, and how places in words and in text correspond."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.learner import ThemeName
from desktop.model.text import Rich
from desktop.rendering.theme import load_theme
from desktop.ui.text.anatomy import places_of
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import apply_theme
from desktop.ui.units import characters, units
from tests.app.kit import ASSETS

Show = Callable[[QWidget], QWidget]
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

NOTED = Rich(
    '<p>Lob 😀 wirkt.<sup><a href="#fn-1" id="fnref-1">1</a></sup> Und 1 Pause hilft.</p><p>Zweiter Absatz.</p>',
    "Lob 😀 wirkt. Und 1 Pause hilft.\nZweiter Absatz.",
)


@pytest.fixture(autouse=True)
def dressed(app: QApplication) -> None:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT))


def shown(show: Show) -> RichText:
    text = RichText(NOTED)
    text.resize(400, text.heightForWidth(400))
    show(text)
    return text


@pytest.mark.parametrize("words", ["Lob 😀 wirkt", "wirkt. Und 1 Pause", "Und 1", "hilft.\nZweiter", "Absatz."])
def test_words_and_the_laid_out_text_name_the_same_places(show: Show, words: str) -> None:
    text = shown(show)
    start = NOTED.plain.index(words)
    span = text.document_span(start, start + len(words))
    assert text.plain_span(*span) == (start, start + len(words))
    text.select(*span)
    assert text.selected_text().replace("wirkt.1", "wirkt.") == words


def test_nothing_and_too_much_have_no_place(show: Show) -> None:
    text = shown(show)
    assert text.document_span(3, 3) == (0, 0)
    assert text.document_span(0, 9999) == (0, 0)
    assert text.document_span(-2, 4) == (0, 0)


def test_arrows_scroll_until_a_caret_was_asked_for(show: Show) -> None:
    text = shown(show)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Right)
    assert text.caret_place() is None
    text.start_caret(0)
    QTest.keyClick(text, Qt.Key.Key_Right, CTRL)
    assert text.caret_place() == 4
    text.end_caret()
    assert text.caret_place() is None


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_the_caret_is_seen_on_every_ground(app: QApplication, show: Show, theme: ThemeName) -> None:
    apply_theme(app, load_theme(ASSETS, theme))
    text = shown(show)
    before = text.grab().toImage()
    text.start_caret(4)
    box, picture = text.box_of(4, 5), text.grab().toImage()
    rows = range(box.center().y() - 5, box.center().y() + 6)

    def stands_out(x: int, y: int) -> bool:
        return abs(picture.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness()) > 128

    columns = [x for x in range(box.left(), box.left() + 8) if all(stands_out(x, y) for y in rows)]
    assert columns, "a line from top to bottom of the letters"


def test_each_step_is_spoken(show: Show) -> None:
    text = shown(show)
    said: list[str] = []
    text.caret_moved.connect(said.append)
    text.start_caret(0)
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_Home)
    QTest.keyClick(text, Qt.Key.Key_Right, SHIFT | CTRL)
    QTest.keyClick(text, Qt.Key.Key_Left, SHIFT | CTRL)
    QTest.keyClick(text, Qt.Key.Key_Down)
    assert said == ["o", "L", "Lob  selected", "Nothing selected", "Zweiter Absatz."]


def test_beyond_its_ends_the_caret_asks_to_go_on(show: Show) -> None:
    text = shown(show)
    left: list[int] = []
    text.caret_left.connect(left.append)
    text.start_caret(0)
    QTest.keyClick(text, Qt.Key.Key_Left)
    QTest.keyClick(text, Qt.Key.Key_Up)
    QTest.keyClick(text, Qt.Key.Key_End, CTRL)
    QTest.keyClick(text, Qt.Key.Key_Right)
    QTest.keyClick(text, Qt.Key.Key_Right, SHIFT)
    assert left == [-1, -1, 1], "a selection ends with its text"


def test_escape_lets_go_of_the_selection_and_then_of_the_caret(show: Show) -> None:
    text = shown(show)
    ended: list[bool] = []
    text.caret_ended.connect(lambda: ended.append(True))
    text.start_caret(0)
    QTest.keyClick(text, Qt.Key.Key_Right, SHIFT | CTRL)
    assert text.wants_escape
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert text.selected_text() == ""
    assert ended == []
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert ended == [True]
    assert not text.wants_escape


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.data())
def test_units_and_characters_are_each_others_inverse(words: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    words = words.encode("utf-16-le", "ignore").decode("utf-16-le")
    place = min(place, len(words))
    assert characters(words, units(words, place)) == place


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=80))
def test_places_never_go_back_and_stay_inside(plain: str, letters: str) -> None:
    places = places_of(plain, letters, [])
    assert len(places) == len(plain)
    assert places == sorted(places)
    assert all(0 <= place <= max(len(letters) - 1, 0) for place in places)
