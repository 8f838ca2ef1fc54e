"""A scenario file becomes a branching simulation: headings are scenes, links in lists are choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.content.addresses import Addresses
from desktop.content.documents import prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.names import ORIGINAL_LANGUAGE, FileName, is_id
from desktop.content.quizzes import KNOWN_BY_KIND, Opened, check_translation_keys, is_kind, open_file, read_id
from desktop.content.scenario_graph import check_graph
from desktop.content.scenes import SceneReader
from desktop.model.problem import Place
from desktop.model.scenario import Flag, Meter, Scenario, Scene

METER_KEYS = ("title", "start")
DEFAULT_START = 50


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
    reader = SceneReader(document, meters, flags)
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
