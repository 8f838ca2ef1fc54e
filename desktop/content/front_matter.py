"""The YAML head of a file: found, refused where it could do harm, and read into fields that know their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.content.sources import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import MarkedYAMLError

MAX_CHARACTERS = 32_000
MAX_BRACKETS = 500
MAX_DEPTH = 8
MAX_NODES = 2_000

# What YAML 1.1 forbids; the reader's own message names only a byte position in another encoding.
_UNPRINTABLE = re.compile("[^\t\n\x85\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A plain value: `raw` as typed, `value` as YAML understands it."""

    raw: str
    value: object
    line: int
    column: int

    @property
    def length(self) -> int:
        """How many characters a caret underlines."""
        return max(1, len(self.raw.split("\n", 1)[0]))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    nodes: tuple[Node, ...]
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file; the first of two equal keys counts."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    length: int = 1


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Head:
    """Where the body begins (its first line, from 1) and what stood in the front matter (None: nothing usable)."""

    body_line: int
    fields: Mapping | None
    present: bool


class _RefusedError(Exception):
    """The YAML is no plain front matter; carries the code and the place within it."""

    def __init__(self, code: str, line: int, column: int, length: int = 1, **data: str) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.length, self.data = code, line, column, length, data


def head_lines(lines: tuple[str, ...] | list[str]) -> int:
    """How many lines the front matter takes with both its marks; 0 where there is none, -1 where it never ends."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in ("---", "..."):
            return number
    return -1


def read_head(notes: Notes) -> Head:
    """Read the front matter of a file; faults are noted and leave what could be read.

    Problems: front-matter-not-closed, yaml-invalid, yaml-colon, yaml-tab, yaml-bare-sign, yaml-not-closed,
    yaml-alias, yaml-tag, yaml-character, yaml-key, yaml-key-twice, yaml-second-document, yaml-too-complex,
    yaml-no-mapping.
    """
    lines = notes.source.lines
    count = head_lines(lines)
    if count == 0:
        return Head(1, None, present=False)
    if count < 0:
        notes.error("front-matter-not-closed", 1, 1, 3)
        return Head(2, None, present=True)
    text = "\n".join(lines[1 : count - 1])
    try:
        fields = _parse(text)
    except _RefusedError as refused:
        line = min(refused.line, count)
        notes.error(refused.code, line, refused.column, refused.length, **refused.data)
        return Head(count + 1, None, present=True)
    return Head(count + 1, _without_doubles(fields, notes), present=True)


def _parse(text: str) -> Mapping:
    if len(text) > MAX_CHARACTERS or text.count("[") + text.count("{") > MAX_BRACKETS:
        raise _RefusedError("yaml-too-complex", 2, 1)
    odd = _UNPRINTABLE.search(text)
    if odd:
        before = text[: odd.start()]
        raise _RefusedError("yaml-character", before.count("\n") + 2, odd.start() - before.rfind("\n"))
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = _Tree(yaml.parse(text, Loader=loader), yaml.SafeLoader("")).root()
    except yaml.MarkedYAMLError as error:
        raise _named(text, error) from None
    except yaml.YAMLError as error:
        raise _RefusedError("yaml-invalid", 1, 1, reason=str(error).split("\n", 1)[0]) from None
    if root is None:
        return Mapping((), 1, 1)
    if not isinstance(root, Mapping):
        raise _RefusedError("yaml-no-mapping", root.line, root.column, root.length)
    return root


def _named(text: str, error: MarkedYAMLError) -> _RefusedError:
    """The mistakes that people make most often get a sentence of their own."""
    reason = error.problem or error.context or ""
    unclosed = reason.startswith(("found unexpected end of stream", "did not find expected ',' or"))
    # What was never closed is best looked for where it was opened.
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    if unclosed:
        return _RefusedError("yaml-not-closed", line + 2, column + 1)
    if reason.startswith("mapping values are not allowed"):
        return _RefusedError("yaml-colon", line + 2, column + 1)
    if reason.startswith("found character that cannot start any token"):
        return _RefusedError("yaml-tab" if sign == "\t" else "yaml-bare-sign", line + 2, column + 1, sign=sign)
    return _RefusedError("yaml-invalid", line + 2, column + 1, reason=reason)


class _Tree:
    """Builds nodes from YAML's events, so that anchors are refused before anything could be multiplied."""

    def __init__(self, events: Iterator[Any], resolver: Any) -> None:
        self._events = events
        self._resolver = resolver
        self._count = 0

    def root(self) -> Node | None:
        """The only document's node; None for an empty one."""
        import yaml

        result: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("yaml-second-document", event, length=3)
            elif isinstance(event, yaml.NodeEvent):
                result = self._node(event, 0)
        return None if isinstance(result, Scalar) and result.raw == "" else result

    def _node(self, event: Any, depth: int) -> Node:
        import yaml

        self._count += 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", event, length=len(str(event.anchor)) + 1, name=f"*{event.anchor}")
        if event.anchor is not None:
            self._refuse("yaml-alias", event, length=len(event.anchor) + 1, name=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse("yaml-tag", event)
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            self._refuse("yaml-too-complex", event)
        line, column = event.start_mark.line + 2, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, self._value(event), line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._until(yaml.SequenceEndEvent, depth)), line, column)
        return Mapping(tuple(self._entries(depth)), line, column)

    def _until(self, end: type, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        import yaml

        nodes = self._until(yaml.MappingEndEvent, depth)
        for key in nodes:
            value = next(nodes)
            if not isinstance(key, Scalar):
                raise _RefusedError("yaml-key", key.line, key.column)
            yield key, value

    def _value(self, event: Any) -> object:
        """What YAML 1.1 makes of a scalar; a day that no calendar knows stays text and fails where a date is wanted."""
        import yaml

        tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        try:
            value: object = self._resolver.construct_object(yaml.ScalarNode(tag, event.value, event.start_mark))
        except (ValueError, OverflowError, yaml.YAMLError):
            return event.value
        return value

    def _refuse(self, code: str, event: Any, length: int = 1, **data: str) -> None:
        raise _RefusedError(code, event.start_mark.line + 2, event.start_mark.column + 1, length, **data)


def _without_doubles(fields: Mapping, notes: Notes) -> Mapping:
    first: dict[str, tuple[Scalar, Node]] = {}
    for key, node in fields.entries:
        if key.raw in first:
            other = first[key.raw][0]
            notes.error("yaml-key-twice", key.line, key.column, key.length, key=key.raw, first_line=str(other.line))
        else:
            first[key.raw] = (key, node)
    return Mapping(tuple(first.values()), fields.line, fields.column)
