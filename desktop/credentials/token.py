"""The token in the PDF: claims and the file's SHA-256 as a compact JWS, signed by the device key.

header     {"alg":"Ed25519","jwk":{"crv":"Ed25519","kty":"OKP","x":"<public key>"},"typ":"klartext-certificate+jws"}
payload    {"claims":{…},"pdf":"<SHA-256 of the file with the placeholder, base64url>"}

Both are canonical JSON and the three parts canonical base64url, so a record has exactly one token per file and key.
RFC 7515, RFC 8037; the name of the algorithm is that of RFC 9864.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop.credentials.encoding import from_base64url, to_base64url
from desktop.credentials.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, DeviceKey, verified
from desktop.credentials.record import canonical_json, from_plain, to_plain
from desktop.model.certificate import Claims
from desktop.model.errors import CredentialError

DIGEST_BYTES = 32
MAX_LENGTH = 65_536
"""Longer tokens are not looked at; the longest that can be issued is under 12,000 characters."""

_HEAD, _TAIL = (
    canonical_json(
        {"alg": "Ed25519", "jwk": {"crv": "Ed25519", "kty": "OKP", "x": "*"}, "typ": "klartext-certificate+jws"}
    )
    .decode("ascii")
    .split("*")
)


@dataclass(frozen=True, slots=True)
class SignedRecord:
    """What a token proves: the claims, and the SHA-256 (32 bytes) of the file they were sealed into."""

    claims: Claims
    digest: bytes


def write(claims: Claims, digest: bytes, key: DeviceKey) -> str:
    """The token, ASCII. Its length depends on the claims alone."""
    signed = _signing_input(claims, digest)
    return f"{signed}.{to_base64url(key.sign(signed.encode('ascii')))}"


def length(claims: Claims) -> int:
    """How many characters `write` will give for these claims."""
    return len(_signing_input(claims, bytes(DIGEST_BYTES))) + 1 + len(to_base64url(bytes(SIGNATURE_BYTES)))


def read(token: str) -> SignedRecord:
    """The proven record. Raises CredentialError with the reason as its code.

    `record-malformed` not three parts of canonical base64url; `record-header` any header but ours, byte for byte;
    `signature-wrong`; `record-claims` genuine signature over something that Klartext does not write; `record-key` the
    claims name another key than the one that signed.
    """
    head, payload, signature = _parts(token)
    public_text = _public_key(head)
    public = _decoded(public_text, PUBLIC_KEY_BYTES, "record-header")
    signed = token.rpartition(".")[0].encode("ascii")
    if not verified(public, _decoded(signature, SIGNATURE_BYTES, "record-malformed"), signed):
        raise CredentialError("signature-wrong")
    record = _record(payload)
    if record.claims.key != public_text:
        raise CredentialError("record-key")
    return record


def _signing_input(claims: Claims, digest: bytes) -> str:
    header = f"{_HEAD}{claims.key}{_TAIL}".encode("ascii")
    payload = canonical_json({"claims": to_plain(claims), "pdf": to_base64url(digest)})
    return f"{to_base64url(header)}.{to_base64url(payload)}"


def _parts(token: str) -> tuple[bytes, bytes, str]:
    parts = token.split(".") if len(token) <= MAX_LENGTH else []
    if len(parts) != 3:
        raise CredentialError("record-malformed")
    try:
        return from_base64url(parts[0]), from_base64url(parts[1]), parts[2]
    except ValueError as error:
        raise CredentialError("record-malformed") from error


def _public_key(head: bytes) -> str:
    """The key's text out of the header, which is compared as bytes: no other algorithm, type or member can pass."""
    text = head.decode("latin-1")
    if not text.startswith(_HEAD) or not text.endswith(_TAIL):
        raise CredentialError("record-header")
    return text[len(_HEAD) : len(text) - len(_TAIL)]


def _decoded(text: str, size: int, fault: str) -> bytes:
    try:
        data = from_base64url(text)
    except ValueError as error:
        raise CredentialError(fault) from error
    if len(data) != size:
        raise CredentialError(fault)
    return data


def _record(payload: bytes) -> SignedRecord:
    """Anyone can sign anything with a key of their own, so the payload is read as foreign data."""
    try:
        plain = json.loads(payload.decode("utf-8"))
        if canonical_json(plain) != payload or plain.keys() != {"claims", "pdf"}:
            raise CredentialError("record-claims")
        return SignedRecord(from_plain(plain["claims"]), _decoded(plain["pdf"], DIGEST_BYTES, "record-claims"))
    except (ValueError, TypeError, AttributeError, RecursionError, CredentialError) as error:
        raise CredentialError("record-claims") from error
