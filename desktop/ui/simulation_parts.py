"""The pieces of a simulation: bubbles, the answers to choose from, what is at stake, and the signs found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.app.simulations import Taken, Walk
from desktop.model.scenario import Choice, Flag, Line, Meter
from desktop.model.text import Rich
from desktop.ui.icons import Icons
from desktop.ui.text.rich_text import RichText
from desktop.ui.theme import scaled
from desktop.ui.widgets import Card, CardButton, CardTitle, IconLabel, KeyCap, ProgressBar, Text, look

_SHARE = 0.72
"""How much of the width a message may take, so that both sides can be told apart by where they stand."""

_ROUNDING = 6
"""Pixels that the words of a line may need beyond their measure."""

_SHAKY, _LOW = 60, 30
"""Below these a meter is shown in the tone of caution, and of risk; the number stands beside it."""


class BubbleRow(QWidget):
    """One message: to the left with its speaker's name, or to the right as one's own."""

    def __init__(self, speaker: str, text: Rich, *, mine: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mine = mine
        self._bubble = look(QFrame(self), "bubble", "mine" if mine else "theirs")
        column = QVBoxLayout(self._bubble)
        column.setContentsMargins(14, 10, 14, 11)
        column.setSpacing(1)
        self._words = look(RichText(text), "bubble-mine" if mine else "bubble-theirs")
        if speaker and not mine:
            column.addWidget(look(QLabel(speaker), "speaker"))
        column.addWidget(self._words)
        self.setAccessibleName(f"{speaker}: {text.plain}" if speaker else text.plain)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), self.heightForWidth(scaled(320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def heightForWidth(self, width: int) -> int:
        return self._bubble.layout().totalHeightForWidth(self._wide(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._wide(self.width())
        self._bubble.setGeometry(self.width() - wide if self._mine else 0, 0, wide, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _wide(self, width: int) -> int:
        """As wide as its words on one line, or as much as a message may take."""
        self._words.ensurePolished()
        metrics = self._words.fontMetrics()
        needed = metrics.horizontalAdvance(self._words.plain) + 28 + _ROUNDING
        labels = self._bubble.findChildren(QLabel)
        named = max((label.sizeHint().width() + 28 for label in labels if label is not self._words), default=0)
        most = max(round(width * _SHARE), min(width, scaled(260)))
        return min(max(needed, named), most)


class Narration(RichText):
    """What is told between the messages."""

    def __init__(self, text: Rich, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        look(self, "narration")


def line_widget(line: Line) -> QWidget:
    """A message of the other side, or a piece of narration."""
    return BubbleRow(line.speaker, line.text) if line.speaker else Narration(line.text)


class ChoiceButton(CardButton):
    """One way on, with the key that takes it."""

    def __init__(self, number: int, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(f"{number}: {choice.text.plain}", parent, margin=0, gap=0)
        look(self, "option")
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(14, 11, 14, 11)
        row.setSpacing(12)
        cap = KeyCap(str(number))
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        words = RichText(choice.text)
        words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        inner.setSizePolicy(policy)
        self.add(inner)


class StakesCard(Card):
    """What is at stake: every meter with its figure and its last step, and a word of why."""

    def __init__(self, meters: Sequence[Meter], parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=10)
        self._meters = tuple(meters)
        self.body.addWidget(CardTitle(self.tr("What is at stake")))
        self._rows = {meter.id: _MeterRow(meter.title) for meter in meters}
        for row in self._rows.values():
            self.body.addWidget(row)
        self.why = look(Text(), "small")
        self.body.addWidget(self.why)
        self.why.hide()
        if not meters:
            self.hide()

    def show_walk(self, walk: Walk) -> None:
        """Show where the meters stand and what the last choice did."""
        last = walk.taken[-1] if walk.taken else None
        moved = dict(last.moved) if last else {}
        for meter in self._meters:
            self._rows[meter.id].show_value(walk.meters[meter.id], moved.get(meter.id, 0))
        self.why.set_words(last.choice.why if last else "")
        self.why.setVisible(bool(self.why.words()))


class _MeterRow(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(look(Text(title), "small"), 1)
        self._step = QLabel()
        self._value = look(QLabel(), "figure")
        for label in (self._step, self._value):
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        self._bar = _MeterBar(title)
        column.addWidget(self._bar)

    def show_value(self, value: int, step: int) -> None:
        """Show a value of 0..100 and by how much it has just moved."""
        self._bar.show_value(value)
        self._value.setText(str(value))
        look(self._step, "risk-text" if step < 0 else "good-text")
        self._step.setText(signed(step) if step else "")
        self._step.setVisible(bool(step))


class _MeterBar(ProgressBar):
    def show_value(self, value: int) -> None:
        self._tone = "good" if value >= _SHAKY else "caution" if value >= _LOW else "risk"
        self.setValue(value)
        self.update()


class SignsCard(Card):
    """The warning signs that were found, and how many are still hidden."""

    def __init__(self, flags: Sequence[Flag], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=6)
        self._flags, self._icons = tuple(flags), icons
        self.body.addWidget(CardTitle(self.tr("Warning signs seen")))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self._shown: tuple[str, ...] | None = None
        if not flags:
            self.hide()

    def show_found(self, found: Sequence[str]) -> None:
        """Show those found, in the order in which they were found."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while (item := self._list.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        titles = {flag.id: flag.title for flag in self._flags}
        for name in found:
            self._list.addWidget(self._row("check", "good", titles.get(name, name), "small"))
        hidden = len(self._flags) - len([name for name in found if name in titles])
        self._list.addWidget(self._row(*self._rest(hidden), "muted"))

    def _rest(self, hidden: int) -> tuple[str, str, str]:
        if hidden == 0:
            return "check-circle", "good", self.tr("All of them seen")
        if hidden == 1:
            return "circle", "muted", self.tr("1 still hidden")
        return "circle", "muted", self.tr("{count} still hidden").format(count=hidden)

    def _row(self, icon: str, tone: str, words: str, style: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._icons.icon(icon, tone), 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(look(Text(words), style), 1)
        return holder


def signed(step: int) -> str:
    """A step with its sign: +10, and with a real minus, -15."""
    return f"+{step}" if step > 0 else f"\N{MINUS SIGN}{-step}"


def moves_in_words(taken: Taken, meters: Sequence[Meter]) -> str:
    """What a choice did: "Trust -15, Standing +5"; a word where nothing moved."""
    titles = {meter.id: meter.title for meter in meters}
    moved = [f"{titles[name]} {signed(step)}" for name, step in taken.moved if name in titles]
    return ", ".join(moved) or QCoreApplication.translate("Simulation", "nothing moved")
