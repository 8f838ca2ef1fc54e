"""The clock of a laptop is set back by a year: nothing is lost, nothing wrong is said, and one goes on from there."""

from __future__ import annotations

from datetime import timedelta

from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.certificate import VerdictName
from desktop.model.progress import CourseStatus
from desktop.store.learner_store import LearnerStore
from tests.app.kit import COURSE, Place, answer_all, passed, read_all, set_up
from tests.app.playing import ASSESSMENT, SCENARIO, put_assessment, put_simulation
from tests.store.scene import view

YEAR = timedelta(days=365)


def lived(workspace: Workspace) -> None:
    """A year's worth of everything, and a test that was left in the middle."""
    set_up(workspace)
    study, lesson = workspace.study, workspace.library.lesson(COURSE, "wagen", "de")
    (check,) = study.checks(COURSE, lesson).values()
    study.answer_check(COURSE, "wagen", check.item, solution(check.item))
    read_all(workspace)
    passed(workspace, wrong=3)
    passed(workspace)
    workspace.certificates.issue(COURSE, "de")
    workspace.annotations.note(COURSE, "wagen", "de", "Das war ich selbst")
    workspace.annotations.bookmark(COURSE, "bahnsteig", "de", on=True)
    begun = workspace.attempts.start_or_resume(COURSE, "de")
    workspace.attempts.answer(begun.attempt.id, begun.items[0].item.id, solution(begun.items[0].item))
    workspace.simulations.choose(workspace.simulations.start_or_resume(SCENARIO, "de"), 0)
    workspace.assessments.answer(workspace.assessments.start_or_resume(ASSESSMENT, "de"), 2)


def everything(place: Place) -> dict[str, object]:
    with LearnerStore.open(place.home, clock=place.clock) as store:
        rest = {"open": store.open_attempt("zug"), "done": store.attempts("zug"), "notes": store.annotations()}
        more = {"cards": store.cards(), "played": store.simulations(), "assessed": store.assessment_runs()}
        return view(store) | rest | more


def prepared(place: Place) -> Place:
    put_simulation(place.quizzes)
    put_assessment(place.quizzes)
    with place.open() as workspace:
        lived(workspace)
    return place


def test_nothing_is_lost_and_everything_reads_as_before(place: Place) -> None:
    before = everything(prepared(place))
    place.clock.now -= YEAR
    with place.open() as workspace:
        assert workspace.people.notices() == ()
        state = workspace.study.state(COURSE, "de")
        assert state.status is CourseStatus.COMPLETED
        assert state.certificate_id
        assert workspace.overview("de").courses
        (certificate,) = workspace.certificates.all()
        (verdict,) = workspace.certificates.verify([workspace.certificates.pdf_path(certificate)])
        assert verdict.name is VerdictName.SEALED
        assert workspace.annotations.bookmarked(COURSE, "bahnsteig")
        assert sum(workspace.refreshers.due("de").values()) == 0, "nothing can be due before it was learned"
    assert everything(place) == before


def test_one_goes_on_from_there_and_the_old_stays_in_its_order(place: Place) -> None:
    prepared(place)
    place.clock.now -= YEAR
    with place.open() as workspace:
        view_ = workspace.attempts.start_or_resume(COURSE, "de")
        assert len(view_.attempt.answers) == 1, "the test that was left in the middle"
        answer_all(workspace, view_)
        assert workspace.attempts.finish(view_.attempt.id).result.passed
        workspace.annotations.note(COURSE, "wagen", "de", "Geschrieben, als die Uhr falsch ging")
        simulation = workspace.simulations.start_or_resume(SCENARIO, "de")
        assert len(simulation.walk.taken) == 1
        workspace.simulations.choose(simulation, 0)
        assessment = workspace.assessments.start_or_resume(ASSESSMENT, "de")
        assert len(assessment.run.answers) == 1
        workspace.assessments.answer(assessment, 1)
    place.clock.now += YEAR
    with place.open() as workspace:
        (notes,) = [course for course in workspace.annotations.all("de") if course.course_id == COURSE]
        assert {one.words for lesson in notes.lessons for one in lesson.annotations} >= {
            "Das war ich selbst",
            "Geschrieben, als die Uhr falsch ging",
        }
        assert workspace.study.state(COURSE, "de").status is CourseStatus.COMPLETED
    with LearnerStore.open(place.home, clock=place.clock) as store:
        assert len(store.attempts("zug")) == 3
        assert len(store.certificates()) == 1


def test_backups_of_both_times_are_kept_and_restored(place: Place) -> None:
    prepared(place)
    with place.open() as workspace:
        workspace.my_data.back_up_if_due()
        later = workspace.my_data.backups()
    assert later
    place.clock.now -= YEAR
    with place.open() as workspace:
        workspace.annotations.note(COURSE, "wagen", "de", "Noch nicht gesichert")
        workspace.my_data.back_up_if_due()
        assert set(later) <= set(workspace.my_data.backups())
        workspace.my_data.restore(later[0])
        assert workspace.people.learner() is not None
        assert workspace.study.state(COURSE, "de").status is CourseStatus.COMPLETED
        workspace.my_data.undo()
        words = {placed.annotation.words for placed in workspace.annotations.of(COURSE, "wagen", "de")}
        assert "Noch nicht gesichert" in words
