"""Markdown becomes clean HTML: rendered piece by piece, held against an allow-list, with its plain twin."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.content.addresses import Addresses
from desktop.content.fields import Fields
from desktop.content.lists import relaid
from desktop.content.sources import Notes
from desktop.content.templates import Inserts
from desktop.content.wording import anchor, without_comments
from desktop.model.text import EMPTY, Rich

if TYPE_CHECKING:
    from markdown import Markdown

_TAG_WORDS = (
    "a abbr b blockquote br caption cite code dd del dfn dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre"
    " q s samp small span strong sub sup table tbody td tfoot th thead tr u ul var wbr"
)
TAGS = frozenset(_TAG_WORDS.split())
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "id"},
    "abbr": {"title"},
    "code": {"class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
} | {f"h{level}": {"id"} for level in range(1, 7)}

_ACTIVE_WORDS = (
    "applet audio base button embed form frame frameset iframe input link meta noscript object script select source"
    " style svg template textarea title track video xmp plaintext noembed noframes math"
)
ACTIVE_TAGS = frozenset(_ACTIVE_WORDS.split())
"""What would run, fetch or ask; its removal is an error. Any other unknown tag is only worth a warning."""

_SWALLOWING_WORDS = "iframe math noembed noframes noscript plaintext select svg template textarea title xmp"
SWALLOWING_TAGS = frozenset(_SWALLOWING_WORDS.split())

# The schemes that reach our own check, where they get a sentence; all others nh3 drops without one.
_SCHEME_WORDS = (
    "http https mailto file data javascript vbscript blob ftp tel sms about chrome res view-source ws wss intent"
)
_SEEN_SCHEMES = frozenset(_SCHEME_WORDS.split()) | frozenset("abcdefghijklmnopqrstuvwxyz")

MAX_PIECE = 60_000
MAX_OPEN = 200
MAX_LINES_ON_END = 400

_RAW_TAG = re.compile(r"<\s*(/?)([A-Za-z][\w:.-]*+)((?:[^<>\"']++|\"[^\"]*\"|'[^']*')*)>?")
_ATTRIBUTE = re.compile(r"([^\s=\"'/<>]++)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]++))?")
_TAG = re.compile(r"<[^>\"]*+(?:\"[^\"]*\"[^>\"]*+)*>")
_IMAGE = re.compile(r"<img\b[^>\"]*+(?:\"[^\"]*\"[^>\"]*+)*>")
_FOOTNOTE_MARK = re.compile(r'<sup><a href="#fn-[^"]*"[^>]*>\d+</a></sup>')
_ALT = re.compile(r'\balt="([^"]*)"')
_SIMPLE = re.compile(r"(?!\d+[.)])(?:[^\W_]|[„“»«›‹‚‘’\"'(])(?:[^\W_]|[ ,;:.?!%§€/()„“”‚‘’»«›‹\"'…–—-])*")
_NESTED = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+){25}|^[ \t]{200}", re.MULTILINE)


class Renderer:
    """Renders the pieces of one document; anchors, footnote numbers and abbreviations hold across all of them.

    Problems: html-removed, html-attribute-removed, image-*, link-*, footnote-missing,
    footnote-outside-lesson, text-too-tangled.
    """

    def __init__(
        self,
        notes: Notes,
        masked: Sequence[str],
        inserts: Inserts,
        addresses: Addresses,
        *,
        abbreviations: Mapping[str, str] | None = None,
        references: Mapping[str, tuple[str, str]] | None = None,
        footnotes: Sequence[str] | None = (),
    ) -> None:
        """`footnotes` are the names explained in the document; None where it has no room for any."""
        self._notes = notes
        self._masked = masked
        self._inserts = inserts
        self.addresses = addresses
        self._abbreviations = dict(abbreviations or {})
        self._references = dict(references or {})
        self._footnotes = None if footnotes is None else frozenset(footnotes)
        self.footnote_order: dict[str, int] = {}
        self._anchors: dict[str, int] = {}
        self._anchor_links: list[tuple[str, int, int, int]] = []
        self._seen: dict[tuple[int, int, str], tuple[int, int]] = {}
        self._region = (1, 1)
        self._made: Markdown | None = None

    def block(self, text: str, first: int, last: int) -> Rich:
        """Render Markdown that stands in the lines first..last (counted from 1)."""
        self._region = (first, last)
        if not text.strip():
            return EMPTY
        return self._rich(self._html(text))

    def inline(self, text: str, first: int, last: int) -> Rich:
        """Render text that is one paragraph at heart: without the paragraph's tags."""
        self._region = (first, last)
        text = text.strip()
        if not text:
            return EMPTY
        if _SIMPLE.fullmatch(text) and "://" not in text and not any(word in text for word in self._abbreviations):
            # Most answers and cells are plain words: Python-Markdown would take a third of a millisecond for each.
            return Rich(html.escape(text, quote=False), text)
        return self._rich(_unwrapped(self._html(text)))

    def fill(self, text: str) -> str:
        """Plain text with the company's own words in."""
        return self._inserts.fill(text)

    def field(self, fields: Fields, name: str) -> str:
        """A front matter text with the company's own words in, empty where none stands."""
        return self._inserts.in_field(fields.text(name), fields.place(name)) if name in fields else ""

    def close(self) -> None:
        """Once all is rendered: every anchor link must lead somewhere."""
        for target, line, column, length in self._anchor_links:
            if target not in self._anchors and not target.startswith("fn-"):
                self._notes.error("link-dead", line, column, length, address=f"#{target}")

    def locate(self, needle: str) -> tuple[int, int, int]:
        """Where a text stands in the piece at hand; each further call for it goes on behind the last place."""
        first, last = self._region
        last = min(last, len(self._masked))
        number, column = self._seen.get((first, last, needle), (first, 0))
        wanted = needle.lower()
        while number <= last:
            found = self._masked[number - 1].lower().find(wanted, column)
            if found >= 0:
                self._seen[(first, last, needle)] = (number, found + 1)
                return (number, found + 1, len(needle))
            number, column = number + 1, 0
        self._seen[(first, last, needle)] = (last + 1, 0)
        return (first, 1, 1)

    def _html(self, text: str) -> str:
        if _is_tangled(text):
            self._notes.error("text-too-tangled", self._region[0])
            return f"<p>{html.escape(text)}</p>"
        md = self._markdown()
        md.reset()
        md.references.update(self._references)
        try:
            made = md.convert(relaid(text))
        except (RecursionError, ValueError, IndexError, KeyError, AttributeError, TypeError, AssertionError):
            # Python-Markdown and the standard HTML parser beneath it raise all of these on garbage.
            self._notes.error("text-too-tangled", self._region[0])
            return f"<p>{html.escape(text)}</p>"
        raw = [without_comments(raw) for raw in md.htmlStash.rawHtmlBlocks if isinstance(raw, str) and "<" in raw]
        removed = [self._name_removed(text) for text in raw]
        return _without_swallowing(made) if any(removed) else made

    def _rich(self, made: str) -> Rich:
        import nh3

        clean = nh3.clean(
            made,
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            attribute_filter=self._attribute,
            url_schemes=set(_SEEN_SCHEMES),
            link_rel=None,
        )
        clean = clean.strip()
        if "<img" in clean:
            # An image that may not be shown leaves its words behind, not the sign of a broken picture.
            clean = _IMAGE.sub(lambda image: image[0] if " src=" in image[0] else _alternative(image), clean)
        return Rich(self._inserts.fill_html(clean), self._inserts.fill(plain_of(clean)))

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Decides over each attribute that nh3 would let pass; None removes it."""
        filled = self._inserts.fill(value)
        if name == "href" and tag == "a":
            return self._link(value, filled)
        if name == "src" and tag == "img":
            return self._image(value, filled)
        if name == "class":
            return filled if filled.startswith("language-") else None
        if name == "id" and tag in ATTRIBUTES:
            self._anchors.setdefault(filled, 1)
        return filled

    def _link(self, value: str, filled: str) -> str | None:
        if filled.startswith("#"):
            if not filled.startswith("#fn-"):
                self._anchor_links.append((filled[1:], *self.locate(value)))
            return filled
        target = self.addresses.link(filled)
        if target.code:
            self._notes.error(target.code, *self.locate(value), address=filled)
        return target.href or None

    def _image(self, value: str, filled: str) -> str | None:
        target = self.addresses.image(filled)
        if target.code:
            self._notes.error(target.code, *self.locate(value), address=filled)
        return target.href or None

    def _name_removed(self, raw: str) -> bool:
        """Note what the allow-list will remove; whether there was any tag that runs or fetches something."""
        active = False
        for match in _RAW_TAG.finditer(raw):
            tag = match[2].lower()
            if match[1]:
                continue
            if tag in ACTIVE_TAGS:
                active = True
                self._notes.error("html-removed", *self.locate(f"<{tag}"), tag=tag)
            elif tag not in TAGS:
                self._notes.warning("html-removed", *self.locate(f"<{tag}"), tag=tag)
            else:
                self._name_attributes(tag, match[3])
        return active

    def _name_attributes(self, tag: str, attributes: str) -> None:
        allowed = ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"]
        for match in _ATTRIBUTE.finditer(attributes):
            name = match[1].lower()
            if name not in allowed:
                self._notes.warning("html-attribute-removed", *self.locate(match[1]), tag=tag, attribute=name)

    def _markdown(self) -> Markdown:
        if self._made is None:
            from desktop.content.markdown_parts import make_markdown

            self._made = make_markdown(self._abbreviations, self._footnote_number, self._heading_anchor)
        return self._made

    def _footnote_number(self, name: str) -> int:
        """The number of a footnote by its first mark; 0 where nothing explains it, -1 where none can be shown."""
        if self._footnotes is None:
            self._notes.warning("footnote-outside-lesson", *self.locate(f"[^{name}]"), name=name)
            return -1
        if name not in self._footnotes:
            self._notes.error("footnote-missing", *self.locate(f"[^{name}]"), name=name)
            return 0
        return self.footnote_order.setdefault(name, len(self.footnote_order) + 1)

    def _heading_anchor(self, words: str) -> str:
        return self.new_anchor(self._inserts.fill(words))

    def new_anchor(self, words: str) -> str:
        """The anchor of a heading with these words; the second of its kind ends in -1, as on GitHub."""
        slug = anchor(words)
        count = self._anchors.get(slug, 0)
        self._anchors[slug] = count + 1
        if count:
            self._anchors.setdefault(f"{slug}-{count}", 1)
            return f"{slug}-{count}"
        return slug


def plain_of(clean: str) -> str:
    """The words of sanitised HTML; images give their alternative text, numbers of footnotes are no words."""
    text = _IMAGE.sub(_alternative, clean) if "<img" in clean else clean
    text = _FOOTNOTE_MARK.sub("", text) if "#fn-" in text else text
    return "\n".join(" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).splitlines() if line.strip())


def _alternative(image: re.Match[str]) -> str:
    alt = _ALT.search(image[0])
    return alt[1] if alt else ""


def _without_swallowing(made: str) -> str:
    """Drops tags whose content HTML takes as bare text up to an end that may never come; what they held is then read.

    Scripts and styles that do end are left to nh3, which removes them with their content.
    """
    folded = made.lower()
    swallowing = SWALLOWING_TAGS | {tag for tag in ("script", "style") if f"</{tag}" not in folded}
    return _RAW_TAG.sub(lambda tag: "" if tag[2].lower() in swallowing else tag[0], made)


def _unwrapped(made: str) -> str:
    if made.startswith("<p>") and made.endswith("</p>") and made.count("<p>") == 1:
        return made[3:-4]
    return made


def _is_tangled(text: str) -> bool:
    """Whether rendering could take far more than linear time: brackets never closed, nesting that nobody writes."""
    if len(text) > MAX_PIECE or any(abs(text.count(a) - text.count(b)) > MAX_OPEN for a, b in ("<>", "[]", "()")):
        return True
    return _NESTED.search(text) is not None or _longest_run(text) > MAX_LINES_ON_END


def _longest_run(text: str) -> int:
    """How many lines stand together without a blank one, fenced code left out."""
    longest = run = 0
    for line in text.split("\n") if text.count("\n") > MAX_LINES_ON_END else ():
        run = 0 if not line or line.isspace() or line.startswith(("```", "~~~")) else run + 1
        longest = max(longest, run)
    return longest
