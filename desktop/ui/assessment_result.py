"""The result of a self-assessment: the profile as a chart and in words, lessons to open, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.app.assessments import AssessmentResult, DimensionScore, Recommended
from desktop.model.errors import KlartextError
from desktop.rendering.sentences import Sentence
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.assessment_text import as_text, day_of, percent_of
from desktop.ui.blocks.fold import Fold
from desktop.ui.kit import Kit
from desktop.ui.radar import LEAST_AXES, MOST_EARLIER, Radar
from desktop.ui.screen import Screen
from desktop.ui.widgets import (
    Card,
    CardTitle,
    Display,
    FlowGrid,
    FlowRow,
    Heading,
    LinkButton,
    Muted,
    ProgressBar,
    ScrollPage,
    SecondaryButton,
    SplitRow,
    Text,
    look,
)

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

_MOST_LESSONS = 3


class AssessmentResultScreen(Screen):
    """One finished run, the newest where none is named.

    lesson_wanted, assessment_wanted, assessment_result_wanted, assessments_wanted   what the learner does next
    """

    def __init__(
        self, kit: Kit, workspace: Workspace, assessment_id: str, run_id: str = "", parent: QWidget | None = None
    ) -> None:
        """Raises NotPossible `assessment-result-gone`."""
        super().__init__(kit, parent)
        self._assessments = workspace.assessments
        self._result: AssessmentResult = workspace.assessments.result(assessment_id, kit.language, run_id)
        self.page = ScrollPage(width=1080, top=28, gap=20)
        self.frame.addWidget(self.page)
        self._fill(self.page.column)

    # Screen -----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        return self.tr("Result: {title}").format(title=self._result.assessment.title)

    def first_focus(self) -> QWidget | None:
        return self.title

    # Building ---------------------------------------------------------------------------------------------------

    def _fill(self, column: QVBoxLayout) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Muted(self.tr("Self-assessment · on this device only, not on the certificate")))
        self.title = Display(self._result.assessment.title)
        head.addWidget(self.title)
        column.addLayout(head)
        split = SplitRow(820, gap=24)
        if len(self._result.profile.scores) >= LEAST_AXES:
            split.row.addWidget(self._chart(), 48, Qt.AlignmentFlag.AlignTop)
        split.row.addLayout(self._meaning(), 50)
        column.addWidget(split)
        column.addWidget(Heading(self.tr("One by one")))
        grid = FlowGrid(min_card=320, max_columns=2)
        for axis in self._result.profile.scores:
            grid.addWidget(self._axis(axis))
        column.addLayout(grid)
        column.addWidget(Fold(self.tr("Your answers"), self._answers, self.kit.icons))
        if self._result.earlier:
            column.addWidget(Heading(self.tr("Earlier results")))
            column.addLayout(self._earlier())
        column.addStretch(1)

    def _chart(self) -> QWidget:
        result = self._result
        card = Card(margin=16, gap=8)
        ids = [axis.dimension.id for axis in result.profile.scores]
        profiles = [{one.dimension.id: one.percent for one in profile.scores} for _, profile in result.earlier]
        earlier = [[one[name] for name in ids] for one in profiles if one.keys() >= set(ids)]
        titles = [axis.dimension.title for axis in result.profile.scores]
        percents = [axis.percent for axis in result.profile.scores]
        self.radar = Radar(self.tr("Your profile"), titles, percents, earlier)
        card.body.addWidget(self.radar)
        card.body.addWidget(Muted(self._legend(min(len(earlier), MOST_EARLIER))))
        return card

    def _legend(self, behind: int) -> str:
        day = self.tr("Filled: {day}").format(day=day_of(self._result))
        days = [wording.day(run.finished.date()) for run, _ in self._result.earlier[:behind] if run.finished]
        return wording.spoken_list(day, self.tr("Broken line: {days}").format(days=", ".join(days)) if days else "")

    def _meaning(self) -> QVBoxLayout:
        profile = self._result.profile
        column = QVBoxLayout()
        column.setSpacing(6)
        if profile.weakest is None:
            column.addWidget(CardTitle(self.tr("Your profile is even")))
            column.addWidget(look(Text(self.tr("No area stands out. Below is what that means for each.")), "lead"))
        elif profile.strongest is not None:
            self._say(column, self.tr("Your strength: {area}"), profile.strongest)
            column.addSpacing(10)
            self._say(column, self.tr("Worth ten minutes: {area}"), profile.weakest)
        column.addSpacing(6)
        for one in self._result.lessons[:_MOST_LESSONS]:
            column.addWidget(self._lesson(one))
        column.addSpacing(8)
        self._deeds = QVBoxLayout()
        self._deeds.addLayout(self._links())
        column.addLayout(self._deeds)
        column.addStretch(1)
        return column

    def _say(self, column: QVBoxLayout, words: str, axis: DimensionScore) -> None:
        column.addWidget(CardTitle(words.format(area=axis.dimension.title)))
        column.addWidget(look(Text(axis.words), "lead"))

    def _lesson(self, one: Recommended) -> QWidget:
        card = Card(margin=16, gap=4)
        split = SplitRow(340, gap=12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(look(Text(one.lesson.title), "strong"))
        place = self.tr("Lesson {number}").format(number=one.number)
        words.addWidget(Muted(wording.spoken_list(one.course_title, place, wording.minutes(one.lesson.minutes))))
        split.row.addLayout(words, 1)
        button = SecondaryButton(self.tr("Open"))
        button.setAccessibleName(self.tr("Open the lesson: {title}").format(title=one.lesson.title))
        button.clicked.connect(lambda: self.lesson_wanted.emit(one.course_id, one.lesson.id))
        split.row.addWidget(button, 0, SplitRow.MIDDLE_LEFT)
        card.body.addWidget(split)
        return card

    def _links(self) -> FlowRow:
        row = FlowRow(gap=14)
        self.again_button = LinkButton(self.tr("Take it again"))
        self.copy_button = LinkButton(self.tr("Copy as text"))
        self.print_button = LinkButton(self.tr("Print …"))
        self.delete_button = LinkButton(self.tr("Delete this result"), tone="risk")
        deeds: tuple[tuple[LinkButton, Callable[[], None]], ...] = (
            (self.again_button, lambda: self.assessment_wanted.emit(self._result.assessment.id)),
            (self.copy_button, self.copy),
            (self.print_button, lambda: self.result_print_wanted.emit(*self._named)),
            (self.delete_button, self.ask_to_delete),
        )
        for button, deed in deeds:
            look(button, "small-link")
            button.clicked.connect(deed)
            row.addWidget(button)
        self._question: QWidget | None = None
        return row

    def _axis(self, axis: DimensionScore) -> QWidget:
        card = Card(margin=16, gap=6)
        line = QHBoxLayout()
        line.addWidget(look(Text(axis.dimension.title), "strong"), 1)
        line.addWidget(look(QLabel(percent_of(axis)), "figure"))
        card.body.addLayout(line)
        card.body.addWidget(ProgressBar(axis.dimension.title, round(axis.percent)))
        card.body.addWidget(look(Text(axis.words), "small"))
        card.body.addStretch(1)
        return card

    def _answers(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 4, 14, 12)
        column.setSpacing(10)
        scale, answers = self._result.assessment.scale, self._result.run.answers
        for statement in self._result.assessment.statements:
            place = answers.get(statement.id, -1)
            pair = QVBoxLayout()
            pair.setSpacing(1)
            pair.addWidget(Text(statement.text.plain))
            word = scale[place] if 0 <= place < len(scale) else self.tr("not asked at that time")
            pair.addWidget(Muted(word))
            column.addLayout(pair)
        return inside

    def _earlier(self) -> FlowRow:
        row = FlowRow(gap=8)
        for run, _ in self._result.earlier:
            day = wording.day(run.finished.date()) if run.finished else ""
            button = SecondaryButton(day)
            button.setAccessibleName(self.tr("Open the result of {day}").format(day=day))
            button.clicked.connect(
                lambda _=False, run_id=run.id: self.assessment_result_wanted.emit(self._result.assessment.id, run_id)
            )
            row.addWidget(button)
        return row

    @property
    def _named(self) -> tuple[str, str]:
        return self._result.assessment.id, self._result.run.id

    # Deeds ------------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the result into the clipboard as text."""
        QGuiApplication.clipboard().setText(as_text(self._result))
        self.said.emit(Sentence(self.tr("Copied. Whoever gets the text is up to you."), ""), "good")

    def ask_to_delete(self) -> None:
        """Ask once, at the place of the links; what is deleted is gone."""
        if self._question is not None:
            return
        self._question = card = Card(name="risk", margin=16, gap=10)
        card.body.addWidget(look(Text(self.tr("Delete this result for good?")), "strong"))
        card.body.addWidget(Text(self.tr("Its answers go too. There is no copy of it anywhere.")))
        row = FlowRow(gap=8)
        self.keep_button = SecondaryButton(self.tr("Keep it"))
        self.sure_button = SecondaryButton(self.tr("Delete"))
        self.keep_button.clicked.connect(self._keep)
        self.sure_button.clicked.connect(self.delete)
        row.addWidget(self.keep_button)
        row.addWidget(self.sure_button)
        card.body.addLayout(row)
        self._deeds.addWidget(card)
        card.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("Delete this result for good?"))

    def _keep(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None
        self.delete_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Forget this run."""
        try:
            self._assessments.delete(self._result.run.id)
        except KlartextError as error:
            self.failed.emit(error)
            return
        self.assessments_wanted.emit()
        self.said.emit(Sentence(self.tr("The result has been deleted."), ""), "good")
