"""Who comes with data, or has some here already: other ways through the first start than giving a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence
from desktop.ui.kit import Kit
from desktop.ui.widgets import FlowRow, LinkButton, Muted

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.model.my_data import Brought

_MOST = 6
"""People offered by name; where more learn on one laptop, the list from the keyboard has them all."""


class Arrivals(QWidget):
    """Offers data from another laptop, and the seat to people who learn on this one already.

    exchanged       data were brought in: a Sentence
    person_wanted   the folder of the person who shall sit here
    said            a Sentence and a tone
    failed          an exception
    """

    exchanged = Signal(object)
    person_wanted = Signal(object)
    said = Signal(object, str)
    failed = Signal(object)

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.bring_button = LinkButton(
            self.tr("Bring data from another laptop …"), icon=kit.icons.icon("folder", "accent")
        )
        self.bring_button.clicked.connect(self._ask_which)
        column.addWidget(self.bring_button)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        others = workspace.profiles.others(workspace.people.data_folder)
        if others:
            column.addWidget(Muted(self.tr("On this laptop already:")))
            row = FlowRow(gap=8)
            for person in others[:_MOST]:
                name = person.name or self.tr("Name unknown")
                button = LinkButton(name, icon=kit.icons.icon("person", "accent"))
                button.setAccessibleName(self.tr("Go on as {name}").format(name=name))
                button.clicked.connect(lambda _=False, folder=person.folder: self.person_wanted.emit(folder))
                row.addWidget(button)
            column.addLayout(row)

    def preview(self, path: Path) -> None:
        """Show what is in a zip and ask; nothing has changed yet."""
        from desktop.ui import my_data_words as words
        from desktop.ui.my_data_parts import Confirm

        try:
            found = self._busy(lambda: self._workspace.my_data.preview_import(path))
        except KlartextError as error:
            self.failed.emit(error)
            return
        if not found.anything:
            self.said.emit(Sentence(self.tr("There is nothing in that file that could be brought in."), ""), "note")
            return
        while (item := self._place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        title = self.tr("Go on as {name}, as of {day}?").format(
            name=found.name or self.tr("someone without a name"), day=words.moment(found.made)
        )
        confirm = Confirm(title, words.brought(found)[:1], self.tr("Bring it in"), tone="soft-card")
        confirm.accepted.connect(lambda: self._bring(path))
        confirm.cancelled.connect(confirm.hide)
        confirm.cancelled.connect(lambda: self.bring_button.setFocus(Qt.FocusReason.OtherFocusReason))
        self._place.addWidget(confirm)
        confirm.speak()
        # Once it has its size: in a low window it stands below what is in view.
        QTimer.singleShot(0, confirm, lambda: self._reveal(confirm))

    def _reveal(self, confirm: QWidget) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(confirm)

    def _bring(self, path: Path) -> None:
        from desktop.ui import my_data_words as words

        try:
            done = self._busy(lambda: self._workspace.my_data.import_(path))
        except KlartextError as error:
            self.failed.emit(error)
            return
        hint = " ".join(words.brought(done)[:1])
        if self._workspace.people.learner() is None:
            self.said.emit(Sentence(self.tr("Brought in. Only your name is missing now."), hint), "good")
            return
        self.exchanged.emit(Sentence(self.tr("Brought in."), hint))

    def _busy(self, act: Callable[[], Brought]) -> Brought:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return act()
        finally:
            QApplication.restoreOverrideCursor()

    def _ask_which(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kind = self.tr("Zip files (*.zip)")
        path, _filter = QFileDialog.getOpenFileName(self, self.tr("Bring data here"), str(Path.home()), kind)
        if path:
            self.preview(Path(path))
