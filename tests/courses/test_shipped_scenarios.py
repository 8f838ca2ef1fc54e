"""Every shipped simulation is walked to every ending; every self-assessment can be filled in."""

from __future__ import annotations

import pytest

from desktop.model.assessment import SelfAssessment
from desktop.model.scenario import Scenario
from tests.courses.shipped import LANGUAGES, course, course_ids, quiz_files, shelf

both = pytest.mark.parametrize("language", LANGUAGES)
each_scenario = pytest.mark.parametrize("scenario_id", quiz_files("scenario"))
each_assessment = pytest.mark.parametrize("assessment_id", quiz_files("self-assessment"))


def scenario(scenario_id: str, language: str) -> Scenario:
    found = shelf().scenario(scenario_id, language)
    assert found.value is not None, found.problems
    return found.value


def assessment(assessment_id: str, language: str) -> SelfAssessment:
    found = shelf().assessment(assessment_id, language)
    assert found.value is not None, found.problems
    return found.value


@each_scenario
@both
def test_every_scene_and_every_ending_is_reached(scenario_id: str, language: str) -> None:
    read = scenario(scenario_id, language)
    scenes = {scene.id: scene for scene in read.scenes}
    ways = {read.scenes[0].id: (read.scenes[0].id,)}
    queue = [read.scenes[0].id]
    while queue:
        here = queue.pop(0)
        for choice in scenes[here].choices:
            if choice.target not in ways:
                ways[choice.target] = (*ways[here], choice.target)
                queue.append(choice.target)
    assert set(ways) == set(scenes)
    endings = [s for s in read.scenes if s.is_ending]
    assert len(endings) >= 3
    assert all(s.debriefing for s in endings)
    assert 8 <= len(scenes) <= 16


@each_scenario
@both
def test_meters_trade_against_each_other_and_signs_can_be_found(scenario_id: str, language: str) -> None:
    read = scenario(scenario_id, language)
    choices = [choice for scene in read.scenes for choice in scene.choices]
    steps = [dict(choice.changes) for choice in choices]
    assert any(min(s.values()) < 0 < max(s.values()) for s in steps if s)
    assert {flag for choice in choices for flag in choice.flags} == {flag.id for flag in read.flags}
    assert read.flags


@each_scenario
def test_the_translation_plays_the_same_way(scenario_id: str) -> None:
    german, english = (scenario(scenario_id, language) for language in LANGUAGES)
    assert [len(s.choices) for s in german.scenes] == [len(s.choices) for s in english.scenes]
    for one, other in zip(german.scenes, english.scenes, strict=True):
        assert [(c.changes, c.flags) for c in one.choices] == [(c.changes, c.flags) for c in other.choices]


@each_assessment
@both
def test_a_self_assessment_is_whole(assessment_id: str, language: str) -> None:
    read = assessment(assessment_id, language)
    assert 12 <= len(read.statements) <= 20
    assert any(s.reverse for s in read.statements)
    assert 3 <= len(read.dimensions) <= 6
    assert len(read.scale) == 5
    for dimension in read.dimensions:
        assert [s for s in read.statements if s.dimension == dimension.id], dimension.id
        assert dimension.bands[-1].upto == 100


@each_assessment
@both
def test_its_recommended_lessons_exist(assessment_id: str, language: str) -> None:
    for dimension in assessment(assessment_id, language).dimensions:
        course_id, _, lesson_id = dimension.lesson.partition("/")
        assert course_id in course_ids(), dimension.lesson
        assert lesson_id in {lesson.id for lesson in course(course_id, language).lessons}, dimension.lesson
