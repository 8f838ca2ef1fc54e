"""What the links of a learning path mean: files of courses, beside the path or in any other folder of courses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from desktop.content.names import COURSE_FILE, file_name, markdown_files
from desktop.model.path import PathStep

_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]|#")


def leads_outside(address: str) -> bool:
    """Whether an address is none of a file among the courses: the web, another drive, a place on the same page."""
    bare = re.sub(r"[\s\x00-\x1f]", "", address)
    return _OUTSIDE.match(bare) is not None


class Targets:
    """All courses a path may lead to, given as their folders with their ids."""

    def __init__(self, courses: Mapping[Path, str]) -> None:
        self._courses = {folder.resolve(): (folder.name, own_id) for folder, own_id in courses.items()}

    def step(self, folder: Path, address: str) -> PathStep | None:
        """The course or lesson behind an address such as `vertraulichkeit/03-geheim.md`; None where there is none.

        The address starts in `folder`, where it can be clicked on. A company's own path may name a course that lies
        in another folder by the same two words.
        """
        bare = PurePosixPath(unquote(address.partition("?")[0].partition("#")[0]))
        try:
            found = self._in((folder / bare).resolve())
            if found is None and len(bare.parts) == 2 and ".." not in bare.parts:
                homes = [home for home, (name, _) in self._courses.items() if name == bare.parts[0]]
                return next((step for home in homes if (step := self._in(home / bare.name))), None)
        except (OSError, ValueError, RuntimeError):
            return None
        return found

    def _in(self, file: Path) -> PathStep | None:
        name = file_name(file)
        if name is None or file.parent not in self._courses or not file.is_file():
            return None
        course_id = self._courses[file.parent][1]
        return PathStep(course_id) if name.stem == COURSE_FILE else PathStep(course_id, name.id)

    def addresses(self) -> tuple[str, ...]:
        """Every address there is, to guess what a misspelt one meant."""
        return self._addresses

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        names = ((shown, name) for home, (shown, _) in self._courses.items() for name in markdown_files(home))
        return tuple(f"{shown}/{name.path.name}" for shown, name in names)
