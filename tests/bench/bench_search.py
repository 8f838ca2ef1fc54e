"""From a key to the list of results (offscreen), in a library of 1,000 generated lessons."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop.app.workspace import Workspace
from desktop.model.search import Passage, SearchEntry, SearchKind, Target
from tests.bench.bench_lesson import resident_megabytes
from tests.bench.homes import ROOT, opened, prepared_home

LESSONS = 1_000
LETTERS = 11_000
"""Of a lesson, as in the shipped courses with their checks and sources."""

MARK = 50.0
TYPED = ("datenschutz", "ueber uns", "vertraulichkeit", "bildschirmfoto im chat", "strasse", "vertraulichkiet", "xq")


def generated(workspace: Workspace) -> Iterator[SearchEntry]:
    """Lessons shuffled together from the paragraphs of the shipped ones, with their terms and questions as often."""
    from desktop.app.search_texts import lesson_entries, quiz_entries

    rng = random.Random(7)
    library = workspace.library
    shipped = [
        entry
        for outline in library.outlines("de")
        for one in (
            *(lesson_entries(outline, library.lesson(outline.id, lesson.id, "de")) for lesson in outline.lessons),
            *([quiz_entries(outline, library.quiz(outline.id, "de"))] if outline.quiz_id else []),
        )
        for entry in one
    ]
    lessons = [entry for entry in shipped if entry.kind is SearchKind.LESSON]
    others = [entry for entry in shipped if entry.kind is not SearchKind.LESSON]
    paragraphs = [passage for lesson in lessons for passage in lesson.passages]
    for number in range(LESSONS):
        texts: list[Passage] = []
        while sum(len(p.text) for p in texts) < LETTERS:
            texts.append(rng.choice(paragraphs))
        title = f"{rng.choice(lessons).title} {number}"
        yield SearchEntry(SearchKind.LESSON, title, f"Kurs {number // 10}", tuple(texts), Target("k", title))
        yield from rng.choices(others, k=round(len(others) / len(lessons)))


def keep(home: Path, workspace: Workspace) -> tuple[int, int]:
    """Put the generated entries where a start looks for the index it kept; returns how many, and their letters."""
    from desktop.app.search_store import SearchStore
    from desktop.learning.search import IndexMaker
    from desktop.ui.commands import Commands

    made = IndexMaker(generated(workspace))
    workspace.library.refresh()
    beside = {**workspace.library.profile.values, **{f"also {kind}": also for kind, also in Commands().kinds().items()}}
    SearchStore(home / "cache").save("de", workspace.library.fingerprint, beside, made.tables(), made.passages)
    return len(made), sum(len(p.text) for passages in made.passages for p in passages)


def main() -> None:
    """Print what opening the field costs, and the p95 of a key against its mark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent
    from PySide6.QtTest import QTest

    from desktop.ui.application import build, make_application
    from desktop.ui.language import apply_language

    app = make_application()
    apply_language(app, "de", ROOT / "assets")
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = prepared_home(Path(folder) / "home")
        with opened(home) as first:
            entries, letters = keep(home, first)
        with opened(home) as workspace:
            window = build(app, workspace, ROOT / "assets")
            window.show()
            app.processEvents()
            before = resident_megabytes()
            started = time.perf_counter()
            window.finder.search()
            app.processEvents()
            opening = (time.perf_counter() - started) * 1000
            assert workspace.search.progress == 1.0, "the generated index was not taken"
            palette = window.finder.palette
            for words in TYPED:
                palette.field.clear()
                for letter in words:
                    started = time.perf_counter()
                    QTest.keyClicks(palette.field, letter)
                    while palette.is_waiting:
                        app.processEvents()
                    app.processEvents()
                    times.append((time.perf_counter() - started) * 1000)
            held = resident_megabytes() - before
            window.finder.close()
            window.close()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"search in {LESSONS} lessons, {entries} entries, {letters / 1e6:.0f} million letters, {len(times)} keys:")
    print(f"field opened, index read from disk: {opening:.0f} ms, {held:.0f} MB more while it is open")
    middle, worst = statistics.median(times), max(times)
    met = "met" if p95 <= MARK else "missed"
    print(f"key to list: median {middle:.0f} ms, p95 {p95:.0f} ms, worst {worst:.0f} ms (mark {MARK:.0f}: {met})")


if __name__ == "__main__":
    sys.exit(main())
