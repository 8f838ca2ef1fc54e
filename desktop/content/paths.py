"""Learning paths: Markdown files that name, in order, the courses and lessons that people of one role work through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.content.documents import find_title
from desktop.content.fields import Fields
from desktop.content.found import Found, unique
from desktop.content.front_matter import head_lines, read_head
from desktop.content.masking import masked
from desktop.content.names import COURSE_FILE, ORIGINAL_LANGUAGE, FileName, is_id, markdown_files, translation_of
from desktop.content.path_targets import Targets, leads_outside
from desktop.content.quizzes import KINDS
from desktop.content.sources import Notes, fault, read_source
from desktop.content.suggestions import nearest
from desktop.content.templates import Inserts
from desktop.model.path import ROLES, LearningPath, PathStep
from desktop.model.problem import Place, Problem

KIND = "path"
PREFIX = "weg-"
KEYS = ("id", "type", "title", "summary", "language", "audience")
TRANSLATED = ("title", "summary", "language")

_TYPE = re.compile(r"type[ \t]*:[ \t]*[\"']?([\w-]*)")
_ENTRY = re.compile(r"[ ]?(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]\\]|\\.)*\]\([ \t]*(?:<([^<>]*)>|([^\s<>()]*))[^()]*\)")


@dataclass(frozen=True, slots=True)
class _Step:
    """A step as it was written: what it leads to, its address, and where that stands."""

    step: PathStep
    address: str
    at: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A path file read as far as its list."""

    notes: Notes
    fields: Fields
    body_line: int
    steps: tuple[_Step, ...]

    def note_emptiness(self) -> None:
        """Say that nothing is listed, unless something was and has been found fault with."""
        if not self.steps and not any(problem.code.startswith("path-") for problem in self.notes.problems):
            self.notes.error("path-without-steps", self.body_line, 1, 1)


def is_path(name: FileName) -> bool:
    """Whether a file beside the courses is a path: by its `type`, or by its name where that says nothing we know."""
    source = read_source(name.path).value
    lines = source.lines[1 : max(1, head_lines(source.lines))] if source else ()
    kinds = [match[1] for match in map(_TYPE.match, lines) if match]
    return KIND in kinds or (name.stem.startswith(PREFIX) and not set(kinds) & set(KINDS))


def path_files(folder: Path) -> tuple[FileName, ...]:
    """The paths that lie right inside a folder of courses, translations left out; none inside a course."""
    if (folder / f"{COURSE_FILE}.md").is_file():
        return ()
    return tuple(name for name in markdown_files(folder) if not name.language and is_path(name))


def read_paths(
    folders: Iterable[Path], courses: Mapping[Path, str], language: str, org: Mapping[str, str]
) -> Found[tuple[LearningPath, ...]]:
    """The paths in some folders of courses, one per role, in the order of the roles.

    `courses` maps the folders of all courses to their ids. Of two folders the first one's path counts, so that an
    employer's own stands before the one that ships. Problems: those of read_path, duplicate-path-role.
    """
    targets = Targets(courses)
    by_role: dict[str, LearningPath] = {}
    problems: list[Problem] = []
    for folder in folders:
        here: dict[str, LearningPath] = {}
        for name in path_files(folder):
            found = read_path(name, targets, language, org)
            problems += found.problems
            if found.value is not None and found.value.role not in here:
                here[found.value.role] = found.value
            elif found.value is not None:
                problems.append(twice(name.path, found.value.role, here[found.value.role]))
        by_role = here | by_role
    return Found(tuple(by_role[role] for role in ROLES if role in by_role), unique(problems))


def twice(path: Path, role: str, first: LearningPath) -> Problem:
    """The fault of a second path for one role in the same folder."""
    return fault("duplicate-path-role", path, role=role, other=first.place.file.name if first.place else first.id)


def read_path(name: FileName, targets: Targets, language: str, org: Mapping[str, str]) -> Found[LearningPath]:
    """One path in a language: its words from the translation if there is one, its steps always from the original.

    Problems: those of read_source, read_head and Fields, front-matter-missing, type-missing, type-unknown,
    title-missing, id-invalid, path-role-missing, path-several-roles, path-role-unknown, path-role-unknown-no-match,
    path-entry-without-link, path-target-outside, path-target-unknown, path-target-unknown-no-match,
    path-without-steps, path-translation-differs; as warnings path-step-twice, key-only-in-original.
    """
    opened = _open(name.path, targets)
    if isinstance(opened, tuple):
        return Found(None, opened)
    opened.note_emptiness()
    role = _role(opened)
    title, summary = _words(opened, org)
    if not title:
        opened.notes.error("title-missing", 1, 1, 3)
    own_id = opened.fields.text("id", name.id)
    if not is_id(own_id):
        opened.notes.error("id-invalid", *opened.fields.place("id"), id=own_id)
    original = opened.fields.text("language", ORIGINAL_LANGUAGE)
    problems = opened.notes.found()
    file = translation_of(name.path, language)
    found_in = original
    if language != original and file.is_file():
        other, more = _translated(file, opened, targets, org)
        problems = (*problems, *more)
        if other:
            title, summary, found_in = other[0] or title, other[1] or summary, language
    if not role or not opened.steps:
        return Found(None, problems)
    path = LearningPath(
        id=own_id if is_id(own_id) else name.id,
        role=role,
        title=title or name.id,
        language=found_in,
        steps=tuple(step.step for step in opened.steps),
        summary=summary,
        place=Place(name.path),
    )
    return Found(path, problems)


def _open(path: Path, targets: Targets) -> _Opened | tuple[Problem, ...]:
    """The file with its list, or what keeps it from being read."""
    read = read_source(path)
    if read.value is None:
        return read.problems
    notes = Notes(read.value)
    head = read_head(notes)
    if head.fields is None:
        if not head.present:
            notes.error("front-matter-missing", 1, 1, max(1, len(read.value.excerpt(1))))
        return notes.found()
    fields = Fields(notes, head.fields, KEYS)
    kind = fields.text("type")
    if not kind:
        notes.error("type-missing", 1, 1, 3, choices=KIND)
    elif kind != KIND:
        notes.error("type-unknown", *fields.place("type"), type=kind, suggestion=KIND)
    return _Opened(notes, fields, head.body_line, tuple(_steps(notes, head.body_line, targets)))


def _words(opened: _Opened, org: Mapping[str, str]) -> tuple[str, str]:
    """Title (or else the first heading) and summary, with the company's own words in."""
    fields, inserts = opened.fields, Inserts(org, opened.notes)
    title = inserts.in_field(fields.text("title"), fields.place("title"))
    title = title or find_title(opened.notes.source.lines, opened.body_line)[0]
    return title, inserts.in_field(fields.text("summary"), fields.place("summary"))


def _role(opened: _Opened) -> str:
    """The one role the path is for; empty where the file names none, several or an unknown one."""
    notes, roles = opened.notes, opened.fields.texts("audience")
    if not roles:
        at = opened.fields.place("audience")
        notes.error("path-role-missing", *at, roles=", ".join(ROLES))
        return ""
    if len(roles) > 1:
        notes.error("path-several-roles", *opened.fields.place("audience"), roles=", ".join(roles))
        return ""
    role = roles[0]
    if role in ROLES:
        return role
    at = opened.fields.member_place("audience", role)
    meant = nearest(role, ROLES)
    if meant:
        notes.error("path-role-unknown", *at, role=role, suggestion=meant)
    else:
        notes.error("path-role-unknown-no-match", *at, role=role, roles=", ".join(ROLES))
    return ""


def _steps(notes: Notes, first: int, targets: Targets) -> Iterator[_Step]:
    """The entries of the list: outer lines that begin with a bullet or a number, each with one link."""
    seen: set[PathStep] = set()
    for number, line in enumerate(masked(notes.source.lines[first - 1 :]), start=first):
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            continue
        link = _LINK.search(line)
        if link is None:
            notes.error("path-entry-without-link", number, entry.start(1) + 1, len(entry[1].rstrip()))
            continue
        group = 1 if link[1] is not None else 2
        address, at = link[group], (number, link.start(group) + 1, max(1, len(link[group])))
        step = _target(notes, address, at, targets)
        if step in seen:
            notes.warning("path-step-twice", *at, target=address)
        elif step is not None:
            seen.add(step)
            yield _Step(step, address, at)


def _target(notes: Notes, address: str, at: tuple[int, int, int], targets: Targets) -> PathStep | None:
    if leads_outside(address):
        notes.error("path-target-outside", *at, target=address)
        return None
    step = targets.step(notes.source.path.parent, address)
    if step is None:
        meant = nearest(address, targets.addresses())
        if meant:
            notes.error("path-target-unknown", *at, target=address, suggestion=meant)
        else:
            notes.error("path-target-unknown-no-match", *at, target=address)
    return step


def _translated(
    file: Path, original: _Opened, targets: Targets, org: Mapping[str, str]
) -> tuple[tuple[str, str] | None, Sequence[Problem]]:
    """Title and summary of a translation, and what is wrong with it."""
    opened = _open(file, targets)
    if isinstance(opened, tuple):
        return None, opened
    for key in opened.fields.names():
        if key in KEYS and key not in TRANSLATED and not opened.fields.same(key, original.fields):
            opened.notes.warning("key-only-in-original", *opened.fields.key_place(key), key=key)
    mine, theirs = opened.steps, original.steps
    if [step.step for step in mine] != [step.step for step in theirs]:
        same = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a.step != b.step), len(theirs))
        at = mine[same].at if same < len(mine) else (opened.body_line, 1, 1)
        expected = theirs[same].address if same < len(theirs) else "–"
        opened.notes.error("path-translation-differs", *at, expected=expected)
    words = _words(opened, org)
    return words, opened.notes.found()
