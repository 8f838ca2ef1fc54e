"""Printing: what is to stand on paper, how the pages will look, and a way out where there is no printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from desktop.app.files import safe_name
from desktop.model.errors import KlartextError
from desktop.rendering import paper
from desktop.rendering.sentences import Sentence
from desktop.ui import printing
from desktop.ui.announce import announce
from desktop.ui.fields import LabelledField
from desktop.ui.kit import Kit
from desktop.ui.paper.contents import checklist_content, lesson_content, result_content
from desktop.ui.paper.pages import Content
from desktop.ui.print_preview import Preview
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    CheckBox,
    ComboBox,
    Display,
    FlowRow,
    LinkButton,
    Muted,
    PrimaryButton,
    RadioButton,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    look,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.app.workspace import Workspace


class PrintScreen(Screen):
    """Choices on the left, the pages on the right; whoever goes back has printed nothing."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.page = ScrollPage(width=1000, top=28)
        self.frame.addWidget(self.page)
        column = self.page.column
        back = LinkButton(self.back_words(), icon=kit.icons.icon("arrow-left", "accent"))
        back.clicked.connect(self.back_wanted)
        column.addWidget(back)
        column.addSpacing(-4)
        self.title = Display(self.heading())
        column.addWidget(self.title)
        split = SplitRow(660, gap=28)
        split.row.addWidget(self._choices(), 38, Qt.AlignmentFlag.AlignTop)
        self.preview = Preview()
        split.row.addWidget(self.preview, 62)
        column.addWidget(split)
        column.addStretch(1)
        self.show_pages()

    # What a kind of paper says about itself --------------------------------------------------------------------

    def content(self) -> Content:
        """What is to be printed, as chosen."""
        raise NotImplementedError

    def back_words(self) -> str:
        """What the way back is called."""
        raise NotImplementedError

    def add_choices(self, column: QVBoxLayout) -> None:
        """Add what can be chosen beside the paper; nothing by default."""

    # Screen -----------------------------------------------------------------------------------------------------

    def first_focus(self) -> QWidget | None:
        return self.print_button if self.has_printer else self.pdf_button

    def _choices(self) -> QWidget:
        card = Card(margin=24, gap=14)
        self.add_choices(card.body)
        self.paper = ComboBox(self.tr("Paper"))
        for name in printing.PAPERS:
            self.paper.addItem(self.tr("US Letter") if name == "Letter" else name, name)
        self.paper.setCurrentIndex(self.paper.findData(printing.usual_paper()))
        self.paper.currentIndexChanged.connect(lambda _place: self.show_pages())
        card.body.addWidget(LabelledField(self.tr("&Paper"), self.paper))
        self.facts = Muted()
        card.body.addWidget(self.facts)
        card.body.addLayout(self._buttons())
        if not self.has_printer:
            card.body.addWidget(Muted(self.tr("No printer is set up on this device. A PDF can be printed anywhere.")))
        return card

    def _buttons(self) -> FlowRow:
        row = FlowRow(gap=8)
        self.has_printer = printing.has_printer()
        words = self.tr("Save as PDF …")
        if self.has_printer:
            self.print_button = PrimaryButton(self.tr("Print …"), self.kit.icons.icon("print", "on_accent"))
            self.print_button.clicked.connect(self.ask_printer)
            row.addWidget(self.print_button)
            self.pdf_button = SecondaryButton(words, self.kit.icons.icon("export", "accent"))
        else:
            self.pdf_button = PrimaryButton(words, self.kit.icons.icon("export", "on_accent"))
        self.pdf_button.clicked.connect(self._ask_where)
        row.addWidget(self.pdf_button)
        return row

    # Pages ------------------------------------------------------------------------------------------------------

    @property
    def paper_name(self) -> str:
        """The paper chosen: "A4" or "Letter"."""
        return str(self.paper.currentData())

    def show_pages(self) -> None:
        """Show the pages as they would be printed now."""
        layout = printing.page_layout(self.paper_name)
        pages = printing.pages_for(self.content(), layout)
        self.preview.show_pages(pages, layout)
        count = len(pages)
        words = self.tr("1 page, black on white") if count == 1 else self.tr("{count} pages, black on white")
        before, words = self.facts.words(), words.format(count=count)
        self.facts.set_words(words)
        if before and before != words:
            announce(self, words)

    # Deeds ------------------------------------------------------------------------------------------------------

    def ask_printer(self) -> None:
        """Let the system ask which printer, and print; without a yes nothing happens."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = printing.new_printer(self.content(), self.paper_name)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print, and say so; an error becomes a sentence."""
        try:
            printing.print_on(printer, self.content())
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.said.emit(Sentence(self.tr("Sent to the printer."), ""), "good")

    def save_to(self, target: Path) -> None:
        """Write the PDF and say where it lies; an error becomes a sentence."""
        try:
            path = printing.save_pdf(self.content(), self.paper_name, target)
        except KlartextError as error:
            self.failed.emit(error)
            return
        folder = self.tr("In the folder {folder}.").format(folder=path.parent)
        self.said.emit(Sentence(self.tr("Saved as {file}.").format(file=path.name), folder), "good")

    def proposed(self) -> Path:
        """Where a PDF would be saved if nobody chose another place."""
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = next((Path(place) for place in places if Path(place).is_dir()), Path.home())
        content = self.content()
        return folder / safe_name(content.title, ".pdf")

    def _ask_where(self) -> None:
        kind = self.tr("PDF files (*.pdf)")
        target, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(self.proposed()), kind)
        if target:
            self.save_to(Path(target))


class LessonPrintScreen(PrintScreen):
    """A lesson on paper, whole or its checklist alone; `part` is "lesson", "checklist", or empty for what fits."""

    def __init__(
        self,
        kit: Kit,
        workspace: Workspace,
        course_id: str,
        lesson_id: str,
        part: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._workspace = workspace
        self._outline = workspace.library.outline(course_id, kit.language)
        self._lesson = workspace.library.lesson(course_id, lesson_id, kit.language)
        self._tasks = paper.count_tasks(self._lesson.blocks)
        # The sheet is what one wants of a lesson that is one; of any other, the lesson.
        fits = "checklist" if paper.is_sheet(self._lesson) else "lesson"
        self._begin_with = part if part and self._tasks else fits
        super().__init__(kit, parent)

    def heading(self) -> str:
        return self.tr("Print: {title}").format(title=self._lesson.title)

    def back_words(self) -> str:
        return self.tr("Back")

    def add_choices(self, column: QVBoxLayout) -> None:
        if not self._tasks:
            return
        self.whole = RadioButton(self.tr("&Whole lesson"))
        self.list_only = RadioButton(self.tr("&Checklist only"))
        self.ticks = CheckBox(self.tr("Print my &ticks, too"))
        self._group = QButtonGroup(self)
        for button in (self.whole, self.list_only):
            self._group.addButton(button)
        (self.list_only if self._begin_with == "checklist" else self.whole).setChecked(True)
        column.addWidget(look(Text(self.tr("What shall stand on the paper?")), "strong"))
        for box in (self.whole, self.list_only, self.ticks):
            column.addWidget(box)
        self.list_only.toggled.connect(lambda _on: self.show_pages())
        self.ticks.toggled.connect(lambda _on: self.show_pages())

    def content(self) -> Content:
        list_only = bool(self._tasks) and self.list_only.isChecked()
        ticks = bool(self._tasks) and self.ticks.isChecked()
        make = checklist_content if list_only else lesson_content
        return make(self._workspace, self._outline, self._lesson, self.kit.language, ticks=ticks)


class ResultPrintScreen(PrintScreen):
    """The result of a self-assessment on paper."""

    def __init__(
        self, kit: Kit, workspace: Workspace, assessment_id: str, run_id: str = "", parent: QWidget | None = None
    ) -> None:
        """Raises NotPossible `assessment-result-gone`."""
        self._result = workspace.assessments.result(assessment_id, kit.language, run_id)
        super().__init__(kit, parent)

    def heading(self) -> str:
        return self.tr("Print: {title}").format(title=self._result.assessment.title)

    def back_words(self) -> str:
        return self.tr("Back")

    def content(self) -> Content:
        return result_content(self._result)
