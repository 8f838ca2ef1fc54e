"""What all tests share: where the shipped files lie, and a home that never is the person's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.credentials.issuing import issue
from desktop.credentials.keys import DeviceKey
from desktop.model.certificate import Claims, Sheet
from tests.rights import bound_by_rights

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def assets() -> Path:
    return ROOT / "assets"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may read or write the data of the person who runs it."""
    home = tmp_path / "user-home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(home / "site"))  # nor live by the rules of an employer


@pytest.fixture(autouse=True)
def _without_waiting_for_the_medium(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test cuts the real power, so none could tell whether the wait was worth it; a bad descriptor still fails.

    Tests of power cuts keep account of every sync themselves, and programs that a test starts do wait.
    """
    for name in ("fsync", "fdatasync"):
        if hasattr(os, name):
            monkeypatch.setattr(os, name, lambda descriptor: os.fstat(descriptor) and None)


@pytest.fixture
def bound() -> Iterator[None]:
    """Rights of files count in this test, whoever runs it."""
    with bound_by_rights():
        yield


@pytest.fixture(scope="session")
def sealed_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A genuine certificate for Jana Ortmann, made by a key of its own."""
    folder = tmp_path_factory.mktemp("sealed")
    key = DeviceKey.load_or_create(folder / "keys")
    claims = Claims(
        certificate_id="6f1c8f52-6a7e-4d7e-9d3b-0d9e6b7f1a11",
        name="Jana Ortmann",
        course_id="vertraulichkeit",
        course_title="Vertraulich bleibt vertraulich",
        course_version="1.0",
        content_hash="ab" * 32,
        language="de",
        completed=date(2026, 11, 14),
        valid_until=date(2027, 11, 14),
        key=key.public,
    )
    file = folder / "certificate.pdf"
    file.write_bytes(
        issue(claims, Sheet(minutes=30, lessons=7, organisation="Muster GmbH"), key, assets=ROOT / "assets")
    )
    return file
