"""The measure of the sweeps measures: whatever cuts a word is found, and what is only tight is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.model.text import Rich
from desktop.ui.text.rich_text import RichText
from desktop.ui.widgets import Heading, SecondaryButton, Text
from tests.ui.conftest import settle
from tests.ui.fitting import faults

Show = Callable[[QWidget], QWidget]
WORD = "Geschäftsgeheimnisschutzbeauftragte"


def in_window(show: Show, child: QWidget, width: int = 400) -> QWidget:
    window = QWidget()
    window.resize(width, 300)
    column = QVBoxLayout(window)
    column.addWidget(child, 0, Qt.AlignmentFlag.AlignTop)
    show(window)
    return window


def drop_down(words: str, width: int) -> QComboBox:
    box = QComboBox()
    box.addItem(words)
    box.setFixedWidth(width)
    return box


def sized(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    return widget


CLIPPED = {
    "a line too narrow": lambda: sized(QLabel("Nine words that have no room at all here"), width=60),
    "a line too low": lambda: sized(QLabel("Words"), height=6),
    "a paragraph too low": lambda: sized(Text("Many words that wrap and go on " * 8), height=30),
    "a word wider than its paragraph": lambda: sized(Text(WORD), width=90),
    "a word wider than its heading": lambda: sized(Heading(WORD), width=90),
    "a word wider than its running text": lambda: sized(RichText(Rich(f"<p>{WORD}</p>", WORD)), width=90),
    "running text too low": lambda: sized(RichText(Rich("<p>" + "many words " * 60 + "</p>", "…")), height=20),
    "a button too narrow": lambda: sized(SecondaryButton("Export the certificate"), width=50),
    "a plain button too low": lambda: sized(QPushButton("Export"), height=8),
    "a drop-down too narrow": lambda: drop_down("A customer’s price", 60),
    "a prompt too long for its field": lambda: sized(_field(), width=60),
}


def _field() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText("Search in all lessons")
    return field


@pytest.mark.parametrize("kind", CLIPPED)
def test_a_clipped_word_is_found(show: Show, kind: str) -> None:
    window = in_window(show, CLIPPED[kind]())
    assert len(faults(window)) == 1, faults(window)


def test_what_has_room_is_no_fault(show: Show) -> None:
    whole = QWidget()
    column = QVBoxLayout(whole)
    for widget in (QLabel("Words"), Text("Many words that wrap " * 8), SecondaryButton("Export"), drop_down("A", 120)):
        column.addWidget(widget)
    column.addWidget(RichText(Rich("<h2>One</h2><p>" + "many words " * 60 + "</p>", "One")))
    window = in_window(show, whole)
    window.resize(500, 600)
    settle()
    assert faults(window) == []


def test_words_cut_by_the_frame_around_them_are_found(show: Show) -> None:
    frame = sized(QWidget(), width=120, height=40)
    label = QLabel("Words that begin inside", frame)
    label.move(60, 4)
    window = in_window(show, frame)
    assert any("cut by the QWidget" in fault for fault in faults(window))


def test_words_outside_the_window_are_found(show: Show) -> None:
    window = in_window(show, QWidget())
    label = QLabel("Words that leave", window)
    label.move(380, 4)
    label.show()
    assert any("sticks out" in fault for fault in faults(window))


def test_a_page_that_scrolls_sideways_is_found(show: Show) -> None:
    area = QScrollArea()
    area.setWidget(sized(QWidget(), width=900, height=20))
    window = in_window(show, area)
    assert any("sideways" in fault for fault in faults(window))
