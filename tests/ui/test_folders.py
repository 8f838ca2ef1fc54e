"""Data folders as laptops have them: locked from the start, locked under the running program, back again."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.app.workspace import open_workspace
from desktop.learning.grading import solution
from desktop.model.errors import KlartextError, StoreReadOnly
from desktop.model.learner import Settings
from desktop.model.policy import Policy
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import ASSETS, COURSE, Place
from tests.rights import bound_by_rights, lock, unlock
from tests.ui.conftest import Stage, settle
from tests.ui.test_start import start


@pytest.fixture
def locked(place: Place) -> Iterator[Place]:
    """A home with a learner in it that is made read-only, and given back at the end."""
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language="en"))
        workspace.study.mark_read(COURSE, "wagen")
    lock(place.home)
    yield place
    unlock(place.home)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def started(place: Place, app: QApplication) -> tuple[int, str]:
    """The exit code of a start that ends in a dialog, and what the dialog says."""
    said: list[str] = []

    def then() -> bool:
        box = app.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return False
        said.append(f"{box.text()} {box.informativeText()}")
        box.close()
        return True

    return start(place, then, app), said[0]


def test_read_only_data_are_said_at_the_start_and_left_as_they_are(
    locked: Place, app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(locked.home)
    with bound_by_rights():
        code, said = started(locked, app)
    assert code == 1
    assert str(locked.home) in said
    assert len(said.split()) > 10
    assert "Traceback" not in capsys.readouterr().err
    assert everything(locked.home) == before


def test_a_place_where_no_folder_can_be_made_is_said(
    place: Place, app: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    place.root.chmod(0o500)
    try:
        with bound_by_rights():
            code, said = started(place, app)
    finally:
        place.root.chmod(0o700)
    assert code == 1
    assert str(place.root) in said
    assert capsys.readouterr().err.strip() in said.replace("\n", " ") + "\n"


def test_what_was_read_only_opens_again_with_everything_in_it(locked: Place) -> None:
    with bound_by_rights(), pytest.raises(StoreReadOnly):
        locked.open()
    unlock(locked.home)
    with locked.open() as workspace:
        assert workspace.study.progress(COURSE, "wagen").read


def test_a_folder_locked_under_the_running_program_loses_no_answer(stage: Stage) -> None:
    window = stage.open()
    workspace, home = stage.workspace(), stage.place.home
    view = workspace.attempts.start_or_resume(COURSE, "en")
    saved = set()
    for number, shown in enumerate(view.items):
        if number == 1:
            lock(home)
        with bound_by_rights():
            try:
                workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
                saved.add(shown.item.id)
            except KlartextError as error:
                window.fail(error)
    with bound_by_rights():
        stage.close()
    unlock(home)
    assert saved
    with stage.place.open() as again:
        view = again.attempts.start_or_resume(COURSE, "en")
        assert view.resumed
        assert set(view.attempt.answers) == saved


@contextmanager
def read_only_disk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system has mounted the disk anew without the right to write, as Linux does after a fault."""
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("needs to know which file is written")
    write: Callable[[int, bytes], int] = os.write

    def refuse(descriptor: int, data: bytes) -> int:
        if os.readlink(f"/proc/self/fd/{descriptor}").startswith(str(home)):  # noqa: PTH115
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refuse)
        yield


def test_a_disk_that_turns_read_only_is_said_and_nothing_is_shown_as_saved(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = stage.open()
    workspace = stage.workspace()
    with read_only_disk(stage.place.home, monkeypatch):
        with pytest.raises(StoreReadOnly) as caught:
            workspace.study.mark_read(COURSE, "wagen")
        window.fail(caught.value)
        settle()
        assert str(stage.place.home) in " ".join(window.notices.words())
        assert not workspace.study.progress(COURSE, "wagen").read
        read_and_look_about(window)
    workspace.study.mark_read(COURSE, "wagen")
    assert workspace.study.progress(COURSE, "wagen").read


def read_and_look_about(window: Window) -> None:
    """Whoever only reads is not stopped."""
    for route in (Route("lesson", COURSE, "bahnsteig"), Route("courses"), Route("settings"), Route("home")):
        window.show_route(route)
        settle()
        assert window.route == route


def test_read_only_folders_of_courses_are_enough_to_learn_from(place: Place) -> None:
    policy = Policy(course_folders=(place.courses,), quiz_folders=(place.quizzes,))
    for folder in (place.courses, place.quizzes):
        lock(folder)
    with (
        bound_by_rights(),
        open_workspace(
            place.home,
            course_folders=(place.courses,),
            quiz_folders=(place.quizzes,),
            assets=ASSETS,
            clock=place.clock,
            rng=random.Random(1),
            policy=policy,
        ) as workspace,
    ):
        assert workspace.employer.shares is not None
        assert workspace.employer.shares.wait(10)
        assert workspace.employer.folders()[0].seen is not None
        view = workspace.attempts.start_or_resume(COURSE, "de")
        assert len(view.items) == 4
    for folder in (place.courses, place.quizzes):
        unlock(folder)
