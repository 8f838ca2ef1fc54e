from __future__ import annotations

from pathlib import Path

from desktop.model.learner import ThemeName
from desktop.rendering.html import document, paragraph
from desktop.rendering.theme import load_theme


def test_a_document_carries_the_colours_of_its_theme(assets: Path) -> None:
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        theme = load_theme(assets, name)
        made = document("<p>Hallo</p>", theme)
        assert f"color: {theme.colours.accent}" in made
        assert "{" not in made.split("</style>")[1]


def test_only_the_last_paragraph_loses_its_margin(assets: Path) -> None:
    body = document("<p>Eins</p><p>Zwei</p>", load_theme(assets, ThemeName.LIGHT)).split("<body>")[1]
    assert body.startswith("<p>Eins</p>")
    assert '<p style="margin-bottom:0">Zwei</p>' in body


def test_what_ends_in_a_list_is_left_alone(assets: Path) -> None:
    assert "<p>Eins</p><ul><li>a</li></ul>" in document(
        "<p>Eins</p><ul><li>a</li></ul>", load_theme(assets, ThemeName.LIGHT)
    )


def test_bare_words_become_a_paragraph(assets: Path) -> None:
    assert paragraph("Hallo <b>Welt</b>") in document("Hallo <b>Welt</b>", load_theme(assets, ThemeName.LIGHT))
