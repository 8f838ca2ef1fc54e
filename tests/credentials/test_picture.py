"""The picture of the sheet: as wide as asked, A4 landscape, the same every time."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.credentials.keys import DeviceKey
from desktop.credentials.picture import png
from desktop.model.certificate import Claims, Sheet
from desktop.model.errors import CredentialError


def size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@pytest.mark.parametrize("width", [320, 1280, 2480])
def test_it_is_as_wide_as_asked(claims: Claims, sheet: Sheet, assets: Path, width: int) -> None:
    found, height = size(png(claims, sheet, assets=assets, width=width))
    assert abs(found - width) <= 1
    assert abs(found / height - 297 / 210) < 0.01


def test_the_same_claims_give_the_same_picture(claims: Claims, sheet: Sheet, key: DeviceKey, assets: Path) -> None:
    first = png(claims, sheet, key, assets=assets, width=640)
    assert png(claims, sheet, key, assets=assets, width=640) == first
    assert png(replace(claims, name="Someone Else"), sheet, key, assets=assets, width=640) != first
    assert png(claims, sheet, assets=assets, width=640) != first, "the code is missing"


def test_it_shows_hard_names_as_the_pdf_does(claims: Claims, sheet: Sheet, assets: Path) -> None:
    """A picture alone would show empty boxes without a word; the sheet with its note is another picture."""
    fox = png(replace(claims, name="Jörg 🦊"), sheet, assets=assets, width=640)
    plain = png(replace(claims, name="Jörg"), sheet, assets=assets, width=640)
    assert fox != plain


def test_claims_that_cannot_be_issued_have_no_picture(claims: Claims, sheet: Sheet, assets: Path) -> None:
    with pytest.raises(CredentialError, match="claims-missing"):
        png(replace(claims, name=""), sheet, assets=assets)
