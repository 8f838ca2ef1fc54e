"""Highlights, notes and bookmarks: kept at once, found again after edits, never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.app.annotations import Placed, Spot, Where, texts
from desktop.app.workspace import Workspace
from desktop.model.errors import NotPossible
from tests.app.kit import BAHNSTEIG, COURSE, WAGEN, Clock, Place, set_up

LESSON = "wagen"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path, Clock())
    made.write_course()
    made.write_quiz()
    return made


def spot(workspace: Workspace, words: str, language: str = "de", lesson: str = LESSON) -> Spot:
    for number, text in enumerate(texts(workspace.library.lesson(COURSE, lesson, language).blocks)):
        if words in text.plain:
            return Spot(number, text.plain.index(words), text.plain.index(words) + len(words))
    raise AssertionError(words)


def words_at(workspace: Workspace, placed: Placed, language: str = "de", lesson: str = LESSON) -> list[str]:
    there = texts(workspace.library.lesson(COURSE, lesson, language).blocks)
    return [there[one.text].plain[one.start : one.end] for one in placed.spots]


def edit(place: Place, text: str, name: str = "01-wagen.md") -> None:
    file = place.courses / COURSE / name
    place.write(file, text)
    os.utime(file, (1_900_000_000, 1_900_000_000))


def test_a_highlight_is_kept_with_its_words_and_stands_where_it_was(place: Place) -> None:
    with place.open() as workspace:
        set_up(workspace)
        made = workspace.annotations.highlight(COURSE, LESSON, "de", spot(workspace, "Der halbe Wagen weiß jetzt"))
        assert made.annotation.passage is not None
        assert made.annotation.passage.before == "Ein Mann telefoniert. "
    with place.open() as workspace:
        (kept,) = workspace.annotations.of(COURSE, LESSON, "de")
        assert kept == made
        assert kept.where is Where.TEXT
        assert words_at(workspace, kept) == ["Der halbe Wagen weiß jetzt"]


def test_white_space_at_the_ends_of_a_selection_does_not_count(place: Place) -> None:
    with place.open() as workspace:
        whole = texts(workspace.library.lesson(COURSE, LESSON, "de").blocks)[0].plain
        at = whole.index(" Der halbe Wagen ")
        made = workspace.annotations.highlight(COURSE, LESSON, "de", Spot(0, at, at + len(" Der halbe Wagen ")))
        assert words_at(workspace, made) == ["Der halbe Wagen"]


@pytest.mark.parametrize("nothing", [Spot(0, 4, 4), Spot(0, 3, 4), Spot(99, 0, 5), Spot(-1, 0, 5)])
def test_a_passage_without_words_is_refused(place: Place, nothing: Spot) -> None:
    with place.open() as workspace:
        with pytest.raises(NotPossible) as caught:
            workspace.annotations.highlight(COURSE, LESSON, "de", nothing)
        assert caught.value.code == "annotation-empty"
        assert workspace.annotations.of(COURSE, LESSON, "de") == ()


def test_an_author_who_edits_around_it_takes_nothing_away(place: Place) -> None:
    with place.open() as workspace:
        workspace.annotations.note(COURSE, LESSON, "de", "Wie bei uns!", spot(workspace, "Der halbe Wagen weiß jetzt"))
        edit(place, WAGEN.replace("Ein Mann telefoniert.", "Morgens um sieben. Eine Frau telefoniert laut."))
        workspace.library.refresh()
        (kept,) = workspace.annotations.of(COURSE, LESSON, "de")
        assert kept.where is Where.TEXT
        assert words_at(workspace, kept) == ["Der halbe Wagen weiß jetzt"]


def test_a_passage_that_an_author_moved_to_another_text_goes_with_it(place: Place) -> None:
    with place.open() as workspace:
        workspace.annotations.highlight(COURSE, LESSON, "de", spot(workspace, "wie der Kunde heißt und was er zahlt"))
        moved = WAGEN.replace(", wie der Kunde heißt und was er zahlt", "")
        edit(place, moved + "\n> [!NOTE]\n> Nun wissen alle, wie der Kunde heißt und was er zahlt.\n")
        workspace.library.refresh()
        (kept,) = workspace.annotations.of(COURSE, LESSON, "de")
        assert words_at(workspace, kept) == ["wie der Kunde heißt und was er zahlt"]
        assert kept.spots[0].text > 0


def test_a_passage_that_is_gone_leaves_its_note_and_its_old_words(place: Place) -> None:
    with place.open() as workspace:
        workspace.annotations.note(COURSE, LESSON, "de", "Wie bei uns!", spot(workspace, "Ein Mann telefoniert."))
        edit(place, WAGEN.replace("Ein Mann telefoniert. ", ""))
        workspace.library.refresh()
        (kept,) = workspace.annotations.of(COURSE, LESSON, "de")
        assert kept.where is Where.GONE
        assert kept.spots == ()
        assert kept.annotation.words == "Wie bei uns!"
        assert kept.annotation.passage is not None
        assert kept.annotation.passage.quote == "Ein Mann telefoniert."
        edit(place, WAGEN)
        workspace.library.refresh()
        assert workspace.annotations.of(COURSE, LESSON, "de")[0].where is Where.TEXT


def test_in_the_other_language_it_is_named_and_not_placed(place: Place) -> None:
    with place.open() as workspace:
        workspace.annotations.highlight(COURSE, LESSON, "de", spot(workspace, "Ein Mann telefoniert."))
        workspace.annotations.highlight(COURSE, LESSON, "en", spot(workspace, "A man is on the phone.", "en"))
        german, english = (workspace.annotations.of(COURSE, LESSON, language) for language in ("de", "en"))
        assert [(one.annotation.language, one.where) for one in german] == [
            ("de", Where.TEXT),
            ("en", Where.OTHER_LANGUAGE),
        ]
        assert [(one.annotation.language, one.where) for one in english] == [
            ("en", Where.TEXT),
            ("de", Where.OTHER_LANGUAGE),
        ]


def test_without_a_translation_it_belongs_to_the_text_that_is_shown(place: Place) -> None:
    for name in ("course.en.md", "01-wagen.en.md", "02-bahnsteig.en.md"):
        (place.courses / COURSE / name).unlink()
    with place.open() as workspace:
        made = workspace.annotations.highlight(COURSE, LESSON, "en", spot(workspace, "Ein Mann telefoniert.", "en"))
        assert made.annotation.language == "de"
        assert workspace.annotations.of(COURSE, LESSON, "de")[0].where is Where.TEXT


def test_a_note_changes_and_says_when(place: Place) -> None:
    with place.open() as workspace:
        made = workspace.annotations.note(COURSE, LESSON, "de", "Erster Gedanke").annotation
        place.clock.forward(hours=1)
        changed = workspace.annotations.change(made.id, "Zweiter Gedanke")
        assert (changed.words, changed.made) == ("Zweiter Gedanke", made.made)
        assert changed.changed == place.clock.now
        place.clock.forward(hours=1)
        assert workspace.annotations.change(made.id, "Zweiter Gedanke") == changed
        (kept,) = workspace.annotations.of(COURSE, LESSON, "en")
        assert kept == Placed(changed, Where.LESSON)


def test_an_empty_note_on_a_lesson_is_refused(place: Place) -> None:
    with place.open() as workspace, pytest.raises(NotPossible):
        workspace.annotations.note(COURSE, LESSON, "de", " \n")


def test_what_was_removed_can_be_put_back(place: Place) -> None:
    with place.open() as workspace:
        made = workspace.annotations.note(COURSE, LESSON, "de", "Ein Gedanke").annotation
        removed = workspace.annotations.remove(made.id)
        assert workspace.annotations.of(COURSE, LESSON, "de") == ()
        for act in (workspace.annotations.remove, lambda one: workspace.annotations.change(one, "x")):
            with pytest.raises(NotPossible) as caught:
                act(made.id)
            assert caught.value.code == "annotation-unknown"
        workspace.annotations.restore(removed)
        assert workspace.annotations.of(COURSE, LESSON, "de")[0].annotation.words == "Ein Gedanke"


def test_a_bookmark_is_one_however_often_it_is_set(place: Place) -> None:
    with place.open() as workspace:
        for _ in range(2):
            workspace.annotations.bookmark(COURSE, LESSON, "de", True)
        assert workspace.annotations.bookmarked(COURSE, LESSON)
        assert not workspace.annotations.bookmarked(COURSE, "bahnsteig")
        assert len(workspace.annotations.of(COURSE, LESSON, "de")) == 1
        for _ in range(2):
            workspace.annotations.bookmark(COURSE, LESSON, "de", False)
        assert not workspace.annotations.bookmarked(COURSE, LESSON)


def test_the_list_of_all_follows_courses_and_lessons_and_forgets_none(place: Place) -> None:
    place.write(place.courses / COURSE / "03-abteil.md", BAHNSTEIG.replace("# Am Bahnsteig", "# Im Abteil"))
    with place.open() as workspace:
        notes = workspace.annotations
        notes.note(COURSE, "abteil", "de", "Zum Abteil")
        notes.note(COURSE, "bahnsteig", "de", "Zum Bahnsteig")
        notes.highlight(COURSE, LESSON, "de", spot(workspace, "was er zahlt"))
        notes.highlight(COURSE, LESSON, "de", spot(workspace, "Ein Mann"))
        notes.bookmark(COURSE, LESSON, "de", True)
        (place.courses / COURSE / "03-abteil.md").unlink()
        workspace.library.refresh()
        (course,) = notes.all("en")
        assert course.title == "Talking on the train"
        assert [(one.lesson_id, one.title) for one in course.lessons] == [
            ("wagen", "Carriage seven"),
            ("bahnsteig", "On the platform"),
            ("abteil", ""),
        ]
        first = course.lessons[0].annotations
        assert [one.bookmark for one in first] == [True, False, False]
        assert [one.passage.quote for one in first if one.passage] == ["Ein Mann", "was er zahlt"]


def test_a_course_that_is_gone_keeps_its_notes_in_the_list(place: Place) -> None:
    with place.open() as workspace:
        workspace.annotations.note(COURSE, LESSON, "de", "Bleibt")
        for file in (place.courses / COURSE).iterdir():
            file.unlink()
        (place.courses / COURSE).rmdir()
        workspace.library.refresh()
        (course,) = workspace.annotations.all("de")
        assert (course.course_id, course.title) == (COURSE, "")
        assert course.lessons[0].annotations[0].words == "Bleibt"
