"""Whose seat the window is: shows the name in the rail, and offers the list of people to choose from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.model.person import Person
from desktop.rendering.sentences import Sentence
from desktop.ui.announce import announce
from desktop.ui.people import SHORTCUT, PersonButton

if TYPE_CHECKING:
    from desktop.ui.people_menu import PeopleMenu
    from desktop.ui.rail import Rail
    from desktop.ui.window import Window


class Seat(QObject):
    """Part of one window.

    person_wanted   the folder of the person who shall sit here, None for somebody new
    changed         somebody has said their name, changed it, or is no longer kept
    """

    person_wanted = Signal(object)
    changed = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._rail: Rail | None = None
        self._before: QWidget | None = None
        self._shown: tuple[str, bool] | None = None
        self._narrow = False
        self.button: PersonButton | None = None
        self.menu: PeopleMenu | None = None
        shortcut = QShortcut(QKeySequence(SHORTCUT), window, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.choose)

    @property
    def here(self) -> Person:
        """Who sits here now; without a name before the first start is done."""
        people = self._window.workspace.people
        learner = people.learner()
        return Person(learner.name if learner else "", people.data_folder)

    @property
    def others(self) -> tuple[Person, ...]:
        """Everyone else on this laptop."""
        return self._window.workspace.profiles.others(self.here.folder)

    def furnish(self, rail: Rail) -> None:
        """Put the name at the foot of a rail that was just made."""
        self._rail, self.button, self._shown = rail, None, None
        rail.narrowed.connect(self._set_narrow)
        self.show_name()

    def show_name(self) -> None:
        """Show who sits here now; nothing happens where that is shown already."""
        name = self.here.name
        wanted = (name, bool(self.others))
        if self._rail is None or self._shown == wanted:
            return
        before, self._shown = self._shown, wanted
        if self.button is not None:
            self._rail.person.removeWidget(self.button)
            self.button.hide()
            self.button.deleteLater()
        self.button = PersonButton(self._window.kit, name, several=wanted[1])
        self.button.clicked.connect(self.choose)
        self.button.set_narrow(self._narrow)
        self._rail.person.addWidget(self.button)
        self.button.setVisible(bool(name))
        if before is not None and before[0] != name:
            self.changed.emit()

    def choose(self) -> None:
        """Open the list; on the first start of all there is nobody to choose."""
        here, others = self.here, self.others
        if self.menu is not None or self._window.finder.palette is not None or not (here.name or others):
            return
        from desktop.ui.people_menu import PeopleMenu

        everyone = self._window.workspace.profiles.everyone(here)
        self._before = QApplication.focusWidget()
        self.menu = PeopleMenu(self._window.kit, everyone, here.folder, self._window, self._corner())
        self.menu.chosen.connect(lambda person: self._leave_to(person.folder))
        self.menu.new_wanted.connect(lambda: self._leave_to(None))
        self.menu.closed.connect(self.close)
        self.menu.open()

    def close(self) -> None:
        """Close the list and give the keyboard back to whatever had it."""
        if self.menu is None:
            return
        menu, self.menu = self.menu, None
        menu.hide()
        menu.deleteLater()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def say_hello(self) -> None:
        """Say aloud who sits here now; eyes see it in the rail and in the greeting."""
        if self.here.name:
            announce(self._window, self.tr("{name} is learning now").format(name=self.here.name))

    def say_gone(self) -> None:
        """Say that whoever sat here before is no longer kept, and whose profile this is."""
        text = self.tr("Everything that was kept of you is deleted.")
        name = self.here.name
        hint = self.tr("What you see now is the profile of {name}.").format(name=name) if name else ""
        self._window.say(Sentence(text, hint), "good")

    def _leave_to(self, folder: Path | None) -> None:
        self.close()
        self.person_wanted.emit(folder)

    def _corner(self) -> QPoint:
        """Where the list stands: above the name, or in the corner where no rail is shown."""
        if self.button is not None and self.button.isVisible():
            return self.button.mapTo(self._window, QPoint(0, -4))
        return QPoint(16, self._window.height() - 16)

    def _set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if self.button is not None:
            self.button.set_narrow(narrow)
