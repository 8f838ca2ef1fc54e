"""The process is killed at random moments while someone answers; what was acknowledged is there, in the same draw."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.store.learner_store import LearnerStore
from tests.app.kit import COURSE, Place

KILLS = 8

LEARNER = """
import random, sys
from datetime import datetime, timezone
from pathlib import Path
from desktop.app.workspace import open_workspace
root, assets, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
with open_workspace(
    root / "home",
    course_folders=(root / "courses",),
    quiz_folders=(root / "quizzes",),
    assets=assets,
    clock=lambda: datetime.now(timezone.utc),
    rng=random.Random(seed),
) as workspace:
    while True:
        view = workspace.attempts.start_or_resume("zug", "de")
        print("draw", view.attempt.id, *(v.item.id for v in view.items), flush=True)
        for n in view.open_positions:
            item = view.items[n].item.id
            workspace.attempts.answer(view.attempt.id, item, ("1",))
            print("answered", view.attempt.id, item, n, flush=True)
        workspace.attempts.finish(view.attempt.id)
        print("finished", view.attempt.id, flush=True)
"""


@pytest.fixture
def kills(place: Place, assets: Path) -> list[list[str]]:
    """What the killed processes had acknowledged, line by line; a last line cut in half counts as not said."""
    said: list[list[str]] = []
    moments = random.Random(4)
    for seed in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", LEARNER, str(place.root), str(assets), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        said.append(process.stdout.readline().split())
        time.sleep(moments.uniform(0.0, 0.12))
        process.kill()
        rest = process.stdout.read()
        process.stdout.close()
        process.wait()
        said += [line.split() for line in rest.split("\n")[:-1]]
    return said


def test_every_acknowledged_answer_survives(place: Place, kills: list[list[str]]) -> None:
    draws: dict[str, list[str]] = {}
    answers: dict[str, set[str]] = {}
    finished: set[str] = set()
    for kind, attempt, *words in kills:
        if kind == "draw":
            assert draws.setdefault(attempt, words) == words, "the same draw after every restart"
        elif kind == "answered":
            answers.setdefault(attempt, set()).add(words[0])
        else:
            finished.add(attempt)
    assert sum(map(len, answers.values())) > KILLS, "the processes were killed before they did anything"
    with LearnerStore.open(place.home, clock=place.clock) as store:
        kept = {attempt.id: attempt for attempt in store.attempts("zug")}
    assert finished <= kept.keys()
    with place.open(seed=1000) as workspace:
        opened = workspace.attempts.start_or_resume(COURSE, "de").attempt
    for attempt, items in answers.items():
        found = kept.get(attempt, opened)
        assert found.id == attempt
        assert items <= found.answers.keys()
