"""Everything the window says is translated, and can be: no unfinished text, no string the tools cannot see."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "desktop" / "ui").rglob("*.py"))
TREES = {source: ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES}
GERMAN = ROOT / "assets" / "translations" / "klartext_de.ts"
PLACEHOLDER = re.compile(r"\{\w*\}")


def tool(name: str, *arguments: str) -> str:
    """Run a translation tool that comes with PySide6."""
    code = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout + done.stderr


def messages(file: Path) -> Iterator[tuple[str, str, ET.Element]]:
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name") or "", message.findtext("source") or "", translation


def translated_calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and (node.func.attr == "tr" or ast.unparse(node.func) == "QCoreApplication.translate")
        ):
            yield node


def test_nothing_new_and_nothing_gone_since_the_translation_was_made(tmp_path: Path) -> None:
    fresh = tmp_path / GERMAN.name
    shutil.copy(GERMAN, fresh)
    tool("lupdate", "-locations", "none", "-no-obsolete", *map(str, SOURCES), "-ts", str(fresh))
    mine = {(context, source) for context, source, _ in messages(GERMAN)}
    theirs = {(context, source) for context, source, _ in messages(fresh)}
    assert theirs - mine == set(), "said in the window, but not in the translation"
    assert mine - theirs == set(), "translated, but no longer said"


def test_every_german_text_is_finished() -> None:
    open_ = [(context, source) for context, source, translation in messages(GERMAN) if translation.get("type")]
    assert not open_
    empty = [(context, source) for context, source, translation in messages(GERMAN) if not translation.text]
    assert not empty


def test_a_translation_keeps_the_placeholders() -> None:
    for context, source, translation in messages(GERMAN):
        mine, theirs = PLACEHOLDER.findall(translation.text or ""), PLACEHOLDER.findall(source)
        assert sorted(mine) == sorted(theirs), f"{context}: {source}"


def test_a_mnemonic_stays_one() -> None:
    for context, source, translation in messages(GERMAN):
        assert source.count("&") == (translation.text or "").count("&"), f"{context}: {source}"


def test_the_compiled_translation_is_up_to_date(tmp_path: Path) -> None:
    compiled = tmp_path / "klartext_de.qm"
    tool("lrelease", str(GERMAN), "-qm", str(compiled))
    assert compiled.read_bytes() == GERMAN.with_suffix(".qm").read_bytes(), "run lrelease again"


def test_only_plain_literals_are_translated() -> None:
    """`tr(f"…")` is extracted but never matches, and a variable is not extracted at all."""
    wrong = [
        f"{source.relative_to(ROOT)}:{call.lineno}"
        for source, tree in TREES.items()
        for call in translated_calls(tree)
        if not all(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert not wrong


def test_no_german_stands_in_the_sources() -> None:
    german = [
        f"{source.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for source, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search("[äöüÄÖÜß„]", node.value)
    ]
    assert not german
