"""Two languages of the same content: words from the translation, ids and keys from the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.course import Checklist, KnowledgeCheck, Prose
from desktop.model.problem import Problem
from desktop.model.quiz import ChoiceItem, ClozeItem, Item, MatchingItem, NumericItem, OrderingItem, Quiz, ShortItem
from tests.content.library import COURSE, quiz, shelf, write


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_only_what_is_translated_is(tmp_path: Path) -> None:
    files = {
        "courses/k/course.md": "---\ntitle: Kurs\nsummary: Worum es geht\nversion: 2.10\n---\n\nVorweg.\n",
        "courses/k/course.en.md": "---\ntitle: Course\n---\n\nAhead.\n",
        "courses/k/01-a.md": "# Eins\n\nText\n",
        "courses/k/01-a.en.md": "# One\n\nText\n",
        "courses/k/02-b.md": "# Zwei\n\nText\n",
    }
    books = shelf(write(tmp_path, files))
    found = books.course("k", "en")
    assert not found.problems
    assert found.value is not None
    outline = found.value.outline
    assert (outline.title, outline.summary) == ("Course", "Worum es geht")
    assert (outline.language, outline.version) == ("en", "2.10")
    assert [(lesson.id, lesson.title) for lesson in outline.lessons] == [("a", "One"), ("b", "Zwei")]
    assert [(lesson.title, lesson.language) for lesson in found.value.lessons] == [("One", "en"), ("Zwei", "de")]
    assert isinstance(found.value.about[0], Prose)
    assert found.value.about[0].text.plain == "Ahead."


def test_an_unknown_language_gives_the_original(tmp_path: Path) -> None:
    found = shelf(write(tmp_path, {})).course("k", "fr")
    assert found.value is not None
    assert (found.value.outline.language, found.value.lessons[0].language) == ("de", "de")


def test_the_original_may_be_in_another_language(tmp_path: Path) -> None:
    files = {
        "courses/k/course.md": "---\ntitle: Course\nlanguage: en\n---\n",
        "courses/k/course.de.md": "---\ntitle: Kurs\n---\n",
        "courses/k/01-a.de.md": "# Anfang\n",
    }
    books = shelf(write(tmp_path, files))
    for language, title, lesson in (("en", "Course", "Anfang"), ("de", "Kurs", "Anfang")):
        found = books.course("k", language)
        assert found.value is not None
        assert (found.value.outline.title, found.value.outline.language) == (title, language)
        assert found.value.lessons[0].title == lesson


def both(root: Path, german: str, english: str) -> tuple[Quiz, list[str]]:
    write(root, {"quizzes/q.md": quiz(german, "mastery_score: 70\n"), "quizzes/q.en.md": quiz(english)})
    found = shelf(root).quiz("q", "en")
    assert found.value is not None
    return found.value, codes(found.problems)


HEAD = "## {}\n<!-- item: id=f points=3 tags=t penalty=0.5 -->\n"
GERMAN = HEAD.format("Frage")
ENGLISH = "## Question\n<!-- item: id=f -->\n"


def one(root: Path, german: str, english: str) -> Item:
    made, problems = both(root, GERMAN + german, ENGLISH + english)
    assert problems == []
    assert (made.language, made.mastery_score) == ("en", 70.0)
    (item,) = made.items
    assert (item.points, item.tags, item.penalty, item.stem.plain) == (3.0, ("t",), 0.5, "Question")
    return item


def test_choices_are_translated(tmp_path: Path) -> None:
    item = one(tmp_path, "- ( ) nein\n- (x) ja\n    > Gut.\n", "- ( ) no\n- (x) yes\n    > Good.\n")
    assert isinstance(item, ChoiceItem)
    assert [(o.text.plain, o.correct) for o in item.options] == [("no", False), ("yes", True)]
    assert item.options[1].feedback.plain == "Good."


def test_true_false_stays_true_false(tmp_path: Path) -> None:
    item = one(tmp_path, "- (x) Stimmt\n- ( ) Stimmt nicht\n", "- (x) That is so\n- ( ) That is not so\n")
    assert isinstance(item, ChoiceItem)
    assert item.type == "true-false"


def test_other_types_are_translated(tmp_path: Path) -> None:
    matching = one(tmp_path, "- a -> x\n- b -> y\n- -> z\n", "- A -> X\n- B -> Y\n- -> Z\n")
    assert isinstance(matching, MatchingItem)
    assert [pair.right for pair in matching.pairs] == ["X", "Y"]
    short = one(tmp_path, "- = Frist\n- = Sperrfrist\n", "- = deadline\n")
    assert isinstance(short, ShortItem)
    assert short.accepted[0].text == "deadline"
    numeric = one(tmp_path, "- = 2,5 +- 1\n", "- = 2.5 +- 1\n")
    assert isinstance(numeric, NumericItem)
    cloze = one(tmp_path, "Die [[(Frist)|Lust]] und [[x]]\n", "The [[(deadline)|mood]] and [[y|z]]\n")
    assert isinstance(cloze, ClozeItem)
    assert cloze.gaps[1].accepted == ("y", "z")


def test_steps_are_translated(tmp_path: Path) -> None:
    mark = "<!-- item: id=f type=ordering -->\n"
    made, problems = both(tmp_path, f"## F\n{mark}1. a\n2. b\n", f"## Q\n{mark}1. A\n2. B\n")
    assert problems == []
    (item,) = made.items
    assert isinstance(item, OrderingItem)
    assert [o.text.plain for o in item.options] == ["A", "B"]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("- ( ) a\n- (x) b\n", "- (x) A\n- ( ) B\n"),
        ("- ( ) a\n- (x) b\n", "- ( ) A\n- (x) B\n- ( ) C\n"),
        ("- ( ) a\n- (x) b\n", "- [ ] A\n- [x] B\n"),
        ("- a -> x\n- b -> y\n", "- A -> X\n- B -> Y\n- -> Z\n"),
        ("- a -> x\n- b -> x\n", "- A -> X\n- B -> Y\n"),
        ("Ein [[a]]\n", "One [[a]] and [[b]]\n"),
        ("Ein [[(a)|b]]\n", "One [[(b)|c|d]]\n"),
        ("- = 280 +- 5\n", "- = 280 +- 50\n"),
        ("- = Wort\n", "___\n"),
    ],
)
def test_another_structure_is_a_problem_and_the_original_stays(german: str, english: str, tmp_path: Path) -> None:
    made, problems = both(tmp_path, GERMAN + german, ENGLISH + english)
    assert problems == ["translation-differs"]
    assert [item.stem.plain for item in made.items] == ["Frage"]


def test_order_comes_from_the_original(tmp_path: Path) -> None:
    def item(name: str) -> str:
        return f"## {name}\n<!-- item: id={name.lower()} -->\n- (x) a\n- ( ) b\n\n"

    made, problems = both(tmp_path, item("A") + item("B") + item("C"), item("C") + item("A"))
    assert problems == ["translation-item-missing"]
    assert [i.id for i in made.items] == ["a", "b", "c"]


def test_a_broken_translation_leaves_the_original(tmp_path: Path) -> None:
    write(tmp_path, {"quizzes/q.md": quiz(GERMAN + "- (x) a\n- ( ) b\n"), "quizzes/q.en.md": "---\n*x\n---\n"})
    found = shelf(tmp_path).quiz("q", "en")
    assert found.value is not None
    assert found.value.language == "de"
    assert codes(found.problems) == ["yaml-alias"]


CHECK = "<!-- quiz -->\n### {}\n<!-- item: id={} -->\n- (x) {}\n- ( ) {}\n<!-- /quiz -->\n"


def test_checks_and_ticks_keep_the_originals_ids(tmp_path: Path) -> None:
    files = {
        "courses/k/course.md": COURSE,
        "courses/k/01-a.md": "# A\n\n- [ ] Suchen\n- [ ] Prüfen\n\n" + CHECK.format("Frage", "f", "ja", "nein"),
        "courses/k/01-a.en.md": "# A\n\n- [ ] Search\n- [ ] Check\n\n" + CHECK.format("Question", "f", "yes", "no"),
    }
    found = shelf(write(tmp_path, files)).lesson("k", "a", "en")
    assert not found.problems
    assert found.value is not None
    ticks, check = found.value.blocks
    assert isinstance(ticks, Checklist)
    assert [(task.id, task.text.plain) for task in ticks.tasks] == [("suchen", "Search"), ("prüfen", "Check")]
    assert isinstance(check, KnowledgeCheck)
    assert [(item.id, item.stem.plain) for item in check.items] == [("f", "Question")]


def test_a_check_that_differs_is_shown_in_the_originals_words(tmp_path: Path) -> None:
    files = {
        "courses/k/01-a.md": "# A\n\n" + CHECK.format("Frage", "f", "ja", "nein"),
        "courses/k/01-a.en.md": "# A\n\n" + CHECK.format("Q", "f", "yes", "no").replace("(", "[").replace(")", "]"),
    }
    found = shelf(write(tmp_path, files)).lesson("k", "a", "en")
    assert codes(found.problems) == ["translation-differs"]
    assert found.value is not None
    (check,) = found.value.blocks
    assert isinstance(check, KnowledgeCheck)
    assert check.items[0].stem.plain == "Frage"


def test_outlines_name_the_originals_items_in_every_language(tmp_path: Path) -> None:
    files = {
        "courses/k/01-a.md": "# A\n\n" + CHECK.format("Frage", "f", "ja", "nein"),
        "courses/k/01-a.en.md": "# A\n\nNothing yet.\n",
    }
    outlines = shelf(write(tmp_path, files)).outlines("en").value or ()
    assert outlines[0].lessons[0].item_ids == ("f",)
