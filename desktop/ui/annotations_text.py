"""All notes as plain text, to be pasted elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop.app.annotations import CourseNotes
from desktop.model.annotation import Annotation


def as_text(courses: Iterable[CourseNotes]) -> str:
    """Courses, lessons and what was noted in them, one below the other, with an empty line between lessons."""
    return "\n".join(_lines(courses)).strip() + "\n"


def course_title(course: CourseNotes) -> str:
    """The course's title, its id where it is no longer there."""
    gone = QCoreApplication.translate("AnnotationsText", "{course} (no longer here)")
    return course.title or gone.format(course=course.course_id)


def lesson_title(title: str, lesson_id: str) -> str:
    """The lesson's title, its id where it is no longer there."""
    gone = QCoreApplication.translate("AnnotationsText", "{lesson} (no longer here)")
    return title or gone.format(lesson=lesson_id)


def quoted(words: str) -> str:
    """Words in the quotation marks of the language, on one line."""
    return QCoreApplication.translate("AnnotationsText", "“{words}”").format(words=" ".join(words.split()))


def _lines(courses: Iterable[CourseNotes]) -> Iterator[str]:
    for course in courses:
        title = course_title(course)
        yield from (title, "=" * len(title), "")
        for lesson in course.lessons:
            yield lesson_title(lesson.title, lesson.lesson_id)
            for one in lesson.annotations:
                yield from (f"  {line}" for line in _entry(one))
            yield ""


def _entry(one: Annotation) -> Iterator[str]:
    if one.bookmark:
        yield "- " + QCoreApplication.translate("AnnotationsText", "Bookmark")
        return
    parts = [quoted(one.passage.quote)] if one.passage is not None else []
    parts += one.words.splitlines()
    for number, part in enumerate(parts):
        yield ("  " if number else "- ") + part
