"""The checks of documents: each takes a document and a field name, as a file may hold anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

T = TypeVar("T")
Document = dict[str, Any]


class BadDocument(ValueError):
    """A document lacks a field or holds a value of the wrong kind; the message names the field."""


def text(document: Mapping[str, Any], name: str) -> str:
    """The string in field `name`."""
    return typed(document, name, str)


def flag(document: Mapping[str, Any], name: str) -> bool:
    """The truth value in field `name`."""
    return typed(document, name, bool)


def whole(document: Mapping[str, Any], name: str) -> int:
    """The whole number in field `name`; JSON's true and false are none."""
    value = document.get(name)
    if type(value) is not int:
        raise BadDocument(name)
    return value


def number(document: Mapping[str, Any], name: str) -> float:
    """The finite number in field `name`."""
    value = document.get(name)
    if type(value) not in (int, float) or not math.isfinite(value):  # type: ignore[arg-type]
        raise BadDocument(name)
    return float(value)  # type: ignore[arg-type]


def texts(document: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The list of strings in field `name`."""
    value = typed(document, name, list)
    for part in value:
        if type(part) is not str:
            raise BadDocument(name)
    return tuple(value)


def moment(document: Mapping[str, Any], name: str) -> datetime:
    """The point in time in field `name`, ISO 8601."""
    try:
        return datetime.fromisoformat(text(document, name))
    except ValueError as error:
        raise BadDocument(name) from error


def day(document: Mapping[str, Any], name: str) -> date:
    """The day in field `name`, ISO 8601."""
    try:
        return date.fromisoformat(text(document, name))
    except ValueError as error:
        raise BadDocument(name) from error


def inner(document: Mapping[str, Any], name: str) -> Document:
    """The object in field `name`."""
    return typed(document, name, dict)


def optional(document: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any], str], T]) -> T | None:
    """What `read` makes of field `name`, None where the field is absent or null."""
    return None if document.get(name) is None else read(document, name)


def typed(document: Mapping[str, Any], name: str, kind: type[T]) -> T:
    """The value in field `name`, of exactly that kind."""
    value = document.get(name)
    if type(value) is not kind:
        raise BadDocument(name)
    return value


def plain_name(document: Mapping[str, Any], name: str) -> str:
    """A file name that cannot lead out of its folder."""
    value = text(document, name)
    if not value or value in (".", "..") or any(sign in value for sign in "/\\\0"):
        raise BadDocument(name)
    return value
