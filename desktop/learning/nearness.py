"""Words that differ from a typed one by a slip or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_ONE_SLIP_FROM = 5
_TWO_SLIPS_FROM = 9

Near = tuple[str, int]
"""A word and by how many slips it differs from the typed one."""


def slips_allowed(word: str) -> int:
    """How many slips a word of that length is forgiven: none below 5 letters, one below 9, then two."""
    return 0 if len(word) < _ONE_SLIP_FROM else 1 if len(word) < _TWO_SLIPS_FROM else 2


def slips(typed: str, word: str, most: int, *, beginning: bool = False) -> int:
    """Letters missing, superfluous, wrong or swapped with their neighbour between two words; `most` + 1 if more.

    With `beginning` the best beginning of `word` counts, as somebody is still typing. Optimal string alignment.
    """
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(word, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return min(min(row) if beginning else row[-1], most + 1)


def near(
    word_at: Callable[[int], str], masks: Sequence[int], typed: str, most: int, *, limit: int = 6
) -> tuple[Near, ...]:
    """The nearest of some words with their slips (1 … `most`), nearest first; `masks[n]` are the `letters` of word n.

    Longer words count by their beginning where they share the first letter.
    """
    found: list[tuple[int, bool, int, str]] = []
    size, wanted = len(typed), letters(typed)
    known: dict[str, int] = {}
    # Each slip adds or removes one letter at most, so a word that lacks more of them cannot be meant.
    for at in [n for n, there in enumerate(masks) if (wanted & ~there).bit_count() <= most]:
        word = word_at(at)
        length = len(word)
        longer = length > size + most
        if length < size - most or (longer and word[0] != typed[0]):
            continue
        # Words with the same beginning are as near as each other; in German there are many of them.
        beginning = word[: size + most] if longer else word + "\n"
        distance = known.get(beginning)
        if distance is None:
            distance = known[beginning] = slips(typed, word[: size + most], most, beginning=longer)
        if 0 < distance <= most:
            # Hardly anybody errs in the first letter.
            found.append((distance, word[0] != typed[0], abs(length - size), word))
    return tuple((word, distance) for distance, _, _, word in sorted(found)[:limit])


def letters(word: str) -> int:
    """Which letters a word has, as a mask of 61 bits."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) % 61)
    return mask
