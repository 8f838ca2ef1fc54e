"""What we add to Python-Markdown: footnote marks, bare addresses, struck text and headings with GitHub's anchors."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from re import Match

import markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

FOOTNOTE = r"\[\^([^\[\]\s]+)\]"
BARE_ADDRESS = r"""(?<![\w/"'=(<&;])(https?://[^\s<>"')\]\[]*[^\s<>"')\]\[.,;:!?*_])"""
STRUCK = r"(~~)(?=\S)(.+?)(?<=\S)~~"


class _FootnoteMark(InlineProcessor):
    """`[^sec]` becomes a raised number that leads to the note."""

    def __init__(self, md: markdown.Markdown, number: Callable[[str], int]) -> None:
        super().__init__(FOOTNOTE, md)
        self._number = number

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Match[str], data: str
    ) -> tuple[ElementTree.Element | str | None, int | None, int | None]:
        number = self._number(m[1])
        if number == 0:
            return None, None, None
        if number < 0:
            return "", m.start(0), m.end(0)
        raised = ElementTree.Element("sup")
        link = ElementTree.SubElement(raised, "a", {"href": f"#fn-{m[1]}", "id": f"fnref-{m[1]}"})
        link.text = AtomicString(str(number))
        return raised, m.start(0), m.end(0)


class _BareAddress(InlineProcessor):
    """An address in running text becomes a link, as on GitHub."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        link = ElementTree.Element("a", {"href": m[1]})
        link.text = AtomicString(m[1])
        return link, m.start(0), m.end(0)


class _Anchors(Treeprocessor):
    """Gives every heading the anchor that GitHub gives it."""

    def __init__(self, md: markdown.Markdown, anchor: Callable[[str], str]) -> None:
        super().__init__(md)
        self._anchor = anchor

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                element.set("id", self._anchor("".join(element.itertext())))


class _Ours(Extension):
    """Registers the parts above; the two functions keep the state of one document."""

    def __init__(self, number: Callable[[str], int], anchor: Callable[[str], str]) -> None:
        super().__init__()
        self._number = number
        self._anchor = anchor

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        # Before references (170) and links (160), which would take the brackets; addresses before emphasis (60).
        md.inlinePatterns.register(_FootnoteMark(md, self._number), "klartext-footnote", 175)
        md.inlinePatterns.register(_BareAddress(BARE_ADDRESS, md), "klartext-address", 115)
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRUCK, "del"), "klartext-struck", 55)
        # After the inline pass (20), when a heading's words are known.
        md.treeprocessors.register(_Anchors(md, self._anchor), "klartext-anchors", 15)


def make_markdown(
    abbreviations: dict[str, str], number: Callable[[str], int], anchor: Callable[[str], str]
) -> markdown.Markdown:
    """A Markdown instance for one document; extensions are handed in as objects, so nothing is looked up by name."""
    extensions = [
        TableExtension(use_align_attribute=True),
        DefListExtension(),
        AbbrExtension(glossary=abbreviations),
        FencedCodeExtension(),
        SaneListExtension(),
        _Ours(number, anchor),
    ]
    return markdown.Markdown(extensions=extensions, output_format="html")
