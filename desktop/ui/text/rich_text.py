"""Cleaned HTML as a selectable label with the reading column's typography."""

from __future__ import annotations

import html as html_escapes
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.model.text import Rich
from desktop.ui.text import typography
from desktop.ui.text.anatomy import anchors, blocks, fragments, line_boxes, places_of, with_term_links
from desktop.ui.text.heading import TextHeading, headings
from desktop.ui.text.link import TERM, TextLink
from desktop.ui.text.selectable import Selectable
from desktop.ui.units import characters, units

_LEAST_WIDTH = 48
_GUESSED_LETTERS = 80
_NO_NOTES: Mapping[str, str] = {}


class RichText(Selectable):
    """Running text; `linkActivated` carries the href of a link that was opened by mouse or keyboard.

    `notes` maps footnote anchors to their words, shown beside the mark. Terms already in `known_terms` stay
    explained under the pointer but are no further stop for the Tab key; new ones are added to it.
    """

    def __init__(
        self,
        rich: Rich,
        parent: QWidget | None = None,
        *,
        notes: Mapping[str, str] = _NO_NOTES,
        known_terms: set[str] | None = None,
        line_height: float = typography.LINE_HEIGHT,
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self._known_terms = known_terms if known_terms is not None else set()
        self._line_height = line_height
        self._document: QTextDocument | None = None
        self._dressed_as: tuple[object, ...] = ()
        self._heights: dict[int, int] = {}
        self._links: list[tuple[TextLink, int, int]] = []
        self._overlays: list[tuple[TextLink, int, int]] = []
        self._headings: list[TextHeading] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.set_rich(rich)
        # Callbacks of its links lead back to it, and Python takes its time to find such rings; the document, which
        # weighs most, goes with the widget.
        self.destroyed.connect(vars(self).clear)

    def set_rich(self, rich: Rich) -> None:
        """Show another text."""
        self._rich = rich
        self._html, self._terms = with_term_links(rich.html or html_escapes.escape(rich.plain))
        self.setAccessibleName(rich.plain)
        self._forget()

    @property
    def plain(self) -> str:
        """The words without mark-up."""
        return self._rich.plain

    def letters(self) -> str:
        """Return the words as the document counts them: U+2029 between paragraphs, one unit for an image."""
        return self._text().toRawText()

    def plain_span(self, start: int, end: int) -> tuple[int, int]:
        """Return letters of `plain` for a stretch of the document, which also holds the marks of footnotes."""
        places, letters = self._plain_places(), self.letters()
        first, last = characters(letters, start), characters(letters, end)
        return bisect_left(places, first), bisect_left(places, last)

    def document_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the document where letters of `plain` stand; nothing where there are none."""
        places, letters = self._plain_places(), self.letters()
        if not 0 <= start < end <= len(places):
            return 0, 0
        return units(letters, places[start]), units(letters, places[end - 1] + 1)

    def _plain_places(self) -> list[int]:
        letters = self.letters()
        notes = [(start, end) for link, start, end in self._links if link.href.startswith(("#fn-", "#back-"))]
        return places_of(self._rich.plain, letters, [tuple(characters(letters, at) for at in note) for note in notes])

    def box_of(self, start: int, end: int) -> QRect:
        """Return where the first line of a passage is painted, in this widget's coordinates."""
        document, area = self._text(), self.contentsRect()
        document.setTextWidth(area.width())
        lines = line_boxes(document, start, end)
        return lines[0].translated(area.topLeft()) if lines else area

    def link_to(self, href: str) -> TextLink | None:
        """Return the first link that leads to `href`."""
        self._text()
        return next((link for link, _, _ in self._links if link.href == href), None)

    def top_of(self, anchor: str) -> int | None:
        """Return how far down the text named `anchor` begins, in pixels of this widget; None if it is not here."""
        document = self._text()
        for block in blocks(document):
            if any(anchor in fragment.charFormat().anchorNames() for fragment in fragments(block)):
                return self.contentsRect().top() + round(document.documentLayout().blockBoundingRect(block).top())
        return None

    # Size -----------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = max(width - margins.left() - margins.right(), 1)
        if inner not in self._heights:
            document = self._text()
            document.setTextWidth(inner)
            self._heights[inner] = ceil(document.size().height())
        return self._heights[inner] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        # A layout that asks without a width gets a guess from the number of letters: laying the text out twice,
        # once for a width nobody uses, would double the time a lesson takes to open.
        em = typography.pixels(self.font())
        width = min(len(self._rich.plain) + 1, _GUESSED_LETTERS) * em // 2
        lines = 1 + len(self._rich.plain) // _GUESSED_LETTERS
        return QSize(width, round(lines * em * self._line_height))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, round(typography.pixels(self.font()) * self._line_height))

    # Painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        document, area = self._text(), self.contentsRect()
        document.setTextWidth(area.width())
        painter = QPainter(self)
        painter.translate(area.topLeft())
        self._paint_quote_bars(painter, document)
        self.paint_highlights(painter, document)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._ink_palette()
        context.clip = event.rect().translated(-area.topLeft()).toRectF()
        context.selections = self.selections()
        caret = self.caret_place()
        if caret is not None:
            context.cursorPosition = caret
        document.documentLayout().draw(painter, context)

    def _ink_palette(self) -> QPalette:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.WindowText))
        return palette

    def _paint_quote_bars(self, painter: QPainter, document: QTextDocument) -> None:
        if "<blockquote" not in self._html:
            return
        layout, colour = document.documentLayout(), self.palette().color(QPalette.ColorRole.Mid)
        bar = QRect()
        for block in blocks(document):
            if typography.quote_depth(block, self.font()):
                rect = layout.blockBoundingRect(block)
                bar = bar.united(QRect(0, round(rect.top()), 3, round(rect.height())))
            else:
                painter.fillRect(bar, colour)
                bar = QRect()
        painter.fillRect(bar, colour)

    # The document ---------------------------------------------------------------------------------------------

    def _text(self) -> QTextDocument:
        if self._document is None:
            self.ensurePolished()
            document = typography.new_document(self.font())
            document.setDefaultStyleSheet(typography.style_sheet(self.font(), self.palette()))
            self._dress(document)
            document.setHtml(self._html)
            typography.set_rhythm(document, self.font(), self._line_height)
            self._document, self._dressed_as = document, self._dress_now()
            if "<a" in self._html:
                self._make_links(document)
            if "<h" in self._html or self._headings:
                self._place_headings()
        return self._document

    def _dress(self, document: QTextDocument) -> None:
        """Prepare an empty document; for texts that need resources of their own."""

    def boxes_of(self, letter: str) -> tuple[QRect, ...]:
        """Return where every occurrence of `letter` is painted, in this widget's coordinates."""
        document, area = self._text(), self.contentsRect()
        document.setTextWidth(area.width())
        words = document.toRawText()
        places = [place for place, there in enumerate(words) if there == letter]
        return tuple(box.translated(area.topLeft()) for p in places for box in line_boxes(document, p, p + 1))

    def _forget(self) -> None:
        self._document, self._cursor = None, None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _make_links(self, document: QTextDocument) -> None:
        kept, self._links = self._links, []
        for start, end, href, words in anchors(document):
            if href.startswith(TERM):
                self._mark_as_term(document, start, end)
            # A rebuilt text (new colours, new size) keeps its links: one of them may hold the keyboard focus.
            link = kept.pop(0)[0] if kept and kept[0][0].href == href else self._new_link(href, words)
            self._links.append((link, start, end))
        for link, _, _ in kept:
            link.deleteLater()
        self._place_links()
        self._order_stops()

    def _new_link(self, href: str, words: str) -> TextLink:
        note, reachable = self._notes.get(href.removeprefix("#"), ""), True
        if href.startswith(TERM):
            note = self._terms[int(href.removeprefix(TERM))]
            reachable = words not in self._known_terms
            self._known_terms.add(words)
        link = TextLink(href, words, note, reachable=reachable, parent=self)
        link.clicked.connect(
            lambda: link.explain() if link.href.startswith(TERM) else self.linkActivated.emit(link.href)
        )
        return link

    def _mark_as_term(self, document: QTextDocument, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setForeground(self.palette().brush(QPalette.ColorRole.WindowText))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def lay_over(self, overlays: Sequence[tuple[TextLink, int, int]]) -> None:
        """Lay controls over passages, in place of those before; Tab comes to them and to the links in reading order."""
        for before, _, _ in self._overlays:
            before.hide()
            before.deleteLater()
        self._overlays = list(overlays)
        self._text()
        self._place_links()
        self._order_stops()

    def _order_stops(self) -> None:
        """Have Tab come to what lies over the words right after the text, in reading order.

        Links are made when the text is laid out, long after the controls that stand below it.
        """
        there = sorted(self._links + self._overlays, key=lambda one: one[1])
        # Qt ignores an order that names a widget which takes no focus, such as a term explained before.
        stops = [stop for stop, _, _ in there if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise((self, *stops)):
            QWidget.setTabOrder(one, following)

    def _place_links(self) -> None:
        if not (self._links or self._overlays) or self._document is None:
            return
        area = self.contentsRect()
        self._document.setTextWidth(area.width())
        for link, start, end in (*self._links, *self._overlays):
            lines = (line.translated(area.topLeft()) for line in line_boxes(self._document, start, end))
            link.place(tuple(line.intersected(self.rect()) for line in lines))

    def _place_headings(self) -> None:
        found, area = headings(self._text()), self.contentsRect()
        if [heading.accessibleName() for heading in self._headings] != [words for words, _ in found]:
            for heading in self._headings:
                heading.hide()
                heading.deleteLater()
            self._headings = [TextHeading(words, self) for words, _ in found]
        for heading, (_, box) in zip(self._headings, found, strict=True):
            heading.setGeometry(box.translated(area.topLeft()))

    # Events ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._text()
        self._place_links()
        if self._headings:
            self._place_headings()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        # Qt also sends these while a screen is put together and nothing has changed yet.
        if self._document is not None and event.type() in kinds and self._dress_now() != self._dressed_as:
            self._forget()

    def _dress_now(self) -> tuple[object, ...]:
        palette, roles = self.palette(), QPalette.ColorRole
        colours = (palette.color(role).rgba() for role in (roles.WindowText, roles.Link, roles.AlternateBase))
        return self.font().key(), *colours
