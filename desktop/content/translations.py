"""Original and translation of the same items: words from one, ids and keys from the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.content.sources import Notes
from desktop.model.course import Block, Checklist, Details, KnowledgeCheck
from desktop.model.quiz import (
    ChoiceItem,
    ClozeItem,
    Item,
    ItemType,
    MatchingItem,
    NumericItem,
    OrderingItem,
)


def merged_items(original: Sequence[Item], translated: Sequence[Item], notes: Notes) -> tuple[Item, ...]:
    """The original's items in its order, in the translation's words wherever the structure is the same.

    Problems: translation-item-missing, translation-item-unknown, translation-differs (all errors of the translation).
    """
    by_id = {item.id: item for item in translated}
    known = {item.id for item in original}
    for item in translated:
        if item.id not in known:
            at = (item.place.line, item.place.column, item.place.length)
            notes.error("translation-item-unknown", *at, id=item.id)
    merged: list[Item] = []
    for item in original:
        other = by_id.get(item.id)
        if other is None:
            notes.error("translation-item-missing", 1, 1, 1, id=item.id)
            merged.append(item)
        elif structure(item) != structure(other):
            at = (other.place.line, other.place.column, other.place.length)
            notes.error("translation-differs", *at, id=item.id)
            merged.append(item)
        else:
            merged.append(_in_other_words(item, other))
    return tuple(merged)


def structure(item: Item) -> tuple[object, ...]:
    """What must be the same in every language: type, number of answers, and which of them are right."""
    match item:
        case ChoiceItem():
            # "Stimmt"/"Stimmt nicht" is recognised as true/false, its translation need not be.
            return (item.type is ItemType.MULTIPLE, *(option.correct for option in item.options))
        case OrderingItem():
            return (item.type, len(item.options))
        case MatchingItem():
            rights = [pair.right for pair in item.pairs]
            return (item.type, len(item.distractors), *(rights.index(right) for right in rights))
        case ClozeItem():
            return (item.type, *((len(gap.choices), _right_choices(gap.accepted, gap.choices)) for gap in item.gaps))
        case NumericItem():
            return (item.type, item.key)
        case _:
            return (item.type,)


def _right_choices(accepted: tuple[str, ...], choices: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(choices.index(text) for text in accepted if text in choices)


def _in_other_words(item: Item, other: Item) -> Item:
    """The translation, scored as the original is."""
    same = replace(other, points=item.points, penalty=item.penalty, tags=item.tags, shuffle=item.shuffle)
    return replace(same, type=item.type) if isinstance(same, ChoiceItem) else same


def aligned_blocks(original: Sequence[Block], translated: Sequence[Block], notes: Notes) -> tuple[Block, ...]:
    """A translated lesson whose checks and checklists keep the original's ids and keys.

    Problems: those of merged_items.
    """
    items = merged_items(_items(original), _items(translated), notes)
    by_id = {item.id: item for item in items}
    tasks = [task.id for block in _flat(original) if isinstance(block, Checklist) for task in block.tasks]
    own = [task for block in _flat(translated) if isinstance(block, Checklist) for task in block.tasks]
    # Ticks follow a person across languages only where both lists have the same length.
    ids = iter(tasks if len(tasks) == len(own) else [task.id for task in own])
    return tuple(_aligned(block, by_id, ids) for block in translated)


def _aligned(block: Block, items: dict[str, Item], ids: Iterator[str]) -> Block:
    match block:
        case KnowledgeCheck():
            return KnowledgeCheck(tuple(items[item.id] for item in block.items if item.id in items))
        case Checklist():
            return Checklist(tuple(replace(task, id=next(ids)) for task in block.tasks))
        case Details():
            return replace(block, blocks=tuple(_aligned(inner, items, ids) for inner in block.blocks))
        case _:
            return block


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Details):
            yield from _flat(block.blocks)


def _items(blocks: Sequence[Block]) -> list[Item]:
    return [item for block in _flat(blocks) if isinstance(block, KnowledgeCheck) for item in block.items]
