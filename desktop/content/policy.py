"""The policy file `klartext.toml`: what an employer lays down for all laptops."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import Any

from desktop.content.found import Found
from desktop.content.names import is_id
from desktop.content.profile import org_values
from desktop.content.sources import Notes, Source, fault, read_source
from desktop.content.suggestions import nearest
from desktop.content.toml_files import At, Places, parse
from desktop.model.path import ROLES
from desktop.model.policy import Mandatory, Policy
from desktop.model.problem import Problem

FILE_NAME = "klartext.toml"
MAX_POLICY_BYTES = 256_000
MAX_TEXT_LENGTH = 200
MAX_FOLDERS = 20
MAX_MANDATORY = 200

KEYS = MappingProxyType(
    {
        "company": ("name", "logo", "accent", "privacy_contact"),
        "courses": ("folders", "quizzes"),
        "mandatory": ("course", "until", "roles"),
        "certificates": ("drop_folder",),
        "learner": ("role",),
        "org": (),
    }
)
"""Every table with its keys; `[org]` is the company profile and may hold keys of the firm's own."""

_ACCENT = re.compile(r"#[0-9A-Fa-f]{6}")
# "$" alone ends the name of a hidden Windows share (\\server\hr$\…), so it must be followed by a name.
_VARIABLE = re.compile(r"%[^%\\/]+%|\$\{?[A-Za-z_]\w*")


def read_policy(path: Path, *, windows: bool = os.name == "nt") -> Found[Policy]:
    """Read the policy; a bad value is left out and reported, the others stay. No folder and no logo is looked at.

    Paths are taken from the file's own folder; "~" is the home folder of whoever is logged in. The profile contains
    the firm's name and privacy contact where `[org]` does not name them itself. Never raises.
    Problems: those of read_source but for size, those of toml_files.parse and profile.org_values, policy-too-large,
    policy-is-folder, and those of the reader below.
    """
    read = read_source(path, MAX_POLICY_BYTES)
    if read.value is None:
        return Found(None, tuple(_of_policy(path, p.code) or p for p in read.problems))
    notes = Notes(read.value)
    document = parse(read.value, notes)
    if document is None:
        return Found(None, notes.found())
    policy = _Reader(read.value, notes, document, windows=windows).policy()
    return Found(policy, notes.found())


def _of_policy(path: Path, code: str) -> Problem | None:
    if code == "file-too-large":
        return fault("policy-too-large", path, limit=f"{MAX_POLICY_BYTES // 1000}")
    return fault("policy-is-folder", path) if code == "file-unreadable" and is_folder(path) else None


class _Reader:
    """Takes the parsed file apart, table by table.

    Problems: policy-table-unknown, policy-table-unknown-meant, policy-key-unknown, policy-key-unknown-meant,
    policy-no-table, policy-no-tables, policy-no-text, policy-no-texts, policy-no-date, policy-empty, policy-too-long,
    policy-too-many, policy-character, policy-accent, policy-role, policy-role-unknown, policy-course-missing,
    policy-course, policy-variable, policy-one-backslash, policy-drive and, as a warning, policy-windows-path.
    """

    def __init__(self, source: Source, notes: Notes, document: dict[str, Any], *, windows: bool) -> None:
        self._base = source.path.absolute().parent
        self._source = source
        self._notes = notes
        self._document = document
        self._places = Places(source)
        self._windows = windows

    def policy(self) -> Policy:
        """The policy as far as the file can be understood."""
        self._unknown_tables()
        company, courses = self._table("company"), self._table("courses")
        name = self._text("company", company, "name")
        privacy = self._text("company", company, "privacy_contact")
        org = {k: v for k, v in (("name", name), ("privacy_contact", privacy)) if v}
        org |= org_values(self._table("org"), self._notes, self._places)
        return Policy(
            source=self._source.path,
            name=name,
            logo=self._path("company", company, "logo"),
            accent=self._accent(company),
            privacy_contact=privacy,
            course_folders=self._paths(courses, "folders"),
            quiz_folders=self._paths(courses, "quizzes"),
            mandatory=tuple(self._mandatory()),
            drop_folder=self._path("certificates", self._table("certificates"), "drop_folder"),
            role=self._role("learner", self._table("learner"), "role"),
            org=MappingProxyType(org),
        )

    # -- tables and keys ----------------------------------------------------------------------------------------

    def _unknown_tables(self) -> None:
        for name in self._document.keys() - KEYS.keys():
            at = self._places.of(name)
            meant = nearest(name, KEYS)
            if meant:
                self._notes.error("policy-table-unknown-meant", *at, table=name, suggestion=meant)
            else:
                self._notes.error("policy-table-unknown", *at, table=name, known=", ".join(KEYS))

    def _unknown_keys(self, table: str, values: dict[str, Any], index: int = 0) -> None:
        known = KEYS[table]
        for key in values.keys() - set(known):
            at = self._places.of(table, key, index)
            meant = nearest(key, known)
            if meant:
                self._notes.error("policy-key-unknown-meant", *at, table=table, key=key, suggestion=meant)
            else:
                self._notes.error("policy-key-unknown", *at, table=table, key=key, known=", ".join(known))

    def _table(self, name: str) -> dict[str, Any]:
        values = self._document.get(name, {})
        if not isinstance(values, dict):
            self._notes.error("policy-no-table", *self._places.of(name), table=name)
            return {}
        if KEYS[name]:
            self._unknown_keys(name, values)
        return values

    # -- single values ------------------------------------------------------------------------------------------

    def _text(self, table: str, values: dict[str, Any], key: str, index: int = 0) -> str:
        """A text without line breaks; empty where it is missing or bad."""
        if key not in values:
            return ""
        return self._checked(values[key], key, self._places.of(table, key, index))

    def _checked(self, value: object, key: str, at: At) -> str:
        if not isinstance(value, str):
            self._notes.error("policy-no-text", *at, key=key)
            return ""
        text = " ".join(value.split()) if "\n" in value else value.strip(" ")
        if not text:
            self._notes.error("policy-empty", *at, key=key)
        elif len(text) > MAX_TEXT_LENGTH:
            self._notes.error("policy-too-long", *at, key=key, limit=str(MAX_TEXT_LENGTH))
        elif not text.isprintable():
            bad = next(character for character in text if not character.isprintable())
            self._notes.error("policy-character", *at, key=key, character=f"U+{ord(bad):04X}")
        else:
            return text
        return ""

    def _texts(self, table: str, values: dict[str, Any], key: str, index: int = 0) -> list[tuple[str, At]]:
        """The good texts of a list, each with its place."""
        at = self._places.of(table, key, index)
        listed = values.get(key, [])
        if not isinstance(listed, list):
            self._notes.error("policy-no-texts", *at, key=key)
            return []
        places = [self._places.value(one, at) if isinstance(one, str) else at for one in listed]
        found = [(self._checked(one, key, place), place) for one, place in zip(listed, places, strict=True)]
        return [(text, place) for text, place in found if text]

    def _accent(self, company: dict[str, Any]) -> str:
        text = self._text("company", company, "accent")
        if text and not _ACCENT.fullmatch(text):
            at = self._places.value(text, self._places.of("company", "accent"))
            self._notes.error("policy-accent", *at, value=text)
            return ""
        return text.upper()

    def _role(self, table: str, values: dict[str, Any], key: str) -> str:
        text = self._text(table, values, key)
        return self._known_role(text, self._places.value(text, self._places.of(table, key))) if text else ""

    def _known_role(self, text: str, at: At) -> str:
        """The role, empty where there is none of that name."""
        if text in ROLES:
            return text
        meant = nearest(text, ROLES, cutoff=0.75)
        if meant:
            self._notes.error("policy-role", *at, role=text, suggestion=meant)
            return ""
        self._notes.error("policy-role-unknown", *at, role=text, known=", ".join(ROLES))
        return ""

    # -- mandatory courses --------------------------------------------------------------------------------------

    def _mandatory(self) -> list[Mandatory]:
        entries = self._document.get("mandatory", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self._notes.error("policy-no-tables", *self._places.of("mandatory"))
            return []
        if len(entries) > MAX_MANDATORY:
            at = self._places.of("mandatory", "", MAX_MANDATORY)
            self._notes.error("policy-too-many", *at, key="mandatory", limit=str(MAX_MANDATORY))
        found = [self._one_mandatory(entry, index) for index, entry in enumerate(entries[:MAX_MANDATORY])]
        return [one for one in found if one is not None]

    def _one_mandatory(self, entry: dict[str, Any], index: int) -> Mandatory | None:
        self._unknown_keys("mandatory", entry, index)
        until = self._until(entry, index)
        given = self._texts("mandatory", entry, "roles", index)
        roles = [role for role in (self._known_role(text, at) for text, at in given) if role]
        if "course" not in entry:
            self._notes.error("policy-course-missing", *self._places.of("mandatory", "", index))
            return None
        course = self._text("mandatory", entry, "course", index)
        if course and not is_id(course):
            at = self._places.value(course, self._places.of("mandatory", "course", index))
            self._notes.error("policy-course", *at, course=course)
            return None
        # Without its misspelt roles the course would be mandatory for everyone: better for nobody.
        if not course or (entry.get("roles") and not roles):
            return None
        return Mandatory(course, until, () if "alle" in roles else tuple(dict.fromkeys(roles)))

    def _until(self, entry: dict[str, Any], index: int) -> date | None:
        value = entry.get("until")
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self._notes.error("policy-no-date", *self._places.of("mandatory", "until", index), key="until")
        return None

    # -- paths --------------------------------------------------------------------------------------------------

    def _paths(self, courses: dict[str, Any], key: str) -> tuple[Path, ...]:
        given = self._texts("courses", courses, key)
        if len(given) > MAX_FOLDERS:
            self._notes.error("policy-too-many", *given[MAX_FOLDERS][1], key=key, limit=str(MAX_FOLDERS))
        found = [self._resolved(text, at) for text, at in given[:MAX_FOLDERS]]
        return tuple(dict.fromkeys(path for path in found if path is not None))

    def _path(self, table: str, values: dict[str, Any], key: str) -> Path | None:
        text = self._text(table, values, key)
        return self._resolved(text, self._places.value(text, self._places.of(table, key))) if text else None

    def _resolved(self, text: str, at: At) -> Path | None:
        """An absolute path; None with a Problem where the text is none on this system."""
        variable = _VARIABLE.search(text)
        windows = PureWindowsPath(text)
        if variable:
            self._notes.error("policy-variable", *at, path=text, variable=variable[0])
        elif text.startswith("\\") and not windows.drive:
            self._notes.error("policy-one-backslash", *at, path=text)
        elif windows.drive and not windows.root:
            self._notes.error("policy-drive", *at, path=text)
        elif windows.drive and "\\" in text and not self._windows:
            self._notes.warning("policy-windows-path", *at, path=text)
        else:
            return self._base / _expanded(text)
        return None


def is_folder(path: Path) -> bool:
    """Path.is_dir raises where a folder on the way may not be entered; that is no folder for us."""
    return os.path.isdir(path)  # noqa: PTH112


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # nobody knows that user's home
        return Path(text)
