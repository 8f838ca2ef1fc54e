"""The signed record: exactly the fields of Claims, checked, and as the one JSON text that stands for them."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.credentials.encoding import from_base64url
from desktop.credentials.keys import PUBLIC_KEY_BYTES
from desktop.model.certificate import Claims
from desktop.model.errors import CredentialError

FORMAT_VERSION = 1
LIMITS = {
    "name": 400,
    "course_id": 200,
    "course_title": 400,
    "course_version": 80,
    "language": 35,
    "personnel_ref": 100,
}
"""The longest text per field, in characters; generous for people, small enough for one page."""
REQUIRED = ("name", "course_id", "course_title", "course_version", "language")

_FIELDS = tuple(field.name for field in fields(Claims))
_KINDS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"passed": (bool,), "format_version": (int,), "completed": (date,), "valid_until": (date, type(None))}
)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical_json(value: object) -> bytes:
    """The one UTF-8 text for a value: sorted keys, no blanks. Raises CredentialError for text that is no Unicode."""
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError as error:
        raise CredentialError("claims-malformed", field="name") from error


def check(claims: Claims) -> None:
    """Raises CredentialError where a record could not be signed or trusted.

    `claims-missing`, `claims-too-long` (with `limit`) and `claims-malformed` name the `field`.
    """
    for name, limit in LIMITS.items():
        text = getattr(claims, name)
        if len(text) > limit:
            raise CredentialError("claims-too-long", field=name, limit=str(limit))
        if name in REQUIRED and not text.strip():
            raise CredentialError("claims-missing", field=name)
        if not _is_unicode(text):
            raise CredentialError("claims-malformed", field=name)
    for name, holds in (
        ("certificate_id", bool(_UUID.fullmatch(claims.certificate_id))),
        ("content_hash", bool(_SHA256.fullmatch(claims.content_hash))),
        ("key", _is_public_key(claims.key)),
        ("format_version", claims.format_version == FORMAT_VERSION),
    ):
        if not holds:
            raise CredentialError("claims-malformed", field=name)


def to_plain(claims: Claims) -> dict[str, Any]:
    """The record as JSON knows it: field names of Claims, days as "2026-11-14", no end as null. Checks it first."""
    check(claims)
    plain = {name: getattr(claims, name) for name in _FIELDS}
    plain["completed"] = claims.completed.isoformat()
    plain["valid_until"] = claims.valid_until.isoformat() if claims.valid_until else None
    return plain


def from_plain(plain: object) -> Claims:
    """Reads what `to_plain` wrote; raises CredentialError for a missing, foreign or wrongly typed field."""
    if not isinstance(plain, dict) or plain.keys() != set(_FIELDS):
        raise CredentialError("claims-malformed", field="")
    values = dict(plain)
    values["completed"] = _day(plain["completed"], "completed")
    values["valid_until"] = None if plain["valid_until"] is None else _day(plain["valid_until"], "valid_until")
    for name in _FIELDS:
        # Compared exactly: `True` is an int in Python, and a record must not have two spellings.
        if type(values[name]) not in _KINDS.get(name, (str,)):
            raise CredentialError("claims-malformed", field=name)
    claims = Claims(**values)
    check(claims)
    return claims


def short_number(certificate_id: str) -> str:
    """The number people read aloud: the id's first 60 bits in Crockford's base 32, as in "7K4F-92QD-M1XB"."""
    bits = uuid.UUID(certificate_id).int >> 68
    letters = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def _is_unicode(text: str) -> bool:
    """Whether it has no half of a surrogate pair, as file names and broken input methods may give."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_public_key(text: str) -> bool:
    try:
        return len(from_base64url(text)) == PUBLIC_KEY_BYTES
    except ValueError:
        return False


def _day(text: object, name: str) -> date:
    # fromisoformat also takes "20261114" and week dates; one day has one spelling here.
    try:
        if isinstance(text, str) and _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CredentialError("claims-malformed", field=name)
