"""The zip in which a learner carries everything along, written here and read with suspicion.

data.json           `klartext` "data", `format` 1, `made` (ISO 8601), `version` of the program, `about` in plain
words, and `data`: `schema`, `tables` by name, `history`, as the store knows them
certificates/*.pdf  the sealed files, under the names that data.json gives them
report.html         the same for people to read; never read back
READ-ME.txt         what this is, in two languages
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

from desktop.model.errors import TransferError

FORMAT = 1
DATA = "data.json"
REPORT = "report.html"
READ_ME = "READ-ME.txt"
LARGEST_FILE = 256 * 1024 * 1024
LARGEST_DATA = 128 * 1024 * 1024
LARGEST_PDF = 16 * 1024 * 1024
MOST_ENTRIES = 5_000
LARGEST_IN_ALL = 512 * 1024 * 1024
"""Bytes. A learner with 5,000 answers and twenty certificates has some three million."""

_PDF = re.compile(r"certificates/[^/]+\.pdf", re.IGNORECASE)
_ABOUT = (
    "Everything Klartext keeps about one learner. 'tables' holds the present state: learner, settings, lessons "
    "(position 0 to 1, ticks, the last answer to each knowledge check), attempts (tests begun and not handed in), "
    "tallies (how often each test was handed in), passes, certificates, simulations, assessments (self-assessments), "
    "annotations (notes, highlights, bookmarks), cards (questions that come back, with the day on which they are due). "
    "'history' holds what was left behind: finished attempts, refreshers, and answers that were changed later. "
    "'hints' are the questions whose hint was looked at, 'key' is a question's content when it was answered, "
    "'response' lists the ids of the options chosen or the words typed, 'fraction' says how much of an answer was "
    "right, from 0 to 1. Times are ISO 8601. The key that signs certificates is not in this file."
)
_READ_ME = """\
Klartext: meine Daten / my data

report.html    zum Lesen und Drucken, in jedem Browser / to read and print, in any browser
certificates/  Ihre Zertifikate / your certificates
data.json      alles, für Programme / everything, for programs

Auf einem anderen Laptop: Klartext > Einstellungen > Meine Daten > Daten übernehmen, dann diese Zip-Datei wählen.
On another computer: Klartext > Settings > My data > Bring data here, then choose this zip file.
"""


@dataclass(frozen=True, slots=True)
class Archive:
    """What a zip holds that may be ours: the store's document, unchecked, and the PDFs by file name."""

    made: datetime
    document: Mapping[str, Any]
    pdfs: Mapping[str, bytes]


def pack(document: Mapping[str, Any], pdfs: Mapping[str, bytes], report: str, *, made: datetime, version: str) -> bytes:
    """The bytes of the zip; the same input gives the same bytes."""
    head = {"klartext": "data", "format": FORMAT, "made": made.isoformat(), "version": version, "about": _ABOUT}
    files = {
        READ_ME: _utf8(_READ_ME.replace("\n", "\r\n")),
        DATA: _utf8(json.dumps({**head, "data": document}, ensure_ascii=False, indent=1)),
        REPORT: _utf8(report),
        **{f"certificates/{name}": data for name, data in sorted(pdfs.items())},
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            # A zip knows no year before 1980, and a laptop's clock may stand there.
            info = zipfile.ZipInfo(name, max(made.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def unpack(path: Path) -> Archive:
    """What the zip at `path` holds; nothing is written anywhere, and no name in it is trusted.

    Raises TransferError with `file`: `transfer-not-read`, `transfer-too-large`, `transfer-damaged`,
    `transfer-suspicious`, `transfer-not-ours`, and `transfer-newer`.
    """
    file = path.name
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TransferError("transfer-too-large", file=file)
        with zipfile.ZipFile(path) as archive:
            return _read(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TransferError("transfer-damaged", file=file) from error
    except OSError as error:
        raise TransferError("transfer-not-read", file=file) from error


def _read(archive: zipfile.ZipFile, file: str) -> Archive:
    entries = [one for one in archive.infolist() if not one.is_dir()]
    _inspect(entries, file)
    # Who unpacks the zip and packs it again gets everything in a folder.
    roots = [one.filename[: -len(DATA)] for one in entries if one.filename.rpartition("/")[2] == DATA]
    root = min(roots, key=len, default=None)
    if root is None or root.count("/") > 1:
        raise TransferError("transfer-not-ours", file=file)
    made, document = _document(_bytes(archive, root + DATA, LARGEST_DATA, file), file)
    pdfs = {}
    for one in entries:
        name = one.filename.removeprefix(root)
        if one.filename.startswith(root) and _PDF.fullmatch(name):
            pdfs[name.partition("/")[2]] = _bytes(archive, one.filename, LARGEST_PDF, file)
    return Archive(made, document, pdfs)


def _inspect(entries: list[zipfile.ZipInfo], file: str) -> None:
    """Refuse what no export of ours looks like: too much of anything, names that lead elsewhere, a name twice."""
    if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > LARGEST_IN_ALL:
        raise TransferError("transfer-too-large", file=file)
    names = [one.filename for one in entries]
    for name in names:
        parts = name.split("/")
        if name.startswith("/") or ".." in parts or "\\" in name or ":" in parts[0] or "\0" in name:
            raise TransferError("transfer-suspicious", file=file)
    if len({name.casefold() for name in names}) != len(names):
        raise TransferError("transfer-suspicious", file=file)


def _bytes(archive: zipfile.ZipFile, name: str, most: int, file: str) -> bytes:
    with archive.open(name) as entry:
        data = entry.read(most + 1)
    if len(data) > most:
        raise TransferError("transfer-too-large", file=file)
    return data


def _document(data: bytes, file: str) -> tuple[datetime, Mapping[str, Any]]:
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise TransferError("transfer-not-ours", file=file) from error
    if not isinstance(whole, dict) or whole.get("klartext") != "data" or not isinstance(whole.get("data"), dict):
        raise TransferError("transfer-not-ours", file=file)
    if type(whole.get("format")) is not int or whole["format"] < 1:
        raise TransferError("transfer-not-ours", file=file)
    if whole["format"] > FORMAT:
        newer(file, whole["format"], FORMAT)
    try:
        made = datetime.fromisoformat(str(whole.get("made")))
    except ValueError as error:
        raise TransferError("transfer-not-ours", file=file) from error
    return made, whole["data"]


def newer(file: str, found: int, known: int) -> NoReturn:
    """Raise the TransferError that says that a later version wrote this."""
    raise TransferError("transfer-newer", file=file, found=str(found), known=str(known))


def _utf8(text: str) -> bytes:
    """Half a surrogate pair, pasted into a name, has no UTF-8 form; in JSON it must survive all the same."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(c if not 0xD800 <= ord(c) <= 0xDFFF else f"\\u{ord(c):04x}" for c in text).encode("utf-8")
