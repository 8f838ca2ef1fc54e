"""All courses and quizzes in some folders, read when asked; nothing is remembered between two questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.content.found import Found, unique
from desktop.content.hashing import content_hash, fingerprint
from desktop.content.names import COURSE_FILE, FileName, markdown_files, without_number
from desktop.content.sources import fault
from desktop.model.assessment import SelfAssessment
from desktop.model.course import Course, CourseOutline, Lesson
from desktop.model.path import LearningPath
from desktop.model.problem import Problem
from desktop.model.quiz import Quiz
from desktop.model.scenario import Scenario

if TYPE_CHECKING:
    from desktop.content.courses import CourseHead


class Shelf:
    """The folders a learner's app reads from.

    A course folder holds courses (or is one), a quiz folder holds quizzes, scenarios and self-assessments. Of two
    with the same id the first counts; the folders are searched in the order given, inside them by name.
    """

    def __init__(self, course_folders: Sequence[Path], quiz_folders: Sequence[Path], org: Mapping[str, str]) -> None:
        self._course_folders = tuple(course_folders)
        self._quiz_folders = tuple(quiz_folders)
        self._org = dict(org)

    def fingerprint(self) -> str:
        """Changes when the name, size or time of any file changes; no file is read."""
        return fingerprint((*self._course_folders, *self._quiz_folders))

    def folders(self) -> Iterator[Path]:
        """The folders of all courses."""
        for root in self._course_folders:
            yield from courses_in(root)

    def outlines(self, language: str) -> Found[tuple[CourseOutline, ...]]:
        """All courses as lists need them, from front matter and word counts alone; by `order`, then by folder name.

        Problems: those of the files, duplicate-course-id, quiz-missing. A bad course is left out, the others stay.
        """
        from desktop.content.courses import read_course_head

        outlines: dict[str, CourseOutline] = {}
        places: dict[str, int] = {}
        problems: list[Problem] = []
        for folder in self.folders():
            head = read_course_head(folder, self._org)
            found = self._outline(folder, head, language)
            problems += found.problems
            outline = found.value
            if outline is None or head.value is None:
                continue
            if outline.id in outlines:
                other = outlines[outline.id].folder.name
                problems.append(fault("duplicate-course-id", folder / "course.md", id=outline.id, other=other))
                continue
            outlines[outline.id] = outline
            places[outline.id] = head.value.order
        ordered = sorted(outlines.values(), key=lambda outline: places[outline.id])
        return Found(tuple(ordered), unique(problems))

    def _outline(self, folder: Path, head: Found[CourseHead], language: str) -> Found[CourseOutline]:
        from desktop.content.courses import read_outline
        from desktop.content.quizzes import drawn

        if head.value is None:
            return Found(None, head.problems)
        problems = head.problems
        files = self._quiz_files(head.value.quiz_id) if head.value.quiz_id else ()
        if head.value.quiz_id and not files:
            head.value.notes.error("quiz-missing", *head.value.quiz_place, id=head.value.quiz_id)
            problems = head.value.notes.found()
        quiz = (drawn(files[0].path) if files else 0, content_hash(folder, [f.path for f in files]))
        found = read_outline(folder, head.value, language, self._org, quiz)
        return Found(found.value, (*problems, *found.problems))

    def paths(
        self, outlines: Sequence[CourseOutline], language: str, folders: Sequence[Path] = ()
    ) -> Found[tuple[LearningPath, ...]]:
        """The learning paths through these courses, one per role at most: of two folders the first one's.

        `folders` are the course folders in another order of precedence. Problems: those of read_paths.
        """
        from desktop.content.paths import read_paths

        courses = {outline.folder: outline.id for outline in outlines}
        return read_paths(folders or self._course_folders, courses, language, self._org)

    def course(self, course_id: str, language: str) -> Found[Course]:
        """A whole course. Problems: course-missing, and those of all its files."""
        from desktop.content.courses import read_course

        course = self._course(course_id)
        if course is None:
            return Found(None, self._no_course(course_id))
        folder, head = course
        outline = self._outline(folder, Found(head, head.notes.found()), language)
        if outline.value is None:
            return Found(None, outline.problems)
        found = read_course(folder, outline.value, head, language, self._org)
        return Found(found.value, unique((*outline.problems, *found.problems)))

    def lesson(self, course_id: str, lesson_id: str, language: str) -> Found[Lesson]:
        """One lesson, and only that. Problems: course-missing, lesson-missing, and those of its file."""
        from desktop.content.lessons import lesson_files, read_lesson

        course = self._course(course_id)
        if course is None:
            return Found(None, self._no_course(course_id))
        folder, head = course
        for file in lesson_files(folder).value or ():
            if file.id == lesson_id:
                return read_lesson(folder, file, language, head.language, self._org)
        return Found(None, (fault("lesson-missing", folder, id=lesson_id),))

    def quiz(self, quiz_id: str, language: str) -> Found[Quiz]:
        """A graded quiz. Problems: quiz-missing, kind-differs, and those of its file."""
        from desktop.content.quizzes import load_quiz

        files = self._quiz_files(quiz_id)
        if not files:
            return Found(None, self._no_quiz(quiz_id))
        return load_quiz(files, language, self._org)

    def scenario(self, scenario_id: str, language: str) -> Found[Scenario]:
        """A simulation. Problems: quiz-missing, kind-differs, and those of its file."""
        from desktop.content.scenarios import load_scenario

        files = self._quiz_files(scenario_id)
        if not files:
            return Found(None, self._no_quiz(scenario_id))
        return load_scenario(files, language, self._org)

    def assessment(self, assessment_id: str, language: str) -> Found[SelfAssessment]:
        """A self-assessment. Problems: quiz-missing, kind-differs, and those of its file."""
        from desktop.content.assessments import load_assessment

        files = self._quiz_files(assessment_id)
        if not files:
            return Found(None, self._no_quiz(assessment_id))
        return load_assessment(files, language, self._org)

    def _course(self, course_id: str) -> tuple[Path, CourseHead] | None:
        """A course's folder and front matter: the folder of that name or, if that is another's, any that has the id."""
        from desktop.content.courses import read_course_head

        folders = list(self.folders())
        by_name = [folder for folder in folders if without_number(folder.name) == course_id]
        for folder in dict.fromkeys([*by_name, *folders]):
            head = read_course_head(folder, self._org).value
            if head is not None and head.id == course_id:
                return folder, head
        return None

    def _quiz_files(self, quiz_id: str) -> tuple[FileName, ...]:
        """A quiz's original file and then its translations; () where there is none."""
        for names in (markdown_files(folder) for folder in self._quiz_folders):
            found = files_of(quiz_id, names)
            if found:
                return found
        return ()

    def _no_course(self, course_id: str) -> tuple[Problem, ...]:
        folder = self._course_folders[0] if self._course_folders else Path()
        return (fault("course-missing", folder, id=course_id),)

    def _no_quiz(self, quiz_id: str) -> tuple[Problem, ...]:
        folder = self._quiz_folders[0] if self._quiz_folders else Path()
        return (fault("quiz-missing", folder, id=quiz_id),)


def courses_in(root: Path) -> Iterator[Path]:
    """The course folders in a folder, or the folder itself if it is one."""
    if (root / f"{COURSE_FILE}.md").is_file():
        yield root
        return
    try:
        folders = sorted((p for p in root.iterdir() if p.is_dir() and not p.name.startswith(".")), key=lambda p: p.name)
    except OSError:
        return
    yield from (folder for folder in folders if (folder / f"{COURSE_FILE}.md").is_file())


def files_of(quiz_id: str, names: Sequence[FileName]) -> tuple[FileName, ...]:
    """A quiz's original and its translations among the files of one folder, looked up by name, then by front matter."""
    from desktop.content.quizzes import own_id

    originals = [name for name in names if not name.language]
    by_name = [name for name in originals if name.id == quiz_id]
    for name in dict.fromkeys([*by_name, *originals]):
        if own_id(name) == quiz_id:
            return (name, *(n for n in names if n.language and n.stem == name.stem))
    return ()
