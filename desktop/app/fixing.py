"""Missing ids are written into course files, each file whole or not at all; then the check says what remains."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.app.checking import check_paths
from desktop.app.files import failure, write_whole
from desktop.app.views import CheckReport, FixReport, Written
from desktop.model.errors import CredentialError, NotPossible
from desktop.model.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from desktop.content.fixing import FileFix


def fix_paths(paths: Sequence[Path], *, assets: Path, home: Path | None = None) -> FixReport:
    """Give every item in these files or folders an id where it can be done, then check them as `check_paths` does.

    Among the Problems that remain: fix-left-out, fix-left-twin (in place of item-without-id, which would advise to
    do by hand what could not be done), and for files that could not be written fix-read-only, fix-file-changed,
    file-disk-full, file-in-use, file-not-written.
    """
    from desktop.content.fixing import plan_fixes

    written: list[Written] = []
    refused: dict[Path, Problem] = {}
    for fix in plan_fixes(paths).files:
        if fix.original in refused:
            continue  # the ids would name nothing in the original
        problem = _write(fix)
        if problem is not None:
            refused[fix.path] = problem
        else:
            written += [Written(fix.path, line, own) for line, own in fix.given]
    # Planned anew, because every line below an inserted one has moved.
    left = plan_fixes(paths).left
    report = check_paths(paths, assets=assets, home=home)
    return FixReport(tuple(written), _joined(report, (*refused.values(), *left)))


def _joined(report: CheckReport, left: Sequence[Problem]) -> CheckReport:
    named = {(p.place.file, p.place.line) for p in left}
    kept = (p for p in report.problems if p.code != "item-without-id" or (p.place.file, p.place.line) not in named)
    ordered = sorted((*left, *kept), key=lambda p: (str(p.place.file), p.place.line, p.place.column))
    return CheckReport(tuple(ordered), report.files)


def _write(fix: FileFix) -> Problem | None:
    """Write one file in place of the old one, with its rights; what kept it from being written, else None."""
    path = fix.path.resolve()  # what a link points to is changed, the link stays
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        # Replacing a file asks for no right to write it, so what a person locked has to be respected here.
        if not mode & stat.S_IWUSR or not os.access(path, os.W_OK):
            raise NotPossible("fix-read-only", path=str(fix.path))
        if path.read_bytes() != fix.before:
            raise NotPossible("fix-file-changed", path=str(fix.path))
        write_whole(path, fix.after, mode=mode)
    except OSError as error:
        return _problem(fix, failure(error, fix.path))
    except (CredentialError, NotPossible) as error:
        return _problem(fix, error)
    return None


def _problem(fix: FileFix, error: CredentialError | NotPossible) -> Problem:
    data = MappingProxyType({"file": fix.path.name, **error.data, "path": str(fix.path)})
    # The other sentence advises to choose another folder, which nobody can do here.
    code = "fix-read-only" if error.code == "file-read-only" else error.code
    return Problem(code, Place(fix.path), Severity.ERROR, data)
