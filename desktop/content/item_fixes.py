"""Items without an id, and the insertions that would give them one: from source text to edits, no file is touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop.content.addresses import Addresses
from desktop.content.documents import Document, prepare
from desktop.content.fields import Fields
from desktop.content.front_matter import read_head
from desktop.content.item_sources import COMMENT, ItemSource, free_name, split_items
from desktop.content.items import read_items
from desktop.content.layout import MARK
from desktop.content.masking import BLOT
from desktop.content.names import is_id
from desktop.content.quizzes import kind_of
from desktop.content.sources import Notes, Source
from desktop.content.translations import structure
from desktop.content.wording import plain

LONGEST_SLUG = 40
_IN_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LINE_END = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to insert before `column` of `line` (both from 1); "\\n" in it stands for the line end used there.

    `item` is the line in which the item begins, `id` what it gets.
    """

    line: int
    column: int
    text: str
    item: int
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """The items in the lines first..last: a whole quiz, or one knowledge check of a lesson."""

    first: int
    last: int
    items: tuple[ItemSource, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the items of a file stand; `kind` is "lesson", "quiz" or "self-assessment"."""

    source: Source
    document: Document
    kind: str
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[ItemSource, ...]:
        """All items in the order of the file."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def without_id(self) -> tuple[ItemSource, ...]:
        """The items whose comment names no id, or that have no comment."""
        return tuple(item for item in self.items if item.attribute("id") is None)

    @property
    def ids(self) -> frozenset[str]:
        """The ids that are written in the file."""
        return frozenset(_written(item) for item in self.items) - {""}


def lay_out(source: Source, *, in_course: bool) -> Layout | None:
    """Where the items of a file stand, found as its reader finds them; None where it can have none."""
    notes = Notes(source)
    head = read_head(notes)
    kind = "lesson"
    if not in_course:
        kind = kind_of(Fields(notes, head.fields), notes) if head.fields else ""
        if kind not in ("quiz", "self-assessment"):
            return None
    folder = source.path.parent
    document = prepare(notes, head.body_line, {}, Addresses(folder, folder), has_footnotes=in_course)
    spans = _checks(document) if in_course else [(document.first, document.last)]
    groups = tuple(Group(a, b, split_items(document.lines, document.masked, a, b)) for a, b in spans)
    return Layout(source, document, kind, groups)


def _checks(document: Document) -> list[tuple[int, int]]:
    """The lines between quiz marks; a mark that is never closed reaches to the next one."""
    spans: list[tuple[int, int]] = []
    opened = 0
    for number in range(document.first, document.last + 1):
        line = document.masked[number - 1]
        mark = MARK.fullmatch(line) if "<!--" in line else None
        word = "".join(mark[1].split()) if mark else ""
        if word not in ("quiz", "/quiz"):
            continue
        if opened:
            spans.append((opened, number - 1))
        opened = number + 1 if word == "quiz" else 0
    return [*spans, (opened, document.last)] if opened else spans


def new_ids(layout: Layout, taken: Collection[str]) -> dict[int, str]:
    """An id for each item without one, by the line it begins in; none is in `taken` or twice in the file.

    The id that the app made from the heading so far is kept where it is short and plain, so that answers given under
    it still count.
    """
    used = dict.fromkeys((*taken, *layout.ids), 1)
    found: dict[int, str] = {}
    for item in layout.without_id:
        words = item.heading or layout.document.lines[item.first - 1]
        so_far = item.id if item.id.isascii() and is_id(item.id) and len(item.id) <= LONGEST_SLUG else ""
        found[item.first] = free_name(so_far if so_far and so_far not in used else slug(words), used)
    return found


def slug(words: str) -> str:
    """A heading as a short ascii id: `Größe & Maß?` becomes `groesse-mass`, cut between two words."""
    text = unicodedata.normalize("NFC", plain(words.replace(BLOT, " "))).lower().translate(_IN_ASCII)
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    whole = _NO_SLUG.sub("-", ascii_only).strip("-")
    cut = whole[:LONGEST_SLUG]
    if len(whole) > LONGEST_SLUG and whole[LONGEST_SLUG] != "-" and "-" in cut:
        cut = cut[: cut.rindex("-")]
    return cut.strip("-") or "item"


def twin_ids(layout: Layout, original: Layout, given: Mapping[int, str]) -> dict[int, str]:
    """Ids for a translation's items, each that of the original's item at the same place; `given` are new there.

    An item gets none where the files are built differently, or where the two items are not answered alike.
    """
    sizes = [[len(group.items) for group in one.groups] for one in (layout, original)]
    if layout.kind != original.kind or sizes[0] != sizes[1] or not layout.without_id:
        return {}
    own, theirs = _shapes(layout), _shapes(original)
    found: dict[int, str] = {}
    for item, other in zip(layout.items, original.items, strict=True):
        known = _written(other) or given.get(other.first, "")
        if item.attribute("id") is not None:
            # An item that already has another id: then place says nothing in this file.
            if known and _written(item) != known:
                return {}
        elif known and known not in layout.ids and item.first in own and own[item.first] == theirs.get(other.first):
            found[item.first] = known
    return found


def _shapes(layout: Layout) -> dict[int, object]:
    """What must be the same in every language, by the line an item begins in; unusable items are not in it."""
    if layout.kind == "self-assessment":
        return {item.first: _axis(item) for item in layout.items}
    document = layout.document
    usable = [item for group in layout.groups for item in read_items(document, group.first, group.last)]
    return {item.place.line: structure(item) for item in usable}


def _axis(item: ItemSource) -> tuple[str, bool]:
    dimension = item.attribute("dimension")
    return (dimension.value if dimension else "", item.attribute("reverse") is not None)


def _written(item: ItemSource) -> str:
    return next((a.value for a in item.attributes if a.name == "id" and a.value), "")


def edits_for(layout: Layout, ids: Mapping[int, str]) -> tuple[Edit, ...]:
    """The insertions that give items their ids, in the order of the file.

    An edit that would not be read back as meant is left out, such as one below a heading that opens a long comment.
    """
    edits = tuple(_edit(layout, item, ids[item.first]) for item in layout.without_id if item.first in ids)
    sound = _sound(layout, edits)
    return sound if _reads_back(layout, sound) else ()


def _edit(layout: Layout, item: ItemSource, own: str) -> Edit:
    if item.comments:
        line = layout.document.masked[item.comments[0] - 1]
        match = COMMENT.search(line)
        if match is not None:
            at = match.start(1)
            before = "" if line[at - 1].isspace() else " "
            after = "" if line[at].isspace() else " "
            return Edit(item.comments[0], at + 1, f"{before}id={own}{after}", item.first, own)
    comment = f"<!-- item: id={own} -->"
    if item.column == 1:  # no heading, so the comment may stand above the question
        return Edit(item.first, 1, f"{comment}\n", item.first, own)
    return Edit(item.first, len(layout.source.lines[item.first - 1]) + 1, f"\n{comment}", item.first, own)


def _sound(layout: Layout, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits without those that go wrong, found by halves, since nearly always none does."""
    if not edits or _reads_back(layout, edits):
        return edits
    half = len(edits) // 2
    return (*_sound(layout, edits[:half]), *_sound(layout, edits[half:])) if half else ()


def _reads_back(layout: Layout, edits: tuple[Edit, ...]) -> bool:
    """Whether the file with the edits has the same items and marks as before, and the ids that were meant."""
    source = layout.source
    after = lay_out(Source.of(source.path, applied(source.text, edits)), in_course=layout.kind == "lesson")
    if after is None or [len(g.items) for g in after.groups] != [len(g.items) for g in layout.groups]:
        return False
    if _unedited(after.document.masked, layout.document.masked, edits) != list(layout.document.masked):
        return False
    wanted = {edit.item: edit.id for edit in edits}
    return all(
        _written(new) == wanted.get(old.first, _written(old)) and new.heading == old.heading
        for old, new in zip(layout.items, after.items, strict=True)
    )


def _unedited(after: Sequence[str], before: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The lines of the edited file without what came in: a comment or code that now ends elsewhere shows here."""
    lines = list(after)
    for edit, line in reversed(list(zip(edits, lines_after(edits), strict=True))):
        if "\n" in edit.text:
            del lines[line - 1]
        else:
            lines[line - 1] = before[edit.line - 1]
    return lines


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits in; no other character changes, and line ends stay what they are."""
    # Lines and their ends in turn; the last line has none.
    parts = _LINE_END.split(text)
    usual = parts[1] if len(parts) > 1 else "\n"
    for edit in edits:
        index = 2 * (edit.line - 1)
        line, end = parts[index], parts[index + 1] if index + 1 < len(parts) else usual
        inserted = edit.text.replace("\n", end)
        parts[index] = line[: edit.column - 1] + inserted + line[edit.column - 1 :]
    return "".join(parts)


def lines_after(edits: Sequence[Edit]) -> tuple[int, ...]:
    """The line in which each edit's id stands once all are in."""
    found: list[int] = []
    added = 0
    for edit in edits:
        found.append(edit.line + added + edit.text.startswith("\n"))
        added += "\n" in edit.text
    return tuple(found)
