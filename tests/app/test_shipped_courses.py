"""Every shipped course can be learned to its end, in both languages, from the first lesson to a sealed certificate."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app.workspace import Workspace, open_workspace
from desktop.learning.drawing import part_ids
from desktop.learning.grading import grade, solution
from desktop.model.certificate import VerdictName
from desktop.model.progress import CourseStatus
from desktop.model.quiz import ChoiceItem, ReflectionItem
from tests.app.kit import Clock, set_up

ROOT = Path(__file__).resolve().parent.parent.parent
COURSES = sorted(folder.name for folder in (ROOT / "courses").iterdir() if (folder / "course.md").is_file())


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Workspace]:
    opened = open_workspace(
        tmp_path_factory.mktemp("home"),
        course_folders=(ROOT / "courses",),
        quiz_folders=(ROOT / "quizzes",),
        assets=ROOT / "assets",
        clock=clock,
        rng=random.Random(20261122),
    )
    with opened:
        set_up(opened)
        yield opened


def test_all_courses_are_on_the_shelf_and_in_order(workspace: Workspace) -> None:
    outlines = workspace.library.outlines("de")
    assert len(outlines) == len(COURSES) >= 1
    assert [o.id for o in outlines][:3] == ["grundlagen", "vertraulichkeit", "marke-ich"]
    assert [p.code for p in workspace.library.problems() if p.severity == "error"] == []


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_item_can_be_answered_rightly(workspace: Workspace, course: str, language: str) -> None:
    for item in workspace.library.quiz(course, language).items:
        if isinstance(item, ReflectionItem):
            continue
        assert grade(item, solution(item)).fraction == 1.0, item.id
        assert grade(item, ()).fraction == 0.0, item.id
        if isinstance(item, ChoiceItem):
            assert all(option.feedback for option in item.options), f"{item.id}: every option has feedback"


@pytest.mark.parametrize("course", COURSES)
def test_every_missed_item_says_which_lesson_to_read_again(workspace: Workspace, course: str) -> None:
    outline = workspace.library.outline(course, "de")
    known = {word for lesson in outline.lessons for word in (lesson.id, *lesson.item_ids)}
    for item in workspace.library.quiz(course, "de").items:
        assert known & {item.id, *item.tags}, item.id


@pytest.mark.parametrize("course", COURSES)
def test_both_languages_ask_the_same_so_that_a_test_may_change_language(workspace: Workspace, course: str) -> None:
    german, english = (workspace.library.quiz(course, language) for language in ("de", "en"))
    assert [item.id for item in german.items] == [item.id for item in english.items]
    for one, other in zip(german.items, english.items, strict=True):
        assert one.type is other.type, one.id
        assert len(part_ids(one)) == len(part_ids(other)), one.id
        if isinstance(one, ChoiceItem) and isinstance(other, ChoiceItem):
            assert solution(one) == solution(other), one.id
        assert (one.points, one.penalty, one.tags) == (other.points, other.penalty, other.tags)


@pytest.mark.parametrize("course", COURSES)
def test_a_course_is_learned_from_its_first_lesson_to_its_certificate(workspace: Workspace, course: str) -> None:
    outline = workspace.library.outline(course, "de")
    for lesson in outline.lessons:
        read = workspace.library.lesson(course, lesson.id, "en")
        for check in workspace.study.checks(course, read).values():
            graded = workspace.study.answer_check(course, lesson.id, check.item, solution(check.item))
            assert graded.correct or isinstance(check.item, ReflectionItem)
        state = workspace.study.mark_read(course, lesson.id)
    assert state.fraction == pytest.approx(len(outline.lessons) / (len(outline.lessons) + 1))
    view = workspace.attempts.start_or_resume(course, "de")
    assert len(view.items) == outline.quiz_select
    for n, shown in enumerate(view.items):
        if n == 5:  # in the middle of the test the language is switched
            view = workspace.attempts.start_or_resume(course, "en")
        item = view.items[n].item
        assert shown.item.id == item.id
        workspace.attempts.answer(view.attempt.id, item.id, solution(item))
    finished = workspace.attempts.finish(view.attempt.id)
    assert finished.result.score == pytest.approx(100.0)
    assert finished.state.status is CourseStatus.COMPLETED
    assert finished.certificate_offered
    for language in ("de", "en"):
        issued = workspace.certificates.issue(course, language)
        (verdict,) = workspace.certificates.verify([workspace.certificates.pdf_path(issued)])
        assert verdict.name is VerdictName.SEALED
        assert verdict.claims == issued.claims
