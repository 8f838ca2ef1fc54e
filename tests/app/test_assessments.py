"""Self-assessments through the doors of the app: resumed, repeated, forgotten, and never seen by anybody else."""

from __future__ import annotations

import ast
import shutil
import zlib
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop.app.assessments import AssessmentResult
from desktop.app.workspace import Workspace
from desktop.credentials.verifying import verify_file
from desktop.model.errors import ContentError, NotPossible
from tests.app.kit import COURSE, Place, passed, read_all, set_up
from tests.app.playing import ASSESSMENT, put_assessment

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def place(place: Place) -> Place:
    put_assessment(place.quizzes)
    return place


def take(workspace: Workspace, *answers: int, language: str = "de") -> AssessmentResult:
    view = workspace.assessments.start_or_resume(ASSESSMENT, language)
    for answer in answers:
        view = workspace.assessments.answer(view, answer)
    return workspace.assessments.finish(view)


def test_the_profile_says_what_stands_out_and_which_lesson_helps(place: Place) -> None:
    with place.open() as workspace:
        result = take(workspace, 4, 0, 0, 3)
        assert result.run.scores == (("leise", 100.0), ("kurz", 0.0), ("fern", 75.0))
        assert result.profile.strongest is not None
        assert result.profile.weakest is not None
        assert result.profile.strongest.words == "Man hört Sie kaum."
        assert result.profile.weakest.words == "Sie reden lange."
        assert [(one.course_id, one.lesson.id, one.number) for one in result.lessons] == [(COURSE, "bahnsteig", 2)]
        english = workspace.assessments.result(ASSESSMENT, "en").profile.scores
        assert [one.words for one in english] == ["You are hardly heard.", "You talk at length.", "You step outside."]


def test_a_kill_in_the_middle_resumes_at_the_same_statement(place: Place, tmp_path: Path) -> None:
    workspace = place.open()
    view = workspace.assessments.start_or_resume(ASSESSMENT, "de")
    view = workspace.assessments.answer(workspace.assessments.answer(view, 3), 1)
    shutil.copytree(place.root, tmp_path / "killed", ignore=shutil.ignore_patterns("killed"))
    workspace.close()
    with Place(tmp_path / "killed", place.clock).open() as again:
        resumed = again.assessments.start_or_resume(ASSESSMENT, "en")
        assert resumed.resumed
        assert resumed.position == 2
        assert dict(resumed.run.answers) == {"fluestern": 3, "wagen": 1}
        card = again.assessments.list("de")[0]
        assert (card.begun, card.answered, card.statements, card.last) == (True, 2, 4, None)


def test_one_can_go_back_and_change_and_must_answer_all(place: Place) -> None:
    with place.open() as workspace:
        doors = workspace.assessments
        view = doors.go_to(doors.answer(doors.start_or_resume(ASSESSMENT, "de"), 4), 3)
        view = doors.answer(view, 2)
        assert (view.position, view.still_open) == (4, (1, 2))
        with pytest.raises(NotPossible, match="statements-open"):
            doors.finish(view)
        view = doors.answer(doors.go_to(view, 0), 0)
        assert view.run.answers["fluestern"] == 0
        for wrong in (-1, 5):
            with pytest.raises(NotPossible):
                doors.answer(view, wrong)
            with pytest.raises(NotPossible):
                doors.go_to(view, wrong)


def test_looking_in_without_answering_leaves_no_trace(place: Place) -> None:
    with place.open() as workspace:
        workspace.assessments.go_to(workspace.assessments.start_or_resume(ASSESSMENT, "de"), 2)
        assert not workspace.assessments.list("de")[0].begun


def test_earlier_runs_stay_and_one_can_be_forgotten(place: Place) -> None:
    with place.open() as workspace:
        first = take(workspace, 0, 4, 0, 0)
        place.clock.forward(days=30)
        second = take(workspace, 4, 0, 4, 4)
        place.clock.forward(days=30)
        third = take(workspace, 2, 2, 2, 2)
        assert [run.id for run, _ in third.earlier] == [second.run.id, first.run.id]
        middle = workspace.assessments.result(ASSESSMENT, "de", second.run.id)
        assert [run.id for run, _ in middle.earlier] == [first.run.id]
        workspace.assessments.delete(second.run.id)
    with place.open() as workspace:
        last = workspace.assessments.result(ASSESSMENT, "de")
        assert [last.run.id, *(run.id for run, _ in last.earlier)] == [third.run.id, first.run.id]
        with pytest.raises(NotPossible, match="assessment-result-gone"):
            workspace.assessments.result(ASSESSMENT, "de", second.run.id)


def test_a_statement_that_is_gone_is_not_asked_and_old_results_stand(place: Place) -> None:
    with place.open() as workspace:
        before = take(workspace, 4, 0, 4, 4)
        view = workspace.assessments.start_or_resume(ASSESSMENT, "de")
        workspace.assessments.answer(view, 1)
        file = place.quizzes / "reden.md"
        file.write_text(file.read_text("utf-8").replace("id=fluestern", "id=anders"), "utf-8")
        (place.quizzes / "reden.en.md").unlink()
        again = workspace.assessments.start_or_resume(ASSESSMENT, "de")
        assert again.run.answers == {}
        result = workspace.assessments.result(ASSESSMENT, "de")
        assert result.run.scores == before.run.scores


def test_what_cannot_be_taken_says_so(place: Place) -> None:
    with place.open() as workspace, pytest.raises(ContentError, match="assessment-unusable"):
        workspace.assessments.start_or_resume("no-such", "de")


def _streams(pdf: bytes) -> bytes:
    """The PDF together with what its packed streams hold."""
    parts = [pdf]
    for piece in pdf.split(b"stream")[1:]:
        try:
            parts.append(zlib.decompressobj().decompress(piece.lstrip(b"\r\n")))
        except zlib.error:
            continue
    return b"".join(parts)


def test_a_certificate_holds_nothing_of_a_self_assessment(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        result = take(workspace, 4, 0, 0, 3)
        read_all(workspace)
        passed(workspace)
        issued = workspace.certificates.issue(COURSE, "de")
        path = workspace.certificates.pdf_path(issued)
        record = repr(asdict(issued)) + repr(verify_file(path).claims)
        held = _streams(path.read_bytes())
    traces = [result.run.id, ASSESSMENT, "Wie laut", "fluestern", "leise", "Man hört", "Sie reden lange", "assessment"]
    assert "Jana Ortmann" in record
    assert b"begincmap" in held, "the packed streams were looked into"
    assert "Jana".encode("utf-16-be").hex() in held.decode("latin-1").lower(), "and the words that are in them found"
    for trace in traces:
        assert trace not in record
        assert trace.encode("utf-8") not in held
        assert trace.encode("utf-16-be").hex() not in held.decode("latin-1").lower()


READERS = {"app/assessments.py", "store/learner_store.py", "app/my_data.py", "store/dump.py", "store/merging.py"}
"""The room for self-assessments, the store itself, and the learner's own export with what brings it back."""


def test_nobody_else_reads_what_was_answered() -> None:
    doors = {"assessment_runs", "save_assessment_run", "delete_assessment_run", "from_assessment", "to_assessment"}
    found = set()
    for file in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in doors:
                found.add(file.relative_to(ROOT / "desktop").as_posix())
    assert "app/assessments.py" in found
    assert found <= READERS, found - READERS
    hr = [ROOT / "desktop" / room for room in ("credentials", "cli", "register", "exchange")]
    for file in (file for room in hr for file in room.rglob("*.py")):
        assert "assessment_run" not in file.read_text("utf-8"), file
