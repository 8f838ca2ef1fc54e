"""What a dump holds, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop.model.my_data import Figures
from desktop.store.dump import Dump, all_answers, checked

_OF_COURSES = ("lessons", "attempts", "passes", "annotations", "cards")


def as_document(found: Figures) -> dict[str, int]:
    """The counts by name."""
    return asdict(found)


def of_document(document: Mapping[str, Any]) -> Figures:
    """The counts of a document; raises TypeError or ValueError for what is none."""
    found = Figures(**document)
    if not all(type(value) is int and value >= 0 for value in asdict(found).values()):
        raise ValueError(document)
    return found


def figures(dump: Dump) -> Figures:
    """The counts of a dump; documents that cannot be read count for nothing."""
    dump, _ = checked(dump)
    attempts = [one["doc"] for one in dump.history if one["kind"] == "attempt"]
    notes = dump.table("annotations")
    return Figures(
        courses=len(courses_of(dump)),
        lessons_read=sum(bool(one["read"]) for one in dump.table("lessons")),
        answers=sum(1 for _ in all_answers(dump)),
        attempts=sum(bool(one["finished"]) for one in attempts),
        passes=len(dump.table("passes")),
        certificates=len(dump.table("certificates")),
        simulations=len(dump.table("simulations")),
        assessments=len(dump.table("assessments")),
        notes=sum(bool(one["words"]) for one in notes),
        highlights=sum(not one["words"] and not one["bookmark"] for one in notes),
        bookmarks=sum(one["bookmark"] and not one["words"] for one in notes),
        cards=len(dump.table("cards")),
    )


def courses_of(dump: Dump) -> set[str]:
    """The courses of which anything is kept."""
    found = {one["course_id"] for name in _OF_COURSES for one in dump.table(name)}
    found |= {one["claims"]["course_id"] for one in dump.table("certificates")}
    for record in dump.history:
        if record["kind"] == "attempt":
            found.add(record["doc"]["course_id"])
        elif record["kind"] in ("checks", "refresher"):
            found.add(record["course_id"])
    return found
