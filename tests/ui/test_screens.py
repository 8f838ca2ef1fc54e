"""Home, courses, course page, certificates and settings, as a learner meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from desktop.app.workspace import Workspace
from desktop.model.certificate import VerdictName
from desktop.model.learner import Learner, Settings, ThemeName
from desktop.ui.hr_view import HrViewScreen
from desktop.ui.offer import OfferScreen
from desktop.ui.screen import Route
from desktop.ui.settings import SettingsScreen
from desktop.ui.window import Window
from tests.app.kit import COURSE, Place, passed, read_all
from tests.ui.conftest import Stage, settle


def said(window: Window) -> str:
    """Everything the screen in view says, as a screen reader would meet it."""
    parts = [label.accessibleName() or label.text() for label in window.screen.findChildren(QLabel)]
    return "\n".join(parts)


def buttons(window: Window) -> dict[str, QPushButton]:
    found = window.screen.findChildren(QPushButton)
    return {button.accessibleName() or button.text(): button for button in found}


def press(window: Window, name: str) -> None:
    (button,) = [b for words, b in buttons(window).items() if name in words]
    button.click()
    settle()


def done(workspace: Workspace) -> None:
    read_all(workspace)
    passed(workspace)


def issued(workspace: Workspace) -> None:
    done(workspace)
    workspace.certificates.issue(COURSE, "en")


# -- home -------------------------------------------------------------------------------------------------------------


def test_home_greets_by_the_hour_and_proposes_the_first_course(stage: Stage) -> None:
    window = stage.open()
    assert "Good morning, Jana" in said(window)
    assert "Talking on the train" in said(window)
    press(window, "Start the course")
    assert window.route == Route("lesson", COURSE, "wagen")


@pytest.mark.parametrize(("hours", "words"), [(-2, "Good morning"), (4, "Good afternoon"), (10, "Good evening")])
def test_the_greeting_follows_the_clock(stage: Stage, place: Place, hours: int, words: str) -> None:
    place.clock.forward(hours=hours)
    assert words in said(stage.open())


def test_home_goes_on_where_one_left_off(stage: Stage) -> None:
    window = stage.open(prepare=lambda w: w.study.mark_read(COURSE, "wagen"))
    assert "Pick up where you left off" in said(window)
    assert "On the platform" in said(window)
    (ring,) = [bar for bar in window.screen.findChildren(QProgressBar) if bar.height() == bar.width()]
    assert ring.value() == 33  # one of two lessons and a test
    press(window, "Continue learning")
    assert window.route == Route("lesson", COURSE, "bahnsteig")


def test_home_with_one_course_shows_its_lessons_and_its_test(stage: Stage) -> None:
    window = stage.open()
    names = list(buttons(window))
    assert any("Lesson 1 of 2" in name and "Carriage seven" in name for name in names)
    assert any("Final test" in name for name in names)
    press(window, "Carriage seven")
    assert window.route == Route("lesson", COURSE, "wagen")


def test_home_leads_to_a_certificate_that_waits(stage: Stage) -> None:
    window = stage.open(prepare=done)
    press(window, "To the certificate")
    assert window.route == Route("offer", COURSE)


def test_home_says_when_everything_is_done(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    assert "Everything done" in said(window)
    press(window, "To the certificates")
    assert window.route.screen == "certificates"


def test_home_without_a_course_says_where_to_put_one(stage: Stage, place: Place) -> None:
    for file in place.courses.rglob("*.md"):
        file.unlink()
    window = stage.open()
    assert "No course is here yet" in said(window)
    assert str(place.home / "courses") in said(window)


# -- courses ----------------------------------------------------------------------------------------------------------


def test_a_broken_course_is_named_and_hides_no_other(stage: Stage, place: Place) -> None:
    place.write(place.courses / "broken" / "course.md", "no front matter at all\n")
    window = stage.open()
    window.show_route(Route("courses"))
    assert "Talking on the train" in said(window)
    assert "What could not be read" in said(window)
    assert "course.md" in said(window)


def test_the_course_page_shows_every_lesson_with_its_state(stage: Stage) -> None:
    window = stage.open(prepare=lambda w: w.study.mark_read(COURSE, "wagen"))
    window.show_route(Route("course", COURSE))
    settle()
    rows = list(buttons(window))
    assert any("1. Carriage seven" in row and "Read" in row for row in rows)
    assert any("2. On the platform" in row and "Next" in row for row in rows)
    assert "test with 4 questions" in said(window)
    assert "version 2.1" in said(window)
    assert "A short course about loud voices." in said(window)
    press(window, "2. On the platform")
    assert window.route == Route("lesson", COURSE, "bahnsteig")


def test_the_certificate_row_opens_only_when_there_is_one(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("course", COURSE))
    (row,) = [b for name, b in buttons(window).items() if name.startswith("Certificate")]
    assert not row.isEnabled()
    done(stage.workspace())
    window.show_route(Route("course", COURSE))
    press(window, "Ready")
    assert window.route == Route("offer", COURSE)


# -- certificates -----------------------------------------------------------------------------------------------------


def test_the_preview_says_what_the_sheet_will_say(stage: Stage) -> None:
    window = stage.open(prepare=done)
    window.show_route(Route("offer", COURSE))
    words = said(window)
    for part in ("Jana Ortmann", "Talking on the train", "22 November 2026", "22 November 2027", "2.1"):
        assert part in words
    assert "your score" in words  # among what is never in it
    assert stage.workspace().certificates.all() == ()


def test_issuing_ends_in_the_list_and_the_file_is_sealed(stage: Stage, tmp_path: Path) -> None:
    window = stage.open(prepare=done)
    window.show_route(Route("offer", COURSE))
    screen = window.screen
    assert isinstance(screen, OfferScreen)
    issues: list[object] = []
    screen.issued.connect(issues.append)
    press(window, "Issue certificate")
    _wait(lambda: bool(issues))
    assert window.route.screen == "certificates"
    assert "Just issued" in said(window)
    assert len(stage.workspace().certificates.all()) == 1
    press(window, "Export the certificate")
    shown = window.screen
    assert isinstance(shown, HrViewScreen)
    shown.export_to(tmp_path / "out.pdf")
    settle()
    assert "out.pdf" in window.notices.words()[0]
    (verdict,) = stage.workspace().certificates.verify([tmp_path / "out.pdf"])
    assert verdict.name is VerdictName.SEALED


def test_an_export_that_cannot_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    window = stage.open(prepare=issued)
    (certificate,) = stage.workspace().certificates.all()
    window.show_route(Route("hr-view", payload=certificate))
    screen = window.screen
    assert isinstance(screen, HrViewScreen)
    (tmp_path / "a-file").write_text("in the way", encoding="utf-8")
    screen.export_to(tmp_path / "a-file" / "out.pdf")
    settle()
    (words,) = window.notices.words()
    assert "Saved" not in words
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "in the way"


def test_no_certificate_yet_says_how_to_get_one(stage: Stage) -> None:
    window = stage.open()
    window.show_route(Route("certificates"))
    assert "No certificate yet" in said(window)
    press(window, "To the courses")
    assert window.route.screen == "courses"


def _wait(done_: object, tries: int = 300) -> None:
    from PySide6.QtTest import QTest

    for _ in range(tries):
        if done_():  # type: ignore[operator]
            settle()
            return
        QTest.qWait(20)
    raise AssertionError("waited in vain")


# -- settings ---------------------------------------------------------------------------------------------------------


def settings_screen(stage: Stage) -> SettingsScreen:
    window = stage.open()
    window.show_route(Route("settings"))
    settle()
    screen = window.screen
    assert isinstance(screen, SettingsScreen)
    return screen


def test_every_setting_is_kept_at_once(stage: Stage) -> None:
    screen = settings_screen(stage)
    screen.theme.setCurrentIndex(screen.theme.findData(ThemeName.HIGH_CONTRAST))
    screen.theme.activated.emit(screen.theme.currentIndex())
    screen.text_size.slider.setValue(15)
    screen.motion.setChecked(False)
    settle()
    kept = stage.workspace().people.settings()
    assert kept == Settings(language="en", theme=ThemeName.HIGH_CONTRAST, text_scale=150, motion=False)


def test_the_language_field_changes_the_window(stage: Stage) -> None:
    screen = settings_screen(stage)
    screen.language.setCurrentIndex(screen.language.findData("de"))
    screen.language.activated.emit(screen.language.currentIndex())
    settle()
    assert stage.windows[0].screen.heading() == "Einstellungen"
    assert stage.workspace().people.settings().language == "de"


def test_a_new_name_is_checked_and_kept(stage: Stage) -> None:
    screen = settings_screen(stage)
    screen.name.setText("  ")
    screen.save_name()
    assert stage.workspace().people.learner() == Learner("Jana Ortmann")
    screen.name.setText(" Jana   Ortmann-Weiss ")
    screen.save_name()
    assert stage.workspace().people.learner() == Learner("Jana Ortmann-Weiss")
    assert screen.name.text() == "Jana Ortmann-Weiss"


def test_the_key_is_shown_by_its_short_name(stage: Stage) -> None:
    settings_screen(stage)
    assert stage.workspace().certificates.fingerprint() in said(stage.windows[0])


def test_the_licences_unfold(stage: Stage) -> None:
    settings_screen(stage)
    window = stage.windows[0]
    hidden = [label for label in window.screen.findChildren(QLabel) if "OFL-1.1" in label.text()]
    assert [label.isVisible() for label in hidden] == [False]
    press(window, "Show licences")
    assert [label.isVisible() for label in hidden] == [True]
