"""Settings: how it looks and speaks, who learns here, where the data lie, what this is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop import __version__
from desktop.model.errors import KlartextError
from desktop.model.learner import Learner, Settings
from desktop.rendering.sentences import Sentence
from desktop.ui import path_words
from desktop.ui.announce import announce
from desktop.ui.fields import LONGEST_NAME, LabelledField, LanguageField, TextSizeField, ThemeField, name_fault
from desktop.ui.kit import Kit
from desktop.ui.licences import LICENCES
from desktop.ui.role_field import RoleField
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    CheckBox,
    Display,
    FlowGrid,
    FlowRow,
    Heading,
    Muted,
    PrimaryButton,
    QuietButton,
    Rule,
    ScrollPage,
    SecondaryButton,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


class SettingsScreen(Screen):
    """Every change is kept at once, but the name, which has a button of its own."""

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._workspace = workspace
        self._people = workspace.people
        page = ScrollPage(width=720)
        self.frame.addWidget(page)
        column = page.column
        column.addWidget(Display(self.heading()))
        for title, card in (
            (self.tr("Display"), self._look()),
            (self.tr("You"), self._person()),
            *self._employer(),
            (self.tr("Your data"), self._data()),
            (self.tr("About Klartext"), self._about()),
        ):
            column.addSpacing(4)
            column.addWidget(Heading(title))
            column.addWidget(card)
        column.addStretch(1)

    def _employer(self) -> tuple[tuple[str, QWidget], ...]:
        """What the company lays down; nothing where it lays down nothing."""
        if self._workspace.policy.source is None:
            return ()
        from desktop.ui.employer import EmployerCard

        return ((self.tr("Your company's rules"), EmployerCard(self.kit, self._workspace)),)

    def heading(self) -> str:
        return self.tr("Settings")

    def first_focus(self) -> QWidget | None:
        return self.language

    def _look(self) -> QWidget:
        settings = self._people.settings()
        card = Card(margin=24, gap=18)
        grid = FlowGrid(min_card=250, max_columns=2, gap=18)
        self.language = LanguageField(self.kit.language)
        self.language.language_chosen.connect(lambda language: self._keep(language=language))
        grid.addWidget(LabelledField(self.tr("&Language"), self.language))
        self.theme = ThemeField(settings.theme)
        self.theme.theme_chosen.connect(lambda theme: self._keep(theme=theme))
        grid.addWidget(LabelledField(self.tr("&Appearance"), self.theme))
        card.body.addLayout(grid)
        self.text_size = TextSizeField(settings.text_scale)
        self.text_size.size_chosen.connect(lambda scale: self._keep(text_scale=scale))
        card.body.addWidget(LabelledField(self.tr("&Text size"), self.text_size))
        self.motion = CheckBox(self.tr("&Movement, such as gently opening parts"))
        self.motion.setChecked(settings.motion)
        self.motion.toggled.connect(lambda on: self._keep(motion=on))
        card.body.addWidget(self.motion)
        return card

    def _person(self) -> QWidget:
        learner = self._people.learner() or Learner("")
        card = Card(margin=24, gap=18)
        self.name = QLineEdit(learner.name)
        self.name.setMaxLength(LONGEST_NAME * 2)
        hint = self.tr("For certificates to come. Those already issued stay as they are.")
        self._name_field = LabelledField(self.tr("&Name on the certificate"), self.name, hint)
        self.personnel_ref = QLineEdit(learner.personnel_ref)
        self.personnel_ref.setMaxLength(60)
        self._save = PrimaryButton(self.tr("Save name"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self.save_name)
        for line in (self.name, self.personnel_ref):
            line.textEdited.connect(self._name_edited)
            line.returnPressed.connect(self.save_name)
        card.body.addWidget(self._name_field)
        card.body.addWidget(LabelledField(self.tr("Personnel &reference (optional)"), self.personnel_ref))
        card.body.addWidget(self._save)
        card.body.addWidget(Rule())
        card.body.addWidget(self._role())
        return card

    def _role(self) -> QWidget:
        """Whose way home shows; where the employer has chosen it, that is said."""
        paths = self._workspace.paths
        if paths.given:
            title = paths.roles(self.kit.language)[paths.role] or path_words.role(paths.role)[0]
            words = self.tr("Your employer has chosen the path for this device: “{role}”.").format(role=title)
            return Text(words)
        self.role = RoleField(paths.role)
        self.role.role_chosen.connect(self._choose_role)
        hint = self.tr("It decides which path the overview shows. What you have learned stays as it is.")
        return LabelledField(self.tr("&What applies to you"), self.role, hint)

    def _choose_role(self, role: str) -> None:
        try:
            self._people.choose_role(role)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.said.emit(Sentence(self.tr("Saved. The overview now shows the path that fits.")), "good")

    def save_name(self) -> None:
        """Keep name and reference, or say beside the field what is wrong."""
        fault = name_fault(self.name.text())
        self._name_field.show_fault(fault)
        if fault:
            announce(self.name, fault, urgent=True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            learner = self._people.rename(self.name.text(), self.personnel_ref.text())
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._save.setEnabled(False)
        self.name.setText(learner.name)
        self.person_changed.emit()
        self.said.emit(Sentence(self.tr("Saved. New certificates will name {name}.").format(name=learner.name)), "good")

    def _name_edited(self) -> None:
        self._name_field.show_fault("")
        learner = self._people.learner() or Learner("")
        typed = (self.name.text().strip(), self.personnel_ref.text().strip())
        self._save.setEnabled(typed != (learner.name, learner.personnel_ref))

    def _data(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(
            Text(self.tr("Name, progress, answers and certificates lie in this folder and nowhere else:"))
        )
        card.body.addWidget(look(Text(str(self._people.data_folder)), "strong"))
        row = FlowRow(gap=8)
        button = SecondaryButton(self.tr("Open the folder"), self.kit.icons.icon("folder", "accent"))
        button.clicked.connect(self._open_folder)
        self.my_data_button = PrimaryButton(self.tr("See, take along or delete my data"))
        self.my_data_button.clicked.connect(self.my_data_wanted)
        row.addWidget(self.my_data_button)
        row.addWidget(button)
        card.body.addLayout(row)
        card.body.addWidget(Rule())
        card.body.addWidget(
            Text(self.tr("This device seals your certificates with a key of its own. The key’s fingerprint:"))
        )
        self._fingerprint = look(QLabel("…"), "strong")
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self._fingerprint)
        card.body.addWidget(Muted(self.tr("If you lose this folder, the key is lost with it; issued PDFs stay valid.")))
        # The key needs the cryptography library, which is loaded after the page is on screen.
        QTimer.singleShot(0, self, self._show_fingerprint)
        return card

    def _about(self) -> QWidget:
        card = Card(margin=24, gap=12)
        card.body.addWidget(Text(self.tr("Klartext {version}").format(version=__version__)))
        card.body.addWidget(Muted(self.tr("Works offline. Opens no connection, collects nothing.")))
        card.body.addWidget(Muted(self.tr("Sends no notifications. What is due waits under “Refresh” until you come.")))
        self._licences = QWidget()
        column = QVBoxLayout(self._licences)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, licence in LICENCES:
            column.addWidget(Muted(f"{name}: {licence}"))
        self._licences.hide()
        button = QuietButton(self.tr("Show licences"), self.kit.icons.icon("chevron-down", "muted"))
        button.clicked.connect(lambda: self._toggle_licences(button))
        card.body.addWidget(button)
        card.body.addWidget(self._licences)
        return card

    def _toggle_licences(self, button: QuietButton) -> None:
        shown = self._licences.isHidden()
        self._licences.setVisible(shown)
        button.setText(self.tr("Hide licences") if shown else self.tr("Show licences"))

    def _show_fingerprint(self) -> None:
        try:
            words = self._workspace.certificates.fingerprint()
        except KlartextError as error:
            self.failed.emit(error)
            return
        self._fingerprint.setText(words)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._people.data_folder))):
            text = self.tr("No program on this device opens it.")
            self.said.emit(
                Sentence(text, self.tr("It lies here: {path}").format(path=self._people.data_folder)), "note"
            )

    def _keep(self, **changes: object) -> None:
        try:
            settings: Settings = self._people.change_settings(replace(self._people.settings(), **changes))
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.settings_changed.emit(settings)
