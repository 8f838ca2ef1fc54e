"""Python counts characters, Qt counts units of UTF-16; an emoji is one of the former and two of the latter."""

from __future__ import annotations


def units(words: str, place: int) -> int:
    """Qt's index of the character at `place`."""
    return place if words.isascii() else len(words[:place].encode("utf-16-le", "surrogatepass")) // 2


def characters(words: str, place: int) -> int:
    """The character at Qt's index `place`; the inverse of `units`."""
    if words.isascii():
        return place
    return len(words.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))
