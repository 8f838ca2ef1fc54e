"""Simulations and self-assessments on the disk: as given, over a kill, through damage, and gone when deleted."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.model.assessment import AssessmentRun
from desktop.model.scenario import SimulationRun, SimulationStep
from desktop.store.fields import BadDocument
from desktop.store.private_documents import from_assessment, from_simulation, to_assessment, to_simulation
from tests.store.scene import START, codes, opened

WALK = SimulationRun(
    scenario_id="experten-chat",
    started=START,
    touched=START,
    steps=(SimulationStep("wofür", 1, "öffentlich"), SimulationStep("öffentlich", 0, "auftraggeber")),
    endings=("die-warnung",),
)
RUN = AssessmentRun(
    id="run-1",
    assessment_id="wissensschutz",
    started=START,
    position=2,
    answers=MappingProxyType({"wer-fragt": 4, "lob": 0}),
    finished=START,
    scores=(("vertraulichkeit", 87.5), ("recht", 0.0)),
)


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_simulation(WALK)
        store.save_assessment_run(RUN)
        store.save_assessment_run(replace(RUN, id="run-2", finished=None, scores=()))
    with opened(tmp_path) as store:
        assert store.simulations() == {"experten-chat": WALK}
        assert [run.id for run in store.assessment_runs()] == ["run-1", "run-2"]
        assert store.assessment_runs()[0] == RUN
        assert codes(store) == []


def test_a_kill_after_any_call_loses_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path / "home")
    for count in range(1, 4):
        store.save_simulation(replace(WALK, steps=WALK.steps[:1] * count))
        store.save_assessment_run(replace(RUN, finished=None, position=count))
        shutil.copytree(tmp_path / "home", tmp_path / str(count))
        with opened(tmp_path / str(count)) as killed:
            assert len(killed.simulations()["experten-chat"].steps) == count
            assert [run.position for run in killed.assessment_runs()] == [count]
    store.close()


def test_what_is_deleted_is_in_no_file_any_more(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_assessment_run(RUN)
        store.save_simulation(WALK)
    with opened(tmp_path) as store:
        store.save_assessment_run(replace(RUN, id="run-2"))
        store.delete_assessment_run("run-1")
        store.delete_simulation("experten-chat")
        store.delete_assessment_run("never-there")
        for file in (path for path in tmp_path.rglob("*") if path.is_file() and path.name != "lock"):
            content = file.read_bytes()
            assert b"run-1" not in content, file
            assert b"experten-chat" not in content, file
        assert [run.id for run in store.assessment_runs()] == ["run-2"]
    with opened(tmp_path) as store:
        assert [run.id for run in store.assessment_runs()] == ["run-2"]
        assert store.simulations() == {}


def test_a_broken_document_is_passed_over_and_the_others_stay(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_assessment_run(RUN)
        store._keeper.commit({"op": "assessment", "doc": {**from_assessment(RUN), "id": "bad", "position": "two"}})
    with opened(tmp_path) as store:
        assert store.assessment_runs() == (RUN,)
        assert "store-document-skipped" in codes(store)


@pytest.mark.parametrize(
    "wrong",
    [
        {"steps": [["a", 1]]},
        {"steps": [["a", -1, "b"]]},
        {"steps": [["a", True, "b"]]},
        {"steps": {}},
        {"touched": "yesterday"},
        {"endings": [1]},
        {"scenario_id": None},
    ],
)
def test_a_simulation_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadDocument):
        to_simulation({**from_simulation(WALK), **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"position": -1},
        {"answers": {"a": -1}},
        {"answers": {"a": 1.5}},
        {"answers": [1]},
        {"scores": [["a", 101]]},
        {"scores": [["a", float("nan")]]},
        {"scores": [["a"]]},
        {"finished": 5},
        {"id": 7},
    ],
)
def test_a_run_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadDocument):
        to_assessment({**from_assessment(RUN), **wrong})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(from_assessment(RUN))), st.sampled_from(sorted(from_simulation(WALK))), JSON)
def test_any_value_in_any_field_is_read_or_refused(of_run: str, of_walk: str, value: Any) -> None:
    for read, document in (
        (to_assessment, {**from_assessment(RUN), of_run: value}),
        (to_simulation, {**from_simulation(WALK), of_walk: value}),
    ):
        try:
            read(document)
        except BadDocument:
            continue
