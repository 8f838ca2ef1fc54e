"""Turns anything that goes wrong into a sentence; the window shows it and keeps running."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence, Sentences

REPORT_NAME = "error-report.txt"
_LONGEST_REPORT = 200_000


def sentence_for(error: BaseException, sentences: Sentences) -> Sentence:
    """What to say about an error: its own sentence if it is ours, else that something unexpected happened."""
    if isinstance(error, KlartextError):
        return sentences.say(error.code, error.data)
    return sentences.say("window-unexpected", {"file": REPORT_NAME})


def write_report(folder: Path, error: BaseException, now: datetime) -> None:
    """Keep the technical detail of an unexpected error in the data folder, so that support can ask for it."""
    file = folder / REPORT_NAME
    words = f"{now.isoformat(timespec='seconds')}\n{''.join(traceback.format_exception(error))}\n"
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text((before + words)[-_LONGEST_REPORT:], encoding="utf-8")
    except OSError:
        sys.stderr.write(words)


def install_hook(on_error: Callable[[BaseException], None]) -> None:
    """Send exceptions that escape a Qt slot to `on_error`; an interrupt from the keyboard stays an interrupt."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        on_error(error)

    sys.excepthook = hook
