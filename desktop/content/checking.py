"""Everything that is wrong in some courses, quizzes and profiles, file by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from desktop.content.assessments import load_assessment
from desktop.content.blocks import read_blocks
from desktop.content.courses import CourseHead, read_about, read_course_head, read_outline
from desktop.content.found import unique
from desktop.content.layout import MARK
from desktop.content.lessons import LessonFile, lesson_files, read_lesson
from desktop.content.masking import masked
from desktop.content.names import COURSE_FILE, FileName, file_name, markdown_files
from desktop.content.path_targets import Targets
from desktop.content.paths import is_path, path_files, read_path, twice
from desktop.content.policy import FILE_NAME, read_policy
from desktop.content.policy_findings import out_of_reach
from desktop.content.profile import read_org
from desktop.content.quizzes import KNOWN_BY_KIND, load_quiz, open_file, own_id
from desktop.content.scenarios import load_scenario
from desktop.content.shelf import courses_in
from desktop.content.sources import Notes, fault, read_source
from desktop.content.suggestions import nearest
from desktop.model.assessment import SelfAssessment
from desktop.model.path import LearningPath
from desktop.model.problem import Problem


def check(paths: Sequence[Path], *, org: Mapping[str, str], today: date | None = None) -> tuple[Problem, ...]:
    """Check courses, learning paths, quizzes, single Markdown files, company profiles (.toml), or folders of them.

    Quizzes and courses that lie beside (`courses/` and `quizzes/` in one folder) are known to each other even when only
    one is checked. Without `today` the age of a review is not looked at. Sorted by file, line and column.

    Problems besides those of the readers: path-missing, nothing-to-check, file-kind-unknown, course-without-lessons,
    duplicate-course-id, duplicate-quiz-id, quiz-missing, quiz-kind-differs, scenario-missing, lesson-unknown,
    translation-without-original, reviewed-too-old.
    """
    checking = _Checking(org, today)
    for path in paths:
        checking.path(path)
    checking.references()
    return tuple(sorted(unique(checking.problems), key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str]:
    return (str(problem.place.file), problem.place.line, problem.place.column, problem.code)


class _Checking:
    """Collects the problems of one run, and what refers to what until all is read."""

    def __init__(self, org: Mapping[str, str], today: date | None) -> None:
        self._org = org
        self._today = today
        self.problems: list[Problem] = []
        self._courses: dict[Path, CourseHead | None] = {}
        self._quizzes: dict[Path, tuple[str, str]] = {}
        self._assessments: list[tuple[Path, SelfAssessment]] = []
        self._paths: dict[Path, FileName] = {}

    def path(self, path: Path) -> None:
        """Check one path given by a person."""
        if path.is_file():
            self._file(path)
        elif not path.is_dir():
            self.problems.append(fault("path-missing", path, given=str(path)))
        elif not self._folder(path):
            self.problems.append(fault("nothing-to-check", path, given=str(path)))

    def _folder(self, folder: Path) -> bool:
        """Whether there was anything to check."""
        policy = folder / FILE_NAME
        if policy.is_file():
            self._toml(policy)
        inner = [folder / name for name in ("courses", "quizzes") if (folder / name).is_dir()]
        if inner and not (folder / f"{COURSE_FILE}.md").is_file():
            found = [self._folder(child) for child in inner]
            return any(found) or policy.is_file()
        courses = list(courses_in(folder))
        for course in courses:
            self._course(course)
        paths = path_files(folder)
        self._paths |= {name.path: name for name in paths}
        stems = {name.stem for name in paths}
        others = [name for name in originals(folder) if name.stem not in stems]
        quizzes = [] if courses else others
        lost = [name for name in others if courses and name.language and is_path(name)]
        self.problems += [fault("translation-without-original", n.path, original=f"{n.stem}.md") for n in lost]
        for name in quizzes:
            self._quiz(name)
        return bool(courses or quizzes or paths or policy.is_file())

    def _file(self, path: Path) -> None:
        name = file_name(path)
        if path.suffix == ".toml":
            self._toml(path)
        elif name is None:
            self.problems.append(fault("file-kind-unknown", path))
        elif not (path.parent / f"{COURSE_FILE}.md").is_file():
            original = path.with_name(f"{name.stem}.md")
            found = (file_name(original) if original.is_file() else None) or name
            if is_path(found):
                self._paths[found.path] = found
            else:
                self._quiz(found)
        elif name.stem == COURSE_FILE:
            self._course(path.parent)
        else:
            self._lesson(path.parent, name)

    def _toml(self, path: Path) -> None:
        """A policy file or a company profile, told apart by name."""
        if not path.name.startswith("klartext"):
            self.problems += read_org(path).problems
            return
        found = read_policy(path)
        self.problems += found.problems
        if found.value is not None:
            self.problems += out_of_reach(path, found.value)

    def _lesson(self, folder: Path, name: FileName) -> None:
        head = read_course_head(folder, self._org).value
        for lesson in lesson_files(folder).value or ():
            if lesson.id == name.id:
                original = head.language if head else "de"
                found = read_lesson(folder, lesson, name.language or original, original, self._org)
                self.problems += [p for p in found.problems if p.place.file == name.path]

    def _course(self, folder: Path) -> None:
        if folder.resolve() in self._courses:
            return
        found = read_course_head(folder, self._org)
        self._courses[folder.resolve()] = found.value
        self.problems += found.problems
        files = lesson_files(folder)
        self.problems += files.problems
        if not files.value:
            self.problems.append(fault("course-without-lessons", folder / f"{COURSE_FILE}.md"))
        original = found.value.language if found.value else "de"
        for lesson in files.value or ():
            for language in (original, *lesson.translations):
                self.problems += read_lesson(folder, lesson, language, original, self._org).problems
        if found.value is not None:
            self._course_texts(folder, found.value)

    def _course_texts(self, folder: Path, head: CourseHead) -> None:
        names = [name for name in markdown_files(folder) if name.stem == COURSE_FILE]
        for language in (head.language, *(name.language for name in names if name.language)):
            about = read_about(folder, head, language, self._org)
            self.problems += about.problems
            if about.value is not None:
                read_blocks(about.value)
                self.problems += about.value.notes.found()
            self.problems += read_outline(folder, head, language, self._org, (0, "")).problems
        self._review(head)

    def _review(self, head: CourseHead) -> None:
        if self._today is None or head.reviewed is None:
            return
        months = (self._today.year - head.reviewed.year) * 12 + self._today.month - head.reviewed.month
        months -= self._today.day < head.reviewed.day
        if months >= head.review_months:
            data = {"reviewed": head.reviewed.isoformat(), "months": str(months), "interval": str(head.review_months)}
            notes = Notes(head.notes.source)
            line, column, length = head.reviewed_place
            notes.warning("reviewed-too-old", line, column, length, **data)
            self.problems += notes.problems

    def _quiz(self, name: FileName) -> None:
        if name.path in self._quizzes:
            return
        files = (name, *(n for n in markdown_files(name.path.parent) if n.language and n.stem == name.stem))
        opened = open_file(name.path, KNOWN_BY_KIND)
        kind = opened.value.kind if opened.value else ""
        self._quizzes[name.path] = (own_id(name), kind)
        self.problems += opened.problems
        for language in ("", *(n.language for n in files if n.language)):
            if kind == "quiz":
                self.problems += load_quiz(files, language, self._org).problems
            elif kind == "scenario":
                self.problems += load_scenario(files, language, self._org).problems
            elif kind == "self-assessment":
                found = load_assessment(files, language, self._org)
                self.problems += found.problems
                if found.value is not None:
                    self._assessments.append((name.path, found.value))

    def references(self) -> None:
        """Hold what files say about each other against what there is."""
        known = self._known_quizzes()
        self._doubles("duplicate-quiz-id", [(path, own) for path, (own, _) in self._quizzes.items()])
        heads = [(folder, head) for folder, head in self._courses.items() if head is not None]
        self._doubles("duplicate-course-id", [(folder / "course.md", head.id) for folder, head in heads])
        for folder, head in heads:
            self._quiz_of(head, known)
            for lesson in lesson_files(folder).value or ():
                self._scenarios_in(lesson, known)
        lessons = self._known_lessons()
        for path, assessment in self._assessments:
            self._lessons_of(path, assessment, lessons)
        self._learning_paths()

    def _learning_paths(self) -> None:
        """Read the paths, which may lead to all courses checked and to those beside them; one per role and folder."""
        folders = {folder: head.id for folder, head in self._courses.items() if head is not None}
        for root in dict.fromkeys(path.parent for path in self._paths):
            beside = {folder: read_course_head(folder, self._org).value for folder in courses_in(root)}
            folders |= {f: h.id for f, h in beside.items() if h is not None and f.resolve() not in self._courses}
        targets = Targets(folders)
        first: dict[tuple[Path, str], LearningPath] = {}
        for path, name in sorted(self._paths.items()):
            languages = (n.language for n in markdown_files(path.parent) if n.language and n.stem == name.stem)
            for language in ("", *languages):
                found = read_path(name, targets, language, self._org)
                self.problems += found.problems
            if found.value is None:
                continue
            other = first.setdefault((path.parent, found.value.role), found.value)
            if other is not found.value:
                self.problems.append(twice(path, found.value.role, other))

    def _known_quizzes(self) -> dict[str, str]:
        """Kind by id: of the quizzes checked, and of those beside the courses checked."""
        known = dict(self._quizzes.values())
        for folder in dict.fromkeys(course.parent.parent / "quizzes" for course in self._courses):
            for name in originals(folder):
                if name.path not in self._quizzes:
                    opened = open_file(name.path, KNOWN_BY_KIND).value
                    known.setdefault(own_id(name), opened.kind if opened else "")
        return known

    def _known_lessons(self) -> dict[str, set[str]]:
        """Lesson ids by course id: of the courses checked, and of those beside the quizzes checked."""
        heads: dict[Path, CourseHead | None] = dict(self._courses)
        for root in dict.fromkeys(path.parent.parent / "courses" for path, _ in self._assessments):
            for folder in courses_in(root):
                if folder.resolve() not in heads:
                    heads[folder.resolve()] = read_course_head(folder, self._org).value
        return {h.id: {lesson.id for lesson in lesson_files(f).value or ()} for f, h in heads.items() if h is not None}

    def _doubles(self, code: str, named: Iterable[tuple[Path, str]]) -> None:
        first: dict[str, Path] = {}
        for path, own in named:
            other = first.setdefault(own, path)
            if other != path:
                shown = other.parent.name if code == "duplicate-course-id" else other.name
                self.problems.append(fault(code, path, id=own, other=shown))

    def _quiz_of(self, head: CourseHead, known: Mapping[str, str]) -> None:
        if head.quiz_id is None or known.get(head.quiz_id) == "quiz":
            return
        notes = Notes(head.notes.source)
        at = head.quiz_place
        if head.quiz_id not in known:
            meant = nearest(head.quiz_id, known)
            if meant:
                notes.error("quiz-missing-meant", *at, id=head.quiz_id, suggestion=meant)
            else:
                notes.error("quiz-missing", *at, id=head.quiz_id)
        elif known[head.quiz_id]:
            notes.error("quiz-kind-differs", *at, id=head.quiz_id, type=known[head.quiz_id])
        self.problems += notes.problems

    def _scenarios_in(self, lesson: LessonFile, known: Mapping[str, str]) -> None:
        for path in (lesson.path, *lesson.translations.values()):
            source = read_source(path).value
            if source is None or "scenario" not in source.text:
                continue
            notes = Notes(source)
            for number, line in enumerate(masked(source.lines), start=1):
                match = MARK.fullmatch(line)
                name, _, own = match[1].partition(":") if match else ("", "", "")
                own = own.strip()
                if name.strip() == "scenario" and own and known.get(own) != "scenario":
                    notes.error("scenario-missing", number, line.index(own) + 1, len(own), id=own)
            self.problems += notes.problems

    def _lessons_of(self, path: Path, assessment: SelfAssessment, lessons: Mapping[str, set[str]]) -> None:
        source = read_source(path).value
        for dimension in assessment.dimensions:
            course, _, lesson = dimension.lesson.partition("/")
            if not dimension.lesson or source is None or lesson in lessons.get(course, ()):
                continue
            number = next((n for n, line in enumerate(source.lines, start=1) if dimension.lesson in line), 1)
            notes = Notes(source)
            column = source.lines[number - 1].find(dimension.lesson) + 1
            notes.error("lesson-unknown", number, column, len(dimension.lesson), lesson=dimension.lesson)
            self.problems += notes.problems


def originals(folder: Path) -> tuple[FileName, ...]:
    """The untranslated files of a folder; a translation without an original counts as one."""
    names = markdown_files(folder)
    stems = {name.stem for name in names if not name.language}
    return tuple(name for name in names if not name.language or name.stem not in stems)
