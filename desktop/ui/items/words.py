"""Small pieces of marked-up text that item widgets put together."""

from __future__ import annotations

import html

from desktop.model.text import Rich


def lead_in(word: str, rich: Rich) -> Rich:
    """Return `rich` with a bold word set before its first sentence."""
    start = f"<strong>{html.escape(word)}</strong>"
    plain = f"{word} {rich.plain}".strip()
    if rich.html.startswith("<p>"):
        return Rich(f"<p>{start} {rich.html[3:]}", plain)
    return Rich(f"<p>{start} {rich.html}</p>", plain)


def plain_text(words: str) -> Rich:
    """Return plain words as a text that may be shown where marked-up text is expected."""
    return Rich(html.escape(words), words)


def inline(rich: Rich) -> str:
    """Return the HTML of a single paragraph without its paragraph mark."""
    text = rich.html.strip()
    if text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1:
        return text[3:-4]
    return text
