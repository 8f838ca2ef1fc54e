"""Running text wraps, selects, follows the theme, and its links are controls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.learner import ThemeName
from desktop.model.text import Rich
from desktop.rendering.theme import load_theme
from desktop.ui.text.link import TextLink
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import apply_theme, colour
from tests.app.kit import ASSETS
from tests.ui.conftest import settle

Show = Callable[[QWidget], QWidget]

NOTED = Rich(
    '<p>Erst fragen,<sup><a href="#fn-1" id="fnref-1">1</a></sup> dann an '
    '<a href="mailto:a@b.example">die <em>Presse</em>stelle</a> schreiben. Die <abbr title="Datenschutz">DSGVO</abbr> '
    'gilt, die <abbr title="Datenschutz">DSGVO</abbr> bleibt.</p>',
    "Erst fragen, 1 dann an die Pressestelle schreiben. Die DSGVO gilt, die DSGVO bleibt.",
)


@pytest.fixture(autouse=True)
def dressed(app: QApplication) -> None:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT))


def shown(show: Show, rich: Rich = NOTED, width: int = 400, **how: object) -> RichText:
    text = RichText(rich, **how)  # type: ignore[arg-type]
    text.resize(width, text.heightForWidth(width))
    show(text)
    return text


def links(text: RichText) -> list[TextLink]:
    return sorted(text.findChildren(TextLink), key=lambda link: (link.y(), link.x()))


def test_a_narrower_text_is_higher_and_nothing_is_wider_than_the_label(show: Show) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3
    text = shown(show, Rich(f"<p>{word}</p>", word), 200)
    assert text.heightForWidth(200) > text.heightForWidth(400) > text.heightForWidth(4000)
    picture = text.grab().toImage()
    ground = picture.pixelColor(0, picture.height() - 1)
    right_edge = [picture.pixelColor(picture.width() - 1, y) for y in range(picture.height())]
    assert all(pixel == ground for pixel in right_edge), "a letter is cut at the right edge"


def test_every_link_is_a_named_button_over_its_words(show: Show) -> None:
    text = shown(show, notes={"fn-1": "Muster, 2019."})
    names = [link.accessibleName() for link in links(text)]
    assert names == ["Footnote 1", "die Pressestelle", "DSGVO, abbreviation", "DSGVO, abbreviation"]
    for link in links(text):
        assert text.rect().contains(link.geometry())
        assert QAccessible.queryAccessibleInterface(link).role() == QAccessible.Role.Button
    assert links(text)[0].accessibleDescription() == "Muster, 2019."
    assert links(text)[2].toolTip() == "Datenschutz"


def test_tab_stops_once_per_term_and_enter_opens(show: Show) -> None:
    text = shown(show)
    footnote, mail, first, second = links(text)
    reachable = [link.focusPolicy() == Qt.FocusPolicy.TabFocus for link in (footnote, mail, first, second)]
    assert reachable == [True, True, True, False]
    opened: list[str] = []
    text.linkActivated.connect(opened.append)
    QTest.keyClick(footnote, Qt.Key.Key_Return)
    QTest.keyClick(mail, Qt.Key.Key_Space)
    QTest.mouseClick(mail, Qt.MouseButton.LeftButton, pos=mail.mask().boundingRect().center())
    QTest.keyClick(first, Qt.Key.Key_Return)  # a term explains itself where it stands
    assert opened == ["#fn-1", "mailto:a@b.example", "mailto:a@b.example"]


def test_a_term_known_from_an_earlier_text_is_no_further_stop(show: Show) -> None:
    known: set[str] = set()
    shown(show, known_terms=known)
    again = shown(show, known_terms=known)
    assert [link.focusPolicy() for link in links(again)[2:]] == [Qt.FocusPolicy.NoFocus] * 2


def test_dragging_selects_and_copy_takes_it(show: Show) -> None:
    text = shown(show, Rich("<p>Erster Absatz.</p><p>Zweiter Absatz.</p>", "Erster Absatz. Zweiter Absatz."))
    QTest.mousePress(text, Qt.MouseButton.LeftButton, pos=QPoint(0, 4))
    QTest.mouseMove(text, QPoint(395, text.height() - 4))
    assert text.selected_text() == "Erster Absatz.\nZweiter Absatz."
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Erster Absatz.\nZweiter Absatz."
    QTest.mouseDClick(text, Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    assert text.selected_text() == "Erster"


def test_another_theme_repaints_the_words_and_keeps_the_links(show: Show, app: QApplication) -> None:
    text = shown(show)
    before = links(text)
    assert colour("ink").name() in colours_of(text)
    apply_theme(app, load_theme(ASSETS, ThemeName.DARK))
    settle()
    assert colour("ink").name() in colours_of(text)
    assert links(text) == before


def test_a_larger_text_size_makes_it_higher(show: Show, app: QApplication) -> None:
    text = shown(show)
    small = text.heightForWidth(400)
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT), 200)
    settle()
    assert text.heightForWidth(400) > 2 * small


def test_plain_text_is_what_a_screen_reader_gets(show: Show) -> None:
    text = shown(show)
    assert QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) == NOTED.plain


def test_an_anchor_inside_is_found(show: Show) -> None:
    text = shown(show, Rich('<p>Oben.</p><h2 id="ziel">Ziel</h2><p>Unten.</p>', "Oben. Ziel Unten."))
    top = text.top_of("ziel")
    assert top is not None
    assert 20 < top < text.height()
    assert text.top_of("anderswo") is None


def colours_of(text: RichText) -> set[str]:
    picture = text.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
