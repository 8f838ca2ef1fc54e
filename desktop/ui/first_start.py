"""The first start: a page with language, name, look and what is stored where, and a question: which role one has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.model.errors import KlartextError
from desktop.model.learner import ThemeName
from desktop.ui import path_words
from desktop.ui.announce import announce
from desktop.ui.arrivals import Arrivals
from desktop.ui.fields import LONGEST_NAME, LabelledField, LanguageField, TextSizeField, ThemeField, name_fault
from desktop.ui.kit import Kit
from desktop.ui.role_field import RoleList
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    Display,
    FlowGrid,
    IconLabel,
    Muted,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SplitRow,
    Text,
    Wordmark,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace


@dataclass(frozen=True)
class Typed:
    """What was entered so far, kept while the page is made anew in another language."""

    name: str
    personnel_ref: str
    theme: ThemeName
    scale: int
    role: str = ""


class FirstStart(Screen):
    """Asks for the name, offers the rest, then asks for the role, unless the employer has chosen it.

    Enter is enough on both pages. `completed` follows once all is kept; before that nothing is.
    """

    def __init__(self, kit: Kit, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._people = workspace.people
        self._paths = workspace.paths
        self._role = ""
        self.roles: RoleList | None = None
        settings = workspace.people.settings()
        self._pages = QStackedWidget()
        self.frame.addWidget(self._pages)
        page = ScrollPage(width=1000, top=56)
        self._pages.addWidget(page)
        split = SplitRow(820, gap=56)
        page.column.addWidget(split)
        page.column.addStretch(1)
        self._language = LanguageField(kit.language)
        self._language.language_chosen.connect(self.language_chosen)
        self._theme = ThemeField(settings.theme)
        self._size = TextSizeField(settings.text_scale)
        self.arrivals = Arrivals(kit, workspace)
        self.arrivals.exchanged.connect(self.data_exchanged)
        self.arrivals.person_wanted.connect(self.person_wanted)
        self.arrivals.said.connect(self.said)
        self.arrivals.failed.connect(self.failed)
        split.row.addWidget(self._welcome(), 4)
        split.row.addWidget(self._form(), 5)
        self._theme.theme_chosen.connect(self._show_look)
        self._size.size_chosen.connect(self._show_look)

    def heading(self) -> str:
        return self.tr("Welcome")

    def first_focus(self) -> QWidget | None:
        return self.name

    def typed(self) -> Typed:
        """What was entered so far."""
        role = self.roles.role() if self.roles is not None else self._role
        return Typed(self.name.text(), self.personnel_ref.text(), self._theme.theme(), self._size.scale(), role)

    def type_again(self, typed: Typed) -> None:
        """Enter again what was typed before."""
        self.name.setText(typed.name)
        self.personnel_ref.setText(typed.personnel_ref)
        self._theme.setCurrentIndex(self._theme.findData(typed.theme))
        self._size.slider.setValue(typed.scale // 10)
        self._role = typed.role

    def name_fault(self) -> str:
        """What is said to be wrong with the name now."""
        return self._name_field.fault()

    def submit(self) -> None:
        """Check the name; a fault is said beside the field. Then ask for the role, or keep everything."""
        fault = name_fault(self.name.text())
        self._name_field.show_fault(fault)
        if fault:
            self.show_name()
            announce(self.name, fault, urgent=True)
        elif self.roles is None and not self._paths.given:
            self._ask_role()
        else:
            self._keep()

    def show_name(self) -> None:
        """Go back to the first page; the role chosen stays chosen."""
        if self.roles is not None:
            self._role = self.roles.role()
            asked = self._pages.widget(1)
            self._pages.removeWidget(asked)
            asked.hide()
            asked.deleteLater()
            self.roles = None
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        settings = replace(
            self._people.settings(),
            language=self.kit.language,
            theme=self._theme.theme(),
            text_scale=self._size.scale(),
        )
        role = self.roles.role() if self.roles is not None else ""
        try:
            self._people.set_up(self.name.text(), settings, self.personnel_ref.text(), role)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.completed.emit()

    def _ask_role(self) -> None:
        """The second page: what applies to you?"""
        page = ScrollPage(width=640, top=24)
        question = self.tr("What applies to you?")
        page.column.addWidget(Display(question))
        words = self.tr("The overview will show the path that fits. All courses stay open, and settings can change it.")
        page.column.addWidget(look(Text(words), "lead"))
        card = Card(margin=24)
        self.roles = RoleList(self._role)
        self.roles.setAccessibleName(question)
        self.roles.entered.connect(self.submit)
        card.body.addWidget(self.roles)
        page.column.addWidget(card)
        row = QHBoxLayout()
        back = QuietButton(self.tr("Back"), self.kit.icons.icon("arrow-left", "muted"))
        back.clicked.connect(self.show_name)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._start_button(self.tr("Let’s go")))
        page.column.addLayout(row)
        page.column.addStretch(1)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.roles.chosen().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, question)

    def _start_button(self, words: str) -> PrimaryButton:
        start = PrimaryButton(words, self.kit.icons.icon("enter", "on_accent"), trailing=True)
        start.clicked.connect(self.submit)
        return start

    def _welcome(self) -> QWidget:
        holder, column = _column(16)
        column.addWidget(Wordmark())
        column.addSpacing(24)
        column.addWidget(Display(self.tr("Speak about your work with confidence")))
        words = self.tr(
            "Short courses about what you say in public, each with a test and a certificate. Give your name, and start."
        )
        column.addWidget(look(Text(words), "lead"))
        column.addSpacing(16)
        column.addWidget(self._storage())
        column.addWidget(self.arrivals)
        column.addStretch(1)
        return holder

    def _form(self) -> QWidget:
        holder, column = _column(16)
        column.addWidget(self._person())
        column.addWidget(self._look())
        given = self._paths.given
        if given:
            column.addWidget(self._given())
        start = self._start_button(self.tr("Let’s go") if given else self.tr("Continue"))
        column.addSpacing(4)
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        column.addStretch(1)
        return holder

    def _person(self) -> QWidget:
        card = Card(margin=24, gap=18)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME * 2)
        self.name.returnPressed.connect(self.submit)
        self._name_field = LabelledField(
            self.tr("Your &name"), self.name, self.tr("As it shall stand on your certificates.")
        )
        self.name.textEdited.connect(lambda _text: self._name_field.show_fault(""))
        card.body.addWidget(self._name_field)
        self.personnel_ref = QLineEdit()
        self.personnel_ref.setMaxLength(60)
        self.personnel_ref.returnPressed.connect(self.submit)
        hint = self.tr("Only if HR gave you one. It goes into the certificate so that HR can match it.")
        card.body.addWidget(LabelledField(self.tr("Personnel &reference (optional)"), self.personnel_ref, hint))
        return card

    def _given(self) -> QWidget:
        """What the employer has chosen, instead of the question."""
        words = self.tr("Your employer has chosen the path for this device: “{role}”.")
        title = self._paths.roles(self.kit.language)[self._paths.role]
        return Muted(words.format(role=title or path_words.role(self._paths.role)[0]))

    def _look(self) -> QWidget:
        card = Card(margin=24, gap=18)
        grid = FlowGrid(min_card=200, max_columns=2, gap=18)
        grid.addWidget(LabelledField(self.tr("&Language"), self._language))
        grid.addWidget(LabelledField(self.tr("&Appearance"), self._theme))
        card.body.addLayout(grid)
        card.body.addWidget(LabelledField(self.tr("&Text size"), self._size))
        return card

    def _storage(self) -> QWidget:
        card = Card(name="well", gap=4)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconLabel(self.kit.icons.icon("lock", "accent"), 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(look(Text(self.tr("Everything stays on this device")), "strong"))
        words.addWidget(
            Text(
                self.tr(
                    "Name, progress, answers and certificates are kept in one folder. "
                    "Klartext opens no connection; nobody sees your answers."
                )
            )
        )
        words.addWidget(Muted(str(self._people.data_folder)))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _show_look(self) -> None:
        self.look_chosen.emit(self._theme.theme(), self._size.scale())


def _column(gap: int) -> tuple[QWidget, QVBoxLayout]:
    """A plain column whose height follows from its width."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return holder, column
