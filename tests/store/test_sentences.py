"""Every code of the store has a sentence in both languages, and asks only for values that come with it."""

from __future__ import annotations

import ast
import string
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en")
ALWAYS = {"folder"}
VALUES = {
    "store-failed": {"file", "reason"},
    "store-full": {"file", "reason"},
    "store-read-only": {"file", "reason"},
    "store-not-a-folder": {"file", "reason"},
    "store-folder-gone": {"file", "reason"},
    "store-newer": {"found", "known"},
    "store-no-such-attempt": {"attempt_id"},
    "store-fell-back": {"file"},
    "store-fell-back-incomplete": {"file"},
    "store-journal-damaged": {"count"},
    "store-migrated": {"from", "to"},
    "store-document-skipped": {"table", "number"},
    "store-history-damaged": {"file", "count"},
    "store-rescued": {"aside"},
    "store-backup-unreadable": {"file"},
}


def sentences(language: str) -> dict[str, dict[str, str]]:
    path = ROOT / "assets" / "sentences" / language / "store.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def codes_in_the_source() -> set[str]:
    files = [*(ROOT / "desktop" / "store").glob("*.py"), ROOT / "desktop" / "model" / "errors.py"]
    found = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("store-"):
                found.add(node.value)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_and_every_sentence_a_code(language: str) -> None:
    assert set(sentences(language)) == codes_in_the_source()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_asks_only_for_what_comes_with_its_code(language: str) -> None:
    for code, entry in sentences(language).items():
        assert set(entry) == {"text", "hint"}, code
        asked = {name for part in entry.values() for _, name, _, _ in string.Formatter().parse(part) if name}
        assert asked <= ALWAYS | VALUES.get(code, set()), code
        assert entry["text"].endswith("."), code
