"""What every screen is: a widget that emits what is wanted and leaves to the window what happens then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True)
class Route:
    """Where in the window one is: a screen's name and what it is about."""

    screen: str
    course_id: str = ""
    lesson_id: str = ""
    payload: Any = None


class Screen(QWidget):
    """The base of all screens.

    The window connects these signals for every screen and shows what they ask for; a screen never shows another.
    `failed` takes an exception: the window shows its sentence in a calm banner and everything goes on. `said` takes
    a Sentence and a tone, for good news in the same place. `link_wanted` takes an address outside of the courses,
    which another program opens. `note_wanted` takes course, lesson and id of an annotation to be opened at its
    place. `simulation_wanted` takes a simulation and the course and lesson to come back to, both empty where there is
    none. `assessment_result_wanted` takes a self-assessment and a run, "" for the last
    one, and so does `result_print_wanted`; `print_wanted` takes a course, a lesson and what of it: "lesson",
    "checklist", or "" for what fits. `issued` takes a new certificate. `refreshed` says that fewer questions are due.
    `person_changed` says that the name was changed, `person_wanted` takes the folder of another person.
    The last three are the first start's: a language or a look to try out, and that name and settings have been kept.
    """

    home_wanted = Signal()
    courses_wanted = Signal()
    course_wanted = Signal(str)
    lesson_wanted = Signal(str, str)
    test_wanted = Signal(str)
    test_finished = Signal(str, object)
    simulations_wanted = Signal()
    simulation_wanted = Signal(str, str, str)
    assessments_wanted = Signal()
    assessment_wanted = Signal(str)
    assessment_result_wanted = Signal(str, str)
    search_wanted = Signal()
    back_wanted = Signal()
    print_wanted = Signal(str, str, str)
    result_print_wanted = Signal(str, str)
    refreshers_wanted = Signal()
    refresher_round_wanted = Signal()
    refreshed = Signal()
    annotations_wanted = Signal()
    note_wanted = Signal(str, str, str)
    certificates_wanted = Signal()
    certificate_wanted = Signal(str)
    hr_view_wanted = Signal(object)
    settings_wanted = Signal()
    my_data_wanted = Signal()
    data_exchanged = Signal(object)
    data_deleted = Signal()
    person_changed = Signal()
    person_wanted = Signal(object)
    settings_changed = Signal(object)
    link_wanted = Signal(str)
    said = Signal(object, str)
    failed = Signal(object)
    issued = Signal(object)
    language_chosen = Signal(str)
    look_chosen = Signal(object, int)
    completed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent if parent is not None else kit.stage)
        self.kit = kit
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)

    def heading(self) -> str:
        """What the window's title and a screen reader call this screen."""
        raise NotImplementedError

    def leave(self) -> None:
        """Keep what must be kept, because another screen is about to be shown; nothing by default."""

    def next_step(self) -> QAbstractButton | None:
        """The button that leads on, which Ctrl+Enter presses from anywhere on the screen; None where nothing does."""
        return None

    def first_focus(self) -> QWidget | None:
        """The widget that has the keyboard when the screen appears; None leaves it to Qt's order."""
        return None
