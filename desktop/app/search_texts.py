"""Lessons and questions as a search sees them: paragraphs under their headings, terms with what they mean."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from desktop.app.study import check_items
from desktop.model.annotation import Annotation
from desktop.model.assessment import SelfAssessment
from desktop.model.course import (
    Block,
    Callout,
    Checklist,
    Details,
    Figure,
    Footnotes,
    Lesson,
    Prose,
    Table,
)
from desktop.model.outline import CourseOutline
from desktop.model.quiz import Item, Quiz
from desktop.model.scenario import Scenario
from desktop.model.search import Passage, SearchEntry, SearchKind, Target
from desktop.model.text import Rich
from desktop.rendering.paper import SHEET_TASKS, count_tasks, tasks_of

_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_ABBREVIATION = re.compile(r'<abbr title="([^"]+)">(.*?)</abbr>', re.DOTALL)
_DEFINITION = re.compile(r"<dt[^>]*>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", re.DOTALL)
_MARK_UP = re.compile(r"<sup>.*?</sup>|<[^>]+>", re.DOTALL)


def course_entry(outline: CourseOutline) -> SearchEntry:
    """A course by its title and summary."""
    return SearchEntry(SearchKind.COURSE, outline.title, "", _summary(outline.summary), Target(outline.id))


def lesson_entries(outline: CourseOutline, lesson: Lesson) -> Iterator[SearchEntry]:
    """The lesson itself, the checklist it holds, the terms it explains, and its questions."""
    target = Target(outline.id, lesson.id)
    yield SearchEntry(SearchKind.LESSON, lesson.title, outline.title, tuple(passages(lesson.blocks)), target)
    if count_tasks(lesson.blocks) >= SHEET_TASKS:
        tasks = tuple(Passage(line) for task in tasks_of(lesson.blocks) for line in _lines(task.text))
        sheet = Target(outline.id, lesson.id, screen="print", subject="checklist")
        yield SearchEntry(SearchKind.CHECKLIST, lesson.title, outline.title, tasks, sheet)
    where = f"{outline.title} · {lesson.title}"
    for term, meaning in dict(_terms(lesson.blocks)).items():
        there = Target(outline.id, lesson.id, passage=term)
        yield SearchEntry(SearchKind.TERM, term, where, (Passage(meaning),), there)
    for item in check_items(lesson.blocks):
        yield _question(item, where, Target(outline.id, lesson.id, passage=item.stem.plain))


def quiz_entries(outline: CourseOutline, quiz: Quiz) -> Iterator[SearchEntry]:
    """The questions of a course's test; each leads to the lesson that its first fitting tag names."""
    lessons = {lesson.id: lesson.title for lesson in outline.lessons}
    for item in quiz.items:
        lesson = next((tag for tag in item.tags if tag in lessons), "")
        where = f"{outline.title} · {lessons[lesson]}" if lesson else outline.title
        yield _question(item, where, Target(outline.id, lesson), quiz.id)


def scenario_entry(scenario: Scenario) -> SearchEntry:
    """A simulation by its title and summary; what is said in it is for those who play it."""
    target = Target(screen="simulation", subject=scenario.id)
    return SearchEntry(SearchKind.SIMULATION, scenario.title, "", _summary(scenario.summary), target)


def assessment_entry(assessment: SelfAssessment) -> SearchEntry:
    """A self-assessment by its title, its summary and what it looks at; never by anything that was answered."""
    target = Target(screen="assessment", subject=assessment.id)
    looked_at = Passage(" · ".join(dimension.title for dimension in assessment.dimensions))
    about = (*_summary(assessment.summary), looked_at)
    return SearchEntry(SearchKind.ASSESSMENT, assessment.title, "", about, target)


def note_entry(note: Annotation, outline: CourseOutline) -> SearchEntry:
    """What the learner wrote into a lesson, or the passage they marked."""
    quote = " ".join(note.passage.quote.split()) if note.passage else ""
    lesson = next((one.title for one in outline.lessons if one.id == note.lesson_id), "")
    words = " ".join(note.words.split())
    title = words or quote or lesson
    where = f"{outline.title} · {lesson}"
    about = (Passage(quote),) if quote and words else ()
    return SearchEntry(SearchKind.NOTE, title, where, about, Target(outline.id, note.lesson_id, passage=quote))


def _summary(summary: str) -> tuple[Passage, ...]:
    return (Passage(summary),) if summary else ()


def passages(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    """Every paragraph a reader sees, questions aside, with the heading it stands under."""
    heading = ""
    for text, title in _texts(blocks):
        heading = text if title else heading
        yield Passage(text, heading)


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, bool]]:
    """Paragraphs in reading order, and whether each is a heading."""
    for block in blocks:
        match block:
            case Prose():
                headings = {_plain(found) for found in _HEADING.findall(block.text.html)}
                yield from ((line, line in headings) for line in _lines(block.text))
            case Callout():
                yield from ((line, False) for line in (*filter(None, [block.title]), *_lines(block.text)))
            case Figure():
                yield from ((line, False) for line in (*filter(None, [block.alt]), *_lines(block.caption)))
            case Table():
                cells = (cell for row in (block.header, *block.rows) for cell in row)
                yield from ((line, False) for cell in cells for line in _lines(cell))
            case Checklist():
                yield from ((line, False) for task in block.tasks for line in _lines(task.text))
            case Footnotes():
                yield from ((line, False) for _, note in block.notes for line in _lines(note))
            case Details():
                yield block.summary, False
                yield from _texts(block.blocks)


def _terms(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Abbreviations and defined terms with their meaning."""
    for text in _riches(blocks):
        for meaning, term in _ABBREVIATION.findall(text.html):
            yield _plain(term), html.unescape(meaning)
        for term, meaning in _DEFINITION.findall(text.html):
            yield _plain(term), _plain(meaning)


def _riches(blocks: tuple[Block, ...]) -> Iterator[Rich]:
    for block in blocks:
        match block:
            case Prose() | Callout():
                yield block.text
            case Table():
                yield from (cell for row in (block.header, *block.rows) for cell in row)
            case Checklist():
                yield from (task.text for task in block.tasks)
            case Details():
                yield from _riches(block.blocks)


def _question(item: Item, where: str, target: Target, quiz_id: str = "") -> SearchEntry:
    explained = (Passage(" ".join(item.explanation.plain.split())),) if item.explanation.plain else ()
    stem = " ".join(item.stem.plain.split())
    return SearchEntry(SearchKind.QUESTION, stem, where, explained, target, item.id, quiz_id)


def _lines(text: Rich) -> Iterator[str]:
    return (line.strip() for line in text.plain.split("\n") if line.strip())


def _plain(fragment: str) -> str:
    return " ".join(html.unescape(_MARK_UP.sub("", fragment)).split())
