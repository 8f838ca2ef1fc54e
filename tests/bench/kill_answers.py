"""Kills a program that is answering, at random moments, and looks whether every acknowledged answer is there after it.

    python -m tests.bench.kill_answers --kills 200

The child answers tests and knowledge checks through LearnerStore as fast as it can, folds often, and writes one line to
its standard output whenever a call has returned. The parent kills it (SIGKILL, where the system has it), reads the
lines that came through, opens the store, and compares with everything acknowledged since the first round.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from desktop.model.learner import Answer, Attempt, AttemptResult, DrawnItem
from desktop.store.learner_store import LearnerStore

ROOT = Path(__file__).resolve().parent.parent.parent
QUIZZES = ("experten-chat", "mail", "bilder")
ITEMS = 6
FOLD_AT = 3000
"""Bytes of journal: a fold every dozen answers, so that many kills hit one."""
LONGEST_ROUND = 0.25
"""Seconds after its first answer until a child is killed, at most."""


def clock() -> datetime:
    """The time."""
    return datetime.now(UTC)


def answer_until_killed(folder: Path, number: int) -> None:
    """The child: begin or resume a test, answer it to its end, answer a check twice, and so on, forever."""
    store = LearnerStore.open(folder, clock=clock, fold_at=FOLD_AT)
    while True:
        quiz_id = QUIZZES[number % len(QUIZZES)]
        attempt = store.open_attempt(quiz_id)
        if attempt is None:
            attempt = new_attempt(quiz_id, number)
            store.start_attempt(attempt)
        for position in range(len(attempt.answers), ITEMS):
            number = _answered(store, attempt.id, position, number)
        store.finish_attempt(attempt.id, AttemptResult(80.0, 80.0, True), clock())
        _say(f"finished {attempt.id}")
        for _ in range(2):
            number += 1
            store.record_check("vertraulichkeit", "grenze", _answer("w1", number))
            _say(f"answered - w1 {number}")


def _answered(store: LearnerStore, attempt_id: str, position: int, number: int) -> int:
    store.record_answer(attempt_id, _answer(f"i{position}", number + 1), position + 1)
    _say(f"answered {attempt_id} i{position} {number + 1}")
    return number + 1


def new_attempt(quiz_id: str, number: int) -> Attempt:
    """An attempt at that quiz with an id of its own."""
    draw = tuple(DrawnItem(f"i{k}", ("2", "1", "3"), ("Was schreiben Sie?", "x Nichts.")) for k in range(ITEMS))
    return Attempt(
        id=f"a{number}",
        course_id="vertraulichkeit",
        quiz_id=quiz_id,
        language="de",
        seed=number,
        draw=draw,
        started=clock(),
    )


def _answer(item_id: str, number: int) -> Answer:
    return Answer(item_id, (str(number),), 1.0, clock(), key=("Was schreiben Sie?", "x Nichts."))


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


@dataclass
class Acknowledged:
    """What the children have said, over all rounds."""

    answers: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    finished: set[str] = field(default_factory=set)
    highest: int = 0

    def hear(self, lines: Iterator[str]) -> int:
        """Take note of a child's lines; how many there were."""
        count = 0
        for line in lines:
            what, *rest = line.split()
            count += 1
            if what == "finished":
                self.finished.add(rest[0])
            else:
                attempt_id, item_id, number = rest
                self.answers["" if attempt_id == "-" else attempt_id, item_id, number] += 1
                self.highest = max(self.highest, int(number))
        return count


def one_round(folder: Path, number: int, pause: float) -> list[str]:
    """Start a child, kill it `pause` seconds after its first answer, and return the lines it got out whole."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.kill_answers", "--child", str(folder), "--from", str(number)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stderr is not None
    with child.stdout as out, child.stderr as errors:
        first = out.readline()
        killer = threading.Timer(pause, child.kill)
        killer.start()
        rest = out.read()
        killer.cancel()
        killer.join()
        child.wait()
        complaint = errors.read().decode()
    if complaint:
        raise AssertionError(complaint)
    return [line.decode() for line in (first + rest).splitlines(keepends=True) if line.endswith(b"\n")]


def missing(folder: Path, acknowledged: Acknowledged) -> list[str]:
    """What was acknowledged and is not in the store, is in it twice, or what the store complains about."""
    with LearnerStore.open(folder, clock=clock) as store:
        kept = Counter((one.attempt_id, one.answer.item_id, one.answer.response[0]) for one in store.history())
        finished = {attempt.id for quiz_id in QUIZZES for attempt in store.attempts(quiz_id)}
        faults = [f"notice: {notice.code}" for notice in store.notices]
    faults += [f"missing: {answer}" for answer in acknowledged.answers - kept]
    faults += [f"twice: {answer}" for answer, count in kept.items() if count > 1]
    return faults + [f"not finished: {attempt_id}" for attempt_id in acknowledged.finished - finished]


@dataclass(frozen=True)
class Report:
    """What came of it."""

    kills: int
    answers: int
    finished: int
    faults: list[str]


def kill_often(folder: Path, kills: int, seed: int, *, aloud: bool = False) -> Report:
    """Kill `kills` children one after the other, all on the same folder, checking after each."""
    rng = random.Random(seed)
    acknowledged = Acknowledged()
    for kill in range(1, kills + 1):
        # Numbers go on well behind what was heard: the last answers before a kill may be kept without being heard.
        number = (acknowledged.highest // 1_000_000 + 1) * 1_000_000
        heard = acknowledged.hear(iter(one_round(folder, number, rng.uniform(0, LONGEST_ROUND))))
        faults = missing(folder, acknowledged)
        if aloud and (kill % 20 == 0 or faults):
            print(f"kill {kill}: {heard} acknowledged in this round, {acknowledged.answers.total()} answers in all")
        if faults:
            return Report(kill, acknowledged.answers.total(), len(acknowledged.finished), faults)
    return Report(kills, acknowledged.answers.total(), len(acknowledged.finished), [])


def main() -> None:
    """Run it and print what came of it; exit code 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--from", type=int, dest="number", default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        with contextlib.suppress(BrokenPipeError):
            answer_until_killed(options.child, options.number)
        return
    print(f"{options.kills} kills, seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        report = kill_often(Path(folder) / "home", options.kills, options.seed, aloud=True)
    print(
        f"{report.kills} kills, {report.answers} acknowledged answers, {report.finished} finished tests, "
        f"{len(report.faults)} lost or doubled (mark 0)"
    )
    for fault in report.faults:
        print(f"  {fault}")
    sys.exit(1 if report.faults else 0)


if __name__ == "__main__":
    main()
