"""Personal checklists that remember their ticks."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.course import Checklist, Task
from desktop.model.errors import KlartextError
from desktop.ui.blocks.context import BlockContext
from desktop.ui.text.rich_text import RichText
from desktop.ui.widgets import Card, CheckBox


class _TaskWords(RichText):
    """The words of a task; a click on them ticks the box, dragging over them selects."""

    def __init__(self, task: Task, box: CheckBox, context: BlockContext) -> None:
        super().__init__(task.text, notes=context.notes, known_terms=context.known_terms)
        self.linkActivated.connect(context.open_link)
        context.register(task.text, self)
        self._box = box
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.selected_text():
            self._box.click()


class ChecklistBlock(Card):
    """The tasks below each other; a tick that cannot be kept is taken back."""

    def __init__(self, block: Checklist, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=16, gap=10)
        self._context = context
        self.boxes: dict[str, CheckBox] = {}
        for task in block.tasks:
            self.body.addLayout(self._row(task))

    def _row(self, task: Task) -> QHBoxLayout:
        box = CheckBox()
        box.setAccessibleName(task.text.plain)
        box.setChecked(task.id in self._context.ticks)
        box.toggled.connect(lambda on: self._keep(task, on))
        self.boxes[task.id] = box
        row = QHBoxLayout()
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(_TaskWords(task, box, self._context))
        row.addLayout(column, 1)
        return row

    def _keep(self, task: Task, on: bool) -> None:
        try:
            self._context.tick(task.id, on)
        except KlartextError as error:
            blocker = QSignalBlocker(self.boxes[task.id])
            self.boxes[task.id].setChecked(not on)
            blocker.unblock()
            self._context.failed(error)
