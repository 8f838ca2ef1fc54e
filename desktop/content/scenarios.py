"""A scenario file becomes a branching simulation: headings are scenes, links in lists are choices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from desktop.content.addresses import Addresses
from desktop.content.blocks import read_part
from desktop.content.documents import Document, prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.item_sources import Attribute, read_attributes
from desktop.content.names import ORIGINAL_LANGUAGE, FileName, is_id
from desktop.content.quizzes import KNOWN_BY_KIND, Opened, check_translation_keys, is_kind, open_file, read_id
from desktop.content.scenario_graph import check_graph
from desktop.content.suggestions import nearest
from desktop.content.wording import plain
from desktop.model.problem import Place
from desktop.model.scenario import Choice, Flag, Line, Meter, Scenario, Scene
from desktop.model.text import Rich

METER_KEYS = ("title", "start")
MAX_STEP = 100
DEFAULT_START = 50

_HEADING = re.compile(r"[ ]{0,3}##[ \t]++(.*)")
_CHOICE = re.compile(r"[ ]{0,3}[-*+][ \t]+\[(?P<text>(?:[^\[\]\\]|\\.)+)\]\((?P<target>[^()\s]*)\)[ \t]*(?P<rest>.*)")
_BULLET = re.compile(r"[ ]{0,3}[-*+][ \t]+")
_SPEAKER = re.compile(r"[ ]{0,3}\*\*(?P<name>[^*]{1,80}?)(?::\*\*|\*\*:)[ \t]*(?P<text>.*)")
_COMMENT = re.compile(r"<!--(.*?)-->")
_STEP = re.compile(r"[+-]?\d{1,3}")


def load_scenario(files: Sequence[FileName], language: str, org: Mapping[str, str]) -> Found[Scenario]:
    """A scenario from its files, the original first; without a translation the original is what is found.

    Problems: kind-differs, those of open_file and read_scenario, translation-differs.
    """
    opened = open_file(files[0].path, KNOWN_BY_KIND)
    if opened.value is None or not is_kind(opened.value, "scenario"):
        return Found(None, opened.value.notes.found() if opened.value else opened.problems)
    original = read_scenario(opened.value, files[0].id, org)
    other = next((n for n in files[1:] if n.language == language), None)
    if original.value is None or other is None or language == original.value.language:
        return original
    translation = open_file(other.path, KNOWN_BY_KIND)
    if translation.value is None or not is_kind(translation.value, "scenario"):
        problems = translation.value.notes.found() if translation.value else translation.problems
        return Found(original.value, (*original.problems, *problems))
    check_translation_keys(translation.value, opened.value)
    both = translate_scenario(original.value, translation.value, language, org)
    return Found(both.value, (*original.problems, *both.problems))


def read_scenario(
    opened: Opened, fallback_id: str, org: Mapping[str, str], given: Scenario | None = None
) -> Found[Scenario]:
    """The simulation in an opened file; `given` is the original whose meters and flags a translation may leave out.

    Problems: scenario-without-scenes, unknown-meter, unknown-meter-no-match, unknown-flag, unknown-flag-no-match,
    meter-step-invalid, choice-without-link, link-dead, scene-unreachable, loop-without-exit, ending-without-debriefing.
    """
    notes, fields = opened.notes, opened.fields
    folder = notes.source.path.parent
    document = prepare(notes, opened.body_line, org, Addresses(folder, folder))
    meters = given.meters if given and "meters" not in fields else _meters(opened)
    flags = given.flags if given and "flags" not in fields else _flags(fields)
    reader = _SceneReader(document, meters, flags)
    scenes = reader.scenes()
    document.renderer.close()
    if not scenes:
        notes.error("scenario-without-scenes", 1, 1, 3)
        return Found(None, notes.found())
    check_graph(scenes, notes)
    own_id = read_id(opened, fallback_id)
    scenario = Scenario(
        id=own_id,
        title=document.renderer.field(fields, "title") or document.title or own_id,
        language=fields.text("language", ORIGINAL_LANGUAGE),
        meters=meters,
        flags=flags or tuple(Flag(name, name) for name in reader.flags_used),
        scenes=scenes,
        place=Place(notes.source.path),
        summary=document.renderer.field(fields, "summary"),
        player=document.renderer.field(fields, "player"),
    )
    return Found(scenario, notes.found())


def translate_scenario(original: Scenario, opened: Opened, language: str, org: Mapping[str, str]) -> Found[Scenario]:
    """The original's scenes, ways and meters in the words of a translation.

    Problems: those of read_scenario, translation-differs; then the original's words stay.
    """
    found = read_scenario(opened, original.id, org, original)
    other = found.value
    if other is None:
        return Found(original, found.problems)
    notes = opened.notes
    if _shape(original) != _shape(other):
        pairs = zip(original.scenes, other.scenes, strict=False)
        at = next((b.place for a, b in pairs if _ways(original, a) != _ways(other, b)), Place(notes.source.path))
        notes.error("translation-differs", at.line, at.column, at.length, id=original.id)
        return Found(original, notes.found())
    meters = {meter.id: meter.title for meter in other.meters if meter.title != meter.id}
    flags = {flag.id: flag.title for flag in other.flags if flag.title != flag.id}
    translated = replace(
        other,
        id=original.id,
        language=language,
        title=other.title if other.title != other.id else original.title,
        summary=other.summary or original.summary,
        player=other.player or original.player,
        meters=tuple(replace(m, title=meters.get(m.id, m.title)) for m in original.meters),
        flags=tuple(replace(f, title=flags.get(f.id, f.title)) for f in original.flags),
        scenes=tuple(_scene_in_other_words(a, b) for a, b in zip(original.scenes, other.scenes, strict=True)),
    )
    return Found(translated, notes.found())


def _scene_in_other_words(scene: Scene, other: Scene) -> Scene:
    pairs = zip(scene.choices, other.choices, strict=True)
    choices = tuple(replace(mine, text=theirs.text, why=theirs.why or mine.why) for mine, theirs in pairs)
    return replace(other, id=scene.id, choices=choices)


def _shape(scenario: Scenario) -> tuple[object, ...]:
    return tuple(_ways(scenario, scene) for scene in scenario.scenes)


def _ways(scenario: Scenario, scene: Scene) -> tuple[object, ...]:
    """Where a scene's choices lead and what they do, by the order of the scenes, since their names are translated."""
    order = {other.id: index for index, other in enumerate(scenario.scenes)}
    return tuple((order[choice.target], choice.changes, choice.flags) for choice in scene.choices)


def _meters(opened: Opened) -> tuple[Meter, ...]:
    """`{ruf: 70}` or `{ruf: {title: Ihr Ruf, start: 70}}`."""
    fields = opened.fields.mapping("meters")
    meters: list[Meter] = []
    for name in fields.names() if fields else ():
        if fields is None or not is_id(name):
            continue
        if fields.is_scalar(name):
            meters.append(Meter(name, name, fields.whole(name, DEFAULT_START, 0, 100)))
            continue
        inner = fields.mapping(name, METER_KEYS)
        if inner is not None:
            meters.append(Meter(name, inner.text("title", name), inner.whole("start", DEFAULT_START, 0, 100)))
    return tuple(meters)


def _flags(fields: Fields) -> tuple[Flag, ...]:
    inner = fields.mapping("flags")
    return tuple(Flag(name, inner.text(name, name)) for name in inner.names()) if inner else ()


class _SceneReader:
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
