"""Several people on one laptop: each with a folder of their own, and one small list of their names.

    <base>/                 the first person's data, as on a laptop that only one person uses
    <base>/people/<id>/     everyone else's: lock, key, settings, answers, certificates, backups
    <base>/people.json      names for the menu, and who was here last

The folders are the truth. The list is only quicker: what it lacks is read from the folders, what it has too much is
passed over, and on a disk that takes nothing it is simply not written. There is no password, and nothing pretends one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from desktop.model.errors import StoreError
from desktop.model.person import Person
from desktop.store.disk import Disk, store_error

FOLDER = "people"
LIST = "people.json"
_FORMAT = 1
_ID = re.compile(r"[a-z0-9]{4,40}")
_LONGEST_LIST = 1 << 20
_LONGEST_NAME = 200


class _Known(NamedTuple):
    """What the list says: names by id in the order in which people came (the first person's id is empty)."""

    names: dict[str, str]
    last: str
    sound: bool = True


class Profiles:
    """The people of one laptop; nothing is read until somebody asks."""

    def __init__(self, base: Path, disk: Disk | None = None) -> None:
        """`base` is the data folder of the laptop, which is that of the first person, too."""
        self.base = base
        self._disk = disk or Disk()

    def last(self) -> Path:
        """The folder of whoever was here last; the first person's where that is not known."""
        known = self._read()
        if known.sound:
            folder = self._folder(known.last)
            return folder if folder.is_dir() else self.base
        if not (self.base / FOLDER).is_dir():
            return self.base
        return next((one.folder for one in self.everyone()), self.base)

    def everyone(self, here: Person | None = None) -> tuple[Person, ...]:
        """All people who have said their name, the first one first; `here` is told as it stands now.

        Only folders that the list does not know are looked into.
        """
        known = self._read()
        order = ["", *(one for one in known.names if one), *self._unlisted(known)]
        found = []
        for one in order:
            folder = self._folder(one)
            if here is not None and folder == here.folder:
                name: str | None = here.name or None
            else:
                name = self._name(one, known) if folder.is_dir() else None
            if name is not None:
                found.append(Person(name, folder))
        return tuple(found)

    def others(self, folder: Path) -> tuple[Person, ...]:
        """Everyone but the person in `folder`."""
        return tuple(one for one in self.everyone(Person("", folder)) if one.folder != folder)

    def new_folder(self, rng: random.Random) -> Path:
        """Where the next person's data shall lie; it is made when it is opened.

        Folders that somebody began and left before saying a name are cleared away. Raises StoreError and its kind.
        """
        known = self._read()
        for one in self._unlisted(known):
            self.clear_if_empty(self._folder(one))
        while (folder := self._folder(f"{rng.getrandbits(64):016x}")).exists():
            continue
        return folder

    def remember(self, folder: Path, name: str) -> None:
        """Note that the person in `folder` is here, and how they are called; without a name, that they are not.

        As long as there is one person alone, no list is written. A disk that takes nothing is no reason to stop.
        """
        known = self._read()
        one = self._id(folder)
        names = {**known.names, one: name} if name else {id_: n for id_, n in known.names.items() if id_ != one}
        last = one if name else known.last
        alone = set(names) <= {""} and not (self.base / FOLDER).is_dir()
        if (names, last) != (known.names, known.last) and not (alone and not (self.base / LIST).exists()):
            with suppress(StoreError):
                self._write(_Known(names, last))

    @contextmanager
    def forgetting(self, folder: Path) -> Iterator[None]:
        """Strike the person in `folder` from the list while their data are deleted; if that fails, put them back.

        Struck before anything is deleted: a kill in between leaves a name too few, which the folder still tells.
        Raises StoreError where the list cannot be written.
        """
        known, one = self._read(), self._id(folder)
        if (self.base / LIST).exists():  # written even where it does not name them: a broken one may hold the letters
            left = {id_: name for id_, name in known.names.items() if id_ != one}
            self._write(_Known(left, next(iter(left), "")))
        try:
            yield
        except BaseException:
            if one in known.names:
                with suppress(StoreError):
                    self._write(known)
            raise

    def clear_if_empty(self, folder: Path) -> None:
        """Remove the folder of someone who has left nothing in it; the first person's stays, as courses may lie there.

        Raises nothing: what cannot be removed now holds nothing and goes the next time.
        """
        from desktop.store.peeking import remove_if_empty

        if folder.parent == self.base / FOLDER:
            with suppress(OSError, StoreError):
                remove_if_empty(folder, self._disk)

    # --- the list and the folders ---

    def _unlisted(self, known: _Known) -> list[str]:
        """Folders that the list does not know, in the order of their names."""
        there = (self.base / FOLDER).iterdir() if (self.base / FOLDER).is_dir() else ()
        return sorted(path.name for path in there if _ID.fullmatch(path.name) and path.name not in known.names)

    def _name(self, one: str, known: _Known) -> str | None:
        if one in known.names:
            return known.names[one]
        from desktop.store.peeking import whose

        return whose(self._folder(one))

    def _folder(self, one: str) -> Path:
        return self.base / FOLDER / one if one else self.base

    def _id(self, folder: Path) -> str:
        return folder.name if folder.parent == self.base / FOLDER else ""

    def _read(self) -> _Known:
        """What the list says; one that is missing or broken says nothing."""
        path = self.base / LIST
        nothing = _Known({}, "", sound=False)
        try:
            data = path.read_bytes() if path.stat().st_size <= _LONGEST_LIST else b""
        except OSError:
            return nothing
        import json

        try:
            return _known(json.loads(data))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return nothing

    def _write(self, known: _Known) -> None:
        import json

        people = [{"id": one, "name": name} for one, name in known.names.items()]
        document = {"klartext": "people", "format": _FORMAT, "last": known.last, "people": people}
        path = self.base / LIST
        try:
            self._disk.make_folder(self.base)
            self._disk.write_file(path, (json.dumps(document, indent=1) + "\n").encode("ascii"))
        except OSError as error:
            raise store_error(error, path) from error


def _known(document: Any) -> _Known:
    """The list in a JSON document; an entry that no version of ours wrote is left out."""
    if document["klartext"] != "people" or document["format"] != _FORMAT:
        raise ValueError("format")
    names = {}
    for entry in document["people"]:
        one, name = entry["id"], entry["name"]
        if type(one) is str and type(name) is str and (not one or _ID.fullmatch(one)) and name:
            names[one] = name[:_LONGEST_NAME]
    last = document["last"]
    return _Known(names, last if type(last) is str and (not last or _ID.fullmatch(last)) else "")
