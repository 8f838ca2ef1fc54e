"""What can be found, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Range = tuple[int, int]
"""Start and end of a run of characters, the end not included."""


class SearchKind(StrEnum):
    """What a hit is, in the order in which equally good ones are shown."""

    COMMAND = "command"
    COURSE = "course"
    LESSON = "lesson"
    CHECKLIST = "checklist"
    SIMULATION = "simulation"
    ASSESSMENT = "assessment"
    NOTE = "note"
    TERM = "term"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a hit leads: a lesson and the passage in it, or a screen and what to point at there.

    `passage` is a paragraph or a part of one as it stands in the lesson, empty for the lesson's beginning. `part` names
    the widget of a screen that gets the keyboard; `subject` is what the screen is about, such as a simulation's id.
    """

    course_id: str = ""
    lesson_id: str = ""
    passage: str = ""
    screen: str = ""
    part: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the heading it stands under; a heading is a passage whose text is the heading itself."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something that can be found: its title, where it belongs, and its words.

    `item_id` names the question it shows, so that one nobody has answered yet stays hidden; `quiz_id` is its test, or
    empty for a question inside a lesson. `also` are further words by which it is found and which are never shown.
    """

    kind: SearchKind
    title: str
    where: str
    passages: tuple[Passage, ...]
    target: Target
    item_id: str = ""
    quiz_id: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: the ranges say which characters of title and snippet matched.

    `forms` are the folded words that were found, `exact` is False where they are a guess at what was meant.
    """

    kind: SearchKind
    title: str
    where: str
    snippet: str
    target: Target
    title_ranges: tuple[Range, ...] = ()
    snippet_ranges: tuple[Range, ...] = ()
    forms: tuple[str, ...] = ()
    exact: bool = True
