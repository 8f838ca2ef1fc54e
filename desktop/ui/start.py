"""What happens once the empty frame is on screen, and when another person takes the seat in front of it."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.ui.frame import FirstLook, Frame, remember

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.app.profiles import Profiles
    from desktop.app.workspace import Workspace
    from desktop.model.errors import KlartextError
    from desktop.ui.single_instance import Doorbell
    from desktop.ui.window import Window

_AFTER_PAINT = 20
"""Milliseconds after which the finished window has been painted; Qt itself waits 5 before it paints."""

_WHILE_READING = 1200
"""Milliseconds after which whoever started is likely to read home, and nobody waits for anything."""


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
        step = overview.step
        if step is not None and step.step.lesson_id:
            window.workspace.library.lesson(step.step.course_id, step.step.lesson_id, language)
            QTimer.singleShot(0, window, lambda: import_module("desktop.ui.lesson"))
            return
        states = (step.course if step else overview.current, *overview.courses)
        found = next((one for one in states if one is not None and one.next_step is NextStep.LESSON), None)
        if found is not None:
            window.workspace.library.lesson(found.outline.id, found.lesson_id, language)
            QTimer.singleShot(0, window, lambda: import_module("desktop.ui.lesson"))


class Start:
    """Opens the memory of whoever was here last, furnishes the frame, and changes the seat."""

    def __init__(
        self,
        app: QApplication,
        frame: Frame,
        home: Path,
        assets: Path,
        open_memory: Callable[[Path], Workspace],
        clock: Callable[[], datetime],
        rng: random.Random,
    ) -> None:
        """`home` is the laptop's data folder; `open_memory` opens that of one person."""
        self._app = app
        self._frame = frame
        self._home = home
        self._assets = assets
        self._open_memory = open_memory
        self._clock = clock
        self._rng = rng
        self._profiles: Profiles | None = None
        self._window: Window | None = None
        self._workspace: Workspace | None = None
        self._to_say: KlartextError | None = None
        self._bell: Doorbell | None = None
        self._over = False
        self._reading = QTimer()
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._prepare)

    def furnish(self) -> None:
        """Open the memory of whoever was here last, make the screens, and put them into the frame."""
        gc.disable()  # hundreds of modules and widgets are made now and none of them is garbage
        try:
            self._workspace = self._opened()
            if self._workspace is not None:
                self._fill(self._workspace)
        except Exception as error:
            # Not even the first screen could be made. Said and kept, an empty frame would be neither.
            from desktop.ui.failures import write_report

            write_report(self._folder, error, self._clock())
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
        self._over = True
        self._reading.stop()
        if self._workspace is not None:
            self._note_person()
            self._let_go(self._workspace)

    # --- who sits here ---

    def change_seat(self, folder: Path | None) -> None:
        """Let the person whose data lie in `folder`, or somebody new, sit in front of the same window.

        The other memory is opened before the one in use is let go of: where that fails, the window says why, and
        whoever was here stays.
        """
        from desktop.model.errors import KlartextError

        before, window = self._workspace, self._window
        if before is None or window is None or self._profiles is None or self._over:
            return
        window.leave()
        try:
            other = self._open_memory(folder or self._profiles.new_folder(self._rng))
        except KlartextError as error:
            window.fail(error)
            return
        self._note_person()
        self._reading.stop()
        try:
            self._workspace = other
            self._fill(other, window.kit.language)
        except BaseException:  # a fault of ours: whoever was here stays, and the window says so
            self._workspace, self._window = before, window
            self._catch_errors(window)
            other.close()
            raise
        window.close()  # so that its timers stop, and the screen in view keeps what it has
        window.deleteLater()
        self._let_go(before)
        self._window.seat.say_hello()

    def _let_go(self, workspace: Workspace) -> None:
        workspace.close()
        workspace.profiles.clear_if_empty(workspace.people.data_folder)

    def _note_person(self) -> None:
        """Keep in the list of people who is here, and how they are called now."""
        if self._workspace is not None and self._profiles is not None:
            learner = self._workspace.people.learner()
            self._profiles.remember(self._folder, learner.name if learner else "")

    def _person_changed(self) -> None:
        """Somebody said a name, or deleted all that was kept of them: then the laptop's first person is next."""
        self._note_person()
        if self._workspace is not None and self._workspace.people.learner() is None and self._folder != self._home:
            self.change_seat(self._home)
            if self._window is not None and self._folder == self._home:
                self._window.seat.say_gone()

    @property
    def _folder(self) -> Path:
        """Where the data of whoever sits here lie."""
        return self._home if self._workspace is None else self._workspace.people.data_folder

    # --- opening ---

    def _opened(self) -> Workspace | None:
        """The memory of whoever was here last, or where that cannot be opened, of anybody else on this laptop."""
        from desktop.app.profiles import Profiles
        from desktop.model.errors import KlartextError, StoreLocked

        self._profiles = Profiles(self._home)
        last = self._profiles.last()
        try:
            return self._open_memory(last)
        except KlartextError as error:
            if isinstance(error, StoreLocked) and self._rang():
                return None
            other = self._any_other(last)
            if other is None:
                self._frame.hide()
                self._app.exit(self._explain(error))
            else:
                self._to_say = error
            return other

    def _rang(self) -> bool:
        """Whether the copy of the program that has the memory open was found, and comes to the front in our place."""
        from desktop.ui.single_instance import ask_to_show

        self._frame.hide()
        if not ask_to_show(self._home):
            return False
        self._app.exit(0)
        return True

    def _any_other(self, folder: Path) -> Workspace | None:
        """The first memory besides that in `folder` that can be opened."""
        from desktop.model.errors import KlartextError

        for person in self._profiles.others(folder) if self._profiles is not None else ():
            with suppress(KlartextError):
                return self._open_memory(person.folder)
        return None

    def _fill(self, workspace: Workspace, language: str = "") -> None:
        from desktop.ui.application import build
        from desktop.ui.language import preferred_language

        spoken = language or preferred_language()
        window = build(self._app, workspace, self._assets, language=spoken, frame=self._frame)
        self._window = window
        self._catch_errors(window)
        window.seat.person_wanted.connect(lambda folder: self._later(lambda: self.change_seat(folder)))
        window.seat.changed.connect(lambda: self._later(self._person_changed))
        self._frame.take(window)
        if self._to_say is not None:
            self._frame.show()
            window.fail(self._to_say)
            self._to_say = None
        QTimer.singleShot(_AFTER_PAINT, window, lambda: self._settle(window))

    def _settle(self, window: Window) -> None:
        """What nobody waits for: the icon, and the local socket, whose module alone costs some 15 ms."""
        if self._window is not window or self._over:
            return
        from desktop.ui.icons import app_icon
        from desktop.ui.single_instance import Doorbell

        if self._bell is None:
            self._app.setWindowIcon(app_icon(self._assets))
            self._bell = Doorbell(self._home, self._come_to_front, self._frame)
        self._note_person()
        self._reading.start(_WHILE_READING)

    def _prepare(self) -> None:
        if self._window is not None:
            _prepare_lesson(self._window)

    def _later(self, action: Callable[[], None]) -> None:
        """Do it when nothing of the window is being executed any more: it may go."""
        QTimer.singleShot(0, self._frame, action)

    def _come_to_front(self) -> None:
        if self._window is not None:
            self._window.come_to_front()

    def _catch_errors(self, window: Window) -> None:
        from desktop.model.errors import KlartextError
        from desktop.ui.failures import install_hook, write_report

        def on_error(error: BaseException) -> None:
            if not isinstance(error, KlartextError):
                write_report(self._folder, error, self._clock())
            window.fail(error)

        install_hook(on_error)

    def _explain(self, error: Exception) -> int:
        """Say in a dialog why the window does not open; returns the exit code."""
        from PySide6.QtWidgets import QMessageBox

        from desktop.model.learner import ThemeName
        from desktop.rendering.sentences import Sentences
        from desktop.ui.failures import sentence_for
        from desktop.ui.fonts import load_fonts
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
