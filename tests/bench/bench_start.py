"""Start to first painted window and resident memory, against a bare PySide6 window with one label in the same run."""

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
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint and target.isWidgetType() and target.isWindow():
            QTimer.singleShot(0, painted)
        return False
def painted():
    with open('/proc/self/status') as status:
        rss = next((int(l.split()[1]) for l in status if l.startswith('VmRSS')), 0)
    print('painted', rss, flush=True)
    import os
    os._exit(0)
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
watch = Watch(); app.installEventFilter(watch)
label = QLabel('Klartext'); label.resize(1280, 800); label.show()
app.exec()
"""
)
KLARTEXT = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication
app = QApplication([])
watch = Watch(); app.installEventFilter(watch)
from pathlib import Path
from desktop.__main__ import open_window
open_window(Path(sys.argv[1]))
"""
)


def once(code: str, *arguments: str) -> tuple[float, int]:
    """Seconds from the start of the process to its first painted window, and resident KiB then."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("painted"):
            seconds = time.perf_counter() - started
            process.wait(timeout=20)
            return seconds, int(line.split()[1])
    raise RuntimeError(process.stderr.read() if process.stderr else "no window was painted")


def main() -> None:
    """Print the ratio of medians and the memory at first paint."""
    from tests.bench.homes import prepared_home

    with tempfile.TemporaryDirectory() as folder:
        home = prepared_home(Path(folder) / "home")
        bare, own = [], []
        once(BARE)
        once(KLARTEXT, str(home))
        for _ in range(RUNS):  # in turn, so that a slow spell of the machine hits both
            bare.append(once(BARE))
            own.append(once(KLARTEXT, str(home)))
    seconds = [statistics.median(s for s, _ in runs) for runs in (bare, own)]
    memory = [statistics.median(k for _, k in runs) / 1024 for runs in (bare, own)]
    ratio = seconds[1] / seconds[0]
    print(f"first painted window: bare {seconds[0]:.3f} s, Klartext {seconds[1]:.3f} s, ratio {ratio:.2f} (mark 1.5)")
    print(f"resident memory then: bare {memory[0]:.0f} MB, Klartext {memory[1]:.0f} MB (mark 100)")


if __name__ == "__main__":
    main()
