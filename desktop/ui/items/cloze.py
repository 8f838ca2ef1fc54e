"""Cloze: a text whose gaps are real fields, laid over blank places that wrap with the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, QUrl
from PySide6.QtGui import QPixmap, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.app.views import Arranged, Graded
from desktop.model.quiz import ClozeItem, Response
from desktop.model.text import EMPTY, Rich
from desktop.ui.icons import Icons
from desktop.ui.items.area import AnswerArea
from desktop.ui.items.fields import DropDown
from desktop.ui.items.mark_line import MarkLine
from desktop.ui.text.rich_text import RichText
from desktop.ui.text.words import inline, lead_in, plain_text
from desktop.ui.theme import scaled
from desktop.ui.widgets import look

_LEAST_LETTERS, _MOST_LETTERS = 10, 26
_ROOM_IN_FIELD = 46
"""Pixels of a field that are not words: borders, padding, the drop-down's arrow."""


class _GapText(RichText):
    """The text with a blank of the fields' size at every gap; the fields are its children and follow the wrapping."""

    def __init__(self, segments: tuple[Rich, ...], fields: list[QWidget], letters: int, parent: QWidget) -> None:
        self._fields = fields
        self._letters = letters
        self._segments = segments
        super().__init__(EMPTY, parent, line_height=2.75)
        for field in fields:
            field.setParent(self)
        self._write(self._field_size(10_000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._write(self._field_size(self.width()))
        super().resizeEvent(event)
        self._place_fields()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write(self._field_size(max(self.width(), 1)))
            self._place_fields()

    def heightForWidth(self, width: int) -> int:
        self._write(self._field_size(width))
        return super().heightForWidth(width)

    def _field_size(self, width: int) -> QSize:
        metrics = self.fontMetrics()
        wish = metrics.averageCharWidth() * self._letters + _ROOM_IN_FIELD
        height = max((field.sizeHint().height() for field in self._fields), default=metrics.height())
        return QSize(min(wish, width), height)

    def _write(self, size: QSize) -> None:
        if getattr(self, "_written", None) == size:
            return
        self._written = size
        blank = f'<img src="gap:" width="{size.width()}" height="{size.height()}" style="vertical-align: middle">'
        words = blank.join(inline(segment) for segment in self._segments)
        self.set_rich(Rich(f"<p>{words}</p>", " … ".join(segment.plain for segment in self._segments)))

    def _dress(self, document: QTextDocument) -> None:
        nothing = QPixmap(1, 1)
        nothing.fill("transparent")
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("gap:"), nothing)

    def _place_fields(self) -> None:
        for field, box in zip(self._fields, self.boxes_of("\ufffc"), strict=True):
            # A little above the middle of the line, where the middle of its small letters is.
            middle = box.center() - QPoint(0, scaled(2))
            frame = box
            frame.setSize(self._written)
            frame.moveCenter(middle)
            field.setGeometry(frame)


class ClozeArea(AnswerArea):
    """The text with its fields; every gap has the same width, so that the width tells nothing."""

    def __init__(self, item: ClozeItem, arranged: Arranged, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.fields: list[QLineEdit | DropDown] = []
        for number, choices in enumerate(arranged.choices, 1):
            self.fields.append(self._field(number, len(item.gaps), choices))
        words = [w for gap in item.gaps for w in (*gap.accepted, *gap.choices)]
        letters = min(max(_LEAST_LETTERS, *(len(w) for w in words)), _MOST_LETTERS)
        self.text = _GapText(item.segments, list(self.fields), letters, self)
        column.addWidget(self.text)
        self.lines = [MarkLine(icons) for _ in item.gaps]
        for line in self.lines:
            column.addWidget(line)

    def response(self) -> Response | None:
        given = tuple(_words(field) for field in self.fields)
        return given if all(given) else None

    def restore(self, response: Response) -> None:
        for field, words in zip(self.fields, response, strict=False):
            if isinstance(field, DropDown):
                field.choose(words)
            else:
                field.setText(words)

    def lock(self) -> None:
        super().lock()
        for field in self.fields:
            if isinstance(field, DropDown):
                field.setEnabled(False)
            else:
                field.setReadOnly(True)

    def mark(self, graded: Graded) -> None:
        for number, (field, line, part) in enumerate(zip(self.fields, self.lines, graded.parts, strict=True), 1):
            gap = self.tr("Gap {number}:").format(number=number)
            verdict = self.tr("Correct.") if part.right else self.tr("Not quite.")
            more = (
                EMPTY
                if part.right
                else plain_text(self.tr("This belongs here: {answer}.").format(answer=part.solution))
            )
            line.say(part.right, lead_in(f"{gap} {verdict}", more))
            look(field, "gap", "right" if part.right else "wrong")

    def clear(self) -> None:
        self.locked = False
        for field, line in zip(self.fields, self.lines, strict=True):
            line.hide()
            look(field, "gap", "")
            if isinstance(field, DropDown):
                field.setEnabled(True)
                field.setCurrentIndex(-1)
            else:
                field.setReadOnly(False)
                field.clear()

    def first_control(self) -> QWidget:
        return next((field for field in self.fields if not _words(field)), self.fields[0])

    def _field(self, number: int, of: int, choices: tuple[str, ...]) -> QLineEdit | DropDown:
        field: QLineEdit | DropDown
        if choices:
            field = DropDown(choices, self.tr("Choose …"))
            field.currentIndexChanged.connect(lambda _place: self.changed.emit())
        else:
            field = QLineEdit()
            field.textEdited.connect(lambda _text: self.changed.emit())
        field.setAccessibleName(self.tr("Gap {number} of {count}").format(number=number, count=of))
        return look(field, "gap", "")


def _words(field: QLineEdit | DropDown) -> str:
    return field.currentText() if isinstance(field, DropDown) else field.text().strip()
