from __future__ import annotations

import json
import time

import pytest

from desktop.model.course import Course
from desktop.model.errors import ContentError, NotPossible
from tests.app.kit import COURSE, COURSE_MD, QUIZ_HEAD, WAGEN, Place


def cache_file(place: Place, language: str = "de"):
    return place.home / "cache" / f"outlines-{language}.json"


def test_outlines_say_what_lists_need(place: Place) -> None:
    with place.open() as workspace:
        (outline,) = workspace.library.outlines("de")
        assert (outline.id, outline.title, outline.version) == (COURSE, "Gespräche im Zug", "2.1")
        assert [lesson.id for lesson in outline.lessons] == ["wagen", "bahnsteig"]
        assert [lesson.title for lesson in outline.lessons] == ["Wagen sieben", "Am Bahnsteig"]
        assert outline.lessons[0].item_ids == ("k-wagen",)
        assert (outline.quiz_id, outline.quiz_select) == ("zug", 4)
        assert outline.certificate is not None
        assert outline.certificate.valid_months == 12
        assert len(outline.content_hash) == 64
        assert workspace.library.outline(COURSE, "en").title == "Talking on the train"
        assert workspace.library.problems() == ()


def test_a_missing_translation_falls_back_to_the_original(place: Place) -> None:
    for file in place.courses.rglob("*.en.md"):
        file.unlink()
    with place.open() as workspace:
        outline = workspace.library.outline(COURSE, "en")
        assert (outline.title, outline.language) == ("Gespräche im Zug", "de")
        assert workspace.library.lesson(COURSE, "wagen", "en").language == "de"


def test_a_warm_start_reads_the_cache_and_says_the_same(place: Place) -> None:
    with place.open() as workspace:
        cold = workspace.library.outlines("de")
    kept = cache_file(place).read_text(encoding="utf-8")
    with place.open() as workspace:
        assert workspace.library.outlines("de") == cold
    assert cache_file(place).read_text(encoding="utf-8") == kept


def test_a_warm_start_really_is_answered_from_the_cache(place: Place) -> None:
    with place.open() as workspace:
        workspace.library.outlines("de")
    document = json.loads(cache_file(place).read_text(encoding="utf-8"))
    cached = json.dumps(document, ensure_ascii=False).replace("Gespräche im Zug", "Aus dem Vorrat")
    cache_file(place).write_text(cached, encoding="utf-8")
    with place.open() as workspace:
        assert workspace.library.outline(COURSE, "de").title == "Aus dem Vorrat"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}', "null", "\ufffd" * 10])
def test_a_damaged_cache_is_the_same_as_none(place: Place, damage: str) -> None:
    with place.open() as workspace:
        cold = workspace.library.outlines("de")
    cache_file(place).write_text(damage, encoding="utf-8")
    with place.open() as workspace:
        assert workspace.library.outlines("de") == cold


def test_a_cache_with_its_insides_torn_out_is_read_again(place: Place) -> None:
    with place.open() as workspace:
        cold = workspace.library.outlines("de")
    document = json.loads(cache_file(place).read_text(encoding="utf-8"))
    document["outlines"] = [{"id": 3}]
    cache_file(place).write_text(json.dumps(document), encoding="utf-8")
    with place.open() as workspace:
        assert workspace.library.outlines("de") == cold


def test_a_cache_that_cannot_be_written_stops_nobody(place: Place) -> None:
    place.home.mkdir()
    (place.home / "cache").write_text("in the way", encoding="utf-8")
    with place.open() as workspace:
        assert workspace.library.outline(COURSE, "de").title == "Gespräche im Zug"


def test_an_edited_course_is_noticed_at_the_next_start(place: Place) -> None:
    with place.open() as workspace:
        before = workspace.library.outline(COURSE, "de")
    place.write(place.courses / COURSE / "01-wagen.md", WAGEN.replace("# Wagen sieben", "# Wagen acht"))
    with place.open() as workspace:
        after = workspace.library.outline(COURSE, "de")
    assert after.lessons[0].title == "Wagen acht"
    assert after.content_hash != before.content_hash


def test_an_edited_course_is_noticed_while_the_window_is_open(place: Place) -> None:
    with place.open() as workspace:
        workspace.library.lesson(COURSE, "wagen", "de")
        assert not workspace.library.refresh()
        place.write(place.courses / COURSE / "01-wagen.md", WAGEN.replace("# Wagen sieben", "# Wagen acht"))
        assert workspace.library.lesson(COURSE, "wagen", "de").title == "Wagen acht"
        assert workspace.library.outline(COURSE, "de").lessons[0].title == "Wagen acht"


def test_the_firms_values_are_inserted_and_a_change_of_them_is_noticed(place: Place) -> None:
    with place.open() as workspace:
        assert "presse@muster.example" in about(workspace.library.course(COURSE, "de"))
    place.write(place.home / "org.toml", '[org]\nname = "Zug AG"\npress_contact = "presse@zug.example"\n')
    with place.open() as workspace:
        assert "presse@zug.example" in about(workspace.library.course(COURSE, "de"))


def test_a_faulty_profile_is_named_and_the_example_is_used(place: Place) -> None:
    place.write(place.home / "org.toml", '[org\nname = "Zug AG"\n')
    with place.open() as workspace:
        assert "presse@muster.example" in about(workspace.library.course(COURSE, "de"))
        assert place.home / "org.toml" in {p.place.file for p in workspace.library.problems()}


def test_courses_in_the_data_folder_are_found_too(place: Place) -> None:
    own = COURSE_MD.replace("id: zug", "id: eigen").replace("quiz: zug", "quiz: eigen").replace("im Zug", "zu Hause")
    place.write(place.home / "courses" / "eigen" / "course.md", own)
    place.write(place.home / "courses" / "eigen" / "01-wagen.md", WAGEN)
    quiz = (place.quizzes / "zug.md").read_text(encoding="utf-8").replace("id: zug", "id: eigen")
    place.write(place.home / "quizzes" / "eigen.md", quiz)
    with place.open() as workspace:
        assert {outline.id for outline in workspace.library.outlines("de")} == {"zug", "eigen"}
        assert workspace.library.quiz("eigen", "de").id == "eigen"


def test_a_folder_of_own_courses_made_while_running_is_found_on_refresh(place: Place) -> None:
    with place.open() as workspace:
        assert len(workspace.library.outlines("de")) == 1
        place.write(place.home / "courses" / "eigen" / "course.md", COURSE_MD.replace("id: zug", "id: eigen"))
        place.write(place.home / "courses" / "eigen" / "01-wagen.md", WAGEN)
        assert workspace.library.refresh()
        assert {outline.id for outline in workspace.library.outlines("de")} == {"zug", "eigen"}


def test_one_broken_course_hides_no_other_and_is_named_even_on_a_warm_start(place: Place) -> None:
    place.write(place.courses / "kaputt" / "course.md", "Kein Kopf, nur Text.\n")
    for _ in range(2):
        with place.open() as workspace:
            assert [outline.id for outline in workspace.library.outlines("de")] == [COURSE]
            assert any("kaputt" in str(problem.place.file) for problem in workspace.library.problems())


def test_a_known_lesson_opens_in_a_blink(place: Place) -> None:
    with place.open() as workspace:
        workspace.library.lesson(COURSE, "wagen", "de")
        times = []
        for _ in range(20):
            start = time.perf_counter()
            workspace.library.lesson(COURSE, "wagen", "de")
            times.append(time.perf_counter() - start)
    assert sorted(times)[10] < 0.020


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda library: library.outline("fehlt", "de"), "course-unknown"),
        (lambda library: library.course("fehlt", "de"), "course-unknown"),
        (lambda library: library.lesson("fehlt", "wagen", "de"), "course-unknown"),
        (lambda library: library.lesson(COURSE, "fehlt", "de"), "lesson-gone"),
        (lambda library: library.quiz("fehlt", "de"), "course-unknown"),
    ],
)
def test_what_is_not_there_is_named(place: Place, ask, code: str) -> None:
    with place.open() as workspace:
        with pytest.raises(NotPossible) as error:
            ask(workspace.library)
        assert error.value.code == code


def test_a_missing_quiz_stops_the_test_and_no_lesson(place: Place) -> None:
    (place.quizzes / "zug.md").unlink()
    (place.quizzes / "zug.en.md").unlink()
    with place.open() as workspace:
        assert workspace.library.lesson(COURSE, "wagen", "de").title == "Wagen sieben"
        with pytest.raises((ContentError, NotPossible)) as error:
            workspace.attempts.start_or_resume(COURSE, "de")
        assert error.value.code in ("quiz-unusable", "course-without-test")
        assert any(p.place.file.name == "course.md" for p in workspace.library.problems())


def test_a_quiz_without_items_is_unusable(place: Place) -> None:
    place.write(place.quizzes / "zug.md", QUIZ_HEAD.format(attempts="unlimited", feedback="immediate"))
    (place.quizzes / "zug.en.md").unlink()
    with place.open() as workspace, pytest.raises(ContentError) as error:
        workspace.library.quiz(COURSE, "de")
    assert error.value.code == "quiz-unusable"


def about(course: Course) -> str:
    return " ".join(block.text.plain for block in course.about if hasattr(block, "text"))
