from __future__ import annotations

import pytest

from desktop.rendering.plate import NIGHT, WHITE, plate_for

LIGHT, DARK = "#FFFFFF", "#1D2027"


@pytest.mark.parametrize(
    ("inks", "surface", "ground"),
    [
        (["#003A70"] * 10, LIGHT, LIGHT),
        (["#003A70"] * 10, DARK, WHITE),
        (["#F8F8F8"] * 10, LIGHT, NIGHT),
        (["#F8F8F8"] * 10, DARK, DARK),
        (["#808080"] * 10, DARK, DARK),
        (["#003A70"] * 9 + ["#F8F8F8"], DARK, WHITE),
        ([], DARK, DARK),
    ],
)
def test_a_logo_stands_where_it_is_seen(inks: list[str], surface: str, ground: str) -> None:
    assert plate_for(inks, surface) == ground
