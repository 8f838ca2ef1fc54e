"""Dataclass to document and back: nothing is lost on the way, and what is broken is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.annotation import Annotation, Passage
from desktop.model.certificate import Claims, IssuedCertificate, Sheet
from desktop.model.learner import Answer, Attempt, AttemptResult, DrawnItem, Learner, LessonProgress, Pass, Settings
from desktop.model.refresher import Card
from desktop.store import documents, study_documents
from desktop.store.fields import BadDocument
from tests.store.scene import annotation, answer, attempt, card, certificate, lesson, outcome, proof

TEXT = st.text(st.characters(exclude_categories=()), max_size=12)  # half surrogate pairs included
FINITE = st.floats(allow_nan=False, allow_infinity=False)
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8))])
MOMENT = st.datetimes(timezones=ZONES)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
ANSWER = st.builds(Answer, TEXT, TEXTS, st.none() | FINITE, MOMENT, st.booleans(), TEXTS)
ANSWERS = st.lists(ANSWER, max_size=3).map(lambda found: {one.item_id: one for one in found})
RESULT = st.builds(
    AttemptResult, FINITE, FINITE, st.booleans(), st.lists(st.tuples(TEXT, FINITE, FINITE), max_size=3).map(tuple)
)
PROGRESS = st.builds(
    LessonProgress,
    TEXT,
    TEXT,
    FINITE,
    st.booleans(),
    st.frozensets(TEXT, max_size=3),
    ANSWERS,
    st.none() | MOMENT,
    st.none() | st.dates(),
)
ATTEMPT = st.builds(
    Attempt,
    id=TEXT,
    course_id=TEXT,
    quiz_id=TEXT,
    language=TEXT,
    seed=st.integers(),
    draw=st.lists(st.builds(DrawnItem, TEXT, TEXTS, TEXTS), max_size=3).map(tuple),
    started=MOMENT,
    position=st.integers(),
    answers=ANSWERS,
    finished=st.none() | MOMENT,
    result=st.none() | RESULT,
    course_version=TEXT,
    content_hash=TEXT,
    hints=st.frozensets(TEXT, max_size=3),
)
ANNOTATION = st.builds(
    Annotation,
    id=TEXT,
    course_id=TEXT,
    lesson_id=TEXT,
    language=TEXT,
    made=MOMENT,
    changed=MOMENT,
    passage=st.none() | st.builds(Passage, TEXT, TEXT, TEXT, FINITE),
    words=TEXT,
    bookmark=st.booleans(),
)
CARD = st.builds(
    Card,
    course_id=TEXT,
    lesson_id=TEXT,
    item_id=TEXT,
    stability=st.floats(min_value=0, exclude_min=True, allow_infinity=False),
    difficulty=st.floats(min_value=1, max_value=10),
    due=MOMENT,
    reviewed=MOMENT,
    refreshed=st.none() | MOMENT,
    lapses=st.integers(min_value=0),
    key=TEXTS,
)
CERTIFICATE = st.builds(
    IssuedCertificate,
    claims=st.builds(Claims),
    sheet=st.builds(Sheet),
    file_name=st.text("abcäö-_. ", min_size=1, max_size=20).filter(lambda name: name not in (".", "..")),
)


def from_whole_lesson(progress: LessonProgress) -> dict[str, Any]:
    checks = {item_id: documents.from_answer(one) for item_id, one in progress.checks.items()}
    return {**documents.from_lesson(progress), "checks": checks}


KINDS: dict[str, tuple[Any, Callable[[Any], dict[str, Any]], Callable[[Any], Any], Any]] = {
    "learner": (st.builds(Learner, TEXT, TEXT, TEXT), documents.from_learner, documents.to_learner, Learner("J", "p")),
    "settings": (st.builds(Settings), documents.from_settings, documents.to_settings, Settings()),
    "answer": (ANSWER, documents.from_answer, documents.to_answer, answer("i0", 1)),
    "lesson": (PROGRESS, from_whole_lesson, documents.to_lesson, lesson(checks={"w": answer("w")})),
    "attempt": (ATTEMPT, documents.from_attempt, documents.to_attempt, attempt(1)),
    "pass": (st.builds(Pass), documents.from_pass, documents.to_pass, proof(1)),
    "annotation": (
        ANNOTATION,
        study_documents.from_annotation,
        study_documents.to_annotation,
        annotation(1),
    ),
    "card": (CARD, study_documents.from_card, study_documents.to_card, card("i0")),
    "certificate": (CERTIFICATE, documents.from_certificate, documents.to_certificate, certificate(1)),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_comes_back_is_what_was_given(kind: str, data: st.DataObject) -> None:
    strategy, there, back, _ = KINDS[kind]
    value = data.draw(strategy)
    document = json.loads(json.dumps(there(value), allow_nan=False))
    assert back(document) == value


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_the_model_is_forgotten(kind: str) -> None:
    """A field that is added to the model and not here would come back as its usual value."""
    _, there, _, example = KINDS[kind]
    missing = {one.name for one in fields(example)} - set(there(example))
    assert missing <= {"answer": {"hint_used", "key"}, "card": {"refreshed", "lapses", "key"}}.get(kind, set())
    if kind == "certificate":
        assert {one.name for one in fields(Claims)} == set(there(example)["claims"])
        assert {one.name for one in fields(Sheet)} == set(there(example)["sheet"])


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_broken_document_is_refused_and_never_crashes(kind: str, data: st.DataObject) -> None:
    _, there, back, example = KINDS[kind]
    document = json.loads(json.dumps(there(example)))
    place = document
    while True:
        name = data.draw(st.sampled_from(sorted(place)))
        if isinstance(place[name], dict) and place[name] and data.draw(st.booleans()):
            place = place[name]
            continue
        break
    place[name] = data.draw(JUNK)
    try:
        value = back(document)
    except BadDocument:
        return
    assert back(json.loads(json.dumps(there(value)))) == value


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("learner", "name", 3),
        ("settings", "theme", "pink"),
        ("settings", "text_scale", True),
        ("settings", "motion", 1),
        ("answer", "at", "yesterday"),
        ("answer", "response", "1"),
        ("answer", "response", [1]),
        ("answer", "fraction", float("nan")),
        ("lesson", "checks", {"w": 1}),
        ("lesson", "position", "0.5"),
        ("attempt", "draw", [3]),
        ("attempt", "answers", []),
        ("attempt", "result", {"score": 1, "mastery_score": 1, "passed": True, "topics": [["a", 1]]}),
        ("pass", "day", "2026-13-01"),
        ("attempt", "hints", ["i0", 1]),
        ("annotation", "passage", {"quote": "x"}),
        ("annotation", "bookmark", 0),
        ("annotation", "changed", None),
        ("card", "stability", 0),
        ("card", "difficulty", float("inf")),
        ("card", "lapses", -1),
        ("card", "due", ""),
        ("certificate", "file_name", "../../etc/passwd"),
        ("certificate", "claims", None),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(kind: str, field: str, value: object) -> None:
    _, there, back, example = KINDS[kind]
    with pytest.raises(BadDocument):
        back({**there(example), field: value})


def test_the_result_of_an_attempt_comes_back() -> None:
    assert documents.to_result({"result": documents.from_result(outcome())}, "result") == outcome()
    assert datetime.fromisoformat(documents.from_answer(answer("i", 3))["at"]) == answer("i", 3).at
