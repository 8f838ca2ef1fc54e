"""The way of a role as the app shows it: from files or audiences, with the employer's wishes, kept between starts."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from desktop.app.workspace import Workspace, open_workspace
from desktop.model.learner import Settings
from desktop.model.path import ROLES
from desktop.model.policy import Mandatory, Policy
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all, set_up

HR = "---\ntype: path\ntitle: Weg der Personalabteilung\naudience: [hr]\n---\n1. [Am Bahnsteig](zug/02-bahnsteig.md)\n"


def opened(place: Place, **policy: object) -> Workspace:
    return open_workspace(
        place.home,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=Policy(**policy),  # type: ignore[arg-type]
    )


@pytest.fixture
def written(place: Place) -> Place:
    place.write(place.courses / "weg-hr.md", HR)
    return place


def test_a_role_goes_the_way_of_its_file_and_others_the_derived_one(written: Place) -> None:
    with opened(written) as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(), role="hr")
        assert workspace.paths.role == "hr"
        state = workspace.paths.state("de")
        assert state is not None
        assert (state.title, [step.title for step in state.steps]) == ("Weg der Personalabteilung", ["Am Bahnsteig"])
        workspace.people.choose_role("fuehrung")
        state = workspace.overview("de").path
        assert state is not None
        assert (state.role, state.title) == ("fuehrung", "")
        assert [step.step.course_id for step in state.steps] == [COURSE]
        roles = workspace.paths.roles("de")
        assert tuple(roles) == ROLES
        assert roles["hr"] == "Weg der Personalabteilung"
        assert roles["alle"] == ""


def test_a_learner_without_a_role_goes_everyones_way(place: Place) -> None:
    with opened(place) as workspace:
        assert workspace.paths.role == "alle"
        set_up(workspace)
        assert workspace.paths.role == "alle"
        assert not workspace.paths.given


def test_the_employers_choice_wins_and_an_unknown_one_counts_for_nothing(written: Place) -> None:
    with opened(written, role="hr") as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(), role="fuehrung")
        assert workspace.paths.role == "hr"
        assert workspace.paths.given
    with opened(written, role="chef") as workspace:
        assert workspace.paths.role == "fuehrung"
        assert not workspace.paths.given


def test_a_step_is_ticked_when_its_lesson_was_read(written: Place) -> None:
    with opened(written, role="hr") as workspace:
        set_up(workspace)
        before = workspace.overview("de")
        assert before.step is not None
        assert (before.step.step.lesson_id, before.step.done) == ("bahnsteig", False)
        workspace.study.mark_read(COURSE, "bahnsteig")
        after = workspace.overview("de")
        assert after.path is not None
        assert after.path.steps[0].done
        assert after.path.minutes_left == 0
        # Nothing pushes on to the rest of the course, which the path does not ask for.
        assert after.step is None
        assert after.current is None


def test_what_is_mandatory_stands_first_until_it_is_completed(written: Place) -> None:
    wanted = (Mandatory(COURSE, date(2026, 11, 21)), Mandatory("nirgends"))
    with opened(written, role="hr", mandatory=wanted) as workspace:
        set_up(workspace)
        state = workspace.paths.state("de")
        assert state is not None
        (step,) = state.steps
        assert (step.step.course_id, step.step.lesson_id) == (COURSE, "")
        assert (step.mandatory, step.until, step.overdue) == (True, date(2026, 11, 21), True)
        assert workspace.paths.mandatory(COURSE) == wanted[0]
        assert workspace.paths.mandatory("anderer") is None
        read_all(workspace)
        passed(workspace)
        state = workspace.paths.state("de")
        assert state is not None
        assert (state.steps[0].done, state.steps[0].overdue) == (True, False)


def test_without_any_course_there_is_no_path(place: Place) -> None:
    for file in place.courses.rglob("*.md"):
        file.unlink()
    with opened(place) as workspace:
        set_up(workspace)
        assert workspace.paths.state("de") is None
        assert workspace.overview("de").path is None


def test_paths_are_kept_between_starts_and_follow_their_files(written: Place) -> None:
    with opened(written) as workspace:
        first = workspace.library.paths("de")
    cache = written.home / "cache" / "outlines-de.json"
    before = cache.stat().st_mtime_ns
    with opened(written) as workspace:
        assert workspace.library.paths("de") == first
    assert cache.stat().st_mtime_ns == before
    written.write(written.courses / "weg-hr.md", HR.replace("Weg der", "Ein anderer Weg der"))
    with opened(written) as workspace:
        assert workspace.library.paths("de")[0].title == "Ein anderer Weg der Personalabteilung"
        assert workspace.library.problems() == ()


def test_a_fault_in_a_path_is_told_and_hides_no_course(written: Place) -> None:
    written.write(written.courses / "weg-hr.md", HR.replace("[hr]", "[rh]"))
    with opened(written) as workspace:
        assert [outline.id for outline in workspace.library.outlines("de")] == [COURSE]
        (problem,) = workspace.library.problems()
        assert problem.code.startswith("path-role-unknown")
        assert problem.place.file == Path(written.courses / "weg-hr.md")
        assert problem.place.line == 4


def test_a_path_in_the_data_folder_stands_before_the_shipped_one_and_the_employers_before_both(
    written: Place, tmp_path: Path
) -> None:
    def titled(title: str) -> str:
        return HR.replace("Weg der Personalabteilung", title)

    written.write(written.home / "courses" / "weg-hr.md", titled("Eigener Weg"))
    with opened(written) as workspace:
        assert [path.title for path in workspace.library.paths("de")] == ["Eigener Weg"]
        assert workspace.library.problems() == ()
    written.write(tmp_path / "firm" / "weg-hr.md", titled("Weg der Firma"))
    with opened(written, course_folders=(tmp_path / "firm",)) as workspace:
        assert workspace.employer.shares is not None
        assert workspace.employer.shares.wait(10)
        workspace.library.refresh()
        assert [path.title for path in workspace.library.paths("de")] == ["Weg der Firma"]
