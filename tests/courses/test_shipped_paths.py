"""The shipped paths: each role has one, it is as long as promised, and it can be walked to its end."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest

from desktop.app.profile import load_profile
from desktop.app.workspace import Workspace, open_workspace
from desktop.content.checking import check
from desktop.learning.grading import solution
from desktop.model.learner import Settings
from desktop.model.path import ROLES, LearningPath
from desktop.model.progress import NextStep
from tests.app.kit import ASSETS, Clock
from tests.courses.shipped import COURSES, LANGUAGES, QUIZZES, course, shelf

LINK = re.compile(r"^\d+\. \[(.+)\]\((\S+)\)$", re.MULTILINE)


@cache
def paths(language: str) -> dict[str, LearningPath]:
    outlines = shelf().outlines(language).value or ()
    found = shelf().paths(outlines, language)
    assert found.problems == ()
    return {path.role: path for path in found.value or ()}


def minutes(path: LearningPath, language: str) -> int:
    total = 0
    for step in path.steps:
        outline = course(step.course_id, language).outline
        lessons = {lesson.id: lesson.minutes for lesson in outline.lessons}
        total += lessons[step.lesson_id] if step.lesson_id else outline.minutes
    return total


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_path_in_every_language(language: str) -> None:
    assert tuple(paths(language)) == ROLES
    assert {path.language for path in paths(language).values()} == {language}
    assert all(path.title and path.summary for path in paths(language).values())
    assert len({path.title for path in paths(language).values()}) == len(ROLES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyones_path_takes_45_minutes(language: str) -> None:
    assert 40 <= minutes(paths(language)["alle"], language) <= 50


@pytest.mark.parametrize("role", ROLES)
def test_every_path_contains_what_everyone_learns(role: str) -> None:
    steps = set(paths("de")[role].steps)
    whole = {step.course_id for step in steps if not step.lesson_id}
    for step in paths("de")["alle"].steps:
        assert step in steps or step.course_id in whole, step


@pytest.mark.parametrize("role", ROLES[1:])
def test_a_course_that_is_meant_for_a_role_is_on_its_path_in_full(role: str) -> None:
    whole = {step.course_id for step in paths("de")[role].steps if not step.lesson_id}
    meant = {o.id for o in shelf().outlines("de").value or () if role in o.audience}
    assert meant
    assert meant <= whole


@pytest.mark.parametrize("file", sorted(COURSES.glob("weg-*.md")), ids=lambda path: path.name)
def test_links_can_be_clicked_and_are_called_what_they_lead_to(file: Path) -> None:
    language = "en" if file.name.endswith(".en.md") else "de"
    links = LINK.findall(file.read_text(encoding="utf-8"))
    assert links
    for words, address in links:
        assert (COURSES / address).is_file()
        assert address.endswith(".en.md") is (language == "en")
        folder, name = address.split("/")
        there = course(folder, language)
        titles = {lesson.place.file.name: lesson.title for lesson in there.lessons}
        assert words == titles.get(name, there.outline.title)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_doing_what_home_proposes_walks_the_path_to_its_end(role: str, language: str, tmp_path: Path) -> None:
    with open_workspace(
        tmp_path,
        course_folders=(COURSES,),
        quiz_folders=(QUIZZES,),
        assets=ASSETS,
        clock=Clock(),
        rng=random.Random(7),
    ) as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language=language), role=role)
        left = []
        for _ in range(200):
            overview = workspace.overview(language)
            assert overview.path is not None
            left.append(overview.path.minutes_left)
            earned = overview.current if overview.step is None else None
            if earned is not None:
                # Issuing takes a second each; one path shows that it goes on behind a certificate.
                assert earned.next_step is NextStep.CERTIFICATE
                if role == "alle":
                    workspace.certificates.issue(earned.outline.id, language)
            steps = [overview.step] if overview.step else [step for step in overview.path.steps if not step.done]
            if steps:
                _work(workspace, steps[0].step.course_id, steps[0].step.lesson_id, language)
            elif earned is None or role != "alle":
                break
    assert role != "alle" or overview.current is None
    assert all(step.done for step in overview.path.steps)
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0
    assert left[0] == overview.path.minutes == minutes(paths(language)[role], language)


def test_the_example_in_the_readme_is_a_path(tmp_path: Path) -> None:
    readme = (COURSES.parent / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```markdown\n(---\ntype: path\n.*?)```", readme, re.DOTALL)
    (tmp_path / "weg-kueche.md").write_text(example, encoding="utf-8")
    assert (
        check(
            [tmp_path, COURSES / "grundlagen", COURSES / "vertraulichkeit"], org=load_profile(tmp_path, ASSETS).values
        )
        == ()
    )
    found = shelf().paths(shelf().outlines("de").value or (), "de", (tmp_path,))
    assert found.problems == ()
    (path,) = found.value or ()
    assert (path.role, len(path.steps)) == ("alle", 2)


def _work(workspace: Workspace, course_id: str, lesson_id: str, language: str) -> None:
    """Do the next thing: read a lesson, or pass the test."""
    state = workspace.study.state(course_id, language)
    if lesson_id or state.next_step is NextStep.LESSON:
        workspace.study.mark_read(course_id, lesson_id or state.lesson_id)
        return
    view = workspace.attempts.start_or_resume(course_id, language)
    for shown in view.items:
        workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
    workspace.attempts.finish(view.attempt.id)
