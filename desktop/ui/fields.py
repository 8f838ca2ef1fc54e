"""Fields that first start and settings share: a labelled field, language, theme and text size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from desktop.model.learner import ThemeName
from desktop.ui.language import LANGUAGES
from desktop.ui.widgets import ComboBox, Muted, look

LONGEST_NAME = 120


class LabelledField(QWidget):
    """A field with its label above, a quiet hint and, where needed, what is wrong below.

    The label is the field's buddy, so that its mnemonic reaches the field and screen readers say both.
    """

    def __init__(self, label: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        words = look(QLabel(label), "field")
        words.setBuddy(field)
        column.addWidget(words)
        column.addWidget(field)
        if hint:
            column.addWidget(Muted(hint))
            field.setAccessibleDescription(hint)
        field.setAccessibleName(label.replace("&", ""))
        self._fault = look(Muted(), "risk-text")
        self._fault.hide()
        column.addWidget(self._fault)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_fault(self, words: str) -> None:
        """Say what is wrong with the field; empty words take it back."""
        self._fault.set_words(words)
        self._fault.setVisible(bool(words))
        self.field.setProperty("bad", "true" if words else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def fault(self) -> str:
        """What is said to be wrong now."""
        return self._fault.words() if not self._fault.isHidden() else ""


def name_fault(name: str) -> str:
    """What is wrong with a name for the certificate, in words; empty if it will do."""
    if not name.strip():
        return QCoreApplication.translate("Fields", "Please give the name that shall stand on the certificate.")
    if len(name.strip()) > LONGEST_NAME:
        words = QCoreApplication.translate(
            "Fields", "That is longer than {most} characters; it would not fit the sheet."
        )
        return words.format(most=LONGEST_NAME)
    return ""


class CalmComboBox(ComboBox):
    """A drop-down that leaves the wheel to the page it stands on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmSlider(QSlider):
    """A slider that leaves the wheel to the page it stands on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LanguageField(CalmComboBox):
    """The window's language, each named in itself."""

    language_chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        for code, name in LANGUAGES.items():
            self.addItem(name, code)
        self.setCurrentIndex(max(0, self.findData(language)))
        self.activated.connect(lambda index: self.language_chosen.emit(self.itemData(index)))


class ThemeField(CalmComboBox):
    """The look."""

    theme_chosen = Signal(object)

    def __init__(self, theme: ThemeName, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        for name, words in self._choices():
            self.addItem(words, name)
        self.setCurrentIndex(max(0, self.findData(theme)))
        self.activated.connect(lambda index: self.theme_chosen.emit(self.theme()))

    def theme(self) -> ThemeName:
        """The look chosen now."""
        return ThemeName(self.currentData())

    def _choices(self) -> tuple[tuple[ThemeName, str], ...]:
        return (
            (ThemeName.SYSTEM, self.tr("As the system")),
            (ThemeName.LIGHT, self.tr("Light")),
            (ThemeName.DARK, self.tr("Dark")),
            (ThemeName.HIGH_CONTRAST, self.tr("High contrast")),
        )


class TextSizeField(QWidget):
    """Text size from 100 to 200 percent in steps of ten."""

    size_chosen = Signal(int)
    _STEP = 10

    def __init__(self, scale: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(10, 20)
        self.slider.setPageStep(2)
        self.slider.setValue(round(scale / self._STEP))
        self.slider.setAccessibleName(self.tr("Text size"))
        self.setFocusProxy(self.slider)
        row.addWidget(self.slider, 1)
        self._words = QLabel()
        row.addWidget(self._words)
        self._say(self.slider.value())
        self.slider.valueChanged.connect(self._say)
        # While the handle is dragged only the number moves: resizing all text under the pointer would move the slider.
        self.slider.valueChanged.connect(lambda _value: None if self.slider.isSliderDown() else self._tell())
        self.slider.sliderReleased.connect(self._tell)

    def scale(self) -> int:
        """The size chosen, in percent."""
        return self.slider.value() * self._STEP

    def _say(self, value: int) -> None:
        words = self.tr("{value} %").format(value=value * self._STEP)
        self._words.setText(words)
        self.slider.setAccessibleDescription(words)

    def _tell(self) -> None:
        self.size_chosen.emit(self.scale())
