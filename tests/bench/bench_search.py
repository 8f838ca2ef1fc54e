"""From a key to the list of results (offscreen), in a library of 1,000 generated lessons."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from desktop.app.workspace import Workspace
from desktop.model.search import Passage, SearchEntry, SearchKind, Target
from tests.bench.homes import ROOT, opened, prepared_home

LESSONS = 1_000
LETTERS = 11_000
"""Of a lesson, as in the shipped courses with their checks and sources."""

MARK = 50.0
TYPED = ("datenschutz", "ueber uns", "vertraulichkeit", "bildschirmfoto im chat", "strasse", "vertraulichkiet", "xq")


def generated(workspace: Workspace) -> tuple[SearchEntry, ...]:
    """Lessons shuffled together from the paragraphs of the shipped ones."""
    from desktop.app.search_texts import passages

    rng = random.Random(7)
    library = workspace.library
    lessons = [library.lesson(o.id, one.id, "de") for o in library.outlines("de") for one in o.lessons]
    paragraphs = [p for lesson in lessons for p in passages(lesson.blocks)]
    made = []
    for number in range(LESSONS):
        texts: list[Passage] = []
        while sum(len(p.text) for p in texts) < LETTERS:
            texts.append(rng.choice(paragraphs))
        title = f"{rng.choice(lessons).title} {number}"
        made.append(SearchEntry(SearchKind.LESSON, title, f"Kurs {number // 10}", tuple(texts), Target("k", title)))
    return tuple(made)


def keep(home: Path, workspace: Workspace) -> int:
    """Put the generated lessons where a start looks for the texts it kept; returns their letters."""
    from desktop.app.search_store import SearchStore

    entries = generated(workspace)
    workspace.library.refresh()
    values = workspace.library.profile.values
    SearchStore(home / "cache").save("de", workspace.library.fingerprint, values, entries)
    return sum(len(p.text) for entry in entries for p in entry.passages)


def main() -> None:
    """Print what opening the field costs, and the p95 of a key against its mark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent
    from PySide6.QtTest import QTest

    from desktop.ui.application import build, make_application

    app = make_application()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = prepared_home(Path(folder) / "home")
        with opened(home) as first:
            letters = keep(home, first)
        with opened(home) as workspace:
            window = build(app, workspace, ROOT / "assets")
            window.show()
            app.processEvents()
            started = time.perf_counter()
            window.finder.search()
            app.processEvents()
            opening = (time.perf_counter() - started) * 1000
            palette = window.finder.palette
            for words in TYPED:
                palette.field.clear()
                for letter in words:
                    started = time.perf_counter()
                    QTest.keyClicks(palette.field, letter)
                    while palette.is_waiting:
                        app.processEvents()
                    palette.repaint()
                    times.append((time.perf_counter() - started) * 1000)
            window.finder.close()
            window.close()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"search in {LESSONS} lessons, {letters / 1e6:.0f} million letters, {len(times)} keys:")
    print(f"field opened, texts read from disk and folded: {opening:.0f} ms")
    middle, worst = statistics.median(times), max(times)
    met = "met" if p95 <= MARK else "missed"
    print(f"key to list: median {middle:.0f} ms, p95 {p95:.0f} ms, worst {worst:.0f} ms (mark {MARK:.0f}: {met})")


if __name__ == "__main__":
    sys.exit(main())
