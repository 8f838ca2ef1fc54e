"""What the tests of the store share: a clock, a learner's week as a list of changes, and a view of everything kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.model.annotation import Annotation, Passage
from desktop.model.certificate import Claims, IssuedCertificate, Sheet
from desktop.model.learner import (
    Answer,
    Attempt,
    AttemptResult,
    DrawnItem,
    Learner,
    LessonProgress,
    Pass,
    Settings,
    ThemeName,
)
from desktop.model.refresher import Card
from desktop.store.learner_store import LearnerStore

START = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
QUIZZES = ("experten-chat", "mail")

Change = Callable[[LearnerStore], Any]


def clock() -> datetime:
    return START


def opened(folder: Path, **more: Any) -> LearnerStore:
    return LearnerStore.open(folder, clock=clock, **more)


def answer(item_id: str, minute: int = 0, *response: str, fraction: float | None = 1.0) -> Answer:
    at = START + timedelta(minutes=minute)
    return Answer(item_id, response or ("1",), fraction, at, hint_used=bool(minute % 2), key=("Stamm", "x Wahl"))


def attempt(number: int, quiz_id: str = QUIZZES[0], items: int = 3) -> Attempt:
    return Attempt(
        id=f"a{number}",
        course_id="vertraulichkeit",
        quiz_id=quiz_id,
        language="de",
        seed=2**60 + number,
        draw=tuple(DrawnItem(f"i{k}", ("2", "1"), ("Stamm", "x Wahl")) for k in range(items)),
        started=START + timedelta(hours=number),
        course_version="1.2",
        content_hash="c0ffee",
    )


def outcome(passed: bool = True) -> AttemptResult:
    return AttemptResult(90.0 if passed else 12.5, 80.0, passed, (("chat", 1.5, 2.0), ("", 0.0, 1.0)))


def proof(number: int, quiz_id: str = QUIZZES[0]) -> Pass:
    return Pass("vertraulichkeit", quiz_id, f"a{number}", date(2026, 11, 22), "1.2", "c0ffee", "de")


def certificate(number: int) -> IssuedCertificate:
    claims = Claims(
        certificate_id=f"k-{number}",
        name="Jörg Müßig",
        course_id="vertraulichkeit",
        course_title="Vertraulich bleibt vertraulich",
        course_version="1.2",
        content_hash="c0ffee",
        language="de",
        completed=date(2026, 11, 22),
        key="A" * 43,
        valid_until=date(2028, 11, 22) if number % 2 else None,
    )
    return IssuedCertificate(claims=claims, sheet=Sheet(minutes=40, lessons=6), file_name=f"zertifikat-{number}.pdf")


def lesson(name: str = "grenze", **fields: Any) -> LessonProgress:
    return LessonProgress("vertraulichkeit", name, **fields)


def annotation(number: int, **fields: Any) -> Annotation:
    changed = START + timedelta(minutes=number)
    passage = Passage("was niemand wissen darf", "alles, ", ", bleibt", 0.5)
    more = {"passage": passage, "words": "Wen frage ich? \ud83d", **fields}
    place = {"id": f"n{number}", "course_id": "vertraulichkeit", "lesson_id": "grenze"}
    return Annotation(**{**place, "language": "de", "made": START, "changed": changed, **more})


def card(item_id: str, minute: int = 0, lesson_id: str = "", **fields: Any) -> Card:
    reviewed = START + timedelta(minutes=minute)
    numbers = {"stability": 2.5, "difficulty": 6.25, "due": reviewed + timedelta(days=3), "reviewed": reviewed}
    place = {"course_id": "vertraulichkeit", "lesson_id": lesson_id, "item_id": item_id}
    return Card(**{**place, **numbers, "key": ("Stamm", "x Wahl"), **fields})


def finish_lesson(store: LearnerStore) -> None:
    progress = store.lesson_progress("vertraulichkeit")["grenze"]
    store.save_lesson_progress(replace(progress, position=1.0, read=True, read_on=date(2026, 11, 22)))


def week() -> list[Change]:
    """Changes of every kind, with an attempt given up, answers changed, checks answered twice, and one attempt open."""
    changes: list[Change] = [
        lambda s: s.save_learner(Learner("Jörg Müßig \ud83d", "P-17", "hr")),
        lambda s: s.save_settings(Settings("en", ThemeName.DARK, 150, False)),
        lambda s: s.save_lesson_progress(lesson(position=0.25, touched=START)),
        lambda s: s.record_check("vertraulichkeit", "grenze", answer("w1", 1, "2", fraction=0.0)),
        lambda s: s.record_check("vertraulichkeit", "grenze", answer("w1", 2), card("w1", 2, "grenze")),
        lambda s: s.save_annotation(annotation(1)),
        lambda s: s.save_annotation(annotation(2, passage=None, words="", bookmark=True)),
        lambda s: s.record_check("vertraulichkeit", "mail", answer("w2", 3, "Zeile\neins", "zwei")),
        lambda s: s.save_lesson_progress(
            replace(s.lesson_progress("vertraulichkeit")["grenze"], position=1.0, read=True)
        ),
        lambda s: s.start_attempt(attempt(0)),
        lambda s: s.record_answer("a0", answer("i0", 4), 1),
    ]
    for number in (1, 2):
        changes += [
            lambda s, n=number: s.start_attempt(attempt(n)),
            lambda s, n=number: s.record_answer(f"a{n}", answer("i0", 5), 1),
            lambda s, n=number: s.record_answer(f"a{n}", answer("i1", 6, "2", "3", fraction=0.5), 2),
            lambda s, n=number: s.move_to(f"a{n}", 0),
            lambda s, n=number: s.record_hint(f"a{n}", "i2"),
            lambda s, n=number: s.record_answer(f"a{n}", answer("i0", 7, "9", fraction=None), 1),
            lambda s, n=number: s.finish_attempt(
                f"a{n}", outcome(n == 2), START, proof(n) if n == 2 else None, cards=(card("i0", n), card("i1", n))
            ),
        ]
    changes += [
        lambda s: s.save_pass(replace(proof(2), day=date(2026, 11, 23))),
        lambda s: s.add_certificate(certificate(1), b"%PDF-1.7 whole"),
        lambda s: s.start_attempt(attempt(3, QUIZZES[1])),
        lambda s: s.record_answer("a3", answer("i2", 8), 2),
        lambda s: s.record_hint("a3", "i1"),
        lambda s: s.record_refresher(card("i0", 9, lapses=1, refreshed=START), answer("i0", 9, fraction=0.0)),
        lambda s: s.save_annotation(annotation(1, words="Die Pressestelle.", changed=START + timedelta(days=1))),
        lambda s: s.remove_annotation("n2"),
        lambda s: s.save_cards((card("i1", 10, due=START), card("i3", 10))),
        lambda s: s.record_refresher(card("w1", 11, "grenze", refreshed=START), answer("w1", 11)),
        lambda s: s.save_lesson_progress(lesson("geheim", ticks=frozenset({"t1", "t2"}))),
        lambda s: s.record_check("vertraulichkeit", "grenze", answer("w1", 9, "3")),
    ]
    return changes


def view(store: LearnerStore) -> dict[str, Any]:
    """Everything the store tells, in a form that can be compared."""
    return {
        "learner": store.learner(),
        "settings": store.settings(),
        "lessons": store.all_progress(),
        "open": [store.open_attempt(quiz_id) for quiz_id in QUIZZES],
        "finished": [store.attempts(quiz_id) for quiz_id in QUIZZES],
        "counts": [store.attempt_count(quiz_id) for quiz_id in QUIZZES],
        "last": [store.last_attempt(quiz_id) for quiz_id in QUIZZES],
        "passes": store.passes(),
        "certificates": store.certificates(),
        "annotations": store.annotations(),
        "cards": {(one.course_id, one.lesson_id, one.item_id): one for one in store.cards()},
        "history": sorted(map(repr, store.history())),
    }


def views(folder: Path, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The view before the first change and after each, of a store to which nothing bad happens."""
    with opened(folder) as store:
        found = [view(store)]
        for change in changes:
            change(store)
            found.append(view(store))
    return found


def codes(store: LearnerStore) -> list[str]:
    return [notice.code for notice in store.notices]
