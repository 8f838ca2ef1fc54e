"""A quiz file becomes a graded item bank; a translation brings words only, ids and keys stay the original's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop.content.addresses import Addresses
from desktop.content.documents import Document, find_title, prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.front_matter import read_head
from desktop.content.item_sources import split_items
from desktop.content.items import read_items
from desktop.content.masking import masked
from desktop.content.names import ORIGINAL_LANGUAGE, FileName, is_id
from desktop.content.sources import Notes, Source, read_source
from desktop.content.suggestions import nearest
from desktop.content.translations import merged_items
from desktop.model.problem import Place
from desktop.model.quiz import FeedbackMode, Quiz

KINDS = ("quiz", "self-assessment", "scenario")
KEYS = ("id", "type", "title", "summary", "language", "audience", "mastery_score", "select", "shuffle", "attempts")
KNOWN_BY_KIND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "quiz": (*KEYS, "feedback"),
        "scenario": ("id", "type", "title", "summary", "language", "audience", "player", "meters", "flags"),
        "self-assessment": ("id", "type", "title", "summary", "language", "audience", "scale", "dimensions"),
    }
)
TRANSLATED = ("title", "summary", "language", "scale", "dimensions", "player", "meters", "flags")
DEFAULT_MASTERY = 80.0
MAX_ITEMS = 10_000


@dataclass(frozen=True, slots=True)
class QuizHead:
    """What a quiz's front matter says; `select` None draws all."""

    id: str
    language: str
    mastery_score: float
    select: int | None
    shuffle: bool
    attempts: int | None
    feedback: FeedbackMode


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of the quizzes folder, read as far as its front matter."""

    notes: Notes
    fields: Fields
    body_line: int
    kind: str


def open_file(path: Path, known: Mapping[str, tuple[str, ...]]) -> Found[Opened]:
    """Read a file and its front matter; `known` holds the keys for each kind.

    Problems: those of read_source and read_head, front-matter-missing, type-missing, type-unknown.
    """
    read = read_source(path)
    if read.value is None:
        return Found(None, read.problems)
    notes = Notes(read.value)
    return Found(_opened(notes, read.value, known), notes.found())


def _opened(notes: Notes, source: Source, known: Mapping[str, tuple[str, ...]]) -> Opened | None:
    head = read_head(notes)
    if head.fields is None:
        if not head.present:
            notes.error("front-matter-missing", 1, 1, max(1, len(source.excerpt(1))))
        return None
    kind = kind_of(Fields(notes, head.fields), notes)
    if not kind:
        return None
    return Opened(notes, Fields(notes, head.fields, known[kind]), head.body_line, kind)


def kind_of(fields: Fields, notes: Notes) -> str:
    """What the front matter says the file is, "" where it says nothing we know."""
    kind = fields.text("type")
    if not kind:
        notes.error("type-missing", 1, 1, 3, choices=", ".join(KINDS))
    elif kind not in KINDS:
        meant = nearest(kind, KINDS, cutoff=0.5) or KINDS[0]
        notes.error("type-unknown", *fields.place("type"), type=kind, suggestion=meant)
        return ""
    return kind


def read_quiz(opened: Opened, fallback_id: str, language: str, org: Mapping[str, str]) -> Found[Quiz]:
    """The quiz in an opened original file.

    Problems: those of Fields and read_items, quiz-without-items, select-out-of-range, attempts-invalid.
    """
    notes = opened.notes
    document = _document(opened, org)
    items = read_items(document, opened.body_line, document.last)
    head = quiz_head(opened, fallback_id, len(items) or MAX_ITEMS)
    document.renderer.close()
    if not items:
        notes.error("quiz-without-items", 1, 1, 3)
    quiz = Quiz(
        id=head.id,
        title=document.renderer.field(opened.fields, "title") or document.title or head.id,
        items=items,
        place=Place(notes.source.path),
        language=head.language or language,
        mastery_score=head.mastery_score,
        select=head.select,
        shuffle=head.shuffle,
        attempts=head.attempts,
        feedback=head.feedback,
    )
    return Found(quiz if items else None, notes.found())


def translate_quiz(original: Quiz, opened: Opened, language: str, org: Mapping[str, str]) -> Found[Quiz]:
    """The original with the words of an opened translation; what does not match stays in the original's words.

    Problems: translation-item-missing, translation-item-unknown, translation-differs.
    """
    from dataclasses import replace

    notes = opened.notes
    document = _document(opened, org)
    items = read_items(document, opened.body_line, document.last)
    document.renderer.close()
    title = document.renderer.field(opened.fields, "title") or document.title or original.title
    both = merged_items(original.items, items, notes)
    return Found(replace(original, title=title, items=both, language=language), notes.found())


def check_translation_keys(opened: Opened, original: Opened) -> None:
    """A translation carries words; anything else that differs from the original would be ignored, so say it."""
    for name in opened.fields.names():
        if name not in TRANSLATED and not opened.fields.same(name, original.fields):
            opened.notes.warning("key-only-in-original", *opened.fields.key_place(name), key=name)


def quiz_head(opened: Opened, fallback_id: str, available: int) -> QuizHead:
    """Front matter of a quiz, checked; `available` is the number of items that can be drawn."""
    fields = opened.fields
    return QuizHead(
        id=read_id(opened, fallback_id),
        language=fields.text("language", ORIGINAL_LANGUAGE),
        mastery_score=fields.number("mastery_score", DEFAULT_MASTERY, 1, 100),
        select=_select(opened, available),
        shuffle=fields.yes("shuffle", True),
        attempts=_attempts(opened),
        feedback=FeedbackMode(fields.one_of("feedback", tuple(FeedbackMode), FeedbackMode.IMMEDIATE)),
    )


def read_id(opened: Opened, fallback: str) -> str:
    """The file's own id, or the one its name gives."""
    own = opened.fields.text("id")
    if own and not is_id(own):
        opened.notes.error("id-invalid", *opened.fields.place("id"), id=own)
        return fallback
    return own or fallback


def _select(opened: Opened, available: int) -> int | None:
    if "select" not in opened.fields:
        return None
    select = opened.fields.whole("select", 0, 1, MAX_ITEMS)
    if select > available:
        at = opened.fields.place("select")
        opened.notes.error("select-out-of-range", *at, select=str(select), items=str(available))
        return None
    return select or None


def _attempts(opened: Opened) -> int | None:
    if opened.fields.text("attempts", "unlimited") == "unlimited":
        return None
    return opened.fields.whole("attempts", 0, 1, 1000) or None


def _document(opened: Opened, org: Mapping[str, str]) -> Document:
    folder = opened.notes.source.path.parent
    return prepare(opened.notes, opened.body_line, org, Addresses(folder, folder))


def own_id(name: FileName) -> str:
    """The id a file of the quizzes folder has: its front matter's or its name's."""
    read = read_source(name.path)
    if read.value is None:
        return name.id
    notes = Notes(read.value)
    own = Fields(notes, read_head(notes).fields).text("id")
    return own if own and is_id(own) else name.id


def drawn(path: Path) -> int:
    """How many items an attempt asks, from the lines alone; 0 where the file cannot be used."""
    read = read_source(path)
    if read.value is None:
        return 0
    notes = Notes(read.value)
    head = read_head(notes)
    lines = read.value.lines
    blotted = masked(lines)
    _, title = find_title(blotted, head.body_line)
    count = len(split_items(lines, blotted, max(head.body_line, title + 1), len(lines)))
    select = Fields(notes, head.fields).whole("select", 0, 1, MAX_ITEMS)
    return select if 0 < select <= count else count


def load_quiz(files: Sequence[FileName], language: str, org: Mapping[str, str]) -> Found[Quiz]:
    """A quiz from its files, the original first; without a translation the original is what is found.

    Problems: kind-differs, and those of both files.
    """
    opened = open_file(files[0].path, KNOWN_BY_KIND)
    if opened.value is None or not is_kind(opened.value, "quiz"):
        return Found(None, opened.value.notes.found() if opened.value else opened.problems)
    original = read_quiz(opened.value, files[0].id, ORIGINAL_LANGUAGE, org)
    other = next((n for n in files[1:] if n.language == language), None)
    if original.value is None or other is None or language == original.value.language:
        return original
    translation = open_file(other.path, KNOWN_BY_KIND)
    if translation.value is None or not is_kind(translation.value, "quiz"):
        problems = translation.value.notes.found() if translation.value else translation.problems
        return Found(original.value, (*original.problems, *problems))
    check_translation_keys(translation.value, opened.value)
    both = translate_quiz(original.value, translation.value, language, org)
    return Found(both.value, (*original.problems, *both.problems))


def is_kind(opened: Opened, wanted: str) -> bool:
    """Whether a file is of the kind asked for; says so if not."""
    if opened.kind != wanted:
        opened.notes.error("kind-differs", *opened.fields.place("type"), type=opened.kind, wanted=wanted)
    return opened.kind == wanted
