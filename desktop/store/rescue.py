"""What the history can give back when both states are lost: how often each test was finished, and what was passed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.model.learner import Attempt, Pass
from desktop.store.documents import from_pass, to_attempt
from desktop.store.fields import BadDocument
from desktop.store.ledger import Ledger

Document = dict[str, Any]


def restore(ledger: Ledger, records: Iterable[Document]) -> None:
    """Put tallies and passes into the tables as `records`, the whole history, show them."""
    finished: dict[str, list[Attempt]] = {}
    for record in records:
        try:
            attempt = to_attempt(record["doc"])
        except (BadDocument, KeyError, TypeError, AttributeError):
            continue
        if attempt.finished is not None:
            finished.setdefault(attempt.quiz_id, []).append(attempt)
    tables = ledger.tables
    for quiz_id, attempts in finished.items():
        course_id = attempts[-1].course_id
        tables.put("tallies", {"quiz_id": quiz_id, "course_id": course_id, "finished": len(attempts)})
        passed = [one for one in attempts if one.result is not None and one.result.passed]
        if passed and tables.get("passes", course_id) is None:
            tables.put("passes", from_pass(_proof(passed[-1])))


def _proof(attempt: Attempt) -> Pass:
    assert attempt.finished is not None
    return Pass(
        attempt.course_id,
        attempt.quiz_id,
        attempt.id,
        attempt.finished.date(),
        attempt.course_version,
        attempt.content_hash,
        attempt.language,
    )
