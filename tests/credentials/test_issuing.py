"""The issued PDF: sealed, archivable, accessible, one page, the same bytes every time, and for every name there is."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.credentials import sealing
from desktop.credentials.issuing import issue
from desktop.credentials.keys import KEY_FILE, DeviceKey
from desktop.credentials.record import LIMITS
from desktop.credentials.verifying import verify_bytes
from desktop.model.certificate import Claims, Sheet, VerdictName
from desktop.model.errors import CredentialError

from .conftest import SHEET

NAMES = {
    "umlaut": "Jörg Müßig-Öztürk",
    "polish": "Zażółć Gęślą-Jaźń",
    "vietnamese": "Nguyễn Thị Ánh Đào",
    "turkish": "İpek Şahin Ğ",
    "greek": "Αλέξανδρος Παπαδόπουλος",
    "cyrillic": "Ґанна Їжакевич-Щербань",
    "yoruba": "Ọ̀ṣun Adéṣínà Ẹ́bùn",
    "chinese": "王小明 歐陽",
    "japanese": "さくら カタカナ 山田",
    "korean": "김민준",
    "arabic": "محمد بن سلمان الأحمد",
    "persian": "می‌خواهم",
    "hebrew": "שָׁלוֹם כהן",
    "hindi": "नरेन्द्र क्षत्रिय",
    "bengali": "শ্রীমতী",
    "tamil": "தமிழ்ச்செல்வி",
    "thai": "กิ่งแก้ว",
    "khmer": "ខ្មែរ",
    "burmese": "မြန်မာ",
    "georgian": "გიორგი",
    "armenian": "Հայկ",
    "amharic": "አበበ",
}
HARD_NAMES = {
    "emoji": "Jörg 🦊 Müller",
    "emoji-only": "🦊🦊",
    "family": "👩‍👩‍👧",
    "cherokee": "ᎣᏏᏲ ᎠᏂ",
    "stacked-marks": "Z" + "\u0331\u0301\u0489" * 30 + "algo",
    "lone-mark": "\u0301",
    "panic": '#panic("x")',
    "typst": '= Heading *bold* #read("/etc/passwd") $x^2$ \\u{41} <label> @ref',
    "json": '"},"passed":false,"x":{"',
    "formula": '=HYPERLINK("http://example.com","x")',
    "html": "<script>alert(1)</script>&amp;",
    "pdf": ") /Author (Someone) >> endobj",
    "newlines": "Jana\r\nOrtmann\u2028Zeile\u2029Absatz\tTab",
    "controls": "Jana\x00\x07\x1b[31m\x7f\x9f Ortmann",
    "directions": "Jana \u202egnp.nnamtrO\u202c \u2066x\u2069 \ufeff\u200f",
    "private-and-unassigned": "Jana \ue000\U000f0000\uffff\U000e0041",
    "seal": "KLARTEXT1:eyJhbGciOiJFZDI1NTE5In0.e30.AAAA",
    "seals": "KLARTEXTKLARTEXT1:1: KLARTEXT2:abcdefgh KLARTEXT:",
    "placeholder": "KLARTEXT1:" + "0" * 300,
    "soft-hyphen": "Jana\u00adOrt\u200bmann",
}


def proven(data: bytes) -> Claims:
    found = verify_bytes(data, Path("certificate.pdf"))
    assert found.name is VerdictName.SEALED, found
    assert found.claims is not None
    return found.claims


def title(data: bytes) -> str:
    """The title as any reader shows it."""
    found = re.search(rb'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</rdf:li>', data)
    assert found
    return html.unescape(found[1].decode("utf-8"))


def words(data: bytes, tmp_path: Path, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (Debian: poppler-utils)")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


# -------------------------------------------------------------------------------------------------------- the document


def test_it_is_archivable_and_accessible(sealed: bytes) -> None:
    assert sealed.startswith(b"%PDF-1.7")
    for fact in (
        b"<pdfaid:part>2</pdfaid:part>",
        b"<pdfaid:conformance>A</pdfaid:conformance>",
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"/MarkInfo<</Marked true",
        b"/StructTreeRoot",
        b"/Lang(de)",
        b"/OutputIntents",
        b"/S/H1",
        b"/S/H2",
        b"/S/Table",
        b"/Alt(QR-Code mit dem signierten Nachweis.",
    ):
        assert fact in sealed, fact
    assert re.findall(rb"/Type/Pages/Count (\d+)", sealed) == [b"1"]
    for forbidden in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/URI", b"/Encrypt"):
        assert forbidden not in sealed


def test_its_data_say_what_it_is(sealed: bytes) -> None:
    assert title(sealed) == "Teilnahmezertifikat: Jana Ortmann, Vertraulich bleibt vertraulich"
    assert b"/Author(Klartext)" in sealed
    assert b"/CreationDate(D:20261114000000Z)" in sealed


def test_no_clock_but_the_day_of_completion_is_in_it(sealed: bytes) -> None:
    assert set(re.findall(rb"D:(\d{8,14})", sealed)) == {b"20261114000000"}
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", sealed)) == {b"2026-11-14T00:00:00"}


def test_the_token_stands_in_it_twice(sealed: bytes) -> None:
    (found,) = sealing.tokens(sealed)
    assert sealed.count((sealing.MARK + found).encode()) == 2


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_nothing_wrong(sealed: bytes, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sealed)
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "sheet.pdf")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_a_file_saved_again_by_another_program_keeps_its_claims(sealed: bytes, claims: Claims, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sealed)
    subprocess.run(["qpdf", "--linearize", str(tmp_path / "sheet.pdf"), str(tmp_path / "again.pdf")], check=True)
    found = verify_bytes((tmp_path / "again.pdf").read_bytes(), tmp_path)
    assert (found.name, found.claims) == (VerdictName.RESAVED, claims)


def test_the_same_claims_give_the_same_bytes(issued: Callable[..., bytes], sealed: bytes) -> None:
    assert issued() == sealed
    assert issued(personnel_ref="P-1") != sealed


def test_another_process_elsewhere_gives_the_same_bytes(
    sealed: bytes, claims: Claims, key: DeviceKey, assets: Path, tmp_path: Path
) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = key._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / KEY_FILE).write_bytes(pem)
    code = (
        "import datetime, sys\nfrom pathlib import Path\n"
        "from desktop.credentials.issuing import issue\nfrom desktop.credentials.keys import DeviceKey\n"
        "from desktop.model.certificate import Claims, Sheet\n"
        "key = DeviceKey.load_or_create(Path('keys'))\n"
        f"data = issue({claims!r}, {SHEET!r}, key, assets=Path({os.fspath(assets)!r}))\n"
        "sys.stdout.buffer.write(data)\n"
    )
    environment = os.environ | {"TZ": "Pacific/Kiritimati", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
    environment["PYTHONPATH"] = os.fspath(assets.parent)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout == sealed


def test_heavy_libraries_wait_until_they_are_needed(assets: Path) -> None:
    code = (
        "import sys\nimport desktop.credentials.issuing, desktop.credentials.picture, desktop.credentials.verifying\n"
        "print({'typst', 'segno', 'cryptography'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=assets.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# ----------------------------------------------------------------------------------------------------- what it says


def test_the_german_sheet(issued: Callable[..., bytes], claims: Claims, key: DeviceKey, tmp_path: Path) -> None:
    said = words(issued(personnel_ref="P-20417"), tmp_path, "-layout")
    for line in (
        *("Klartext.", "Muster GmbH", "TEILNAHMEZERTIFIKAT", "Jana Ortmann"),
        "hat den Kurs Vertraulich bleibt vertraulich abgeschlossen und den Abschlusstest bestanden.",
        *("Abgeschlossen am", "14. November 2026", "Gültig bis", "14. November 2027", "Kursstand", "2.1 · Deutsch"),
        *("Umfang", "30 Minuten, 6 Lektionen", "Personalreferenz", "P-20417"),
        "Selbst erstellt auf dem Gerät der teilnehmenden Person.",
        "Dieses PDF enthält einen signierten Nachweis. Die Personalabteilung prüft ihn offline mit Klartext.",
        *("Nr. 7WP9-MMGW-3S7G", f"Schlüssel {key.fingerprint}", claims.certificate_id),
    ):
        assert line in said.replace("\u00a0", " "), line
    for claim in ("fälschungssicher", "Prozent", "%", "Punkte", "Versuch", "Unterweisung", "beweist"):
        assert claim not in said


def test_the_english_sheet(issued: Callable[..., bytes], key: DeviceKey, tmp_path: Path) -> None:
    sheet = Sheet(minutes=1, lessons=1)
    data = issued(sheet, language="en", course_title="Confidential stays confidential", valid_until=None)
    assert b"/Lang(en)" in data
    said = words(data, tmp_path, "-layout").replace("\u00a0", " ")
    for line in (
        *(
            "CERTIFICATE OF PARTICIPATION",
            "completed the course Confidential stays confidential and passed its final test.",
        ),
        *("Completed on", "14 November 2026", "Valid until", "no end date", "Course edition", "2.1 · English"),
        *("1 minute, 1 lesson", "Made by the participant, on the participant’s own device."),
        "This PDF carries a signed record. The HR department checks it offline with Klartext.",
        f"Key {key.fingerprint}",
    ):
        assert line in said, line
    assert "Personnel" not in said
    assert "Muster" not in said


def test_no_end_date_is_said(issued: Callable[..., bytes], tmp_path: Path) -> None:
    assert "unbefristet" in words(issued(valid_until=None), tmp_path)


def test_a_course_without_a_test_claims_none(issued: Callable[..., bytes], tmp_path: Path) -> None:
    said = words(issued(passed=False), tmp_path, "-layout")
    assert "hat den Kurs Vertraulich bleibt vertraulich abgeschlossen." in said
    assert "bestanden" not in said


@pytest.mark.parametrize("language", ["de-AT", "fr", "x", "EN", "'); #panic()"])
def test_any_language_gets_a_sheet(issued: Callable[..., bytes], language: str) -> None:
    assert proven(issued(language=language)).language == language


@pytest.mark.parametrize("template", ["missing", "../standard", "/etc/passwd", "", "standard.typ", "STANDARD"])
def test_an_unknown_template_gets_the_standard_sheet(
    issued: Callable[..., bytes], sealed: bytes, template: str
) -> None:
    assert issued(replace(SHEET, template=template)) == sealed


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(1, 1, 1), date(9999, 12, 31), date(2028, 2, 29)])
def test_a_wrong_clock_keeps_nobody_from_a_certificate(issued: Callable[..., bytes], day: date) -> None:
    assert proven(issued(completed=day, valid_until=None)).completed == day


# ------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_of_the_world_stand_on_the_sheet(issued: Callable[..., bytes], name: str) -> None:
    data = issued(name=name)
    assert proven(data).name == name
    assert title(data).startswith(f"Teilnahmezertifikat: {name},")


@pytest.mark.parametrize("name", HARD_NAMES.values(), ids=HARD_NAMES)
def test_no_name_leaves_a_learner_without_a_certificate(issued: Callable[..., bytes], name: str) -> None:
    data = issued(name=name)
    assert proven(data).name == name
    assert re.findall(rb"/Type/Pages/Count (\d+)", data) == [b"1"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (HARD_NAMES["emoji"], "Jörg Müller"),
        (HARD_NAMES["emoji-only"], "□"),
        (HARD_NAMES["cherokee"], "□□□ □□"),
        (HARD_NAMES["panic"], '#panic("x")'),
        (HARD_NAMES["formula"], '=HYPERLINK("http://example.com","x")'),
        (HARD_NAMES["newlines"], "Jana Ortmann Zeile Absatz Tab"),
        (HARD_NAMES["controls"], "Jana [31m Ortmann"),
        (HARD_NAMES["directions"], "Jana gnp.nnamtrO x"),
        (HARD_NAMES["seal"], "KLARTEXT 1:eyJhbGciOiJFZDI1NTE5In0.e30.AAAA"),
        (HARD_NAMES["soft-hyphen"], "JanaOrtmann"),
        ("a\u0331b", "ab"),  # no font has the mark, so the letter stands without it
    ],
    ids=ascii,
)
def test_what_the_sheet_makes_of_hard_names(issued: Callable[..., bytes], name: str, shown: str) -> None:
    assert title(issued(name=name)) == f"Teilnahmezertifikat: {shown}, Vertraulich bleibt vertraulich"


def test_the_sheet_says_when_it_lacks_characters(issued: Callable[..., bytes], tmp_path: Path) -> None:
    note = "Der signierte Nachweis enthält sie."
    assert note in words(issued(name=HARD_NAMES["emoji"]), tmp_path)
    assert note not in words(issued(), tmp_path)
    assert note not in words(issued(name=NAMES["yoruba"]), tmp_path)


def test_hard_words_elsewhere_do_no_harm(issued: Callable[..., bytes]) -> None:
    hard = '🦊 #panic("x") KLARTEXT1:abc.d.e \x00\n' + "ᎣᏏᏲ"
    data = issued(
        Sheet(minutes=0, lessons=0, organisation=hard), course_title=hard, course_version=hard, personnel_ref=hard
    )
    found = proven(data)
    assert (found.course_title, found.course_version, found.personnel_ref) == (hard, hard, hard)


@settings(max_examples=25, deadline=None)
@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=LIMITS["name"]).filter(str.strip),
    reference=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_any_words_are_sealed_on_one_page(issued: Callable[..., bytes], name: str, reference: str) -> None:
    data = issued(name=name, personnel_ref=reference)
    found = proven(data)
    assert (found.name, found.personnel_ref) == (name, reference)


LONG = (
    "Maximiliane Alexandra Gräfin von Hohenlohe-Waldenburg-Schillingsfürst zu Oettingen-Spielberg und Freiin von Thurn"
)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": LONG},
        {"name": "W" * LIMITS["name"]},
        {"name": ("W" * 30 + " ") * 12},
        {"name": "王" * LIMITS["name"]},
        {"course_title": (LONG + " ") * 3},
        {"course_title": "W" * LIMITS["course_title"]},
        {"course_version": "9" * LIMITS["course_version"], "personnel_ref": "R" * LIMITS["personnel_ref"]},
        {
            "name": "W" * LIMITS["name"],
            "course_title": "W" * LIMITS["course_title"],
            "course_version": "W" * LIMITS["course_version"],
            "personnel_ref": "W" * LIMITS["personnel_ref"],
        },
    ],
    ids=["long", "one-word", "long-words", "chinese", "long-title", "one-word-title", "long-facts", "everything"],
)
def test_long_words_shrink_and_nothing_overlaps(
    issued: Callable[..., bytes], tmp_path: Path, changes: dict[str, str]
) -> None:
    data = issued(replace(SHEET, organisation="O" * 300), **changes)
    assert proven(data)
    boxes = [
        tuple(float(number) for number in box)
        for box in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">[^\s<]',
            words(data, tmp_path, "-bbox"),
        )
    ]
    assert len(boxes) > 20
    left, right, bottom = 53.0, 842 - 53.0, 595 - 42.0
    for x_min, y_min, x_max, y_max in boxes:
        assert left <= x_min <= x_max <= right, (x_min, x_max)
        assert 40 <= y_min <= y_max <= bottom + 3, (y_min, y_max)
    # Header, body and footer keep apart: no word's middle lies in the strips between them.
    middles = [(y_min + y_max) / 2 for _, y_min, _, y_max in boxes]
    assert not [y for y in middles if 92 < y < 152]
    assert not [y for y in middles if 436 < y < 470]


# -------------------------------------------------------------------------------------------------------- refusals


def test_claims_of_another_device_are_not_issued(
    claims: Claims, sheet: Sheet, other_key: DeviceKey, assets: Path
) -> None:
    with pytest.raises(CredentialError, match="key-foreign"):
        issue(claims, sheet, other_key, assets=assets)


def test_claims_that_no_verifier_would_read_are_not_issued(issued: Callable[..., bytes]) -> None:
    for change in ({"name": ""}, {"name": "x" * 401}, {"content_hash": "abc"}, {"certificate_id": "1"}):
        with pytest.raises(CredentialError, match="claims-"):
            issued(**change)


def test_missing_fonts_and_templates_are_said(claims: Claims, sheet: Sheet, key: DeviceKey, tmp_path: Path) -> None:
    with pytest.raises(CredentialError, match="certificate-not-drawn"):
        issue(claims, sheet, key, assets=tmp_path)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("#set document(title: [x])\nx", "seal-no-place"),
        (
            '#set document(title: [x], keywords: ("a" + json(bytes(sys.inputs.data)).keyword + "1",))\nx',
            "seal-no-place",
        ),
        ("#set document(title: [x])\nx #pagebreak() y", "certificate-not-drawn"),
        ("#panic()", "certificate-not-drawn"),
    ],
)
def test_a_template_without_place_for_the_seal_is_said(
    claims: Claims, sheet: Sheet, key: DeviceKey, assets: Path, tmp_path: Path, page: str, code: str
) -> None:
    (tmp_path / "certificate").mkdir()
    (tmp_path / "certificate" / "standard.typ").write_text(page, encoding="utf-8")
    shutil.copytree(assets / "fonts", tmp_path / "fonts")
    with pytest.raises(CredentialError, match=code):
        issue(claims, sheet, key, assets=tmp_path)
