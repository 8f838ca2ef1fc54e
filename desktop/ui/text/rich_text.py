"""Cleaned HTML as a selectable label with the reading column's typography."""

from __future__ import annotations

import html as html_escapes
from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from desktop.model.text import Rich
from desktop.ui.text import typography
from desktop.ui.text.anatomy import anchors, blocks, fragments, line_boxes, with_term_links
from desktop.ui.text.heading import TextHeading, headings
from desktop.ui.text.link import TERM, TextLink
from desktop.ui.theme import colour

_LEAST_WIDTH = 48
_GUESSED_LETTERS = 80
_NO_NOTES: Mapping[str, str] = {}


class RichText(QLabel):
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
        self._cursor: QTextCursor | None = None
        self._marks: tuple[tuple[int, int], ...] = ()
        self._links: list[tuple[TextLink, int, int]] = []
        self._headings: list[TextHeading] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.set_rich(rich)

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

    def selected_text(self) -> str:
        """Return what the learner selected, with line feeds between paragraphs."""
        return self._cursor.selectedText().replace("\u2029", "\n") if self._cursor else ""

    def letters(self) -> str:
        """Return the words as the document counts them: U+2029 between paragraphs, one unit for an image."""
        return self._text().toRawText()

    def select(self, start: int, end: int) -> None:
        """Select from `start` to `end`, counted in UTF-16 as Qt does; nothing where the two are equal."""
        self._cursor = self._cursor_over(start, end) if start < end else None
        self.update()

    def mark(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark passages beside the selection, with a tint and a line below; none takes all marks away."""
        if tuple(ranges) != self._marks:
            self._marks = tuple(ranges)
            self.update()

    def box_of(self, start: int, end: int) -> QRect:
        """Return where the first line of a passage is painted, in this widget's coordinates."""
        document, area = self._text(), self.contentsRect()
        document.setTextWidth(area.width())
        lines = line_boxes(document, start, end)
        return lines[0].translated(area.topLeft()) if lines else area

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._text())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

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
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self._ink_palette()
        context.clip = event.rect().translated(-area.topLeft()).toRectF()
        context.selections = [self._marked(start, end) for start, end in self._marks]
        if self._cursor is not None and self._cursor.hasSelection():
            context.selections = [*context.selections, self._selection(self._cursor)]
        document.documentLayout().draw(painter, context)

    def _ink_palette(self) -> QPalette:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, palette.color(QPalette.ColorRole.WindowText))
        return palette

    def _selection(self, cursor: QTextCursor) -> QAbstractTextDocumentLayout.Selection:
        selection = QAbstractTextDocumentLayout.Selection()
        form = QTextCharFormat()
        form.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        form.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        selection.cursor, selection.format = cursor, form
        return selection

    def _marked(self, start: int, end: int) -> QAbstractTextDocumentLayout.Selection:
        selection = QAbstractTextDocumentLayout.Selection()
        form = QTextCharFormat()
        form.setBackground(colour("caution_soft"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(colour("caution"))
        selection.cursor, selection.format = self._cursor_over(start, end), form
        return selection

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

    def _new_link(self, href: str, words: str) -> TextLink:
        note, reachable = self._notes.get(href.removeprefix("#"), ""), True
        if href.startswith(TERM):
            note = self._terms[int(href.removeprefix(TERM))]
            reachable = words not in self._known_terms
            self._known_terms.add(words)
        link = TextLink(href, words, note, reachable=reachable, parent=self)
        link.clicked.connect(lambda: link.peek() if link.href.startswith(TERM) else self.linkActivated.emit(link.href))
        return link

    def _mark_as_term(self, document: QTextDocument, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setForeground(self.palette().brush(QPalette.ColorRole.WindowText))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def _place_links(self) -> None:
        if not self._links or self._document is None:
            return
        area = self.contentsRect()
        self._document.setTextWidth(area.width())
        for link, start, end in self._links:
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._cursor = QTextCursor(self._text())
            self._cursor.setPosition(self._position_at(event.position()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._cursor is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._cursor.setPosition(self._position_at(event.position()), QTextCursor.MoveMode.KeepAnchor)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._cursor = QTextCursor(self._text())
        self._cursor.setPosition(self._position_at(event.position()))
        self._cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_all()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self._copy)
        copy.setEnabled(bool(self.selected_text()))
        menu.addAction(self.tr("Select all"), self._select_all)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self._cursor is not None:
            self._cursor = None
            self.update()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selected_text())

    def _select_all(self) -> None:
        self._cursor = QTextCursor(self._text())
        self._cursor.select(QTextCursor.SelectionType.Document)
        self.update()

    def _position_at(self, point: QPointF) -> int:
        inside = point - self.contentsRect().topLeft().toPointF()
        position = self._text().documentLayout().hitTest(inside, Qt.HitTestAccuracy.FuzzyHit)
        return max(position, 0)
