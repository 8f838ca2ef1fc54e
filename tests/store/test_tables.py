"""TinyDB tables that are flat in cost: what TinyDB promises still holds."""

from __future__ import annotations

import time
from typing import Any

from tinydb import where

from desktop.store.tables import HeldStorage, StateDatabase, Tables


def held(raw: dict[str, Any]) -> StateDatabase:
    return StateDatabase(storage=lambda: HeldStorage(raw))


def test_a_flat_table_does_what_a_table_of_tinydb_does() -> None:
    raw: dict[str, Any] = {"t": {"4": {"a": 1}}}
    table = held(raw).table("t")
    assert table.insert({"a": 2}) == 5
    assert table.insert_multiple([{"a": 3}, {"a": 4}]) == [6, 7]
    assert table.update({"b": 1}, where("a") > 2) == [6, 7]
    assert table.get(doc_id=6) == {"a": 3, "b": 1}
    assert table.remove(where("a") == 3) == [6]
    assert [document.doc_id for document in table] == [4, 5, 7]
    assert len(table.search(where("b").exists())) == 1
    assert table.upsert({"a": 4, "c": 1}, where("a") == 4) == [7]
    assert raw == {"t": {"4": {"a": 1}, "5": {"a": 2}, "7": {"a": 4, "b": 1, "c": 1}}}
    table.truncate()
    assert raw == {"t": {}}


def test_a_document_takes_the_place_of_the_one_with_its_key_whole() -> None:
    tables = Tables({})
    tables.put("passes", {"course_id": "c", "old": 1})
    tables.put("passes", {"course_id": "d"})
    tables.put("passes", {"course_id": "c", "new": 1})
    assert tables.raw["passes"] == {"1": {"course_id": "c", "new": 1}, "2": {"course_id": "d"}}
    assert tables.remove("passes", "c") == {"course_id": "c", "new": 1}
    assert tables.get("passes", "c") is None
    assert [key for key, _ in tables.all("passes")] == [("d",)]


def test_a_change_costs_the_same_in_a_large_table() -> None:
    def cost(documents: int) -> float:
        numbered = {str(n): {"course_id": f"c{n}"} for n in range(1, documents + 1)}
        tables = Tables({"passes": numbered})
        times = []
        for n in range(200):
            started = time.perf_counter()
            tables.put("passes", {"course_id": "c7", "n": n})
            times.append(time.perf_counter() - started)
        return min(times)

    # TinyDB's own table would take some 200 times as long for the second.
    assert cost(20_000) < 20 * cost(100)
