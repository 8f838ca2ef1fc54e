"""The ground of all window tests: one Qt application, real workspaces, and silence as part of passing."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.workspace import Workspace
from desktop.model.learner import Settings, ThemeName
from desktop.rendering.theme import load_theme
from desktop.ui.application import build, make_application
from desktop.ui.fonts import load_fonts
from desktop.ui.language import apply_language
from desktop.ui.theme import apply_theme, is_applied
from desktop.ui.window import Window
from tests.app.kit import ASSETS, Clock, Place

# Said by the offscreen platform of any window with a least size, and of any tool tip; nothing in it is about us.
HARMLESS = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


def settle(app: QCoreApplication | None = None) -> None:
    """Let everything that is due happen: timers of 0 ms, layouts, deletions."""
    there = app or QApplication.instance()
    assert there is not None
    for _ in range(5):
        there.processEvents()
        there.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def app() -> QApplication:
    return make_application()


@pytest.fixture(scope="module", autouse=True)
def older_timers() -> list[QTimer]:
    """Sets aside what is there already, so that timers are looked for, and garbage, only among the new."""
    found = _timers()
    gc.freeze()
    return found


@pytest.fixture(autouse=True)
def silent(app: QApplication, monkeypatch: pytest.MonkeyPatch, older_timers: list[QTimer]) -> Iterator[None]:
    """Fails a test on any line Qt logs, any exception in a slot, and any window or timer that outlives it."""
    said: list[str] = []
    raised: list[BaseException] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if words not in HARMLESS:
            said.append(words)

    def catch(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        raised.append(error)

    monkeypatch.setattr(sys, "excepthook", catch)
    before = qInstallMessageHandler(hear)
    there = {id(widget) for widget in app.topLevelWidgets()}
    yield
    settle(app)
    qInstallMessageHandler(before)
    left = [widget for widget in app.topLevelWidgets() if id(widget) not in there and widget.isVisible()]
    ticking = [timer for timer in (*older_timers, *_timers()) if _is_active(timer)]
    for widget in left:
        widget.close()
    assert not raised, f"an exception escaped a slot: {raised!r}"
    assert not said, f"Qt said: {said}"
    assert not left, f"windows outlived the test: {left}"
    assert not ticking, f"timers outlived the test: {ticking}"


@pytest.fixture(autouse=True)
def neutral(app: QApplication) -> None:
    """Every test begins in English, light, at 100 %, whatever the one before left on the application."""
    load_fonts(ASSETS)
    apply_language(app, "en", ASSETS)
    light = load_theme(ASSETS, ThemeName.LIGHT)
    if not is_applied(light, 100):
        apply_theme(app, light, 100)


def _timers() -> list[QTimer]:
    return [thing for thing in gc.get_objects() if isinstance(thing, QTimer)]


def _is_active(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # its C++ half is gone
        return False


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A home without data, and a small course with its test in German and English."""
    made = Place(tmp_path, Clock())
    made.write_course()
    made.write_quiz()
    return made


@dataclass
class Stage:
    """Opens windows on the workspace of a test and closes them with it."""

    app: QApplication
    place: Place
    windows: list[Window] = field(default_factory=list)
    workspaces: list[Workspace] = field(default_factory=list)

    def workspace(self) -> Workspace:
        """The workspace of this test, opened once."""
        if not self.workspaces:
            self.workspaces.append(self.place.open())
        return self.workspaces[0]

    def open(
        self,
        *,
        name: str = "Jana Ortmann",
        settings: Settings | None = None,
        size: tuple[int, int] = (1280, 800),
        prepare: Callable[[Workspace], None] | None = None,
        language: str = "",
    ) -> Window:
        """A window on screen; an empty `name` stops at the first start."""
        workspace = self.workspace()
        if name:
            workspace.people.set_up(name, settings or Settings(language="en"))
        elif settings is not None:
            workspace.people.change_settings(settings)
        if prepare is not None:
            prepare(workspace)
        window = build(self.app, workspace, ASSETS, language=language)
        self.windows.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle(self.app)
        return window

    def close(self) -> None:
        """Close everything, twice is harmless."""
        for window in self.windows:
            window.close()
            window.deleteLater()
        for workspace in self.workspaces:
            workspace.close()
        self.windows.clear()
        self.workspaces.clear()
        settle(self.app)


@pytest.fixture
def stage(app: QApplication, place: Place) -> Iterator[Stage]:
    made = Stage(app, place)
    yield made
    made.close()


@pytest.fixture
def show(app: QApplication) -> Iterator[Callable[[QWidget], QWidget]]:
    """Shows a bare widget for the length of a test."""
    shown: list[QWidget] = []

    def put(widget: QWidget) -> QWidget:
        shown.append(widget)
        widget.show()
        settle(app)
        return widget

    yield put
    for widget in shown:
        widget.close()
        widget.deleteLater()
    settle(app)
