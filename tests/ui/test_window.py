from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from desktop.model.errors import NotPossible, StoreFull, StoreReadOnly
from desktop.model.learner import Settings, ThemeName
from desktop.ui.failures import REPORT_NAME, install_hook, sentence_for, write_report
from desktop.ui.rail import Rail
from desktop.ui.screen import Route
from desktop.ui.theme import current_scale, current_theme
from desktop.ui.widgets import Badge
from desktop.ui.window import Window
from tests.app.kit import COURSE, Clock
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults


def press(window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(window.windowHandle(), key, held)
    settle()


def words(window: Window) -> list[str]:
    return [label.text() for label in window.screen.findChildren(QLabel) if label.isVisible()]


ALT = Qt.KeyboardModifier.AltModifier


def test_alt_and_digits_go_to_every_place_of_the_rail(stage: Stage) -> None:
    window = stage.open()
    for key, name in (
        (Qt.Key.Key_2, "courses"),
        (Qt.Key.Key_3, "refreshers"),
        (Qt.Key.Key_4, "simulations"),
        (Qt.Key.Key_5, "assessments"),
        (Qt.Key.Key_6, "annotations"),
        (Qt.Key.Key_7, "certificates"),
        (Qt.Key.Key_8, "settings"),
        (Qt.Key.Key_1, "home"),
    ):
        press(window, key, ALT)
        assert window.route.screen == name
    press(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.route.screen == "settings"


def test_the_rail_follows_the_keyboard_where_it_has_no_room_for_all(stage: Stage) -> None:
    window = stage.open(settings=Settings(language="en", text_scale=200), size=(1024, 420))
    settings = next(b for b in window.findChildren(QPushButton) if b.accessibleName() == "Settings")
    area = settings.parentWidget().parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert settings.visibleRegion().isEmpty()
    for _ in range(40):
        press(window, Qt.Key.Key_Tab)
        if settings.hasFocus():
            break
    assert settings.hasFocus()
    assert settings.visibleRegion().boundingRect() == settings.rect()
    window.resize(1024, 1400)
    settle()
    assert area.verticalScrollBar().maximum() == 0


def test_the_rail_shows_where_one_is_even_where_it_has_no_room_for_all(stage: Stage) -> None:
    window = stage.open(settings=Settings(language="en", text_scale=200), size=(1024, 420))
    entries = {b.accessibleName(): b for b in window.findChild(Rail).findChildren(QPushButton)}
    for route, name in (("certificates", "Certificates"), ("my-data", "Settings"), ("home", "Overview")):
        window.show_route(Route(route))
        settle()
        assert entries[name].visibleRegion().boundingRect() == entries[name].rect()


def test_the_key_of_the_page_in_view_looks_again_at_home_alone(stage: Stage) -> None:
    window = stage.open()
    before = window.screen
    press(window, Qt.Key.Key_1, ALT)
    assert window.route.screen == "home"
    assert window.screen is not before
    press(window, Qt.Key.Key_8, ALT)
    before = window.screen
    press(window, Qt.Key.Key_8, ALT)
    assert window.screen is before  # a name may be half typed there


def test_what_waits_is_shown_beside_its_entry_and_said(stage: Stage) -> None:
    window = stage.open(size=(1280, 800))
    rail = window.findChild(Rail)
    entry = next(b for b in rail.findChildren(QPushButton) if b.accessibleName() == "Courses")
    rail.show_waiting("courses", 3, "3 questions due")
    settle()
    assert [badge.text() for badge in entry.findChildren(Badge) if badge.isVisible()] == ["3"]
    assert entry.accessibleDescription() == "3 questions due"
    assert "3 questions due" in entry.toolTip()
    window.resize(800, 800)  # icons alone: a dot instead of the number
    settle()
    assert not [badge for badge in entry.findChildren(Badge) if badge.isVisible()]
    rail.show_waiting("courses", 0, "")
    window.resize(1280, 800)
    settle()
    assert not [badge for badge in entry.findChildren(Badge) if badge.isVisible()]
    assert entry.accessibleDescription() == ""


def test_escape_goes_back_the_way_one_came(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("courses"))
    window.show_route(Route("course", COURSE))
    press(window, Qt.Key.Key_Escape)
    assert window.route.screen == "courses"
    press(window, Qt.Key.Key_Escape)
    assert window.route.screen == "home"
    press(window, Qt.Key.Key_Escape)
    assert window.route.screen == "home"


def test_the_keyboard_goes_round_without_a_mouse(stage: Stage) -> None:
    """From home into the course and its first lesson with Tab and Enter alone."""
    window = stage.open()
    press(window, Qt.Key.Key_Return)  # the one primary action has the keyboard
    assert window.route == Route("lesson", COURSE, "wagen")


def test_a_screen_that_cannot_be_made_leaves_the_one_in_view(stage: Stage) -> None:
    window = stage.open()
    before = window.screen
    window.show_route(Route("course", "nobody-wrote-this"))
    assert window.screen is before
    assert window.route == Route("home")
    (said,) = window.notices.words()
    assert "nobody-wrote-this" in said


@pytest.mark.parametrize(("language", "heading"), [("de", "Einstellungen"), ("en", "Settings")])
def test_another_language_is_spoken_at_once_and_in_the_same_place(stage: Stage, language: str, heading: str) -> None:
    other = "en" if language == "de" else "de"
    window = stage.open(settings=Settings(language=other))
    window.show_route(Route("settings"))
    settings = stage.workspace().people.change_settings(Settings(language=language))
    window.screen.settings_changed.emit(settings)
    settle()
    assert window.route == Route("settings")
    assert window.screen.heading() == heading
    assert heading in window.windowTitle()


def test_theme_and_text_size_change_while_one_looks(stage: Stage, app: QApplication) -> None:
    window = stage.open(settings=Settings(language="en", theme=ThemeName.LIGHT))
    light = window.grab().toImage().pixelColor(600, 790)
    window.take_settings(Settings(language="en", theme=ThemeName.DARK, text_scale=150))
    settle()
    assert window.grab().toImage().pixelColor(600, 790) != light
    assert current_theme().dark
    assert current_scale() == 150
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(current_theme().colours.paper)
    assert app.font().pixelSize() == 22


@pytest.mark.parametrize(
    "error", [StoreFull(folder="/data"), StoreReadOnly(folder="/data"), NotPossible("name-missing")]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_error_becomes_a_sentence_with_what_to_do(stage: Stage, error: Exception, language: str) -> None:
    window = stage.open(settings=Settings(language=language))
    window.screen.failed.emit(error)
    settle()
    (said,) = window.notices.words()
    assert len(said.split()) > 6
    assert type(error).__name__ not in said
    assert "{" not in said


def test_a_notice_is_closed_by_hand_and_not_said_twice(stage: Stage) -> None:
    window = stage.open()
    window.fail(StoreFull(folder="/data"))
    window.fail(StoreFull(folder="/data"))
    settle()
    assert len(window.notices.words()) == 1
    (close,) = window.notices.findChildren(QPushButton)
    close.click()
    settle()
    assert window.notices.words() == ()
    assert not window.notices.isVisible()


def test_an_error_nobody_foresaw_is_said_and_the_window_goes_on(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    window = stage.open()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    install_hook(window.fail)
    button = QPushButton(window)
    button.clicked.connect(lambda: {}["missing"])
    button.click()
    settle()
    (said,) = window.notices.words()
    assert "Traceback" not in said
    press(window, Qt.Key.Key_2, ALT)
    assert window.route.screen == "courses"


def test_an_interrupt_stays_an_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_hook(heard.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_report_keeps_the_detail_and_stays_small(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    for _ in range(3):
        write_report(tmp_path, ValueError("kaputt"), clock())
    text = (tmp_path / REPORT_NAME).read_text(encoding="utf-8")
    assert text.count("ValueError: kaputt") == 3
    (tmp_path / REPORT_NAME).write_text("x" * 300_000, encoding="utf-8")
    write_report(tmp_path, ValueError("kaputt"), clock())
    assert (tmp_path / REPORT_NAME).stat().st_size <= 200_000
    write_report(tmp_path / "no" / "such", ValueError("kaputt"), clock())
    assert "kaputt" in capsys.readouterr().err


def test_an_unexpected_error_shows_nothing_of_its_inside(stage: Stage) -> None:
    said = sentence_for(RuntimeError("internal /etc/secret"), stage.open().kit.sentences)
    assert "/etc/secret" not in said.text + said.hint
    assert REPORT_NAME in said.hint
    assert "…" not in said.text


def test_what_the_memory_noticed_is_said_at_the_start(stage: Stage) -> None:
    """The state file is damaged between two starts; the next one falls back and says so."""
    workspace = stage.workspace()
    workspace.people.set_up("Jana Ortmann", Settings(language="en"))
    workspace.people.change_settings(Settings(language="en", text_scale=110))
    stage.close()
    state = stage.place.home / "state.json"
    if not state.exists():
        pytest.skip("the store keeps its state elsewhere")
    state.write_bytes(b"{ not json")
    window = stage.open(name="")
    assert window.notices.words(), "a fall-back must not stay silent"


def test_leaving_a_lesson_keeps_its_place_when_the_window_closes(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("lesson", COURSE, "wagen"))
    left: list[bool] = []
    screen = window.screen
    before = screen.leave
    screen.leave = lambda: (left.append(True), before())[1]  # type: ignore[method-assign]
    window.close()
    assert left == [True]


def test_qt_itself_speaks_the_language_of_the_window(stage: Stage) -> None:
    window = stage.open(settings=Settings(language="de"))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    window.speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_text_that_grows_live_is_laid_out_anew(stage: Stage) -> None:
    window = stage.open(size=(1024, 640))
    window.show_route(Route("settings"))
    window.take_settings(Settings(language="en", text_scale=200))
    settle()
    assert not faults(window)
    window.take_settings(Settings(language="en", text_scale=100))
    settle()
    assert not faults(window)


def test_ctrl_q_closes_the_window(stage: Stage) -> None:
    window = stage.open()
    press(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
