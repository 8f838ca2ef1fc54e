"""Two laptops become one: no answer is lost in either direction, and it does not matter who begins or how often."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from desktop.store.dump import Dump, all_answers, checked, without_course
from desktop.store.merging import merged

START = datetime(2026, 11, 22, 8, tzinfo=UTC)
ZONES = (UTC, timezone(timedelta(hours=5, minutes=30)), None)
# Few names and few moments, so that the two laptops often speak of the same thing.
NAMES = st.sampled_from(["a", "b", "c"])


@st.composite
def moments(draw: st.DrawFn) -> str:
    zone = draw(st.sampled_from(ZONES))
    at = START + timedelta(minutes=draw(st.integers(0, 4)))
    return (at.astimezone(zone) if zone else at.replace(tzinfo=None)).isoformat()


@st.composite
def answers(draw: st.DrawFn, item_id: str) -> dict[str, Any]:
    fraction = draw(st.sampled_from([0.0, 1.0, None]))
    return {"item_id": item_id, "response": [draw(NAMES)], "fraction": fraction, "at": draw(moments())}


@st.composite
def by_item(draw: st.DrawFn) -> dict[str, Any]:
    return {item_id: draw(answers(item_id)) for item_id in draw(st.sets(NAMES))}


@st.composite
def attempts(draw: st.DrawFn, name: str, *, closed: bool) -> dict[str, Any]:
    # The quiz belongs to the attempt: one id is never an attempt at two tests.
    finished = draw(st.one_of(st.none(), moments())) if closed else None
    result = {"score": 80.0, "mastery_score": 80.0, "passed": draw(st.booleans()), "topics": []} if finished else None
    return {
        "id": name,
        "course_id": f"course-{name}",
        "quiz_id": "ab" if name in "ab" else name,
        "language": "de",
        "seed": 1,
        "draw": [],
        "started": draw(moments()),
        "position": draw(st.integers(0, 2)),
        "answers": draw(by_item()),
        "finished": finished,
        "result": result,
        "course_version": "1",
        "content_hash": "c0ffee",
        "hints": sorted(draw(st.sets(NAMES))),
    }


@st.composite
def lessons(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {
        "course_id": "course-a",
        "lesson_id": name,
        "position": draw(st.sampled_from([0.0, 0.5, 1.0])),
        "read": draw(st.booleans()),
        "ticks": sorted(draw(st.sets(NAMES))),
        "checks": draw(by_item()),
        "touched": draw(st.one_of(st.none(), moments())),
        "read_on": draw(st.sampled_from([None, "2026-11-20", "2026-11-21"])),
    }


@st.composite
def proofs(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {
        "course_id": f"course-{name}",
        "quiz_id": name,
        "attempt_id": draw(NAMES),
        "content_hash": "c0ffee",
        "day": draw(st.sampled_from(["2026-11-20", "2026-11-21"])),
        "language": "de",
        "course_version": draw(st.sampled_from(["1.9", "1.10", "2.0-rc"])),
    }


@st.composite
def simulations(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {
        "scenario_id": name,
        "started": draw(moments()),
        "touched": draw(moments()),
        "steps": [[draw(NAMES), 0, draw(NAMES)]],
        "endings": draw(st.lists(NAMES, unique=True)),
    }


@st.composite
def assessments(draw: st.DrawFn, name: str) -> dict[str, Any]:
    given_ = {key: draw(st.integers(0, 4)) for key in draw(st.sets(NAMES))}
    return {
        "id": name,
        "assessment_id": "open",
        "started": draw(moments()),
        "position": draw(st.integers(0, 3)),
        "answers": given_,
        "finished": draw(st.one_of(st.none(), moments())),
        "scores": [],
    }


@st.composite
def annotations(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "course_id": f"course-{name}",
        "lesson_id": "a",
        "language": "de",
        "made": draw(moments()),
        "changed": draw(moments()),
        "passage": draw(st.sampled_from([None, {"quote": "q", "before": "", "after": "", "position": 0.5}])),
        "words": draw(NAMES),
        "bookmark": draw(st.booleans()),
    }


@st.composite
def cards(draw: st.DrawFn, name: str) -> dict[str, Any]:
    return {
        "course_id": f"course-{name}",
        "lesson_id": draw(st.sampled_from(["", "a"])),
        "item_id": draw(NAMES),
        "stability": draw(st.sampled_from([1.5, 20.0])),
        "difficulty": 5.0,
        "due": draw(moments()),
        "reviewed": draw(moments()),
        "refreshed": draw(st.one_of(st.none(), moments())),
        "lapses": draw(st.integers(0, 1)),
    }


@st.composite
def dumps(draw: st.DrawFn) -> Dump:
    closed = draw(st.sets(NAMES))
    history = [{"kind": "attempt", "doc": draw(attempts(name, closed=True))} for name in sorted(closed)]
    for lesson_id in sorted(draw(st.sets(NAMES))):
        left = [draw(answers("a")), draw(answers("b"))]
        history.append({"kind": "checks", "course_id": "course-a", "lesson_id": lesson_id, "answers": left})
    lost = sorted(draw(st.sets(NAMES)))
    history += [{"kind": "answer", "attempt_id": one, "answer": draw(answers("a"))} for one in lost]
    for lesson_id in sorted(draw(st.sets(st.sampled_from(["", "a", "b"])))):
        place = {"course_id": "course-a", "lesson_id": lesson_id}
        history.append({"kind": "refresher", **place, "answer": draw(answers("a"))})
    running = sorted(draw(st.sets(NAMES)) - closed)
    if {"a", "b"} <= set(running):  # a store never has two open attempts at one test
        running.remove("a")

    def some(make: Any) -> tuple[Any, ...]:
        return tuple(draw(make(name)) for name in sorted(draw(st.sets(NAMES))))

    tables = {
        "learner": ({"name": draw(NAMES), "personnel_ref": ""},),
        "attempts": tuple(draw(attempts(name, closed=False)) for name in running),
        "lessons": some(lessons),
        "passes": some(proofs),
        "simulations": some(simulations),
        "assessments": some(assessments),
        "annotations": some(annotations),
        "cards": some(cards),
    }
    found, bad = checked(Dump(tables, tuple(history)))
    assert not bad
    return found


def given_answers(dump: Dump) -> set[str]:
    """Every answer and where it was given, but not in which of its places it is kept now."""
    return {repr((place[:3], place.refresher, sorted(place.answer.items()))) for place in all_answers(dump)}


def told(dump: Dump) -> dict[str, Any]:
    """Everything that must not depend on which of the two comes first."""
    return {"history": dump.history, **{name: found for name, found in dump.tables.items() if name != "learner"}}


FEW = settings(max_examples=25, deadline=None)


@FEW
@given(dumps(), dumps())
def test_no_answer_is_lost_and_none_is_invented(mine: Dump, theirs: Dump) -> None:
    assert given_answers(merged(mine, theirs)) == given_answers(mine) | given_answers(theirs)


@FEW
@given(dumps(), dumps())
def test_it_does_not_matter_who_begins(mine: Dump, theirs: Dump) -> None:
    assert told(merged(mine, theirs)) == told(merged(theirs, mine))


@FEW
@given(dumps(), dumps())
def test_bringing_the_same_again_changes_nothing(mine: Dump, theirs: Dump) -> None:
    once = merged(mine, theirs)
    assert merged(once, theirs) == once
    assert merged(once, mine) == once
    assert merged(once, once) == once


@FEW
@given(dumps(), dumps(), dumps())
def test_three_laptops_lose_no_answer_either(one: Dump, two: Dump, three: Dump) -> None:
    everything = given_answers(one) | given_answers(two) | given_answers(three)
    assert given_answers(merged(merged(one, two), three)) == everything
    assert given_answers(merged(one, merged(two, three))) == everything


@FEW
@given(dumps(), dumps())
def test_what_was_reached_stays_reached(mine: Dump, theirs: Dump) -> None:
    both = merged(mine, theirs)
    for source in (mine, theirs):
        read = {(one["course_id"], one["lesson_id"]) for one in source.table("lessons") if one["read"]}
        assert read <= {(one["course_id"], one["lesson_id"]) for one in both.table("lessons") if one["read"]}
        assert {one["course_id"] for one in source.table("passes")} <= {
            one["course_id"] for one in both.table("passes")
        }
        done = {one["doc"]["id"] for one in source.history if one["kind"] == "attempt" and one["doc"]["finished"]}
        assert done <= {r["doc"]["id"] for r in both.history if r["kind"] == "attempt" and r["doc"]["finished"]}
        for run in source.table("simulations"):
            (kept,) = (one for one in both.table("simulations") if one["scenario_id"] == run["scenario_id"])
            assert set(run["endings"]) <= set(kept["endings"])
        for table, key in (("annotations", ("id",)), ("cards", ("course_id", "lesson_id", "item_id"))):
            there = {tuple(one[name] for name in key) for one in both.table(table)}
            assert {tuple(one[name] for name in key) for one in source.table(table)} <= there


@FEW
@given(dumps(), dumps())
def test_a_test_has_one_open_attempt_at_most(mine: Dump, theirs: Dump) -> None:
    both = merged(mine, theirs)
    quizzes = [one["quiz_id"] for one in both.table("attempts")]
    assert len(quizzes) == len(set(quizzes))
    left = [record["doc"]["id"] for record in both.history if record["kind"] == "attempt"]
    assert len(left) == len(set(left))
    assert not set(left) & {one["id"] for one in both.table("attempts")}


@FEW
@given(dumps())
def test_of_a_deleted_course_nothing_remains(dump: Dump) -> None:
    left = without_course(dump, "course-a")
    assert "'course-a'" not in repr(left)
    # Answers of another course stay, all of them.
    others = {one["id"] for one in dump.table("attempts") if one["id"] != "a"}
    assert others == {one["id"] for one in left.table("attempts")}
    assert {r["doc"]["id"] for r in dump.history if r["kind"] == "attempt" and r["doc"]["id"] != "a"} == {
        record["doc"]["id"] for record in left.history if record["kind"] == "attempt"
    }


def proof(version: str, day: str) -> dict[str, Any]:
    return {
        "course_id": "x",
        "quiz_id": "x",
        "attempt_id": "1",
        "content_hash": "c",
        "language": "de",
        "course_version": version,
        "day": day,
    }


def test_the_pass_of_the_later_version_counts_and_of_one_version_the_earlier() -> None:
    old, new = proof("1.9", "2026-01-01"), proof("1.10", "2026-06-01")
    again = proof("1.10", "2026-07-01")
    mine, theirs = Dump({"passes": (old,)}), Dump({"passes": (again,)})
    assert merged(mine, theirs).table("passes") == (again,)
    assert merged(Dump({"passes": (new,)}), theirs).table("passes") == (new,)


def test_the_later_tick_and_position_win_even_if_they_are_less() -> None:
    base = {"course_id": "c", "lesson_id": "l", "checks": {}, "read": False, "read_on": None}
    early = {**base, "position": 0.9, "ticks": ["t1", "t2"], "touched": "2026-11-22T08:00:00+00:00"}
    # 09:00 in Berlin is the same moment as 08:00 in UTC; a minute later is later, whatever the text says.
    late = {**base, "position": 0.2, "ticks": ["t1"], "touched": "2026-11-22T03:01:00-05:00"}
    (kept,) = merged(Dump({"lessons": (early,)}), Dump({"lessons": (late,)})).table("lessons")
    assert (kept["position"], kept["ticks"]) == (0.2, ["t1"])


def test_the_later_change_of_a_note_wins_whoever_it_was() -> None:
    def note(words: str, changed: str) -> dict[str, Any]:
        return {"id": "n", "made": "2026-11-22T08:00:00+00:00", "changed": changed, "words": words}

    old, new = note("old", "2026-11-22T08:00:00+00:00"), note("new", "2026-11-22T03:01:00-05:00")
    for one, other in ((old, new), (new, old)):
        (kept,) = merged(Dump({"annotations": (one,)}), Dump({"annotations": (other,)})).table("annotations")
        assert kept["words"] == "new"


def test_the_card_that_was_asked_last_counts_and_a_refresher_of_today_is_not_forgotten() -> None:
    place = {"course_id": "c", "lesson_id": "", "item_id": "i"}
    early = {**place, "reviewed": "2026-11-22T08:00:00+00:00", "refreshed": "2026-11-22T08:00:00+00:00", "due": "x"}
    late = {**place, "reviewed": "2026-11-22T09:00:00+00:00", "due": "y"}
    for one, other in ((early, late), (late, early)):
        (kept,) = merged(Dump({"cards": (one,)}), Dump({"cards": (other,)})).table("cards")
        assert (kept["due"], kept["refreshed"]) == ("y", "2026-11-22T08:00:00+00:00")


def test_a_second_certificate_of_one_file_name_gets_another() -> None:
    def made(name: str, file: str) -> dict[str, Any]:
        return {"certificate_id": name, "claims": {"completed": "2026-11-22"}, "file_name": file}

    mine, theirs = Dump({"certificates": (made("1", "A.pdf"),)}), Dump({"certificates": (made("2", "a.PDF"),)})
    files = [one["file_name"] for one in merged(mine, theirs).table("certificates")]
    assert files == ["A.pdf", "a (2).PDF"]
