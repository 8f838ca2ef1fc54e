"""Every item type takes an answer by keyboard and mouse, gives it back as agreed, locks, marks and clears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.learner import ThemeName
from desktop.model.quiz import Item
from desktop.rendering.theme import load_theme
from desktop.ui.items.choice import ChoiceArea
from desktop.ui.items.cloze import ClozeArea
from desktop.ui.items.matching import MatchingArea
from desktop.ui.items.ordering import OrderingArea
from desktop.ui.items.panel import ItemPanel
from desktop.ui.items.typed import TypedArea
from desktop.ui.theme import apply_theme
from tests.app.kit import ASSETS
from tests.ui.conftest import Stage, settle
from tests.ui.learning import RIGHT, graded, panel_of, quiz_items, words_in, write_probe

Show = Callable[[QWidget], QWidget]
WRONG = {
    "einzeln": ("1",),
    "mehrere": ("1", "2"),
    "wahr": ("1",),
    "zuordnen": ("Pressestelle", "Betriebsrat"),
    "reihe": ("3", "2", "1"),
    "luecke": ("Freigabe", "Kantine"),
    "kurz": ("Erlaubnis",),
    "zahl": ("140",),
}


@pytest.fixture
def items(stage: Stage, app: QApplication) -> dict[str, Item]:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT))
    write_probe(stage.place)
    return quiz_items(stage.workspace())


@pytest.fixture
def panel(items: dict[str, Item], show: Show) -> Callable[..., ItemPanel]:
    def make(item_id: str, width: int = 640) -> ItemPanel:
        made = panel_of(items[item_id], width)
        show(made)
        return made

    return make


@pytest.mark.parametrize("item_id", RIGHT)
def test_an_answer_comes_back_as_it_was_given(item_id: str, panel: Callable[..., ItemPanel]) -> None:
    made = panel(item_id)
    assert made.area.response() is None or item_id == "reihe"
    made.show_answer(RIGHT[item_id])
    assert made.area.response() == RIGHT[item_id]


@pytest.mark.parametrize("item_id", RIGHT)
def test_clearing_leaves_nothing_of_answer_and_marks(item_id: str, panel: Callable[..., ItemPanel]) -> None:
    made = panel(item_id)
    settle()
    before, words = made.area.response(), words_in(made.area)
    made.show_answer(WRONG.get(item_id, RIGHT[item_id]))
    made.show_graded(graded(made.item, made.area.response() or ()))
    settle()
    made.clear()
    settle()
    assert made.area.response() == before
    assert not made.area.locked
    assert words_in(made.area) == words


@pytest.mark.parametrize("item_id", WRONG)
def test_right_and_wrong_are_said_in_words_not_only_in_colours(item_id: str, panel: Callable[..., ItemPanel]) -> None:
    made = panel(item_id)
    made.show_answer(RIGHT[item_id])
    made.show_graded(graded(made.item, RIGHT[item_id]))
    settle()
    assert "Correct." in words_in(made.area)
    made.clear()
    made.show_answer(WRONG[item_id])
    made.show_graded(graded(made.item, WRONG[item_id]))
    settle()
    said = words_in(made.area)
    assert any(word in said for word in ("Not quite.", "Does not belong here.", "After this comes"))
    assert made.verdict(graded(made.item, WRONG[item_id])) in ("Not quite.", "Partly correct.")


@pytest.mark.parametrize("item_id", RIGHT)
def test_a_locked_answer_stays(item_id: str, panel: Callable[..., ItemPanel]) -> None:
    made = panel(item_id)
    made.show_answer(RIGHT[item_id])
    made.area.lock()
    spy = QSignalSpy(made.changed)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_Down):
        QTest.keyClick(made.area.first_control(), key)
    QTest.keyClick(made.area.first_control(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(made.area.first_control(), Qt.MouseButton.LeftButton)
    assert made.area.response() == RIGHT[item_id]
    assert spy.count() == 0


@pytest.mark.parametrize("item_id", RIGHT)
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_wider_than_a_narrow_column(
    item_id: str, scale: int, panel: Callable[..., ItemPanel], app: QApplication
) -> None:
    apply_theme(app, load_theme(ASSETS, ThemeName.LIGHT), scale)
    made = panel(item_id, 480)
    made.show_answer(WRONG.get(item_id, RIGHT[item_id]))
    made.show_graded(graded(made.item, made.area.response() or ()))
    settle()
    for child in made.findChildren(QWidget):
        if child.isVisible() and not child.isWindow():
            right = child.mapTo(made, QPoint(child.width(), 0)).x()
            assert right <= made.width() + 2, f"{child} runs out of the column"


# Choices ------------------------------------------------------------------------------------------------------------


def area_of(made: ItemPanel, kind: type) -> object:
    assert isinstance(made.area, kind)
    return made.area


def test_digits_choose_and_say_that_it_was_meant(panel: Callable[..., ItemPanel]) -> None:
    made = panel("einzeln")
    picked, committed = QSignalSpy(made.picked), QSignalSpy(made.committed)
    QTest.keyClick(made.area.first_control(), Qt.Key.Key_2)
    assert made.area.response() == ("2",)
    assert (picked.count(), committed.count()) == (1, 0)
    QTest.keyClick(made.area, Qt.Key.Key_Return)
    assert committed.count() == 1


def test_only_one_of_a_single_choice_is_chosen_and_any_number_of_a_multiple(panel: Callable[..., ItemPanel]) -> None:
    single, several = panel("einzeln"), panel("mehrere")
    for made in (single, several):
        QTest.keyClick(made.area, Qt.Key.Key_1)
        QTest.keyClick(made.area, Qt.Key.Key_3)
    assert single.area.response() == ("3",)
    assert several.area.response() == ("1", "3")
    QTest.keyClick(several.area, Qt.Key.Key_1)
    assert several.area.response() == ("3",)


def test_arrows_go_through_the_options_without_answering(panel: Callable[..., ItemPanel]) -> None:
    made = panel("einzeln")
    made.window().activateWindow()
    rows = area_of(made, ChoiceArea).rows
    rows[0].setFocus()
    settle()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    settle()
    assert QApplication.focusWidget() is rows[1]
    QTest.keyClick(rows[0], Qt.Key.Key_Up)
    settle()
    assert QApplication.focusWidget() is rows[2]
    assert made.area.response() is None


def test_options_keep_the_roles_of_radio_buttons_and_check_boxes(panel: Callable[..., ItemPanel]) -> None:
    for item_id, role in (("einzeln", QAccessible.Role.RadioButton), ("mehrere", QAccessible.Role.CheckBox)):
        row = area_of(panel(item_id), ChoiceArea).rows[1]
        interface = QAccessible.queryAccessibleInterface(row)
        assert interface.role() == role
        assert interface.text(QAccessible.Text.Name).startswith("2: ")
        row.click()
        assert QAccessible.queryAccessibleInterface(row).state().checked


def test_the_wrong_choice_gets_its_feedback_and_the_right_one_is_shown(panel: Callable[..., ItemPanel]) -> None:
    made = panel("einzeln")
    made.show_answer(("1",))
    made.show_graded(graded(made.item, ("1",)))
    settle()
    rows = area_of(made, ChoiceArea).rows
    assert rows[0].accessibleDescription() == "Not quite. Das ist die Auskunft."
    assert rows[1].accessibleDescription() == "This is the right answer. Freundlich und kurz."
    assert rows[2].accessibleDescription() == ""
    assert "Zeitpläne sind Geheimnisse." in words_in(made)


def test_a_right_option_left_out_of_a_multiple_choice_is_named(panel: Callable[..., ItemPanel]) -> None:
    made = panel("mehrere")
    made.show_answer(("1", "2"))
    made.show_graded(graded(made.item, ("1", "2")))
    said = [row.accessibleDescription().split(".")[0] for row in area_of(made, ChoiceArea).rows]
    assert said == ["Correct", "Does not belong here", "Belongs here too"]


def test_the_hint_is_shown_once_and_remembered(panel: Callable[..., ItemPanel]) -> None:
    made = panel("einzeln")
    assert made.has_hint
    assert not made.hint_used
    made.show_hint()
    made.show_hint()
    settle()
    assert words_in(made).count("Wer fragt, und wozu?") == 1
    assert made.hint_used
    assert not made.has_hint
    assert not panel("wahr").has_hint


# The others ---------------------------------------------------------------------------------------------------------


def test_matching_needs_every_line_and_a_turning_wheel_changes_nothing(panel: Callable[..., ItemPanel]) -> None:
    made = panel("zuordnen")
    first, second = (row.field for row in area_of(made, MatchingArea).rows)
    assert first.accessibleName() == "What belongs to “Ein Journalist ruft an”?"
    assert sorted(first.itemText(n) for n in range(first.count())) == [
        "Betriebsrat",
        "Informationssicherheit",
        "Pressestelle",
    ]
    first.choose("Pressestelle")
    assert made.area.response() is None
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert made.area.response() is not None
    before = made.area.response()
    wheel = QWheelEvent(
        QPoint(5, 5),
        second.mapToGlobal(QPoint(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(second, wheel)
    assert made.area.response() == before


def test_steps_move_by_button_and_by_alt_and_arrow(panel: Callable[..., ItemPanel]) -> None:
    made = panel("reihe")
    made.window().activateWindow()
    area = area_of(made, OrderingArea)
    made.show_answer(("3", "1", "2"))
    last = area.rows[2]
    assert last.up.accessibleDescription() == "now at place 3 of 3"
    assert not last.down.isEnabled()
    QTest.mouseClick(last.up, Qt.MouseButton.LeftButton)
    assert made.area.response() == ("3", "2", "1")
    settle()
    assert QApplication.focusWidget() is last.up
    QTest.keyClick(last.up, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert made.area.response() == ("2", "3", "1")
    settle()
    assert QApplication.focusWidget() is last.down, "at the top the other button takes the keyboard"
    QTest.keyClick(last.down, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert made.area.response() == ("2", "3", "1")
    assert [row.y() for row in area.rows] == sorted(row.y() for row in area.rows)


def test_every_gap_is_a_named_field_inside_the_text(panel: Callable[..., ItemPanel]) -> None:
    made = panel("luecke")
    area = area_of(made, ClozeArea)
    settle()
    assert [field.accessibleName() for field in area.fields] == ["Gap 1 of 2", "Gap 2 of 2"]
    assert len({field.width() for field in area.fields}) == 1, "the width of a gap tells nothing"
    assert all(area.text.rect().contains(field.geometry()) for field in area.fields)
    QTest.keyClicks(area.fields[0], "Erlaubnis")
    assert made.area.response() is None
    area.fields[1].choose("Kantine")
    assert made.area.response() == ("Erlaubnis", "Kantine")


def test_fields_of_a_cloze_wrap_with_the_text(panel: Callable[..., ItemPanel]) -> None:
    made = panel("luecke", 700)
    area = area_of(made, ClozeArea)
    wide = [field.y() for field in area.fields]
    made.resize(260, 800)
    settle()
    assert [field.y() for field in area.fields][1] > wide[1]
    assert all(area.text.rect().contains(field.geometry()) for field in area.fields)


def test_words_that_are_no_number_are_no_answer_to_a_number(panel: Callable[..., ItemPanel]) -> None:
    made = panel("zahl")
    field = area_of(made, TypedArea).field
    QTest.keyClicks(field, "viele")
    assert made.area.response() is None
    field.clear()
    QTest.keyClicks(field, "282")
    assert made.area.response() == ("282",)


def test_a_typed_answer_is_confirmed_by_enter_and_a_reflection_by_ctrl_enter(panel: Callable[..., ItemPanel]) -> None:
    short, thoughts = panel("kurz"), panel("nachdenken")
    confirmed = [QSignalSpy(short.committed), QSignalSpy(thoughts.committed)]
    QTest.keyClicks(short.area.first_control(), "Freigabe")
    QTest.keyClick(short.area.first_control(), Qt.Key.Key_Return)
    field = thoughts.area.first_control()
    QTest.keyClicks(field, "Gut")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert confirmed[1].count() == 0
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [spy.count() for spy in confirmed] == [1, 1]
    thoughts.show_graded(graded(thoughts.item, ("Gut",)))
    settle()
    assert "Gut, dass du gefragt hast." in words_in(thoughts)
    assert thoughts.verdict(graded(thoughts.item, ("Gut",))) == "Kept. This question is not graded."
