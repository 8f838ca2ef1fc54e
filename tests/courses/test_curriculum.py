"""The ten courses that were promised, for whom, and what goes with them."""

from __future__ import annotations

import pytest

from desktop.model.course import Checklist, ScenarioLink
from tests.courses.shipped import course, course_ids, flat, quiz_files

CURRICULUM = {
    "grundlagen": {"alle"},
    "vertraulichkeit": {"alle"},
    "marke-ich": {"alle"},
    "bewertungen": {"alle", "hr"},
    "corporate-influencer": {"botschafter"},
    "recht": {"alle", "botschafter"},
    "konten-rollen": {"seiten-admins"},
    "krise-viral": {"kommunikation", "kleine-firmen"},
    "fuehrung": {"fuehrung"},
    "strategie": {"kleine-firmen", "kommunikation", "hr"},
}
"""Course id → the roles whose way it belongs to."""

MINUTES = {
    "grundlagen": 20,
    "vertraulichkeit": 30,
    "marke-ich": 25,
    "bewertungen": 25,
    "corporate-influencer": 60,
    "recht": 35,
    "konten-rollen": 30,
    "krise-viral": 30,
    "fuehrung": 40,
    "strategie": 40,
}
"""What was promised; shown are minutes computed from the texts and the test."""

SCENARIOS = {
    "experten-chat",
    "weitergeleitete-mail",
    "bewertung-ueber-nacht",
    "admin-fuer-einen-tag",
    "erster-shitstorm",
    "kollegin-empfiehlt",
    "chef-zieht-die-zuegel-an",
}
ASSESSMENTS = {"wissensschutz", "marke-wirkung", "botschafter-typ", "offenes-team"}
CHECKLISTS = {"grundlagen", "konten-rollen", "krise-viral"}
"""Before posting; before going live and when leaving; when something leaked."""


def test_the_ten_courses_ship() -> None:
    assert set(course_ids()) == set(CURRICULUM)


@pytest.mark.parametrize("course_id", sorted(CURRICULUM))
def test_a_course_belongs_to_the_way_of_its_roles(course_id: str) -> None:
    assert CURRICULUM[course_id] <= set(course(course_id, "de").outline.audience)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("course_id", sorted(MINUTES))
def test_a_course_takes_about_as_long_as_promised(course_id: str, language: str) -> None:
    computed = course(course_id, language).outline.minutes
    assert abs(computed - MINUTES[course_id]) <= 0.25 * MINUTES[course_id], computed


def test_the_simulations_and_self_assessments_ship() -> None:
    assert set(quiz_files("scenario")) >= SCENARIOS
    assert set(quiz_files("self-assessment")) >= ASSESSMENTS


def test_every_simulation_is_placed_in_a_lesson() -> None:
    placed = {
        block.scenario_id
        for course_id in course_ids()
        for lesson in course(course_id, "de").lessons
        for block in flat(lesson.blocks)
        if isinstance(block, ScenarioLink)
    }
    assert placed == set(quiz_files("scenario"))


@pytest.mark.parametrize("course_id", sorted(CHECKLISTS))
def test_a_checklist_to_print_is_there(course_id: str) -> None:
    tasks = [
        sum(len(block.tasks) for block in flat(lesson.blocks) if isinstance(block, Checklist))
        for lesson in course(course_id, "de").lessons
    ]
    assert max(tasks) >= 8
