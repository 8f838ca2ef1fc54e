"""What a person typed, compared kindly: case, blanks, umlauts and number formats cost nobody a point."""

from __future__ import annotations

import math
import re
import unicodedata

from desktop.model.quiz import NumericKey

_LOOKALIKES = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "„": '"', "“": '"', "”": '"', "«": '"', "»": '"'}
)
_MARKS = str.maketrans({"’": "'", "‘": "'", "‚": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})

_LONGEST_NUMBER = 40
"""Characters; beyond it nobody typed a number on purpose."""

_NUMBER = re.compile(r"[+-]?(?:[0-9][0-9 '.,]*|[.,][0-9]+)(?:e[+-]?[0-9]{1,3})?", re.IGNORECASE)
_UNIT = re.compile(r"[^\W\d_]{1,20}\.?|[%‰€$£°'\"]|°[a-z]|[a-zµ]{1,4}[23]?(?:/[a-z]{1,4}[23]?)?", re.IGNORECASE)


def folded(text: str) -> str:
    """The form in which typed words are compared.

    Trimmed, inner blanks collapsed, case-folded, ä/ö/ü/ß as ae/oe/ue/ss, quotes, apostrophes and dashes made plain.
    """
    # Dashes first: NFKC would turn the non-breaking hyphen into yet another one.
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS)).translate(_MARKS).casefold().translate(_LOOKALIKES)
    return " ".join(plain.split())


def same(typed: str, wanted: str) -> bool:
    """Whether two texts are the same answer."""
    return folded(typed) == folded(wanted)


def matches(typed: str, pattern: str) -> bool:
    r"""Whether `typed` fits `pattern`; `*` stands for any run of characters and `\*` for a star, as in Moodle."""
    text = folded(typed)
    if not text:
        return False
    # Split before folding, so that a blank next to a star still counts as a blank in between.
    pieces = [p.replace("\0", "*") for p in folded(pattern.replace(r"\*", "\0")).split("*")]
    if len(pieces) == 1:
        return text == pieces[0]
    first, *middle, last = pieces
    if len(text) < len(first) + len(last) or not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for piece in middle:
        found = text.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def numbers(typed: str) -> tuple[float, ...]:
    """The values `typed` may mean; none where it is no number, two where German and English readers differ.

    Decimal comma or point, thousands set off by blanks, points, commas or apostrophes, a sign, an exponent; a unit of
    one word or sign may stand before or behind ("280 Euro", "€ 280", "80 %"). "1.234" means 1234 in German and 1.234 in
    English; both values are returned, since the text alone cannot tell.
    """
    text = " ".join(unicodedata.normalize("NFKC", typed.translate(_MARKS)).translate(_MARKS).split())
    if not text or len(text) > _LONGEST_NUMBER:
        return ()
    found = _NUMBER.search(text)
    if found is None:
        return ()
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    if (before and after) or any(unit and not _UNIT.fullmatch(unit) for unit in (before, after)):
        return ()
    values = (_value(plain) for plain in _readings(found.group().strip().lower()))
    return tuple(dict.fromkeys(v for v in values if v is not None))


def _readings(number: str) -> tuple[str, ...]:
    """The number in Python's notation, once per way to read its separators."""
    mantissa, e, exponent = number.partition("e")
    sign = mantissa[:1] if mantissa[:1] in "+-" else ""
    body = mantissa.removeprefix(sign).strip()
    readings = []
    for decimal in ",.":
        whole, _, part = body.rpartition(decimal) if body.count(decimal) == 1 else (body, "", "")
        plain = _ungrouped(whole, forbidden=decimal)
        if plain is not None and (part.isdigit() or not part) and (plain or part):
            readings.append(f"{sign}{plain or '0'}.{part or '0'}{e}{exponent}")
    return tuple(dict.fromkeys(readings))


def _ungrouped(whole: str, forbidden: str) -> str | None:
    """The digits before the decimal sign without thousands separators; None where the groups are no thousands."""
    if not whole or whole.isdigit():
        return whole
    for separator in " '.,":
        if separator == forbidden or separator not in whole:
            continue
        first, *rest = whole.split(separator)
        # "0.500" is half a unit, never five hundred.
        if first.isdigit() and len(first) <= 3 and first != "0" and all(g.isdigit() and len(g) == 3 for g in rest):
            return first + "".join(rest)
    return None


def _value(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def within(typed: str, key: NumericKey) -> bool:
    """Whether a reading of `typed` lies within the key's tolerance, bounds included."""
    # 0.1 + 0.2 must lie within 0.3 ± 0; the slack is far below anything a trainer writes.
    slack = 1e-9 * max(1.0, abs(key.value))
    return any(abs(value - key.value) <= abs(key.tolerance) + slack for value in numbers(typed))
