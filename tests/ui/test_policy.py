"""A firm's policy in the window: its mark, its colour, its folders and rules, reached by keyboard alone."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.app.policy import find_policy
from desktop.app.shares import ShareStatus
from desktop.app.workspace import Workspace, open_workspace
from desktop.learning.grading import solution
from desktop.model.learner import Settings, ThemeName
from desktop.rendering.theme import contrast
from desktop.ui import hr_button
from desktop.ui.application import build
from desktop.ui.company import CompanyMark
from desktop.ui.hr_button import HrButton
from desktop.ui.screen import Route
from desktop.ui.theme import current_theme
from desktop.ui.widgets import WrapLabel
from desktop.ui.window import Window
from tests.app.kit import ASSETS, COURSE, Clock, Place, passed, read_all
from tests.conftest import ROOT
from tests.ui.conftest import settle
from tests.ui.fitting import faults
from tests.ui.test_accessibility_sweep import check_focus, check_names, check_roles

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40">'
    '<rect width="160" height="40" rx="8" fill="#003A70"/></svg>'
)
POLICY = """\
[company]
name = "Nordwind AG"
logo = "nordwind.svg"
accent = "#C2185B"
privacy_contact = "datenschutz@nordwind.example"

[courses]
folders = ["netz/courses"]
quizzes = ["netz/quizzes"]

[[mandatory]]
course = "zug"
until = 2027-03-31

[[mandatory]]
course = "zugg"

[certificates]
drop_folder = "hr"
"""


class Firm:
    """A laptop of an invented firm, with a network drive that can be taken away."""

    def __init__(self, root: Path, app: QApplication) -> None:
        self.app = app
        self.place = Place(root, Clock())
        self.share = Place(root / "netz", Clock())
        self.share.write_course()
        self.share.write_quiz()
        (root / "hr").mkdir()
        (root / "nordwind.svg").write_text(LOGO, encoding="utf-8")
        self.write(POLICY)
        self.windows: list[Window] = []
        self.workspaces: list[Workspace] = []

    def write(self, text: str) -> None:
        (self.place.root / "klartext.toml").write_text(text, encoding="utf-8")

    def open(
        self,
        *,
        theme: ThemeName = ThemeName.LIGHT,
        size: tuple[int, int] = (1280, 800),
        prepare: Callable[[Workspace], None] = lambda _workspace: None,
    ) -> Window:
        laid = find_policy((self.place.root / "klartext.toml",))
        workspace = open_workspace(
            self.place.home,
            course_folders=(),
            quiz_folders=(),
            assets=ASSETS,
            clock=self.place.clock,
            rng=random.Random(1),
            policy=laid.policy,
            policy_problems=laid.problems,
        )
        self.workspaces.append(workspace)
        if workspace.employer.shares is not None:
            assert workspace.employer.shares.wait(10)
        workspace.people.set_up("Jana Ortmann", Settings(language="en", theme=theme))
        prepare(workspace)
        window = build(self.app, workspace, ASSETS)
        self.windows.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle(self.app)
        return window

    def look(self, window: Window) -> None:
        """Time goes by until the watch has looked at the folders again."""
        shares = window.workspace.employer.shares
        assert shares is not None
        shares.look()
        assert shares.wait(10)
        window.shares.glance()
        settle(self.app)

    def close(self) -> None:
        for window in self.windows:
            window.close()
            window.deleteLater()
        for workspace in self.workspaces:
            workspace.close()
        self.windows.clear()
        self.workspaces.clear()
        settle(self.app)


@pytest.fixture
def firm(tmp_path: Path, app: QApplication) -> Iterator[Firm]:
    made = Firm(tmp_path, app)
    yield made
    made.close()


def words(widget: QWidget) -> str:
    """Everything a screen says."""
    labels = [label.words() if isinstance(label, WrapLabel) else label.text() for label in widget.findChildren(QLabel)]
    return "\n".join(labels)


def press(window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    keys = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        keys |= one
    QTest.keyClick(window.focusWidget() or window, key, keys)
    settle()


def test_settings_tell_by_keyboard_what_the_firm_lays_down(firm: Firm) -> None:
    window = firm.open()
    press(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.route.screen == "settings"
    said = words(window.screen)
    for expected in (
        "Your company's rules",
        "Nordwind AG",
        "datenschutz@nordwind.example",
        "Talking on the train",
        "until 31 March 2027",
        str(firm.share.courses),
        "Within reach.",
        str(firm.place.root / "hr"),
        str(firm.place.root / "klartext.toml"),
        "The mandatory course “zugg” is not here.",
        "klartext.toml, line 16.",
    ):
        assert expected in said, expected


def test_without_a_policy_nothing_of_it_is_seen(firm: Firm) -> None:
    (firm.place.root / "klartext.toml").unlink()
    window = firm.open()
    assert window.findChild(CompanyMark) is None
    window.show_route(Route("settings"))
    settle()
    assert "Your company's rules" not in words(window.screen)


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST])
def test_logo_and_colour_are_seen_in_every_theme(firm: Firm, theme: ThemeName) -> None:
    window = firm.open(theme=theme)
    mark = window.findChild(CompanyMark)
    assert mark is not None
    assert mark.plate is not None
    assert mark.plate.accessibleName() == "Nordwind AG"
    assert contrast(mark.plate.ground, "#003A70") >= 3
    colours = current_theme().colours
    least = 7.0 if theme is ThemeName.HIGH_CONTRAST else 4.5
    assert contrast(colours.accent, colours.surface) >= least
    assert colours.accent not in ("#0F6B63", "#5CC8BB", "#00483F")
    shot = mark.plate.grab().toImage()
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2).name() == "#003a70"


def test_in_a_narrow_rail_a_wide_logo_makes_room(firm: Firm) -> None:
    window = firm.open(size=(800, 640))
    mark = window.findChild(CompanyMark)
    assert mark is not None
    assert not mark.isVisible()
    window.resize(1280, 800)
    settle()
    assert mark.isVisible()


def test_a_faulty_logo_leaves_the_name_and_a_sentence(firm: Firm) -> None:
    (firm.place.root / "nordwind.svg").write_text("<svg", encoding="utf-8")
    window = firm.open()
    mark = window.findChild(CompanyMark)
    assert mark is not None
    assert mark.plate is None
    assert mark.words is not None
    assert mark.words.words() == "Nordwind AG"
    window.show_route(Route("settings"))
    settle()
    assert "The logo “nordwind.svg” is damaged" in words(window.screen)


def test_a_file_that_cannot_be_read_stops_nothing_and_is_said(firm: Firm) -> None:
    firm.write("[company\nname = 'x'\n")
    window = firm.open()
    assert window.route.screen == "home"
    window.show_route(Route("settings"))
    settle()
    assert "klartext.toml, line 1." in words(window.screen)


def test_a_drive_that_vanishes_is_said_and_its_courses_stay(firm: Firm) -> None:
    window = firm.open()
    firm.share.root.rename(firm.place.root / "weg")
    firm.look(window)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.route.screen == "courses"
    said = words(window.screen)
    assert "Talking on the train" in said
    assert f"The course folder {firm.share.courses} cannot be reached right now" in said
    assert "as they were on 22 November 2026" in said
    (firm.place.root / "weg").rename(firm.share.root)
    course = firm.share.courses / COURSE / "course.en.md"
    course.write_text(course.read_text(encoding="utf-8").replace("on the train", "on the tram"), encoding="utf-8")
    firm.look(window)
    said = words(window.screen)
    assert "Talking on the tram" in said
    assert "cannot be reached" not in said
    assert "Your firm's courses are up to date." in " ".join(window.notices.words())


def test_a_drive_that_vanishes_in_the_middle_of_a_test_stops_nobody(firm: Firm) -> None:
    window = firm.open(prepare=read_all)
    window.show_route(Route("quiz", COURSE))
    settle()
    firm.share.root.rename(firm.place.root / "weg")
    screen = window.screen
    firm.look(window)
    assert window.screen is screen, "whoever answers is left in peace"
    workspace = window.workspace
    view = workspace.attempts.start_or_resume(COURSE, "en")
    for shown in view.items:
        workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
    window.show_route(Route("result", COURSE, payload=workspace.attempts.finish(view.attempt.id)))
    settle()
    assert window.route.screen == "result"
    assert workspace.study.state(COURSE, "en").passed_on is not None


def test_a_folder_never_seen_is_said_as_such(firm: Firm) -> None:
    firm.share.root.rename(firm.place.root / "weg")
    window = firm.open()
    window.show_route(Route("courses"))
    settle()
    assert "cannot be reached and never could be on this device" in words(window.screen)
    assert window.workspace.employer.folders()[0].status is ShareStatus.AWAY


def issued(workspace: Workspace) -> None:
    read_all(workspace)
    passed(workspace)
    workspace.certificates.issue(COURSE, "en")


def to_what_hr_sees(window: Window) -> None:
    """From anywhere to the page that hands a certificate out, by keyboard."""
    press(window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert window.route.screen == "certificates"
    for _ in range(60):
        now = window.focusWidget()
        if isinstance(now, QAbstractButton) and now.text().startswith("Export"):
            break
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)


def sent(window: Window) -> None:
    """Find the button with Tab, press it with Space, and wait until it has an answer."""
    for _ in range(60):
        if isinstance(window.focusWidget(), HrButton):
            break
        press(window, Qt.Key.Key_Tab)
    button = window.focusWidget()
    assert isinstance(button, HrButton)
    press(window, Qt.Key.Key_Space)
    for _ in range(1500):
        if not button.busy:
            break
        QTest.qWait(20)
    settle()


def test_a_certificate_goes_into_the_hr_folder_by_keyboard(firm: Firm) -> None:
    window = firm.open(prepare=issued)
    to_what_hr_sees(window)
    sent(window)
    (file,) = (firm.place.root / "hr").iterdir()
    assert file.suffix == ".pdf"
    assert file.name in " ".join(window.notices.words())


def test_an_hr_folder_that_is_away_gives_a_sentence_and_another_way(firm: Firm) -> None:
    window = firm.open(prepare=issued)
    (firm.place.root / "hr").rmdir()
    to_what_hr_sees(window)
    sent(window)
    assert "cannot be reached right now" in " ".join(window.notices.words())
    assert "keep a copy elsewhere with “Save as PDF”" in " ".join(window.notices.words())


def test_an_hr_folder_that_never_answers_is_given_up_and_the_window_lives(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = firm.open(prepare=issued)
    to_what_hr_sees(window)
    answer, isdir = threading.Event(), os.path.isdir

    def hang(path: str | os.PathLike[str]) -> bool:
        return (str(path) != str(firm.place.root / "hr") or answer.wait(30)) and isdir(path)

    monkeypatch.setattr(os.path, "isdir", hang)
    monkeypatch.setattr(hr_button, "PATIENCE", 0.2)
    try:
        sent(window)
        assert "does not answer" in " ".join(window.notices.words())
        press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert window.route.screen == "home"
    finally:
        answer.set()


WITHOUT = """
import random, sys
from datetime import datetime, timezone
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.ui.application import make_application, run
root = Path(sys.argv[1])
app = make_application()
timer = QTimer(interval=50)
timer.timeout.connect(lambda: any("–" in one.windowTitle() for one in app.topLevelWidgets()) and app.exit(0))
timer.start()
run(root / "home", Path(sys.argv[2]), (root / "courses",), (root / "quizzes",),
    lambda: datetime(2026, 11, 22, tzinfo=timezone.utc), random.Random(1), lambda: (root / "klartext.toml",))
print(*sorted(sys.modules))
"""


def test_without_a_file_the_start_loads_nothing_for_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(tmp_path), str(ASSETS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    assert "desktop.ui.window" in loaded
    extra = (
        "content.policy",
        "app.shares",
        "app.errands",
        "app.share_copy",
        "ui.company",
        "ui.employer",
        "rendering.accent",
    )
    assert not {f"desktop.{name}" for name in extra} & loaded


def test_my_data_names_whom_to_ask(firm: Firm) -> None:
    window = firm.open()
    window.show_route(Route("my-data"))
    settle()
    assert "questions about data protection go to datenschutz@nordwind.example" in words(window.screen)


@pytest.mark.parametrize("screen", ["home", "courses", "settings", "my-data", "certificates"])
def test_every_screen_with_a_policy_is_reached_and_read_by_everyone(firm: Firm, screen: str) -> None:
    window = firm.open(prepare=issued)
    firm.share.root.rename(firm.place.root / "weg")
    firm.look(window)
    window.show_route(Route(screen))
    settle()
    check_names(window)
    check_roles(window)
    check_focus(window)


@pytest.mark.parametrize("screen", ["home", "courses", "settings", "certificates"])
def test_no_word_of_a_policy_is_cut(firm: Firm, screen: str) -> None:
    window = firm.open(prepare=issued)
    firm.share.root.rename(firm.place.root / "weg")
    firm.look(window)
    cut = {}
    for scale in (100, 200):
        for size in ((1024, 640), (1280, 800)):
            for language in ("de", "en"):
                window.resize(*size)
                window.take_settings(window.workspace.people.change_settings(Settings(language, text_scale=scale)))
                window.show_route(Route(screen))
                settle()
                cut[scale, size, language] = faults(window)
    assert not any(cut.values()), cut
