"""The device key: made once, kept private, never replaced behind anyone's back."""

from __future__ import annotations

import os
import re
import stat
import sys
import threading
from pathlib import Path

import pytest

from desktop.credentials.encoding import from_base64url
from desktop.credentials.keys import KEY_FILE, DeviceKey, fingerprint, verified
from desktop.model.errors import CredentialError


def test_the_first_use_makes_a_key_and_the_next_finds_it(tmp_path: Path) -> None:
    first = DeviceKey.load_or_create(tmp_path / "home" / "keys")
    second = DeviceKey.load_or_create(tmp_path / "home" / "keys")
    assert first == second
    assert first.sign(b"x") == second.sign(b"x")
    assert os.listdir(tmp_path / "home" / "keys") == [KEY_FILE]  # noqa: PTH208  no draft is left


def test_two_installations_have_two_keys(key: DeviceKey, other_key: DeviceKey) -> None:
    assert key.public != other_key.public
    assert key.fingerprint != other_key.fingerprint


def test_public_key_and_fingerprint_have_their_form(key: DeviceKey) -> None:
    assert len(from_base64url(key.public)) == 32
    assert re.fullmatch(r"[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}", key.fingerprint)
    assert fingerprint(key.public) == key.fingerprint


def test_the_private_key_is_not_in_its_repr(key: DeviceKey) -> None:
    assert "private" not in repr(key).lower()


def test_a_signature_holds_for_its_bytes_and_key_only(key: DeviceKey, other_key: DeviceKey) -> None:
    signature = key.sign(b"claims")
    public = from_base64url(key.public)
    assert verified(public, signature, b"claims")
    assert not verified(public, signature, b"claim")
    assert not verified(from_base64url(other_key.public), signature, b"claims")
    assert not verified(public, signature[:-1], b"claims")
    assert not verified(b"short", signature, b"claims")


def test_a_signature_has_no_twin(key: DeviceKey) -> None:
    """S + L verifies where an implementation forgets to bound S."""
    signature = key.sign(b"claims")
    group_order = 2**252 + 27742317777372353535851937790883648493
    twin = signature[:32] + (int.from_bytes(signature[32:], "little") + group_order).to_bytes(32, "little")
    assert not verified(from_base64url(key.public), twin, b"claims")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in access lists")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    DeviceKey.load_or_create(tmp_path / "keys")
    assert stat.S_IMODE((tmp_path / "keys" / KEY_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", b"\xff\xfe\x00" * 40],
    ids=["empty", "text", "broken-pem", "binary"],
)
def test_a_damaged_key_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / KEY_FILE
    path.write_bytes(content)
    with pytest.raises(CredentialError) as caught:
        DeviceKey.load_or_create(tmp_path)
    assert caught.value.code == "key-damaged"
    assert caught.value.data == {"file": str(path)}
    assert path.read_bytes() == content


def test_a_key_of_another_kind_is_damage_too(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    foreign = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / KEY_FILE).write_bytes(foreign)
    with pytest.raises(CredentialError, match="key-damaged"):
        DeviceKey.load_or_create(tmp_path)


def test_a_truncated_key_is_damage(tmp_path: Path) -> None:
    DeviceKey.load_or_create(tmp_path)
    whole = (tmp_path / KEY_FILE).read_bytes()
    for size in range(0, len(whole) - 2, 7):
        (tmp_path / KEY_FILE).write_bytes(whole[:size])
        with pytest.raises(CredentialError, match="key-damaged"):
            DeviceKey.load_or_create(tmp_path)


def test_a_folder_in_its_place_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).mkdir()
    with pytest.raises(CredentialError, match="key-unreadable"):
        DeviceKey.load_or_create(tmp_path)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CredentialError) as caught:
        DeviceKey.load_or_create(tmp_path / "keys")
    assert caught.value.code in {"key-not-written", "key-unreadable"}


def test_copies_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    found: list[str] = []
    barrier = threading.Barrier(8)

    def start() -> None:
        barrier.wait()
        found.append(DeviceKey.load_or_create(tmp_path).public)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "user-home"] == [KEY_FILE]
