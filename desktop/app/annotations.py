"""What learners add to lessons for themselves: highlights, notes and bookmarks, found again in edited texts."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.app.library import Library
from desktop.app.standing import Clock
from desktop.learning.anchoring import Ground, passage_at
from desktop.model.annotation import Annotation
from desktop.model.course import Block, Callout, Checklist, Details, Figure, Footnotes, Prose, Table
from desktop.model.errors import NotPossible
from desktop.model.text import Rich
from desktop.store.learner_store import LearnerStore


@dataclass(frozen=True, slots=True)
class Spot:
    """Letters `start` to before `end` in the plain words of the lesson's text number `text`, in reading order."""

    text: int
    start: int
    end: int


class Where(StrEnum):
    """Where an annotation is to be shown."""

    TEXT = "text"
    """at its passage"""
    LESSON = "lesson"
    """at the lesson: it has no passage"""
    OTHER_LANGUAGE = "other-language"
    """at the lesson: its passage stands in the text of another language"""
    GONE = "gone"
    """at the lesson's end: the passage is no longer in the text"""


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and the spots of its passage, more than one where an edit divided it."""

    annotation: Annotation
    where: Where
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonNotes:
    """All annotations of a lesson in reading order; an empty title says that the lesson is no longer there."""

    lesson_id: str
    title: str
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class CourseNotes:
    """All annotations of a course, lesson by lesson; an empty title says that the course is no longer there."""

    course_id: str
    title: str
    lessons: tuple[LessonNotes, ...]


class Annotations:
    """Each change is on disk when the call returns; a StoreError means that nothing has changed."""

    def __init__(self, store: LearnerStore, library: Library, clock: Clock, rng: random.Random) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._rng = rng
        self._aside: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, course_id: str, lesson_id: str, language: str) -> tuple[Placed, ...]:
        """The annotations of a lesson, each with where it belongs in the text of a language.

        Those in the text come first, in reading order. Raises NotPossible for an unknown lesson, ContentError.
        """
        annotations = self._store.annotations(course_id, lesson_id)
        if not annotations:
            return ()
        lesson = self._library.lesson(course_id, lesson_id, language)
        finder = _Finder(texts(lesson.blocks), lesson.language)
        return tuple(sorted(map(finder.placed, annotations), key=_reading_order))

    def bookmarked(self, course_id: str, lesson_id: str) -> bool:
        """Whether a bookmark lies in a lesson."""
        return any(one.bookmark for one in self._store.annotations(course_id, lesson_id))

    def bookmark(self, course_id: str, lesson_id: str, language: str, on: bool) -> None:
        """Put a bookmark into a lesson, or take it out; twice is harmless."""
        there = [one for one in self._store.annotations(course_id, lesson_id) if one.bookmark]
        if on and not there:
            self._save(replace(self._new(course_id, lesson_id, language), bookmark=True))
        for one in () if on else there:
            self._store.remove_annotation(one.id)

    def highlight(self, course_id: str, lesson_id: str, language: str, spot: Spot) -> Placed:
        """Mark a passage. Raises NotPossible `annotation-empty` for one without words."""
        return self.note(course_id, lesson_id, language, "", spot)

    def note(self, course_id: str, lesson_id: str, language: str, words: str, spot: Spot | None = None) -> Placed:
        """Add a note to a passage, or without one to the whole lesson. Raises as `highlight` does."""
        lesson = self._library.lesson(course_id, lesson_id, language)
        made = replace(self._new(course_id, lesson_id, lesson.language), words=words)
        if spot is None:
            if not words.strip():
                raise NotPossible("annotation-empty")
            return Placed(self._save(made), Where.LESSON)
        finder = _Finder(texts(lesson.blocks), lesson.language)
        start, end = finder.span_of(spot)
        if start == end:
            raise NotPossible("annotation-empty")
        made = self._save(replace(made, passage=passage_at(finder.text, start, end)))
        return Placed(made, Where.TEXT, finder.spots(start, end))

    def change(self, annotation_id: str, words: str) -> Annotation:
        """Give a note other words; the same ones are not written again. Raises NotPossible `annotation-unknown`."""
        one = self._known(annotation_id)
        return one if one.words == words else self._save(replace(one, words=words, changed=self._clock()))

    def remove(self, annotation_id: str) -> Annotation:
        """Take an annotation away; what is returned can be given to `restore`. Raises as `change` does."""
        one = self._known(annotation_id)
        self._store.remove_annotation(annotation_id)
        return one

    def restore(self, annotation: Annotation) -> Annotation:
        """Put back what was removed."""
        return self._save(replace(annotation, changed=self._clock()))

    def put_aside(self, course_id: str, lesson_id: str, annotation_id: str, words: str) -> None:
        """Hold words that could not be kept while their lesson is left, in memory alone; no id: of a new note on it."""
        self._aside[course_id, lesson_id] = (annotation_id, words)

    def take_back(self, course_id: str, lesson_id: str) -> tuple[str, str] | None:
        """The id and the words that were put aside for a lesson, once; None where there are none."""
        return self._aside.pop((course_id, lesson_id), None)

    def all(self, language: str) -> tuple[CourseNotes, ...]:
        """Everything, by courses and lessons in their order; what belongs to no course any more comes last."""
        by_course: dict[str, dict[str, list[Annotation]]] = {}
        for one in self._store.annotations():
            by_course.setdefault(one.course_id, {}).setdefault(one.lesson_id, []).append(one)
        found: list[CourseNotes] = []
        for outline in self._library.outlines(language):
            lessons = by_course.pop(outline.id, {})
            titles = {lesson.id: lesson.title for lesson in outline.lessons}
            if lessons:
                found.append(CourseNotes(outline.id, outline.title, _by_lesson(titles, lessons)))
        found += [CourseNotes(course, "", _by_lesson({}, lessons)) for course, lessons in sorted(by_course.items())]
        return tuple(found)

    def _new(self, course_id: str, lesson_id: str, language: str) -> Annotation:
        now = self._clock()
        made = str(uuid.UUID(int=self._rng.getrandbits(128), version=4))
        return Annotation(id=made, course_id=course_id, lesson_id=lesson_id, language=language, made=now, changed=now)

    def _save(self, annotation: Annotation) -> Annotation:
        self._store.save_annotation(annotation)
        return annotation

    def _known(self, annotation_id: str) -> Annotation:
        for one in self._store.annotations():
            if one.id == annotation_id:
                return one
        raise NotPossible("annotation-unknown")


def texts(blocks: tuple[Block, ...]) -> tuple[Rich, ...]:
    """The texts of a lesson that can be annotated, in reading order; a Spot counts them from 0."""
    return tuple(text for text in _texts(blocks) if text.plain)


def _texts(blocks: tuple[Block, ...]) -> Iterator[Rich]:
    for block in blocks:
        match block:
            case Prose() | Callout():
                yield block.text
            case Figure():
                yield block.caption
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Checklist():
                yield from (task.text for task in block.tasks)
            case Details():
                yield from _texts(block.blocks)
            case Footnotes():
                yield from (note for _, note in block.notes)


class _Finder:
    """The texts of one lesson as one, so that a passage is found where an author moved it to."""

    def __init__(self, parts: tuple[Rich, ...], language: str) -> None:
        self._starts: list[int] = []
        self._parts = parts
        self._language = language
        at = 0
        for part in parts:
            self._starts.append(at)
            at += len(part.plain) + 1
        self.text = "\n".join(part.plain for part in parts)
        self._ground: Ground | None = None

    def placed(self, annotation: Annotation) -> Placed:
        """Where an annotation belongs."""
        if annotation.passage is None:
            return Placed(annotation, Where.LESSON)
        if annotation.language != self._language:
            return Placed(annotation, Where.OTHER_LANGUAGE)
        if self._ground is None:
            self._ground = Ground(self.text)
        span = self._ground.find(annotation.passage)
        if span is None:
            return Placed(annotation, Where.GONE)
        return Placed(annotation, Where.TEXT, self.spots(span.start, span.end))

    def span_of(self, spot: Spot) -> tuple[int, int]:
        """A spot in letters of the whole, without the white space at its ends."""
        words = self._parts[spot.text].plain if 0 <= spot.text < len(self._parts) else ""
        start, end = max(spot.start, 0), min(spot.end, len(words))
        while start < end and words[start].isspace():
            start += 1
        while start < end and words[end - 1].isspace():
            end -= 1
        if start >= end:
            return 0, 0
        return self._starts[spot.text] + start, self._starts[spot.text] + end

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """Letters of the whole as spots, one for every text they reach into."""
        found = []
        for number, (part, at) in enumerate(zip(self._parts, self._starts, strict=True)):
            first, last = max(start - at, 0), min(end - at, len(part.plain))
            if first < last:
                found.append(Spot(number, first, last))
        return tuple(found)


def _reading_order(placed: Placed) -> tuple[int, int, int, str]:
    order = list(Where).index(placed.where)
    first = placed.spots[0] if placed.spots else Spot(0, 0, 0)
    return order, first.text, first.start, placed.annotation.made.isoformat()


def _by_lesson(titles: dict[str, str], lessons: dict[str, list[Annotation]]) -> tuple[LessonNotes, ...]:
    """The lessons of a course in its order, then those that are gone."""
    order = [*(one for one in titles if one in lessons), *sorted(one for one in lessons if one not in titles)]
    return tuple(LessonNotes(one, titles.get(one, ""), _sorted(lessons[one])) for one in order)


def _sorted(annotations: list[Annotation]) -> tuple[Annotation, ...]:
    """Bookmarks first, then notes on the lesson, then passages from the top down."""

    def place(one: Annotation) -> tuple[bool, bool, float, str]:
        position = one.passage.position if one.passage else 0.0
        return not one.bookmark, one.passage is not None, position, one.made.isoformat()

    return tuple(sorted(annotations, key=place))
