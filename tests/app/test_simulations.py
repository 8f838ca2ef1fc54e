"""Simulations through the doors of the app: every shipped one to every ending, and none of it lost by a kill."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.app.simulations import SimulationView
from desktop.app.workspace import Workspace
from desktop.model.errors import ContentError, NotPossible
from tests.app.kit import Place, set_up
from tests.app.playing import SCENARIO, put_simulation

ROOT = Path(__file__).resolve().parent.parent.parent
ORIGINALS = [file for file in (ROOT / "quizzes").glob("*.md") if "." not in file.stem]
SHIPPED = sorted(file.stem for file in ORIGINALS if "type: scenario" in file.read_text("utf-8"))


@pytest.fixture
def place(place: Place) -> Place:
    put_simulation(place.quizzes)
    return place


def ways_to_all_endings(workspace: Workspace, scenario_id: str, language: str) -> dict[str, tuple[int, ...]]:
    """The shortest choices to each ending, found by playing breadth first through the doors of the app."""
    view = workspace.simulations.restart(workspace.simulations.start_or_resume(scenario_id, language))
    seen, found = {view.walk.scene.id}, {}
    waiting: list[tuple[tuple[int, ...], SimulationView]] = [((), view)]
    for way, at in waiting:
        if at.walk.is_over:
            found[at.walk.scene.id] = way
        for number in range(len(at.walk.scene.choices)):
            on = workspace.simulations.choose(at, number)
            if on.walk.scene.id not in seen:
                seen.add(on.walk.scene.id)
                waiting.append(((*way, number), on))
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_every_shipped_simulation_can_be_played_to_every_ending(place: Place, scenario_id: str, language: str) -> None:
    shutil.copytree(ROOT / "quizzes", place.quizzes, dirs_exist_ok=True)
    with place.open() as workspace:
        set_up(workspace)
        scenario = workspace.library.scenario(scenario_id, language)
        found = ways_to_all_endings(workspace, scenario_id, language)
        assert set(found) == {scene.id for scene in scenario.scenes if scene.is_ending}
        assert len(found) >= 2
        view = workspace.simulations.start_or_resume(scenario_id, language)
        for way in found.values():
            view = workspace.simulations.restart(view)
            for number in way:
                assert view.walk.scene.lines, view.walk.scene.id
                view = workspace.simulations.choose(view, number)
                assert view.walk.taken[-1].choice.why, "every choice says a word of why"
            assert view.walk.scene.debriefing
        assert len(view.known_endings) == view.endings
        card = workspace.simulations.card(scenario_id, language)
        assert card is not None
        assert (card.found, card.begun) == (card.endings, False)
        assert 1 <= card.minutes <= 15


def test_all_shipped_simulations_are_listed(place: Place) -> None:
    shutil.copytree(ROOT / "quizzes", place.quizzes, dirs_exist_ok=True)
    with place.open() as workspace:
        cards = workspace.simulations.list("de")
    assert {card.id for card in cards} == {*SHIPPED, SCENARIO}
    assert all(card.title and card.summary for card in cards)


def test_a_kill_in_the_middle_loses_no_choice(place: Place, tmp_path: Path) -> None:
    workspace = place.open()
    view = workspace.simulations.choose(workspace.simulations.start_or_resume(SCENARIO, "de"), 0)
    shutil.copytree(place.home, tmp_path / "killed" / "home")
    workspace.close()
    (tmp_path / "killed" / "quizzes").mkdir()
    shutil.copytree(place.quizzes, tmp_path / "killed" / "quizzes", dirs_exist_ok=True)
    with Place(tmp_path / "killed", place.clock).open() as again:
        resumed = again.simulations.start_or_resume(SCENARIO, "de")
        assert resumed.resumed
        assert resumed.walk.steps == view.walk.steps
        assert resumed.walk.scene.title == "Rückfrage"
        assert dict(resumed.walk.meters) == {"vertrauen": 90, "ruhe": 35}
        assert resumed.walk.flags == ("eile",)


def test_the_way_goes_on_in_the_other_language(place: Place) -> None:
    with place.open() as workspace:
        workspace.simulations.choose(workspace.simulations.start_or_resume(SCENARIO, "de"), 0)
        english = workspace.simulations.start_or_resume(SCENARIO, "en")
        assert english.walk.scene.title == "Asking"
        assert english.walk.taken[0].choice.why == "A question costs nothing."
        assert [meter.title for meter in english.scenario.meters] == ["Trust", "Calm"]


def test_endings_stay_known_when_one_goes_back_and_decides_again(place: Place) -> None:
    with place.open() as workspace:
        view = workspace.simulations.start_or_resume(SCENARIO, "de")
        for number in (1, 1):
            view = workspace.simulations.choose(view, number)
        assert view.walk.scene.title == "Schlecht"
        view = workspace.simulations.back_to(view, 1)
        assert view.walk.scene.title == "Liste"
        view = workspace.simulations.choose(view, 0)
        assert [scene.title for scene in view.known_endings] == ["Gut", "Schlecht"]
        with pytest.raises(NotPossible):
            workspace.simulations.back_to(view, 2)


def test_a_file_changed_meanwhile_keeps_the_way_as_far_as_it_fits(place: Place) -> None:
    with place.open() as workspace:
        view = workspace.simulations.start_or_resume(SCENARIO, "de")
        workspace.simulations.choose(workspace.simulations.choose(view, 0), 1)
        file = place.quizzes / "anruf-abend.md"
        file.write_text(
            file.read_text("utf-8").replace("[Ach so. Welche Liste?](#liste)", "[Ach so.](#schlecht)"), "utf-8"
        )
        (place.quizzes / "anruf-abend.en.md").unlink()
        assert workspace.simulations.start_or_resume(SCENARIO, "de").walk.scene.title == "Rückfrage"


def test_a_deleted_simulation_starts_from_nothing(place: Place) -> None:
    with place.open() as workspace:
        workspace.simulations.choose(workspace.simulations.start_or_resume(SCENARIO, "de"), 0)
        workspace.simulations.delete(SCENARIO)
        view = workspace.simulations.start_or_resume(SCENARIO, "de")
        assert not view.resumed
        assert view.walk.taken == ()


def test_what_cannot_be_played_says_so(place: Place) -> None:
    with place.open() as workspace:
        assert workspace.simulations.card("no-such", "de") is None
        with pytest.raises(ContentError, match="simulation-unusable"):
            workspace.simulations.start_or_resume("no-such", "de")
