"""Typed access to front matter: each getter names a wrong type or value at its place and goes on with the default."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeVar

from desktop.content.front_matter import Mapping, Node, Scalar, Sequence
from desktop.content.sources import Notes
from desktop.content.suggestions import nearest

D = TypeVar("D")


class Fields:
    """The fields of one mapping; those not `known` are named when it is opened.

    Problems: unknown-key, unknown-key-no-match, no-text, no-number, no-whole-number, no-yes-or-no, no-date, no-list,
    no-mapping, out-of-range, not-one-of, key-empty.
    """

    def __init__(self, notes: Notes, mapping: Mapping | None, known: tuple[str, ...] | None = None) -> None:
        self._notes = notes
        self._entries = {key.raw: (key, node) for key, node in reversed(mapping.entries)} if mapping else {}
        self._order = tuple(key.raw for key, _ in mapping.entries) if mapping else ()
        if known is not None:
            self._name_unknown(known)

    def _name_unknown(self, known: tuple[str, ...]) -> None:
        for name in self._order:
            if name not in known:
                key = self._entries[name][0]
                at = (key.line, key.column, key.length)
                unused = [k for k in known if k not in self._entries]
                meant = nearest(name, unused)
                if meant:
                    self._notes.error("unknown-key", *at, key=name, suggestion=meant)
                else:
                    self._notes.error("unknown-key-no-match", *at, key=name, known=", ".join(known))

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def names(self) -> tuple[str, ...]:
        """The keys in the order of the file."""
        return self._order

    def place(self, name: str) -> tuple[int, int, int]:
        """Line, column and length of a field's value, or of the file's first line where it is missing."""
        if name not in self._entries:
            return (1, 1, 3)
        node = self._entries[name][1]
        return (node.line, node.column, node.length)

    def member_place(self, name: str, word: str) -> tuple[int, int, int]:
        """Line, column and length of a word in a list, or of the whole list where it is not in it."""
        node = self._node(name)
        for member in node.nodes if isinstance(node, Sequence) else ():
            if isinstance(member, Scalar) and member.raw.strip() == word:
                return (member.line, member.column, member.length)
        return self.place(name)

    def key_place(self, name: str) -> tuple[int, int, int]:
        """Line, column and length of a field's key."""
        key = self._entries[name][0]
        return (key.line, key.column, key.length)

    def text(self, name: str, default: str = "") -> str:
        """A text; numbers and dates are taken as typed, so that `version: 2.10` stays 2.10."""
        node = self._node(name)
        if node is None:
            return default
        if not isinstance(node, Scalar):
            return self._wrong("no-text", name, default)
        if node.value is None or not node.raw.strip():
            self._notes.error("key-empty", *self.key_place(name), key=name)
            return default
        return node.raw.strip()

    def number(self, name: str, default: float, low: float, high: float) -> float:
        """A number within low..high."""
        node = self._node(name)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            return self._wrong("no-number", name, default)
        if not low <= value <= high:
            return self._outside(name, default, low, high)
        return float(value)

    def whole(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number within low..high."""
        node = self._node(name)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int):
            return self._wrong("no-whole-number", name, default)
        if not low <= value <= high:
            return self._outside(name, default, low, high)
        return value

    def yes(self, name: str, default: bool) -> bool:
        """True or false."""
        node = self._node(name)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        return value if isinstance(value, bool) else self._wrong("no-yes-or-no", name, default)

    def day(self, name: str) -> date | None:
        """A calendar day written as 2026-11-20."""
        node = self._node(name)
        if node is None:
            return None
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(node, Scalar):
            try:
                return date.fromisoformat(node.raw.strip())
            except ValueError:
                pass
        return self._wrong("no-date", name, None)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        node = self._node(name)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            return self._wrong("no-list", name, ())
        return tuple(text for text in (self._member(name, member) for member in node.nodes) if text)

    def one_of(self, name: str, choices: tuple[str, ...], default: str) -> str:
        """One of the given words."""
        node = self._node(name)
        if node is None:
            return default
        if not isinstance(node, Scalar):
            return self._wrong("no-text", name, default)
        if node.raw in choices:
            return node.raw
        self._notes.error("not-one-of", *self.place(name), key=name, value=node.raw, choices=", ".join(choices))
        return default

    def mapping(self, name: str, known: tuple[str, ...] | None = None) -> Fields | None:
        """The fields below a key."""
        node = self._node(name)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            return self._wrong("no-mapping", name, None)
        return Fields(self._notes, node, known)

    def mappings(self, name: str, known: tuple[str, ...]) -> Iterator[tuple[Node, Fields]]:
        """The mappings in a list, each with its node for the place."""
        node = self._node(name)
        if node is None:
            return
        if not isinstance(node, Sequence):
            self._wrong("no-list", name, None)
            return
        for member in node.nodes:
            if isinstance(member, Mapping):
                yield member, Fields(self._notes, member, known)
            else:
                self._notes.error("no-mapping", member.line, member.column, member.length, key=name)

    def same(self, name: str, other: Fields) -> bool:
        """Whether another file says the same under this key."""
        mine, theirs = self._node(name), other._node(name)
        return mine is not None and theirs is not None and _bare(mine) == _bare(theirs)

    def is_scalar(self, name: str) -> bool:
        """Whether a single value stands there."""
        return name in self._entries and isinstance(self._entries[name][1], Scalar)

    def value(self, name: str) -> object:
        """The value as YAML reads it, None for lists, mappings and where nothing stands."""
        node = self._node(name)
        return node.value if isinstance(node, Scalar) else None

    def _node(self, name: str) -> Node | None:
        found = self._entries.get(name)
        return found[1] if found else None

    def _member(self, name: str, member: Node) -> str:
        if isinstance(member, Scalar) and member.value is not None:
            return member.raw.strip()
        self._notes.error("no-text", member.line, member.column, member.length, key=name)
        return ""

    def _wrong(self, code: str, name: str, default: D) -> D:
        self._notes.error(code, *self.place(name), key=name)
        return default

    def _outside(self, name: str, default: D, low: float, high: float) -> D:
        node = self._node(name)
        raw = node.raw if isinstance(node, Scalar) else ""
        self._notes.error("out-of-range", *self.place(name), key=name, value=raw, low=f"{low:g}", high=f"{high:g}")
        return default


def _bare(node: Node) -> object:
    """A node without its places."""
    if isinstance(node, Scalar):
        return node.raw
    if isinstance(node, Sequence):
        return tuple(_bare(member) for member in node.nodes)
    return tuple((key.raw, _bare(member)) for key, member in node.entries)
