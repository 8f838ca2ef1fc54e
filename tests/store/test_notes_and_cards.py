"""Notes, bookmarks and questions that come back: as given, over a kill, and told apart from what else was answered."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.model.errors import StoreError
from desktop.store.dump import without_course
from desktop.store.figures import courses_of, figures
from desktop.store.study_documents import from_annotation, from_card
from tests.store.scene import QUIZZES, START, annotation, answer, attempt, card, codes, opened, outcome


def test_annotations_are_found_by_lesson_by_course_and_all(tmp_path: Path) -> None:
    here, there = annotation(1), annotation(2, lesson_id="mail")
    elsewhere = annotation(3, course_id="reisen")
    with opened(tmp_path) as store:
        for one in (here, there, elsewhere):
            store.save_annotation(one)
    with opened(tmp_path) as store:
        assert store.annotations() == (here, there, elsewhere)
        assert store.annotations("vertraulichkeit") == (here, there)
        assert store.annotations("vertraulichkeit", "grenze") == (here,)
        assert store.annotations("nie") == ()


def test_a_changed_note_stays_in_its_place_and_a_removed_one_goes(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_annotation(annotation(1))
        store.save_annotation(annotation(2))
        changed = replace(annotation(1), words="anders", changed=START + timedelta(days=1))
        store.save_annotation(changed)
        assert store.annotations() == (changed, annotation(2))
        store.remove_annotation("n2")
        store.remove_annotation("never there")
    with opened(tmp_path) as store:
        assert store.annotations() == (changed,)
        assert codes(store) == []


def test_a_refresher_is_history_and_card_in_one_stroke(tmp_path: Path) -> None:
    """Killed after any call: either both are there or neither."""
    store = opened(tmp_path / "home")
    for count in range(1, 4):
        store.record_refresher(card("i0", count, lapses=count), answer("i0", count))
        shutil.copytree(tmp_path / "home", tmp_path / str(count))
        with opened(tmp_path / str(count)) as killed:
            assert [one.lapses for one in killed.cards()] == [count]
            given = [(one.answer.at.minute, one.refresher, one.quiz_id, one.lesson_id) for one in killed.history()]
            assert given == [(30 + minute, True, "", "") for minute in range(1, count + 1)]
    store.close()


def test_cards_come_with_a_check_and_with_a_finished_attempt(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record_check("vertraulichkeit", "grenze", answer("w1"), card("w1", 0, "grenze"))
        store.start_attempt(attempt(1))
        store.finish_attempt("a1", outcome(), START, cards=(card("i0"), card("i1")))
        store.save_cards((card("i1", 5),))
        store.save_cards(())
    with opened(tmp_path) as store:
        assert store.cards() == (card("w1", 0, "grenze"), card("i0"), card("i1", 5))
        assert store.card("vertraulichkeit", "grenze", "w1") == card("w1", 0, "grenze")
        assert store.card("vertraulichkeit", "", "w1") is None


def test_a_hint_that_was_looked_at_is_remembered_unanswered(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.start_attempt(attempt(1))
        store.record_hint("a1", "i2")
        store.record_hint("a1", "i0")
        store.record_hint("a1", "i2")
    with opened(tmp_path) as store:
        running = store.open_attempt(QUIZZES[0])
        assert running is not None
        assert running.hints == {"i0", "i2"}
        store.finish_attempt("a1", outcome(), START)
        with pytest.raises(StoreError) as caught:
            store.record_hint("a1", "i1")
        assert caught.value.code == "store-no-such-attempt"
        (finished,) = store.attempts(QUIZZES[0])
        assert finished.hints == {"i0", "i2"}


def test_a_broken_one_is_passed_over_and_the_others_stay(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_annotation(annotation(1))
        store.save_cards((card("i0"),))
        store._keeper.commit({"op": "annotation", "doc": {**from_annotation(annotation(2)), "bookmark": 1}})
        store._keeper.commit({"op": "cards", "docs": [{**from_card(card("i1")), "due": "soon"}]})
    with opened(tmp_path) as store:
        assert store.annotations() == (annotation(1),)
        assert store.cards() == (card("i0"),)
        assert codes(store) == ["store-document-skipped"] * 2


def test_figures_and_courses_know_of_them(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.save_annotation(annotation(1, course_id="a"))
        store.save_annotation(annotation(2, course_id="a", words=""))
        store.save_annotation(annotation(3, course_id="b", words="", passage=None, bookmark=True))
        store.save_cards((card("i", course_id="c"),))
        store.record_refresher(card("i", course_id="d"), answer("i"))
        dump = store.vault.dump()
        found = figures(dump)
        assert (found.notes, found.highlights, found.bookmarks, found.cards, found.answers) == (1, 1, 1, 2, 1)
        assert courses_of(dump) == {"a", "b", "c", "d"}
        left = without_course(without_course(dump, "a"), "d")
        assert courses_of(left) == {"b", "c"}
        assert left.history == ()


def test_a_deleted_course_takes_its_notes_and_refreshers_from_every_file(tmp_path: Path) -> None:
    with opened(tmp_path, fold_at=300) as store:
        store.save_annotation(annotation(1, course_id="geheim"))
        store.record_refresher(card("q-geheim", course_id="geheim"), answer("q-geheim"))
        store.save_annotation(annotation(2))
        store.vault.back_up_if_due()
        store.vault.delete_course("geheim", ())
        assert store.annotations() == (annotation(2),)
        assert list(store.history()) == []
        for file in (path for path in tmp_path.rglob("*.json*") if path.is_file()):
            assert b"geheim" not in file.read_bytes(), file


def test_near_a_day_only_what_is_due_or_was_refreshed_then_is_read(tmp_path: Path) -> None:
    soon, later = START - timedelta(days=5), START + timedelta(days=9)
    with opened(tmp_path) as store:
        store.save_cards([
            replace(card("overdue"), due=soon, refreshed=None),
            replace(card("to come"), due=later, refreshed=None),
            replace(card("tomorrow where it was kept"), due=START + timedelta(days=1), refreshed=None),
            replace(card("just refreshed"), due=later, refreshed=START),
            replace(card("refreshed long ago"), due=later, refreshed=soon),
        ])  # fmt: skip
        near = [one.item_id for one in store.cards(near=START.date())]
        assert near == ["overdue", "tomorrow where it was kept", "just refreshed"]
        assert len(store.cards()) == 5
