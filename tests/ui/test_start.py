"""From the command to the window: at once, once per data folder, and with a sentence where it cannot open."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.model.learner import Learner, Settings, ThemeName
from desktop.store.learner_store import LearnerStore
from desktop.store.migrations import MIGRATIONS, Migration
from desktop.ui.application import run
from desktop.ui.failures import REPORT_NAME
from desktop.ui.frame import SIZE, FirstLook, Frame, remember, remembered
from desktop.ui.single_instance import Doorbell, ask_to_show, socket_name
from desktop.ui.window import Window
from tests.app.kit import ASSETS, Clock, Place
from tests.conftest import ROOT
from tests.ui.conftest import Stage, settle

HEAVY = ("markdown", "yaml", "jinja2", "nh3", "cryptography", "typst", "segno", "PySide6.QtNetwork")


def start(place: Place, then: Callable[[], bool], app: QApplication, assets: Path = ASSETS) -> int:
    """Run the program in this process; `then` is tried until it returns True, which must have ended the program."""
    timer = QTimer()
    began = time.monotonic()

    def look() -> None:
        if then():
            timer.stop()
        elif time.monotonic() - began > 30:
            timer.stop()
            app.exit(99)

    timer.timeout.connect(look)
    timer.start(10)
    hook = sys.excepthook
    try:
        return run(place.home, assets, (place.courses,), (place.quizzes,), Clock(), random.Random(1))
    finally:
        timer.stop()
        sys.excepthook = hook
        settle()


def frame_with_window(app: QApplication) -> tuple[Frame, Window] | None:
    for frame in app.topLevelWidgets():
        if isinstance(frame, Frame):
            for window in frame.findChildren(Window):
                return frame, window
    return None


def close_when_furnished(app: QApplication, seen: list[str]) -> Callable[[], bool]:
    def then() -> bool:
        found = frame_with_window(app)
        if found is None:
            return False
        frame, window = found
        seen.append(window.route.screen)
        QTest.keyClick(frame.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        seen.append(window.route.screen)
        seen.append(frame.windowTitle())
        frame.close()
        return True

    return then


def test_the_window_opens_and_remembers_how_it_looked(app: QApplication, place: Place) -> None:
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language="en", theme=ThemeName.DARK, text_scale=120))
    seen: list[str] = []
    assert start(place, close_when_furnished(app, seen), app) == 0
    assert seen == ["home", "courses", "Courses – Klartext"]
    look = remembered(place.home)
    assert (look.paper, look.scale, look.rail) == ("#15171C", 120, True)
    with place.open() as workspace:  # the memory was let go
        assert workspace.people.learner() is not None


def test_a_folder_held_by_another_copy_is_explained(stage: Stage, app: QApplication, capsys) -> None:
    stage.workspace()
    said: list[str] = []

    def then() -> bool:
        box = app.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return False
        said.append(box.text())
        box.close()
        return True

    assert start(stage.place, then, app) == 1
    assert len(said[0].split()) > 3
    assert said[0] in capsys.readouterr().err


@pytest.mark.parametrize("language", ["de", "en"])
def test_data_of_a_newer_version_are_explained_and_left_alone(
    place: Place, app: QApplication, capsys, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    newer = Migration(tables=lambda raw: raw, record=lambda one: one, history=lambda line: line)
    with LearnerStore.open(place.home, clock=place.clock, migrations=(*MIGRATIONS, newer)) as store:
        store.save_learner(Learner("Jana Ortmann"))
    before = {file: file.read_bytes() for file in place.home.rglob("*") if file.is_file()}
    monkeypatch.setattr("desktop.ui.language.preferred_language", lambda: language)
    said: list[str] = []

    def then() -> bool:
        box = app.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return False
        said.extend((box.text(), box.informativeText()))
        box.close()
        return True

    assert start(place, then, app) == 1
    assert "newer" in said[0] if language == "en" else "neuer" in said[0]
    assert said[1], "and what one can do"
    assert said[0] in capsys.readouterr().err
    assert {file: file.read_bytes() for file in place.home.rglob("*") if file.is_file()} == before


def test_a_start_that_fails_unforeseen_is_said_and_reported(place: Place, app: QApplication) -> None:
    """A bundle that lost a file nobody expects to lose."""
    said: list[str] = []
    assets = place.root / "assets"
    shutil.copytree(ASSETS, assets)
    (assets / "icons" / "home.svg").unlink()

    def then() -> bool:
        box = app.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return False
        said.append(box.text())
        box.close()
        return True

    assert start(place, then, app, assets) == 1
    assert "Traceback" not in said[0]
    assert "home.svg" in (place.home / REPORT_NAME).read_text(encoding="utf-8")


def test_a_second_copy_rings_and_the_first_comes_to_the_front(stage: Stage, app: QApplication) -> None:
    window = stage.open()
    window.showMinimized()
    bell = Doorbell(stage.place.home, window.come_to_front)
    assert bell.listening
    assert ask_to_show(stage.place.home)
    settle()
    assert not window.isMinimized()
    bell.close()
    assert not ask_to_show(stage.place.home, patience=0)


def test_a_socket_left_by_a_killed_copy_is_in_nobodys_way(tmp_path: Path, app: QApplication) -> None:
    rings: list[bool] = []
    first = Doorbell(tmp_path, lambda: rings.append(True))
    second = Doorbell(tmp_path, lambda: rings.append(True))
    assert second.listening
    assert ask_to_show(tmp_path)
    settle()
    assert rings == [True]
    first.close()
    second.close()


def test_two_folders_have_two_bells(tmp_path: Path) -> None:
    assert socket_name(tmp_path / "a") != socket_name(tmp_path / "b")
    assert len(socket_name(tmp_path)) < 40


@pytest.mark.parametrize("scale", [100, 160])
def test_a_look_is_kept_and_read_again(tmp_path: Path, scale: int) -> None:
    look = FirstLook(paper="#15171C", accent="#5CC8BB", scale=scale, size=QSize(1100, 700), rail=True, maximised=True)
    remember(tmp_path, look)
    assert remembered(tmp_path) == look


@pytest.mark.parametrize(
    "text", ["", "[General]\npaper=rubbish\nscale=9999\n", "\x00\x01", "[General]\nscale=-3\nsize=1"]
)
def test_a_spoilt_look_is_no_obstacle(tmp_path: Path, text: str) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "window.ini").write_text(text, encoding="utf-8")
    look = remembered(tmp_path)
    assert look.paper == FirstLook().paper
    assert 100 <= look.scale <= 200
    assert look.size == SIZE


@pytest.mark.parametrize(("width", "rail"), [(1280, 216), (800, 64)])
def test_the_first_moment_is_no_empty_white_area(
    app: QApplication, show: Callable[[QWidget], QWidget], width: int, rail: int
) -> None:
    frame = Frame(FirstLook(rail=True))
    frame.resize(width, 800)
    painted: list[bool] = []
    frame.painted.connect(lambda: painted.append(True))
    show(frame)
    assert painted == [True]
    picture = frame.grab().toImage()
    assert picture.pixelColor(rail - 10, 700).name() == "#ffffff"
    assert picture.pixelColor(rail + 10, 700).name() == "#f7f6f2"
    assert any(picture.pixelColor(x, 38).lightness() < 80 for x in range(8, rail - 8)), "the name is missing"


WARM = """
import sys, random
from datetime import datetime, timezone
from pathlib import Path
root, home, place = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
from desktop.app.workspace import open_workspace
from desktop.ui.application import build, make_application
app = make_application()
folders = {"course_folders": (place / "courses",), "quiz_folders": (place / "quizzes",), "assets": root / "assets"}
clock = lambda: datetime.now(timezone.utc)
with open_workspace(home, **folders, clock=clock, rng=random.Random(1)) as workspace:
    window = build(app, workspace, root / "assets")
    window.show()
    app.processEvents()
    print(window.route.screen, *(name for name in sys.argv[4:] if name in sys.modules))
"""


def test_a_warm_start_loads_nothing_heavy(place: Place) -> None:
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings())
        workspace.library.outlines("de")
    done = subprocess.run(
        [sys.executable, "-c", WARM, str(ROOT), str(place.home), str(place.root), *HEAVY],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["home"], done.stderr


READING = """
import sys, random
from datetime import datetime, timezone
from pathlib import Path
root, home, place = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
from PySide6.QtCore import QElapsedTimer, QTimer
from desktop.ui.application import make_application, run
app = make_application()
clock, watch, seen = QElapsedTimer(), QTimer(interval=20), []
clock.start()
def look():
    there = [name for name in sys.argv[4:] if name in sys.modules]
    if there and not seen:
        seen.append(not any(w.isVisible() and type(w).__name__ == "HomeScreen" for w in app.allWidgets()))
    if len(there) == len(sys.argv[4:]) or clock.elapsed() > 40_000:
        print(seen, *there)
        app.quit()
watch.timeout.connect(look)
watch.start()
folders = {"course_folders": (place / "courses",), "quiz_folders": (place / "quizzes",), "assets": root / "assets"}
run(home, **folders, clock=lambda: datetime.now(timezone.utc), rng=random.Random(1))
"""


def test_the_next_lesson_is_made_ready_once_home_can_be_read(place: Place) -> None:
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings())
        workspace.library.outlines("de")
    wanted = ("markdown", "desktop.content.markup", "desktop.ui.lesson")
    done = subprocess.run(
        [sys.executable, "-c", READING, str(ROOT), str(place.home), str(place.root), *wanted],
        capture_output=True,
        text=True,
        timeout=90,
        cwd=ROOT,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["[False]", *wanted], done.stderr


def test_a_second_program_ends_and_leaves_the_first_running(place: Place) -> None:
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings())
    command = [sys.executable, "-m", "desktop", "--home", str(place.home)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        began = time.monotonic()
        while not ask_to_show(place.home, patience=0):
            assert first.poll() is None, "the first copy ended by itself"
            assert time.monotonic() - began < 60
            time.sleep(0.1)
        second = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 0, second.stderr
        assert first.poll() is None
    finally:
        first.kill()
        first.wait(timeout=20)


def test_two_copies_of_one_double_click_become_one(place: Place) -> None:
    """The second finds the lock taken long before the first listens."""
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings())
    command = [sys.executable, "-m", "desktop", "--home", str(place.home)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    copies = [subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    try:
        began = time.monotonic()
        while all(copy.poll() is None for copy in copies):
            assert time.monotonic() - began < 60
            time.sleep(0.05)
        (ended,) = [copy for copy in copies if copy.poll() is not None]
        assert ended.returncode == 0, ended.stderr.read()
        assert ask_to_show(place.home, patience=5)
    finally:
        for copy in copies:
            copy.kill()
            copy.communicate(timeout=20)


def test_fifty_thousand_calls_that_return_nothing(app: QApplication) -> None:
    """PySide6 6.12.0 aborts on Python 3.10 and 3.11 after some 5,000 of them."""
    widget = QWidget()
    for _ in range(50_000):
        widget.update()
    widget.deleteLater()
