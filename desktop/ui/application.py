"""Starts the window: the Qt application, the frame that stands at once, and where everything is read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.fonts import load_face, load_fonts
from desktop.ui.frame import Frame, remembered
from desktop.ui.start import Start

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop.app.workspace import Workspace
    from desktop.ui.window import Window


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
    policy_places: Callable[[], Sequence[Path]] = tuple,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Of `policy_places` the first that exists is the employer's policy; both are asked once the first look is painted.

    A second copy on the same data folder brings the first to the front and ends with 0. A memory that cannot be
    opened is explained in a sentence and ends with 1.
    """
    app = make_application()
    load_face(assets, "Bold")
    frame = Frame(remembered(home))

    def open_memory(folder: Path) -> Workspace:
        from desktop.app.policy import find_policy
        from desktop.app.workspace import open_workspace

        laid = find_policy(policy_places())
        return open_workspace(
            folder,
            base=home,
            course_folders=course_folders,
            quiz_folders=quiz_folders,
            assets=assets,
            clock=clock,
            rng=rng,
            policy=laid.policy,
            policy_problems=laid.problems,
        )

    start = Start(app, frame, home, assets, open_memory, clock, rng)
    frame.painted.connect(start.furnish)
    frame.closing.connect(start.remember_look)
    frame.appear()
    try:
        return app.exec()
    finally:
        start.close()
