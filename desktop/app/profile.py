"""The company profile that courses insert: the firm's own where there is one, else the example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Profile:
    """The values, the file they were read from, and what is wrong with the firm's own file if it was passed over."""

    values: Mapping[str, str]
    file: Path
    problems: tuple[Problem, ...] = ()


def load_profile(home: Path | None, assets: Path, words: Mapping[str, str] = MappingProxyType({})) -> Profile:
    """Read `<home>/org.toml`, or `assets/org.toml` where that is missing or faulty (its Problems are kept).

    `words` are those of the employer's policy; each takes the place of the one in the file.
    """
    from desktop.content.profile import read_org

    example = assets / "org.toml"
    problems: tuple[Problem, ...] = ()
    own = home / "org.toml" if home else None
    if own is not None and own.is_file():
        found = read_org(own)
        problems = found.problems
        if found.value is not None:
            return Profile({**found.value, **words}, own, problems)
    shipped = read_org(example)
    return Profile({**(shipped.value or {}), **words}, example, (*problems, *shipped.problems))
