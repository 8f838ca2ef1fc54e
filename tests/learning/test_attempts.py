from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from desktop.learning.attempts import attempts_left, is_final, open_positions, renewed, with_answer
from desktop.learning.keys import scoring_key
from desktop.model.learner import Answer, Attempt
from desktop.model.quiz import FeedbackMode, Item, Quiz
from tests.learning.attempts_kit import NOON, attempt
from tests.learning.items import choice, matching, quiz, quizzes, rich


def bank(count: int = 8, select: int = 4) -> Quiz:
    return quiz(
        *(choice("x---", item_id=f"i{n}", stem=rich(f"Frage Nummer {n}?")) for n in range(count)), select=select
    )


def swap(test: Quiz, item_id: str, *replacement: Item) -> Quiz:
    items = [new for old in test.items for new in (replacement if old.id == item_id else (old,))]
    return replace(test, items=tuple(items))


def full(test: Quiz) -> Attempt:
    """An attempt with every drawn item answered."""
    return attempt(test, {d.item_id: ("1",) for d in attempt(test).draw})


@given(quizzes(), st.integers(0, 2**32))
def test_an_unchanged_bank_changes_nothing(test: Quiz, seed: int) -> None:
    begun = attempt(
        test,
        {i.id: ("1",) for i in test.items if i.id in {d.item_id for d in attempt(test, seed=seed).draw}},
        seed=seed,
    )
    assert renewed(begun, test) is begun


def test_a_mended_typo_costs_nobody_anything() -> None:
    begun = full(bank())
    first = begun.draw[0].item_id
    mended = swap(bank(), first, choice("x---", item_id=first, stem=rich(f"Frage Numer {first[1:]}?")))
    assert renewed(begun, mended) is begun


def test_a_changed_key_asks_that_item_again_and_no_other() -> None:
    begun = full(bank())
    changed = begun.draw[1].item_id
    after = renewed(begun, swap(bank(), changed, choice("-x--", item_id=changed)))
    assert [d.item_id for d in after.draw] == [d.item_id for d in begun.draw]
    assert set(after.answers) == set(begun.answers) - {changed}
    assert open_positions(after) == (1,)
    assert after.draw[1].key != begun.draw[1].key
    assert after.draw[0] == begun.draw[0]


def test_an_option_more_is_drawn_into_the_order() -> None:
    begun = full(bank())
    changed = begun.draw[2].item_id
    after = renewed(begun, swap(bank(), changed, choice("x----", item_id=changed)))
    assert sorted(after.draw[2].order) == ["1", "2", "3", "4", "5"]


def test_a_removed_item_is_replaced_at_its_place() -> None:
    begun = full(bank())
    gone = begun.draw[1].item_id
    after = renewed(begun, swap(bank(), gone))
    assert len(after.draw) == 4
    assert after.draw[1].item_id not in {d.item_id for d in begun.draw}
    assert open_positions(after) == (1,)


def test_a_removed_item_is_dropped_where_the_bank_is_used_up() -> None:
    test = bank(count=3, select=3)
    begun = replace(full(test), position=2)
    after = renewed(begun, swap(test, begun.draw[0].item_id))
    assert [d.item_id for d in after.draw] == [d.item_id for d in begun.draw[1:]]
    assert after.position == 1
    assert open_positions(after) == ()


def test_an_answer_given_after_the_change_stands_though_the_attempt_is_kept_as_begun() -> None:
    begun = full(bank())
    changed = begun.draw[1].item_id
    today = swap(bank(), changed, choice("-x--", item_id=changed))
    again = Answer(changed, ("2",), 1.0, NOON, key=scoring_key(next(i for i in today.items if i.id == changed)))
    kept = replace(begun, answers=MappingProxyType({**begun.answers, changed: again}))
    after = renewed(kept, today)
    assert after.answers[changed] == again
    assert open_positions(after) == ()
    assert renewed(after, today) is after


def test_the_replacement_that_was_answered_stays_though_the_bank_grows() -> None:
    begun = full(bank())
    gone = begun.draw[1].item_id
    smaller = swap(bank(), gone)
    substitute = renewed(begun, smaller).draw[1].item_id
    item = next(i for i in smaller.items if i.id == substitute)
    answer = Answer(substitute, ("1",), 1.0, NOON, key=scoring_key(item))
    kept = replace(begun, answers=MappingProxyType({**begun.answers, substitute: answer}))
    for more in range(30):
        grown = replace(smaller, items=(*smaller.items, choice("x---", item_id=f"neu-{more}")))
        assert renewed(kept, grown).draw[1].item_id == substitute


def test_two_removed_items_get_two_different_replacements() -> None:
    begun = full(bank())
    test = swap(swap(bank(), begun.draw[0].item_id), begun.draw[3].item_id)
    ids = [d.item_id for d in renewed(begun, test).draw]
    assert len(set(ids)) == 4


def test_an_answer_in_another_language_stands_as_long_as_that_edition_does() -> None:
    german = quiz(matching(("Post", "öffentlich"), ("Notiz", "privat"), item_id="paar"))
    english = replace(quiz(matching(("post", "public"), ("note", "private"), item_id="paar")), language="en")
    begun = attempt(german)
    answer = Answer("paar", ("public", "private"), 1.0, NOON, key=scoring_key(english.items[0]))
    begun = with_answer(begun, answer, 0)
    assert renewed(begun, german, (german, english)) is begun
    rewritten = replace(english, items=(matching(("post", "open"), ("note", "secret"), item_id="paar"),))
    assert renewed(begun, german, (german, rewritten)).answers == {}


def test_the_first_answer_is_final_only_where_feedback_is_immediate() -> None:
    test = bank()
    begun = full(test)
    first = begun.draw[0].item_id
    assert is_final(test, begun, first)
    assert not is_final(test, attempt(test), first)
    assert not is_final(replace(test, feedback=FeedbackMode.DEFERRED), begun, first)


def test_a_new_version_of_the_course_starts_the_count_of_attempts_anew() -> None:
    test = replace(bank(), attempts=2)
    done = [attempt(test, id=f"a{n}", course_version="2.1") for n in range(3)]
    assert attempts_left(test, "2.1", done[:1]) == 1
    assert attempts_left(test, "2.1", done) == 0
    assert attempts_left(test, "3.0", done) == 2
    assert attempts_left(bank(), "2.1", done) is None
