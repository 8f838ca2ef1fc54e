"""Items of a quiz or a knowledge check: from their lines to typed facts, each fault named at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.content.answers import AnswerReader, RawItem
from desktop.content.documents import Document
from desktop.content.item_kinds import BUILDERS, Shared
from desktop.content.item_sources import Attribute, ItemSource, split_items
from desktop.content.names import is_id
from desktop.content.suggestions import nearest
from desktop.model.problem import Place
from desktop.model.quiz import Item, ItemType
from desktop.model.text import Rich

ATTRIBUTES = ("id", "points", "tags", "type", "penalty", "shuffle")
_TYPES = tuple(kind.value for kind in ItemType)
_YES = {"true": True, "yes": True, "false": False, "no": False}
MAX_POINTS = 1000.0


def read_items(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The usable items in the lines first..last; an item with an error is left out, the others stay.

    Problems: item-without-id, id-invalid, duplicate-item-id, unknown-key, unknown-key-no-match, no-number, not-one-of,
    attribute-without-value, out-of-range, no-yes-or-no, item-comment-twice, answers-mixed, item-without-answers,
    type-differs, and those of AnswerReader and item_kinds.
    """
    items: list[Item] = []
    ids: dict[str, int] = {}
    for source in split_items(document.lines, document.masked, first, last):
        own = source.attribute("id")
        if source.id in ids:
            at = (own.line, own.column, own.length) if own else (source.first, source.column, 1)
            document.notes.error("duplicate-item-id", *at, id=source.id, first_line=str(ids[source.id]))
            continue
        ids[source.id] = source.first
        item = _ItemReader(document, source).read()
        if item is not None:
            items.append(item)
    return tuple(items)


@dataclass(frozen=True, slots=True)
class _Settings:
    """What an item's comment says, checked."""

    points: float
    penalty: float
    tags: tuple[str, ...]
    shuffle: bool | None
    type: ItemType | None


class _ItemReader:
    """Reads one item."""

    def __init__(self, document: Document, source: ItemSource) -> None:
        self._document = document
        self._notes = document.notes
        self._source = source

    def read(self) -> Item | None:
        """The item; None where an error makes it unusable."""
        self._check_comment()
        settings = self._settings()
        ordering = settings.type is ItemType.ORDERING
        raw = AnswerReader(self._document, self._source, ordering).read()
        kind = self._kind(raw, settings.type)
        if kind is None:
            return None
        return BUILDERS[kind](self._document, raw, self._shared(raw, settings, kind))

    def _check_comment(self) -> None:
        source = self._source
        if len(set(source.comments)) > 1:
            self._notes.error("item-comment-twice", source.comments[1])
        if source.attribute("id") is None:
            at = (source.first, source.column, max(1, len(source.heading)))
            self._notes.warning("item-without-id", *at, suggestion=source.id)
        elif not is_id(source.id):
            self._fault("id-invalid", source.attribute("id"), id=source.id)
        for attribute in source.attributes:
            if attribute.name in ATTRIBUTES:
                if not attribute.value:
                    self._fault("attribute-without-value", attribute, key=attribute.name)
                continue
            meant = nearest(attribute.name, ATTRIBUTES)
            if meant:
                self._fault("unknown-key", attribute, key=attribute.name, suggestion=meant)
            else:
                self._fault("unknown-key-no-match", attribute, key=attribute.name, known=", ".join(ATTRIBUTES))

    def _fault(self, code: str, attribute: Attribute | None, **data: str) -> None:
        line, column, length = self._source.first, 1, 1
        if attribute is not None:
            line, column, length = attribute.line, attribute.column, attribute.length
        self._notes.error(code, line, column, length, **data)

    def _settings(self) -> _Settings:
        tags = self._source.attribute("tags")
        return _Settings(
            points=self._number("points", 1.0, MAX_POINTS),
            penalty=self._number("penalty", 0.0, 1.0),
            tags=tuple(t.strip() for t in tags.value.split(",") if t.strip()) if tags else (),
            shuffle=self._shuffle(),
            type=self._type(),
        )

    def _number(self, name: str, default: float, high: float) -> float:
        attribute = self._source.attribute(name)
        if attribute is None or not attribute.value:
            return default
        try:
            value = float(attribute.value)
        except ValueError:
            self._fault("no-number", attribute, key=name)
            return default
        if not 0.0 <= value <= high:
            self._fault("out-of-range", attribute, key=name, value=attribute.value, low="0", high=f"{high:g}")
            return default
        return value

    def _shuffle(self) -> bool | None:
        attribute = self._source.attribute("shuffle")
        if attribute is None or not attribute.value:
            return None
        if attribute.value.lower() not in _YES:
            self._fault("no-yes-or-no", attribute, key="shuffle")
            return None
        return _YES[attribute.value.lower()]

    def _type(self) -> ItemType | None:
        attribute = self._source.attribute("type")
        if attribute is None or not attribute.value:
            return None
        if attribute.value not in _TYPES:
            self._fault("not-one-of", attribute, key="type", value=attribute.value, choices=", ".join(_TYPES))
            return None
        return ItemType(attribute.value)

    def _kind(self, raw: RawItem, declared: ItemType | None) -> ItemType | None:
        """Which type the notation makes it; None after a fault."""
        at = (self._source.first, self._source.column, max(1, len(self._source.heading)))
        notations = list(dict.fromkeys(answer.kind for answer in raw.answers))
        gaps = self._has_gaps(raw)
        if len(notations) > 1 or (notations and gaps) or (raw.reflection and (notations or gaps)):
            odd = next((a for a in raw.answers if a.kind != notations[0]), raw.answers[0] if raw.answers else None)
            self._notes.error("answers-mixed", *((odd.line, odd.column, 1) if odd else at))
            return None
        found = _by_notation(notations[0] if notations else "", raw, declared, gaps=gaps)
        if found is None:
            self._notes.error("item-without-answers", *at)
            return None
        if declared is not None and declared not in _fitting(found):
            self._fault("type-differs", self._source.attribute("type"), type=declared.value, found=found.value)
            return None
        return declared or found

    def _has_gaps(self, raw: RawItem) -> bool:
        masked = self._document.masked
        numbers = [self._source.first, *range(raw.stem.first, raw.stem.last + 1)]
        return any("[[" in masked[n - 1] and "]]" in masked[n - 1] for n in numbers if n)

    def _shared(self, raw: RawItem, settings: _Settings, kind: ItemType) -> Shared:
        source, render = self._document.lines, self._document.renderer
        heading = self._source
        length = max(1, len(heading.heading))
        place = Place(self._notes.source.path, heading.first, heading.column, length)
        line = source[heading.first - 1]
        words = line[heading.column - 1 : heading.column - 1 + len(heading.heading)] if heading.heading else ""
        return Shared(
            id=heading.id,
            place=place,
            heading=words,
            kind=kind,
            points=settings.points,
            penalty=settings.penalty,
            tags=settings.tags,
            shuffle=settings.shuffle,
            hint=_rendered(render.block, raw.hint.text, raw.hint.first, raw.hint.last),
            explanation=_rendered(render.block, raw.explanation.text, raw.explanation.first, raw.explanation.last),
        )


def _rendered(render: Callable[[str, int, int], Rich], text: str, first: int, last: int) -> Rich:
    return render(text, max(1, first), max(1, last))


def _by_notation(notation: str, raw: RawItem, declared: ItemType | None, *, gaps: bool) -> ItemType | None:
    if notation == "typed":
        numeric = len(raw.answers) == 1 and declared is not ItemType.SHORT and _looks_numeric(raw.answers[0].text.text)
        return ItemType.NUMERIC if numeric or declared is ItemType.NUMERIC else ItemType.SHORT
    if not notation:
        return ItemType.CLOZE if gaps else ItemType.REFLECTION if raw.reflection else None
    return {
        "single": ItemType.SINGLE,
        "multiple": ItemType.MULTIPLE,
        "pair": ItemType.MATCHING,
        "step": ItemType.ORDERING,
    }[notation]


def _fitting(found: ItemType) -> Sequence[ItemType]:
    return (found, ItemType.TRUE_FALSE) if found is ItemType.SINGLE else (found,)


def _looks_numeric(text: str) -> bool:
    from desktop.content.item_kinds import numeric_key

    return numeric_key(text) is not None
