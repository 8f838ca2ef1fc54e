"""A certificate put into the HR department's folder: whole or not at all, over nobody's file, and a sentence if not."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import pytest

from desktop.app.hr_folder import HrFolder
from desktop.app.workspace import Workspace, open_workspace
from desktop.model.certificate import VerdictName
from desktop.model.errors import CredentialError
from desktop.model.policy import Policy
from tests.app.kit import ASSETS, COURSE, Place, passed, read_all, set_up


@pytest.fixture
def hr(tmp_path: Path) -> Path:
    folder = tmp_path / "hr"
    folder.mkdir()
    return folder


@pytest.fixture
def workspace(place: Place, hr: Path):
    with open_workspace(
        place.home,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(1),
        policy=Policy(drop_folder=hr),
    ) as made:
        set_up(made)
        read_all(made)
        passed(made)
        made.certificates.issue(COURSE, "de")
        yield made


def send(workspace: Workspace) -> Path:
    assert workspace.hr_folder is not None
    return workspace.hr_folder.send(workspace.certificates.all()[0]).result()


def test_what_lies_there_is_the_sealed_file_under_its_number(workspace: Workspace, hr: Path) -> None:
    path = send(workspace)
    (certificate,) = workspace.certificates.all()
    assert path.parent == hr
    assert workspace.certificates.number(certificate) in path.name
    assert [verdict.name for verdict in workspace.certificates.verify([path])] == [VerdictName.SEALED]
    assert [one.name for one in hr.iterdir()] == [path.name]


def test_sent_twice_it_lies_there_once(workspace: Workspace, hr: Path) -> None:
    assert send(workspace) == send(workspace)
    assert len(list(hr.iterdir())) == 1


def test_nobody_elses_file_is_overwritten(workspace: Workspace, hr: Path) -> None:
    first = send(workspace)
    first.write_bytes(b"von jemand anderem")
    second = send(workspace)
    assert second != first
    assert first.read_bytes() == b"von jemand anderem"


def test_a_folder_that_is_away_is_said_and_not_made(workspace: Workspace, hr: Path) -> None:
    hr.rmdir()
    with pytest.raises(CredentialError, match="hr-folder-away") as caught:
        send(workspace)
    assert caught.value.data["path"] == str(hr)
    assert not hr.exists()
    assert len(workspace.certificates.all()) == 1


def test_a_file_in_place_of_the_folder_is_said(workspace: Workspace, hr: Path) -> None:
    hr.rmdir()
    hr.write_text("kein Ordner", encoding="utf-8")
    with pytest.raises(CredentialError, match="hr-folder-away"):
        send(workspace)


def test_a_full_folder_is_said_and_holds_no_half(
    workspace: Workspace, hr: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CredentialError, match="file-disk-full"):
        send(workspace)
    assert list(hr.iterdir()) == []


def test_without_a_folder_in_the_policy_there_is_none(place: Place) -> None:
    with place.open() as workspace:
        assert workspace.hr_folder is None


@pytest.mark.usefixtures("bound")
def test_a_folder_that_takes_nothing_or_lets_nobody_in_is_said(workspace: Workspace, hr: Path) -> None:
    hr.chmod(0o500)
    with pytest.raises(CredentialError, match="file-read-only"):
        send(workspace)
    (hr.parent / "zu" / "hr").mkdir(parents=True)
    (hr.parent / "zu").chmod(0)
    behind = HrFolder(workspace.certificates, hr.parent / "zu" / "hr")
    with pytest.raises(CredentialError, match="hr-folder-away"):
        behind.send(workspace.certificates.all()[0]).result()
    for folder in (hr, hr.parent / "zu"):
        folder.chmod(0o700)
