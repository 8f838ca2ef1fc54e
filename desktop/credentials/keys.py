"""The device key: one Ed25519 key per installation, made on first use and kept for good."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.credentials.encoding import from_base64url, to_base64url
from desktop.model.errors import CredentialError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_FILE = "device.pem"
PUBLIC_KEY_BYTES = 32
SIGNATURE_BYTES = 64


def fingerprint(public: str) -> str:
    """The short form people compare: the first 48 bits of the key's SHA-256, as in "3f9a 07c2 18be"."""
    digits = hashlib.sha256(from_base64url(public)).hexdigest()[:12]
    return f"{digits[:4]} {digits[4:8]} {digits[8:]}"


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """Signs as this installation; `public` is the raw public key as unpadded base64url."""

    public: str
    fingerprint: str
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    @classmethod
    def load_or_create(cls, folder: Path) -> DeviceKey:
        """The key in `folder`; made there, readable by its owner only, where there is none yet.

        A key that is there but cannot be used is never replaced, because HR knows this device by it. Raises
        CredentialError: `key-unreadable` (no access), `key-damaged` (no Ed25519 key), `key-not-written` (full or
        read-only disk); `file` names the path.
        """
        path = folder / KEY_FILE
        stored = _read(path)
        if stored is None:
            _create(path)
            stored = _read(path)
        if stored is None:
            raise CredentialError("key-not-written", file=os.fspath(path))
        return cls._from_pem(stored, path)

    @classmethod
    def _from_pem(cls, pem: bytes, path: Path) -> DeviceKey:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            private = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise CredentialError("key-damaged", file=os.fspath(path)) from error
        if not isinstance(private, Ed25519PrivateKey):
            raise CredentialError("key-damaged", file=os.fspath(path))
        public = to_base64url(private.public_key().public_bytes_raw())
        return cls(public, fingerprint(public), private)

    def sign(self, data: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature; the same data always give the same bytes."""
        return self._private.sign(data)


def verified(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the raw public key made this signature over exactly these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CredentialError("key-unreadable", file=os.fspath(path)) from error


def _create(path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_private(draft, pem)
        _publish(draft, path)
    except OSError as error:
        raise CredentialError("key-not-written", file=os.fspath(path)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _write_private(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(draft: Path, path: Path) -> None:
    """Gives the finished key its name, unless another copy of the program was quicker: then its key is the key."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:
        # FAT and some network shares know no hard links.
        if not path.exists():
            draft.replace(path)
