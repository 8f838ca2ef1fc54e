"""Every block of a lesson shows what the trainer wrote, at any width, and says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.workspace import Workspace
from desktop.model.course import (
    Block,
    Callout,
    CalloutKind,
    Checklist,
    Details,
    Figure,
    Footnotes,
    KnowledgeCheck,
    Prose,
    Table,
    Task,
)
from desktop.model.errors import KlartextError, StoreFull
from desktop.model.learner import ThemeName
from desktop.model.text import Rich
from desktop.rendering.theme import load_theme
from desktop.ui.blocks.build import block_widget
from desktop.ui.blocks.check import CheckCard
from desktop.ui.blocks.checklist import ChecklistBlock
from desktop.ui.blocks.context import BlockContext, notes_of
from desktop.ui.blocks.details import DetailsBlock
from desktop.ui.blocks.figure import FigureBlock, Picture
from desktop.ui.blocks.footnotes import BACK, FootnotesBlock
from desktop.ui.blocks.table import LessonTable
from desktop.ui.kit import Kit
from desktop.ui.theme import apply_theme, colour
from tests.app.kit import ASSETS
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, full_disk, words_in, write_probe

Show = Callable[[QWidget], QWidget]


def rich(words: str) -> Rich:
    return Rich(f"<p>{words}</p>", words)


class Surroundings:
    """The probe course's first lesson as blocks live in it, with what they reported."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.lesson = workspace.library.lesson(PROBE, "eins", "de")
        self.opened: list[str] = []
        self.failures: list[KlartextError] = []
        study = workspace.study
        self.context = BlockContext(
            kit=Kit(ASSETS, "en"),
            notes=notes_of(self.lesson.blocks),
            ticks=study.progress(PROBE, "eins").ticks,
            checks=study.checks(PROBE, self.lesson),
            tick=lambda task, on: study.tick(PROBE, "eins", task, on),
            answer=lambda item, response, hint: study.answer_check(PROBE, "eins", item, response, hint),
            open_link=self.opened.append,
            failed=self.failures.append,
        )

    def block(self, kind: type[Block]) -> Block:
        return next(block for block in self.lesson.blocks if isinstance(block, kind))


@pytest.fixture
def around(stage: Stage, app: QApplication) -> Surroundings:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT))
    write_probe(stage.place)
    workspace = stage.workspace()
    workspace.people.set_up("Jana Ortmann", workspace.people.settings())
    return Surroundings(workspace)


@pytest.fixture
def made(around: Surroundings, show: Show) -> Callable[..., QWidget]:
    def build(block: Block, width: int = 640) -> QWidget:
        widget = block_widget(block, around.context)
        assert widget is not None
        widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else 400)
        show(widget)
        return widget

    return build


@pytest.mark.parametrize("kind", CalloutKind)
def test_a_callout_says_its_kind_by_word_or_by_a_named_icon(kind: CalloutKind, made: Callable[..., QWidget]) -> None:
    word = kind.value.capitalize()
    assert word in words_in(made(Callout(kind, rich("Text."))))
    titled = words_in(made(Callout(kind, rich("Text."), "Die zwei Fragen")))
    assert "Die zwei Fragen" in titled
    assert word in titled


def test_callouts_differ_in_colour(made: Callable[..., QWidget]) -> None:
    grounds = {
        kind: made(Callout(kind, rich("Text."))).grab().toImage().pixelColor(600, 30).name() for kind in CalloutKind
    }
    assert grounds[CalloutKind.NOTE] == colour("info_soft").name()
    assert grounds[CalloutKind.TIP] == colour("accent_soft").name()
    assert grounds[CalloutKind.WARNING] == colour("caution_soft").name()
    assert grounds[CalloutKind.CAUTION] == colour("risk_soft").name()


# Figures ------------------------------------------------------------------------------------------------------------


def test_a_drawing_takes_the_ink_of_the_theme_and_the_width_of_the_column(
    around: Surroundings, made: Callable[..., QWidget], app: QApplication
) -> None:
    widget = made(around.block(Figure), 320)
    picture = widget.findChild(Picture)
    assert picture is not None
    assert (picture.width(), picture.height()) == (320, 100)
    assert _middle(picture) == colour("ink")
    apply_theme(app, load_theme(ASSETS, ThemeName.DARK))
    settle()
    assert _middle(picture) == colour("ink") != QColor("#1B1F2A")


def test_a_figure_is_a_graphic_with_its_alternative_text_and_caption(
    around: Surroundings, made: Callable[..., QWidget]
) -> None:
    picture = made(around.block(Figure)).findChild(Picture)
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Zwei Kästen mit einem Pfeil dazwischen"
    assert interface.text(QAccessible.Text.Description) == "Von hier nach dort."


def test_a_photo_shrinks_into_the_column_and_never_grows_beyond_its_size(
    tmp_path: Path, made: Callable[..., QWidget]
) -> None:
    large, small = tmp_path / "large.png", tmp_path / "small.png"
    for file, side in ((large, 1200), (small, 60)):
        image = QImage(side, side // 2, QImage.Format.Format_RGB32)
        image.fill(QColor("#B86A1E"))
        assert image.save(str(file))
    assert made(Figure(large, "groß"), 400).findChild(Picture).height() == 200
    picture = made(Figure(small, "klein"), 400).findChild(Picture)
    assert picture.height() == 30
    assert picture.grab().toImage().pixelColor(200, 15).name() == "#b86a1e"
    assert picture.grab().toImage().pixelColor(100, 15).name() != "#b86a1e"


@pytest.mark.parametrize("content", [None, b"no image at all"])
def test_what_is_no_image_is_replaced_by_its_words(
    content: bytes | None, tmp_path: Path, made: Callable[..., QWidget]
) -> None:
    file = tmp_path / "broken.png"
    if content is not None:
        file.write_bytes(content)
    widget = made(Figure(file, "Ein Pfeil von links nach rechts"))
    assert isinstance(widget, FigureBlock)
    picture = widget.findChild(Picture)
    assert not picture.readable
    assert picture.text() == "Ein Pfeil von links nach rechts"


def test_lists_of_font_families_in_a_drawing_are_cut_to_the_first(tmp_path: Path) -> None:
    def drawing(family: str) -> bytes:
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40" width="300" height="40">'
            f'<text x="4" y="28" font-size="24" font-family="{family}">Agij</text></svg>'
        ).encode()

    pictures = []
    for name, family in (("one", "Inter"), ("list", "Inter, sans-serif")):
        file = tmp_path / f"{name}.svg"
        file.write_bytes(drawing(family))
        picture = Picture(file, "")
        picture.resize(300, 40)
        pictures.append(picture.grab().toImage())
    assert pictures[0] == pictures[1]


def _middle(picture: Picture) -> QColor:
    return picture.grab().toImage().pixelColor(picture.width() // 2, picture.height() // 2)


# Tables -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [640, 300, 180])
def test_a_table_fills_its_width_and_never_scrolls(
    width: int, around: Surroundings, made: Callable[..., QWidget]
) -> None:
    table = made(around.block(Table), width)
    assert isinstance(table, LessonTable)
    settle()
    assert sum(table.columnWidth(n) for n in range(table.columnCount())) == width
    assert table.horizontalScrollBar().maximum() == 0
    assert table.verticalScrollBar().maximum() == 0
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            cell = table.cellWidget(row, column)
            assert cell.height() >= cell.heightForWidth(cell.width()), "a cell is cut"


def test_a_table_is_one_to_screen_readers(around: Surroundings, made: Callable[..., QWidget]) -> None:
    table = made(around.block(Table))
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Table: Frage, Stelle"
    assert [table.horizontalHeaderItem(n).text() for n in range(2)] == ["Frage", "Stelle"]
    said = table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Pressestelle"


def test_a_narrow_table_is_higher(around: Surroundings, made: Callable[..., QWidget]) -> None:
    table = made(around.block(Table))
    assert table.heightForWidth(240) > table.heightForWidth(640)


# Checklists, fold-outs, footnotes -----------------------------------------------------------------------------------


def test_ticks_are_kept_and_shown_again(around: Surroundings, made: Callable[..., QWidget]) -> None:
    checklist = made(around.block(Checklist))
    assert isinstance(checklist, ChecklistBlock)
    task, other = checklist.boxes
    assert checklist.boxes[task].accessibleName() == "Ich weiß, wen ich anrufe."
    QTest.keyClick(checklist.boxes[task], Qt.Key.Key_Space)
    assert around.workspace.study.progress(PROBE, "eins").ticks == {task}
    again = made_again(around, checklist)
    assert again.boxes[task].isChecked()
    assert not again.boxes[other].isChecked()
    again.deleteLater()


def test_a_click_on_the_words_ticks_too(around: Surroundings, made: Callable[..., QWidget]) -> None:
    checklist = made(Checklist((Task("a", rich("Ich frage nach.")),)))
    words = next(w for w in checklist.findChildren(QWidget) if w.accessibleName() == "Ich frage nach." and w is not
                 checklist.boxes["a"])  # fmt: skip
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert checklist.boxes["a"].isChecked()


def test_a_tick_that_cannot_be_kept_is_taken_back(around: Surroundings, made: Callable[..., QWidget]) -> None:
    checklist = made(around.block(Checklist))
    task = next(iter(checklist.boxes))
    with full_disk():
        checklist.boxes[task].click()
    assert not checklist.boxes[task].isChecked()
    assert [type(error) for error in around.failures] == [StoreFull]
    checklist.boxes[task].click()
    assert around.workspace.study.progress(PROBE, "eins").ticks == {task}


def made_again(around: Surroundings, _before: QWidget) -> ChecklistBlock:
    fresh = Surroundings(around.workspace)
    widget = block_widget(fresh.block(Checklist), fresh.context)
    assert isinstance(widget, ChecklistBlock)
    return widget


def test_a_fold_out_opens_by_keyboard_and_says_so(around: Surroundings, made: Callable[..., QWidget]) -> None:
    fold = made(around.block(Details))
    assert isinstance(fold, DetailsBlock)
    assert "Aus einer Umfrage." not in words_in(fold)
    assert fold.button.accessibleName() == "Woher kommt die Zahl?"
    assert fold.button.accessibleDescription() == "collapsed"
    for expected in ("expanded", "collapsed", "expanded"):
        QTest.keyClick(fold.button, Qt.Key.Key_Space)
        settle()
        assert fold.button.accessibleDescription() == expected
        assert ("Aus einer Umfrage." in words_in(fold)) == (expected == "expanded")


def test_footnotes_are_numbered_and_lead_back(around: Surroundings, made: Callable[..., QWidget]) -> None:
    notes = made(around.block(Footnotes))
    assert isinstance(notes, FootnotesBlock)
    anchor, _ = around.block(Footnotes).notes[0]
    note = notes.note(anchor)
    assert note is not None
    assert note.accessibleName() == "1. Muster, Fachforen, 2019."
    back = note.link_to(BACK + anchor)
    assert back is not None
    assert back.accessibleName() == "Back to the text"
    back.click()
    assert around.opened == [BACK + anchor]
    assert notes.note("nowhere") is None


def test_a_mark_in_the_text_carries_the_words_of_its_note(around: Surroundings, made: Callable[..., QWidget]) -> None:
    prose = made(around.block(Prose))
    anchor, text = around.block(Footnotes).notes[0]
    mark = prose.link_to("#" + anchor)
    assert mark is not None
    assert mark.toolTip() == text.plain == "Muster, Fachforen, 2019."


# Knowledge checks ---------------------------------------------------------------------------------------------------


@pytest.fixture
def card(around: Surroundings, made: Callable[..., QWidget]) -> CheckCard:
    widget = made(around.block(KnowledgeCheck))
    assert isinstance(widget, CheckCard)
    return widget


def option(card: CheckCard, words: str) -> QWidget:
    return next(row for row in card.panel.area.rows if words in row.accessibleName())


def test_a_click_answers_at_once_and_is_kept(card: CheckCard, around: Surroundings) -> None:
    QTest.mouseClick(option(card, "Zusammenfassung"), Qt.MouseButton.LeftButton)
    settle()
    assert card.is_answered
    said = words_in(card)
    assert "Auch eine Zusammenfassung ist intern." in said
    assert "This is the right answer." in said
    assert "Wer zuerst fragt, verliert nichts." in said
    assert "Anonym ist selten anonym." not in said
    kept = around.workspace.study.progress(PROBE, "eins").checks["testreihe"]
    assert (kept.response, kept.fraction) == (("1",), 0.0)


def test_an_answer_given_before_is_shown_when_the_lesson_is_opened_again(
    card: CheckCard, around: Surroundings, show: Show
) -> None:
    option(card, "Name und Zweck").click()
    fresh = Surroundings(around.workspace)
    again = block_widget(fresh.block(KnowledgeCheck), fresh.context)
    assert isinstance(again, CheckCard)
    show(again)
    assert again.is_answered
    assert "Correct. Freundlich und nachprüfbar." in words_in(again)


def test_it_may_be_tried_again(card: CheckCard) -> None:
    option(card, "anonym").click()
    settle()
    assert card.again_button.isVisible()
    card.again_button.click()
    settle()
    assert not card.is_answered
    assert not card.again_button.isVisible()
    option(card, "Name und Zweck").click()
    settle()
    assert "Correct." in words_in(card)


def test_h_shows_the_hint_and_the_answer_remembers_it(card: CheckCard, around: Surroundings) -> None:
    QTest.keyClick(card.panel.area.rows[0], Qt.Key.Key_H)
    settle()
    assert "Wer fragt, und wozu?" in words_in(card)
    assert not card.hint_button.isVisible()
    QTest.keyClick(card, Qt.Key.Key_1)
    assert around.workspace.study.progress(PROBE, "eins").checks["testreihe"].hint_used


def test_an_answer_that_cannot_be_kept_is_not_shown_as_given(card: CheckCard, around: Surroundings) -> None:
    with full_disk():
        option(card, "anonym").click()
    assert not card.is_answered
    assert [type(error) for error in around.failures] == [StoreFull]
    assert "testreihe" not in around.workspace.study.progress(PROBE, "eins").checks
    card.submit()
    assert card.is_answered
