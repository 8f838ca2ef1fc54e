"""A card that folds out: a heading to press, and content that is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.announce import announce
from desktop.ui.icons import Icons
from desktop.ui.text.words import Line
from desktop.ui.widgets import Card, CardButton, IconLabel, look


class Fold(Card):
    """Shows its content on demand and tells screen readers whether it does.

    `sign` is an icon (name, colour token) that stands for `spoken`, words said before the title.
    """

    def __init__(
        self,
        title: str,
        make: Callable[[], QWidget],
        icons: Icons,
        parent: QWidget | None = None,
        *,
        sign: tuple[str, str] | None = None,
        spoken: str = "",
    ) -> None:
        super().__init__(parent, margin=6, gap=0)
        self._make, self._icons = make, icons
        self._inside: QWidget | None = None
        self.button = look(CardButton(" ".join(words for words in (spoken, title) if words), margin=10), "fold")
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._arrow = IconLabel(icons.icon("chevron-right", "accent"), 18)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        if sign is not None:
            row.addWidget(IconLabel(icons.icon(*sign), 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(look(Line(title), "strong"), 1)
        self.button.add(heading)
        self.button.clicked.connect(self.toggle)
        self.body.addWidget(self.button)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._inside is not None and not self._inside.isHidden()

    def toggle(self) -> None:
        """Open or close."""
        if self._inside is None:
            self._inside = self._make()
            self.body.addWidget(self._inside)
            self._inside.show()
        else:
            self._inside.setVisible(self._inside.isHidden())
        self._say()
        announce(self.button, self.button.accessibleDescription())

    def _say(self) -> None:
        self._arrow.set_icon(self._icons.icon("chevron-down" if self.is_open else "chevron-right", "accent"))
        self.button.setAccessibleDescription(self.tr("expanded") if self.is_open else self.tr("collapsed"))
