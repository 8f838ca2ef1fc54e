"""My data: everything that is kept, to look at, take along, bring here, delete for good, back up and restore."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import __version__
from desktop.app.files import safe_name, write_whole
from desktop.app.library import Library
from desktop.app.people import person, sound
from desktop.app.profiles import FOLDER as PEOPLE_FOLDER
from desktop.app.profiles import LIST as PEOPLE_LIST
from desktop.app.profiles import Profiles
from desktop.model.errors import CredentialError, KlartextError, NotPossible, StoreError, TransferError
from desktop.model.my_data import Backup, BackupKind, Brought, KeptData
from desktop.store.learner_store import LearnerStore

if TYPE_CHECKING:
    from desktop.app.certificates import Certificates
    from desktop.app.data_archive import Archive
    from desktop.store.dump import Dump

Document = dict[str, Any]
_LANGUAGES = ("de", "en")
_NOT_THEIRS = frozenset({"courses", "quizzes", "cache", "org.toml", PEOPLE_FOLDER, PEOPLE_LIST})
"""What lies in the data folder and is not about the person whose folder it is."""


class MyData:
    """What a learner may ask of their own data; each change is done as a whole or not at all."""

    def __init__(
        self,
        store: LearnerStore,
        library: Library,
        certificates: Certificates,
        assets: Path,
        clock: Callable[[], datetime],
        profiles: Profiles,
    ) -> None:
        self._profiles = profiles
        self._store = store
        self._library = library
        self._certificates = certificates
        self._assets = assets
        self._clock = clock

    def summary(self, language: str) -> KeptData:
        """Everything that is kept, in figures and by course."""
        from desktop.app.kept_data import kept_data

        kept = kept_data(self._store.vault.dump(), self._library, language)
        return replace(kept, backups=len(self.backups()), size=sum(_sizes(self._store.folder)))

    # --- to another laptop, and from one ---

    def proposed_name(self) -> str:
        """A file name to export under."""
        learner = self._store.learner()
        return safe_name(f"Klartext {learner.name if learner else ''} {self._clock():%Y-%m-%d}", ".zip")

    def export(self, target: Path, language: str) -> Path:
        """Write everything into one zip at `target`, which is overwritten; returns it.

        The device's key stays here: it says which laptop made a certificate, and a copy of it could say so falsely.
        Raises TransferError `export-disk-full`, or CredentialError as `files.write_whole` does, with `path`.
        """
        from desktop.app.data_archive import pack
        from desktop.rendering.report import render

        report = render(self.summary(language), self._assets, language, made=self._clock(), version=__version__)
        data = pack(self._store.vault.written(), self._pdfs(), report, made=self._clock(), version=__version__)
        try:
            write_whole(target, data)
        except CredentialError as error:
            if error.code == "file-disk-full":
                raise TransferError("export-disk-full", path=str(target)) from error
            raise
        return target

    def preview_import(self, path: Path) -> Brought:
        """What bringing in the zip at `path` would change; nothing is changed. Raises TransferError."""
        archive = self._archive(path)
        theirs, unreadable, _ = self._theirs(archive, path.name)
        return self._brought(theirs, archive.made, unreadable)

    def import_(self, path: Path) -> Brought:
        """Bring in the zip at `path`; returns what has changed. The state before is kept as a backup.

        No answer of either laptop is lost, and bringing the same again changes nothing. A kill leaves either the old
        or the new. Raises TransferError, StoreFull, StoreReadOnly.
        """
        archive = self._archive(path)
        theirs, unreadable, pdfs = self._theirs(archive, path.name)
        brought = self._brought(theirs, archive.made, unreadable)
        if brought.anything:
            self._store.vault.merge(theirs, pdfs)
        return brought

    # --- deleting ---

    def delete_course(self, course_id: str) -> None:
        """Delete all that is kept of a course: progress, answers, pass, certificates, and all of it in the backups.

        Raises NotPossible `course-without-data`, StoreFull, StoreReadOnly; then nothing has changed.
        """
        from desktop.store.figures import courses_of

        dump = self._store.vault.dump()
        if course_id not in courses_of(dump):
            raise NotPossible("course-without-data", course=course_id)
        certificates = self._store.certificates()
        mine = [one.file_name for one in certificates if one.claims.course_id == course_id]
        listed = {one.file_name for one in certificates}
        mine += [path.name for path in self._strays(listed) if self._speaks_of(path, course_id)]
        self._store.vault.delete_course(course_id, tuple(mine))

    def delete_all(self) -> None:
        """Delete everything: name, settings, progress, answers, certificates, backups, the device's key.

        Courses that a company has put into the data folder stay, and so do the data of other people on this laptop.
        Raises as `delete_course`.
        """
        with self._profiles.forgetting(self._store.folder):
            self._store.vault.delete_all()

    # --- backups ---

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the newest first."""
        return self._store.vault.backups()

    def back_up_if_due(self) -> None:
        """Make the day's backup if it is missing; a disk that is full or read-only is no reason to trouble anyone."""
        with suppress(StoreError):
            self._store.vault.back_up_if_due()

    def restore(self, backup: Backup) -> Backup:
        """Let a backup take the place of what is kept; returns that of the state before, which undoes it.

        Raises StoreError `store-backup-unreadable`, StoreNewer, StoreFull, StoreReadOnly; then nothing has changed.
        """
        return self._store.vault.restore(backup.name)

    def undo(self) -> Backup:
        """Go back to the state before the last restoring or bringing in; doing it twice goes forward again.

        Raises NotPossible `nothing-to-undo`, and as `restore` does.
        """
        last = self.undoable()
        if last is None:
            raise NotPossible("nothing-to-undo")
        return self.restore(last)

    def undoable(self) -> Backup | None:
        """The backup to which `undo` would go back."""
        return next((one for one in self.backups() if one.kind is not BackupKind.DAILY), None)

    # --- details ---

    def _pdfs(self) -> Mapping[str, bytes]:
        """The sealed files by name; one that is gone and cannot be made again is left out."""
        found = {}
        for certificate in self._store.certificates():
            with suppress(KlartextError, OSError):
                found[certificate.file_name] = self._certificates.pdf_path(certificate).read_bytes()
        return found

    def _archive(self, path: Path) -> Archive:
        from desktop.app.data_archive import unpack

        return unpack(path)

    def _theirs(self, archive: Archive, file: str) -> tuple[Dump, int, Mapping[str, bytes]]:
        """The dump in the archive as far as it can be trusted, what was left out, and the PDFs by certificate id."""
        from desktop.app.data_archive import newer
        from desktop.store.dump import Dump, Newer
        from desktop.store.fields import BadDocument

        try:
            dump, unreadable = self._store.vault.read(archive.document)
        except Newer as error:
            newer(file, error.schema, self._store.vault.schema)
        except (BadDocument, RecursionError) as error:
            raise TransferError("transfer-not-ours", file=file) from error
        certificates, pdfs = [], {}
        for one in dump.table("certificates"):
            pdf = archive.pdfs.get(one["file_name"])
            if pdf is None or not _is_sealed(pdf, one):
                unreadable += 1
                continue
            certificates.append({**one, "file_name": safe_name(Path(one["file_name"]).stem, ".pdf")})
            pdfs[one["certificate_id"]] = pdf
        tables = {**dump.tables, "certificates": tuple(certificates), **_person_and_settings(dump)}
        return Dump(tables, dump.history), unreadable, pdfs

    def _brought(self, theirs: Dump, made: datetime, unreadable: int) -> Brought:
        from desktop.app.comparing import brought
        from desktop.store.merging import merged

        mine = self._store.vault.dump()
        # Against the same form: what merging alone puts in order is no change.
        found = brought(merged(mine, mine), self._store.vault.merged(theirs), theirs)
        return replace(found, made=made, unreadable=unreadable)

    def _strays(self, listed: set[str]) -> Iterator[Path]:
        return (path for path in self._certificates.folder.glob("*.pdf") if path.name not in listed)

    def _speaks_of(self, path: Path, course_id: str) -> bool:
        (verdict,) = self._certificates.verify([path])
        return verdict.claims is not None and verdict.claims.course_id == course_id


def _is_sealed(pdf: bytes, document: Document) -> bool:
    """Whether the PDF is one that Klartext sealed, and says what the document says."""
    from desktop.credentials.verifying import verify_bytes
    from desktop.model.certificate import VerdictName
    from desktop.store.documents import to_certificate

    verdict = verify_bytes(pdf, Path(document["file_name"]))
    return verdict.name is VerdictName.SEALED and verdict.claims == to_certificate(document).claims


def _person_and_settings(dump: Dump) -> dict[str, tuple[Document, ...]]:
    """Name and settings as the rest of the app would have kept them; what it would have refused is left out."""
    from desktop.model.path import ROLES
    from desktop.store import documents

    learners: tuple[Document, ...] = ()
    with suppress(NotPossible):
        one = documents.to_learner(dump.table("learner")[0]) if dump.table("learner") else None
        if one is not None:
            role = one.role if one.role in ROLES else ""
            learners = (documents.from_learner(replace(person(one.name, one.personnel_ref), role=role)),)
    settings = [sound(documents.to_settings(one)) for one in dump.table("settings")]
    known = tuple(documents.from_settings(one) for one in settings if one.language in _LANGUAGES)
    return {"learner": learners, "settings": known[:1]}


def _sizes(folder: Path) -> Iterator[int]:
    """Bytes of every file that is about the learner."""
    for path in folder.rglob("*"):
        if path.relative_to(folder).parts[0] not in _NOT_THEIRS:
            with suppress(OSError):
                yield path.stat().st_size if path.is_file() else 0
