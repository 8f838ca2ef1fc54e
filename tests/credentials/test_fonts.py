"""The shipped fonts: all there, licensed, and small enough to ship."""

from __future__ import annotations

from pathlib import Path

import pytest

STYLES = {"Regular", "Italic", "Medium", "SemiBold", "Bold"}


def test_inter_is_there_in_five_weights(assets: Path) -> None:
    import typst

    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[assets / "fonts"]).fonts()
    inter = {(font.weight, str(font.style).lower()) for font in found if font.family == "Inter"}
    assert inter == {(400, "normal"), (400, "italic"), (500, "normal"), (600, "normal"), (700, "normal")}
    assert {path.name for path in (assets / "fonts").glob("*.ttf")} == {f"Inter-{style}.ttf" for style in STYLES}


def test_the_template_names_every_family_that_ships(assets: Path) -> None:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[assets / "fonts"])
    template = (assets / "certificate" / "standard.typ").read_text(encoding="utf-8")
    for family in fonts.families():
        assert f'"{family}"' in template, family


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("OFL-Inter.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("fallback/OFL-Noto.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("fallback/Apache-2.0-DroidSansFallback.txt", "Apache License"),
    ],
)
def test_their_licences_ship_with_them(assets: Path, licence: str, words: str) -> None:
    assert words in (assets / "fonts" / licence).read_text(encoding="utf-8")


def test_they_stay_small(assets: Path) -> None:
    total = sum(path.stat().st_size for path in (assets / "fonts").rglob("*.ttf"))
    assert total < 8.5e6
