"""Canonical encodings: there and back, and nothing else is accepted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.credentials.encoding import from_base45, from_base64url, to_base45, to_base64url


@given(st.binary(max_size=200))
def test_there_and_back(data: bytes) -> None:
    assert from_base64url(to_base64url(data)) == data
    assert from_base45(to_base45(data)) == data


def test_base45_as_in_rfc_9285() -> None:
    assert to_base45(b"AB") == "BB8"
    assert to_base45(b"Hello!!") == "%69 VD92EX0"
    assert to_base45(b"base-45") == "UJCLQE7W581"
    assert from_base45("QED8WEX0") == b"ietf!"


@given(st.text(max_size=60))
def test_foreign_text_is_refused_or_canonical(text: str) -> None:
    for decode, encode in ((from_base64url, to_base64url), (from_base45, to_base45)):
        try:
            data = decode(text)
        except ValueError:
            continue
        assert encode(data) == text


@pytest.mark.parametrize(
    "text",
    [
        *("QQ==", "QR", "Q", "QQ QQ", " QQ", "QQ\n", "Q+Q", "Q/Q", "QÄ", "QQ="),
        pytest.param("Zh", id="unused-bits-set"),  # decodes to the same byte as "Zg"
    ],
)
def test_base64url_has_one_spelling(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        from_base64url(text)


@pytest.mark.parametrize("text", ["A", "AAAA", ":::", "GGW", "::", "aa", "A\n0", "Ä00"])
def test_base45_refuses_what_it_would_not_write(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  str.index has its own wording
        from_base45(text)
