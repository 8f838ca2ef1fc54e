"""What of an item decides about its score, and whether a later edition still asks the same thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from desktop.learning.typed import folded
from desktop.model.learner import ScoringKey
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    MatchingItem,
    NumericItem,
    OrderingItem,
    ReflectionItem,
    ShortItem,
)

_TEXT = "~"
"""First character of a line that may be mended; all other lines are compared as they stand."""

_TOKEN = re.compile(r"[+-]?\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%‰€$£§<>=≤≥±×+]")
_NEGATIONS = frozenset(
    {
        *("nicht", "nichts", "nie", "niemals", "niemand", "nirgends", "ohne", "weder", "außer"),
        *("kein", "keine", "keinen", "keinem", "keiner", "keines"),
        *(
            "not",
            "no",
            "never",
            "nobody",
            "none",
            "nothing",
            "nowhere",
            "without",
            "neither",
            "nor",
            "except",
            "cannot",
        ),
    }
)
_ARTICLES = frozenset(
    {
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
        *("the", "a", "an"),
    }
)
_OPPOSITE = ("un", "in", "im", "ir", "il", "dis", "non", "miss", "mis", "a", "ent", "ver", "be", "er")
_SIMILAR = 0.8


def scoring_key(item: Item) -> ScoringKey:
    """The scoring-relevant content as plain lines: type, wording (`~`), options with their marks, accepted answers.

    Points, penalty, tags, hint, explanation and feedback are not in it: changing them costs nobody an answer.
    """
    return (f"type {item.type}", f"{_TEXT} {_plain(item.stem.plain)}", *_lines(item))


def _lines(item: Item) -> tuple[str, ...]:
    match item:
        case ChoiceItem():
            return tuple(
                line
                for o in item.options
                for line in (f"{'x' if o.correct else '-'} {o.id}", f"{_TEXT} {_plain(o.text.plain)}")
            )
        case OrderingItem():
            return tuple(line for o in item.options for line in (f"step {o.id}", f"{_TEXT} {_plain(o.text.plain)}"))
        case MatchingItem():
            # A right side is itself what the learner's response holds, so not even a typo can be mended in it.
            pairs = (line for p in item.pairs for line in (f"{_TEXT} {_plain(p.left.plain)}", f"-> {_plain(p.right)}"))
            return (*pairs, *(f"-> {_plain(d)} <-" for d in sorted(item.distractors)))
        case ClozeItem():
            texts = (f"{_TEXT} {_plain(s.plain)}" for s in item.segments)
            gaps = (f"gap {'|'.join(map(_plain, g.accepted))} of {'|'.join(map(_plain, g.choices))}" for g in item.gaps)
            return (*texts, *gaps)
        case ShortItem():
            return tuple(f"= {folded(a.text)} {a.fraction:.6g}" for a in item.accepted)
        case NumericItem():
            return (f"= {item.key.value:.15g} +- {item.key.tolerance:.15g}",)
        case ReflectionItem():
            return ()


def still_same(old: ScoringKey, new: ScoringKey) -> bool:
    """Whether an answer given to `old` may stand for `new`: same marks and keys, and in the wording mended typos only.

    In doubt the answer is no: asking one item again is cheaper than scoring an answer to another question.
    """
    if len(old) != len(new):
        return False
    return all(_same_line(before, after) for before, after in zip(old, new, strict=True))


def _same_line(before: str, after: str) -> bool:
    if before == after:
        return True
    return before.startswith(_TEXT) and after.startswith(_TEXT) and _mended(before, after)


def _mended(before: str, after: str) -> bool:
    """Whether two texts differ by typos, case, punctuation or an article, and by no number, sign or negation."""
    # Sorted, because difflib's view depends on which text comes first and the verdict must not.
    old, new = (_TOKEN.findall(text) for text in sorted((before.casefold(), after.casefold())))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return all(tag == "equal" or _typo(old[i:j], new[k:m]) for tag, i, j, k, m in steps)


def _typo(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a run of words is another run misspelt, split, joined or short of an article."""
    if any(not word[0].isalpha() or word in _NEGATIONS for word in (*old, *new)):
        return False
    before, after = ([w for w in words if w not in _ARTICLES] for words in (old, new))
    if "".join(before) == "".join(after):
        return True
    if len(before) != len(after):
        return False
    return all(_misspelt(a, b) for a, b in zip(before, after, strict=True))


def _misspelt(a: str, b: str) -> bool:
    """Whether one word is the other with a slip of the fingers; "möglich" and "unmöglich" are two words."""
    shorter, longer = sorted((a, b), key=len)
    if any(longer == prefix + shorter for prefix in _OPPOSITE):
        return False
    if a == b or (len(a) >= 4 and a[0] == b[0] and sorted(a) == sorted(b)):
        return True  # "konw" for "know": two letters changed places
    if len(longer) - len(shorter) > 2:
        return False
    return SequenceMatcher(None, folded(shorter), folded(longer), autojunk=False).ratio() >= _SIMILAR


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
