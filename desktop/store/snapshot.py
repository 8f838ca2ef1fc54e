"""The state file: TinyDB's JSON, one document per line, sealed by a checksum, written whole or not at all."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.store.disk import Disk
from desktop.store.tables import Raw

STATE = "state.json"
PREVIOUS = "state.previous.json"
NEW = "state.new.json"
DAMAGED = "state.damaged.json"
NOTE = "Free to read with TinyDB or any JSON tool. A change by hand breaks the seal; the previous state is then taken."

_SEAL = b'"seal": {"1": {"crc32": "'
_END = b'"}}\n}\n'
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_ASCII_ENCODER = json.JSONEncoder(allow_nan=False)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state file that verified: its tables, the schema they follow, and the last journal line they contain."""

    raw: Raw
    schema: int
    generation: int
    seq: int


def dump(raw: Raw, meta: Mapping[str, Any]) -> bytes:
    """The bytes of a state file holding `raw` and, as table `meta`, what the file is."""
    try:
        return _dump(raw, meta, _ENCODER)
    except UnicodeEncodeError:  # half a surrogate pair, pasted into an answer, has no UTF-8 form
        return _dump(raw, meta, _ASCII_ENCODER)


def _dump(raw: Raw, meta: Mapping[str, Any], encoder: json.JSONEncoder) -> bytes:
    encode = encoder.encode
    tables = []
    for name, documents in {"meta": {"1": {"note": NOTE, **meta}}, **raw}.items():
        lines = ",\n".join([f"{encode(number)}: {encode(document)}" for number, document in documents.items()])
        tables.append(f"{encode(name)}: {{\n{lines}\n}},\n" if lines else f"{encode(name)}: {{}},\n")
    body = ("{\n" + "".join(tables)).encode("utf-8")
    return body + _SEAL + b"%08x" % zlib.crc32(body) + _END


def parse(data: bytes) -> Snapshot | None:
    """The state in `data`, None if a single bit of it is not as it was written."""
    at = data.rfind(_SEAL)
    if at < 0 or data[at:] != _SEAL + b"%08x" % zlib.crc32(memoryview(data)[:at]) + _END:
        return None
    try:
        raw = json.loads(data)
        meta = raw.pop("meta")["1"]
        del raw["seal"]
        return Snapshot(_checked(raw), int(meta["schema"]), int(meta["generation"]), int(meta["seq"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _checked(raw: Raw) -> Raw:
    for documents in raw.values():
        for number, document in documents.items():
            if str(int(number)) != number or type(document) is not dict:
                raise ValueError(number)
    return raw


def read(path: Path) -> Snapshot | None:
    """The state in that file, None if there is none that can be read; raises PermissionError, as that is no damage."""
    try:
        return parse(path.read_bytes())
    except PermissionError:
        raise
    except OSError:
        return None


def write(folder: Path, data: bytes, disk: Disk) -> None:
    """Make `data` the state and the state so far the previous one; after a kill in between, one of the two is whole.

    Raises OSError; then the state that was readable before still is.
    """
    state = folder / STATE
    disk.write_new(folder / NEW, data)
    if state.exists():
        disk.replace(state, folder / PREVIOUS)
    disk.replace(folder / NEW, state)
    disk.sync_folder(folder)
