"""An item's lines sorted into question, answers with their feedback, hint and explanation; nothing rendered yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.content.documents import Document
from desktop.content.item_sources import ItemSource
from desktop.content.layout import CALLOUT, end_of_quote

CHOICE = re.compile(r"[ ]{0,3}[-*+][ \t]+\(([ xX]?)\)(?:[ \t]+(.*)|)")
MULTIPLE = re.compile(r"[ ]{0,3}[-*+][ \t]+\[([ xX]?)\](?!\()(?:[ \t]+(.*)|)")
TYPED = re.compile(r"[ ]{0,3}[-*+][ \t]+=(?!=)[ \t]*(.*)")
PAIR = re.compile(r"[ ]{0,3}[-*+][ \t]++((?:(?!->|→).)*)(?:->|→)[ \t]*+(.*)")
STEP = re.compile(r"[ ]{0,3}\d{1,9}[.)][ \t]+(.*)")
LINE = re.compile(r"[ ]{0,3}_{3,}[ \t]*")
RULE = re.compile(r"[ ]{0,3}(?:-[ \t]*){3,}|[ ]{0,3}(?:\*[ \t]*){3,}")
_FEEDBACK = re.compile(r"[ \t]*>[ ]?(.*)")


@dataclass(slots=True)
class Block:
    """Some lines of Markdown with the file lines they come from (both ends counted, from 1)."""

    lines: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0

    def add(self, line: str, number: int) -> None:
        """Append a line; blank ones between others keep paragraphs apart."""
        self.first = self.first or number
        self.last = number
        self.lines.append(line)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines).strip("\n")


@dataclass(slots=True)
class RawAnswer:
    """One answer line of an item: `kind` is its notation, `mark` whether it is ticked, `left` a pair's left side."""

    kind: str
    line: int
    column: int
    mark: bool = False
    left: str = ""
    text: Block = field(default_factory=Block)
    feedback: Block = field(default_factory=Block)


@dataclass(slots=True)
class RawItem:
    """An item's parts."""

    stem: Block = field(default_factory=Block)
    answers: list[RawAnswer] = field(default_factory=list)
    hint: Block = field(default_factory=Block)
    explanation: Block = field(default_factory=Block)
    reflection: bool = False


class AnswerReader:
    """Walks through the lines of one item.

    Problems: feedback-not-indented, text-after-answers, callout-misplaced.
    """

    def __init__(self, document: Document, source: ItemSource, ordering: bool) -> None:
        self._document = document
        self._source = source
        self._ordering = ordering
        self._item = RawItem()
        self._blank = True
        self._warned = False

    def read(self) -> RawItem:
        """The item's parts."""
        number = self._source.first + 1 if self._source.heading else self._source.first
        while number <= self._source.last:
            number = self._line(number) + 1
        return self._item

    def _line(self, number: int) -> int:
        """Take one line, or the call-out that begins there; the last line taken."""
        masked, line = self._document.masked[number - 1], self._document.lines[number - 1]
        if number in self._source.comments and not re.sub(r"<!--.*?-->", "", masked).strip():
            return number
        if not line.strip():
            self._blank = True
            if not self._item.answers and self._item.stem.lines:
                self._item.stem.add("", number)
            return number
        if CALLOUT.fullmatch(masked):
            return self._callout(number)
        answer = self._answer(masked, line, number)
        if answer is not None:
            self._item.answers.append(answer)
        elif LINE.fullmatch(masked):
            self._item.reflection = True
        elif not (self._blank and RULE.fullmatch(masked)):
            self._text(line, masked, number)
        self._blank = False
        return number

    def _callout(self, number: int) -> int:
        end = end_of_quote(self._document, number, self._source.last)
        match = CALLOUT.fullmatch(self._document.masked[number - 1])
        kind = match[1].upper() if match else ""
        part = {"TIP": self._item.hint, "NOTE": self._item.explanation}.get(kind)
        if part is None and self._item.answers:
            at = (number, match.start(1) + 1 if match else 1, len(kind))
            self._document.notes.warning("callout-misplaced", *at, kind=kind)
        elif part is None:
            for taken in range(number, end + 1):
                self._item.stem.add(self._document.lines[taken - 1], taken)
        else:
            self._quote(part, number, end, match.start(2) if match else 0)
        self._blank = True
        return end

    def _quote(self, part: Block, number: int, end: int, column: int) -> None:
        if part.lines:
            part.add("", number)
        part.add(self._document.lines[number - 1][column:], number)
        for taken in range(number + 1, end + 1):
            match = _FEEDBACK.fullmatch(self._document.lines[taken - 1])
            part.add(match[1] if match else "", taken)

    def _answer(self, masked: str, line: str, number: int) -> RawAnswer | None:
        """The answer that begins in this line, if one does. Matched on the masked twin, so code never answers."""
        for kind, pattern in (("single", CHOICE), ("multiple", MULTIPLE)):
            match = pattern.fullmatch(masked)
            if match:
                start = match.start(2) if match[2] is not None else len(line)
                return self._started(kind, line, number, start, mark=match[1] in ("x", "X"))
        typed = TYPED.fullmatch(masked)
        if typed:
            return self._started("typed", line, number, typed.start(1))
        step = STEP.fullmatch(masked) if self._ordering else None
        if step:
            return self._started("step", line, number, step.start(1))
        pair = PAIR.fullmatch(masked) if "->" in masked or "→" in masked else None
        if pair:
            answer = self._started("pair", line, number, pair.start(2))
            answer.left = line[pair.start(1) : pair.end(1)].strip()
            return answer
        return None

    def _started(self, kind: str, line: str, number: int, start: int, *, mark: bool = False) -> RawAnswer:
        answer = RawAnswer(kind, number, min(start, len(line)) + 1, mark)
        answer.text.add(line[start:], number)
        return answer

    def _text(self, line: str, masked: str, number: int) -> None:
        """A line that begins nothing: it goes on with what stands above it."""
        if not self._item.answers:
            self._item.stem.add(line, number)
            return
        answer = self._item.answers[-1]
        quoted = _FEEDBACK.fullmatch(line) if masked.lstrip().startswith(">") or line.lstrip().startswith(">") else None
        if quoted:
            if line.startswith(">"):
                self._document.notes.warning("feedback-not-indented", number, 1, len(line))
            if self._blank and answer.feedback.lines:
                answer.feedback.add("", number)
            answer.feedback.add(quoted[1], number)
        elif line[:1] in (" ", "\t") or not self._blank:
            part = answer.feedback if answer.feedback.lines and not self._blank else answer.text
            if self._blank:
                part.add("", number)
            part.add(_dedented(line), number)
        elif not self._warned:
            self._warned = True
            self._document.notes.warning("text-after-answers", number, 1, len(line))


def _dedented(line: str) -> str:
    """A continuation line without the indent that only ties it to its answer."""
    bare = line.expandtabs(4)
    indent = len(bare) - len(bare.lstrip())
    return bare[min(indent, 4) :]
