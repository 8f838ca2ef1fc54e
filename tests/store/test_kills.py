"""SIGKILL at random moments while answering: every acknowledged answer is there afterwards, once."""

from __future__ import annotations

from pathlib import Path

from tests.bench.kill_answers import Acknowledged, kill_often, missing


def test_ten_kills_lose_no_acknowledged_answer(tmp_path: Path) -> None:
    report = kill_often(tmp_path, kills=10, seed=20261122)
    assert report.faults == []
    assert report.kills == 10
    assert report.answers >= 50


def test_the_check_itself_sees_a_lost_answer(tmp_path: Path) -> None:
    acknowledged = Acknowledged()
    acknowledged.hear(iter(["answered a1 i1 5", "finished a1"]))
    assert missing(tmp_path, acknowledged) == ["missing: ('a1', 'i1', '5')", "not finished: a1"]
