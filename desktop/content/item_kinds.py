"""One builder per kind of item: choices, pairs, steps, gaps, typed words, numbers, reflections."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from desktop.content.answers import RawAnswer, RawItem
from desktop.content.documents import Document
from desktop.content.item_sources import read_attributes
from desktop.model.problem import Place
from desktop.model.quiz import (
    Accepted,
    ChoiceItem,
    ClozeItem,
    Gap,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    NumericKey,
    Option,
    OrderingItem,
    Pair,
    ReflectionItem,
    ShortItem,
)
from desktop.model.text import EMPTY, Rich

TRUE_FALSE = (
    frozenset({"wahr", "falsch"}),
    frozenset({"richtig", "falsch"}),
    frozenset({"stimmt", "stimmt nicht"}),
    frozenset({"true", "false"}),
    frozenset({"right", "wrong"}),
)
_NUMBER = r"[-+−]?\d{1,15}(?:[.,]\d{1,15})?(?:[eE][-+]?\d{1,2})?"
_NUMERIC = re.compile(rf"({_NUMBER})(?:[ \t]*(?:\+-|\+/-|±)[ \t]*({_NUMBER}))?[ \t]*")
_GAP = re.compile(r"\[\[(.{0,500}?)\]\]", re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)-->")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Shared:
    """What all kinds share; `heading` is the question's Markdown."""

    id: str
    place: Place
    heading: str
    kind: ItemType
    points: float
    penalty: float
    tags: tuple[str, ...]
    shuffle: bool | None
    hint: Rich
    explanation: Rich

    def common(self) -> dict[str, Any]:
        """The arguments of ItemBase but the stem."""
        names = ("id", "place", "points", "penalty", "tags", "shuffle", "hint", "explanation")
        return {name: getattr(self, name) for name in names}


def stem(document: Document, raw: RawItem, shared: Shared) -> Rich:
    """The question: its heading, followed by whatever stands between heading and answers."""
    line = shared.place.line
    heading = document.renderer.inline(shared.heading, line, line)
    below = document.renderer.block(raw.stem.text, raw.stem.first or line, raw.stem.last or line)
    if not below:
        return heading
    if not heading:
        return below
    return Rich(f"<p>{heading.html}</p>\n{below.html}", f"{heading.plain}\n{below.plain}")


def _choice(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """Problems: too-few-options, item-without-right-answer, several-right-answers, option-empty, duplicate-option."""
    notes, place = document.notes, shared.place
    at = (place.line, place.column, place.length)
    options = _options(document, raw)
    right = [answer for answer in raw.answers if answer.mark]
    if len(options) < 2:
        notes.error("too-few-options", *at)
        return None
    if not right:
        notes.error("item-without-right-answer", *at)
        return None
    if shared.kind is not ItemType.MULTIPLE and len(right) > 1:
        notes.error("several-right-answers", right[1].line, right[1].column, len(right[1].text.lines[0]))
        return None
    if not all(option.text for option in options):
        return None
    kind = shared.kind
    if kind is ItemType.SINGLE and frozenset(o.text.plain.strip(" .").lower() for o in options) in TRUE_FALSE:
        kind = ItemType.TRUE_FALSE
    if kind is ItemType.TRUE_FALSE and len(options) != 2:
        notes.error("true-false-needs-two", *at)
        return None
    return ChoiceItem(type=kind, options=options, stem=stem(document, raw, shared), **shared.common())


def _options(document: Document, raw: RawItem) -> tuple[Option, ...]:
    options: list[Option] = []
    seen: set[str] = set()
    for index, answer in enumerate(raw.answers, start=1):
        text = document.renderer.inline(answer.text.text, answer.text.first, answer.text.last)
        if not text:
            document.notes.error("option-empty", answer.line, answer.column)
        elif text.plain in seen:
            document.notes.warning("duplicate-option", answer.line, answer.column, len(answer.text.lines[0]))
        seen.add(text.plain)
        options.append(Option(str(index), text, answer.mark, _feedback(document, answer)))
    return tuple(options)


def _feedback(document: Document, answer: RawAnswer) -> Rich:
    part = answer.feedback
    return document.renderer.inline(part.text, part.first, part.last) if part.lines else EMPTY


def _matching(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """Problems: pair-without-right-side, too-few-pairs, distractor-equals-answer."""
    notes = document.notes
    pairs: list[Pair] = []
    distractors: list[str] = []
    for answer in raw.answers:
        right = document.renderer.inline(answer.text.text, answer.text.first, answer.text.last).plain
        if not right:
            notes.error("pair-without-right-side", answer.line, answer.column)
            return None
        if answer.left.strip():
            left = document.renderer.inline(answer.left, answer.line, answer.line)
            pairs.append(Pair(left, right, _feedback(document, answer)))
        else:
            distractors.append(right)
    rights = {pair.right for pair in pairs}
    for answer in raw.answers:
        text = document.renderer.fill(answer.text.text).strip()
        if not answer.left.strip() and text in rights:
            notes.error("distractor-equals-answer", answer.line, answer.column, len(text), text=text)
            return None
    if len(pairs) < 2:
        notes.error("too-few-pairs", shared.place.line, shared.place.column, shared.place.length)
        return None
    unique = tuple(dict.fromkeys(distractors))
    return MatchingItem(pairs=tuple(pairs), distractors=unique, stem=stem(document, raw, shared), **shared.common())


def _ordering(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """Problems: too-few-steps, option-empty, duplicate-option."""
    options = _options(document, raw)
    if len(options) < 2:
        document.notes.error("too-few-steps", shared.place.line, shared.place.column, shared.place.length)
        return None
    if not all(option.text for option in options):
        return None
    return OrderingItem(options=options, stem=stem(document, raw, shared), **shared.common())


def _short(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """Problems: option-empty, no-number, out-of-range, unknown-key-no-match, item-without-right-answer."""
    accepted: list[Accepted] = []
    for answer in raw.answers:
        text, fraction = _with_fraction(document, answer)
        if not text:
            document.notes.error("option-empty", answer.line, answer.column)
            return None
        accepted.append(Accepted(document.renderer.fill(text), fraction, _feedback(document, answer)))
    if all(a.fraction < 1 for a in accepted):
        place = shared.place
        document.notes.error("item-without-right-answer", place.line, place.column, place.length)
        return None
    return ShortItem(accepted=tuple(accepted), stem=stem(document, raw, shared), **shared.common())


def _with_fraction(document: Document, answer: RawAnswer) -> tuple[str, float]:
    """A typed answer may score in part: `- = Sperrfrist <!-- fraction=0.5 -->`."""
    text, fraction = answer.text.text, 1.0
    match = _COMMENT.search(text)
    if match is None:
        return text.strip(), fraction
    for attribute in read_attributes(match[1], answer.line, answer.column + match.start(1)):
        at = (attribute.line, attribute.column, attribute.length)
        if attribute.name != "fraction":
            document.notes.error("unknown-key-no-match", *at, key=attribute.name, known="fraction")
            continue
        try:
            value = float(attribute.value)
        except ValueError:
            document.notes.error("no-number", *at, key="fraction")
            continue
        if 0.0 <= value <= 1.0:
            fraction = value
        else:
            document.notes.error("out-of-range", *at, key="fraction", value=attribute.value, low="0", high="1")
    return (text[: match.start()] + text[match.end() :]).strip(), fraction


def numeric_key(text: str) -> NumericKey | None:
    """`280 +- 5` as value and tolerance; decimal comma and point both count. None where it is no number."""
    match = _NUMERIC.fullmatch(text.strip())
    if match is None:
        return None
    value, tolerance = _float(match[1]), abs(_float(match[2] or "0"))
    return NumericKey(value, tolerance) if math.isfinite(value) and math.isfinite(tolerance) else None


def _float(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


def _numeric(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """Problems: number-invalid, numeric-needs-one."""
    answer = raw.answers[0]
    if len(raw.answers) > 1:
        document.notes.error("numeric-needs-one", raw.answers[1].line, raw.answers[1].column)
        return None
    key = numeric_key(answer.text.text)
    if key is None:
        text = answer.text.text.strip()
        document.notes.error("number-invalid", answer.line, answer.column, len(text), text=text[:40])
        return None
    return NumericItem(key=key, stem=stem(document, raw, shared), **shared.common())


def _reflection(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    return ReflectionItem(stem=stem(document, raw, shared), **shared.common())


def _cloze(document: Document, raw: RawItem, shared: Shared) -> Item | None:
    """The gaps may stand below the heading or, in a one-line item, in the heading itself.

    Problems: gap-empty, gap-without-right-answer, gap-with-one-choice.
    """
    line = shared.place.line
    below = bool(_GAP.search(raw.stem.text))
    text = raw.stem.text if below else shared.heading
    first, last = (raw.stem.first, raw.stem.last) if below else (line, line)
    pieces = _GAP.split(text)
    gaps: list[Gap] = []
    for content in pieces[1::2]:
        gap = _gap(document, content, first, last)
        if gap is None:
            return None
        gaps.append(gap)
    segments = tuple(_segment(document, piece, first, last) for piece in pieces[::2])
    heading = shared.heading if below else _GAP.sub("…", shared.heading)
    asked = document.renderer.inline(heading, line, line)
    return ClozeItem(segments=segments, gaps=tuple(gaps), stem=asked, **shared.common())


def _gap(document: Document, content: str, first: int, last: int) -> Gap | None:
    at = _find(document, f"[[{content}]]", first, last)
    parts = [document.renderer.fill(p.replace("\\|", "|")).strip() for p in _BAR.split(content)]
    if not all(parts):
        document.notes.error("gap-empty", *at)
        return None
    marked = [p[1:-1].strip() for p in parts if p.startswith("(") and p.endswith(")") and len(p) > 2]
    if not marked:
        return Gap(tuple(parts))
    if len(parts) < 2:
        document.notes.error("gap-with-one-choice", *at)
        return None
    choices = tuple(p[1:-1].strip() if p.startswith("(") and p.endswith(")") else p for p in parts)
    return Gap(tuple(marked), choices)


def _find(document: Document, text: str, first: int, last: int) -> tuple[int, int, int]:
    head = text.split("\n", 1)[0]
    for number in range(first, last + 1):
        column = document.lines[number - 1].find(head)
        if column >= 0:
            return (number, column + 1, len(head))
    return (first, 1, 1)


def _segment(document: Document, piece: str, first: int, last: int) -> Rich:
    """The text between two gaps; blanks at its ends and paragraph breaks stay, since the pieces are joined again."""
    parts = re.split(r"\n[ \t]*\n", piece)
    rendered = [document.renderer.inline(part, first, last) for part in parts]
    lead = " " if piece[:1] in (" ", "\n") else ""
    tail = " " if len(piece) > 1 and piece[-1:] in (" ", "\n") else ""
    html, plain = "<br><br>".join(r.html for r in rendered), "\n\n".join(r.plain for r in rendered)
    return Rich(f"{lead}{html}{tail}", f"{lead}{plain}{tail}")


Builder = Callable[[Document, RawItem, Shared], Item | None]

BUILDERS: Mapping[ItemType, Builder] = MappingProxyType(
    {
        ItemType.SINGLE: _choice,
        ItemType.MULTIPLE: _choice,
        ItemType.TRUE_FALSE: _choice,
        ItemType.MATCHING: _matching,
        ItemType.ORDERING: _ordering,
        ItemType.CLOZE: _cloze,
        ItemType.SHORT: _short,
        ItemType.NUMERIC: _numeric,
        ItemType.REFLECTION: _reflection,
    }
)
