"""The house rules: layers depend downwards only, Qt stays in ui, no global state, every module says what it is for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop"

ALLOWED = {
    "model": set(),
    "content": {"model"},
    "exchange": {"model", "content"},
    "learning": {"model"},
    "credentials": {"model"},
    "register": {"model"},
    "store": {"model"},
    "rendering": {"model"},
    "app": {"content", "exchange", "learning", "credentials", "register", "store", "rendering", "model"},
    "cli": {"app", "rendering", "model"},
    "ui": {"app", "rendering", "model"},
}
THIRD_PARTY = {
    "model": set(),
    "content": {"markdown", "yaml", "nh3", "jinja2"},
    "exchange": {"markdown"},
    "learning": {"fsrs"},
    "credentials": {"cryptography", "typst", "segno"},
    "register": set(),
    "store": {"tinydb"},
    "rendering": {"jinja2"},
    "app": set(),
    "cli": {"click"},
    "ui": {"PySide6", "shiboken6"},
}
TOP_LEVEL = {
    *("desktop", "courses", "quizzes", "assets", "tests", "build.spec", "pyproject.toml", "README.md"),
    *(".ci", ".gitignore", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "constraints.txt"),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every imported module with its line, wherever in the file it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are written in full"
            yield node.module or "", node.lineno
            if node.module == "desktop":
                yield from ((f"desktop.{alias.name}", node.lineno) for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_layer_depends_downwards_only(path: Path) -> None:
    own = layer(path)
    if not own:  # __main__ wires everything
        return
    for name, line in imports(path):
        where = f"{path.relative_to(ROOT)}:{line}"
        parts = name.split(".")
        if parts[0] == "desktop":
            other = parts[1] if len(parts) > 1 else ""
            allowed = ALLOWED[own] | {own, "", "__version__"}
            assert other in allowed, f"{where}: {own} may not know {other}"
        elif parts[0] not in sys.stdlib_module_names:
            assert parts[0] in THIRD_PARTY[own], f"{where}: {own} may not import {parts[0]}"


def test_every_folder_of_the_package_is_a_known_layer() -> None:
    found = {p.name for p in PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert found <= set(ALLOWED)


def test_the_top_level_holds_only_what_belongs_there() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert text.strip(), "no docstring"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_keeps_mutable_state(path: Path) -> None:
    """Lists, dicts and sets at module level, and `global`, would be state that nobody handed in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Global), f"{path}:{node.lineno}: global"
    for statement in tree.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        value = getattr(statement, "value", None)
        if not isinstance(target, ast.Name) or target.id.isupper() or target.id.startswith("__"):
            continue
        mutable = isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
        private_constant = target.id.lstrip("_").isupper()
        assert not mutable or private_constant, f"{path}:{statement.lineno}: {target.id} is mutable module state"


def _run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        f"try:\n    main({list(arguments)!r})\n"
        "except SystemExit:\n    pass\n"
        "print('LOADED', ' '.join(sorted({m.split('.')[0] for m in sys.modules})))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=home, capture_output=True, text=True, encoding="utf-8", check=True
    )


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("check", str(ROOT / "courses")), ("verify", str(ROOT / "README.md"))],
    ids=lambda a: a[0].lstrip("-"),
)
def test_no_headless_command_loads_qt(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = _run("--home", str(tmp_path / "data"), *arguments, home=tmp_path)
    loaded = done.stdout.rsplit("LOADED", 1)[1].split()
    assert "desktop" in loaded
    assert not {"PySide6", "shiboken6"} & set(loaded)


def test_fifty_thousand_void_calls_do_not_abort_the_interpreter() -> None:
    """PySide6 6.12.0 aborts on Python 3.10 and 3.11 after some 5,000 calls that return nothing (`none_dealloc`)."""
    code = (
        "from PySide6.QtCore import QObject\n"
        "o = QObject()\n"
        "for _ in range(50_000): o.setObjectName('x')\n"
        "print('alive')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python before 3.11.5, and so Debian 12, matches `(…)*+` wrongly; single characters and classes are fine."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"(?<!\\)\)(?:\*\+|\+\+|\?\+|\{\d*,?\d*\}\+)", node.value), f"{path}:{node.lineno}"
            assert "(?>" not in node.value, f"{path}:{node.lineno}"
