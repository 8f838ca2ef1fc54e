"""What each journal record does to the state: the one place for it, used when an answer comes and when it is replayed.

A record is a document with `op` and what that operation needs; all are listed in `Ledger.apply`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.store.tables import Tables

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """A file of the history: attempts of a quiz, checks or refreshers of a course, or answers without an attempt."""

    kind: str
    id: str


ORPHANS = Stream("orphans", "")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What has left the state with journal line `seq` and waits to be written to its stream; one line per stream."""

    stream: Stream
    seq: int
    data: Document


class Ledger:
    """The tables, and what left them since the last fold."""

    def __init__(self, tables: Tables) -> None:
        """Go on from `tables`."""
        self.tables = tables
        self.leaving: list[Leaving] = []

    def apply(self, seq: int, record: Document) -> None:
        """Do what `record`, journal line number `seq`, says.

        Raises:
            KeyError, TypeError, AttributeError: the record is of no known kind or lacks something.
        """
        match record["op"]:
            case "learner" | "settings" as table:
                self.tables.put(table, record["doc"])
            case "pass":
                self.tables.put("passes", record["doc"])
            case "certificate":
                self.tables.put("certificates", record["doc"])
            case "simulation":
                self.tables.put("simulations", record["doc"])
            case "assessment":
                self.tables.put("assessments", record["doc"])
            case "annotation":
                self.tables.put("annotations", record["doc"])
            case "cards":
                self._cards(record["docs"])
            case "refresher":
                self._refresher(seq, record)
            case "forget":
                self._forget(record["table"], record["id"])
            case "lesson":
                self._lesson(seq, record["doc"], record.get("checks", {}))
            case "check":
                answer = record["answer"]
                self._checks(seq, record["course_id"], record["lesson_id"], {answer["item_id"]: answer})
                self._cards(record.get("cards", ()))
            case "attempt":
                self._attempt(seq, record["doc"])
            case "answer":
                self._answer(seq, record)
            case "move":
                self._move(record)
            case "hint":
                self._hint(record)
            case "finish":
                self._finish(seq, record)
            case other:
                raise KeyError(other)

    def open_attempt(self, quiz_id: str) -> Document | None:
        """The open attempt at that quiz."""
        for _, document in self.tables.all("attempts"):
            if document["quiz_id"] == quiz_id:
                return document
        return None

    def _forget(self, table: str, key: str) -> None:
        # Only what the learner may take back; nothing else is ever removed by a record.
        if table in ("simulations", "assessments", "annotations") and self.tables.get(table, key) is not None:
            self.tables.remove(table, key)

    def _cards(self, documents: Iterable[Document]) -> None:
        for document in documents:
            self.tables.put("cards", document)

    def _refresher(self, seq: int, record: Document) -> None:
        card = record["card"]
        self.tables.put("cards", card)
        place = {"course_id": card["course_id"], "lesson_id": card["lesson_id"]}
        data = {"kind": "refresher", **place, "answer": record["answer"]}
        self.leaving.append(Leaving(Stream("refreshers", card["course_id"]), seq, data))

    def _lesson(self, seq: int, document: Document, checks: dict[str, Document]) -> None:
        old = self.tables.get("lessons", document["course_id"], document["lesson_id"])
        self.tables.put("lessons", {**document, "checks": old["checks"] if old else {}})
        if checks:
            self._checks(seq, document["course_id"], document["lesson_id"], checks)

    def _checks(self, seq: int, course_id: str, lesson_id: str, answers: dict[str, Document]) -> None:
        key = (course_id, lesson_id)
        if self.tables.get("lessons", *key) is None:
            blank = {"course_id": course_id, "lesson_id": lesson_id, "position": 0.0, "read": False, "ticks": []}
            self.tables.put("lessons", {**blank, "checks": {}, "touched": None})
        superseded: list[Document] = []

        def change(document: Document) -> None:
            for item_id, answer in answers.items():
                if item_id in document["checks"]:
                    superseded.append(document["checks"][item_id])
                document["checks"][item_id] = answer
                document["touched"] = answer["at"]

        self.tables.change("lessons", key, change)
        if superseded:
            data = {"kind": "checks", "course_id": course_id, "lesson_id": lesson_id, "answers": superseded}
            self.leaving.append(Leaving(Stream("checks", course_id), seq, data))

    def _attempt(self, seq: int, document: Document) -> None:
        # An attempt that is begun anew without having been finished is no result, but its answers were given.
        abandoned = self.open_attempt(document["quiz_id"])
        if abandoned is not None:
            self._leave(seq, self.tables.remove("attempts", abandoned["id"]))
        self.tables.put("attempts", document)

    def _answer(self, seq: int, record: Document) -> None:
        answer = record["answer"]
        if self.tables.get("attempts", record["attempt_id"]) is None:
            # Its beginning stood in a damaged line; the answer is kept without it.
            data = {"kind": "answer", "attempt_id": record["attempt_id"], "answer": answer}
            self.leaving.append(Leaving(ORPHANS, seq, data))
            return

        def change(document: Document) -> None:
            document["answers"][answer["item_id"]] = answer
            document["position"] = record["position"]

        self.tables.change("attempts", (record["attempt_id"],), change)

    def _move(self, record: Document) -> None:
        if self.tables.get("attempts", record["attempt_id"]) is not None:
            self.tables.change("attempts", (record["attempt_id"],), lambda a: a.update(position=record["position"]))

    def _hint(self, record: Document) -> None:
        def change(document: Document) -> None:
            document["hints"] = sorted({*document.get("hints", ()), record["item_id"]})

        if self.tables.get("attempts", record["attempt_id"]) is not None:
            self.tables.change("attempts", (record["attempt_id"],), change)

    def _finish(self, seq: int, record: Document) -> None:
        if record.get("pass"):
            self.tables.put("passes", record["pass"])
        self._cards(record.get("cards", ()))
        if self.tables.get("attempts", record["attempt_id"]) is None:
            return
        document = self.tables.remove("attempts", record["attempt_id"])
        document = {**document, "result": record["result"], "finished": record["finished"]}
        tally = self.tables.get("tallies", document["quiz_id"]) or {"finished": 0}
        self.tables.put(
            "tallies",
            {
                "quiz_id": document["quiz_id"],
                "course_id": document["course_id"],
                "finished": tally["finished"] + 1,
            },
        )
        self._leave(seq, document)

    def _leave(self, seq: int, attempt: Document) -> None:
        self.leaving.append(Leaving(Stream("attempts", attempt["quiz_id"]), seq, {"kind": "attempt", "doc": attempt}))
