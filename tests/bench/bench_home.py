"""Home with a large library and a long memory against home with one course and none: opening it, and the start."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from desktop.app.workspace import Workspace, open_workspace
from desktop.model.learner import Answer, AttemptResult, LessonProgress, Settings, ThemeName
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore
from tests.bench.bench_start import WATCH, once
from tests.bench.bench_store import FastDisk
from tests.bench.homes import ROOT
from tests.bench.kill_answers import ITEMS, new_attempt

OPENINGS = 15
STARTS = 7
LESSONS = 5
HOME_MARK, WINDOW_MARK = 1.2, 1.15

COURSE = """\
---
id: kurs-{n}
title: Kurs Nummer {n}
summary: Was man in einer Lektion von vielen lernt.
version: "1.0"
audience: [alle]
quiz: kurs-{n}
---

Ein Kurs unter vielen.
"""
QUIZ = """\
---
id: kurs-{n}
type: quiz
title: Test {n}
---

## Was schreiben Sie?
<!-- item: id=i1 -->

- ( ) Etwas.
- (x) Nichts.
"""

START = (
    WATCH
    + """
watch = Watch()
import random
from datetime import datetime
from pathlib import Path
from desktop.ui.frame import Frame
import desktop.ui.application
class Watched(Frame):
    def appear(self):
        self.installEventFilter(watch)
        super().appear()
    def take(self, content):
        content.screen.installEventFilter(watch)
        super().take(content)
desktop.ui.application.Frame = Watched
home = Path(sys.argv[2])
desktop.ui.application.run(home, Path(sys.argv[3]), (), (), lambda: datetime.now().astimezone(), random.Random(1))
"""
)


def clock() -> datetime:
    """The time."""
    return datetime.now().astimezone()


def opened(home: Path) -> Workspace:
    """A home that holds all there is to learn in its own folders."""
    return open_workspace(
        home, course_folders=(), quiz_folders=(), assets=ROOT / "assets", clock=clock, rng=random.Random(1)
    )


def made(home: Path, courses: int, answers: int) -> Path:
    """A home with so many courses and so many answers in finished tests, cards for refreshers, and warm caches."""
    for number in range(courses):
        folder = home / "courses" / f"kurs-{number}"
        _write(folder / "course.md", COURSE.format(n=number))
        for lesson in range(LESSONS):
            _write(folder / f"{lesson:02}-lektion.md", f"# Lektion {lesson}\n\nEin Satz, der hier steht.\n")
        _write(home / "quizzes" / f"kurs-{number}.md", QUIZ.format(n=number))
    with opened(home) as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language="de", theme=ThemeName.LIGHT))
    with LearnerStore.open(home, clock=clock, disk=FastDisk()) as store:
        _answer(store, courses, answers)
    with opened(home) as workspace:
        workspace.overview("de")
    return home


def _answer(store: LearnerStore, courses: int, answers: int) -> None:
    """Tests taken again and again, the last of each with the cards it leaves behind; one lesson of each course read."""
    now = clock()
    for number in range(answers // ITEMS):
        course = f"kurs-{number % courses}"
        given = {f"i{k}": Answer(f"i{k}", ("2",), 1.0, now, key=("Was schreiben Sie?",)) for k in range(ITEMS)}
        store.start_attempt(replace(new_attempt(course, number), course_id=course, answers=given))
        cards = [
            Card(
                course_id=course,
                lesson_id="",
                item_id=item,
                stability=3.0,
                difficulty=5.0,
                due=now + timedelta(days=3),
                reviewed=now,
            )
            for item in (given if number < courses else ())
        ]
        store.finish_attempt(f"a{number}", AttemptResult(80.0, 80.0, True), now, cards=cards)
        if number < courses:
            store.save_lesson_progress(LessonProgress(course, "lektion", 1.0, True, touched=now))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def openings(homes: tuple[Path, Path]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Median milliseconds to the first painting of home in an open window, and until all of it stands; each for both.

    They take turns, so that a slow spell hits both.
    """
    from PySide6.QtCore import QEvent

    from desktop.ui.application import build, make_application
    from desktop.ui.screen import Route

    app = make_application()
    workspaces = [opened(home) for home in homes]
    windows = [build(app, workspace, ROOT / "assets") for workspace in workspaces]
    times: tuple[list[float], list[float]] = ([], [])
    whole: tuple[list[float], list[float]] = ([], [])
    for window in windows:
        window.show()
        app.processEvents()
    for _ in range(OPENINGS):
        for window, taken, stands in zip(windows, times, whole, strict=True):
            window.show_route(Route("settings"))
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            started = time.perf_counter()
            window.show_route(Route("home"))
            window.screen.repaint()
            taken.append((time.perf_counter() - started) * 1000)
            for _ in range(4):  # the path, its further rows, and the other courses come one after the other
                app.processEvents()
            stands.append((time.perf_counter() - started) * 1000)
    for window, workspace in zip(windows, workspaces, strict=True):
        window.close()
        workspace.close()
    first, last = (tuple(map(statistics.median, of)) for of in (times, whole))
    return (first[0], first[1]), (last[0], last[1])


def starts(homes: tuple[Path, Path]) -> dict[str, tuple[float, float]]:
    """Median seconds from the start of a process to the first painted window and to home, for both."""
    runs: tuple[list[dict[str, tuple[float, float]]], ...] = ([], [])
    for _ in range(STARTS + 1):
        for home, of_home in zip(homes, runs, strict=True):
            of_home.append(once(START, "HomeScreen", str(home), str(ROOT / "assets")))
    # The first run of each only warmed the caches.
    few, many = ({name: statistics.median(run[name][0] for run in of[1:]) for name in of[0]} for of in runs)
    return {name: (few[name], many[name]) for name in few}


def main() -> None:
    """Print the ratios and whether they meet their marks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        one = made(Path(folder) / "one", 1, 0)
        sixty = made(Path(folder) / "sixty", 60, 5_000)
        thousand = made(Path(folder) / "thousand", 1_000, 50_000)
        (few, many), stands = openings((one, sixty))
        verdict = _ratio(few, many, HOME_MARK)
        print(f"home opened: 1 course {few:.0f} ms, 60 courses and 5,000 answers {many:.0f} ms, {verdict}")
        print(f"until all of it stands: {stands[0]:.0f} ms and {stands[1]:.0f} ms, ratio {stands[1] / stands[0]:.2f}")
        few, many = starts((one, sixty))["HomeScreen"]
        print(f"start to home: {few:.3f} s and {many:.3f} s, ratio {many / few:.2f}")
        both = starts((one, thousand))
        few, many = both["window"]
        print(
            f"first painted window: 1 course {few:.3f} s, 1,000 courses and 50,000 answers {many:.3f} s, "
            f"{_ratio(few, many, WINDOW_MARK)}"
        )
        few, many = both["HomeScreen"]
        print(f"start to home with them: {few:.3f} s and {many:.3f} s, ratio {many / few:.2f}")


def _ratio(few: float, many: float, mark: float) -> str:
    return f"ratio {many / few:.2f} (mark {mark}: {'met' if many / few <= mark else 'missed'})"


if __name__ == "__main__":
    sys.exit(main())
