"""Starts the window: the Qt application, the learner's memory, and what happens when it cannot be opened."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.model.errors import KlartextError, StoreLocked
from desktop.ui.accessibility import install_accessibility
from desktop.ui.fonts import load_fonts
from desktop.ui.language import apply_language, preferred_language

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.ui.window import Window


def make_application(arguments: Sequence[str] = ("klartext",)) -> QApplication:
    """The Qt application with our name and base style; the existing one, where there is one."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(list(arguments))
    app.setApplicationName("Klartext")
    app.setApplicationDisplayName("Klartext")
    app.setDesktopFileName("klartext")
    app.setStyle("Fusion")
    return app


def build(app: QApplication, workspace: Workspace, assets: Path, *, language: str = "") -> Window:
    """A window over an open workspace, not shown yet: for the program itself, the tests and the tour."""
    from desktop.ui.window import Window

    load_fonts(assets)
    install_accessibility()
    return Window(app, workspace, assets, language=language)


def run(
    home: Path,
    assets: Path,
    course_folders: Sequence[Path],
    quiz_folders: Sequence[Path],
    clock: Callable[[], datetime],
    rng: random.Random,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    A second copy on the same data folder brings the first to the front and ends with 0. A memory that cannot be
    opened is explained in a sentence and ends with 1.
    """
    from desktop.app.workspace import open_workspace

    app = make_application()
    try:
        workspace = open_workspace(
            home, course_folders=course_folders, quiz_folders=quiz_folders, assets=assets, clock=clock, rng=rng
        )
    except StoreLocked as error:
        from desktop.ui.single_instance import ask_to_show

        if ask_to_show(home):
            return 0
        return _explain(app, assets, error)
    except KlartextError as error:
        return _explain(app, assets, error)
    with workspace:
        window = build(app, workspace, assets, language=preferred_language())
        _catch_errors(window, home, clock)
        window.first_paint.connect(lambda: _listen(window, home))
        window.show()
        return app.exec()


def _catch_errors(window: Window, home: Path, clock: Callable[[], datetime]) -> None:
    from desktop.ui.failures import install_hook, write_report

    def on_error(error: BaseException) -> None:
        if not isinstance(error, KlartextError):
            write_report(home, error, clock())
        window.fail(error)

    install_hook(on_error)


def _listen(window: Window, home: Path) -> None:
    # Imported after the first paint: the local socket's module costs 30 ms that nobody waits for here.
    from desktop.ui.single_instance import Doorbell

    Doorbell(home, window.come_to_front, window)


def _explain(app: QApplication, assets: Path, error: KlartextError) -> int:
    """Say in a dialog why the window does not open."""
    from PySide6.QtWidgets import QMessageBox

    from desktop.model.learner import ThemeName
    from desktop.rendering.sentences import Sentences
    from desktop.ui.failures import sentence_for
    from desktop.ui.theme import apply_theme, theme_for

    language = preferred_language()
    load_fonts(assets)
    apply_theme(app, theme_for(app, assets, ThemeName.SYSTEM))
    apply_language(app, language, assets)
    said = sentence_for(error, Sentences(assets, language))
    sys.stderr.write(f"{said.text} {said.hint}\n")
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Klartext", said.text, QMessageBox.StandardButton.Close)
    box.setInformativeText(said.hint)
    box.exec()
    return 1
