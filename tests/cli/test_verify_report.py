"""How a verdict is printed, and what a hostile certificate cannot do to the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.cli import verify_report
from desktop.model.certificate import Claims, Verdict, VerdictName
from desktop.rendering.sentences import Sentences

GERMAN = Sentences(Path(__file__).resolve().parent.parent.parent / "assets", "de")


def verdict(name: str = "Jana Ortmann", until: date | None = None) -> Verdict:
    claims = Claims(
        certificate_id="6f1c8f52-6a7e-4d7e-9d3b-0d9e6b7f1a11",
        name=name,
        course_id="probe",
        course_title="Probe",
        course_version="1.0",
        content_hash="ab" * 32,
        language="de",
        completed=date(2026, 11, 14),
        key="x" * 43,
        valid_until=until,
    )
    return Verdict(Path("a.pdf"), VerdictName.SEALED, "as-exported", claims, "3f9a 07c2 18be")


def test_file_verdict_and_claims_stand_in_two_lines() -> None:
    first, second = verify_report.as_text(verdict(until=date(2027, 11, 14)), GERMAN).splitlines()
    assert first.startswith("a.pdf: sealed: ")
    assert second.strip() == (
        "Jana Ortmann · Probe 1.0 · abgeschlossen 2026-11-14 · gültig bis 2027-11-14 · Schlüssel 3f9a 07c2 18be"
    )


def test_a_certificate_without_end_says_so() -> None:
    assert "unbefristet" in verify_report.as_text(verdict(), GERMAN)


def test_escape_sequences_in_a_name_never_reach_the_terminal() -> None:
    text = verify_report.as_text(verdict("Eve\x1b]0;owned\x07\x1b[2J\u202e"), GERMAN)
    assert "Eve" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
