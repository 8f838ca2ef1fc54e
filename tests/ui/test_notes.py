"""Notes and highlights in a lesson, by keyboard alone and by mouse; what is typed is on disk a second later."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.app.annotations import Where
from desktop.app.workspace import open_workspace
from desktop.model.annotation import Annotation
from desktop.model.learner import Settings, ThemeName
from desktop.ui.lesson import LessonScreen
from desktop.ui.lesson_find import texts
from desktop.ui.lesson_tools import Tool
from desktop.ui.notes.marks import Mark, NoteSign
from desktop.ui.screen import Route
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import colour
from desktop.ui.window import Window
from tests.app.kit import ASSETS
from tests.ui.conftest import Stage, settle
from tests.ui.learning import EVERYTHING, PROBE, full_disk, words_in
from tests.ui.test_lesson import FIRST, SECOND, bar, key, lesson

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def kept(stage: Stage, lesson_id: str = "eins", language: str = "en") -> tuple[Annotation, ...]:
    return tuple(one.annotation for one in stage.workspace().annotations.of(PROBE, lesson_id, language))


def type_words(words: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, words)
    settle()


def text_with(screen: LessonScreen, words: str) -> RichText:
    return next(text for text in texts(screen) if words in text.plain)


def select_by_keys(window: Window, words: int = 3) -> None:
    """From the lesson's title: begin with the caret, select some words."""
    key(window, Qt.Key.Key_F7)
    for _ in range(words):
        key(window, Qt.Key.Key_Right, SHIFT | CTRL)


def tab_to(window: Window, kind: type) -> object:
    for _ in range(60):
        key(window, Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), kind):
            return QApplication.focusWidget()
    raise AssertionError(f"Tab never comes to a {kind.__name__}")


# Highlighting -------------------------------------------------------------------------------------------------------


def test_a_passage_is_highlighted_by_keyboard_alone_and_found_again(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window)
    assert isinstance(QApplication.focusWidget(), RichText)
    assert QApplication.focusWidget().selected_text() == "In einem Fachforum "
    key(window, Qt.Key.Key_H, CTRL | SHIFT)
    (one,) = kept(stage)
    assert one.passage is not None
    assert one.passage.quote == "In einem Fachforum"
    window.show_route(SECOND)
    window.show_route(FIRST)
    settle()
    assert isinstance(window.screen, LessonScreen)
    mark = tab_to(window, Mark)
    assert isinstance(mark, Mark)
    assert mark.accessibleName() == "Highlighted: “In einem Fachforum”"
    assert "Delete removes" in mark.accessibleDescription()
    assert window.ring.shown_on() is mark
    assert screen is not window.screen


def test_the_caret_walks_through_all_texts_of_the_lesson_and_back(stage: Stage) -> None:
    window, screen = lesson(stage)
    key(window, Qt.Key.Key_F7)
    there = list(texts(screen))
    for text in there[:3]:
        assert QApplication.focusWidget() is text
        assert text.has_caret
        key(window, Qt.Key.Key_End, CTRL)
        key(window, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is there[3]
    assert not there[2].has_caret
    key(window, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is there[2], "from the beginning of a text one comes to the end of the one before"
    assert "Shift+arrows select" in words_in(screen.strip)
    key(window, Qt.Key.Key_Escape)
    assert window.route == FIRST, "Escape ends the caret before it leaves the lesson"
    assert QApplication.focusWidget() is screen.title
    key(window, Qt.Key.Key_Escape)
    assert window.route != FIRST


def test_the_caret_stays_in_view(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    key(window, Qt.Key.Key_F7)
    for _ in range(45):
        key(window, Qt.Key.Key_Down)
    assert bar(screen).value() > 0
    text = QApplication.focusWidget()
    assert isinstance(text, RichText)
    place = text.caret_place()
    assert place is not None
    y = text.mapTo(screen.page.viewport(), text.box_of(max(place - 1, 0), max(place, 1)).center()).y()
    assert 0 <= y <= screen.page.viewport().height()


def test_the_key_takes_a_highlight_away_again_and_undo_brings_it_back(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window)
    key(window, Qt.Key.Key_H, CTRL | SHIFT)
    select_by_keys(window, 2)
    key(window, Qt.Key.Key_H, CTRL | SHIFT)
    assert kept(stage) == ()
    assert "Highlight removed" in words_in(screen.strip)
    key(window, Qt.Key.Key_Z, CTRL)
    assert [one.passage.quote for one in kept(stage) if one.passage] == ["In einem Fachforum"]
    assert isinstance(QApplication.focusWidget(), Mark)
    key(window, Qt.Key.Key_Delete)
    assert kept(stage) == ()


def test_a_bar_beside_the_selection_does_the_same_by_mouse(stage: Stage) -> None:
    _, screen = lesson(stage)
    text = text_with(screen, "In einem Fachforum")
    QTest.mouseDClick(text, Qt.MouseButton.LeftButton, pos=text.box_of(9, 18).center())
    QTest.qWait(300)
    floating = screen.notes.bar
    assert floating is not None
    assert floating.isVisible()
    assert floating.geometry().right() <= screen.page.widget().width()
    QTest.mouseClick(floating.highlight_button, Qt.MouseButton.LeftButton)
    settle()
    assert [one.passage.quote for one in kept(stage) if one.passage] == ["Fachforum"]
    assert not floating.isVisible()
    QTest.mouseDClick(text, Qt.MouseButton.LeftButton, pos=text.box_of(9, 18).center())
    QTest.qWait(300)
    assert floating.highlight_button.text() == "Remove highlight"


def test_tab_comes_from_the_selection_to_the_bar_and_keeps_the_selection(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window)
    QTest.qWait(300)
    text = QApplication.focusWidget()
    key(window, Qt.Key.Key_Tab)
    assert screen.notes.bar is not None
    assert QApplication.focusWidget() is screen.notes.bar.highlight_button
    assert isinstance(text, RichText)
    assert text.selected_text() == "In einem Fachforum "
    key(window, Qt.Key.Key_Return)
    assert len(kept(stage)) == 1


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_a_highlight_is_a_tint_and_a_bar_and_a_note_breaks_the_bar(stage: Stage, theme: ThemeName) -> None:
    window, screen = lesson(stage, settings=Settings(language="en", theme=theme))
    text = text_with(screen, "In einem Fachforum")
    select_by_keys(window)
    key(window, Qt.Key.Key_H, CTRL | SHIFT)
    key(window, Qt.Key.Key_Escape)

    def bar_pixels() -> list[str]:
        picture, box = text.grab().toImage(), text.box_of(0, 18)
        return [picture.pixelColor(x, box.bottom()).name() for x in range(box.left() + 4, box.right() - 4)]

    solid = bar_pixels()
    assert set(solid) == {colour("accent").name()}
    screen.notes.open_note(kept(stage)[0].id)
    type_words("Gilt auch bei uns")
    key(window, Qt.Key.Key_Return, CTRL)
    settle()
    dashed = bar_pixels()
    assert 0.3 < dashed.count(colour("accent").name()) / len(dashed) < 0.9


# Notes --------------------------------------------------------------------------------------------------------------


def test_a_note_is_written_on_a_passage_by_keyboard_alone_and_opened_again(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert screen.notes.panel is not None
    assert "In einem Fachforum" in words_in(screen.notes.panel)
    type_words("Gilt auch bei uns")
    key(window, Qt.Key.Key_Return, CTRL)
    assert screen.notes.panel is None
    (one,) = kept(stage)
    assert one.words == "Gilt auch bei uns"
    assert one.passage is not None
    mark = QApplication.focusWidget()
    assert isinstance(mark, Mark)
    assert mark.accessibleName() == "Note on “In einem Fachforum”"
    assert "Gilt auch bei uns" in mark.accessibleDescription()
    key(window, Qt.Key.Key_Return)
    assert screen.notes.panel is not None
    type_words("!")
    key(window, Qt.Key.Key_Escape)
    assert window.route == FIRST
    assert kept(stage)[0].words == "Gilt auch bei uns!"


def test_a_sign_in_the_margin_opens_the_note_at_a_click(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Gilt auch bei uns")
    key(window, Qt.Key.Key_Return, CTRL)
    (sign,) = screen.page.widget().findChildren(NoteSign)
    text = text_with(screen, "In einem Fachforum")
    assert sign.isVisible()
    assert sign.geometry().right() < text.mapTo(screen.page.widget(), QPoint(0, 0)).x()
    assert sign.geometry().left() >= 0
    assert sign.toolTip() == "Gilt auch bei uns"
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert screen.notes.panel is not None
    screen.notes.panel.finish()
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=text.box_of(3, 8).center())
    settle()
    assert screen.notes.panel is not None, "and so does a click on the passage itself"


def test_without_a_selection_the_note_is_on_the_lesson(stage: Stage) -> None:
    window, screen = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Mit Tarek sprechen")
    key(window, Qt.Key.Key_Return, CTRL)
    (one,) = kept(stage)
    assert (one.words, one.passage) == ("Mit Tarek sprechen", None)
    assert "Mit Tarek sprechen" in words_in(screen)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert screen.notes.panel is not None
    assert screen.notes.panel.words == "Mit Tarek sprechen", "the same note, not a second one"
    screen.notes.panel.field.selectAll()
    key(window, Qt.Key.Key_Delete)
    key(window, Qt.Key.Key_Return, CTRL)
    assert kept(stage) == (), "a note without words is none"


def test_what_is_typed_is_on_disk_a_second_later_even_if_the_program_is_killed(stage: Stage, tmp_path: Path) -> None:
    window, _ = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Dieser Gedanke bleibt")
    QTest.qWait(1300)
    # What a killed program leaves behind is what lies in the folder now.
    left = tmp_path / "left"
    shutil.copytree(stage.place.home, left, ignore=shutil.ignore_patterns("lock*"))
    with open_workspace(
        left,
        course_folders=(stage.place.courses,),
        quiz_folders=(stage.place.quizzes,),
        assets=ASSETS,
        clock=stage.place.clock,
        rng=random.Random(2),
    ) as after:
        (one,) = after.annotations.of(PROBE, "eins", "de")
        assert one.annotation.words == "Dieser Gedanke bleibt"


@pytest.mark.parametrize("way", ["tab", "another lesson"])
def test_leaving_keeps_what_was_typed(stage: Stage, way: str) -> None:
    window, _ = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Sofort behalten")
    if way == "tab":
        key(window, Qt.Key.Key_Tab)
    else:
        window.show_route(SECOND)
    assert [one.words for one in kept(stage)] == ["Sofort behalten"]


def test_words_that_cannot_be_kept_stay_in_the_field_and_are_tried_again(stage: Stage) -> None:
    window, screen = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Zu wichtig zum Verlieren")
    panel = screen.notes.panel
    assert panel is not None
    with full_disk():
        key(window, Qt.Key.Key_Return, CTRL)
        assert screen.notes.panel is panel, "it does not close over words that are nowhere else"
        assert "Not saved yet" in words_in(panel)
        assert "disk" in words_in(window.notices).lower()
    panel.field.setFocus()
    key(window, Qt.Key.Key_Return, CTRL)
    assert [one.words for one in kept(stage)] == ["Zu wichtig zum Verlieren"]


def test_words_that_cannot_be_kept_survive_leaving_the_lesson(stage: Stage) -> None:
    window, _ = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Auch das nicht verlieren")
    with full_disk():
        window.show_route(SECOND)
        assert window.route == SECOND
        assert kept(stage) == ()
    window.show_route(FIRST)
    settle()
    assert [one.words for one in kept(stage)] == ["Auch das nicht verlieren"]
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    assert screen.notes.panel is not None
    assert screen.notes.panel.words == "Auch das nicht verlieren"
    window.show_route(SECOND)
    window.show_route(FIRST)
    settle()
    assert window.screen.notes.panel is None, "what was kept does not open again"  # type: ignore[attr-defined]


def test_a_deleted_note_comes_back_with_undo(stage: Stage) -> None:
    window, screen = lesson(stage)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Doch behalten")
    key(window, Qt.Key.Key_Return, CTRL)
    delete = next(b for b in screen.findChildren(QPushButton) if b.text() == "Delete" and b.isVisible())
    delete.setFocus()
    key(window, Qt.Key.Key_Return)
    assert kept(stage) == ()
    undo = screen.strip.undo_button
    assert undo is not None
    undo.setFocus()
    key(window, Qt.Key.Key_Return)
    assert [one.words for one in kept(stage)] == ["Doch behalten"]


# Edited courses, other languages ------------------------------------------------------------------------------------


def test_a_passage_that_is_gone_shows_its_note_and_old_words_at_the_end(stage: Stage) -> None:
    window, screen = lesson(stage)
    select_by_keys(window, 4)
    key(window, Qt.Key.Key_N, CTRL | SHIFT)
    type_words("Nicht verlieren")
    key(window, Qt.Key.Key_Return, CTRL)
    file = stage.place.courses / PROBE / "01-eins.md"
    stage.place.write(file, EVERYTHING.replace("In einem Fachforum lobt jemand Ihre Antwort.[^1] ", "Neu.[^1] "))
    os.utime(file, (1_900_000_000, 1_900_000_000))
    stage.workspace().library.refresh()
    window.show_route(SECOND)
    window.show_route(FIRST)
    settle()
    screen = window.screen  # type: ignore[assignment]
    screen.complete()
    settle()
    assert screen.notes.placed[0].where is Where.GONE
    words = words_in(screen)
    for piece in ("Without a place in today’s text", "In einem Fachforum lobt", "Nicht verlieren"):
        assert piece in words
    screen.notes.reveal(screen.notes.placed[0].annotation.id)
    settle()
    key(window, Qt.Key.Key_Return)
    assert screen.notes.panel is not None
    assert screen.notes.panel.words == "Nicht verlieren"


def test_a_fold_out_is_opened_for_the_passage_inside(stage: Stage) -> None:
    _, screen = lesson(stage)
    screen.complete()
    from desktop.app.annotations import Spot
    from desktop.app.annotations import texts as all_texts

    blocks = stage.workspace().library.lesson(PROBE, "eins", "en").blocks
    number = next(n for n, text in enumerate(all_texts(blocks)) if "Aus einer Umfrage" in text.plain)
    made = stage.workspace().annotations.highlight(PROBE, "eins", "en", Spot(number, 0, 17))
    screen.notes._renew()
    screen.notes.reveal(made.annotation.id)
    settle()
    assert isinstance(QApplication.focusWidget(), Mark)
    assert QApplication.focusWidget().isVisible()


def test_footnote_marks_do_not_shift_a_passage(stage: Stage) -> None:
    window, screen = lesson(stage)
    text = text_with(screen, "Die DSGVO gilt auch hier")
    letters = text.letters()
    start = letters.index("Die DSGVO gilt")
    text.setFocus()
    text.select(start, start + len("Die DSGVO gilt"))
    key(window, Qt.Key.Key_H, CTRL | SHIFT)
    (one,) = kept(stage)
    assert one.passage is not None
    assert one.passage.quote == "Die DSGVO gilt"
    (there,) = text._highlights
    assert letters[there.start : there.end] == "Die DSGVO gilt"


# Bookmark -----------------------------------------------------------------------------------------------------------


def test_the_bookmark_is_set_and_taken_out_by_key(stage: Stage) -> None:
    window, screen = lesson(stage)
    key(window, Qt.Key.Key_D, CTRL)
    assert stage.workspace().annotations.bookmarked(PROBE, "eins")
    button = screen.tools.button(Tool.BOOKMARK)
    assert button is not None
    assert button.accessibleName() == "Remove the bookmark"
    window.show_route(SECOND)
    window.show_route(Route("lesson", PROBE, "eins"))
    settle()
    key(window, Qt.Key.Key_D, CTRL)
    assert not stage.workspace().annotations.bookmarked(PROBE, "eins")
