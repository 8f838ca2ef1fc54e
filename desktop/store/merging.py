"""Two dumps become one: every answer of both, and where both say something about the same, one rule that decides.

The outcome depends on what is in the two and not on which is which, but for name, settings, the file names of
certificates and their order within a day: there the first decides. A dump merged with itself says the same as before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from desktop.store.dump import Dump, Placed, all_answers
from desktop.store.fields import Document

_DAWN = datetime(1, 1, 2, tzinfo=UTC)


def merged(mine: Dump, theirs: Dump, taken: frozenset[str] = frozenset()) -> Dump:
    """Both in one; each must have been checked. No answer of either is lost.

    `taken` are names of certificate files, folded, that are none of `mine` and that no other may get.
    """
    attempts, open_attempts = _attempts(mine, theirs)
    lessons = _lessons((*mine.table("lessons"), *theirs.table("lessons")))
    tables = {
        "learner": mine.table("learner") or theirs.table("learner"),
        "settings": mine.table("settings") or theirs.table("settings"),
        "lessons": tuple(lessons),
        "attempts": tuple(open_attempts),
        "passes": tuple(_passes((*mine.table("passes"), *theirs.table("passes")))),
        "certificates": tuple(_certificates(mine, theirs, taken)),
        "simulations": tuple(_simulations((*mine.table("simulations"), *theirs.table("simulations")))),
        "assessments": tuple(_assessments((*mine.table("assessments"), *theirs.table("assessments")))),
        "annotations": tuple(_annotations((*mine.table("annotations"), *theirs.table("annotations")))),
        "cards": tuple(_cards((*mine.table("cards"), *theirs.table("cards")))),
    }
    history: list[Document] = [{"kind": "attempt", "doc": one} for one in attempts]
    placed = Dump(tables, tuple(history))
    history += _left_behind(placed, (mine, theirs))
    tables["tallies"] = tuple(_tallies(attempts, (*mine.table("tallies"), *theirs.table("tallies"))))
    return Dump(tables, tuple(history))


# --- answers that are in no attempt and no lesson any more ---


def _left_behind(placed: Dump, sources: Iterable[Dump]) -> Iterator[Document]:
    """Records for the answers of the sources that found no place: changed ones, and those of lost attempts."""
    there = {_identity(one) for one in all_answers(placed)}
    checks: dict[tuple[str, str], list[Document]] = {}
    orphans: list[tuple[str, Document]] = []
    refreshers: list[Placed] = []
    for one in (one for source in sources for one in all_answers(source)):
        if (name := _identity(one)) in there:
            continue
        there.add(name)
        if one.refresher:
            refreshers.append(one)
        elif one.attempt_id:
            orphans.append((one.attempt_id, one.answer))
        else:
            checks.setdefault((one.course_id, one.lesson_id), []).append(one.answer)
    for (course_id, lesson_id), answers in sorted(checks.items()):
        ordered = sorted(answers, key=_by_time)
        yield {"kind": "checks", "course_id": course_id, "lesson_id": lesson_id, "answers": ordered}
    for one in sorted(refreshers, key=lambda one: (one.course_id, _by_time(one.answer), one.lesson_id)):
        place = {"course_id": one.course_id, "lesson_id": one.lesson_id}
        yield {"kind": "refresher", **place, "answer": one.answer}
    for attempt_id, answer in sorted(orphans, key=lambda one: (one[0], _by_time(one[1]))):
        yield {"kind": "answer", "attempt_id": attempt_id, "answer": answer}


def _identity(one: Placed) -> tuple[str, str, str, str, bool]:
    return one.attempt_id, one.course_id, one.lesson_id, _words(one.answer), one.refresher


# --- attempts ---


def _attempts(mine: Dump, theirs: Dump) -> tuple[list[Document], list[Document]]:
    """The attempts for the history and those that are open; of each there is one, and a quiz has one open."""
    left: dict[str, list[Document]] = {}
    running: dict[str, list[Document]] = {}
    for dump in (mine, theirs):
        for record in dump.history:
            if record["kind"] == "attempt":
                left.setdefault(record["doc"]["id"], []).append(record["doc"])
        for one in dump.table("attempts"):
            running.setdefault(one["id"], []).append(one)
    history = [_one_attempt(found, running.pop(name, [])) for name, found in left.items()]
    by_quiz: dict[str, list[Document]] = {}
    for found in running.values():
        attempt = _one_attempt([], found)
        by_quiz.setdefault(attempt["quiz_id"], []).append(attempt)
    open_attempts = []
    for candidates in by_quiz.values():
        *given_up, last = sorted(candidates, key=lambda one: (_moment(one["started"]), one["id"]))
        history += given_up
        open_attempts.append(last)
    return sorted(history, key=_by_end), sorted(open_attempts, key=lambda one: one["id"])


def _one_attempt(left: list[Document], running: list[Document]) -> Document:
    """One document for one attempt: a finished one as it was graded, else the later answer to every item."""
    finished = [one for one in left if one["finished"]]
    if finished:
        return min(finished, key=lambda one: (not _passed(one), _moment(one["finished"]), _words(one)))
    found = left or running
    # What decides must not change by the merge itself, else the next merge would decide otherwise: no answers in it.
    base = max(
        found,
        key=lambda one: (
            _latest(one["answers"].values()),
            one["position"],
            _words({**one, "answers": {}, "hints": []}),
        ),
    )
    hints = sorted({item_id for one in (*left, *running) for item_id in one["hints"]})
    return {**base, "answers": _newest(one["answers"] for one in (*left, *running)), "hints": hints}


def _newest(answers: Iterable[dict[str, Document]]) -> dict[str, Document]:
    newest: dict[str, Document] = {}
    for by_item in answers:
        for item_id, answer in by_item.items():
            known = newest.get(item_id)
            newest[item_id] = answer if known is None else max(known, answer, key=_by_time)
    return dict(sorted(newest.items()))


def _passed(attempt: Document) -> bool:
    return bool(attempt["result"] and attempt["result"]["passed"])


def _by_end(attempt: Document) -> tuple[datetime, datetime, str]:
    return _moment(attempt["finished"] or attempt["started"]), _moment(attempt["started"]), attempt["id"]


def _tallies(attempts: Iterable[Document], known: Iterable[Document]) -> Iterator[Document]:
    """How often each test was finished: as the history shows, or more where a count knows of more."""
    counts: dict[str, Document] = {}
    for one in attempts:
        if one["finished"]:
            tally = counts.setdefault(one["quiz_id"], {"finished": 0, "course_id": one["course_id"]})
            tally["finished"] += 1
            tally["course_id"] = min(tally["course_id"], one["course_id"])
    for one in known:
        tally = counts.setdefault(one["quiz_id"], {"finished": 0, "course_id": one["course_id"]})
        tally["finished"] = max(tally["finished"], one["finished"])
        tally["course_id"] = min(tally["course_id"], one["course_id"])
    for quiz_id, tally in sorted(counts.items()):
        yield {"quiz_id": quiz_id, "course_id": tally["course_id"], "finished": tally["finished"]}


# --- lessons, passes, certificates ---


def _lessons(found: Iterable[Document]) -> Iterator[Document]:
    """Position and ticks of whoever was there last, read where either has read it, the later answer to each check."""
    for group in _grouped(found, "course_id", "lesson_id"):
        last = max(group, key=lambda one: (_moment(one["touched"]), one["position"], one["ticks"], str(one["touched"])))
        days = [one["read_on"] for one in group if one["read_on"]]
        yield {
            **last,
            "read": any(one["read"] for one in group),
            "read_on": min(days, default=None),
            "checks": _newest(one["checks"] for one in group),
        }


def _passes(found: Iterable[Document]) -> Iterator[Document]:
    """The pass of the later course version; of one version the earlier."""
    for group in _grouped(found, "course_id"):
        newest = max(_version(one["course_version"]) for one in group)
        same = [one for one in group if _version(one["course_version"]) == newest]
        yield min(same, key=lambda one: (one["day"], _words(one)))


def _certificates(mine: Dump, theirs: Dump, taken: frozenset[str]) -> Iterator[Document]:
    """All, the oldest first; a second file of one name gets another."""
    by_id = {one["certificate_id"]: one for one in mine.table("certificates")}
    names = {one["file_name"].casefold() for one in by_id.values()} | taken
    for one in theirs.table("certificates"):
        if one["certificate_id"] in by_id:
            continue
        name = free_name(one["file_name"], names)
        names.add(name.casefold())
        by_id[one["certificate_id"]] = {**one, "file_name": name}
    yield from sorted(by_id.values(), key=lambda one: one["claims"]["completed"])


def free_name(name: str, taken: set[str]) -> str:
    """`name`, or the first "name (2)", "name (3)" … whose folded form is not taken."""
    path, candidate, number = PurePath(name), name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{path.stem} ({number}){path.suffix}"
    return candidate


# --- simulations and self-assessments ---


def _simulations(found: Iterable[Document]) -> Iterator[Document]:
    """The way of whoever played last, and every ending that either reached."""
    for group in _grouped(found, "scenario_id"):
        last = max(group, key=lambda one: (_moment(one["touched"]), _words([one["touched"], one["steps"]])))
        endings = sorted({ending for one in group for ending in one["endings"]})
        mine = [ending for ending in last["endings"] if ending in endings]
        started = min((one["started"] for one in group), key=lambda at: (_moment(at), at))
        rest = [ending for ending in endings if ending not in mine]
        yield {**last, "started": started, "endings": [*mine, *rest]}


def _assessments(found: Iterable[Document]) -> Iterator[Document]:
    """Each pass once: finished if either has finished it, else the one that went further with the other's answers."""

    def rank(one: Document) -> tuple[bool, int, str]:
        return bool(one["finished"]), one["position"], _words({**one, "answers": {}})

    passes = []
    for group in _grouped(found, "id"):
        answers: dict[str, tuple[Any, int]] = {}
        for one in group:
            for name, place in one["answers"].items():
                answers[name] = max(answers.get(name, (rank(one), place)), (rank(one), place))
        places = {name: place for name, (_, place) in sorted(answers.items())}
        best = max(group, key=rank)
        passes.append({**best, "answers": places})
    yield from sorted(passes, key=lambda one: (_moment(one["started"]), one["id"]))


# --- notes and cards ---


def _annotations(found: Iterable[Document]) -> Iterator[Document]:
    """Each once, as it was changed last; what only one of the two has deleted comes back, as nothing may be lost."""
    latest = [max(group, key=lambda one: (_moment(one["changed"]), _words(one))) for group in _grouped(found, "id")]
    yield from sorted(latest, key=lambda one: (_moment(one["made"]), one["id"]))


def _cards(found: Iterable[Document]) -> Iterator[Document]:
    """The card of whoever was asked last, and the later refresher of the two, so that a day has no more than its ten.

    Ties are broken without `refreshed`, which the merge itself changes.
    """

    def rank(one: Document) -> tuple[datetime, str]:
        return _moment(one["reviewed"]), _words({**one, "refreshed": None})

    for group in _grouped(found, "course_id", "lesson_id", "item_id"):
        refreshed = [one["refreshed"] for one in group if one.get("refreshed")]
        last = {name: value for name, value in max(group, key=rank).items() if name != "refreshed"}
        latest = max(refreshed, key=lambda at: (_moment(at), at), default=None)
        yield {**last, "refreshed": latest} if latest else last


# --- order ---


def _grouped(found: Iterable[Document], *fields: str) -> Iterator[list[Document]]:
    """Documents of one key together, in the order of the keys."""
    groups: dict[tuple[str, ...], list[Document]] = {}
    for one in found:
        groups.setdefault(tuple(one[name] for name in fields), []).append(one)
    for _, group in sorted(groups.items()):
        yield group


def _words(document: Any) -> str:
    """The document as text: what decides between two that no rule tells apart."""
    return json.dumps(document, sort_keys=True)


def _by_time(answer: Document) -> tuple[datetime, str]:
    return _moment(answer["at"]), _words(answer)


def _latest(answers: Iterable[Document]) -> datetime:
    return max((_moment(one["at"]) for one in answers), default=_DAWN)


def _moment(words: str | None) -> datetime:
    """A point in time that can be compared; one without a zone counts as UTC, none at all as long ago."""
    if not words:
        return _DAWN
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _version(words: str) -> tuple[tuple[int, int, str], ...]:
    """A version that can be compared part by part, numbers by their value: 1.10 is later than 1.9."""
    parts = re.findall(r"\d{1,18}|[^\d.]+", words)
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)
