"""An acknowledged answer at 10, 10,000 and 100,000 stored ones, against a bare append + fdatasync of the same bytes."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.model.learner import Answer, AttemptResult
from desktop.store.disk import Disk
from desktop.store.learner_store import LearnerStore
from tests.bench.kill_answers import ITEMS, QUIZZES, new_attempt

STORED = (10, 10_000, 100_000)
ROUNDS = 60
PER_ROUND = 10


class FastDisk(Disk):
    """For filling a store before the measurement: the medium may take its time."""

    def sync(self, descriptor: int) -> None:
        """Do not wait."""

    def sync_folder(self, folder: Path) -> None:
        """Do not wait."""


def clock() -> datetime:
    """The time."""
    return datetime.now(UTC)


def answer(number: int) -> Answer:
    """An answer of the usual size."""
    key = (
        "Ein Unbekannter lobt Ihren Beitrag. Was schreiben Sie?",
        "x Dazu sage ich nichts.",
        "- Schreiben Sie privat.",
    )
    return Answer(f"i{number % ITEMS}", ("2",), 1.0, clock(), key=key)


def fill(folder: Path, answers: int) -> None:
    """A home in which so many answers were given in finished tests, and one test is open."""
    with LearnerStore.open(folder, clock=clock, disk=FastDisk()) as store:
        for number in range(answers // ITEMS):
            store.start_attempt(new_attempt(QUIZZES[number % len(QUIZZES)], number))
            for position in range(ITEMS):
                store.record_answer(f"a{number}", answer(position), position)
            store.finish_attempt(f"a{number}", AttemptResult(80.0, 80.0, True), clock())
        store.start_attempt(new_attempt("open", answers))


@dataclass
class Series:
    """Seconds per acknowledged answer of one home, and per bare append of the same bytes in the same breath."""

    store: LearnerStore
    journal: Path
    bare: int
    number: int
    answers: list[float]
    floor: list[float]

    def round(self) -> None:
        """A few answers, then their lines once more by hand."""
        before = self.journal.stat().st_size
        for _ in range(PER_ROUND):
            started = time.perf_counter()
            self.store.record_answer(f"a{self.number}", answer(len(self.answers)), 1)
            self.answers.append(time.perf_counter() - started)
        lines = self.journal.read_bytes()[before:].splitlines(keepends=True)
        sync = getattr(os, "fdatasync", os.fsync)
        for line in lines:
            started = time.perf_counter()
            os.write(self.bare, line)
            sync(self.bare)
            self.floor.append(time.perf_counter() - started)


def measured(folder: Path, answers: int) -> Series:
    """A filled home, open for a round."""
    home = folder / str(answers)
    fill(home, answers)
    store = LearnerStore.open(home, clock=clock, fold_at=1 << 30)
    bare = os.open(folder / f"bare-{answers}", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    return Series(store, max(home.glob("journal-*.jsonl")), bare, answers, [], [])


def opening(home: Path) -> float:
    """Seconds until that home is open and has told what the first window asks for."""
    started = time.perf_counter()
    with LearnerStore.open(home, clock=clock) as store:
        store.learner(), store.settings(), store.all_progress(), store.passes(), store.certificates()
        for quiz_id in QUIZZES:
            store.open_attempt(quiz_id)
        return time.perf_counter() - started


def main() -> None:
    """Print medians and the two ratios that have a mark."""
    with tempfile.TemporaryDirectory() as folder:
        all_series = [measured(Path(folder), answers) for answers in STORED]
        for _ in range(ROUNDS):  # in turn, so that a slow spell of the machine hits all
            for series in all_series:
                series.round()
        medians = []
        for stored, series in zip(STORED, all_series, strict=True):
            series.store.close()
            os.close(series.bare)
            own, floor = statistics.median(series.answers), statistics.median(series.floor)
            medians.append(own)
            print(
                f"acknowledged answer at {stored:>7,} stored: {own * 1e3:.3f} ms, "
                f"append + fdatasync {floor * 1e3:.3f} ms, ratio {own / floor:.2f} (mark 3); "
                f"to that at {STORED[0]} {own / medians[0]:.2f} (mark 1.3)"
            )
        times = [
            statistics.median(opening(Path(folder) / str(stored)) for _ in range(9))
            for stored in (STORED[0], STORED[-1])
        ]
        print(
            f"opening the store with {STORED[-1]:,} answers: {times[1] * 1e3:.1f} ms, "
            f"to that with {STORED[0]} {times[1] / times[0]:.2f}"
        )


if __name__ == "__main__":
    main()
