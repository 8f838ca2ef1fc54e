"""A dump: everything a store holds, as documents that can be written down, checked, filtered and read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop.store import documents, fields, private_documents, study_documents
from desktop.store.fields import BadDocument, Document
from desktop.store.given import given_answers
from desktop.store.migrations import FIRST_SCHEMA, Upgrader
from desktop.store.tables import KEYS, Raw

DERIVED = "tallies"
"""Counted from the history wherever that is whole; kept in dumps because a damaged history may know less."""


@dataclass(frozen=True, slots=True)
class Dump:
    """All documents by table, open attempts included, and the records of the history; nobody changes them."""

    tables: Mapping[str, tuple[Document, ...]] = field(default_factory=lambda: MappingProxyType({}))
    history: tuple[Document, ...] = ()

    def table(self, name: str) -> tuple[Document, ...]:
        """The documents of a table, none where it is missing."""
        return self.tables.get(name, ())


def to_document(dump: Dump, schema: int) -> Document:
    """The dump as one JSON object: `schema`, `tables` by name, `history` in its order."""
    return {
        "schema": schema,
        "tables": {name: list(found) for name, found in dump.tables.items() if found},
        "history": list(dump.history),
    }


def from_document(document: Mapping[str, Any], upgrader: Upgrader) -> Dump:
    """The dump in a JSON object of this or an older schema; what is in it is not checked yet.

    Raises:
        BadDocument: it has not the shape of a dump.
        Newer: it follows a schema that this version does not know.
    """
    schema = fields.whole(document, "schema")
    if schema > upgrader.schema:
        raise Newer(schema)
    if schema < FIRST_SCHEMA:
        raise BadDocument("schema")
    tables, history = fields.inner(document, "tables"), document.get("history")
    if not isinstance(history, list) or not all(_objects(found) for found in (*tables.values(), history)):
        raise BadDocument("tables")
    raw: Raw = {name: {str(n): one for n, one in enumerate(tables.get(name, ()), 1)} for name in KEYS}
    try:
        raw = upgrader.tables(raw, schema)
        records = tuple(upgrader.history(record, schema) for record in history)
    except (KeyError, TypeError, AttributeError, ValueError) as error:  # an old document that is none
        raise BadDocument("schema") from error
    return Dump({name: tuple(raw.get(name, {}).values()) for name in KEYS}, records)


class Newer(Exception):
    """The data follow a later schema, named by `schema`."""

    def __init__(self, schema: int) -> None:
        super().__init__(schema)
        self.schema = schema


def checked(dump: Dump) -> tuple[Dump, int]:
    """The dump with every document read and written anew, without those that cannot be read; and how many those were.

    What comes out holds the known fields alone, each of its kind.
    """
    tables: dict[str, tuple[Document, ...]] = {}
    bad = 0
    for name, read in _TABLES.items():
        found = [_tried(read, one) for one in dump.table(name)]
        tables[name] = tuple(one for one in found if one is not None)
        bad += found.count(None)
    history = [_tried(checked_record, one) for one in dump.history]
    return Dump(tables, tuple(one for one in history if one is not None)), bad + history.count(None)


def checked_record(record: Mapping[str, Any]) -> Document:
    """A history record with its known fields alone; raises BadDocument."""
    given_answers(record)
    match record["kind"]:
        case "attempt":
            return {"kind": "attempt", "doc": _attempt(fields.inner(record, "doc"))}
        case "checks":
            place = {"course_id": record["course_id"], "lesson_id": record["lesson_id"]}
            return {"kind": "checks", **place, "answers": [_answer(one) for one in record["answers"]]}
        case "refresher":
            place = {"course_id": record["course_id"], "lesson_id": record["lesson_id"]}
            return {"kind": "refresher", **place, "answer": _answer(record["answer"])}
        case _:
            return {"kind": "answer", "attempt_id": record["attempt_id"], "answer": _answer(record["answer"])}


def _tried(read: Callable[[Mapping[str, Any]], Document], document: Mapping[str, Any]) -> Document | None:
    try:
        return read(document)
    except BadDocument:
        return None


def _objects(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(one, dict) for one in found)


def _answer(document: Mapping[str, Any]) -> Document:
    return documents.from_answer(documents.to_answer(document))


def _attempt(document: Mapping[str, Any]) -> Document:
    return documents.from_attempt(documents.to_attempt(document))


def _lesson(document: Mapping[str, Any]) -> Document:
    progress = documents.to_lesson(document)
    checks = {item_id: documents.from_answer(answer) for item_id, answer in progress.checks.items()}
    return {**documents.from_lesson(progress), "checks": checks}


def _tally(document: Mapping[str, Any]) -> Document:
    count = fields.whole(document, "finished")
    if count < 0:
        raise BadDocument("finished")
    place = {name: fields.text(document, name) for name in ("quiz_id", "course_id")}
    return {**place, "finished": count}


_TABLES: Mapping[str, Callable[[Mapping[str, Any]], Document]] = MappingProxyType(
    {
        "learner": lambda one: documents.from_learner(documents.to_learner(one)),
        "settings": lambda one: documents.from_settings(documents.to_settings(one)),
        "lessons": _lesson,
        "attempts": _attempt,
        "tallies": _tally,
        "passes": lambda one: documents.from_pass(documents.to_pass(one)),
        "certificates": lambda one: documents.from_certificate(documents.to_certificate(one)),
        "simulations": lambda one: private_documents.from_simulation(private_documents.to_simulation(one)),
        "assessments": lambda one: private_documents.from_assessment(private_documents.to_assessment(one)),
        "annotations": lambda one: study_documents.from_annotation(study_documents.to_annotation(one)),
        "cards": lambda one: study_documents.from_card(study_documents.to_card(one)),
    }
)


def without_course(dump: Dump, course_id: str) -> Dump:
    """The dump without anything of a course.

    An answer whose attempt is known nowhere could be of any course; it goes, too, because what is deleted must be gone.
    """
    tables = dict(dump.tables)
    for name in ("lessons", "attempts", "tallies", "passes", "annotations", "cards"):
        tables[name] = tuple(one for one in dump.table(name) if one.get("course_id") != course_id)
    tables["certificates"] = tuple(one for one in dump.table("certificates") if _course_of(one) != course_id)
    attempts = [record["doc"] for record in dump.history if record["kind"] == "attempt"]
    kept = {one["id"] for one in (*attempts, *tables["attempts"]) if one["course_id"] != course_id}
    return Dump(tables, tuple(record for record in dump.history if _outside(record, course_id, kept)))


def without(dump: Dump, table: str, key: str) -> Dump:
    """The dump without the document of that key in a table whose key is one field."""
    (name,) = KEYS[table]
    return Dump({**dump.tables, table: tuple(one for one in dump.table(table) if one.get(name) != key)}, dump.history)


def _outside(record: Document, course_id: str, kept: set[str]) -> bool:
    match record["kind"]:
        case "attempt":
            return bool(record["doc"]["course_id"] != course_id)
        case "checks" | "refresher":
            return bool(record["course_id"] != course_id)
        case _:
            return record["attempt_id"] in kept


def _course_of(certificate: Document) -> object:
    return certificate["claims"]["course_id"]


class Placed(NamedTuple):
    """An answer with its place: the attempt's id, or course and lesson; what does not apply is empty."""

    attempt_id: str
    course_id: str
    lesson_id: str
    answer: Document
    refresher: bool = False


def all_answers(dump: Dump) -> Iterable[Placed]:
    """Every answer in the dump."""
    attempts = [record["doc"] for record in dump.history if record["kind"] == "attempt"]
    for attempt in (*dump.table("attempts"), *attempts):
        yield from (Placed(attempt["id"], "", "", answer) for answer in attempt["answers"].values())
    for lesson in dump.table("lessons"):
        place = ("", lesson["course_id"], lesson["lesson_id"])
        yield from (Placed(*place, answer) for answer in lesson["checks"].values())
    for record in dump.history:
        if record["kind"] == "checks":
            yield from (Placed("", record["course_id"], record["lesson_id"], answer) for answer in record["answers"])
        elif record["kind"] == "refresher":
            yield Placed("", record["course_id"], record["lesson_id"], record["answer"], refresher=True)
        elif record["kind"] == "answer":
            yield Placed(record["attempt_id"], "", "", record["answer"])
