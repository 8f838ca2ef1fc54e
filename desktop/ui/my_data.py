"""My data: what is kept in words and figures, taken along, brought here, deleted for good, backed up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from desktop.model.errors import KlartextError
from desktop.model.my_data import Backup, Brought, CourseKept
from desktop.rendering.sentences import Sentence
from desktop.ui import my_data_words as words
from desktop.ui.kit import Kit
from desktop.ui.my_data_parts import Confirm, figure, row
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowGrid,
    FlowRow,
    Heading,
    LinkButton,
    Muted,
    PrimaryButton,
    Rule,
    ScrollPage,
    SecondaryButton,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class MyDataScreen(Screen):
    """Every part does one thing; whatever cannot be taken back asks once more in its own place.

    data_exchanged   other data than before are kept: the window reads everything anew
    data_deleted     nothing is kept any more: the window begins from the start
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        self._data = workspace.my_data
        self._kept = self._data.summary(kit.language)
        self.page = ScrollPage(width=760)
        self.frame.addWidget(self.page)
        column = self.page.column
        back = LinkButton(self.tr("Settings"), icon=kit.icons.icon("arrow-left", "accent"))
        back.clicked.connect(self.settings_wanted)
        column.addWidget(back)
        column.addSpacing(-4)
        column.addWidget(Display(self.heading()))
        column.addWidget(look(Text(self.tr("Everything lies on this device. You decide what becomes of it.")), "lead"))
        contact = workspace.policy.privacy_contact
        if contact:
            words = self.tr("In your company, questions about data protection go to {contact}.")
            column.addWidget(Muted(words.format(contact=contact)))
        for title, part in (
            (self.tr("What is kept"), self._figures()),
            (self.tr("Take along and bring here"), self._transfer()),
            (self.tr("Backups"), self._backups()),
            (self.tr("What HR sees"), self._hr()),
            (self.tr("Delete"), self._deletion()),
        ):
            column.addSpacing(8)
            column.addWidget(Heading(title))
            column.addWidget(part)
        column.addStretch(1)

    def heading(self) -> str:
        return self.tr("My data")

    def first_focus(self) -> QWidget | None:
        return self.export_button

    # What is kept -----------------------------------------------------------------------------------------------

    def _figures(self) -> QWidget:
        kept, card = self._kept, Card(margin=24, gap=16)
        name = kept.learner.name if kept.learner else ""
        settings = self.tr("Kept besides these: your name ({name}) and your settings. On the disk: {size}.")
        grid = FlowGrid(min_card=140, max_columns=4, gap=16)
        for count, label in words.figure_words(kept.figures):
            grid.addWidget(figure(count, label))
        card.body.addLayout(grid)
        card.body.addWidget(Muted(settings.format(name=name, size=words.size(kept.size))))
        return card

    # Take along, bring here -------------------------------------------------------------------------------------

    def _transfer(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(
            Text(
                self.tr(
                    "One zip file with everything: a report to read, your certificates, and the data for programs. "
                    "It is not encrypted; keep it where only you can get at it."
                )
            )
        )
        buttons = FlowRow(gap=8)
        self.export_button = PrimaryButton(
            self.tr("Take everything along …"), self.kit.icons.icon("export", "on_accent")
        )
        self.export_button.clicked.connect(self._ask_where)
        self.import_button = SecondaryButton(self.tr("Bring data here …"), self.kit.icons.icon("folder", "accent"))
        self.import_button.clicked.connect(self._ask_which)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.import_button)
        card.body.addLayout(buttons)
        self._import_place = QVBoxLayout()
        card.body.addLayout(self._import_place)
        card.body.addWidget(Rule())
        card.body.addWidget(
            Muted(
                self.tr(
                    "The key with which this device seals certificates stays here: HR knows the device by it. Another "
                    "laptop makes a key of its own; certificates from here stay valid there."
                )
            )
        )
        return card

    def export_to(self, target: Path) -> None:
        """Write the zip and say where it lies; an error becomes a sentence."""
        try:
            path = self._data.export(target, self.kit.language)
        except KlartextError as error:
            self.failed.emit(error)
            return
        text = self.tr("Saved as {file}.").format(file=path.name)
        self.said.emit(Sentence(text, self.tr("In the folder {folder}.").format(folder=path.parent)), "good")

    def preview(self, path: Path) -> None:
        """Show what a zip would change, and ask; nothing has changed yet."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = self._data.preview_import(path)
        except KlartextError as error:
            self.failed.emit(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        lines = words.brought(found)
        if not found.anything:
            self.said.emit(
                Sentence(self.tr("All of it is here already. Nothing would change."), " ".join(lines)), "note"
            )
            return
        title = self.tr("From {name}, made on {day}").format(
            name=found.name or self.tr("someone without a name"), day=words.moment(found.made)
        )
        self._ask(
            self._import_place,
            Confirm(title, lines, self.tr("Bring it in"), tone="soft-card"),
            lambda: self._bring(path),
            self.import_button,
        )

    def _bring(self, path: Path) -> None:
        def act() -> Sentence:
            done: Brought = self._data.import_(path)
            return Sentence(self.tr("Brought in."), " ".join((*words.brought(done)[:1], self._undo_hint())))

        self._exchange(act)

    # Backups ----------------------------------------------------------------------------------------------------

    def _backups(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(
            Text(
                self.tr(
                    "Klartext makes one a day and keeps the last seven days and the last four weeks, on this device "
                    "only. They hold what you did and answered; certificate files are not copied."
                )
            )
        )
        found = self._data.backups()
        undoable = self._data.undoable()
        if undoable is not None:
            self.undo_button = SecondaryButton(self.tr("Undo the last change"), self.kit.icons.icon("retry", "accent"))
            self.undo_button.setAccessibleDescription(words.backup_title(undoable))
            self.undo_button.clicked.connect(self.undo)
            card.body.addWidget(self.undo_button)
        if not found:
            card.body.addWidget(Muted(self.tr("There is none yet. The first is made when you close Klartext.")))
        for backup in found:
            card.body.addWidget(Rule())
            card.body.addWidget(self._backup(backup))
        return card

    def _backup(self, backup: Backup) -> QWidget:
        title = words.backup_title(backup)
        button = SecondaryButton(self.tr("Restore"))
        button.setAccessibleName(self.tr("Restore: {backup}").format(backup=title))
        button.clicked.connect(lambda: self.restore(backup))
        return row(title, words.figures_line(backup.figures), button)

    def restore(self, backup: Backup) -> None:
        """Go back to a backup at once; the state before is kept, so that it can be undone."""

        def act() -> Sentence:
            self._data.restore(backup)
            day = words.moment(backup.made)
            return Sentence(self.tr("Restored: the state of {day}.").format(day=day), self._undo_hint())

        self._exchange(act)

    def undo(self) -> None:
        """Go back to the state before the last restoring or bringing in."""

        def act() -> Sentence:
            self._data.undo()
            return Sentence(self.tr("Undone."), self._undo_hint())

        self._exchange(act)

    def _undo_hint(self) -> str:
        return self.tr("To take this back, choose “Undo the last change” under “Backups”.")

    # What HR sees -----------------------------------------------------------------------------------------------

    def _hr(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(
            Text(
                self.tr(
                    "Only what stands on a certificate that you hand over yourself. Answers, scores, attempts, "
                    "simulations and self-assessments never leave this device unless you take them along."
                )
            )
        )
        link = LinkButton(self.tr("Look at the certificates"))
        link.clicked.connect(self.certificates_wanted)
        card.body.addWidget(link)
        return card

    # Deleting ---------------------------------------------------------------------------------------------------

    def _deletion(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(
            Text(
                self.tr(
                    "Klartext deletes from all its files, backups included, and cannot bring it back. As with every "
                    "program, experts may recover deleted files from a drive; only an encrypted drive prevents that."
                )
            )
        )
        for course in self._kept.courses:
            card.body.addWidget(Rule())
            card.body.addWidget(self._course(course))
        card.body.addWidget(Rule())
        self.delete_all_button = LinkButton(self.tr("Delete everything …"), tone="risk")
        place = QVBoxLayout()
        self.delete_all_button.clicked.connect(lambda: self._ask_all(place))
        card.body.addWidget(self.delete_all_button)
        card.body.addLayout(place)
        return card

    def _course(self, course: CourseKept) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        button = LinkButton(self.tr("Delete …"), tone="risk")
        button.setAccessibleName(self.tr("Delete the data of {course}").format(course=course.title))
        column.addWidget(row(course.title, words.course_line(course), button))
        place = QVBoxLayout()
        column.addLayout(place)
        button.clicked.connect(lambda: self._ask_course(course, place, button))
        return holder

    def _ask_course(self, course: CourseKept, place: QVBoxLayout, button: QWidget) -> None:
        title = self.tr("Delete what is kept of “{course}”?").format(course=course.title)
        lines = [
            words.course_line(course),
            self.tr("Certificates are deleted with it. A copy that you have handed over stays valid."),
        ]
        confirm = Confirm(title, lines, self.tr("Delete for good"), tone="risk")

        def act() -> Sentence:
            self._data.delete_course(course.course_id)
            return Sentence(self.tr("Deleted: {course}.").format(course=course.title))

        self._ask(place, confirm, lambda: self._exchange(act), button)

    def _ask_all(self, place: QVBoxLayout) -> None:
        lines = [
            words.figures_line(self._kept.figures),
            self.tr("Name, settings, backups and the key of this device go as well. Klartext then begins anew."),
        ]
        if self._workspace.profiles.others(self._workspace.people.data_folder):
            lines.append(self.tr("What is kept of other people on this laptop stays untouched."))
        confirm = Confirm(self.tr("Delete everything?"), lines, self.tr("Delete everything for good"), tone="risk")
        self._ask(place, confirm, self._delete_all, self.delete_all_button)

    def _delete_all(self) -> None:
        try:
            self._data.delete_all()
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.data_deleted.emit()

    # What the parts share ---------------------------------------------------------------------------------------

    def _ask(self, place: QVBoxLayout, confirm: Confirm, act: object, origin: QWidget) -> None:
        """Put a question below what it is about, once, with the keyboard on its harmless answer."""
        while (item := place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        confirm.accepted.connect(act)
        confirm.cancelled.connect(confirm.hide)
        confirm.cancelled.connect(lambda: origin.setFocus(Qt.FocusReason.OtherFocusReason))
        place.addWidget(confirm)
        confirm.speak()
        self.page.ensureWidgetVisible(confirm)

    def _exchange(self, act: object) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            sentence = act()  # type: ignore[operator]
        except KlartextError as error:
            self.failed.emit(error)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.data_exchanged.emit(sentence)

    def _ask_where(self) -> None:
        name = str(Path.home() / self._data.proposed_name())
        kind = self.tr("Zip files (*.zip)")
        target, _filter = QFileDialog.getSaveFileName(self, self.tr("Take everything along"), name, kind)
        if target:
            self.export_to(Path(target))

    def _ask_which(self) -> None:
        kind = self.tr("Zip files (*.zip)")
        path, _filter = QFileDialog.getOpenFileName(self, self.tr("Bring data here"), str(Path.home()), kind)
        if path:
            self.preview(Path(path))
