"""The lesson reader: turning pages, remembering places, jumping to notes, and counting a lesson as read at its end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from desktop.model.learner import Settings, ThemeName
from desktop.ui.blocks.check import CheckCard
from desktop.ui.blocks.footnotes import FootnotesBlock
from desktop.ui.blocks.table import LessonTable
from desktop.ui.lesson import LessonScreen
from desktop.ui.screen import Route
from desktop.ui.text.link import TextLink
from desktop.ui.window import Window
from tests.app.kit import passed, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, at, full_disk, words_in, write_probe

FIRST = Route("lesson", PROBE, "eins")
SECOND = Route("lesson", PROBE, "zwei")


def lesson(stage: Stage, route: Route = FIRST, **how: object) -> tuple[Window, LessonScreen]:
    window = at(stage, route, **how)  # type: ignore[arg-type]
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    return window, screen


def bar(screen: LessonScreen):
    return screen.page.verticalScrollBar()


def scroll_to_end(screen: LessonScreen) -> None:
    bar(screen).setValue(bar(screen).maximum())
    settle()


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def test_it_says_where_one_is_and_how_long_it_takes(stage: Stage) -> None:
    _, screen = lesson(stage)
    words = words_in(screen)
    assert "Lesson 1 of 2 · 2 minutes" in words or "Lesson 1 of 2 · 1 minute" in words
    assert screen.title.words() == "Der freundliche Experte"
    assert screen.heading() == "Der freundliche Experte"


def test_everything_the_trainer_wrote_is_there_without_scrolling_first(stage: Stage) -> None:
    _, screen = lesson(stage)
    words = words_in(screen)
    for piece in ("zwei", "Die Pressestelle", "Wer ist mein Gegenüber", "QUICK CHECK", "Was wohin gehört", "Sources"):
        assert piece.lower() in words.lower(), piece


def test_keys_scroll(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    assert bar(screen).maximum() > 1000
    key(window, Qt.Key.Key_Space)
    first = bar(screen).value()
    assert 0 < first < screen.page.viewport().height(), "a page is a little less than what is seen"
    key(window, Qt.Key.Key_PageDown)
    assert bar(screen).value() > first
    key(window, Qt.Key.Key_PageUp)
    key(window, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar(screen).value() == 0
    key(window, Qt.Key.Key_Down)
    assert 0 < bar(screen).value() < first
    key(window, Qt.Key.Key_End)
    assert bar(screen).value() == bar(screen).maximum()
    key(window, Qt.Key.Key_Home)
    assert bar(screen).value() == 0


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 100), ((1024, 640), 100), ((1024, 640), 200)])
def test_nothing_is_cut_or_scrolls_sideways(stage: Stage, size: tuple[int, int], scale: int) -> None:
    _, screen = lesson(stage, size=size, settings=Settings(language="en", text_scale=scale))
    screen.complete()
    settle()
    assert screen.page.horizontalScrollBar().maximum() == 0
    inner = screen.page.widget()
    for child in inner.findChildren(QWidget):
        if child.isVisible() and not child.isWindow() and child.parentWidget() is inner:
            assert child.geometry().right() < inner.width()
            if child.hasHeightForWidth():
                assert child.height() >= child.heightForWidth(child.width()), f"{child} is cut"


def test_the_outline_folds_into_a_button_where_there_is_no_room(stage: Stage) -> None:
    window, screen = lesson(stage)
    assert screen.outline.isVisible()
    assert not screen.menu_button.isVisible()
    window.resize(1024, 640)
    settle()
    assert not screen.outline.isVisible()
    assert screen.menu_button.isVisible()
    menu = screen.outline.menu(screen)
    entries = [action.text() for action in menu.actions() if action.text()]
    assert entries[1:3] == ["Der freundliche Experte · open now", "Bilder verraten mehr · not read yet"]
    assert entries[3].startswith("Final test")
    menu.actions()[3].trigger()
    settle()
    assert window.route == SECOND


def test_the_outline_says_what_was_read(stage: Stage) -> None:
    write_probe(stage.place)
    _, screen = lesson(stage, SECOND, prepare=lambda workspace: workspace.study.mark_read(PROBE, "eins"))
    words = words_in(screen.outline)
    assert "Der freundliche Experte, read" in words
    assert "Bilder verraten mehr, open now" in words
    assert "Final test" in words


# Reading to the end -------------------------------------------------------------------------------------------------


def test_a_lesson_is_read_when_its_end_was_seen(stage: Stage) -> None:
    _, screen = lesson(stage, size=(1024, 640))
    spy = QSignalSpy(screen.read)
    study = stage.workspace().study
    assert not study.progress(PROBE, "eins").read
    scroll_to_end(screen)
    assert study.progress(PROBE, "eins").read
    assert screen.read_to_end
    bar(screen).setValue(0)
    scroll_to_end(screen)
    assert spy.count() == 1


def test_a_lesson_that_fits_the_window_is_read_at_sight(stage: Stage) -> None:
    lesson(stage, SECOND, size=(1280, 1400))
    assert stage.workspace().study.progress(PROBE, "zwei").read


def test_an_end_that_cannot_be_kept_is_said_and_kept_the_next_time(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    with full_disk():
        scroll_to_end(screen)
    assert not screen.read_to_end
    assert "disk" in words_in(window.notices).lower()
    bar(screen).setValue(0)
    scroll_to_end(screen)
    assert stage.workspace().study.progress(PROBE, "eins").read


def test_the_place_is_kept_on_leaving_and_found_again(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    screen.complete()
    settle()
    bar(screen).setValue(bar(screen).maximum() // 2)
    top = words_at_top(screen)
    window.show_route(SECOND)
    settle()
    assert 0.2 < stage.workspace().study.progress(PROBE, "eins").position < 0.7
    window.show_route(FIRST)
    settle()
    assert isinstance(window.screen, LessonScreen)
    assert words_at_top(window.screen) == top


def test_the_place_is_kept_a_moment_after_scrolling_without_leaving(stage: Stage) -> None:
    _, screen = lesson(stage, size=(1024, 640))
    bar(screen).setValue(300)
    assert stage.workspace().study.progress(PROBE, "eins").position == 0
    QTest.qWait(800)
    assert stage.workspace().study.progress(PROBE, "eins").position > 0


def test_the_same_words_stay_in_view_when_the_window_changes_its_width(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1280, 640))
    table = screen.findChild(LessonTable)
    bar(screen).setValue(table.mapTo(screen.page.widget(), QPoint(0, 0)).y())
    settle()
    window.resize(700, 640)
    settle()
    top = table.mapTo(screen.page.viewport(), QPoint(0, 0)).y()
    assert -screen.page.viewport().height() < top < screen.page.viewport().height()


def words_at_top(screen: LessonScreen) -> str:
    """The first text whose top edge is in view."""
    viewport = screen.page.viewport()
    labels = [
        label
        for label in screen.page.widget().findChildren(QLabel)
        if label.accessibleName() and label.mapTo(viewport, QPoint(0, 0)).y() >= 0
    ]
    return min(labels, key=lambda label: label.mapTo(viewport, QPoint(0, 0)).y()).accessibleName()


# Where one goes -----------------------------------------------------------------------------------------------------


def test_alt_and_arrows_turn_the_pages(stage: Stage) -> None:
    window, _ = lesson(stage)
    key(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.route == SECOND
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.route == FIRST
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.route == FIRST, "before the first lesson there is none"


def test_the_buttons_at_the_end_lead_back_on_and_to_the_test(stage: Stage) -> None:
    window, screen = lesson(stage)
    screen.complete()
    assert screen.foot.back is None
    assert screen.foot.onward.accessibleName() == "Next lesson: Bilder verraten mehr"
    screen.foot.onward.click()
    settle()
    assert window.route == SECOND
    screen = window.screen
    screen.complete()
    assert screen.foot.back.accessibleName() == "Previous lesson: Der freundliche Experte"
    assert screen.foot.onward.accessibleName() == "To the final test"
    screen.foot.onward.click()
    settle()
    assert window.route == Route("quiz", PROBE)


def test_after_the_last_lesson_the_certificate_is_offered_when_the_test_is_passed(stage: Stage) -> None:
    def but_one(workspace) -> None:
        passed(workspace)
        workspace.study.mark_read("zug", "wagen")

    window, screen = lesson(stage, Route("lesson", "zug", "bahnsteig"), size=(1280, 1400), prepare=but_one)
    settle()
    assert screen.read_to_end
    assert screen.foot.onward.accessibleName() == "Get your certificate"
    screen.foot.onward.click()
    settle()
    assert window.route == Route("offer", "zug")


def test_a_finished_course_leads_back_to_its_page(stage: Stage) -> None:
    def done(workspace) -> None:
        read_all(workspace)
        passed(workspace)
        workspace.certificates.issue("zug", "de")

    window, screen = lesson(stage, Route("lesson", "zug", "bahnsteig"), prepare=done)
    screen.complete()
    screen.foot.onward.click()
    settle()
    assert window.route == Route("course", "zug")


# Links --------------------------------------------------------------------------------------------------------------


def link(screen: LessonScreen, href: str) -> TextLink:
    return next(link for link in screen.findChildren(TextLink) if link.href.startswith(href))


def in_view(screen: LessonScreen, widget: QWidget) -> bool:
    top = widget.mapTo(screen.page.viewport(), QPoint(0, 0)).y()
    return 0 <= top < screen.page.viewport().height()


def test_a_mark_jumps_to_its_note_and_the_note_jumps_back(stage: Stage) -> None:
    _, screen = lesson(stage, size=(1024, 640))
    mark = link(screen, "#fn-")
    mark.click()
    settle()
    notes = screen.findChild(FootnotesBlock)
    back = link(screen, "#back-")
    assert notes.isAncestorOf(back)
    assert in_view(screen, back)
    assert QApplication.focusWidget() is back
    assert not in_view(screen, mark)
    QTest.keyClick(back, Qt.Key.Key_Return)
    settle()
    assert in_view(screen, mark)
    assert QApplication.focusWidget() is mark


def test_a_link_to_a_heading_scrolls_there(stage: Stage) -> None:
    _, screen = lesson(stage, size=(1024, 640))
    link(screen, "#was").click()
    settle()
    table = screen.findChild(LessonTable)
    assert in_view(screen, table)


def test_an_address_outside_is_asked_for_and_never_opened_by_the_screen(stage: Stage) -> None:
    _, screen = lesson(stage)
    screen.link_wanted.disconnect()  # or the test would open the mail program
    spy = QSignalSpy(screen.link_wanted)
    link(screen, "mailto:").click()
    assert spy.at(0) == ["mailto:presse@muster.example"]


# Questions ----------------------------------------------------------------------------------------------------------


def test_a_digit_answers_the_question_in_view(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1280, 800))
    card = screen.findChild(CheckCard)
    screen.page.ensureWidgetVisible(card)
    settle()
    key(window, Qt.Key.Key_2)
    assert card.is_answered
    assert stage.workspace().study.progress(PROBE, "eins").checks["testreihe"].response


def test_a_digit_without_a_question_in_view_does_nothing(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1024, 640))
    screen.complete()
    scroll_to_end(screen)
    key(window, Qt.Key.Key_2)
    assert not screen.findChild(CheckCard).is_answered


def test_several_answers_are_ticked_by_digits_and_confirmed_by_enter(stage: Stage) -> None:
    window, screen = lesson(stage, SECOND)
    card = screen.findChild(CheckCard)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_2)
    assert not card.is_answered
    key(window, Qt.Key.Key_Return)
    assert card.is_answered
    assert len(stage.workspace().study.progress(PROBE, "zwei").checks["angaben"].response) == 2


def test_another_theme_and_text_size_apply_to_an_open_lesson(stage: Stage) -> None:
    window, screen = lesson(stage)
    before = screen.page.widget().height()
    window.take_settings(Settings(language="en", theme=ThemeName.DARK, text_scale=150))
    settle()
    assert screen.page.widget().height() > before
    assert screen.page.horizontalScrollBar().maximum() == 0
    ground = window.grab().toImage().pixelColor(700, 790)
    assert ground.lightness() < 60


def test_a_lesson_whose_end_comes_into_view_with_smaller_text_is_read_and_nothing_breaks(stage: Stage) -> None:
    """Once this crashed: the outline was made anew while Qt was still applying the style to its rows."""
    window, screen = lesson(stage)
    screen.complete()
    window.preview_look(ThemeName.HIGH_CONTRAST, 200)
    settle()
    bar(screen).setValue(bar(screen).maximum() - bar(screen).pageStep() // 3)
    settle()
    assert not screen.read_to_end
    for theme in (ThemeName.DARK, ThemeName.LIGHT):
        window.preview_look(theme, 100)
        settle()
    assert screen.read_to_end


def test_a_term_is_explained_by_keyboard_until_escape(stage: Stage) -> None:
    window, screen = lesson(stage)
    for _ in range(30):
        key(window, Qt.Key.Key_Tab)
        term = QApplication.focusWidget()
        if isinstance(term, TextLink) and term.href.startswith("term:"):
            break
    assert isinstance(term, TextLink)
    assert term.accessibleName() == "DSGVO, abbreviation"
    assert term.accessibleDescription() == "Datenschutz-Grundverordnung"
    assert QToolTip.isVisible()
    assert QToolTip.text() == "Datenschutz-Grundverordnung"
    key(window, Qt.Key.Key_Escape)
    assert window.screen is screen, "Escape takes the note away first"
    QTest.qWait(400)
    assert not QToolTip.isVisible()
    key(window, Qt.Key.Key_Return)
    assert QToolTip.isVisible(), "Enter shows it again"
    key(window, Qt.Key.Key_Tab)
    QTest.qWait(400)
    assert not QToolTip.isVisible()


def test_tab_goes_through_a_lesson_from_top_to_bottom(stage: Stage) -> None:
    window, screen = lesson(stage, size=(1280, 1400), prepare=lambda w: w.study.mark_read(PROBE, "eins"))
    screen.complete()
    settle()
    inside = screen.page.widget()
    tops: list[int] = []
    for _ in range(60):
        key(window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or not inside.isAncestorOf(now):
            break
        tops.append(now.mapTo(inside, QPoint(0, 0)).y())
    assert len(tops) > 6
    assert all(below >= above - 12 for above, below in pairwise(tops)), tops
