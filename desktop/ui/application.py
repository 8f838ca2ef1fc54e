"""Starts the window: the Qt application, the learner's memory, and what happens when it cannot be opened."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.fonts import load_face, load_fonts
from desktop.ui.frame import FirstLook, Frame, remember, remembered

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.app.workspace import Workspace
    from desktop.ui.window import Window

_AFTER_PAINT = 20
"""Milliseconds after which the finished window has been painted; Qt itself waits 5 before it paints."""

_WHILE_READING = 1200
"""Milliseconds after which whoever started is likely to read home, and nobody waits for anything."""


def make_application(arguments: Sequence[str] = ("klartext",)) -> QApplication:
    """The Qt application with our name and base style; the existing one, where there is one."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
    else:
        # As an option, not by setStyle: that would make Qt's largest classes of enumerations known to Python.
        app = QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName("Klartext")
    app.setApplicationDisplayName("Klartext")
    app.setDesktopFileName("klartext")
    return app


def build(
    app: QApplication, workspace: Workspace, assets: Path, *, language: str = "", frame: Frame | None = None
) -> Window:
    """A window over an open workspace, not shown yet: for the program itself, the tests and the tour.

    With a `frame` it is made inside it from the start, so that nothing in it is dressed twice.
    """
    from desktop.ui.accessibility import install_accessibility
    from desktop.ui.window import Window

    load_fonts(assets)
    install_accessibility()
    return Window(app, workspace, assets, language=language, parent=frame)


def run(
    home: Path,
    assets: Path,
    course_folders: Sequence[Path],
    quiz_folders: Sequence[Path],
    clock: Callable[[], datetime],
    rng: random.Random,
    policy_places: Sequence[Path] = (),
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Of `policy_places` the first that exists is the employer's policy; it is read once the first look is painted.

    A second copy on the same data folder brings the first to the front and ends with 0. A memory that cannot be
    opened is explained in a sentence and ends with 1.
    """
    app = make_application()
    load_face(assets, "Bold")
    frame = Frame(remembered(home))
    start = _Start(app, frame, home, assets)

    def open_memory() -> Workspace:
        from desktop.app.policy import find_policy
        from desktop.app.workspace import open_workspace

        laid = find_policy(policy_places)
        return open_workspace(
            home,
            course_folders=course_folders,
            quiz_folders=quiz_folders,
            assets=assets,
            clock=clock,
            rng=rng,
            policy=laid.policy,
            policy_problems=laid.problems,
        )

    frame.painted.connect(lambda: start.furnish(open_memory, clock))
    frame.closing.connect(start.remember_look)
    frame.appear()
    try:
        return app.exec()
    finally:
        start.close()


def _prepare_lesson(window: Window) -> None:
    """Read the lesson that home proposes, so that opening it need not wait for all that reading a lesson imports.

    In two steps, between which the window answers. What is wrong with the lesson is said when it is opened.
    """
    from desktop.model.errors import KlartextError
    from desktop.model.progress import NextStep

    if window.route.screen != "home":
        return
    language = window.kit.language
    with suppress(KlartextError):
        overview = window.workspace.overview(language)
        states = (overview.current, *overview.courses)
        found = next((one for one in states if one is not None and one.next_step is NextStep.LESSON), None)
        if found is not None:
            window.workspace.library.lesson(found.outline.id, found.lesson_id, language)
            QTimer.singleShot(0, window, lambda: import_module("desktop.ui.lesson"))


class _Start:
    """What happens once the empty frame is on screen."""

    def __init__(self, app: QApplication, frame: Frame, home: Path, assets: Path) -> None:
        self._app = app
        self._frame = frame
        self._home = home
        self._assets = assets
        self._workspace: Workspace | None = None
        self._reading = QTimer()
        self._reading.setSingleShot(True)

    def furnish(self, open_memory: Callable[[], Workspace], clock: Callable[[], datetime]) -> None:
        """Open the memory, make the screens, and put them into the frame."""
        gc.disable()  # hundreds of modules and widgets are made now and none of them is garbage
        try:
            self._workspace = self._opened(open_memory)
            if self._workspace is not None:
                self._fill(self._workspace, clock)
        except Exception as error:
            # Not even the first screen could be made. Said and kept, an empty frame would be neither.
            from desktop.ui.failures import write_report

            write_report(self._home, error, clock())
            self._frame.hide()
            self._app.exit(self._explain(error))
        finally:
            gc.enable()

    def remember_look(self) -> None:
        """Keep how the window looks now, for the first moment of the next start."""
        from desktop.ui.theme import current_scale, current_theme

        if self._workspace is None:
            return
        colours = current_theme().colours
        remember(
            self._home,
            FirstLook(
                paper=colours.paper,
                surface=colours.surface,
                line=colours.line,
                ink=colours.ink,
                accent=colours.accent,
                scale=current_scale(),
                size=self._frame.normalGeometry().size() or self._frame.size(),
                maximised=self._frame.isMaximized(),
                rail=self._workspace.people.learner() is not None,
            ),
        )

    def close(self) -> None:
        """Let go of the memory."""
        self._reading.stop()
        if self._workspace is not None:
            self._workspace.close()

    def _opened(self, open_memory: Callable[[], Workspace]) -> Workspace | None:
        from desktop.model.errors import KlartextError, StoreLocked

        try:
            return open_memory()
        except StoreLocked as error:
            from desktop.ui.single_instance import ask_to_show

            self._frame.hide()
            self._app.exit(0 if ask_to_show(self._home) else self._explain(error))
        except KlartextError as error:
            self._frame.hide()
            self._app.exit(self._explain(error))
        return None

    def _fill(self, workspace: Workspace, clock: Callable[[], datetime]) -> None:
        from desktop.ui.language import preferred_language

        window = build(self._app, workspace, self._assets, language=preferred_language(), frame=self._frame)
        self._catch_errors(window, clock)
        self._frame.take(window)
        QTimer.singleShot(_AFTER_PAINT, window, lambda: self._settle(window))

    def _settle(self, window: Window) -> None:
        """What nobody waits for: the icon, and the local socket, whose module alone costs some 15 ms."""
        from desktop.ui.icons import app_icon
        from desktop.ui.single_instance import Doorbell

        self._app.setWindowIcon(app_icon(self._assets))
        Doorbell(self._home, window.come_to_front, window)
        self._reading.timeout.connect(lambda: _prepare_lesson(window))
        self._reading.start(_WHILE_READING)

    def _catch_errors(self, window: Window, clock: Callable[[], datetime]) -> None:
        from desktop.model.errors import KlartextError
        from desktop.ui.failures import install_hook, write_report

        def on_error(error: BaseException) -> None:
            if not isinstance(error, KlartextError):
                write_report(self._home, error, clock())
            window.fail(error)

        install_hook(on_error)

    def _explain(self, error: Exception) -> int:
        """Say in a dialog why the window does not open; returns the exit code."""
        from PySide6.QtWidgets import QMessageBox

        from desktop.model.learner import ThemeName
        from desktop.rendering.sentences import Sentences
        from desktop.ui.failures import sentence_for
        from desktop.ui.language import apply_language, preferred_language
        from desktop.ui.theme import apply_theme, theme_for

        language = preferred_language()
        load_fonts(self._assets)
        apply_theme(self._app, theme_for(self._app, self._assets, ThemeName.SYSTEM))
        apply_language(self._app, language, self._assets)
        said = sentence_for(error, Sentences(self._assets, language))
        sys.stderr.write(f"{said.text} {said.hint}\n")
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Klartext", said.text, QMessageBox.StandardButton.Close)
        box.setInformativeText(said.hint)
        box.exec()
        return 1
