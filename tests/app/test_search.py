"""Searching the courses of a workspace: what is found, what stays hidden, and what is kept between starts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.app.workspace import Workspace
from desktop.learning.grading import solution
from desktop.model.annotation import Annotation
from desktop.model.annotation import Passage as Quoted
from desktop.model.search import Hit, SearchKind
from tests.app.kit import COURSE, Clock, Place, passed, set_up
from tests.app.playing import ASSESSMENT, SCENARIO, put_assessment, put_simulation

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path, Clock())
    made.write_course()
    made.write_quiz()
    return made


@pytest.fixture
def workspace(place: Place) -> Iterator[Workspace]:
    with place.open() as opened:
        set_up(opened)
        yield opened


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """All shipped courses."""
    import random

    from desktop.app.workspace import open_workspace

    with open_workspace(
        tmp_path_factory.mktemp("shipped") / "home",
        course_folders=(ROOT / "courses",),
        quiz_folders=(ROOT / "quizzes",),
        assets=ROOT / "assets",
        clock=Clock(),
        rng=random.Random(1),
    ) as opened:
        set_up(opened)
        yield opened


def words(hits: tuple[Hit, ...]) -> str:
    return " ".join(hit.snippet[a:b] for hit in hits for a, b in hit.snippet_ranges)


def questions(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.title for hit in hits if hit.kind is SearchKind.QUESTION]


def test_the_shipped_courses_are_found_without_umlauts(shipped: Workspace) -> None:
    assert "über" in words(shipped.search.find("ueber", "de")).lower()
    assert "größe" in words(shipped.search.find("groesse", "de")).lower()


def test_a_slip_finds_what_was_meant_in_both_languages(shipped: Workspace) -> None:
    assert "Vertraulichkeit" in words(shipped.search.find("vertraulichkiet", "de"))
    assert "confidential" in words(shipped.search.find("confidentail", "en")).lower()


def test_terms_are_found_by_name_and_by_meaning(shipped: Workspace) -> None:
    for query in ("geschgehg", "schutz von geschaeftsgeheimnissen"):
        terms = [hit.title for hit in shipped.search.find(query, "de") if hit.kind is SearchKind.TERM]
        assert "GeschGehG" in terms


def test_no_question_that_was_never_answered_is_found(shipped: Workspace) -> None:
    """Neither the banks nor the checks of any shipped course show through, whatever is asked."""
    for outline in shipped.library.outlines("de"):
        if outline.quiz_id is None:
            continue
        for item in shipped.library.quiz(outline.id, "de").items:
            assert not questions(shipped.search.find(item.stem.plain[:60], "de"))


def test_sharp_s_and_the_place_a_hit_leads_to(place: Place, workspace: Workspace) -> None:
    (hit,) = (h for h in workspace.search.find("weiss jetzt", "de") if h.kind is SearchKind.LESSON)
    assert (hit.target.course_id, hit.target.lesson_id, hit.where) == (COURSE, "wagen", "Gespräche im Zug")
    assert hit.snippet == "Der halbe Wagen weiß jetzt, wie der Kunde heißt und was er zahlt."
    assert hit.target.passage.startswith("Ein Mann telefoniert.")


def test_each_language_is_searched_in_itself(workspace: Workspace) -> None:
    assert workspace.search.find("carriage", "en")
    assert not workspace.search.find("carriage", "de")
    assert workspace.search.find("bahnsteig", "de")


def test_a_check_is_found_once_it_was_answered(workspace: Workspace) -> None:
    search, asked = workspace.search, "Chef im Zug anruft"
    assert questions(search.find(asked, "de")) == []
    lesson = workspace.library.lesson(COURSE, "wagen", "de")
    check = workspace.study.checks(COURSE, lesson)["k-wagen"]
    workspace.study.answer_check(COURSE, "wagen", check.item, solution(check.item))
    search.begin("de")
    (found,) = (hit for hit in search.find(asked, "de") if hit.kind is SearchKind.QUESTION)
    assert found.title == "Was tun Sie, wenn Ihr Chef im Zug anruft?"
    assert found.target.passage == found.title


def test_the_questions_of_a_test_are_found_after_it_and_not_while_one_is_open(workspace: Workspace) -> None:
    search = workspace.search
    done = passed(workspace)
    answered = set(done.attempt.answers)
    quiz = workspace.library.quiz(COURSE, "de")
    search.begin("de")
    for item in quiz.items:
        assert bool(questions(search.find(item.stem.plain, "de"))) == (item.id in answered), item.id
    again = workspace.attempts.start_or_resume(COURSE, "de")
    drawn = {one.item_id for one in again.attempt.draw}
    search.begin("de")
    for item in quiz.items:
        assert bool(questions(search.find(item.stem.plain, "de"))) == (item.id in answered - drawn), item.id


def test_a_second_start_reads_no_lesson_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with place.open() as first:
        set_up(first)
        before = first.search.find("bahnsteig", "de")
    with place.open() as second:
        second.search.begin("de")
        assert second.search.progress == 1.0
        assert second.search.find("bahnsteig", "de") == before


def test_simulations_and_self_assessments_are_found_by_title_summary_and_kind(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        put_simulation(place.home / "quizzes")
        put_assessment(place.home / "quizzes")
        also = {SearchKind.SIMULATION: "Simulation, üben", SearchKind.ASSESSMENT: "Selbsttest"}
        workspace.search.begin("de", (), also)
        for asked, kind, subject in (
            ("anruf abend", SearchKind.SIMULATION, SCENARIO),
            ("kennt alle namen", SearchKind.SIMULATION, SCENARIO),
            ("ueben", SearchKind.SIMULATION, SCENARIO),
            ("selbsttest", SearchKind.ASSESSMENT, ASSESSMENT),
        ):
            best = workspace.search.find(asked, "de")[0]
            assert (best.kind, best.target.screen, best.target.subject) == (kind, str(kind), subject)


def test_what_is_said_in_a_simulation_is_left_to_those_who_play_it(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        put_simulation(place.home / "quizzes")
        assert not workspace.search.find("sofort", "de")


def test_checklists_are_found_by_what_is_ticked_off_and_lead_to_their_page(shipped: Workspace) -> None:
    shipped.search.begin("de", (), {SearchKind.CHECKLIST: "Checkliste, drucken"})
    found = {hit.target.course_id for hit in shipped.search.find("checkliste", "de") if hit.target.screen == "print"}
    assert {"grundlagen", "konten-rollen"} <= found


def test_own_notes_and_marked_passages_are_found_as_soon_as_they_are_made(workspace: Workspace) -> None:
    search = workspace.search
    assert not search.find("Schwager", "de")
    where = {"course_id": COURSE, "lesson_id": "wagen", "language": "de"}
    moment = Clock()()
    passage = Quoted(quote="Der halbe Wagen weiß jetzt")
    store = workspace._store
    store.save_annotation(
        Annotation(id="n1", **where, made=moment, changed=moment, passage=passage, words="Wie mein Schwager!")
    )
    search.begin("de")
    (hit,) = search.find("schwager", "de")
    assert (hit.kind, hit.title, hit.target.passage) == (SearchKind.NOTE, "Wie mein Schwager!", passage.quote)
    assert hit.where.startswith("Gespräche im Zug · ")
    assert SearchKind.NOTE in {hit.kind for hit in search.find("halbe Wagen", "de")}
    store.remove_annotation("n1")
    search.begin("de")
    assert not search.find("schwager", "de")


def test_after_a_rest_everything_is_found_again(workspace: Workspace) -> None:
    before = workspace.search.find("bahnsteig", "de")
    workspace.search.rest()
    assert before
    assert workspace.search.find("bahnsteig", "de", wait=False) == before


def test_without_room_for_the_index_all_is_found_all_the_same(place: Place) -> None:
    (place.home / "cache").parent.mkdir(parents=True, exist_ok=True)
    (place.home / "cache").write_text("a file where the folder should be", encoding="utf-8")
    with place.open() as workspace:
        set_up(workspace)
        before = workspace.search.find("bahnsteig", "de")
        workspace.search.rest()
        assert before
        assert workspace.search.find("bahnsteig", "de", wait=False) == before


def test_a_hit_loses_its_sentence_and_nothing_else_where_the_index_was_replaced(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        whole = workspace.search.find("bahnsteig", "de")
        (kept,) = (place.home / "cache").glob("search-*.index")
        kept.write_bytes(b"other")
        cut = workspace.search.find("bahnsteig", "de")
        assert [hit.title for hit in cut] == [hit.title for hit in whole]
        assert not any(hit.snippet for hit in cut)


@pytest.mark.parametrize("cut", [3, 20, 200, -1])
def test_an_index_cut_short_is_made_anew(place: Place, cut: int) -> None:
    with place.open() as first:
        set_up(first)
        before = first.search.find("bahnsteig", "de")
    (kept,) = (place.home / "cache").glob("search-*.index")
    kept.write_bytes(kept.read_bytes()[:cut])
    with place.open() as second:
        second.search.begin("de")
        assert second.search.progress < 1.0
        assert second.search.find("bahnsteig", "de") == before


@pytest.mark.parametrize("damage", ["", "{", '{"key": 1}', "[]"])
def test_damaged_texts_on_disk_are_read_anew(place: Place, damage: str) -> None:
    with place.open() as first:
        set_up(first)
        before = first.search.find("bahnsteig", "de")
    (kept,) = (place.home / "cache").glob("search-*.index")
    kept.write_text(damage, encoding="utf-8")
    with place.open() as second:
        assert second.search.find("bahnsteig", "de") == before


def test_an_edited_lesson_is_found_with_its_new_words(place: Place, workspace: Workspace) -> None:
    assert not workspace.search.find("Speisewagen", "de")
    place.write(place.courses / COURSE / "02-bahnsteig.md", "# Am Bahnsteig\n\nIm Speisewagen hört jeder mit.\n")
    workspace.search.begin("de")
    assert words(workspace.search.find("speisewagen", "de")) == "Speisewagen"


def test_a_broken_lesson_hides_no_other(place: Place, workspace: Workspace) -> None:
    place.write(place.courses / COURSE / "01-wagen.md", "---\ntitle: [\n---\n")
    workspace.search.begin("de")
    assert workspace.search.find("bahnsteig", "de")


def test_reading_step_by_step_shows_how_far_it_is(workspace: Workspace) -> None:
    search = workspace.search
    search.begin("de")
    seen = [search.progress]
    while search.read_on():
        seen.append(search.progress)
    assert seen == sorted(seen)
    assert (seen[0], search.progress) == (0.0, 1.0)
    assert search.find("bahnsteig", "de", wait=False)
