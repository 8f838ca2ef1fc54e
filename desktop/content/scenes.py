"""The scenes of a simulation: lines that someone says, choices that lead on, what they change, and how it ends."""

from __future__ import annotations

import re
from urllib.parse import unquote

from desktop.content.blocks import read_part
from desktop.content.documents import Document
from desktop.content.item_sources import Attribute, read_attributes
from desktop.content.suggestions import nearest
from desktop.content.wording import plain
from desktop.model.problem import Place
from desktop.model.scenario import Choice, Flag, Line, Meter, Scene
from desktop.model.text import Rich

MAX_STEP = 100

_HEADING = re.compile(r"[ ]{0,3}##[ \t]++(.*)")
_CHOICE = re.compile(r"[ ]{0,3}[-*+][ \t]+\[(?P<text>(?:[^\[\]\\]|\\.)+)\]\((?P<target>[^()\s]*)\)[ \t]*(?P<rest>.*)")
_BULLET = re.compile(r"[ ]{0,3}[-*+][ \t]+")
_SPEAKER = re.compile(r"[ ]{0,3}\*\*(?P<name>[^*]{1,80}?)(?::\*\*|\*\*:)[ \t]*(?P<text>.*)")
_COMMENT = re.compile(r"<!--(.*?)-->")
_STEP = re.compile(r"[+-]?\d{1,3}")


class SceneReader:
    """Reads the scenes of one document and remembers the flags its choices raise."""

    def __init__(self, document: Document, meters: tuple[Meter, ...], flags: tuple[Flag, ...]) -> None:
        self._document = document
        self._meters = tuple(meter.id for meter in meters)
        self._flags = tuple(flag.id for flag in flags)
        self.flags_used: dict[str, None] = {}
        self._linked: set[str] = set()

    def scenes(self) -> tuple[Scene, ...]:
        """All scenes, without choices that lead nowhere."""
        starts = self._starts()
        ends = [number - 1 for number, _, _ in (*starts, (self._document.last + 1, "", 0))][1:]
        named = [(self._new_id(words), start, end) for (start, words, _), end in zip(starts, ends, strict=True)]
        known = {scene_id for scene_id, _, _ in named}
        columns = {number: column for number, _, column in starts}
        return tuple(self._scene(scene_id, start, columns[start], end, known) for scene_id, start, end in named)

    def _starts(self) -> list[tuple[int, str, int]]:
        found = []
        for number in range(self._document.first, self._document.last + 1):
            match = _HEADING.fullmatch(self._document.masked[number - 1])
            if match:
                found.append((number, self._document.lines[number - 1][match.start(1) : match.end(1)], match.start(1)))
        return found

    def _new_id(self, words: str) -> str:
        return self._document.renderer.new_anchor(self._document.renderer.fill(plain(words))) or "scene"

    def _scene(self, scene_id: str, start: int, column: int, end: int, known: set[str]) -> Scene:
        document = self._document
        words = document.lines[start - 1][column:].rstrip("# \t")
        choices, last_line = self._choices(scene_id, start + 1, end, known)
        ending = scene_id not in self._linked
        lines, rest = self._lines(start + 1, last_line, ending=ending)
        debriefing = read_part(document, rest, last_line) if ending else ()
        place = Place(document.notes.source.path, start, column + 1, max(1, len(words)))
        if ending and not debriefing:
            document.notes.warning("ending-without-debriefing", start, column + 1, max(1, len(words)))
        title = document.renderer.inline(words, start, start).plain
        return Scene(scene_id, title, lines, choices, place, debriefing)

    def _choices(self, scene_id: str, first: int, end: int, known: set[str]) -> tuple[tuple[Choice, ...], int]:
        """The choices and the last line above them."""
        choices: list[Choice] = []
        above = end
        for number in range(first, end + 1):
            match = _CHOICE.fullmatch(self._document.masked[number - 1])
            if match and match["target"].startswith("#"):
                above = min(above, number - 1)
                choice = self._choice(scene_id, number, match, known)
                choices += [choice] if choice else []
            elif above < end and _BULLET.match(self._document.masked[number - 1]):
                length = len(self._document.lines[number - 1])
                self._document.notes.error("choice-without-link", number, 1, length)
        return tuple(choices), above

    def _choice(self, scene_id: str, number: int, match: re.Match[str], known: set[str]) -> Choice | None:
        line = self._document.lines[number - 1]
        target = unquote(match["target"][1:]).lower()
        column = match.start("target") + 1
        self._linked.add(scene_id)
        text = self._document.renderer.inline(line[match.start("text") : match.end("text")], number, number)
        changes, flags, why = self._effects(number, match)
        if target not in known:
            self._dead(match["target"], number, column, nearest(target, known, cutoff=0.5))
            return None
        return Choice(text, target, changes, flags, why)

    def _dead(self, address: str, line: int, column: int, meant: str) -> None:
        if meant:
            at = (line, column, len(address))
            self._document.notes.error("scene-missing", *at, address=address, suggestion=f"#{meant}")
        else:
            self._document.notes.error("link-dead", line, column, len(address), address=address)

    def _effects(self, number: int, match: re.Match[str]) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...], str]:
        changes: list[tuple[str, int]] = []
        flags: list[str] = []
        why = ""
        for comment in _COMMENT.finditer(self._document.lines[number - 1], match.start("rest")):
            for attribute in read_attributes(comment[1], number, comment.start(1) + 1):
                if attribute.name == "why":
                    why = self._document.renderer.fill(attribute.value)
                elif attribute.name == "flag":
                    flags += [name for name in attribute.value.split(",") if self._is_flag(name, attribute)]
                elif self._is_meter(attribute):
                    changes.append((attribute.name, int(attribute.value)))
        return tuple(changes), tuple(dict.fromkeys(flags)), why

    def _is_flag(self, name: str, attribute: Attribute) -> bool:
        self.flags_used[name] = None
        if name in self._flags or not self._flags:
            return bool(name)
        self._unknown("unknown-flag", "unknown-flag-no-match", name, attribute, self._flags)
        return False

    def _is_meter(self, attribute: Attribute) -> bool:
        if attribute.name not in self._meters:
            self._unknown("unknown-meter", "unknown-meter-no-match", attribute.name, attribute, self._meters)
            return False
        if _STEP.fullmatch(attribute.value) and abs(int(attribute.value)) <= MAX_STEP:
            return True
        at = (attribute.line, attribute.column, attribute.length)
        self._document.notes.error("meter-step-invalid", *at, meter=attribute.name, value=attribute.value)
        return False

    def _unknown(self, close: str, far: str, name: str, attribute: Attribute, known: tuple[str, ...]) -> None:
        at = (attribute.line, attribute.column, attribute.length)
        meant = nearest(name, known)
        if meant:
            self._document.notes.error(close, *at, name=name, suggestion=meant)
        else:
            self._document.notes.error(far, *at, name=name, known=", ".join(known) or "–")

    def _lines(self, first: int, last: int, *, ending: bool) -> tuple[tuple[Line, ...], int]:
        """The messages of a scene and the first line behind them.

        In an ending only what stands up to the last spoken line is a message; the rest is the debriefing.
        """
        paragraphs = self._paragraphs(first, last)
        spoken = [index for index, (start, _) in enumerate(paragraphs) if self._speaker(start)]
        count = (spoken[-1] + 1 if spoken else 0) if ending else len(paragraphs)
        lines = tuple(self._line(start, end) for start, end in paragraphs[:count])
        rest = paragraphs[count - 1][1] + 1 if count else first
        return tuple(line for line in lines if line.text), rest

    def _paragraphs(self, first: int, last: int) -> list[tuple[int, int]]:
        """Runs of lines; a new speaker begins a new one even without a blank line."""
        found: list[tuple[int, int]] = []
        start = 0
        for number in range(first, last + 2):
            blank = number > last or not self._document.lines[number - 1].strip()
            if start and (blank or self._speaker(number)):
                found.append((start, number - 1))
                start = 0
            if not blank and not start:
                start = number
        return found

    def _speaker(self, number: int) -> re.Match[str] | None:
        return _SPEAKER.fullmatch(self._document.masked[number - 1])

    def _line(self, first: int, last: int) -> Line:
        match = self._speaker(first)
        if match is None:
            return Line("", self._rich(self._document.text(first, last), first, last))
        spoken = self._document.lines[first - 1][match.start("text") :]
        text = "\n".join([spoken, *self._document.lines[first:last]])
        name = self._document.renderer.inline(match["name"], first, first).plain
        return Line(name, self._rich(text, first, last))

    def _rich(self, text: str, first: int, last: int) -> Rich:
        return self._document.renderer.inline(text, first, last)
