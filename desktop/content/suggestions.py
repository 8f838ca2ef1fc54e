"""What was probably meant: the nearest known word to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word most like this one, empty where none comes close; 1.0 would be the same word."""
    import difflib

    # Long garbage would cost difflib its square; no key is that long.
    folded = {k.lower().replace("-", "_"): k for k in known}
    close = difflib.get_close_matches(word[:60].lower().replace("-", "_"), folded, n=1, cutoff=cutoff)
    return folded[close[0]] if close else ""
