"""Checksummed JSON lines, the form of the journal and of the history.

A line is `{"crc":"9f3a07c2","seq":17,"data":{…}}`, in ASCII, ended by a line feed. `crc` is the CRC-32 of the bytes
from `"seq"` to before the last brace; `seq` numbers the changes of one learner, ascending.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]

_HEAD = re.compile(rb'\{"crc":"([0-9a-f]{8})",("seq":(\d{1,18}),"data":)')
_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that verified; the data are parsed when asked for, as most readers skip most lines by their number."""

    seq: int
    raw: bytes

    def data(self) -> Document | None:
        """The JSON object in the line, None if it is none."""
        try:
            data = json.loads(self.raw)
        except (ValueError, RecursionError):
            return None
        return data if isinstance(data, dict) else None


def pack(seq: int, data: Mapping[str, Any]) -> bytes:
    """The line for `data`; raises ValueError for numbers that JSON does not know (NaN, infinity)."""
    body = f'"seq":{seq},"data":{_ENCODER.encode(data)}'.encode("ascii")
    return b'{"crc":"%08x",%s}\n' % (zlib.crc32(body), body)


@dataclass(slots=True)
class Scan:
    """What was seen while reading: where the last good line ends, and how many stretches did not verify."""

    length: int = 0
    good_length: int = 0
    damaged: int = 0
    ends_open: bool = False
    """The last line has no line feed."""
    damaged_tail: bool = False
    """The last line has a line feed but does not verify."""


def read_lines(chunks: Iterable[bytes], scan: Scan) -> Iterator[Line]:
    """The lines that verify, in their order; `chunks` are the file's lines with their line feeds."""
    for chunk in chunks:
        scan.length += len(chunk)
        scan.ends_open = not chunk.endswith(b"\n")
        body = chunk.rstrip(b"\n")
        if not body:
            continue
        line = _verify(body, 0, len(body))
        found = [line] if line is not None else list(_search(body))
        if line is None:
            scan.damaged += 1
        scan.damaged_tail = not found and not scan.ends_open
        if found:
            scan.good_length = scan.length
        yield from found


def _verify(chunk: bytes, start: int, end: int) -> Line | None:
    head = _HEAD.match(chunk, start, end)
    if head is None or head.end() >= end or chunk[end - 1 : end] != b"}":
        return None
    if zlib.crc32(memoryview(chunk)[head.start(2) : end - 1]) != int(head.group(1), 16):
        return None
    return Line(int(head.group(3)), chunk[head.end() : end - 1])


def _search(chunk: bytes) -> Iterator[Line]:
    """Whole lines inside a damaged chunk: they stand there when it was the line feed beside them that broke."""
    head = _HEAD.search(chunk)
    while head is not None:
        line, end = _closed(chunk, head)
        if line is not None:
            yield line
        head = _HEAD.search(chunk, end)


def _closed(chunk: bytes, head: re.Match[bytes]) -> tuple[Line | None, int]:
    """The line with that head, and where it ends: at the brace up to which its checksum fits, whatever follows."""
    expected, crc = int(head.group(1), 16), 0
    start, brace = head.start(2), chunk.find(b"}", head.end())
    while brace >= 0:
        crc = zlib.crc32(memoryview(chunk)[start:brace], crc)
        if crc == expected:
            return Line(int(head.group(3)), chunk[head.end() : brace]), brace + 1
        start, brace = brace, chunk.find(b"}", brace + 1)
    return None, head.start(2)
