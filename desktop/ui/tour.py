"""The guided tour: drives the real widgets from the first start to a verified certificate and keeps pictures."""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.app.views import solution
from desktop.model.certificate import VerdictName
from desktop.model.errors import KlartextError
from desktop.model.learner import ThemeName

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.ui.assessment import AssessmentScreen
    from desktop.ui.first_start import FirstStart
    from desktop.ui.lesson import LessonScreen
    from desktop.ui.offer import OfferScreen
    from desktop.ui.quiz import QuizScreen
    from desktop.ui.result import ResultScreen
    from desktop.ui.simulation import SimulationScreen
    from desktop.ui.window import Window

COURSE = "vertraulichkeit"
SIMULATION = "experten-chat"
ASSESSMENT = "wissensschutz"
NAME = "Jana Ortmann"
LANGUAGES = ("de", "en")
_MARK = ".klartext-tour"
_MOST_CHOICES = 30
_PATIENCE = 20.0
"""Seconds the tour waits for a screen before it gives up."""

_Look = tuple[ThemeName, int, QSize]
_RGB = QImage.Format.Format_RGB888
_SIZE = QSize(1280, 800)
_SMALL = QSize(1024, 640)
_USUAL: tuple[_Look, ...] = ((ThemeName.LIGHT, 100, _SIZE), (ThemeName.DARK, 100, _SIZE))
_ALL: tuple[_Look, ...] = tuple(
    (theme, scale, size)
    for theme in (ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST)
    for scale in (100, 200)
    for size in (_SIZE, _SMALL)
)


def run(
    home: Path,
    out: Path,
    *,
    everything: bool,
    assets: Path,
    course_folders: Sequence[Path],
    quiz_folders: Sequence[Path],
    clock: Callable[[], datetime],
    rng: random.Random,
) -> int:
    """Play the tour once per language; pictures and certificates go to `out`, the learners' data below `home`.

    Returns 0 if every certificate was verified as sealed. `home` is only used where it is empty or holds an earlier
    tour: nobody's own data are played with.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app.workspace import open_workspace
    from desktop.ui.application import make_application

    if not _may_use(home):
        sys.stderr.write(f"{home} holds data of its own. Name an empty folder with --home, or none at all.\n")
        return 2
    app = make_application()
    sealed = []
    for language in LANGUAGES:
        data = home / language
        shutil.rmtree(data, ignore_errors=True)
        with open_workspace(
            data, course_folders=course_folders, quiz_folders=quiz_folders, assets=assets, clock=clock, rng=rng
        ) as workspace:
            tour = Tour(app, workspace, assets, out, language, _ALL if everything else _USUAL)
            try:
                sealed.append(tour.play_to_the_end())
            finally:
                tour.close()
    return 0 if all(sealed) else 1


def _may_use(home: Path) -> bool:
    """Whether the folder is new, empty, or left by an earlier tour; marks it as the tour's own."""
    mark = home / _MARK
    if home.exists() and any(home.iterdir()) and not mark.exists():
        return False
    home.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return True


class TourStopped(Exception):
    """A screen did not become what it should within the tour's patience."""


class Tour(QObject):
    """One learner's way through the course in one language."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        assets: Path,
        out: Path,
        language: str,
        looks: Sequence[_Look],
    ) -> None:
        super().__init__()
        from desktop.ui.application import build

        self._app = app
        self._workspace = workspace
        self._out = out
        self._language = language
        self._looks = tuple(looks)
        self._step = 0
        self._window: Window = build(app, workspace, assets, language=language)
        self._window.resize(_SIZE)
        self._window.show()
        self._settle()

    def play_to_the_end(self) -> bool:
        """Like `play`; where the tour gets stuck it says so."""
        try:
            return self.play()
        except (KlartextError, TourStopped) as error:
            self.say(self.tr("The tour stopped here: {error}").format(error=error))
            return False

    def play(self) -> bool:
        """Go the whole way; whether the exported certificate was verified as sealed."""
        self._first_start()
        self._look_round()
        self._read_lessons()
        self._take_test()
        exported = self._certify()
        self._play_simulation()
        self._assess_oneself()
        self._look_at_the_rest()
        return self._verify(exported)

    def close(self) -> None:
        """Take the window down, so that the next one starts from nothing."""
        self._window.close()
        self._window.deleteLater()
        self._settle()

    def say(self, line: str) -> None:
        """One line of progress."""
        sys.stdout.write(f"[{self._language} {self._step:02}] {line}\n")
        sys.stdout.flush()

    # -- the way ------------------------------------------------------------------------------------------------

    def _first_start(self) -> None:
        screen = cast("FirstStart", self._expect("first"))
        self._type(screen.name, NAME)
        self._picture("first-start", self.tr("First start: a name, and what is kept where"))
        self._press(screen.name, Qt.Key.Key_Return)
        if screen.roles is not None:
            self._picture("first-role", self.tr("First start: which way fits"))
            self._press(screen.roles.chosen(), Qt.Key.Key_Return)
        self._expect("home")

    def _look_round(self) -> None:
        self._picture("home", self.tr("Home"))
        self._press(self._window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        self._expect("courses")
        self._picture("courses", self.tr("All courses"))
        self._window.screen.course_wanted.emit(COURSE)
        self._expect("course")
        self._picture("course", self.tr("The course before it is begun"))

    def _read_lessons(self) -> None:
        lessons = self._workspace.library.outline(COURSE, self._language).lessons
        self._press_enter_on_primary()
        for number, lesson in enumerate(lessons, 1):
            screen = cast("LessonScreen", self._expect("lesson"))
            screen.complete()
            self._settle()
            self._picture(f"lesson-{number}", self.tr("Lesson {number} opened").format(number=number))
            self._answer_checks(screen, number)
            self._tick_checklist(screen)
            self._press(screen, Qt.Key.Key_End)
            self._wait(lambda screen=screen: screen.read_to_end, "lesson read")
            self.say(self.tr("Read to its end: {title}").format(title=lesson.title))
            if number < len(lessons):
                self._press(screen, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
                self._wait(lambda here=lesson.id: self._window.route.lesson_id != here, "next lesson")
        self._picture("lesson-end", self.tr("The end of the last lesson"))
        self._window.screen.course_wanted.emit(COURSE)
        self._expect("course")
        self._picture("course-read", self.tr("The course with all lessons read"))

    def _answer_checks(self, screen: LessonScreen, number: int) -> None:
        from desktop.ui.blocks.check import CheckCard

        for place, card in enumerate(screen.findChildren(CheckCard)):
            card.panel.area.restore(solution(card.panel.item) or ("…",))
            card.submit()
            self._wait(lambda card=card: card.is_answered, "knowledge check answered")
            screen.page.ensureWidgetVisible(card)
            if place == 0:
                self._picture(f"check-{number}", self.tr("A knowledge check, answered"))

    def _tick_checklist(self, screen: LessonScreen) -> None:
        from desktop.ui.widgets import CheckBox

        for box in screen.findChildren(CheckBox)[:1]:
            box.click()

    def _take_test(self) -> None:
        self._press_enter_on_primary()
        screen = cast("QuizScreen", self._expect("quiz"))
        seen: set[str] = set()
        for place in range(screen.count):
            item = screen.panel.item
            if place == 0:
                self._picture("quiz", self.tr("A question of the test"))
            screen.panel.area.restore(solution(item) or ("…",))
            screen.confirm()
            self._settle()
            if item.type not in seen:
                seen.add(item.type)
                self._picture(
                    f"quiz-{item.type}", self.tr("A question with its feedback: {type}").format(type=item.type)
                )
            self._press(screen, Qt.Key.Key_Return)
        self._wait(lambda: self._window.route.screen != "quiz" or screen.place == screen.count, "test handed in")
        if self._window.route.screen == "quiz":
            self._press(screen, Qt.Key.Key_Return)
        result = cast("ResultScreen", self._expect("result"))
        self._picture("result", self.tr("The result"))
        if not result.passed:
            raise TourStopped(self.tr("the test was not passed"))

    def _certify(self) -> Path:
        self._window.screen.certificate_wanted.emit(COURSE)
        offer = cast("OfferScreen", self._expect("offer"))
        self._picture("offer", self.tr("What the certificate will say"))
        offer.issue_button.click()
        self._expect("certificates")
        self._picture("certificates", self.tr("The certificate is issued"))
        certificate = self._workspace.certificates.all()[-1]
        self._out.mkdir(parents=True, exist_ok=True)
        target = self._out / f"certificate-{self._language}.pdf"
        exported = self._workspace.certificates.export(certificate, target, overwrite=True)
        exported.with_suffix(".png").write_bytes(self._workspace.certificates.picture(certificate))
        self._step += 1
        self.say(self.tr("Certificate exported: {file}").format(file=exported.name))
        return exported

    def _play_simulation(self) -> None:
        self._press(self._window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        self._expect("simulations")
        self._picture("simulations", self.tr("All simulations"))
        self._window.screen.simulation_wanted.emit(SIMULATION, "", "")
        screen = cast("SimulationScreen", self._expect("simulation"))
        for place in range(_MOST_CHOICES):
            self._wait(lambda: not screen.is_arriving, "messages")
            if screen.end is not None:
                break
            if place == 2:
                self._picture("simulation", self.tr("A simulation, in the middle"))
            self._press(screen, Qt.Key.Key_1)
        self._wait(lambda: screen.end is not None, "an ending")
        self._picture("simulation-end", self.tr("A simulation at one of its endings"))

    def _assess_oneself(self) -> None:
        self._press(self._window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
        self._expect("assessments")
        self._picture("assessments", self.tr("All self-assessments"))
        self._window.screen.assessment_wanted.emit(ASSESSMENT)
        screen = cast("AssessmentScreen", self._expect("assessment"))
        for place in range(screen.count):
            if place == 3:
                self._picture("assessment", self.tr("A statement of a self-assessment"))
            self._press(screen, Qt.Key(Qt.Key.Key_1 + (place * 2 + place // 3) % 5))
        self._press_enter_on_primary()
        self._expect("assessment-result")
        self._picture("assessment-result", self.tr("The profile of a self-assessment"))

    def _look_at_the_rest(self) -> None:
        for key, name, words in (
            (Qt.Key.Key_1, "home-completed", self.tr("Home, with the course completed")),
            (Qt.Key.Key_8, "settings", self.tr("Settings")),
        ):
            self._press(self._window, key, Qt.KeyboardModifier.AltModifier)
            self._settle()
            self._picture(name, words)
        self._window.screen.my_data_wanted.emit()
        self._expect("my-data")
        self._picture("my-data", self.tr("My data"))

    def _verify(self, exported: Path) -> bool:
        (verdict,) = self._workspace.certificates.verify([exported])
        self._step += 1
        self.say(self.tr("Verdict on {file}: {verdict}").format(file=exported.name, verdict=verdict.name))
        return verdict.name is VerdictName.SEALED and verdict.claims is not None and verdict.claims.name == NAME

    # -- hands and eyes -----------------------------------------------------------------------------------------

    def _press_enter_on_primary(self) -> None:
        """Enter on what the screen offers first, as somebody in a hurry does."""
        first = self._window.screen.first_focus()
        if first is None:
            raise TourStopped(self.tr("nothing to press"))
        self._press(first, Qt.Key.Key_Return)

    def _type(self, field: QLineEdit, text: str) -> None:
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._app.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    def _press(
        self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key as the platform would: shortcuts first, then the widget."""
        press = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        press.ignore()
        self._app.sendEvent(widget, press)
        if not press.isAccepted() and self._shortcut(key, modifiers):
            self._settle()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._app.sendEvent(widget, QKeyEvent(kind, key, modifiers))
        self._settle()

    def _shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        wanted = QKeySequence(key | modifiers)
        for shortcut in self._window.findChildren(QShortcut):
            if shortcut.key() == wanted:
                shortcut.activated.emit()
                return True
        return False

    def _expect(self, screen: str) -> QWidget:
        self._wait(lambda: self._window.route.screen == screen, screen)
        return self._window.screen

    def _wait(self, reached: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > until:
                raise TourStopped(self.tr("waited in vain for: {what}").format(what=what))
            self._settle()

    def _settle(self) -> None:
        """Let the event loop run until nothing is queued any more."""
        for _ in range(4):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.005)

    def _picture(self, name: str, words: str) -> None:
        """Keep the screen in every look that was asked for, then go back to the first."""
        self._step += 1
        for look in self._looks:
            self._dress(look)
            folder = self._out / self._language / _folder(*look)
            folder.mkdir(parents=True, exist_ok=True)
            self._window.grab().toImage().convertToFormat(_RGB).save(str(folder / f"{name}.png"))
        # The next picture begins with the look this one ended with: changing looks is what costs.
        self._looks = self._looks[::-1]
        self.say(f"{words} · {name}.png")

    def _dress(self, look: _Look) -> None:
        theme, scale, size = look
        self._window.preview_look(theme, scale)
        self._window.resize(size)
        self._settle()


def _folder(theme: ThemeName, scale: int, size: QSize) -> str:
    plain = scale == 100 and size == _SIZE
    return str(theme) if plain else f"{theme}-{size.width()}x{size.height()}-{scale}"
