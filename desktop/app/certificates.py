"""Certificates: offered, made, kept, handed out, checked."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.files import failure, free_name, safe_name, write_whole
from desktop.app.library import Library
from desktop.app.standing import Standing
from desktop.learning.progress import completed_on
from desktop.learning.validity import CertificateStatus, newer, renewal_open, status, valid_until
from desktop.model.certificate import Claims, IssuedCertificate, Sheet, Verdict, VerdictName
from desktop.model.errors import CredentialError, NotPossible
from desktop.model.progress import CourseState, NextStep
from desktop.store.learner_store import LearnerStore

if TYPE_CHECKING:
    from desktop.credentials.keys import DeviceKey


@dataclass(frozen=True, slots=True)
class CertificateView:
    """A certificate with what can be said of it today.

    `renewable` says that passing the test again earns a new one, because this one ends or ended or because the course
    is newer; `newer_version` is that version, empty where there is none. `at_hand` says that its course is there.
    """

    certificate: IssuedCertificate
    status: CertificateStatus
    renewable: bool = False
    newer_version: str = ""
    at_hand: bool = True


class Certificates:
    """Makes certificates of completed courses and keeps them; what one says is frozen when it is issued."""

    def __init__(
        self, store: LearnerStore, library: Library, standing: Standing, assets: Path, rng: random.Random
    ) -> None:
        self._store = store
        self._library = library
        self._standing = standing
        self._assets = assets
        self._rng = rng

    def offered(self, course_id: str, language: str) -> bool:
        """Whether a certificate can be had: every lesson read, the test passed, and the course promises one."""
        return self._standing.certificate_offered(self._library.outline(course_id, language))

    def preview(self, course_id: str, language: str) -> tuple[Claims, Sheet]:
        """What `issue` would put on it; the id is a dummy of zeros until then.

        Version and content hash are those that were passed, even where the course has a newer version by now.
        Raises NotPossible `certificate-not-offered`, `certificate-without-promise` or `name-missing`.
        """
        return self._draft(course_id, language, str(uuid.UUID(int=0)))

    def issue(self, course_id: str, language: str) -> IssuedCertificate:
        """Make, seal and keep a certificate; asked again for the same, it returns the one there is.

        The sealed file is in its folder before the memory knows of it. A kill in between leaves a file that is genuine
        and not listed; the next `issue` finds it, checks its seal and lists it instead of making a second one.
        Raises as `preview`, and CredentialError, StoreFull or StoreReadOnly.
        """
        claims, sheet = self._draft(course_id, language, self._new_id())
        for certificate in reversed(self._store.certificates()):
            if _says_the_same(certificate.claims, claims):
                self.pdf_path(certificate)
                return certificate
        stray = self._stray(claims, sheet)
        if stray is not None:
            self._store.add_certificate(stray)
            return stray
        data = self._sealed(claims, sheet)
        name = free_name(self._folder / _file_name(claims, self._assets), data).name
        certificate = IssuedCertificate(claims=claims, sheet=sheet, file_name=name)
        self._store.add_certificate(certificate, data)
        return certificate

    def all(self) -> tuple[IssuedCertificate, ...]:
        """Every certificate issued here, the oldest first."""
        return self._store.certificates()

    def listed(self, language: str) -> tuple[CertificateView, ...]:
        """Every certificate with what can be said of it today, the one issued last first."""
        issued = self.all()
        states = {state.outline.id: state for state in self._standing.all(language)}
        views = (self._view(one, issued[n + 1 :], states.get(one.claims.course_id)) for n, one in enumerate(issued))
        return tuple(reversed(tuple(views)))

    def renewal_open(self, state: CourseState) -> bool:
        """Whether the certificate of a course ends or has ended, and passing the test again renews it."""
        return renewal_open(state, self._standing.today())

    def contents(self, certificate: IssuedCertificate) -> Verdict:
        """What HR's check makes of the very file that is handed over, claims included. Raises as `pdf_path` does."""
        (verdict,) = self.verify([self.pdf_path(certificate)])
        return verdict

    def _view(
        self, certificate: IssuedCertificate, later: Sequence[IssuedCertificate], state: CourseState | None
    ) -> CertificateView:
        claims, today = certificate.claims, self._standing.today()
        own = (claims.course_id, claims.completed, claims.course_version)
        others = ((c.claims.course_id, c.claims.completed, c.claims.course_version) for c in later)
        # Issued again for the same work, as after a change of name, the first one is as good as the second.
        followed = any(other[0] == own[0] and other != own for other in others)
        what = status(claims, followed, today)
        repeatable = state is not None and state.outline.quiz_id is not None and not followed
        if state is None or not repeatable or state.next_step is NextStep.CERTIFICATE:
            return CertificateView(certificate, what, at_hand=state is not None)
        version = state.outline.version if newer(state.outline.version, claims.course_version) else ""
        ending = what in (CertificateStatus.ENDING, CertificateStatus.EXPIRED)
        return CertificateView(certificate, what, renewable=ending or bool(version), newer_version=version)

    def pdf_path(self, certificate: IssuedCertificate) -> Path:
        """Where its sealed PDF lies; one that was deleted is made again from the frozen record.

        Raises CredentialError `key-foreign` where this device no longer has the key it was sealed with.
        """
        path = self._folder / certificate.file_name
        if not path.is_file():
            write_whole(path, self._sealed(certificate.claims, certificate.sheet))
        return path

    def number(self, certificate: IssuedCertificate) -> str:
        """The short number people read aloud, as it stands on the sheet ("7K4F-92QD-M1XB")."""
        from desktop.credentials.record import short_number

        return short_number(certificate.claims.certificate_id)

    def proposed_name(self, certificate: IssuedCertificate) -> str:
        """A file name to export under, safe on Windows, macOS and Linux, in the certificate's language."""
        return _file_name(certificate.claims, self._assets)

    def sealed(self, certificate: IssuedCertificate) -> bytes:
        """The bytes of its PDF. Raises CredentialError `file-not-read`, and as `pdf_path` does."""
        return self._read(self.pdf_path(certificate))

    def export(self, certificate: IssuedCertificate, target: Path, *, overwrite: bool = False) -> Path:
        """Copy the sealed bytes to a file, or under the proposed name into a folder; returns where they lie.

        A different file of that name is not overwritten unless `overwrite` says so: the copy gets " (2)" and so on.
        Raises CredentialError `file-not-read` or those of `files.write_whole`, each with `path`.
        """
        data = self.sealed(certificate)
        try:
            path = target / self.proposed_name(certificate) if target.is_dir() else target
            if not overwrite:
                path = free_name(path, data)
        except OSError as error:  # even asking what lies there fails for a name too long or a folder out of reach
            raise failure(error, target) from error
        write_whole(path, data)
        return path

    def picture(self, certificate: IssuedCertificate) -> bytes:
        """The sheet as a PNG, with its QR code where this device has the key. Raises as `issue` does."""
        from desktop.credentials.picture import png

        own = self._key if certificate.claims.key == self._key.public else None
        return png(certificate.claims, certificate.sheet, own, assets=self._assets)

    def verify(self, paths: Sequence[Path]) -> tuple[Verdict, ...]:
        """One verdict per file; folders are searched for PDF files."""
        from desktop.app.verifying import verify_paths

        return verify_paths(paths)

    def fingerprint(self) -> str:
        """The device key's short fingerprint ("3f9a 07c2 18be")."""
        return self._key.fingerprint

    @property
    def folder(self) -> Path:
        """Where the sealed PDFs lie."""
        return self._folder

    @property
    def _folder(self) -> Path:
        return self._store.certificates_folder

    @property
    def _key(self) -> DeviceKey:
        from desktop.credentials.keys import DeviceKey

        return DeviceKey.load_or_create(self._store.folder / "keys")

    def _new_id(self) -> str:
        return str(uuid.UUID(int=self._rng.getrandbits(128), version=4))

    def _draft(self, course_id: str, language: str, certificate_id: str) -> tuple[Claims, Sheet]:
        outline = self._library.outline(course_id, language)
        learner, proof = self._store.learner(), self._store.passes().get(course_id)
        if learner is None:
            raise NotPossible("name-missing")
        if outline.certificate is None:
            raise NotPossible("certificate-without-promise", course=outline.title)
        if proof is None or not self._standing.certificate_offered(outline):
            raise NotPossible("certificate-not-offered", course=outline.title)
        completed = completed_on(outline, self._store.lesson_progress(course_id), proof)
        claims = Claims(
            certificate_id=certificate_id,
            name=learner.name,
            personnel_ref=learner.personnel_ref,
            course_id=outline.id,
            course_title=outline.title,
            course_version=proof.course_version,
            content_hash=proof.content_hash,
            language=outline.language,
            completed=completed,
            valid_until=valid_until(completed, outline.certificate.valid_months),
            key=self._key.public,
        )
        organisation = self._library.profile.values.get("name", "")
        sheet = Sheet(
            minutes=outline.minutes,
            lessons=len(outline.lessons),
            organisation=organisation,
            template=outline.certificate.template,
        )
        return claims, sheet

    def _sealed(self, claims: Claims, sheet: Sheet) -> bytes:
        from desktop.credentials.issuing import issue

        return issue(claims, sheet, self._key, assets=self._assets)

    def _stray(self, claims: Claims, sheet: Sheet) -> IssuedCertificate | None:
        """A sealed file in the folder that says the same and is not listed: what a kill left behind."""
        listed = {c.file_name for c in self._store.certificates()}
        for path in sorted(self._folder.glob("*.pdf")):
            if path.name in listed:
                continue
            (verdict,) = self.verify([path])
            if verdict.name is VerdictName.SEALED and verdict.claims and _says_the_same(verdict.claims, claims):
                return IssuedCertificate(claims=verdict.claims, sheet=sheet, file_name=path.name)
        return None

    @staticmethod
    def _read(path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise CredentialError("file-not-read", path=str(path)) from error


def _says_the_same(issued: Claims, wanted: Claims) -> bool:
    """Whether two records differ in nothing but their id."""
    return replace(issued, certificate_id="") == replace(wanted, certificate_id="")


def _file_name(claims: Claims, assets: Path) -> str:
    from desktop.rendering.sentences import Sentences

    data = {"course": claims.course_id, "name": claims.name, "day": claims.completed.isoformat()}
    language = "de" if claims.language == "de" else "en"
    return safe_name(Sentences(assets, language).say("certificate-file-name", data).text, ".pdf")
