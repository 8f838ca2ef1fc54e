"""What `check --fix` would write: the ids that are missing in some courses and quizzes, file by file."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.content.checking import originals
from desktop.content.courses import read_course_head
from desktop.content.item_fixes import Edit, Layout, applied, edits_for, lay_out, lines_after, new_ids, twin_ids
from desktop.content.lessons import lesson_files
from desktop.content.names import COURSE_FILE, FileName, file_name, markdown_files
from desktop.content.paths import is_path
from desktop.content.quizzes import own_id
from desktop.content.shelf import courses_in
from desktop.content.sources import MAX_BYTES, Notes, Source
from desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class FileFix:
    """The edits for one file that held `before` when they were made.

    `original` is the file whose new ids a translation takes over: without them its own would lead nowhere.
    """

    path: Path
    before: bytes
    edits: tuple[Edit, ...]
    original: Path | None = None

    @property
    def after(self) -> bytes:
        """The file's bytes with the edits in: UTF-8, with a byte order mark where there was one."""
        mark = codecs.BOM_UTF8 if self.before.startswith(codecs.BOM_UTF8) else b""
        return mark + applied(self.before.removeprefix(mark).decode("utf-8"), self.edits).encode("utf-8")

    @property
    def given(self) -> tuple[tuple[int, str], ...]:
        """Line and id of what the edits bring, lines counted as they are afterwards."""
        return tuple(zip(lines_after(self.edits), (edit.id for edit in self.edits), strict=True))


@dataclass(frozen=True, slots=True)
class Fixes:
    """Files to change, originals before their translations, and what needs a person (fix-left-out, fix-left-twin)."""

    files: tuple[FileFix, ...]
    left: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """An original file and its translations; `in_course` tells lessons and course texts from quizzes."""

    original: Path
    translations: tuple[Path, ...]
    in_course: bool


def plan_fixes(paths: Sequence[Path]) -> Fixes:
    """The ids that items in these files or folders lack; a file brings its original and its translations along.

    Files that cannot be read are left to `check`. Problems: fix-left-out (an id cannot be written there),
    fix-left-twin (nothing in the original answers to an item of a translation).
    """
    planning = _Planning()
    for family in dict.fromkeys(family for path in paths for family in families(path)):
        planning.family(family)
    return Fixes(tuple(planning.files), tuple(planning.left))


def families(path: Path) -> Iterator[Family]:
    """The families that `check` would read for a path given by a person."""
    name = file_name(path) if path.is_file() else None
    if name is not None:
        if not (path.parent / f"{COURSE_FILE}.md").is_file():
            original = file_name(path.with_name(f"{name.stem}.md"))
            found = original if original and original.path.is_file() else name
            yield from () if is_path(found) else (_quiz(found),)
        elif name.stem == COURSE_FILE:
            yield from _course(path.parent)
        else:
            yield from (f for f in _course(path.parent) if path in (f.original, *f.translations))
    elif path.is_dir():
        yield from _folder(path)


def _folder(folder: Path) -> Iterator[Family]:
    inner = [folder / name for name in ("courses", "quizzes") if (folder / name).is_dir()]
    if inner and not (folder / f"{COURSE_FILE}.md").is_file():
        for child in inner:
            yield from _folder(child)
        return
    courses = list(courses_in(folder))
    for course in courses:
        yield from _course(course)
    if not courses:
        yield from (_quiz(name) for name in originals(folder) if not is_path(name))


def _course(folder: Path) -> Iterator[Family]:
    texts = [name.path for name in markdown_files(folder) if name.stem == COURSE_FILE and name.language]
    yield Family(folder / f"{COURSE_FILE}.md", tuple(texts), in_course=True)
    for lesson in lesson_files(folder).value or ():
        yield Family(lesson.path, tuple(lesson.translations.values()), in_course=True)


def _quiz(name: FileName) -> Family:
    others = [n.path for n in markdown_files(name.path.parent) if n.language and n.stem == name.stem]
    return Family(name.path, tuple(path for path in others if path != name.path), in_course=False)


class _Planning:
    """Plans file by file, and remembers which ids are spoken for."""

    def __init__(self) -> None:
        self.files: list[FileFix] = []
        self.left: list[Problem] = []
        self._ids: dict[Path, frozenset[str]] = {}

    def family(self, family: Family) -> None:
        """Plan an original and its translations."""
        read = _read(family.original, in_course=family.in_course)
        if read is None:
            return
        before, layout = read
        ids: dict[int, str] = {}
        if layout.without_id:
            taken = frozenset[str]().union(*(self._known(path, c) for path, c in _beside(family)))
            ids = self._take(layout, before, new_ids(layout, taken), "fix-left-out", None)
        self._ids[family.original.resolve()] = layout.ids | frozenset(ids.values())
        for path in family.translations:
            twin = _read(path, in_course=family.in_course)
            if twin is not None and twin[1].without_id:
                given = twin_ids(twin[1], layout, ids)
                self._take(twin[1], twin[0], given, "fix-left-twin", family.original)

    def _take(
        self, layout: Layout, before: bytes, ids: dict[int, str], code: str, original: Path | None
    ) -> dict[int, str]:
        """Keep the edits that can be made and name the items that get none; the ids that will be there."""
        edits = edits_for(layout, ids)
        if edits:
            self.files.append(FileFix(layout.source.path, before, edits, original))
        done = {edit.item: edit.id for edit in edits}
        notes = Notes(layout.source)
        for item in layout.without_id:
            at = (item.first, item.column, max(1, len(item.heading)))
            if item.first in done:
                continue
            if code == "fix-left-twin" and original is not None:
                notes.warning("fix-left-twin", *at, original=original.name)
            else:
                notes.warning("fix-left-out", *at)
        self.left += notes.problems
        return done

    def _known(self, path: Path, in_course: bool) -> frozenset[str]:
        """The ids of another file, those planned for it included."""
        key = path.resolve()
        if key not in self._ids:
            read = _read(path, in_course=in_course)
            self._ids[key] = read[1].ids if read else frozenset()
        return self._ids[key]


def _read(path: Path, *, in_course: bool) -> tuple[bytes, Layout] | None:
    """A file's bytes and the layout of its items; None where `check` has the word."""
    try:
        with path.open("rb") as file:
            before = file.read(MAX_BYTES + 1)
        text = before.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except (OSError, ValueError):
        return None
    layout = lay_out(Source.of(path, text), in_course=in_course) if len(before) <= MAX_BYTES else None
    return (before, layout) if layout else None


def _beside(family: Family) -> Iterator[tuple[Path, bool]]:
    """The other originals of the same course, its quiz among them, each with whether it lies in the course's folder."""
    root = family.original.parent.parent
    if family.in_course:
        courses = [family.original.parent]
        head = read_course_head(courses[0], {}).value
        wanted = head.quiz_id if head else None
        yield from ((n.path, False) for n in originals(root.parent / "quizzes") if wanted and own_id(n) == wanted)
    else:
        own = file_name(family.original)
        courses = [c for c in courses_in(root / "courses") if own and _asks(c, own_id(own))]
    for folder in courses:
        for name in markdown_files(folder):
            if not name.language and name.path.resolve() != family.original.resolve():
                yield name.path, True


def _asks(course: Path, quiz_id: str) -> bool:
    head = read_course_head(course, {}).value
    return head is not None and head.quiz_id == quiz_id
