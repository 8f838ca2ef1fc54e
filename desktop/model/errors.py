"""The error tree: every failure a person may see, as a code and the values its sentence needs.

KlartextError
├── ContentError        a course, quiz or profile cannot be used
├── StoreError          the learner's memory
│   ├── StoreLocked     another running copy holds it
│   ├── StoreFull       the disk took no more bytes; nothing shown as saved is lost
│   ├── StoreReadOnly   the folder cannot be written
│   ├── StoreDamaged    neither the current nor the previous state can be read
│   └── StoreNewer      written by a newer version of Klartext
├── CredentialError     a certificate cannot be made, written or read
├── TransferError       data brought from another laptop cannot be taken over, or taken along
└── NotPossible         what was asked for cannot be done as things stand
"""

from __future__ import annotations


class KlartextError(Exception):
    """Base of all; `code` picks the sentence and `data` fills it."""

    code = "unexpected"

    def __init__(self, code: str | None = None, **data: str) -> None:
        self.code = code or self.code
        self.data = data
        super().__init__(self.code, data)


class ContentError(KlartextError):
    """A course, quiz or company profile cannot be used."""

    code = "content-unusable"


class StoreError(KlartextError):
    """The learner's memory could not be read or written."""

    code = "store-failed"


class StoreLocked(StoreError):
    """Another running copy holds the data folder."""

    code = "store-locked"


class StoreFull(StoreError):
    """The disk took no more bytes."""

    code = "store-full"


class StoreReadOnly(StoreError):
    """The data folder cannot be written."""

    code = "store-read-only"


class StoreDamaged(StoreError):
    """Neither the current nor the previous state can be read."""

    code = "store-damaged"


class StoreNewer(StoreError):
    """The data were written by a newer version of Klartext."""

    code = "store-newer"


class CredentialError(KlartextError):
    """A certificate cannot be made, written or read."""

    code = "credential-failed"


class TransferError(KlartextError):
    """Data cannot be taken along, or what was brought from elsewhere cannot be taken over; nothing has changed."""

    code = "transfer-failed"


class NotPossible(KlartextError):
    """What was asked for cannot be done as things stand: no attempt left, nothing to certify, an unknown id."""

    code = "not-possible"
