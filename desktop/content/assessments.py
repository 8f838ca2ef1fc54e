"""A self-assessment file becomes statements on a scale, with what is said to each score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.content.addresses import Addresses
from desktop.content.documents import Document, prepare
from desktop.content.fields import Fields
from desktop.content.found import Found
from desktop.content.front_matter import Node
from desktop.content.item_sources import ItemSource, split_items
from desktop.content.names import ORIGINAL_LANGUAGE, FileName, is_id
from desktop.content.quizzes import KNOWN_BY_KIND, Opened, check_translation_keys, is_kind, open_file, read_id
from desktop.content.sources import Notes
from desktop.content.suggestions import nearest
from desktop.model.assessment import Band, Dimension, SelfAssessment, Statement
from desktop.model.problem import Place

DIMENSION_KEYS = ("title", "bands", "lesson")
BAND_KEYS = ("upto", "text")
ATTRIBUTES = ("id", "dimension", "reverse")


def load_assessment(files: Sequence[FileName], language: str, org: Mapping[str, str]) -> Found[SelfAssessment]:
    """A self-assessment from its files, the original first; without a translation the original is what is found.

    Problems: kind-differs, those of open_file and read_assessment, translation-item-missing,
    translation-item-unknown, translation-differs.
    """
    opened = open_file(files[0].path, KNOWN_BY_KIND)
    if opened.value is None or not is_kind(opened.value, "self-assessment"):
        return Found(None, opened.value.notes.found() if opened.value else opened.problems)
    original = read_assessment(opened.value, files[0].id, org)
    other = next((n for n in files[1:] if n.language == language), None)
    if original.value is None or other is None or language == original.value.language:
        return original
    translation = open_file(other.path, KNOWN_BY_KIND)
    if translation.value is None or not is_kind(translation.value, "self-assessment"):
        problems = translation.value.notes.found() if translation.value else translation.problems
        return Found(original.value, (*original.problems, *problems))
    check_translation_keys(translation.value, opened.value)
    both = _translated(original.value, translation.value, language, org)
    return Found(both.value, (*original.problems, *both.problems))


def read_assessment(
    opened: Opened, fallback_id: str, org: Mapping[str, str], given: SelfAssessment | None = None
) -> Found[SelfAssessment]:
    """The self-assessment in an opened file; `given` is the original whose scale and dimensions a translation keeps.

    Problems: scale-too-short, dimension-without-bands, band-order, band-end, assessment-without-statements,
    dimension-missing, unknown-dimension, unknown-dimension-no-match, dimension-unused, and those of items' comments.
    """
    notes, fields = opened.notes, opened.fields
    folder = notes.source.path.parent
    document = prepare(notes, opened.body_line, org, Addresses(folder, folder))
    own_id = read_id(opened, fallback_id)
    reader = _Reader(document, opened)
    scale = reader.scale() if given is None or "scale" in fields else given.scale
    dimensions = reader.dimensions() if given is None or "dimensions" in fields else given.dimensions
    statements = reader.statements(opened.body_line, dimensions)
    document.renderer.close()
    if not statements:
        notes.error("assessment-without-statements", 1, 1, 3)
    assessment = SelfAssessment(
        id=own_id,
        title=document.renderer.field(fields, "title") or document.title or own_id,
        language=fields.text("language", ORIGINAL_LANGUAGE),
        scale=scale,
        dimensions=dimensions,
        statements=statements,
        place=Place(notes.source.path),
        summary=document.renderer.field(fields, "summary"),
        audience=fields.texts("audience"),
    )
    usable = statements and dimensions and len(scale) > 1
    return Found(assessment if usable else None, notes.found())


def _translated(
    original: SelfAssessment, opened: Opened, language: str, org: Mapping[str, str]
) -> Found[SelfAssessment]:
    found = read_assessment(opened, original.id, org, original)
    other = found.value
    if other is None:
        return Found(original, found.problems)
    notes = opened.notes
    if len(other.scale) != len(original.scale) or _ids(other) != _ids(original):
        notes.error("translation-differs", 1, 1, 3, id=original.id)
        return Found(original, notes.found())
    statements = _merged(original.statements, other.statements, notes)
    merged = replace(
        other,
        id=original.id,
        language=language,
        title=other.title if other.title != other.id else original.title,
        summary=other.summary or original.summary,
        audience=original.audience,
        dimensions=tuple(_with_keys(a, b) for a, b in zip(original.dimensions, other.dimensions, strict=True)),
        statements=statements,
    )
    return Found(merged, notes.found())


def _ids(assessment: SelfAssessment) -> list[tuple[str, int]]:
    return [(dimension.id, len(dimension.bands)) for dimension in assessment.dimensions]


def _with_keys(original: Dimension, other: Dimension) -> Dimension:
    """The translation's words with the original's scores and lesson."""
    pairs = zip(original.bands, other.bands, strict=True)
    bands = tuple(Band(mine.upto, theirs.text) for mine, theirs in pairs)
    return replace(other, bands=bands, lesson=original.lesson)


def _merged(original: Sequence[Statement], other: Sequence[Statement], notes: Notes) -> tuple[Statement, ...]:
    words = {statement.id: statement for statement in other}
    known = {statement.id for statement in original}
    for statement in other:
        if statement.id not in known:
            place = statement.place
            notes.error("translation-item-unknown", place.line, place.column, place.length, id=statement.id)
    for statement in original:
        if statement.id not in words:
            notes.error("translation-item-missing", 1, 1, 1, id=statement.id)
    return tuple(replace(s, text=words[s.id].text) if s.id in words else s for s in original)


class _Reader:
    """Reads the parts of one self-assessment."""

    def __init__(self, document: Document, opened: Opened) -> None:
        self._document = document
        self._notes = opened.notes
        self._fields = opened.fields

    def scale(self) -> tuple[str, ...]:
        """The labels from least to most agreement."""
        labels = self._fields.texts("scale")
        if len(labels) < 2:
            self._notes.error("scale-too-short", *self._fields.place("scale"))
        return labels

    def dimensions(self) -> tuple[Dimension, ...]:
        """The axes of the profile, each with its bands."""
        fields = self._fields.mapping("dimensions")
        if fields is None or not fields.names():
            self._notes.error("dimensions-missing", *self._fields.place("dimensions"))
            return ()
        found: list[Dimension] = []
        for name in fields.names():
            inner = fields.mapping(name, DIMENSION_KEYS)
            if inner is not None and is_id(name):
                bands = self._bands(inner, fields.key_place(name))
                title = self._document.renderer.field(inner, "title") or name
                found.append(Dimension(name, title, bands, inner.text("lesson")))
        return tuple(found)

    def _bands(self, fields: Fields, at: tuple[int, int, int]) -> tuple[Band, ...]:
        bands: list[Band] = []
        for node, inner in fields.mappings("bands", BAND_KEYS):
            upto = inner.number("upto", 100.0, 0, 100)
            text = self._document.renderer.field(inner, "text")
            if bands and upto <= bands[-1].upto:
                self._fault_at("band-order", node, upto=f"{upto:g}")
            bands.append(Band(upto, text))
        if not bands:
            self._notes.error("dimension-without-bands", *at)
        elif bands[-1].upto < 100:
            self._notes.error("band-end", *at, upto=f"{bands[-1].upto:g}")
        return tuple(bands)

    def _fault_at(self, code: str, node: Node, upto: str) -> None:
        self._notes.error(code, node.line, node.column, node.length, upto=upto)

    def statements(self, first: int, dimensions: Sequence[Dimension]) -> tuple[Statement, ...]:
        """The headings with their comments; one without a dimension is left out."""
        known = tuple(dimension.id for dimension in dimensions)
        found: dict[str, Statement] = {}
        for source in split_items(self._document.lines, self._document.masked, first, self._document.last):
            statement = self._statement(source, known)
            if statement is None:
                continue
            if statement.id in found:
                line, column = source.first, source.column
                other = str(found[statement.id].place.line)
                self._notes.error("duplicate-item-id", line, column, 1, id=statement.id, first_line=other)
                continue
            found[statement.id] = statement
        used = {statement.dimension for statement in found.values()}
        for dimension in dimensions:
            if dimension.id not in used:
                self._notes.warning("dimension-unused", *self._fields.place("dimensions"), name=dimension.id)
        return tuple(found.values())

    def _statement(self, source: ItemSource, known: tuple[str, ...]) -> Statement | None:
        at = (source.first, source.column, max(1, len(source.heading)))
        self._check_attributes(source)
        if source.attribute("id") is None:
            self._notes.warning("item-without-id", *at, suggestion=source.id)
        dimension = source.attribute("dimension")
        if dimension is None or not dimension.value:
            self._notes.error("dimension-missing", *at, known=", ".join(known))
            return None
        if dimension.value not in known:
            where = (dimension.line, dimension.column, dimension.length)
            meant = nearest(dimension.value, known)
            if meant:
                self._notes.error("unknown-dimension", *where, name=dimension.value, suggestion=meant)
            else:
                self._notes.error("unknown-dimension-no-match", *where, name=dimension.value, known=", ".join(known))
            return None
        line = self._document.lines[source.first - 1][source.column - 1 :]
        text = self._document.renderer.inline(line.rstrip("# \t"), source.first, source.first)
        reverse = source.attribute("reverse")
        turned = reverse is not None and reverse.value.lower() not in ("false", "no")
        place = Place(self._notes.source.path, *at)
        return Statement(source.id, text, dimension.value, place, turned)

    def _check_attributes(self, source: ItemSource) -> None:
        for attribute in source.attributes:
            if attribute.name in ATTRIBUTES:
                continue
            at = (attribute.line, attribute.column, attribute.length)
            meant = nearest(attribute.name, ATTRIBUTES)
            if meant:
                self._notes.error("unknown-key", *at, key=attribute.name, suggestion=meant)
            else:
                self._notes.error("unknown-key-no-match", *at, key=attribute.name, known=", ".join(ATTRIBUTES))
