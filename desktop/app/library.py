"""The courses at hand: outlines from a cache, lessons and quizzes parsed when they are opened."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from desktop.app.outline_store import OutlineStore
from desktop.app.profile import Profile, load_profile
from desktop.model.errors import ContentError, NotPossible
from desktop.model.outline import CourseOutline, LessonOutline
from desktop.model.path import LearningPath
from desktop.model.problem import Problem, Severity

if TYPE_CHECKING:
    from desktop.app.lesson_store import LessonStore
    from desktop.app.shares import Shares
    from desktop.content.shelf import Shelf
    from desktop.model.assessment import SelfAssessment
    from desktop.model.course import Course, Lesson
    from desktop.model.quiz import Quiz
    from desktop.model.scenario import Scenario

NO_WORDS: Mapping[str, str] = MappingProxyType({})
KEPT_LESSONS = 24
"""Parsed lessons held in memory; one of 10 KB weighs some 50 KB."""

_Stamp = tuple[int, int]
T = TypeVar("T")


class Library:
    """Courses, lessons and quizzes in a language, falling back to the original where a translation is missing."""

    def __init__(
        self,
        home: Path,
        course_folders: Sequence[Path],
        quiz_folders: Sequence[Path],
        assets: Path,
        *,
        org: Mapping[str, str] = NO_WORDS,
        shares: Shares | None = None,
    ) -> None:
        """`org` are words of the employer that go before those of the profile; `shares` the employer's folders.

        What the employer brings goes before what is here under the same id.
        """
        self._home = home
        self._assets = assets
        self._org = org
        self._shares = shares
        # Of two paths for one role the employer's counts, then one that was put into the data folder, then the shipped.
        self._path_folders = (*(shares.course_folders if shares else ()), home / "courses", *course_folders)
        self._course_folders = (*(shares.course_folders if shares else ()), *course_folders, home / "courses")
        self._quiz_folders = (*(shares.quiz_folders if shares else ()), *quiz_folders, home / "quizzes")
        self._cache_folder = home / "cache"
        self._cache = OutlineStore(self._cache_folder)
        self._outlines: dict[str, tuple[CourseOutline, ...]] = {}
        self._paths: dict[str, tuple[LearningPath, ...]] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self._lessons: OrderedDict[tuple[str, str, str], tuple[Lesson, _Stamp | None]] = OrderedDict()
        self._quizzes: dict[tuple[str, str], Quiz] = {}
        self._scenarios: dict[tuple[str, str], Scenario] = {}
        self._assessments: dict[tuple[str, str], SelfAssessment] = {}
        self._print = ""

    @cached_property
    def _kept_lessons(self) -> LessonStore:
        from desktop.app.lesson_store import LessonStore

        return LessonStore(self._cache_folder / "lessons")

    @cached_property
    def profile(self) -> Profile:
        """The company profile whose values the courses insert."""
        return load_profile(self._home, self._assets, self._org)

    @cached_property
    def _shelf(self) -> Shelf:
        from desktop.content.shelf import Shelf

        return Shelf(self._course_folders, self._quiz_folders, self.profile.values)

    @property
    def fingerprint(self) -> str:
        """Stands for all files as `refresh` last saw them."""
        return self._print

    def refresh(self) -> bool:
        """Look whether any file changed; if so forget what was read and return True."""
        # Not asked of the shelf: where nothing has changed, a start gets by without any of the reading modules.
        from desktop.content.hashing import fingerprint

        now = fingerprint((*self._course_folders, *self._quiz_folders))
        changed = bool(self._print) and now != self._print
        if changed:
            self._outlines.clear()
            self._paths.clear()
            self._problems.clear()
            self._lessons.clear()
            self._quizzes.clear()
            self._scenarios.clear()
            self._assessments.clear()
        self._print = now
        return changed

    def outlines(self, language: str) -> tuple[CourseOutline, ...]:
        """All courses in their order; from memory, else from the cache on disk, else from the files."""
        if language not in self._outlines:
            if not self._print:
                self.refresh()
            kept = self._cache.load(language, self._print, self.profile.values)
            if kept is None:
                found = self._shelf.outlines(language)
                paths = self._shelf.paths(found.value or (), language, self._path_folders)
                kept = (found.value or (), paths.value or (), (*found.problems, *paths.problems))
                self._cache.save(language, self._print, self.profile.values, *kept)
            self._outlines[language], self._paths[language], self._problems[language] = kept
        return self._outlines[language]

    def paths(self, language: str) -> tuple[LearningPath, ...]:
        """The learning paths that files lay down, one per role at most; kept and refreshed with the outlines."""
        self.outlines(language)
        return self._paths[language]

    def outline(self, course_id: str, language: str) -> CourseOutline:
        """One course. Raises NotPossible `course-unknown`."""
        for outline in self.outlines(language):
            if outline.id == course_id:
                return outline
        raise NotPossible("course-unknown", course=course_id)

    def lesson_outline(self, course_id: str, lesson_id: str, language: str) -> LessonOutline:
        """One entry of a course's list. Raises NotPossible `course-unknown` or `lesson-unknown`."""
        for lesson in self.outline(course_id, language).lessons:
            if lesson.id == lesson_id:
                return lesson
        raise NotPossible("lesson-gone", course=course_id, lesson=lesson_id)

    def course(self, course_id: str, language: str) -> Course:
        """A whole course with all its lessons. Raises ContentError `course-unusable`, NotPossible `course-unknown`."""
        self.outline(course_id, language)
        found = self._shelf.course(course_id, language)
        self._note(language, found.problems)
        if found.value is None:
            raise ContentError("course-unusable", course=course_id)
        return found.value

    def lesson(self, course_id: str, lesson_id: str, language: str) -> Lesson:
        """One lesson; a known one comes from memory unless its file changed.

        Raises ContentError `lesson-unusable`, NotPossible `course-unknown` or `lesson-unknown`.
        """
        key = (course_id, lesson_id, language)
        if key in self._lessons:
            lesson, stamp = self._lessons[key]
            if stamp is not None and stamp == _stamp(lesson.place.file):
                self._lessons.move_to_end(key)
                return lesson
            self.refresh()
        self.lesson_outline(course_id, lesson_id, language)
        lesson = self._kept_lessons.load(key, self._print, self.profile.values) or self._parsed(*key)
        self._lessons[key] = (lesson, _stamp(lesson.place.file))
        while len(self._lessons) > KEPT_LESSONS:
            self._lessons.popitem(last=False)
        return lesson

    def _parsed(self, course_id: str, lesson_id: str, language: str) -> Lesson:
        """The lesson from its file; one without a fault is kept for the next time."""
        found = self._shelf.lesson(course_id, lesson_id, language)
        self._note(language, found.problems)
        if found.value is None:
            raise ContentError("lesson-unusable", course=course_id, lesson=lesson_id)
        if not found.problems:
            name = (course_id, lesson_id, language)
            self._kept_lessons.save(name, self._print, self.profile.values, found.value)
        return found.value

    def quiz(self, course_id: str, language: str) -> Quiz:
        """The test of a course.

        Raises NotPossible `course-unknown` or `course-without-test`, ContentError `quiz-unusable`.
        """
        quiz_id = self.outline(course_id, language).quiz_id
        if quiz_id is None:
            raise NotPossible("course-without-test", course=course_id)
        key = (quiz_id, language)
        if key not in self._quizzes:
            found = self._shelf.quiz(quiz_id, language)
            self._note(language, found.problems)
            if found.value is None or not found.value.items:
                raise ContentError("quiz-unusable", course=course_id, quiz=quiz_id)
            self._quizzes[key] = found.value
        return self._quizzes[key]

    def scenario(self, scenario_id: str, language: str) -> Scenario:
        """A simulation. Raises ContentError `simulation-unusable`."""
        key = (scenario_id, language)
        if key not in self._scenarios:
            found = self._shelf.scenario(scenario_id, language)
            self._note(language, found.problems)
            if found.value is None:
                raise ContentError("simulation-unusable", simulation=scenario_id)
            self._scenarios[key] = found.value
        return self._scenarios[key]

    def assessment(self, assessment_id: str, language: str) -> SelfAssessment:
        """A self-assessment. Raises ContentError `assessment-unusable`."""
        key = (assessment_id, language)
        if key not in self._assessments:
            found = self._shelf.assessment(assessment_id, language)
            self._note(language, found.problems)
            if found.value is None or not found.value.statements:
                raise ContentError("assessment-unusable", assessment=assessment_id)
            self._assessments[key] = found.value
        return self._assessments[key]

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        """All simulations that can be played; what is wrong with the others stands in `problems`."""
        return tuple(self._usable(self.scenario_ids(), language, self.scenario))

    def assessments(self, language: str) -> tuple[SelfAssessment, ...]:
        """All self-assessments that can be taken; what is wrong with the others stands in `problems`."""
        return tuple(self._usable(self.assessment_ids(), language, self.assessment))

    def scenario_ids(self) -> tuple[str, ...]:
        """All simulations by their front matter, in the order of their files; some may turn out to be unusable."""
        return self._ids("scenario")

    def assessment_ids(self) -> tuple[str, ...]:
        """All self-assessments, as `scenario_ids`."""
        return self._ids("self-assessment")

    def _ids(self, kind: str) -> tuple[str, ...]:
        from desktop.content.kinds import ids_of_kind

        self.refresh()
        return ids_of_kind(self._quiz_folders, kind)

    def _usable(self, ids: Sequence[str], language: str, read: Callable[[str, str], T]) -> Iterator[T]:
        for one in ids:
            try:
                yield read(one, language)
            except ContentError:
                continue

    def problems(self) -> tuple[Problem, ...]:
        """What was found wrong so far, in the profile and in the files read; each once, by file and line."""
        found = {_identity(p): p for p in self.profile.problems}
        for problems in self._problems.values():
            found.update({_identity(p): p for p in map(self._of_shares, problems)})
        return tuple(found[key] for key in sorted(found))

    def _of_shares(self, problem: Problem) -> Problem:
        """The Problem as seen from the firm's folders, not from our copies; a course they replace is no fault."""
        if self._shares is None:
            return problem
        file = self._shares.original(problem.place.file)
        if problem.code == "duplicate-course-id" and file == problem.place.file and self._is_shared(problem.data["id"]):
            return replace(problem, code="course-replaced", severity=Severity.WARNING)
        return replace(problem, place=replace(problem.place, file=file))

    def _is_shared(self, course_id: str) -> bool:
        folders = {o.folder for outlines in self._outlines.values() for o in outlines if o.id == course_id}
        return any(folder.is_relative_to(root) for folder in folders for root in self._shared_folders)

    @property
    def _shared_folders(self) -> Sequence[Path]:
        return self._shares.course_folders if self._shares else ()

    def _note(self, language: str, problems: Sequence[Problem]) -> None:
        known = {_identity(p): p for p in (*self._problems.get(language, ()), *problems)}
        self._problems[language] = tuple(known.values())


def _identity(problem: Problem) -> tuple[str, int, int, str, str]:
    """What makes a Problem the same one, in sorting order; its data are a mapping and cannot be hashed."""
    place = problem.place
    return str(place.file), place.line, place.column, problem.code, repr(sorted(problem.data.items()))


def _stamp(file: Path) -> _Stamp | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
