"""The record: exactly the fields of Claims, one spelling, and refusals that name the field."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.credentials.record import LIMITS, canonical_json, check, from_plain, short_number, to_plain
from desktop.model.certificate import Claims
from desktop.model.errors import CredentialError


def test_it_holds_the_fields_of_claims_and_nothing_else(claims: Claims) -> None:
    plain = to_plain(claims)
    assert set(plain) == {field.name for field in fields(Claims)}
    for word in ("score", "attempt", "answer", "duration", "host", "user", "mail"):
        assert not any(word in name for name in plain)
    assert plain["completed"] == "2026-11-14"
    assert from_plain(plain) == claims


def test_no_end_date_and_no_reference_survive(claims: Claims) -> None:
    open_ended = replace(claims, valid_until=None, personnel_ref="P-17")
    assert to_plain(open_ended)["valid_until"] is None
    assert from_plain(json.loads(canonical_json(to_plain(open_ended)))) == open_ended


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip),
    completed=st.dates(),
    passed=st.booleans(),
)
def test_any_words_and_days_go_there_and_back(claims: Claims, name: str, completed: date, passed: bool) -> None:
    given_claims = replace(claims, name=name, completed=completed, passed=passed)
    text = canonical_json(to_plain(given_claims))
    assert from_plain(json.loads(text)) == given_claims
    assert canonical_json(json.loads(text)) == text


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "", "claims-missing"),
        ("name", " \n", "claims-missing"),
        ("course_title", "", "claims-missing"),
        ("name", "x" * (LIMITS["name"] + 1), "claims-too-long"),
        ("personnel_ref", "x" * (LIMITS["personnel_ref"] + 1), "claims-too-long"),
        ("name", "half a \ud83e", "claims-malformed"),
        ("certificate_id", "17", "claims-malformed"),
        ("certificate_id", "3F2C9A52-1C1E-4F0E-9A56-0D3F6F2F7C11", "claims-malformed"),
        ("content_hash", "AB" * 32, "claims-malformed"),
        ("content_hash", "ab" * 31, "claims-malformed"),
        ("key", "abc", "claims-malformed"),
        ("key", "A" * 43 + "=", "claims-malformed"),
        ("format_version", 2, "claims-malformed"),
    ],
)
def test_what_cannot_be_signed_is_refused_by_field(claims: Claims, field: str, value: Any, code: str) -> None:
    with pytest.raises(CredentialError) as caught:
        check(replace(claims, **{field: value}))
    assert caught.value.code == code
    assert caught.value.data["field"] == field


@pytest.mark.parametrize(
    "change",
    [
        {"score": 97},
        {"completed": "14.11.2026"},
        {"completed": "20261114"},
        {"completed": "2026-02-30"},
        {"completed": 20261114},
        {"completed": None},
        {"valid_until": ""},
        {"passed": 1},
        {"passed": "true"},
        {"format_version": True},
        {"format_version": 1.0},
        {"name": None},
        {"name": ["Jana"]},
    ],
    ids=str,
)
def test_a_foreign_record_is_refused(claims: Claims, change: dict[str, Any]) -> None:
    with pytest.raises(CredentialError):
        from_plain(to_plain(claims) | change)


@pytest.mark.parametrize("plain", [None, [], "x", 1, {}, {"name": "Jana"}], ids=repr)
def test_no_record_at_all_is_refused(plain: object) -> None:
    with pytest.raises(CredentialError):
        from_plain(plain)


def test_a_missing_field_is_refused(claims: Claims) -> None:
    for field in fields(Claims):
        plain = to_plain(claims)
        del plain[field.name]
        with pytest.raises(CredentialError):
            from_plain(plain)


def test_the_short_number_reads_like_a_serial(claims: Claims) -> None:
    assert short_number(claims.certificate_id) == "7WP9-MMGW-3S7G"
    assert short_number("00000000-0000-0000-0000-000000000000") == "0000-0000-0000"
    assert short_number("ffffffff-ffff-ffff-ffff-ffffffffffff") == "ZZZZ-ZZZZ-ZZZZ"
