"""A course folder becomes an outline, lessons and a whole course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from pathlib import Path

from desktop.content.addresses import Addresses
from desktop.content.blocks import read_blocks
from desktop.content.documents import Document, find_title, prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.front_matter import read_head
from desktop.content.lessons import lesson_files, lesson_outline, read_lesson
from desktop.content.names import (
    COURSE_FILE,
    ORIGINAL_LANGUAGE,
    is_id,
    translation_of,
    without_number,
)
from desktop.content.sources import Notes, read_source
from desktop.content.suggestions import nearest
from desktop.content.templates import Inserts
from desktop.model.course import (
    SECONDS_PER_ITEM,
    CertificateTerms,
    Course,
    CourseOutline,
    Lesson,
    LessonOutline,
)
from desktop.model.path import ROLES
from desktop.model.problem import Problem

KNOWN = (
    *("id", "title", "summary", "version", "language", "audience", "quiz", "certificate"),
    *("reviewed", "review_months", "order"),
)
TRANSLATED = ("title", "summary", "language")
CERTIFICATE_KEYS = ("valid_months", "template")
MAX_MONTHS = 240
REVIEW_MONTHS = 12
LAST = 9999
"""Where a course stands among the others if its front matter does not say: behind those that do."""


@dataclass(frozen=True, slots=True)
class CourseHead:
    """What course.md says in its front matter."""

    id: str
    title: str
    summary: str
    version: str
    language: str
    order: int
    quiz_id: str | None
    audience: tuple[str, ...]
    certificate: CertificateTerms | None
    reviewed: date | None
    review_months: int
    quiz_place: tuple[int, int, int]
    reviewed_place: tuple[int, int, int]
    notes: Notes
    fields: Fields
    body_line: int


def read_course_head(folder: Path, org: Mapping[str, str]) -> Found[CourseHead]:
    """Read a course's own front matter from course.md.

    Problems: those of read_source, read_head and Fields, front-matter-missing, title-missing, id-invalid,
    audience-misspelt (a warning).
    """
    read = read_source(folder / f"{COURSE_FILE}.md")
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    head = read_head(notes)
    if head.fields is None:
        if not head.present:
            notes.error("front-matter-missing", 1, 1, max(1, len(read.value.excerpt(1))))
        return Found(None, notes.found())
    fields = Fields(notes, head.fields, KNOWN)
    return Found(_course_head(folder, fields, notes, head.body_line, org), notes.found())


def _course_head(folder: Path, fields: Fields, notes: Notes, body_line: int, org: Mapping[str, str]) -> CourseHead:
    inserts = Inserts(org, notes)
    title = inserts.in_field(fields.text("title"), fields.place("title"))
    if not title:
        title = find_title(notes.source.lines, body_line)[0]
    if not title:
        notes.error("title-missing", 1, 1, 3)
    fallback = without_number(folder.resolve().name)
    own = fields.text("id", fallback)
    if not is_id(own):
        notes.error("id-invalid", *fields.place("id"), id=own)
    return CourseHead(
        id=own if is_id(own) else fallback,
        title=title or fallback,
        summary=inserts.in_field(fields.text("summary"), fields.place("summary")),
        version=fields.text("version", "1"),
        language=fields.text("language", ORIGINAL_LANGUAGE),
        order=fields.whole("order", LAST, 0, LAST),
        quiz_id=fields.text("quiz") or None,
        audience=_audience(fields, notes),
        certificate=_certificate(fields),
        reviewed=fields.day("reviewed"),
        review_months=fields.whole("review_months", REVIEW_MONTHS, 1, MAX_MONTHS),
        quiz_place=fields.place("quiz"),
        reviewed_place=fields.place("reviewed"),
        notes=notes,
        fields=fields,
        body_line=body_line,
    )


def _audience(fields: Fields, notes: Notes) -> tuple[str, ...]:
    """For whom the course is; a word that nearly is a role gets a warning, others may be the firm's own."""
    words = fields.texts("audience")
    for word in words:
        meant = "" if word in ROLES else nearest(word, ROLES, cutoff=0.75)
        if meant:
            notes.warning("audience-misspelt", *fields.member_place("audience", word), role=word, suggestion=meant)
    return words


def _certificate(fields: Fields) -> CertificateTerms | None:
    """`certificate: true` promises the usual; no key, or false, promises none; `valid_months:` may be empty."""
    if "certificate" not in fields or fields.value("certificate") is False:
        return None
    if fields.value("certificate") is True:
        return CertificateTerms()
    terms = fields.mapping("certificate", CERTIFICATE_KEYS)
    if terms is None:
        return None
    endless = "valid_months" in terms and terms.is_scalar("valid_months") and terms.value("valid_months") is None
    months = None if endless else terms.whole("valid_months", 12, 1, MAX_MONTHS)
    return CertificateTerms(months, terms.text("template", "standard"))


def read_outline(
    folder: Path, head: CourseHead, language: str, org: Mapping[str, str], quiz: tuple[int, str]
) -> Found[CourseOutline]:
    """A course's outline in a language; `quiz` is the number of items drawn and the content hash."""
    files = lesson_files(folder)
    problems = list(files.problems)
    lessons: list[LessonOutline] = []
    for lesson in files.value or ():
        found = lesson_outline(lesson, language, head.language, org)
        problems += found.problems
        if found.value is not None:
            lessons.append(found.value)
    select, digest = quiz
    outline = CourseOutline(
        id=head.id,
        title=head.title,
        summary=head.summary,
        version=head.version,
        language=head.language,
        minutes=sum(lesson.minutes for lesson in lessons) + ceil(select * SECONDS_PER_ITEM / 60),
        lessons=tuple(lessons),
        folder=folder,
        content_hash=digest,
        quiz_id=head.quiz_id,
        quiz_select=select,
        audience=head.audience,
        certificate=head.certificate,
        reviewed=head.reviewed,
    )
    translated = _translated(outline, head, language, org)
    return Found(translated.value, (*problems, *translated.problems))


def _translated(
    outline: CourseOutline, head: CourseHead, language: str, org: Mapping[str, str]
) -> Found[CourseOutline]:
    path = translation_of(outline.folder / f"{COURSE_FILE}.md", language)
    if language == head.language or not path.is_file():
        return Found(outline)
    read = read_source(path)
    if read.value is None:
        return Found(outline, read.problems)
    notes = Notes(read.value)
    own = read_head(notes)
    fields = Fields(notes, own.fields, KNOWN)
    for name in fields.names():
        if name in KNOWN and name not in TRANSLATED and not fields.same(name, head.fields):
            notes.warning("key-only-in-original", *fields.key_place(name), key=name)
    inserts = Inserts(org, notes)
    title = inserts.in_field(fields.text("title"), fields.place("title"))
    title = title or find_title(read.value.lines, own.body_line)[0] or outline.title
    summary = inserts.in_field(fields.text("summary"), fields.place("summary")) or outline.summary
    return Found(replace(outline, title=title, summary=summary, language=language), notes.found())


def read_about(folder: Path, head: CourseHead, language: str, org: Mapping[str, str]) -> Found[Document]:
    """The body of course.md in a language, ready to be read into blocks."""
    path = translation_of(folder / f"{COURSE_FILE}.md", language)
    if language == head.language or not path.is_file():
        path = folder / f"{COURSE_FILE}.md"
    read = read_source(path)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    first = read_head(notes).body_line
    return Found(prepare(notes, first, org, Addresses(folder, folder), has_footnotes=True), ())


def read_course(
    folder: Path, outline: CourseOutline, head: CourseHead, language: str, org: Mapping[str, str]
) -> Found[Course]:
    """The whole course in a language: about text and all readable lessons."""
    problems: list[Problem] = []
    about = read_about(folder, head, language, org)
    blocks = read_blocks(about.value) if about.value else ()
    problems += about.value.notes.found() if about.value else about.problems
    lessons: list[Lesson] = []
    for file in lesson_files(folder).value or ():
        found = read_lesson(folder, file, language, head.language, org)
        problems += found.problems
        if found.value is not None:
            lessons.append(found.value)
    return Found(Course(outline=outline, about=blocks, lessons=tuple(lessons)), tuple(problems))
