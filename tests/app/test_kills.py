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


REFRESHER = """
import random, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from desktop.app.workspace import open_workspace
root, assets, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
moment = [datetime(2026, 11, 22, 9, 30, tzinfo=timezone.utc) + timedelta(days=1000 * seed)]
with open_workspace(
    root / "home",
    course_folders=(root / "courses",),
    quiz_folders=(root / "quizzes",),
    assets=assets,
    clock=lambda: moment[0],
    rng=random.Random(seed),
) as workspace:
    if workspace.attempts.last("zug") is None:
        workspace.attempts.finish(workspace.attempts.start_or_resume("zug", "de").attempt.id)
    for day in range(900):
        moment[0] += timedelta(days=1)
        for question in workspace.refreshers.session("de"):
            workspace.refreshers.answer(question.key, ("1",))
            print(question.item.id, moment[0].isoformat(), flush=True)
"""


def test_every_acknowledged_refresher_survives_with_its_card(place: Place, assets: Path) -> None:
    acknowledged: list[tuple[str, str]] = []
    moments = random.Random(5)
    for seed in range(KILLS):
        arguments = [sys.executable, "-c", REFRESHER, str(place.root), str(assets), str(seed)]
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moments.uniform(0.0, 0.12))
        process.kill()
        lines = (first + process.stdout.read()).split("\n")[:-1]
        process.stdout.close()
        process.wait()
        acknowledged += [(item, at) for item, at in map(str.split, lines)]
    assert len(acknowledged) > KILLS, "the processes were killed before they did anything"
    with LearnerStore.open(place.home, clock=place.clock) as store:
        given = {(one.answer.item_id, one.answer.at.isoformat()) for one in store.history() if one.refresher}
        refreshed = {card.item_id: card.refreshed for card in store.cards()}
        assert store.attempt_count("zug") == 1
    assert set(acknowledged) <= given
    for item, at in dict(acknowledged).items():
        last = refreshed[item]
        assert last is not None
        assert last.isoformat() >= at, "the card is the one of the last acknowledged answer, or of one after it"
