"""Plain words of Markdown source without rendering it: titles, anchors, word counts, reading time."""

from __future__ import annotations

import re
import unicodedata

WORDS_PER_MINUTE = 200

_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKS = re.compile(r"(\\[^\w\s])|(\*+|~~|`+|(?<!\w)_++(?=\S)|(?<=\S)_++(?!\w))")
_NO_ANCHOR = re.compile(r"[^\w\- ]")
_ADDRESS = re.compile(r"\]\([^()\s]*|https?://\S+")
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


def without_comments(text: str) -> str:
    """The text without HTML comments; one that never ends takes the rest with it."""
    if "<!--" not in text:
        return text
    kept: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0:
        kept.append(text[done:start])
        end = text.find("-->", start)
        done = end + 3 if end >= 0 else len(text)
    return " ".join([*kept, text[done:]])


def without_hashes(heading: str) -> str:
    """A heading's words without the closing `##` that some people like."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare != words and (not bare or bare[-1] in " \t") else words


def plain(markdown: str) -> str:
    """One line of Markdown as plain words, the way a heading is shown in lists."""
    text = _TAG.sub("", without_comments(markdown))
    text = _LINK.sub(r"\1", text)
    text = _MARKS.sub(lambda m: m[1][1:] if m[1] else "", text)
    return " ".join(text.split())


def anchor(heading: str) -> str:
    """The anchor GitHub gives a heading: lower case, no punctuation, hyphens for blanks, umlauts kept."""
    text = unicodedata.normalize("NFC", heading).strip().lower()
    return _NO_ANCHOR.sub("", text).replace(" ", "-")


def words(markdown: str) -> int:
    """How many words a reader meets; comments, tags and addresses are not read."""
    text = _ADDRESS.sub(" ", _TAG.sub(" ", without_comments(markdown)))
    return len(_WORD.findall(text))


def minutes(markdown: str) -> int:
    """Reading time in whole minutes at 200 words a minute, at least 1."""
    return max(1, round(words(markdown) / WORDS_PER_MINUTE))
