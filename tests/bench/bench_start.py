"""Start to the first painted window and to the complete home, against a bare PySide6 window with one label.

The first painted window is the frame with rail and name; home with its courses follows. Both are measured, because the
first is what an eye takes for the start and the second is when one can work.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 9

WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
last = sys.argv[1]
class Watch(QObject):
    # Put on the two widgets of interest alone: on the application it would hand every event of every widget to Python,
    # which costs the richer window tens of milliseconds that nobody has without it.
    seen = set()
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint:
            name = 'window' if target.isWindow() else type(target).__name__
            if name not in self.seen:
                self.seen.add(name)
                QTimer.singleShot(0, lambda: painted(name))
        return False
def painted(name):
    with open('/proc/self/status') as status:
        rss = next((int(l.split()[1]) for l in status if l.startswith('VmRSS')), 0)
    print(name, rss, flush=True)
    if name == last:
        os._exit(0)
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
watch = Watch()
label = QLabel('Klartext'); label.installEventFilter(watch); label.resize(1280, 800); label.show()
app.exec()
"""
)
KLARTEXT = (
    WATCH
    + """
watch = Watch()
from pathlib import Path
from desktop.__main__ import open_window
from desktop.ui.frame import Frame
class Watched(Frame):
    def appear(self):
        self.installEventFilter(watch)
        super().appear()
    def take(self, content):
        content.screen.installEventFilter(watch)
        super().take(content)
import desktop.ui.application
desktop.ui.application.Frame = Watched
open_window(Path(sys.argv[2]))
"""
)


def once(code: str, last: str, *arguments: str) -> dict[str, tuple[float, float]]:
    """Per painted part the seconds since the process was started and the resident MB then; ends with `last`."""
    seen: dict[str, tuple[float, float]] = {}
    started = time.perf_counter()
    command = [sys.executable, "-c", code, last, *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        name, _, rss = line.partition(" ")
        if name in ("window", "HomeScreen"):
            seen[name] = (time.perf_counter() - started, int(rss) / 1024)
    _, errors = process.communicate(timeout=20)
    if last not in seen:
        raise RuntimeError(errors or "nothing was painted")
    return seen


def main() -> None:
    """Print the ratios of medians and the memory."""
    from tests.bench.homes import prepared_home

    bare: list[dict[str, tuple[float, float]]] = []
    own: list[dict[str, tuple[float, float]]] = []
    with tempfile.TemporaryDirectory() as folder:
        home = prepared_home(Path(folder) / "home")
        for _ in range(RUNS + 1):  # in turn, so that a slow spell of the machine hits both
            bare.append(once(BARE, "window"))
            own.append(once(KLARTEXT, "HomeScreen", str(home)))
    floor = _median(bare, "window", 0)
    for name, words in (("window", "first painted window"), ("HomeScreen", "home complete")):
        seconds, memory = _median(own, name, 0), _median(own, name, 1)
        mark = " (mark 1.5)" if name == "window" else ""
        print(
            f"{words}: bare {floor:.3f} s, Klartext {seconds:.3f} s, ratio {seconds / floor:.2f}{mark}; {memory:.0f} MB"
        )


def _median(runs: list[dict[str, tuple[float, float]]], name: str, place: int) -> float:
    """The median over all runs but the first, which warmed the caches."""
    return statistics.median(run[name][place] for run in runs[1:])


if __name__ == "__main__":
    main()
