"""Verdicts: each of the seven, and no byte of a sealed file that could change unnoticed."""

from __future__ import annotations

import os
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.credentials import sealing, token
from desktop.credentials.encoding import from_base64url, to_base64url
from desktop.credentials.keys import DeviceKey
from desktop.credentials.verifying import MAX_BYTES, verify_bytes, verify_file
from desktop.model.certificate import Claims, Verdict, VerdictName

HERE = Path("certificate.pdf")


def verdict(data: bytes) -> Verdict:
    return verify_bytes(data, HERE)


@pytest.fixture(scope="module")
def sealed_token(sealed: bytes) -> str:
    (found,) = sealing.tokens(sealed)
    return found


def test_a_certificate_as_exported_is_sealed(sealed: bytes, claims: Claims, key: DeviceKey, tmp_path: Path) -> None:
    path = tmp_path / "Zertifikat.pdf"
    path.write_bytes(sealed)
    assert verify_file(path) == Verdict(path, VerdictName.SEALED, "seal-intact", claims, key.fingerprint)


# ------------------------------------------------------------------------------------------------ changed by one bit


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_no_flipped_bit_passes_as_sealed(sealed: bytes) -> None:
    draw = random.Random(20261114)
    bits = [draw.randrange(len(sealed) * 8) for _ in range(3000)]
    names = {verdict(flipped(sealed, bit)).name for bit in bits}
    assert VerdictName.SEALED not in names
    assert names <= {VerdictName.RESAVED, VerdictName.AMBIGUOUS, VerdictName.ALTERED, VerdictName.BADSIG}


def test_no_flipped_bit_in_or_around_a_token_passes_as_sealed(sealed: bytes) -> None:
    start = sealed.index(sealing.MARK.encode()) - 12
    for bit in range(start * 8, (start + len(sealing.MARK) + 1000) * 8, 3):
        assert verdict(flipped(sealed, bit)).name is not VerdictName.SEALED


def test_no_bit_flipped_in_both_tokens_alike_is_believed(sealed: bytes, sealed_token: str) -> None:
    """Here the file is consistent in itself, so the signature and the one spelling are all that stands."""
    original = sealed_token.encode()
    for bit in range(0, len(original) * 8, 2):
        twin = flipped(original, bit)
        found = verdict(sealed.replace(original, twin))
        assert found.name not in {VerdictName.SEALED, VerdictName.RESAVED}, (bit, twin)
        assert found.claims is None


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_patch_passes_as_sealed(sealed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sealed)))
    length = data.draw(st.integers(0, 40))
    patch = data.draw(st.binary(max_size=40))
    changed = sealed[:start] + patch + sealed[start + length :]
    assert (verdict(changed).name is VerdictName.SEALED) == (changed == sealed)


def test_no_truncation_passes_as_sealed(sealed: bytes) -> None:
    for size in range(0, len(sealed), 211):
        assert verdict(sealed[:size]).name is not VerdictName.SEALED


# --------------------------------------------------------------------------------------------------- changed around


def test_an_incremental_update_leaves_the_claims_but_not_the_file(sealed: bytes, claims: Claims) -> None:
    update = b"\n1 0 obj\n<< /Type /Annot /Contents (passed with honours) >>\nendobj\nstartxref\n0\n%%EOF\n"
    found = verdict(sealed + update)
    assert (found.name, found.reason, found.claims) == (VerdictName.RESAVED, "file-changed", claims)


def test_a_page_drawn_over_is_noticed(sealed: bytes) -> None:
    start = sealed.index(b"stream\n") + len(b"stream\n")
    length = sealed.index(b"endstream", start) - start
    other = zlib.compress(b"BT (Someone Else) Tj ET")
    changed = sealed[:start] + other.ljust(length, b"\0")[:length] + sealed[start + length :]
    assert verdict(changed).name is VerdictName.RESAVED


def test_one_of_the_two_tokens_taken_away_is_noticed(sealed: bytes, sealed_token: str) -> None:
    once = sealed.replace((sealing.MARK + sealed_token).encode(), b"", 1)
    assert verdict(once).name is VerdictName.RESAVED


def test_a_token_alone_proves_its_claims_but_no_file(sealed_token: str, claims: Claims) -> None:
    found = verdict(f"see {sealing.MARK}{sealed_token} there".encode())
    assert (found.name, found.claims) == (VerdictName.RESAVED, claims)


def test_another_certificates_token_does_not_seal_this_file(
    sealed: bytes, sealed_token: str, issued: Callable[..., bytes]
) -> None:
    (other,) = sealing.tokens(issued(name="Jona Artmann"))
    assert len(other) == len(sealed_token)
    found = verdict(sealed.replace(sealed_token.encode(), other.encode()))
    assert found.name is VerdictName.RESAVED
    assert found.claims is not None
    assert found.claims.name == "Jona Artmann"


def test_two_records_are_ambiguous(sealed: bytes, issued: Callable[..., bytes]) -> None:
    found = verdict(sealed + issued(name="Jona Artmann"))
    assert found == Verdict(HERE, VerdictName.AMBIGUOUS, "several-records")


def test_a_record_beside_a_broken_one_is_ambiguous(sealed: bytes) -> None:
    assert verdict(sealed + b"% KLARTEXT1:abc").name is VerdictName.AMBIGUOUS
    assert verdict(sealed + b"% KLARTEXT1:").name is VerdictName.AMBIGUOUS


# ------------------------------------------------------------------------------------------------ changed in the claims


def with_token(sealed: bytes, old: str, new: str) -> Verdict:
    return verdict(sealed.replace(old.encode(), new.encode()))


def test_edited_claims_are_a_bad_signature(sealed: bytes, sealed_token: str) -> None:
    head, body, signature = sealed_token.split(".")
    edited = to_base64url(from_base64url(body).replace(b"2027-11-14", b"2099-11-14"))
    found = with_token(sealed, sealed_token, f"{head}.{edited}.{signature}")
    assert found == Verdict(HERE, VerdictName.BADSIG, "signature-wrong")


def test_claims_signed_with_another_key_than_they_name_are_altered(
    sealed: bytes, sealed_token: str, key: DeviceKey, other_key: DeviceKey
) -> None:
    head, body, _ = sealed_token.split(".")
    swapped = to_base64url(from_base64url(head).replace(key.public.encode(), other_key.public.encode()))
    signature = to_base64url(other_key.sign(f"{swapped}.{body}".encode()))
    found = with_token(sealed, sealed_token, f"{swapped}.{body}.{signature}")
    assert found == Verdict(HERE, VerdictName.ALTERED, "record-key")


def test_another_algorithm_is_altered(sealed: bytes, sealed_token: str) -> None:
    head, body, _ = sealed_token.split(".")
    none = to_base64url(from_base64url(head).replace(b'"Ed25519",', b'"none",', 1))
    assert with_token(sealed, sealed_token, f"{none}.{body}.").reason == "record-header"


def test_an_unsealed_sheet_is_altered(sealed: bytes, sealed_token: str) -> None:
    found = with_token(sealed, sealed_token, "0" * len(sealed_token))
    assert found == Verdict(HERE, VerdictName.ALTERED, "record-malformed")


def test_a_fresh_key_seals_anew_and_shows_its_own_fingerprint(
    sealed: bytes, sealed_token: str, claims: Claims, other_key: DeviceKey
) -> None:
    """What no signature can prevent: the verdict holds, but HR sees another key than before."""
    from dataclasses import replace

    blank = sealed.replace(sealed_token.encode(), b"0" * len(sealed_token))
    keyword = sealing.placeholder(len(sealed_token))
    mine = replace(claims, key=other_key.public)
    found = verdict(sealing.put(blank, token.write(mine, sealing.digest(blank, keyword), other_key)))
    assert found.name is VerdictName.SEALED
    assert found.fingerprint == other_key.fingerprint


# ----------------------------------------------------------------------------------------------- no certificate at all


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", VerdictName.NONE, "file-empty"),
        (b"Sehr geehrte Damen und Herren", VerdictName.NONE, "not-a-pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), VerdictName.NONE, "not-a-pdf"),
        (b"%PDF-1.7\n%%EOF\n", VerdictName.NONE, "no-record"),
        (b"mail header\r\n\r\n%PDF-1.4\n", VerdictName.NONE, "no-record"),
        (b"%PDF-1.7\n(KLARTEXT2:eyJhbGciOi.abc.def)", VerdictName.UNREADABLE, "record-newer"),
        (b"%PDF-1.7\n(KLARTEXT1:)", VerdictName.ALTERED, "record-malformed"),
        (b"%PDF-1.7\n(KLARTEXT1:a.b.c)", VerdictName.ALTERED, "record-malformed"),
    ],
)
def test_what_is_no_certificate(data: bytes, name: VerdictName, reason: str) -> None:
    assert verdict(data) == Verdict(HERE, name, reason)


@given(st.binary(max_size=400))
def test_any_bytes_get_a_verdict_without_claims(data: bytes) -> None:
    assert verdict(data).claims is None
    assert verdict(b"%PDF-1.7 KLARTEXT1:" + data).claims is None


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    assert verify_file(tmp_path / "none.pdf").reason == "certificate-missing"
    assert verify_file(tmp_path / "none" / "none.pdf").reason == "certificate-missing"
    assert verify_file(Path("a\0b.pdf")).reason == "certificate-missing"
    assert verify_file(tmp_path).reason == "file-is-folder"
    assert verify_file(tmp_path / ("x" * 5000)).name is VerdictName.UNREADABLE


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert verify_file(tmp_path / "a.pdf" / "b.pdf").name is VerdictName.UNREADABLE


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert verify_file(path) == Verdict(path, VerdictName.UNREADABLE, "certificate-too-large")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES)
    assert verify_file(path) == Verdict(path, VerdictName.NONE, "not-a-pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert verify_file(pipe).reason == "file-not-regular"
    assert verify_file(Path("/dev/zero")).reason == "file-not-regular"


@pytest.mark.usefixtures("bound")
def test_a_file_without_rights_is_said(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(b"%PDF-1.7")
    path.chmod(0)
    assert verify_file(path).reason == "file-no-access"


def test_a_token_as_long_as_the_file_takes_no_time(tmp_path: Path) -> None:
    assert verdict(b"%PDF KLARTEXT1:" + b"A." * 2_000_000).reason == "record-malformed"
    assert verdict(b"%PDF-" + b"KLARTEXT" * 500_000).reason == "no-record"
