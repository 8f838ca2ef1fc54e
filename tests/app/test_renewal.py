from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from desktop.app.certificates import CertificateView
from desktop.app.workspace import Workspace
from desktop.learning.validity import CertificateStatus
from desktop.model.certificate import IssuedCertificate, VerdictName
from desktop.model.errors import NotPossible
from desktop.model.progress import CourseStatus, NextStep
from tests.app.kit import COURSE, Place, answer_all, passed, read_all, set_up

FIRST, ENDS = date(2026, 11, 22), date(2027, 11, 22)


@pytest.fixture
def workspace(place: Place) -> Iterator[Workspace]:
    """A workspace with one certificate of 22 November 2026, valid for twelve months."""
    with place.open() as opened:
        set_up(opened)
        read_all(opened)
        passed(opened)
        opened.certificates.issue(COURSE, "de")
        yield opened


def renewals(workspace: Workspace) -> tuple[str, ...]:
    return workspace.overview("de").renewals


def view(workspace: Workspace) -> CertificateView:
    return workspace.certificates.listed("de")[0]


def days(issued: IssuedCertificate) -> tuple[date, date | None]:
    return issued.claims.completed, issued.claims.valid_until


def to(place: Place, day: date) -> None:
    place.clock.forward(days=(day - place.clock.now.date()).days)


@pytest.mark.parametrize(
    ("day", "status", "open_"),
    [
        (FIRST, CertificateStatus.VALID, False),
        (ENDS - timedelta(days=31), CertificateStatus.VALID, False),
        (ENDS - timedelta(days=30), CertificateStatus.ENDING, True),
        (ENDS, CertificateStatus.ENDING, True),
        (ENDS + timedelta(days=1), CertificateStatus.EXPIRED, True),
        (ENDS + timedelta(days=2000), CertificateStatus.EXPIRED, True),
        (FIRST - timedelta(days=365), CertificateStatus.AHEAD, False),
    ],
)
def test_renewal_is_offered_thirty_days_before_the_end_and_ever_after(
    workspace: Workspace, place: Place, day: date, status: CertificateStatus, open_: bool
) -> None:
    to(place, day)
    assert view(workspace).status is status
    assert view(workspace).renewable is open_
    assert renewals(workspace) == ((COURSE,) if open_ else ())


def test_a_renewal_adds_a_certificate_and_keeps_the_old_one(workspace: Workspace, place: Place) -> None:
    to(place, ENDS - timedelta(days=10))
    assert passed(workspace).state.next_step is NextStep.CERTIFICATE
    assert renewals(workspace) == (), "what is left to do now is to issue it"
    workspace.certificates.issue(COURSE, "de")
    new, old = workspace.certificates.listed("de")
    assert days(old.certificate) == (FIRST, ENDS)
    assert days(new.certificate) == (date(2027, 11, 12), date(2028, 11, 12))
    assert (new.status, old.status) == (CertificateStatus.VALID, CertificateStatus.RENEWED)
    assert not new.renewable
    assert not old.renewable
    for one in (new, old):
        assert workspace.certificates.contents(one.certificate).name is VerdictName.SEALED
    state = workspace.study.state(COURSE, "de")
    assert (state.next_step, state.valid_until) == (NextStep.NOTHING, date(2028, 11, 12))
    assert workspace.certificates.issue(COURSE, "de") == new.certificate


def test_after_the_end_the_test_is_open_again_and_its_pass_renews(workspace: Workspace, place: Place) -> None:
    to(place, ENDS + timedelta(days=40))
    state = workspace.study.state(COURSE, "de")
    assert (state.status, state.next_step) == (CourseStatus.TEST_OPEN, NextStep.TEST)
    passed(workspace)
    assert days(workspace.certificates.issue(COURSE, "de")) == (date(2028, 1, 1), date(2029, 1, 1))
    assert len(workspace.certificates.all()) == 2


def test_taking_the_test_again_for_practice_changes_no_right(workspace: Workspace, place: Place) -> None:
    place.clock.forward(days=60)
    again = passed(workspace)
    assert again.result.passed
    state = workspace.study.state(COURSE, "de")
    assert (state.passed_on, state.next_step) == (FIRST, NextStep.NOTHING)
    assert workspace.certificates.issue(COURSE, "de") == workspace.certificates.all()[0]
    passed(workspace, wrong=4)
    assert workspace.study.state(COURSE, "de").passed_on == FIRST


def test_a_renewal_that_is_failed_takes_nothing_away(workspace: Workspace, place: Place) -> None:
    to(place, ENDS - timedelta(days=5))
    assert not passed(workspace, wrong=4).result.passed
    assert workspace.study.state(COURSE, "de").passed_on == FIRST
    assert renewals(workspace) == (COURSE,)
    assert workspace.certificates.offered(COURSE, "de")


def test_an_attempt_left_open_for_a_year_is_no_renewal(workspace: Workspace, place: Place) -> None:
    old = workspace.attempts.start_or_resume(COURSE, "de")
    answer_all(workspace, old)
    to(place, ENDS - timedelta(days=3))
    fresh = workspace.attempts.start_or_resume(COURSE, "de")
    assert fresh.attempt.id != old.attempt.id
    assert len(fresh.open_positions) == len(fresh.items)
    again = workspace.attempts.start_or_resume(COURSE, "de")
    assert again.attempt.id == fresh.attempt.id


def test_attempts_used_up_last_year_do_not_stand_in_the_way(place: Place) -> None:
    place.write_quiz(attempts="2")
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        passed(workspace, wrong=4)
        passed(workspace)
        workspace.certificates.issue(COURSE, "de")
        with pytest.raises(NotPossible):
            workspace.attempts.start_or_resume(COURSE, "de")
        to(place, ENDS)
        assert not passed(workspace, wrong=4).result.passed
        assert passed(workspace).result.passed
        assert days(workspace.certificates.issue(COURSE, "de"))[0] == ENDS


def test_a_newer_course_can_be_certified_at_once(workspace: Workspace, place: Place) -> None:
    place.write_course("2.2")
    workspace.library.refresh()
    assert view(workspace).status is CertificateStatus.VALID
    assert (view(workspace).renewable, view(workspace).newer_version) == (True, "2.2")
    assert renewals(workspace) == (), "a certificate that still counts does not call for anything"
    passed(workspace)
    assert workspace.study.state(COURSE, "de").next_step is NextStep.CERTIFICATE
    issued = workspace.certificates.issue(COURSE, "de")
    assert issued.claims.course_version == "2.2"
    assert [one.status for one in workspace.certificates.listed("de")] == [
        CertificateStatus.VALID,
        CertificateStatus.RENEWED,
    ]


def test_a_promise_that_changed_since_does_not_lock_the_renewal(workspace: Workspace, place: Place) -> None:
    """The certificate says twelve months; by now the course promises sixty."""
    course = place.courses / COURSE / "course.md"
    place.write(course, course.read_text(encoding="utf-8").replace("valid_months: 12", "valid_months: 60"))
    workspace.library.refresh()
    to(place, ENDS)
    assert renewals(workspace) == (COURSE,)
    passed(workspace)
    assert days(workspace.certificates.issue(COURSE, "de")) == (ENDS, date(2032, 11, 22))
    assert renewals(workspace) == ()


def test_a_clock_set_back_promises_nothing_wrong(workspace: Workspace, place: Place) -> None:
    place.clock.now -= timedelta(days=366)
    assert view(workspace).status is CertificateStatus.AHEAD
    passed(workspace)
    assert workspace.study.state(COURSE, "de").passed_on == FIRST
    place.write_course("2.2")
    workspace.library.refresh()
    passed(workspace)
    assert workspace.study.state(COURSE, "de").next_step is NextStep.CERTIFICATE
    issued = workspace.certificates.issue(COURSE, "de")
    assert issued.claims.course_version == "2.2"
    assert workspace.study.state(COURSE, "de").next_step is NextStep.NOTHING, "issued once is issued"


def test_a_certificate_reissued_under_another_name_is_no_renewal(workspace: Workspace) -> None:
    workspace.people.rename("Jana Weber", "")
    workspace.certificates.issue(COURSE, "de")
    assert [one.status for one in workspace.certificates.listed("de")] == [CertificateStatus.VALID] * 2


def test_a_course_that_is_gone_is_listed_and_not_renewable(workspace: Workspace, place: Place) -> None:
    to(place, ENDS)
    place.courses.rename(place.root / "away")
    workspace.library.refresh()
    assert view(workspace).status is CertificateStatus.ENDING
    assert not view(workspace).renewable
    assert renewals(workspace) == ()
