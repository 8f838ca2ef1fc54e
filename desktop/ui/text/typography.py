"""The measures of running text: line height, spacing and headings, all derived from the label's own font."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

BASE_PIXELS = 15
LINE_HEIGHT = 1.55
_HEADING_LINE_HEIGHT = 1.25
_QUOTE_INDENT = 1.2
_HEADING_SIZES = {1: 1.6, 2: 1.3, 3: 1.12, 4: 1.0, 5: 1.0, 6: 1.0}


def pixels(font: QFont) -> int:
    """Return the font's real size in device-independent pixels, whatever unit it was set in."""
    return QFontInfo(font).pixelSize()


def scale(font: QFont) -> float:
    """Return how much larger than the design's 15 pixels the font is."""
    return pixels(font) / BASE_PIXELS


def style_sheet(font: QFont, palette: QPalette) -> str:
    """Return the document style sheet for a text in `font` on the palette's ground."""
    link = palette.color(QPalette.ColorRole.Link).name()
    ground = palette.color(QPalette.ColorRole.AlternateBase).name()
    return _style_sheet(pixels(font), link, ground)


@lru_cache(maxsize=32)
def _style_sheet(em: int, link: str, ground: str) -> str:
    gap, small = round(em * 0.8), round(em * 0.3)
    above, below = round(em * 1.5), round(em * 0.45)
    headings = "".join(
        f"h{level} {{ font-size: {round(em * size)}px; font-weight: 700; margin: {above}px 0 {below}px 0 }}"
        for level, size in _HEADING_SIZES.items()
    )
    return (
        f"p, ul, ol, dl, blockquote, pre {{ margin: 0 0 {gap}px 0 }} li {{ margin: 0 0 {small}px 0 }}"
        f"blockquote {{ margin-left: {round(em * _QUOTE_INDENT)}px }}"
        f"dt {{ font-weight: 600; margin: {small}px 0 0 0 }} dd {{ margin: 0 0 {small}px {round(em * 1.4)}px }}"
        f"strong, b {{ font-weight: 600 }} a {{ color: {link}; text-decoration: underline }}"
        f"code, pre {{ font-family: monospace; font-size: {round(em * 0.92)}px; background-color: {ground} }}"
    ) + headings


def new_document(font: QFont) -> QTextDocument:
    """Return an empty document that wraps anywhere rather than clip a long word."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setIndentWidth(round(pixels(font) * 1.5))
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    return document


def set_rhythm(document: QTextDocument, font: QFont, line_height: float = LINE_HEIGHT) -> None:
    """Give all lines their height and drop the space above the first and below the last block."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(_fixed_height(pixels(font) * line_height))
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            size = pixels(font) * _HEADING_SIZES.get(level, 1.0)
            QTextCursor(block).mergeBlockFormat(_fixed_height(size * _HEADING_LINE_HEIGHT))
        block = block.next()
    first, last = QTextBlockFormat(), QTextBlockFormat()
    first.setTopMargin(0)
    last.setBottomMargin(0)
    QTextCursor(document.firstBlock()).mergeBlockFormat(first)
    QTextCursor(document.lastBlock()).mergeBlockFormat(last)


def quote_depth(block: QTextBlock, font: QFont) -> int:
    """Return how deep in block quotes a block stands (Qt's own property marks only a quote's first block)."""
    indent = round(pixels(font) * _QUOTE_INDENT)
    margin = round(block.blockFormat().leftMargin())
    return margin // indent if margin and margin % indent == 0 else 0


def _fixed_height(height: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    # Fixed, not proportional: a raised footnote mark must not push its line apart.
    form.setLineHeight(round(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form
