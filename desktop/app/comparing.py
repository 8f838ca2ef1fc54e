"""What a merge would change, counted: the preview before anything is brought in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from desktop.model.my_data import Brought
from desktop.store.dump import Dump, all_answers

Document = dict[str, Any]


def brought(before: Dump, after: Dump, theirs: Dump) -> Brought:
    """The difference between two merged dumps, as counts; `made` and `unreadable` are the caller's to fill in."""
    mine, other = before.table("learner"), theirs.table("learner")
    return Brought(
        name=other[0]["name"] if other else "",
        same_person=bool(mine and other) and mine[0]["name"].casefold() == other[0]["name"].casefold(),
        made=datetime(1, 1, 1, tzinfo=UTC),
        answers=len(_answers(after) - _answers(before)),
        lessons=_changed(before, after, "lessons", ("course_id", "lesson_id"), leave_out=("checks", "touched")),
        attempts=len(_finished(after) - _finished(before)),
        passes=_changed(before, after, "passes", ("course_id",)),
        certificates=_changed(before, after, "certificates", ("certificate_id",)),
        simulations=_changed(before, after, "simulations", ("scenario_id",)),
        assessments=_changed(before, after, "assessments", ("id",)),
        notes=_changed(before, after, "annotations", ("id",)),
        cards=_changed(before, after, "cards", ("course_id", "lesson_id", "item_id")),
        takes_name=bool(other) and not mine,
    )


def _answers(dump: Dump) -> set[str]:
    return {repr((*place[:3], place.refresher, sorted(place.answer.items()))) for place in all_answers(dump)}


def _finished(dump: Dump) -> set[str]:
    attempts: Iterable[Document] = (record["doc"] for record in dump.history if record["kind"] == "attempt")
    return {one["id"] for one in attempts if one["finished"]}


def _changed(before: Dump, after: Dump, table: str, key: tuple[str, ...], leave_out: tuple[str, ...] = ()) -> int:
    """How many documents of a table are new or say something else."""

    def by_key(dump: Dump) -> dict[tuple[str, ...], Document]:
        found = dump.table(table)
        return {tuple(one[name] for name in key): {k: v for k, v in one.items() if k not in leave_out} for one in found}

    old = by_key(before)
    return sum(old.get(name) != one for name, one in by_key(after).items())
