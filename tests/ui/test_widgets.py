from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.model.learner import ThemeName
from desktop.rendering.theme import load_theme
from desktop.ui.accessibility import install_accessibility
from desktop.ui.fonts import load_fonts
from desktop.ui.icons import Icons
from desktop.ui.theme import apply_theme, colour, current_theme, is_applied
from desktop.ui.widgets import (
    Badge,
    CardButton,
    CheckBox,
    FlowGrid,
    FlowRow,
    Heading,
    PrimaryButton,
    ProgressBar,
    ProgressRing,
    RadioButton,
    ScrollPage,
    SplitRow,
    Text,
    Title,
    look,
)
from tests.ui.conftest import settle

Show = Callable[[QWidget], QWidget]
WORDS = "Wer fragt da eigentlich, und wozu braucht er das so dringend noch heute? " * 4


@pytest.fixture(autouse=True)
def dressed(app: QApplication, assets: Path) -> None:
    load_fonts(assets)
    install_accessibility()
    apply_theme(app, load_theme(assets, ThemeName.LIGHT), 100)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


# -- theme ------------------------------------------------------------------------------------------------------------


def test_a_theme_is_a_function_of_its_arguments(app: QApplication, assets: Path) -> None:
    light, dark = load_theme(assets, ThemeName.LIGHT), load_theme(assets, ThemeName.DARK)
    apply_theme(app, light, 100)
    before = (app.palette(), app.styleSheet(), app.font())
    apply_theme(app, dark, 200)
    assert app.styleSheet() != before[1]
    assert is_applied(dark, 200)
    assert not is_applied(light, 100)
    apply_theme(app, light, 100)
    assert (app.palette(), app.styleSheet(), app.font()) == before


def test_a_look_changes_after_it_was_shown(app: QApplication, show: Show) -> None:
    badge = Badge("Neu", "neutral")
    show(badge)
    grey = badge.grab().toImage().pixelColor(4, badge.height() // 2)
    badge.show_as("Fertig", "good")
    settle()
    assert badge.grab().toImage().pixelColor(4, badge.height() // 2) != grey
    assert badge.text() == "Fertig"


@pytest.mark.parametrize("side", [20, 24, 48])
def test_an_icon_takes_the_colour_of_the_theme_that_paints_it(app: QApplication, assets: Path, side: int) -> None:
    icon = Icons(assets).icon("dot", "accent")

    def centre() -> QColor:
        return icon.pixmap(QSize(side, side)).toImage().pixelColor(side // 2, side // 2)

    assert centre() == colour("accent")
    apply_theme(app, load_theme(assets, ThemeName.DARK), 100)
    assert centre() == QColor(current_theme().colours.accent)
    grey = icon.pixmap(QSize(side, side), QIcon.Mode.Disabled).toImage().pixelColor(side // 2, side // 2)
    assert grey == colour("muted")


def test_every_icon_file_can_be_painted(assets: Path) -> None:
    icons = Icons(assets)
    names = sorted(file.stem for file in (assets / "icons").glob("*.svg"))
    assert len(names) > 20
    for name in names:
        picture = icons.icon(name, "ink").pixmap(QSize(24, 24)).toImage()
        inked = any(picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert inked, f"{name} is empty"
        assert "currentColor" in (assets / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def test_the_icon_of_a_button_grows_with_its_words(app: QApplication, assets: Path, show: Show) -> None:
    button = PrimaryButton("Weiter", Icons(assets).icon("enter", "on_accent"))
    show(button)
    small = button.iconSize().width()
    apply_theme(app, load_theme(assets, ThemeName.LIGHT), 200)
    settle()
    assert button.iconSize().width() == 2 * small
    apply_theme(app, load_theme(assets, ThemeName.LIGHT), 100)
    settle()
    assert button.iconSize().width() == small


def test_a_missing_icon_is_a_mistake_one_hears_of(assets: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(assets).icon("no-such-icon")


def test_the_shipped_type_is_what_is_set(app: QApplication, assets: Path) -> None:
    from PySide6.QtGui import QFontInfo

    assert load_fonts(assets) == ()
    assert QFontInfo(app.font()).family() == "Inter"


# -- labels -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [120, 320, 900])
@pytest.mark.parametrize("scale", [100, 200])
def test_text_wraps_and_is_never_cut(app: QApplication, assets: Path, show: Show, width: int, scale: int) -> None:
    apply_theme(app, load_theme(assets, ThemeName.LIGHT), scale)
    holder = QWidget()
    column = QVBoxLayout(holder)
    labels = [Text(WORDS), Title(WORDS), Text(f"<p>{WORDS}</p><ul><li>{WORDS}</li></ul>", rich=True)]
    for label in labels:
        column.addWidget(label)
    holder.resize(width, 10)
    show(holder)
    holder.resize(width, holder.heightForWidth(width))
    settle()
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_headings_are_headings_and_text_is_text(show: Show) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    heading, text = Heading("Ihre Kurse"), Text("Drei")
    column.addWidget(heading)
    column.addWidget(text)
    show(holder)
    assert role(heading) == QAccessible.Role.Heading
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name) == "Ihre Kurse"
    assert role(text) == QAccessible.Role.StaticText


def test_words_are_shown_as_words_not_as_mark_up(show: Show) -> None:
    label = Text("<b>kein</b> & Trick")
    show(label)
    assert "&lt;b&gt;" in label.text()
    assert label.accessibleName() == "<b>kein</b> & Trick"


def test_links_are_reached_by_keyboard_only_where_there_are_some(show: Show) -> None:
    assert Text("ohne", rich=True).focusPolicy() == Qt.FocusPolicy.NoFocus
    linked = Text('<a href="https://muster.example">mit</a>', rich=True)
    assert linked.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


# -- progress ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ProgressBar, ProgressRing])
def test_progress_is_told_by_name_and_value(show: Show, kind: type[ProgressBar]) -> None:
    bar = kind("Fortschritt im Kurs", 60)
    show(bar)
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Fortschritt im Kurs"
    assert interface.valueInterface().currentValue() == 60


def test_a_bar_is_as_full_as_its_value(show: Show) -> None:
    bar = ProgressBar("x", 50)
    bar.resize(200, 6)
    show(bar)
    picture = bar.grab().toImage()
    assert picture.pixelColor(60, 3) == colour("accent")
    assert picture.pixelColor(140, 3) == colour("track")


# -- buttons ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [lambda: PrimaryButton("Los"), lambda: CardButton("Kurs")])
def test_enter_and_space_press(show: Show, make: Callable[[], PrimaryButton], key: Qt.Key) -> None:
    button = make()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    show(button)
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_a_click_on_the_words_of_a_card_presses_the_card(show: Show) -> None:
    card = CardButton("Kurs")
    words = Title("Vertraulich bleibt vertraulich")
    card.add(words)
    pressed: list[bool] = []
    card.clicked.connect(lambda: pressed.append(True))
    card.resize(300, 200)
    show(card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=words.geometry().center())
    assert pressed == [True]


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_tick_is_seen_without_its_colour(show: Show, kind: type[CheckBox]) -> None:
    box = kind("Gelesen")
    show(box)
    off = box.grab().toImage().convertToFormat(box.grab().toImage().Format.Format_Grayscale8)
    box.setChecked(True)
    settle()
    on = box.grab().toImage().convertToFormat(off.format())
    changed = sum(
        abs(on.pixelColor(x, y).lightness() - off.pixelColor(x, y).lightness()) > 60
        for x in range(30)
        for y in range(box.height())
    )
    assert changed > 20


# -- layouts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "columns"), [(200, 1), (420, 2), (640, 3), (2000, 3)])
def test_a_grid_has_as_many_columns_as_fit(show: Show, width: int, columns: int) -> None:
    holder = QWidget()
    grid = FlowGrid(holder, min_card=200, max_columns=3, gap=10)
    cards = [QLabel(str(n)) for n in range(5)]
    for card in cards:
        grid.addWidget(card)
    holder.resize(width, 400)
    show(holder)
    assert len({card.y() for card in cards}) == -(-5 // columns)
    assert len({card.width() for card in cards}) == 1
    assert max(card.geometry().right() for card in cards) < width


def test_columns_get_fewer_as_the_text_grows(app: QApplication, assets: Path, show: Show) -> None:
    apply_theme(app, load_theme(assets, ThemeName.LIGHT), 200)
    holder = QWidget()
    grid = FlowGrid(holder, min_card=200)
    cards = [QLabel(str(n)) for n in range(3)]
    for card in cards:
        grid.addWidget(card)
    holder.resize(640, 400)
    show(holder)
    assert len({card.x() for card in cards}) == 1


def test_a_row_breaks_where_it_must(show: Show) -> None:
    holder = QWidget()
    row = FlowRow(holder, gap=8)
    buttons = [PrimaryButton("Eine Handlung") for _ in range(4)]
    for button in buttons:
        row.addWidget(button)
    holder.resize(buttons[0].sizeHint().width() * 2 + 20, 300)
    show(holder)
    assert [b.y() == buttons[0].y() for b in buttons] == [True, True, False, False]
    assert row.heightForWidth(holder.width()) >= 2 * buttons[0].height()


def test_a_hidden_card_leaves_no_hole(show: Show) -> None:
    holder = QWidget()
    grid = FlowGrid(holder, min_card=100, gap=10)
    cards = [QLabel(str(n)) for n in range(2)]
    for card in cards:
        grid.addWidget(card)
    cards[0].hide()
    holder.resize(400, 100)
    show(holder)
    assert cards[1].x() == 0


def test_a_split_stacks_when_there_is_too_little_room(show: Show) -> None:
    split = SplitRow(400)
    one, two = QLabel("eins"), QLabel("zwei")
    split.row.addWidget(one)
    split.row.addWidget(two)
    split.resize(600, 100)
    show(split)
    assert one.y() == two.y()
    split.resize(300, 100)
    settle()
    assert split.is_stacked()
    assert one.x() == two.x()


@pytest.mark.parametrize("width", [300, 700, 1400])
def test_a_page_scrolls_down_but_never_sideways(show: Show, width: int) -> None:
    page = ScrollPage(width=600)
    wide = look(QLabel("x" * 400), "strong")
    page.column.addWidget(wide)
    for _ in range(40):
        page.column.addWidget(Text(WORDS))
    page.resize(width, 400)
    show(page)
    assert page.widget().width() <= page.viewport().width()
    assert page.verticalScrollBar().maximum() > 0
    left, _top, right, _bottom = page.column.getContentsMargins()
    inner = page.widget().width() - left - right
    assert inner <= 600
    assert abs(left - right) <= 1
    assert left >= 24


def test_a_short_page_does_not_scroll(show: Show) -> None:
    page = ScrollPage()
    page.column.addWidget(Text("kurz"))
    page.column.addStretch(1)
    page.resize(900, 500)
    show(page)
    assert page.verticalScrollBar().maximum() == 0
