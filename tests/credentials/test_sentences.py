"""Every verdict, reason and failure that this layer can give has its sentence, in German and in English."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import desktop.credentials as package
from desktop.model.certificate import VerdictName

FOLDER = Path(package.__file__).parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
DATA = {"key-damaged": {"file"}, "key-unreadable": {"file"}, "key-not-written": {"file"}}
DATA |= {"claims-missing": {"field"}, "claims-malformed": {"field"}, "claims-too-long": {"field", "limit"}}


def codes() -> set[str]:
    """Every code written in the sources: what is raised, what a verdict gives, what stands for a fault."""
    found = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
            if isinstance(node, ast.IfExp):
                found |= {a.value for a in (node.body, node.orelse) if isinstance(a, ast.Constant)}
    shaped = {code for code in found if isinstance(code, str) and CODE.fullmatch(code)}
    return shaped - {"latin-1", "utf-8", "ua-1", "a-2a"}


def entries(assets: Path, language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((assets / "sentences" / language / "credentials.toml").read_text(encoding="utf-8"))


def test_the_sources_were_read() -> None:
    assert {"seal-intact", "certificate-missing", "not-a-pdf", "no-record", "qr-foreign", "key-damaged"} <= codes()
    assert len(codes()) >= 30


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_code_has_a_sentence_and_no_sentence_is_spare(assets: Path, language: str) -> None:
    verdicts = {f"verdict-{name}" for name in VerdictName}
    assert set(entries(assets, language)) == codes() | verdicts | {"credential-failed"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_placeholders_are_those_that_get_filled(assets: Path, language: str) -> None:
    for code, entry in entries(assets, language).items():
        assert set(entry) <= {"text", "hint"}
        asked = set(re.findall(r"\{(\w*)\}", entry["text"] + entry.get("hint", "")))
        assert asked <= DATA.get(code, set()), code
        assert "!" not in entry["text"], "voice.md: no exclamation marks"


def test_both_languages_advise_on_the_same_codes(assets: Path) -> None:
    german, english = entries(assets, "de"), entries(assets, "en")
    assert {code for code in german if "hint" in german[code]} == {code for code in english if "hint" in english[code]}
