"""Scenarios become scenes with choices, meters and flags; their translations keep all ways."""

from __future__ import annotations

from pathlib import Path

from desktop.model.course import Callout, Prose
from desktop.model.scenario import Choice, Flag, Meter, Scenario
from desktop.model.text import Rich
from tests.content.library import scenario, shelf, write

HEAD = """title: Der Chat
summary: Kurz
player: Sie
meters: {ruf: 70, draht: {title: Draht zum Gegenüber, start: 50}}
flags: {lob: Viel Lob, eile: Eile}
"""
BODY = """
## Hochspannend, was Sie da bauen

Am Abend bei {{ org.name }}.

**tk_insights:** Ihr *Beitrag* war gut.
**Sie**: Danke.
Wirklich.

- [Worum geht es?](#der-zweck) <!-- draht=-5 flag=lob,eile why="Freundlich & klar" -->
- [Vor dem Sommer wird das nichts.](#der-zweck-1) <!-- ruf=+10 -->

## Der Zweck

**tk_insights:** Nichts.

> [!NOTE]
> Was geschah.

## Der Zweck

Still.
"""


def read(root: Path, body: str = BODY, head: str = HEAD, language: str = "de") -> tuple[Scenario, list[str]]:
    write(root, {"quizzes/s.md": scenario(body, head)})
    found = shelf(root).scenario("s", language)
    assert found.value is not None
    return found.value, [problem.code for problem in found.problems]


def rich(text: str) -> Rich:
    return Rich(text, text)


def test_front_matter(tmp_path: Path) -> None:
    made, problems = read(tmp_path)
    assert problems == []
    assert (made.id, made.title, made.summary, made.player, made.language) == ("s", "Der Chat", "Kurz", "Sie", "de")
    assert made.meters == (Meter("ruf", "ruf", 70), Meter("draht", "Draht zum Gegenüber", 50))
    assert made.flags == (Flag("lob", "Viel Lob"), Flag("eile", "Eile"))


def test_scenes_lines_and_choices(tmp_path: Path) -> None:
    first, second, third = read(tmp_path)[0].scenes
    assert (first.id, first.title) == ("hochspannend-was-sie-da-bauen", "Hochspannend, was Sie da bauen")
    assert [(line.speaker, line.text.plain) for line in first.lines] == [
        ("", "Am Abend bei Muster & Söhne."),
        ("tk_insights", "Ihr Beitrag war gut."),
        ("Sie", "Danke.\nWirklich."),
    ]
    assert first.choices == (
        Choice(rich("Worum geht es?"), "der-zweck", (("draht", -5),), ("lob", "eile"), "Freundlich & klar"),
        Choice(rich("Vor dem Sommer wird das nichts."), "der-zweck-1", (("ruf", 10),)),
    )
    assert not first.is_ending
    assert (second.is_ending, [line.speaker for line in second.lines]) == (True, ["tk_insights"])
    assert [type(block) for block in second.debriefing] == [Callout]
    assert [type(block) for block in third.debriefing] == [Prose]


def test_flags_need_not_be_listed(tmp_path: Path) -> None:
    made, problems = read(tmp_path, head="meters: {ruf: 1, draht: 2}\n")
    assert problems == []
    assert made.flags == (Flag("lob", "lob"), Flag("eile", "eile"))


def test_a_ring_with_a_way_out_is_fine(tmp_path: Path) -> None:
    body = "## A\n\n- [b](#b)\n\n## B\n\n- [a](#a)\n- [c](#c)\n\n## C\n\nAus.\n"
    assert read(tmp_path, body, "")[1] == []


def test_each_ring_is_named_once(tmp_path: Path) -> None:
    ways = {"A": "bce", "B": "d", "D": "b", "C": "c"}
    scenes = [f"## {scene}\n\n" + "".join(f"- [hin](#{way})\n" for way in to) for scene, to in ways.items()]
    body = "\n".join([*scenes, "## E\n\nAus.\n"])
    write(tmp_path, {"quizzes/s.md": scenario(body)})
    found = shelf(tmp_path).scenario("s", "de").problems
    assert [(p.code, p.data["scenes"]) for p in found] == [("loop-without-exit", "B, D"), ("loop-without-exit", "C")]


def test_a_dead_choice_hides_no_other(tmp_path: Path) -> None:
    made, problems = read(tmp_path, BODY.replace("(#der-zweck-1)", "(#nirgendwo)") + "\n- [Weiter](#der-zweck)\n")
    assert "link-dead" in problems
    assert len(made.scenes[0].choices) == 1


ENGLISH = (
    BODY.replace("Hochspannend, was Sie da bauen", "Exciting")
    .replace("Der Zweck", "The purpose")
    .replace("#der-zweck", "#the-purpose")
    .replace("Worum geht es?", "What for?")
)


def test_a_translation_keeps_scenes_ways_and_effects(tmp_path: Path) -> None:
    head = "title: The chat\nmeters: {ruf: {title: Name}, draht: 50}\nflags: {lob: Praise, eile: Hurry}\n"
    write(tmp_path, {"quizzes/s.en.md": scenario(ENGLISH, head)})
    german, _ = read(tmp_path)
    english, problems = read(tmp_path, language="en")
    assert problems == []
    assert [scene.id for scene in english.scenes] == [scene.id for scene in german.scenes]
    assert english.scenes[0].title == "Exciting"
    assert [c.target for c in english.scenes[0].choices] == [c.target for c in german.scenes[0].choices]
    assert english.scenes[0].choices[0].text.plain == "What for?"
    assert (english.language, english.title, english.player) == ("en", "The chat", "Sie")
    assert english.meters == (Meter("ruf", "Name", 70), Meter("draht", "Draht zum Gegenüber", 50))
    assert english.flags == (Flag("lob", "Praise"), Flag("eile", "Hurry"))


def test_a_translation_with_other_ways_is_not_used(tmp_path: Path) -> None:
    write(tmp_path, {"quizzes/s.en.md": scenario(ENGLISH.replace("#the-purpose-1", "#the-purpose"), HEAD)})
    made, problems = read(tmp_path, language="en")
    assert "translation-differs" in problems
    assert (made.language, made.scenes[0].title) == ("de", "Hochspannend, was Sie da bauen")


def test_a_translation_may_leave_out_meters_and_flags(tmp_path: Path) -> None:
    write(tmp_path, {"quizzes/s.en.md": scenario(ENGLISH)})
    made, problems = read(tmp_path, language="en")
    assert problems == []
    assert made.meters[1].title == "Draht zum Gegenüber"
    assert made.flags[0].title == "Viel Lob"
