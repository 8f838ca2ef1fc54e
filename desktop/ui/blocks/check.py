"""Knowledge checks: ungraded questions inside a lesson that answer at once and may be tried again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.views import CheckView, Graded
from desktop.model.errors import KlartextError
from desktop.model.quiz import ChoiceItem, ItemType, ReflectionItem
from desktop.ui.announce import announce
from desktop.ui.blocks.context import BlockContext
from desktop.ui.items.panel import ItemPanel
from desktop.ui.widgets import Card, FlowRow, Overline, PrimaryButton, QuietButton, SecondaryButton


class CheckCard(Card):
    """One question of a knowledge check.

    answered   an answer was kept and its feedback is shown
    """

    answered = Signal()

    def __init__(self, view: CheckView, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=10)
        self._context = context
        self._item = view.item
        self._graded: Graded | None = None
        self.body.addWidget(Overline(self.tr("QUICK CHECK")))
        self.panel = ItemPanel(view.item, view.arranged, context.kit.icons)
        self.panel.link_opened.connect(context.open_link)
        self.body.addWidget(self.panel)
        self._add_buttons()
        self.panel.changed.connect(self._fit_buttons)
        self.panel.picked.connect(self.submit)
        self.panel.committed.connect(self.submit)
        if view.answer is not None and view.graded is not None:
            self.panel.show_answer(view.answer.response)
            self._show(view.graded)
        self._fit_buttons()

    @property
    def is_answered(self) -> bool:
        """Whether feedback is shown."""
        return self._graded is not None

    def submit(self) -> None:
        """Keep the answer and show what was right; what cannot be kept stays unanswered."""
        response = self.panel.area.response()
        if self.is_answered or response is None:
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self.window())
        try:
            graded = self._context.answer(self._item, response, self.panel.hint_used)
        except KlartextError as error:
            self._context.failed(error)
            return
        self._show(graded)
        self._fit_buttons()
        # Fields and the button are gone for the keyboard; an option row stays and reads its feedback.
        focused = QApplication.focusWidget()
        if had_keyboard and not (focused and focused.isVisible() and self.panel.area.isAncestorOf(focused)):
            self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.panel.spoken(graded))
        self.answered.emit()

    def try_again(self) -> None:
        """Empty the card for another answer."""
        self._graded = None
        self.panel.clear()
        self._fit_buttons()
        self.panel.area.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hint(self) -> None:
        """Show the author's hint."""
        if not self.is_answered and self.panel.has_hint:
            self.panel.show_hint()
            announce(self, self._item.hint.plain)
            self._fit_buttons()

    def use_key(self, event: QKeyEvent) -> bool:
        """Answer to a digit, Enter or H; return whether the key meant something here."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.is_answered:
            return False
        if event.key() == Qt.Key.Key_H and self.panel.has_hint:
            self.show_hint()
            return True
        return self.panel.area.use_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.use_key(event):
            event.ignore()

    def _add_buttons(self) -> None:
        row = FlowRow(gap=8)
        icons = self._context.kit.icons
        self.submit_button = PrimaryButton(self.tr("Check"))
        self.hint_button = QuietButton(self.tr("Hint (H)"), icons.icon("hint"))
        self.again_button = SecondaryButton(self.tr("Try again"), icons.icon("retry", "accent"))
        self.submit_button.clicked.connect(self.submit)
        self.hint_button.clicked.connect(self.show_hint)
        self.again_button.clicked.connect(self.try_again)
        if isinstance(self._item, ReflectionItem):
            self.submit_button.setText(self.tr("Show a possible answer"))
        for button in (self.submit_button, self.hint_button, self.again_button):
            row.addWidget(button)
        self.body.addLayout(row)

    def _fit_buttons(self) -> None:
        at_once = isinstance(self._item, ChoiceItem) and self._item.type is not ItemType.MULTIPLE
        self.submit_button.setVisible(not self.is_answered and not at_once)
        self.submit_button.setEnabled(self.panel.area.response() is not None)
        self.hint_button.setVisible(not self.is_answered and self.panel.has_hint)
        self.again_button.setVisible(self.is_answered)

    def _show(self, graded: Graded) -> None:
        self._graded = graded
        self.panel.show_graded(graded)
