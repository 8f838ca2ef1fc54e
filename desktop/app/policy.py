"""The employer's policy: where it is looked for, and what of it reaches this laptop."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.files import write_whole
from desktop.model.errors import CredentialError
from desktop.model.learner import ThemeName
from desktop.model.policy import Policy
from desktop.model.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from desktop.app.library import Library
    from desktop.app.shares import Shares, ShareState

LOGO_PATIENCE = 0.3
"""Seconds that showing the window may wait for a logo that lies on a network drive."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A policy as it was found, with what is wrong in its file; without a file both are empty."""

    policy: Policy
    problems: tuple[Problem, ...] = ()


NOTHING_LAID = Laid(Policy())


def find_policy(places: Sequence[Path]) -> Laid:
    """Read the first policy file that exists; a second one is not mixed in but named. Without any, nothing is imported.

    A file that cannot be used at all gives an empty policy that still names it as its source.
    """
    # Path.exists raises where a folder on the way may not be entered.
    there = [path for path in places if os.path.exists(path)]  # noqa: PTH110
    if not there:
        return NOTHING_LAID
    from desktop.content.policy import read_policy

    used = there[0]
    found = read_policy(used)
    second = [
        Problem("policy-second", Place(path), Severity.WARNING, {"file": path.name, "used": str(used)})
        for path in there[1:]
    ]
    return Laid(found.value or Policy(source=used), (*found.problems, *second))


class Employer:
    """What the employer lays down, and how much of it can be had right now."""

    def __init__(self, laid: Laid, library: Library, shares: Shares | None, home: Path, assets: Path) -> None:
        self.policy = laid.policy
        self.shares = shares
        self._laid = laid
        self._library = library
        self._home = home
        self._assets = assets
        self._logo_problems: tuple[Problem, ...] = ()

    def folders(self) -> tuple[ShareState, ...]:
        """The firm's course and quiz folders as they were found last."""
        return self.shares.states() if self.shares is not None else ()

    def problems(self, language: str) -> tuple[Problem, ...]:
        """What whoever wrote the policy should mend, in the order of its lines."""
        found = (*self._laid.problems, *self._logo_problems, *self._unknown_courses(language))
        return tuple(sorted(found, key=lambda p: (str(p.place.file), p.place.line)))

    def about_accent(self) -> tuple[Problem, ...]:
        """What had to be done to the accent; apart from the faults, because hardly a colour does for light and dark."""
        return accent_problems(self.policy, self._assets)

    def logo(self, patience: float = LOGO_PATIENCE) -> bytes | None:
        """The firm's logo as SVG or PNG bytes; while its drive does not answer, as it was the last time."""
        if self.policy.logo is None:
            return None
        from desktop.app.errands import Errand
        from desktop.content.logo import read_logo

        path = self.policy.logo
        errand = Errand(lambda: read_logo(path))
        kept = self._home / "cache" / f"company-logo{path.suffix.lower()}"
        if not errand.wait(patience):
            return read_logo(kept).value
        found = errand.result()
        self._logo_problems = found.problems
        if found.value is not None and found.value != _read(kept):
            with contextlib.suppress(CredentialError):
                write_whole(kept, found.value)
        return found.value

    def _unknown_courses(self, language: str) -> list[Problem]:
        known = {outline.id for outline in self._library.outlines(language)}
        unknown = [one.course_id for one in self.policy.mandatory if one.course_id not in known]
        if not unknown or self.policy.source is None:
            return []
        from desktop.content.policy_findings import warning_at
        from desktop.content.suggestions import nearest

        problems = []
        for course in dict.fromkeys(unknown):
            meant = nearest(course, known)
            data = {"course": course, "suggestion": meant}
            code = "policy-course-unknown-meant" if meant else "policy-course-unknown"
            problems.append(warning_at(self.policy.source, "course", course, code, **data))
        return problems


def accent_problems(policy: Policy, assets: Path) -> tuple[Problem, ...]:
    """What had to be done to the accent colour so that it can be read, and what it could be taken for."""
    if not policy.accent or policy.source is None:
        return ()
    from desktop.content.policy_findings import warning_at
    from desktop.rendering.accent import accented, resembles
    from desktop.rendering.theme import load_theme

    def told(code: str, **data: str) -> Problem:
        assert policy.source is not None
        return warning_at(policy.source, "accent", policy.accent, code, asked=policy.accent, **data)

    found = []
    for name in (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST):
        made = accented(load_theme(assets, name), policy.accent)
        if made.adjusted:
            found.append(told(f"accent-{'kept' if made.kept else 'adjusted'}-{name.value}", used=made.used))
    like = resembles(policy.accent, load_theme(assets, ThemeName.LIGHT))
    if like:
        found.append(told(f"accent-like-{like}"))
    return tuple(found)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
