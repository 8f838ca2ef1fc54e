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
from tests.app.playing import ASSESSMENT, SCENARIO, put_assessment, put_simulation

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


PLAYER = """
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
    workspace.annotations.of("zug", "wagen", "de")  # what is read once takes longest
    workspace.assessments.start_or_resume("reden", "de")
    print("began", flush=True)
    for number in range(1000):
        one = workspace.annotations.note("zug", "wagen", "de", f"Gedanke {seed} {number}")
        print("noted", one.annotation.id, flush=True)
        view = workspace.simulations.start_or_resume("anruf-abend", "de")
        if view.walk.is_over:
            view = workspace.simulations.restart(view)
            print("restarted", flush=True)
        view = workspace.simulations.choose(view, 0)
        print("chose", len(view.walk.taken), flush=True)
        view = workspace.assessments.start_or_resume("reden", "de")
        if not view.still_open:
            workspace.assessments.finish(view)
            print("assessed", view.run.id, flush=True)
            continue
        place = view.still_open[0]
        workspace.assessments.answer(workspace.assessments.go_to(view, place), number % 5)
        print("judged", view.run.id, place, flush=True)
"""


@pytest.fixture
def kills(place: Place, assets: Path) -> list[list[str]]:
    """What the killed learners had acknowledged."""
    return killed(LEARNER, place, assets)


def killed(script: str, place: Place, assets: Path, within: float = 0.12) -> list[list[str]]:
    """What was acknowledged before the kills, line by line; a last line cut in half counts as not said.

    Each comes `within` so many seconds after the first line.
    """
    said: list[list[str]] = []
    moments = random.Random(4)
    for seed in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(place.root), str(assets), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        said.append(process.stdout.readline().split())
        time.sleep(moments.uniform(0.0, within))
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


def test_no_acknowledged_note_choice_or_statement_is_lost(place: Place, assets: Path) -> None:
    put_simulation(place.quizzes)
    put_assessment(place.quizzes)
    notes: set[str] = set()
    judged: dict[str, int] = {}
    assessed: set[str] = set()
    taken = 0
    for kind, *words in killed(PLAYER, place, assets, within=0.6):
        if kind == "noted":
            notes.add(words[0])
        elif kind == "judged":
            judged[words[0]] = judged.get(words[0], 0) + 1
        elif kind == "assessed":
            assessed.add(words[0])
        elif kind in ("chose", "restarted"):
            taken = int(words[0]) if words else 0
    assert len(notes) > KILLS, "the processes were killed before they did anything"
    with place.open(seed=1000) as workspace:
        kept = {one.annotation.id: one.annotation for one in workspace.annotations.of(COURSE, "wagen", "de")}
        assert notes <= kept.keys()
        assert all(one.words.startswith("Gedanke ") for one in kept.values())
        view = workspace.simulations.start_or_resume(SCENARIO, "de")
        # At most one choice more than was said, or a new beginning that nobody heard of.
        assert len(view.walk.taken) in (taken, taken + 1, 0)
        runs = {run.id: run for run in workspace.assessments.runs(ASSESSMENT)}
        opened = workspace.assessments.start_or_resume(ASSESSMENT, "de").run
    assert assessed <= runs.keys()
    for run_id, count in judged.items():
        assert len(runs.get(run_id, opened).answers) >= count
