"""The code on paper: compact, signed, and read back without trust."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.credentials import qr
from desktop.credentials.encoding import from_base45, to_base45
from desktop.credentials.keys import DeviceKey
from desktop.credentials.picture import png
from desktop.credentials.verifying import verify_qr
from desktop.model.certificate import Claims, Sheet, VerdictName


@pytest.fixture(scope="module")
def code(claims: Claims, key: DeviceKey) -> str:
    text = qr.write(claims, key)
    assert text is not None
    return text


def test_it_carries_the_same_claims(code: str, claims: Claims, key: DeviceKey) -> None:
    found = verify_qr(code)
    assert (found.name, found.reason) == (VerdictName.RESAVED, "qr-genuine")
    assert (found.claims, found.fingerprint) == (claims, key.fingerprint)


def test_a_scanners_line_end_does_no_harm(code: str) -> None:
    assert verify_qr(code + "\r\n").reason == "qr-genuine"


def test_it_is_small_enough_for_paper(code: str) -> None:
    assert len(from_base45(code.removeprefix(qr.MARK))) <= 260
    assert re.fullmatch(r"KT1:[0-9A-Z $%*+\-./:]+", code)
    _, modules = qr.svg(code)
    assert modules <= 65, "larger than version 12"


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80).filter(str.strip),
    until=st.none() | st.dates(),
    passed=st.booleans(),
)
def test_any_claims_go_there_and_back(
    claims: Claims, key: DeviceKey, name: str, until: date | None, passed: bool
) -> None:
    given_claims = replace(claims, name=name, valid_until=until, passed=passed, personnel_ref=name[:3])
    text = qr.write(given_claims, key)
    assert text is not None
    assert qr.read(text) == given_claims


def test_no_changed_letter_is_believed(code: str) -> None:
    for position in range(len(qr.MARK), len(code)):
        changed = code[:position] + ("0" if code[position] != "0" else "1") + code[position + 1 :]
        assert verify_qr(changed).claims is None, position


def test_no_flipped_bit_is_believed(code: str) -> None:
    data = from_base45(code.removeprefix(qr.MARK))
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        assert verify_qr(qr.MARK + to_base45(bytes(changed))).name is VerdictName.BADSIG, bit


def test_signed_nonsense_is_altered(claims: Claims, key: DeviceKey, code: str) -> None:
    packed = from_base45(code.removeprefix(qr.MARK))[:-64]
    for nonsense in (
        b"\x02" + packed[1:],  # a format to come
        packed[:55] + b"\x02" + packed[56:],  # "passed" has two values
        packed[:49] + bytes(3) + packed[52:],  # no day
        packed[:-32] + b"more" + packed[-32:],
        packed[:40] + packed[-32:],
        bytes(1) + packed[-32:],
    ):
        signed = nonsense + key.sign(b"klartext-qr-1\n" + nonsense)
        found = verify_qr(qr.MARK + to_base45(signed))
        assert (found.name, found.reason) == (VerdictName.ALTERED, "record-claims")


def test_the_files_token_and_the_codes_signature_do_not_mix(code: str, key: DeviceKey) -> None:
    packed = from_base45(code.removeprefix(qr.MARK))[:-64]
    assert verify_qr(qr.MARK + to_base45(packed + key.sign(packed))).name is VerdictName.BADSIG


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("", VerdictName.NONE, "qr-foreign"),
        ("https://example.com", VerdictName.NONE, "qr-foreign"),
        ("KT2:ABC", VerdictName.NONE, "qr-foreign"),
        ("KT1:", VerdictName.UNREADABLE, "qr-malformed"),
        ("KT1:ABC", VerdictName.UNREADABLE, "qr-malformed"),
        ("KT1:äöü", VerdictName.UNREADABLE, "qr-malformed"),
        ("KT1:" + "0" * 100_000, VerdictName.UNREADABLE, "qr-malformed"),
        ("KT1:" + "000" * 100, VerdictName.BADSIG, "signature-wrong"),
    ],
)
def test_other_texts(text: str, name: VerdictName, reason: str) -> None:
    found = verify_qr(text)
    assert (found.name, found.reason, found.claims) == (name, reason, None)


@given(st.text(max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    assert verify_qr(text).claims is None
    assert verify_qr(qr.MARK + text).claims is None


def test_claims_too_long_for_paper_go_without_a_code(
    claims: Claims, key: DeviceKey, issued: Callable[..., bytes]
) -> None:
    long = {"name": "王" * 300, "course_title": "明" * 300}
    assert qr.write(replace(claims, **long), key) is None
    assert b"/Alt" not in issued(**long)


def test_the_drawing_is_the_code(code: str) -> None:
    """Painted cell by cell from the SVG, it is the matrix that the library made."""
    import segno

    drawing, size = qr.svg(code)
    painted = [[0] * size for _ in range(size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v", drawing):
        for column in range(int(x), int(x) + int(width)):
            painted[int(y)][column] = 1
    matrix = segno.make_qr(code, error="m", mask=0, boost_error=False).matrix
    assert painted == [list(row) for row in matrix]


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="needs a QR reader (Debian: zbar-tools)")
@pytest.mark.parametrize("name", ["Jana Ortmann", "王小明" * 40])
def test_a_reader_finds_it_in_the_picture(
    claims: Claims, sheet: Sheet, key: DeviceKey, assets: Path, tmp_path: Path, name: str
) -> None:
    named = replace(claims, name=name)
    (tmp_path / "sheet.png").write_bytes(png(named, sheet, key, assets=assets, width=2400))
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", str(tmp_path / "sheet.png")], capture_output=True, text=True, check=True
    )
    assert read.stdout.removesuffix("\n") == qr.write(named, key)
