"""What a learner adds to a lesson for themselves: highlights, notes and bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a lesson by its words, as in W3C's TextQuoteSelector, so that it is found again in an edited text.

    `quote` is the passage as plain text, `before` and `after` up to 64 characters around it; `position` is 0..1 of the
    text's length when it was made, the last hint where the words have gone.
    """

    quote: str
    before: str = ""
    after: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A highlight (a passage), a note (words, with a passage or for the whole lesson), or a bookmark.

    `language` is that of the text it was made in.
    """

    id: str
    course_id: str
    lesson_id: str
    language: str
    made: datetime
    changed: datetime
    passage: Passage | None = None
    words: str = ""
    bookmark: bool = False
