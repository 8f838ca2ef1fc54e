"""The firm's logo: a small SVG or PNG that shows itself and nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.content.found import Found
from desktop.content.sources import fault

MAX_LOGO_BYTES = 500_000
MAX_SIDE = 4000
"""Pixels; a picture of a few kilobytes can unfold to gigabytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")
_FOREIGN = re.compile(
    rb"<(?:[\w.-]+:)?(?:script|foreignObject|image)\b|(?:href|src)\s*=\s*[\"'](?!#)|@import|url\(\s*[\"']?(?!#)"
)


def read_logo(path: Path) -> Found[bytes]:
    """The picture's bytes, checked as far as that goes without drawing it.

    Problems: logo-missing, logo-unreadable, logo-kind, logo-too-large, logo-damaged, logo-foreign (an SVG that brings a
    script or loads something).
    """
    if path.suffix.lower() not in (".svg", ".png"):
        return Found(None, (fault("logo-kind", path),))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_LOGO_BYTES + 1)
    except FileNotFoundError:
        return Found(None, (fault("logo-missing", path, given=str(path)),))
    except (OSError, ValueError) as error:
        return Found(None, (fault("logo-unreadable", path, reason=getattr(error, "strerror", None) or str(error)),))
    if len(data) > MAX_LOGO_BYTES:
        return Found(None, (fault("logo-too-large", path, limit=str(MAX_LOGO_BYTES // 1000)),))
    code = _png(data) if path.suffix.lower() == ".png" else _svg(data)
    if code == "foreign":
        return Found(None, (fault("logo-foreign", path),))
    return Found(None, (fault("logo-damaged", path),)) if code else Found(data)


def _png(data: bytes) -> str:
    sides = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    whole = data.startswith(_PNG) and data[12:16] == b"IHDR" and b"IEND" in data[-16:]
    return "" if whole and all(0 < side <= MAX_SIDE for side in sides) else "damaged"


def _svg(data: bytes) -> str:
    from xml.etree import ElementTree

    # Entities unfold without end, so a file that declares any is not even parsed.
    if _ENTITY.search(data):
        return "damaged"
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError):
        return "damaged"
    if root.tag not in ("svg", "{http://www.w3.org/2000/svg}svg"):
        return "damaged"
    return "foreign" if _FOREIGN.search(data) else ""
