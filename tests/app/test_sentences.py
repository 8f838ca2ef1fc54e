"""Every code that the app raises has a sentence in both languages, filled by the values that come with it."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from desktop.rendering.sentences import Sentences

ROOT = Path(__file__).resolve().parent.parent.parent
RAISING = {"NotPossible", "ContentError", "CredentialError", "KlartextError"}
FIELD = re.compile(r"\{(\w+)\}")


def raised() -> dict[str, set[str]]:
    """Codes written in desktop/app and the rules below it, each with the values that come with it everywhere."""
    found: dict[str, set[str]] = {}
    for file in (file for room in ("app", "learning") for file in (ROOT / "desktop" / room).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in RAISING:
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                names = {k.arg for k in node.keywords if k.arg}
                code = str(node.args[0].value)
                found[code] = found.get(code, names) & names
    for code in ("file-disk-full", "file-read-only", "file-in-use", "file-name-too-long", "file-not-written"):
        found[code] = {"path"}
    found["certificate-file-name"] = {"course", "name", "day"}
    return found


def entries(language: str) -> dict[str, dict[str, str]]:
    file = ROOT / "assets" / "sentences" / language / "app.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_code_of_the_app_has_a_sentence_its_values_can_fill(language: str, assets: Path) -> None:
    codes = raised()
    assert len(codes) > 15
    sentences = Sentences(assets, language)
    for code, names in codes.items():
        assert sentences.knows(code), code
        entry = entries(language)[code]
        asked = set(FIELD.findall(entry["text"])) | set(FIELD.findall(entry.get("hint", "")))
        assert asked <= names, f"{code} asks for {asked - names}"
        said = sentences.say(code, dict.fromkeys(names, "X"))
        assert "…" not in said.text + said.hint


def test_both_languages_have_the_same_codes_and_values() -> None:
    german, english = entries("de"), entries("en")
    assert german.keys() == english.keys()
    for code in german:
        for part in ("text", "hint"):
            assert set(FIELD.findall(german[code].get(part, ""))) == set(FIELD.findall(english[code].get(part, ""))), (
                code
            )


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_sentence_is_left_over(language: str) -> None:
    general = {"not-possible", "content-unusable"}
    assert entries(language).keys() - raised().keys() <= general
