"""The lessons of a course: which files they are, what lists need of them, and each one read in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.content.addresses import Addresses
from desktop.content.blocks import read_blocks
from desktop.content.documents import find_title, prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.front_matter import read_head
from desktop.content.item_sources import split_items
from desktop.content.layout import MARK
from desktop.content.masking import masked
from desktop.content.names import COURSE_FILE, markdown_files
from desktop.content.sources import Notes, fault, read_source
from desktop.content.templates import Inserts
from desktop.content.translations import aligned_blocks
from desktop.content.wording import minutes
from desktop.model.course import Lesson, LessonOutline
from desktop.model.problem import Place, Problem

LESSON_KEYS = ("title",)


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A lesson's original file and its translations by language."""

    id: str
    path: Path
    translations: Mapping[str, Path]

    def in_language(self, language: str, original: str) -> tuple[Path, str]:
        """The file to read for a language and the language it is in."""
        if language != original and language in self.translations:
            return self.translations[language], language
        return self.path, original


def lesson_files(folder: Path) -> Found[tuple[LessonFile, ...]]:
    """The lessons of a course in file-name order.

    Problems: duplicate-lesson-id (the later file is left out), translation-without-original (a warning).
    """
    names = [name for name in markdown_files(folder) if name.stem != COURSE_FILE]
    problems: list[Problem] = []
    lessons: dict[str, LessonFile] = {}
    for name in names:
        if name.language:
            continue
        if name.id in lessons:
            problems.append(fault("duplicate-lesson-id", name.path, id=name.id, other=lessons[name.id].path.name))
            continue
        others = {n.language: n.path for n in names if n.language and n.stem == name.stem}
        lessons[name.id] = LessonFile(name.id, name.path, others)
    stems = {name.stem for name in names if not name.language}
    problems += [
        fault("translation-without-original", name.path, original=f"{name.stem}.md")
        for name in names
        if name.language and name.stem not in stems
    ]
    return Found(tuple(lessons.values()), tuple(problems))


def lesson_outline(lesson: LessonFile, language: str, original: str, org: Mapping[str, str]) -> Found[LessonOutline]:
    """Title, reading time and item ids of a lesson, without rendering it.

    Item ids are those of the original, so that answers count in every language.
    """
    path, found = lesson.in_language(language, original)
    read = read_source(path)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    head = read_head(notes)
    title = _lesson_title(notes, Fields(notes, head.fields), head.body_line, org)
    body = "\n".join(read.value.lines[head.body_line - 1 :])
    outline = LessonOutline(
        id=lesson.id,
        title=title or lesson.id,
        minutes=minutes(body),
        item_ids=_original_item_ids(lesson, notes, head.body_line, found != original),
    )
    return Found(outline, notes.found())


def _lesson_title(notes: Notes, fields: Fields, body_line: int, org: Mapping[str, str]) -> str:
    inserts = Inserts(org, notes)
    if "title" in fields:
        return inserts.in_field(fields.text("title"), fields.place("title"))
    lines = notes.source.lines
    title, line = find_title(lines, body_line)
    if line and "```" in "\n".join(lines[:line]):
        title, line = find_title(masked(lines), body_line)
    return inserts.in_field(title, (line, 1, 1))


def _original_item_ids(lesson: LessonFile, notes: Notes, body_line: int, is_translated: bool) -> tuple[str, ...]:
    if not is_translated:
        return item_ids(notes.source.lines, body_line)
    read = read_source(lesson.path)
    if read.value is None:
        return ()
    return item_ids(read.value.lines, read_head(Notes(read.value)).body_line)


def item_ids(lines: tuple[str, ...], body_line: int) -> tuple[str, ...]:
    """The ids of all items between quiz marks."""
    if not any("<!--" in line and "quiz" in line for line in lines):
        return ()
    blotted = masked(lines)
    ids: list[str] = []
    opened = 0
    for number in range(body_line, len(lines) + 1):
        mark = MARK.fullmatch(blotted[number - 1]) if "<!--" in blotted[number - 1] else None
        word = "".join(mark[1].split()) if mark else ""
        if word in ("quiz", "/quiz") and opened:
            ids += [item.id for item in split_items(lines, blotted, opened, number - 1)]
        if word in ("quiz", "/quiz"):
            opened = number + 1 if word == "quiz" else 0
    if opened:
        ids += [item.id for item in split_items(lines, blotted, opened, len(lines))]
    return tuple(dict.fromkeys(ids))


def read_lesson(
    folder: Path, lesson: LessonFile, language: str, original: str, org: Mapping[str, str]
) -> Found[Lesson]:
    """One lesson in a language or, where it was not translated, in the original's.

    Problems: those of read_source, read_head, Fields and read_blocks, title-missing, translation-item-missing,
    translation-item-unknown, translation-differs.
    """
    path, found_language = lesson.in_language(language, original)
    read = read_source(path)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    head = read_head(notes)
    fields = Fields(notes, head.fields, LESSON_KEYS)
    document = prepare(notes, head.body_line, org, Addresses(folder, path.parent), has_footnotes=True)
    title = Inserts(org, notes).in_field(fields.text("title"), fields.place("title")) or document.title
    if not title:
        notes.error("title-missing", head.body_line, 1, 1)
    blocks = read_blocks(document)
    if found_language != original:
        first = read_lesson(folder, lesson, original, original, org)
        if first.value is not None:
            blocks = aligned_blocks(first.value.blocks, blocks, notes)
    body = "\n".join(read.value.lines[head.body_line - 1 :])
    value = Lesson(
        id=lesson.id,
        title=title or lesson.id,
        minutes=minutes(body),
        blocks=blocks,
        place=Place(path, document.title_line or head.body_line),
        language=found_language,
    )
    return Found(value, notes.found())
