"""The token: one spelling, one algorithm, one key; everything else is refused by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.credentials import token
from desktop.credentials.encoding import from_base64url, to_base64url
from desktop.credentials.keys import DeviceKey
from desktop.credentials.record import canonical_json, to_plain
from desktop.model.certificate import Claims
from desktop.model.errors import CredentialError

DIGEST = bytes(range(32))


@pytest.fixture(scope="module")
def genuine(claims: Claims, key: DeviceKey) -> str:
    return token.write(claims, DIGEST, key)


def forged(key: DeviceKey, payload: object, **header: object) -> str:
    """A token as someone with a key and a text editor would make it: really signed, freely worded."""
    head = {
        "alg": "Ed25519",
        "jwk": {"crv": "Ed25519", "kty": "OKP", "x": key.public},
        "typ": "klartext-certificate+jws",
    }
    body = payload if isinstance(payload, bytes) else canonical_json(payload)
    merged = {name: value for name, value in (head | header).items() if value is not None}
    signed = f"{to_base64url(canonical_json(merged))}.{to_base64url(body)}"
    return f"{signed}.{to_base64url(key.sign(signed.encode()))}"


def payload(claims: Claims) -> dict[str, object]:
    return {"claims": to_plain(claims), "pdf": to_base64url(DIGEST)}


def reason(text: str) -> str:
    with pytest.raises(CredentialError) as caught:
        token.read(text)
    return caught.value.code


def test_it_gives_back_what_was_signed(genuine: str, claims: Claims) -> None:
    assert token.read(genuine) == token.SignedRecord(claims, DIGEST)


def test_it_is_a_compact_jws_that_names_its_key(genuine: str, key: DeviceKey) -> None:
    header = json.loads(from_base64url(genuine.split(".")[0]))
    assert header == {
        "alg": "Ed25519",
        "jwk": {"crv": "Ed25519", "kty": "OKP", "x": key.public},
        "typ": "klartext-certificate+jws",
    }


def test_the_forger_of_these_tests_can_forge(claims: Claims, key: DeviceKey, genuine: str) -> None:
    """Without this, the refusals below might be refusals of a clumsy forgery."""
    assert forged(key, payload(claims)) == genuine


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip))
def test_its_length_is_known_beforehand(claims: Claims, key: DeviceKey, name: str) -> None:
    named = replace(claims, name=name)
    assert token.length(named) == len(token.write(named, DIGEST, key))


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "EdDSA"},
        {"alg": "HS256"},
        {"alg": "ed25519"},
        {"typ": "JWT"},
        {"typ": None},
        {"kid": "1"},
        {"crit": ["exp"]},
        {"b64": False},
        {"jku": "https://example.com/keys"},
        {"jwk": None},
        {"jwk": {"crv": "Ed448", "kty": "OKP", "x": "A" * 43}},
        {"jwk": {"crv": "Ed25519", "kty": "OKP", "x": "A" * 42}},
        {"jwk": {"crv": "Ed25519", "d": "A" * 43, "kty": "OKP", "x": "A" * 43}},
    ],
    ids=str,
)
def test_any_other_header_is_refused(claims: Claims, key: DeviceKey, header: dict[str, object]) -> None:
    assert reason(forged(key, payload(claims), **header)) == "record-header"


def test_an_unsigned_token_is_refused(claims: Claims, key: DeviceKey) -> None:
    head, body, _ = forged(key, payload(claims), alg="none").split(".")
    assert reason(f"{head}.{body}.") == "record-header"


def test_the_header_has_one_spelling(claims: Claims, key: DeviceKey, genuine: str) -> None:
    head = from_base64url(genuine.split(".")[0])
    for spelling in (head.replace(b'{"alg"', b'{ "alg"'), head.replace(b"Ed25519", b"\\u0045d25519"), head + b" "):
        signed = f"{to_base64url(spelling)}.{genuine.split('.')[1]}"
        assert reason(f"{signed}.{to_base64url(key.sign(signed.encode()))}") == "record-header"


def test_edited_claims_lose_the_signature(claims: Claims, genuine: str) -> None:
    head, body, signature = genuine.split(".")
    edited = from_base64url(body).replace(b"Jana Ortmann", b"Jana Ortmane")
    assert reason(f"{head}.{to_base64url(edited)}.{signature}") == "signature-wrong"


def test_another_key_in_the_header_loses_the_signature(genuine: str, key: DeviceKey, other_key: DeviceKey) -> None:
    head, body, signature = genuine.split(".")
    swapped = from_base64url(head).replace(key.public.encode(), other_key.public.encode())
    assert reason(f"{to_base64url(swapped)}.{body}.{signature}") == "signature-wrong"


def test_claims_of_another_key_are_refused(claims: Claims, other_key: DeviceKey) -> None:
    """Someone signs a colleague's claims with a key of their own."""
    assert reason(forged(other_key, payload(claims))) == "record-key"


def test_signed_nonsense_is_refused(claims: Claims, key: DeviceKey) -> None:
    good = payload(claims)
    for body in (
        {},
        [],
        "x",
        None,
        good | {"score": 100},
        {"claims": good["claims"]},
        good | {"pdf": "short"},
        good | {"pdf": 7},
        good | {"claims": to_plain(claims) | {"score": 100}},
        good | {"claims": to_plain(claims) | {"format_version": 2}},
        json.dumps(good).encode(),
        canonical_json(good).replace(b'"name":', b'"name":"Someone","name":'),
        b"\xff\xfe",
        b"",
        b"[" * 20_000,
        b"NaN",
    ):
        assert reason(forged(key, body)) == "record-claims"


@pytest.mark.parametrize(
    "change",
    [
        lambda t: "",
        lambda t: t + ".",
        lambda t: t + "=",
        lambda t: t.replace(".", ".."),
        lambda t: t.rpartition(".")[0],
        lambda t: t[:-1],
        lambda t: t[1:],
        lambda t: t + "A" * token.MAX_LENGTH,
        lambda t: "0" * len(t),
    ],
)
def test_a_damaged_token_is_refused(genuine: str, change: Callable[[str], str]) -> None:
    assert reason(change(genuine)) in {"record-malformed", "record-header"}


def test_the_last_letters_unused_bits_are_not_free(genuine: str) -> None:
    """86 letters carry 516 bits for 512: without the canonical check each token would have fifteen accepted twins."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    position = alphabet.index(genuine[-1])
    assert position % 16 == 0
    for twin in range(position + 1, position + 16):
        assert reason(genuine[:-1] + alphabet[twin]) == "record-malformed"


@given(st.text(alphabet='ABCabc019-_.{}":', max_size=300))
def test_no_text_makes_it_stumble(text: str) -> None:
    with pytest.raises(CredentialError):
        token.read(text)
