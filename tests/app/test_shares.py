"""The firm's folders may hang, vanish, come back, change: whoever learns goes on, and nothing is lost."""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from desktop.app import share_copy
from desktop.app.share_copy import ShareCopy
from desktop.app.shares import PATIENCE, Shares, ShareStatus
from desktop.app.workspace import Workspace, open_workspace
from desktop.learning.grading import solution
from desktop.model.errors import NotPossible
from desktop.model.policy import Policy
from desktop.model.problem import Severity
from tests.app.kit import ASSETS, COURSE, Clock, Place, read_all, set_up


@pytest.fixture
def share(tmp_path: Path) -> Place:
    """A firm's network drive with one course and its test."""
    made = Place(tmp_path / "netz", Clock())
    made.write_course()
    made.write_quiz()
    return made


def opened(place: Place, share: Place) -> Workspace:
    policy = Policy(course_folders=(share.courses,), quiz_folders=(share.quizzes,))
    workspace = open_workspace(
        place.home,
        course_folders=(),
        quiz_folders=(),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=policy,
    )
    assert workspace.employer.shares is not None
    assert workspace.employer.shares.wait(10)
    return workspace


@pytest.fixture
def known(place: Place, share: Place) -> Place:
    """A laptop that has seen the drive once and has a learner."""
    with opened(place, share) as workspace:
        set_up(workspace)
        assert workspace.library.outline(COURSE, "de").title == "Gespräche im Zug"
    return place


def gone(share: Place) -> Path:
    """The drive is disconnected; returns where it went."""
    return share.root.rename(share.root.with_name("getrennt"))


def look_again(workspace: Workspace) -> ShareStatus:
    shares = workspace.employer.shares
    assert shares is not None
    shares.look()
    assert shares.wait(10)
    return workspace.employer.folders()[0].status


def test_courses_of_the_firm_are_there_at_the_first_start(place: Place, share: Place) -> None:
    with opened(place, share) as workspace:
        (outline,) = workspace.library.outlines("de")
        assert outline.id == COURSE
        assert outline.folder.is_relative_to(place.home)
        states = workspace.employer.folders()
        assert [(one.folder, one.status, one.seen) for one in states] == [
            (share.courses, ShareStatus.HERE, place.clock()),
            (share.quizzes, ShareStatus.HERE, place.clock()),
        ]


def test_nothing_is_written_to_the_firms_folder(place: Place, share: Place) -> None:
    def everything() -> list[tuple[str, int]]:
        return sorted((str(p), p.stat().st_mtime_ns) for p in share.root.rglob("*"))

    before = everything()
    with opened(place, share) as workspace:
        set_up(workspace)
        read_all(workspace)
    assert everything() == before


def test_a_drive_that_is_gone_at_the_start_takes_nothing_along(known: Place, share: Place) -> None:
    with opened(known, share) as workspace:
        read_all(workspace)
    seen = known.clock()
    gone(share)
    known.clock.forward(days=3)
    with opened(known, share) as workspace:
        state = workspace.overview("de").courses[0]
        assert (state.outline.id, len(state.lessons_read)) == (COURSE, 2)
        assert workspace.library.lesson(COURSE, "wagen", "de").title == "Wagen sieben"
        (first, _) = workspace.employer.folders()
        assert (first.status, first.seen, first.copied) == (ShareStatus.AWAY, seen, True)


def test_a_drive_that_goes_during_lesson_and_test_stops_neither(known: Place, share: Place) -> None:
    with opened(known, share) as workspace:
        workspace.study.mark_read(COURSE, "wagen")
        view = workspace.attempts.start_or_resume(COURSE, "de")
        first, *rest = view.items
        workspace.attempts.answer(view.attempt.id, first.item.id, solution(first.item))
        gone(share)
        assert look_again(workspace) is ShareStatus.AWAY
        workspace.study.keep_position(COURSE, "bahnsteig", 0.4)
        workspace.study.mark_read(COURSE, "bahnsteig")
        for shown in rest:
            workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
    with opened(known, share) as workspace:  # started anew without the drive, in the middle of the test
        view = workspace.attempts.start_or_resume(COURSE, "de")
        assert view.resumed
        assert len(view.attempt.answers) == len(view.items)
        finished = workspace.attempts.finish(view.attempt.id)
        assert finished.result.passed
        assert finished.certificate_offered
        assert workspace.certificates.issue(COURSE, "de").claims.course_id == COURSE


def test_a_drive_that_comes_back_brings_what_changed(known: Place, share: Place) -> None:
    elsewhere = gone(share)
    with opened(known, share) as workspace:
        assert look_again(workspace) is ShareStatus.AWAY
        assert workspace.library.outline(COURSE, "de").lessons[0].title == "Wagen sieben"
        elsewhere.rename(share.root)
        lesson = share.courses / COURSE / "01-wagen.md"
        lesson.write_text(lesson.read_text(encoding="utf-8").replace("Wagen sieben", "Wagen acht"), encoding="utf-8")
        (share.courses / COURSE / "02-bahnsteig.md").unlink()
        shares = workspace.employer.shares
        assert shares is not None
        turn = shares.collect()
        assert look_again(workspace) is ShareStatus.HERE
        assert shares.collect() > turn
        assert workspace.library.refresh()
        titles = [lesson.title for lesson in workspace.library.outline(COURSE, "de").lessons]
        assert "Wagen acht" in titles
        assert "Am Bahnsteig" not in titles


def test_an_empty_mount_point_is_no_withdrawal(known: Place, share: Place) -> None:
    gone(share)
    share.courses.mkdir(parents=True)
    share.quizzes.mkdir()
    with opened(known, share) as workspace:
        assert workspace.employer.folders()[0].status is ShareStatus.AWAY
        assert [outline.id for outline in workspace.library.outlines("de")] == [COURSE]


def test_a_course_that_the_firm_withdrew_is_gone_and_its_progress_kept(known: Place, share: Place) -> None:
    with opened(known, share) as workspace:
        read_all(workspace)
    other = share.courses / "anders"
    shutil.copytree(share.courses / COURSE, other)
    course = other / "course.md"
    course.write_text(course.read_text(encoding="utf-8").replace("id: zug", "id: anders"), encoding="utf-8")
    kept = share.root / "zug"
    (share.courses / COURSE).rename(kept)
    with opened(known, share) as workspace:
        assert [outline.id for outline in workspace.library.outlines("de")] == ["anders"]
        with pytest.raises(NotPossible, match="course-unknown"):
            workspace.attempts.start_or_resume(COURSE, "de")
    kept.rename(share.courses / COURSE)
    with opened(known, share) as workspace:
        state = workspace.study.state(COURSE, "de")
        assert len(state.lessons_read) == 2


def test_a_half_that_cannot_be_read_leaves_the_copy_whole(known: Place, share: Place) -> None:
    for file in (share.courses / COURSE).glob("0*.md"):
        file.write_text(file.read_text(encoding="utf-8") + "\nNeu.\n", encoding="utf-8")
    copy = ShareCopy(share.courses, known.home / "cache" / "shares")
    before = {p: p.read_bytes() for p in copy.folder.rglob("*") if p.is_file()}

    class Vanishing(ShareCopy):
        """A drive that goes between the listing and the second file."""

        def _fetch(self, name: str) -> None:
            if name.endswith("02-bahnsteig.md"):
                (self.source / name).unlink()
            super()._fetch(name)

    with pytest.raises(share_copy.ShareAway):
        Vanishing(share.courses, known.home / "cache" / "shares").update(known.clock())
    assert {p: p.read_bytes() for p in copy.folder.rglob("*") if p.is_file()} == before


@pytest.fixture
def hanging() -> Iterator[threading.Event]:
    """A drive that does not answer until the test is over."""
    released = threading.Event()
    yield released
    released.set()


def test_a_hanging_drive_holds_nobody_up_and_counts_as_away(
    known: Place, share: Place, hanging: threading.Event
) -> None:
    seconds = [0.0]

    def hang(copy: ShareCopy, now: datetime) -> bool:
        return hanging.wait(30) and copy.update(now)

    shares = Shares(
        (share.courses,), (), known.home / "cache" / "shares", clock=known.clock, update=hang, ticks=lambda: seconds[0]
    )
    shares.look()
    assert shares.looking
    assert shares.states()[0].status is ShareStatus.LOOKING
    seconds[0] = PATIENCE + 1
    assert shares.states()[0].status is ShareStatus.AWAY
    shares.look()  # no second errand is sent after the first
    assert shares.looking
    hanging.set()
    assert shares.wait(10)
    assert shares.states()[0].status is ShareStatus.HERE


def test_the_start_does_not_wait_for_a_hanging_drive(
    known: Place, share: Place, hanging: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def hang(path: object = ".") -> object:
        if str(path).startswith(str(share.root)):
            hanging.wait(30)
        return scan(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", hang)
    policy = Policy(course_folders=(share.courses,), quiz_folders=(share.quizzes,))
    with open_workspace(
        known.home,
        course_folders=(),
        quiz_folders=(),
        assets=ASSETS,
        clock=known.clock,
        rng=random.Random(1),
        policy=policy,
    ) as workspace:
        # Had anything waited, the drive would have answered by now.
        assert [outline.id for outline in workspace.library.outlines("de")] == [COURSE]
        assert workspace.employer.shares is not None
        assert workspace.employer.shares.looking
        assert not hanging.is_set()


def test_a_whole_drive_is_refused(known: Place, share: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_copy, "MOST_FILES", 3)
    with opened(known, share) as workspace:
        assert workspace.employer.folders()[0].status is ShareStatus.TOO_LARGE


def test_a_copy_that_cannot_be_written_is_said(place: Place, share: Place) -> None:
    (place.home / "cache").mkdir(parents=True)
    (place.home / "cache" / "shares").write_text("im Weg", encoding="utf-8")
    with opened(place, share) as workspace:
        assert workspace.employer.folders()[0].status is ShareStatus.NOT_KEPT


@pytest.mark.parametrize("damage", ["", "{", '{"files": 3, "seen": ""}', '{"files": {"a": 1}}', "[]"])
def test_a_damaged_note_beside_the_copy_costs_one_more_look(known: Place, share: Place, damage: str) -> None:
    for note in (known.home / "cache" / "shares").glob("*.json"):
        note.write_text(damage, encoding="utf-8")
    with opened(known, share) as workspace:
        assert workspace.employer.folders()[0].status is ShareStatus.HERE
        assert workspace.library.outline(COURSE, "de").title == "Gespräche im Zug"


def test_the_firms_course_goes_before_ours_and_that_is_said(place: Place, share: Place) -> None:
    ours = Place(place.root / "ours", place.clock)
    ours.write_course(version="1.0")
    policy = Policy(course_folders=(share.courses,), quiz_folders=(share.quizzes,))
    with open_workspace(
        place.home,
        course_folders=(ours.courses,),
        quiz_folders=(),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=policy,
    ) as workspace:
        assert workspace.employer.shares is not None
        assert workspace.employer.shares.wait(10)
        (outline,) = workspace.library.outlines("de")
        assert outline.version == "2.1"
        (problem,) = workspace.library.problems()
        assert (problem.code, problem.severity) == ("course-replaced", Severity.WARNING)
        assert problem.place.file == ours.courses / COURSE / "course.md"


def test_a_fault_in_a_firms_course_is_named_where_the_firm_has_it(place: Place, share: Place) -> None:
    (share.courses / COURSE / "course.md").write_text("---\nid: zug\n---\n", encoding="utf-8")
    with opened(place, share) as workspace:
        workspace.library.outlines("de")
        files = {problem.place.file for problem in workspace.library.problems()}
        assert files == {share.courses / COURSE / "course.md"}


def test_a_folder_above_the_right_one_is_told(place: Place, share: Place) -> None:
    policy = Policy(course_folders=(share.root,), quiz_folders=(share.quizzes,))
    with open_workspace(
        place.home,
        course_folders=(),
        quiz_folders=(),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=policy,
    ) as workspace:
        assert workspace.employer.shares is not None
        assert workspace.employer.shares.wait(10)
        assert [one.status for one in workspace.employer.folders()] == [ShareStatus.EMPTY, ShareStatus.HERE]
