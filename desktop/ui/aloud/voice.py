"""The system's voice: whether there is one, which languages it speaks, and saying one passage after the other."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QLoggingCategory, QObject, QProcess, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_PRETENDED = "mock"
"""Qt's own engine for tests; it says nothing, so it is no voice."""

_ASKED = "spd-say"
_PATIENCE_MS, _GONE_MS = 8_000, 1_000


def has_voice() -> bool:
    """Whether a voice can be expected, without loading anything of it: the lesson must not wait, nor grow, for it."""
    if find_spec("PySide6.QtTextToSpeech") is None:
        return False
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "texttospeech"
    engines = [file for file in folder.glob("*texttospeech_*") if _PRETENDED not in file.stem]
    # On Linux the engine is a service of its own that Qt only knocks at; its client comes with it.
    return bool(engines) and (not _is_served() or shutil.which(_ASKED) is not None)


def _is_served() -> bool:
    return sys.platform.startswith("linux")


class Waking(QObject):
    """Asks the service that speaks on Linux whether it is there, in a process of its own.

    Qt asks it too, but in the middle of the window's work and without end: a service that hangs would hang the window.
    done   whether it answered in time
    """

    done = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._end(False))
        self._asking = QProcess(self)
        self._asking.setStandardErrorFile(QProcess.nullDevice())
        self._asking.finished.connect(self._answered)
        self._asking.errorOccurred.connect(lambda _error: self._end(False))

    def ask(self) -> None:
        """Ask; `done` follows, at once where the engine needs no service."""
        if not _is_served():
            self.done.emit(True)
            return
        self._patience.start()
        self._asking.start(_ASKED, ["--list-output-modules"])

    def cancel(self) -> None:
        """Want no answer any more."""
        self.blockSignals(True)
        self._end(False)

    def _answered(self, code: int, _status: QProcess.ExitStatus) -> None:
        # A headline, then a line for each of the synthesizers it can use: without one it would be mute.
        lines = bytes(self._asking.readAllStandardOutput().data()).splitlines()
        self._end(code == 0 and len(lines) > 1)

    def _end(self, answered: bool) -> None:
        self._patience.stop()
        asking = self._asking
        asking.blockSignals(True)
        if asking.state() is not QProcess.ProcessState.NotRunning:
            asking.kill()
            asking.waitForFinished(_GONE_MS)
        self.done.emit(answered)


def _hush() -> None:
    """Keep Qt's sound library from reporting every sound system that it looks for and does not find.

    Only before it is loaded: its own threads may be about to report, and would wait for us while we wait for them.
    """
    if "PySide6.QtTextToSpeech" not in sys.modules:
        QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")


class Voice(QObject):
    """Says passages through one engine.

    finished   the passage was said to its end
    failed     the engine gave up; nothing more will be said
    """

    finished = Signal()
    failed = Signal()

    def __init__(self, engine: str = "", parent: QObject | None = None) -> None:
        """`engine` is empty for the system's own. Raises LookupError where Qt cannot speak after all."""
        super().__init__(parent)
        _hush()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            raise LookupError("no QTextToSpeech") from error
        engines = [one for one in QTextToSpeech.availableEngines() if one != _PRETENDED or one == engine]
        if not engines or (engine and engine not in engines):
            raise LookupError("no engine")
        self._states = QTextToSpeech.State
        self._engine: QTextToSpeech = QTextToSpeech(engine, self) if engine else QTextToSpeech(self)
        if self._engine.state() is self._states.Error:
            raise LookupError("no engine")
        self._saying = False
        self._engine.stateChanged.connect(self._changed)

    def speak_in(self, language: str) -> bool:
        """Take a voice for the language ("de"), that of the system's own country first; False where there is none."""
        spoken = [one for one in self._engine.availableLocales() if one.name()[:2] == language]
        here = QLocale.system().name()
        spoken.sort(key=lambda one: one.name() != here)
        if not spoken:
            return False
        self._engine.setLocale(spoken[0])
        return True

    def set_rate(self, rate: float) -> None:
        """How fast: -1 slow, 0 usual, 1 fast."""
        self._engine.setRate(rate)

    def say(self, words: str) -> None:
        """Say a passage; whatever is being said ends."""
        self._saying = False
        self._engine.stop()
        self._saying = True
        self._engine.say(words)

    def pause(self) -> None:
        """Stop in the middle; `resume` goes on there."""
        self._engine.pause()

    def resume(self) -> None:
        """Go on."""
        self._engine.resume()

    def stop(self) -> None:
        """Say nothing more."""
        self._saying = False
        self._engine.stop()

    def _changed(self, state: QTextToSpeech.State) -> None:
        if state is self._states.Error:
            self._saying = False
            self.failed.emit()
        elif state is self._states.Ready and self._saying:
            self._saying = False
            self.finished.emit()
