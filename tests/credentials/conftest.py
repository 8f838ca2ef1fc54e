"""A device, ordinary claims, and one sealed certificate that all tests may read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.credentials.issuing import issue
from desktop.credentials.keys import DeviceKey
from desktop.model.certificate import Claims, Sheet

SHEET = Sheet(minutes=30, lessons=6, organisation="Muster GmbH")


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> DeviceKey:
    return DeviceKey.load_or_create(tmp_path_factory.mktemp("device") / "keys")


@pytest.fixture(scope="session")
def other_key(tmp_path_factory: pytest.TempPathFactory) -> DeviceKey:
    return DeviceKey.load_or_create(tmp_path_factory.mktemp("other-device") / "keys")


@pytest.fixture(scope="session")
def claims(key: DeviceKey) -> Claims:
    return Claims(
        certificate_id="3f2c9a52-1c1e-4f0e-9a56-0d3f6f2f7c11",
        name="Jana Ortmann",
        course_id="vertraulichkeit",
        course_title="Vertraulich bleibt vertraulich",
        course_version="2.1",
        content_hash="0123456789abcdef" * 4,
        language="de",
        completed=date(2026, 11, 14),
        valid_until=date(2027, 11, 14),
        key=key.public,
    )


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    return SHEET


@pytest.fixture(scope="session")
def issued(claims: Claims, key: DeviceKey, assets: Path) -> Callable[..., bytes]:
    """Issues with the ordinary claims, changed as asked."""

    def _issued(sheet: Sheet = SHEET, **changes: Any) -> bytes:
        return issue(replace(claims, **changes), sheet, key, assets=assets)

    return _issued


@pytest.fixture(scope="session")
def sealed(issued: Callable[..., bytes]) -> bytes:
    return issued()
