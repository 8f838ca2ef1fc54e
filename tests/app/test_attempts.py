from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.app.views import AttemptView
from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.course import LessonOutline
from desktop.model.errors import ContentError, NotPossible
from desktop.model.progress import CourseStatus, NextStep
from desktop.model.quiz import ItemType
from tests.app.kit import COURSE, ITEMS, Place, answer_all, passed, read_all, set_up


def begin(workspace: Workspace, language: str = "de") -> AttemptView:
    return workspace.attempts.start_or_resume(COURSE, language)


def ids(view: AttemptView) -> list[str]:
    return [shown.item.id for shown in view.items]


def test_an_attempt_draws_as_many_items_as_the_test_asks(place: Place) -> None:
    with place.open() as workspace:
        view = begin(workspace)
        assert len(view.items) == len(view.attempt.draw) == 4
        assert len(set(ids(view))) == 4
        assert not view.resumed
        assert view.open_positions == (0, 1, 2, 3)
        assert view.shows_feedback
        assert view.attempts_left is None
        assert (view.attempt.course_version, len(view.attempt.content_hash)) == ("2.1", 64)


def test_after_a_restart_the_same_item_is_asked_in_the_same_draw(place: Place) -> None:
    with place.open() as workspace:
        before = begin(workspace)
        first = before.items[0].item
        workspace.attempts.answer(before.attempt.id, first.id, solution(first))
        workspace.attempts.go_to(before.attempt.id, 2)
    with place.open(seed=99) as workspace:
        after = begin(workspace)
        assert after.resumed
        assert after.attempt.id == before.attempt.id
        assert after.attempt.draw == before.attempt.draw
        assert [v.arranged for v in after.items] == [v.arranged for v in before.items]
        assert after.attempt.position == 2
        assert after.items[0].graded is not None
        assert after.items[0].graded.correct
        assert after.open_positions == (1, 2, 3)


def test_an_unclosed_store_loses_nothing_that_was_acknowledged(place: Place) -> None:
    workspace = place.open()
    view = begin(workspace)
    answer_all(workspace, view)
    home = place.home
    copy = place.root / "after-the-kill"
    # What a kill leaves behind is what is on disk now; the open workspace never gets to tidy up.
    copy.mkdir()
    for file in home.rglob("*"):
        target = copy / file.relative_to(home)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file():
            target.write_bytes(file.read_bytes())
    workspace.close()
    home.rename(place.root / "before")
    copy.rename(home)
    with place.open() as again:
        resumed = begin(again)
        assert resumed.attempt.id == view.attempt.id
        assert resumed.open_positions == ()
        assert again.attempts.finish(resumed.attempt.id).result.score == pytest.approx(100.0)


def test_other_seeds_draw_other_tests(place: Place) -> None:
    draws = set()
    for seed in range(6):
        with place.open(seed=seed) as workspace:
            view = begin(workspace)
            draws.add(tuple(ids(view)))
            workspace.attempts.finish(view.attempt.id)
    assert len(draws) > 3


def test_the_first_answer_stands_where_feedback_comes_at_once(place: Place) -> None:
    with place.open() as workspace:
        view = begin(workspace)
        item = view.items[1].item
        wrong = workspace.attempts.answer(view.attempt.id, item.id, ("?",))
        assert wrong.graded is not None
        assert wrong.graded.fraction == 0.0
        assert wrong.attempt.position == 1
        assert wrong.view.final
        again = workspace.attempts.answer(view.attempt.id, item.id, solution(item))
        assert again.graded == wrong.graded
        assert again.attempt.answers[item.id].response == ("?",)
    with place.open() as workspace:
        assert begin(workspace).items[1].answer.response == ("?",)


def test_a_hint_costs_its_penalty_and_is_remembered(place: Place) -> None:
    def change(items: dict[str, str]) -> None:
        for name, text in items.items():
            items[name] = text.replace("points=1", "points=1 penalty=0.5") + "\n> [!TIP]\n> Leise ist relativ.\n"

    place.write_quiz(change)
    with place.open() as workspace:
        view = begin(workspace)
        item = view.items[0].item
        assert item.hint.plain == "Leise ist relativ."
        answered = workspace.attempts.answer(view.attempt.id, item.id, solution(item), True)
        assert answered.graded is not None
        assert (answered.graded.raw, answered.graded.fraction) == (1.0, 0.5)
        assert answered.attempt.answers[item.id].hint_used


def test_a_hint_that_was_looked_at_counts_after_the_test_was_left_without_an_answer(place: Place) -> None:
    def change(items: dict[str, str]) -> None:
        for name, text in items.items():
            items[name] = text.replace("points=1", "points=1 penalty=0.5") + "\n> [!TIP]\n> Leise ist relativ.\n"

    place.write_quiz(change)
    with place.open() as workspace:
        view = begin(workspace)
        item = view.items[0].item
        workspace.attempts.see_hint(view.attempt.id, item.id)
        workspace.attempts.see_hint(view.attempt.id, item.id)
        with pytest.raises(NotPossible):
            workspace.attempts.see_hint(view.attempt.id, "never-drawn")
    with place.open() as workspace:
        view = begin(workspace)
        assert view.attempt.hints == {item.id}
        answered = workspace.attempts.answer(view.attempt.id, item.id, solution(item), hint_used=False)
        assert answered.attempt.answers[item.id].hint_used
        assert answered.graded is not None
        assert answered.graded.fraction == 0.5
        other = view.items[1].item
        assert workspace.attempts.answer(view.attempt.id, other.id, solution(other)).graded.fraction == 1.0  # type: ignore[union-attr]


def test_deferred_feedback_shows_nothing_before_the_end(place: Place) -> None:
    place.write_quiz(feedback="deferred")
    with place.open() as workspace:
        view = begin(workspace)
        item = view.items[0].item
        answered = workspace.attempts.answer(view.attempt.id, item.id, ("?",))
        assert answered.graded is None
        assert answered.attempt.answers[item.id].fraction is None
        assert not answered.view.final
        workspace.attempts.answer(view.attempt.id, item.id, solution(item))
    with place.open() as workspace:
        view = begin(workspace)
        assert not view.shows_feedback
        assert view.items[0].answer is not None
        assert view.items[0].answer.response == solution(item), "until the end an answer may be changed"
        assert view.items[0].answer.fraction is None
        assert view.items[0].graded is None
        for shown in view.items[1:]:
            workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
        finished = workspace.attempts.finish(view.attempt.id)
        assert finished.result.score == pytest.approx(100.0)
        assert all(shown.graded is not None and shown.graded.correct for shown in finished.items)


def test_a_hint_once_seen_stays_seen_when_the_answer_is_changed(place: Place) -> None:
    def change(items: dict[str, str]) -> None:
        for name, text in items.items():
            items[name] = text.replace("points=1", "points=1 penalty=0.5")

    place.write_quiz(change, feedback="deferred")
    with place.open() as workspace:
        view = begin(workspace)
        item = view.items[0].item
        workspace.attempts.answer(view.attempt.id, item.id, ("?",), True)
        workspace.attempts.answer(view.attempt.id, item.id, solution(item))
        assert workspace.attempts.finish(view.attempt.id).result.score == pytest.approx(12.5)


def test_finishing_with_open_items_counts_them_as_nothing(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        view = begin(workspace)
        first = view.items[0].item
        workspace.attempts.answer(view.attempt.id, first.id, solution(first))
        finished = workspace.attempts.finish(view.attempt.id)
        assert finished.result.score == pytest.approx(25.0)
        assert not finished.result.passed
        assert not finished.certificate_offered
        assert finished.state.next_step is NextStep.TEST
        assert [v.answer is None for v in finished.items] == [False, True, True, True]


def test_missed_items_say_what_to_read_again_and_topics_speak_in_titles(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        view = begin(workspace)
        wagen = {v.item.id for v in view.items if "wagen" in v.item.tags}
        for shown in view.items:
            response = ("?",) if shown.item.id in wagen else solution(shown.item)
            workspace.attempts.answer(view.attempt.id, shown.item.id, response)
        finished = workspace.attempts.finish(view.attempt.id)
        reread: tuple[LessonOutline, ...] = finished.lessons_to_reread
        assert [lesson.id for lesson in reread] == ["wagen"]
        by_title = {topic.title: topic.fraction for topic in finished.topics}
        assert by_title == {"Wagen sieben": 0.0, "Am Bahnsteig": 1.0}


def test_a_passed_test_is_kept_and_completes_a_course_that_was_read(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        finished = passed(workspace)
        assert finished.result.passed
        assert finished.certificate_offered
        assert finished.state.status is CourseStatus.COMPLETED
        assert finished.state.next_step is NextStep.CERTIFICATE
        assert finished.lessons_to_reread == ()
    with place.open() as workspace:
        state = workspace.study.state(COURSE, "de")
        assert (state.status, state.passed_on) == (CourseStatus.COMPLETED, place.clock.now.date())


def test_a_later_failure_takes_no_pass_away(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        passed(workspace)
        assert not passed(workspace, wrong=4).result.passed
        assert workspace.certificates.offered(COURSE, "de")


def test_the_last_attempt_can_be_looked_through_again(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        assert workspace.attempts.last(COURSE) is None
        assert workspace.attempts.last_finished(COURSE, "de") is None
        passed(workspace, wrong=4)
        place.clock.forward(hours=1)
        finished = passed(workspace, wrong=1)
    with place.open() as workspace:
        last = workspace.attempts.last(COURSE)
        assert last is not None
        assert (last.id, last.result, last.finished) == (finished.attempt.id, finished.result, place.clock.now)
        again = workspace.attempts.last_finished(COURSE, "de")
        assert again is not None
        assert again.items == finished.items
        assert again.topics == finished.topics
        assert again.lessons_to_reread == finished.lessons_to_reread


def test_attempts_are_limited_where_the_test_says_so(place: Place) -> None:
    place.write_quiz(attempts="2")
    with place.open() as workspace:
        view = begin(workspace)
        assert view.attempts_left == 1
        assert workspace.attempts.finish(view.attempt.id).attempts_left == 1
    with place.open() as workspace:
        assert begin(workspace).attempts_left == 0
        view = begin(workspace)
        assert view.resumed, "going on with an open attempt uses up none"
        assert workspace.attempts.finish(view.attempt.id).attempts_left == 0
        with pytest.raises(NotPossible) as error:
            begin(workspace)
        assert error.value.code == "attempts-used-up"
        assert error.value.data == {"course": "Gespräche im Zug", "attempts": "2"}
    place.write_course(version="3.0")
    with place.open() as workspace:
        assert begin(workspace).attempts_left == 1


# --- the trainer edits the bank while an attempt is open ---


def half_done(place: Place) -> AttemptView:
    with place.open() as workspace:
        view = begin(workspace)
        for shown in view.items[:3]:
            workspace.attempts.answer(view.attempt.id, shown.item.id, solution(shown.item))
        return view


def test_a_mended_typo_costs_nobody_anything(place: Place) -> None:
    def mend(items: dict[str, str]) -> None:
        for name, text in items.items():
            items[name] = text.replace("zurück", "zurrück").replace("Bildschirm", "Bildshirm")

    place.write_quiz(mend)
    before = half_done(place)
    place.write_quiz()
    with place.open() as workspace:
        after = begin(workspace)
        assert after.reopened == ()
        assert after.open_positions == (3,)
        assert [v.arranged.options and len(v.arranged.options) for v in after.items] == [
            v.arranged.options and len(v.arranged.options) for v in before.items
        ]


def test_a_change_of_substance_opens_that_item_again_and_no_other(place: Place) -> None:
    before = half_done(place)
    changed = before.items[1].item

    def change(items: dict[str, str]) -> None:
        items[changed.id] = {
            "leise": ITEMS["leise"].replace("( ) Wahr", "(x) Wahr").replace("(x) Falsch", "( ) Falsch"),
            "anruf": ITEMS["anruf"].replace("- ( ) Ich schalte", "- ( ) Ich lege auf.\n- ( ) Ich schalte"),
            "folie": ITEMS["folie"].replace("[ ] Eine kleinere Schrift", "[x] Eine kleinere Schrift"),
            "orte": ITEMS["orte"].replace("Speisewagen", "Bordrestaurant"),
            "schritte": ITEMS["schritte"].replace("4. Zurückrufen", "4. Zurückrufen\n5. Notieren"),
            "minuten": ITEMS["minuten"].replace("= 12", "= 15"),
        }[changed.id]

    place.write_quiz(change)
    with place.open() as workspace:
        after = begin(workspace)
        assert after.attempt.id == before.attempt.id
        assert after.reopened == (changed.id,)
        assert ids(after) == ids(before)
        assert after.open_positions == (1, 3)
        new = after.items[1].item
        workspace.attempts.answer(after.attempt.id, new.id, solution(new))
    with place.open() as workspace:
        again = begin(workspace)
        assert again.reopened == ()
        assert again.open_positions == (3,), "the answer given after the change stands"
        last = again.items[3].item
        workspace.attempts.answer(again.attempt.id, last.id, solution(last))
        finished = workspace.attempts.finish(again.attempt.id)
        assert finished.result.score == pytest.approx(100.0)


def test_a_removed_item_is_replaced_and_the_replacement_stays(place: Place) -> None:
    before = half_done(place)
    gone = before.items[0].item.id

    def change(items: dict[str, str]) -> None:
        del items[gone]

    place.write_quiz(change)
    with place.open() as workspace:
        after = begin(workspace)
        assert gone not in ids(after)
        assert ids(after)[1:] == ids(before)[1:]
        assert after.open_positions == (0, 3)
        new = after.items[0].item
        answered = workspace.attempts.answer(after.attempt.id, new.id, solution(new))
        assert answered.attempt.position == 0
    with place.open() as workspace:
        again = begin(workspace)
        assert again.items[0].item.id == new.id
        assert again.open_positions == (3,)
        assert workspace.attempts.finish(again.attempt.id).result.score == pytest.approx(75.0)
        looked = workspace.attempts.last_finished(COURSE, "de")
        assert looked is not None
        assert [v.item.id for v in looked.items] == ids(again)


def test_what_was_passed_is_todays_version(place: Place) -> None:
    begun = half_done(place)
    place.write_course(version="2.2")
    with place.open() as workspace:
        set_up(workspace)
        read_all(workspace)
        view = begin(workspace)
        assert view.attempt.id == begun.attempt.id
        assert workspace.attempts.finish(view.attempt.id).result.score == pytest.approx(75.0)
        assert passed(workspace).result.passed
        claims, _ = workspace.certificates.preview(COURSE, "de")
        assert claims.course_version == "2.2"


# --- languages ---


def test_an_open_attempt_changes_its_language_and_loses_nothing(place: Place) -> None:
    with place.open() as workspace:
        german = begin(workspace)
        for shown in german.items[:2]:
            workspace.attempts.answer(german.attempt.id, shown.item.id, solution(shown.item))
        english = begin(workspace, "en")
        assert english.attempt.id == german.attempt.id
        assert english.open_positions == (2, 3)
        assert english.quiz.language == "en"
        for old, new in zip(german.items, english.items, strict=True):
            assert old.item.id == new.item.id
            assert old.item.stem != new.item.stem
            assert [o.id for o in old.arranged.options] == [o.id for o in new.arranged.options]
        for new in english.items[:2]:
            assert new.answer is not None
            assert new.answer.response == solution(new.item), "the answer is carried over"
            assert new.graded is not None
            assert new.graded.correct
        for shown in english.items[2:]:
            workspace.attempts.answer(english.attempt.id, shown.item.id, solution(shown.item))
    with place.open() as workspace:
        back = begin(workspace, "de")
        assert back.open_positions == ()
        assert [v.item.stem for v in back.items] == [v.item.stem for v in german.items]
        assert all(v.answer is not None and v.answer.response == solution(v.item) for v in back.items)
        assert workspace.attempts.finish(back.attempt.id).result.score == pytest.approx(100.0)


def test_typed_words_stay_in_the_language_they_were_typed_in(place: Place) -> None:
    head = (place.quizzes / "zug.md").read_text(encoding="utf-8").split("\n## ")[0]
    gap = "\n## {}\n<!-- item: id=luecke points=1 tags=wagen -->\n\n{}\n"
    place.write(place.quizzes / "zug.md", head + gap.format("Was fehlt?", "Erst [[aussteigen]], dann reden."))
    place.write(place.quizzes / "zug.en.md", head + gap.format("What is missing?", "First [[get off]], then talk."))
    with place.open() as workspace:
        view = begin(workspace)
        workspace.attempts.answer(view.attempt.id, "luecke", ("Aussteigen",))
    with place.open() as workspace:
        (shown,) = begin(workspace, "en").items
        assert shown.item.stem.plain == "Was fehlt?"
        assert shown.answer is not None
        assert shown.answer.response == ("Aussteigen",)
        assert shown.graded is not None
        assert shown.graded.correct


def test_a_test_taken_in_its_original_survives_the_translation_that_comes_later(place: Place) -> None:
    english = (place.quizzes / "zug.en.md").read_text(encoding="utf-8")
    (place.quizzes / "zug.en.md").unlink()
    with place.open() as workspace:
        view = begin(workspace, "en")
        assert view.attempt.language == "de"
        answer_all(workspace, view)
    place.write(place.quizzes / "zug.en.md", english)
    with place.open() as workspace:
        view = begin(workspace, "en")
        assert view.open_positions == ()
        assert view.quiz.language == "en"


def test_right_sides_keep_their_order_in_the_other_language(place: Place) -> None:
    words = {"Büro mit Tür": "Office with a door", "Abteil": "Compartment", "Speisewagen": "Dining car"}
    with place.open() as workspace:
        german, english = begin(workspace), begin(workspace, "en")
    shown = {v.item.id: v for v in german.items}
    pairs = [(shown[v.item.id], v) for v in english.items if v.item.type is ItemType.MATCHING]
    assert pairs, "seed 1 draws the matching item"
    for old, new in pairs:
        assert [words[right] for right in old.arranged.rights] == list(new.arranged.rights)


def test_a_broken_translation_does_not_stop_the_test(place: Place) -> None:
    place.write(place.quizzes / "zug.en.md", "---\ntype: [quiz\n---\n")
    with place.open() as workspace:
        set_up(workspace)
        assert passed(workspace).result.passed


# --- what cannot be done ---


def test_unknown_attempts_items_and_places_are_refused(place: Place) -> None:
    with place.open() as workspace:
        view = begin(workspace)
        drawn = view.items[0].item.id
        other = next(i for i in ITEMS if i not in ids(view))
        refused = [
            (lambda: workspace.attempts.answer("fremd", drawn, ("1",)), "attempt-unknown"),
            (lambda: workspace.attempts.answer(view.attempt.id, other, ("1",)), "item-not-drawn"),
            (lambda: workspace.attempts.go_to(view.attempt.id, 4), "position-unknown"),
            (lambda: workspace.attempts.go_to(view.attempt.id, -1), "position-unknown"),
            (lambda: workspace.attempts.finish("fremd"), "attempt-unknown"),
            (lambda: begin_course(workspace, "fehlt"), "course-unknown"),
        ]
        for attempt, code in refused:
            with pytest.raises(NotPossible) as error:
                attempt()
            assert error.value.code == code
        workspace.attempts.finish(view.attempt.id)
        with pytest.raises(NotPossible):
            workspace.attempts.finish(view.attempt.id)


def begin_course(workspace: Workspace, course_id: str) -> AttemptView:
    return workspace.attempts.start_or_resume(course_id, "de")


def test_an_unreadable_quiz_keeps_the_open_attempt_for_later(place: Place) -> None:
    before = half_done(place)
    for name in ("zug.md", "zug.en.md"):
        place.write(place.quizzes / name, (place.quizzes / name).read_text(encoding="utf-8").split("## ")[0])
    with place.open() as workspace, pytest.raises(ContentError):
        begin(workspace)
    place.write_quiz()
    with place.open() as workspace:
        after = begin(workspace)
        assert after.attempt.id == before.attempt.id
        assert after.open_positions == (3,)


def test_the_view_of_an_answer_is_the_view_after_a_restart(place: Place) -> None:
    with place.open() as workspace:
        view = begin(workspace)
        answered = [workspace.attempts.answer(view.attempt.id, v.item.id, ("1",)).view for v in view.items]
    with place.open() as workspace:
        assert list(begin(workspace).items) == [replace(v) for v in answered]
