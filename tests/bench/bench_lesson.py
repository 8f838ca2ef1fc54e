"""Opening lessons in the real window (offscreen), and what stays in memory after a whole course."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.homes import ROOT, opened

COURSE = "vertraulichkeit"
ROUNDS = 6


def resident_megabytes() -> float:
    """Resident memory of the running process; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def prepared_apart(home: Path) -> Path:
    """A home prepared by a process of its own, as on any day but the first: what that took is not held here."""
    code = "import pathlib, sys; from tests.bench.homes import prepared_home as made; made(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(home)], cwd=ROOT, check=True)
    return home


def main() -> None:
    """Print p95 of opening a lesson for the first time and again, and the memory after the course."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent

    from desktop.ui.application import build, make_application
    from desktop.ui.screen import Route

    app = make_application()
    first: list[float] = []
    again: list[float] = []
    with tempfile.TemporaryDirectory() as folder, opened(prepared_apart(Path(folder) / "home")) as workspace:
        window = build(app, workspace, ROOT / "assets")
        window.show()
        app.processEvents()
        ids = [lesson.id for lesson in workspace.library.outline(COURSE, "de").lessons]
        for turn in range(ROUNDS):
            for lesson_id in ids:
                started = time.perf_counter()
                window.show_route(Route("lesson", COURSE, lesson_id))
                window.screen.repaint()
                (again if turn else first).append((time.perf_counter() - started) * 1000)
                app.processEvents()
                # Outside a running event loop nothing else deletes the screen that was left.
                app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        memory = resident_megabytes()
        window.close()
    first = first[1:]  # the very first also pays for importing Markdown
    print(f"lesson opened: first time p95 {_p95(first):.0f} ms (mark 50), known p95 {_p95(again):.0f} ms (mark 20)")
    met = "met" if memory <= 100 else "missed"
    print(f"resident memory after reading a whole course: {memory:.0f} MB (mark 100: {met})")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
