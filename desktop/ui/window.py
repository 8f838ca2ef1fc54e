"""The window: rail, banners and one screen at a time, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.model.errors import KlartextError
from desktop.model.learner import Settings, ThemeName
from desktop.rendering.sentences import Sentence
from desktop.ui import wording
from desktop.ui.announce import announce
from desktop.ui.failures import sentence_for
from desktop.ui.finder import Finder
from desktop.ui.focus import FocusRing
from desktop.ui.kit import Kit
from desktop.ui.language import apply_language
from desktop.ui.notices import NoticeArea
from desktop.ui.rail import Rail
from desktop.ui.screen import Route, Screen
from desktop.ui.screens import make_screen
from desktop.ui.seat import Seat
from desktop.ui.share_watch import ShareWatch
from desktop.ui.theme import apply_theme, is_applied, scaled, theme_for
from desktop.ui.widgets import look
from desktop.ui.wiring import connect

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace

_ROOM_FOR_WORDS = 720
"""Pixels (at 100 % text) a screen needs beside a rail with words; with less the rail shows icons alone."""

_BACKUP_AFTER = 60_000
"""Milliseconds after the start, when nobody waits for the window any more."""

_RAIL_ENTRY = {
    "course": "courses",
    "lesson": "courses",
    "print": "courses",
    "print-result": "assessments",
    "quiz": "courses",
    "result": "courses",
    "simulation": "simulations",
    "refresher-round": "refreshers",
    "assessment": "assessments",
    "assessment-result": "assessments",
    "offer": "certificates",
    "hr-view": "certificates",
    "my-data": "settings",
}


class Window(QWidget):
    """Shows screens, connects what they ask for, and decides what is read again.

    It stands by itself, as in tests and the tour, or inside the frame that was on screen before it was made.
    """

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        assets: Path,
        *,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`language` is spoken until the first start has been completed; empty means that of the settings."""
        super().__init__(parent)
        self._app = app
        self._workspace = workspace
        self._assets = assets
        self._settings = workspace.people.settings()
        self._spoken = self._settings.language
        if language and workspace.people.learner() is None:
            self._spoken = language
        self._history: list[Route] = []
        self._route = Route("")
        self._screen: Screen | None = None
        self._ground: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(QSize(640, 420))
        self.resize(parent.size() if parent is not None else self._first_size())
        self._ring = FocusRing(app, self)
        self._finder = Finder(self)
        self._seat = Seat(self)
        # What waits is counted once the screen has been painted: nobody waits for the number.
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self.show_due)
        self._dress()
        apply_language(app, self._spoken, assets)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._build_frame()
        self._add_shortcuts()
        self.show_route(self._first_route())
        # Many never close the program but the lid of the laptop; the day's backup must not wait for that.
        self._backup = QTimer(self, singleShot=True, interval=_BACKUP_AFTER)
        self._backup.timeout.connect(lambda: workspace.my_data.back_up_if_due())
        self._backup.start()
        self._shares = ShareWatch(self)
        for notice in workspace.people.notices():
            self.say(self._kit.sentences.say(notice.code, notice.data), "caution")

    # -- where one is -------------------------------------------------------------------------------------------

    @property
    def route(self) -> Route:
        """What is in view."""
        return self._route

    @property
    def screen(self) -> Screen:
        """The screen in view."""
        if self._screen is None:
            raise LookupError("no screen is shown yet")
        return self._screen

    @property
    def notices(self) -> NoticeArea:
        """The banners."""
        return self._notices

    @property
    def workspace(self) -> Workspace:
        """What is shown."""
        return self._workspace

    @property
    def ring(self) -> FocusRing:
        """The ring around what has the keyboard."""
        return self._ring

    @property
    def finder(self) -> Finder:
        """The search field over the window."""
        return self._finder

    @property
    def seat(self) -> Seat:
        """Whose window this is, and how another takes the seat."""
        return self._seat

    @property
    def shares(self) -> ShareWatch:
        """Who watches the company's folders."""
        return self._shares

    @property
    def kit(self) -> Kit:
        """The tools screens are made with."""
        return self._kit

    def show_route(self, route: Route, *, remember: bool = True) -> None:
        """Leave the screen in view and show another; if that cannot be made, the one in view stays and says why."""
        self._leave()
        try:
            screen = make_screen(route, self._kit, self._workspace)
        except KlartextError as error:
            self._sweep_stage()
            self.fail(error)
            return
        if remember and self._route.screen and self._route != route and self._route.screen not in ("first", "result"):
            self._history.append(self._route)
        self._swap(screen, route)

    def reload(self) -> None:
        """Make the screen in view anew, at the same place."""
        self.show_route(self._route, remember=False)

    def back(self) -> None:
        """Go where one came from; on the first page of all nothing happens."""
        if self._route.screen == "first":
            return
        if self._history:
            self.show_route(self._history.pop(), remember=False)
        elif self._route.screen != "home":
            self.show_route(Route("home"), remember=False)

    # -- what is said -------------------------------------------------------------------------------------------

    def say(self, sentence: Sentence, tone: str = "note") -> None:
        """Show a sentence above the screen."""
        self._notices.say(sentence, tone)

    def fail(self, error: BaseException) -> None:
        """Show the sentence of an error; whatever was shown as saved stays saved."""
        self.say(sentence_for(error, self._kit.sentences), "risk")

    def come_to_front(self) -> None:
        """Show the window above others, because a second copy was started."""
        top = self.window()
        top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
        top.show()
        top.raise_()
        top.activateWindow()

    # -- settings -----------------------------------------------------------------------------------------------

    def take_settings(self, settings: Settings) -> None:
        """Apply settings that were just kept: theme and text size live, another language by making screens anew."""
        before, self._settings = self._settings, settings
        self._dress()
        if settings.language != self._spoken:
            self.speak(settings.language)
        elif settings.motion != before.motion:
            self._kit = Kit(self._assets, self._spoken, settings.motion, self._stack)

    def preview_look(self, theme: ThemeName, scale: int) -> None:
        """Show a theme and a text size that are not kept yet (first start)."""
        wanted = theme_for(self._app, self._assets, theme, self._workspace.policy.accent)
        if not is_applied(wanted, scale):
            apply_theme(self._app, wanted, scale)
            self._fit_rail()

    def speak(self, language: str) -> None:
        """Speak another language at the same place."""
        self._spoken = language
        apply_language(self._app, language, self._assets)
        self._leave()
        self._screen = None
        self._build_frame()
        self.reload()

    def _dress(self) -> None:
        theme = theme_for(self._app, self._assets, self._settings.theme, self._workspace.policy.accent)
        if not is_applied(theme, self._settings.text_scale):
            apply_theme(self._app, theme, self._settings.text_scale)
            if self._ground is not None:
                self._fit_rail()

    def _follow_system(self) -> None:
        if self._settings.theme is ThemeName.SYSTEM:
            self._dress()

    # -- making -------------------------------------------------------------------------------------------------

    def _first_route(self) -> Route:
        return Route("home") if self._workspace.people.learner() is not None else Route("first")

    def _first_size(self) -> QSize:
        there = self._app.primaryScreen().availableSize()
        return QSize(1280, 800).boundedTo(there)

    def _build_frame(self) -> None:
        self._stack = QStackedWidget()
        self._kit = Kit(self._assets, self._spoken, self._settings.motion, self._stack)
        ground = look(QWidget(), "paper")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._rail = Rail(self._kit)
        if self._workspace.policy.source is not None:
            from desktop.ui.company import furnish

            furnish(self._rail, self._workspace)
        self._rail.chosen.connect(lambda name: self.show_route(Route(name)))
        self._rail.search_wanted.connect(self._finder.search)
        self._seat.furnish(self._rail)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._notices = NoticeArea(self._kit)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self._replace_ground(ground)

    def _replace_ground(self, ground: QWidget) -> None:
        if self._ground is not None:
            self._column.removeWidget(self._ground)
            self._ground.hide()
            self._ground.deleteLater()
        self._ground = ground
        self._column.addWidget(ground)

    def _add_shortcuts(self) -> None:
        for place in self._rail.places:
            self._shortcut(place.keys, lambda name=place.name: self._go(name))
        self._shortcut("Ctrl+,", lambda: self._go("settings"))
        self._shortcut("Ctrl+Q", lambda: self.window().close())
        self._shortcut("Esc", self.back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys, self._step_on)

    def _shortcut(self, keys: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)  # a key held too long is still one press
        shortcut.activated.connect(action)

    def _step_on(self) -> None:
        """Press what leads on in the screen in view."""
        button = self.screen.next_step()
        if button is not None and button.isEnabled() and not button.isHidden():
            button.click()

    def _go(self, name: str) -> None:
        if self._route.screen == "first":
            return
        # Home again is a fresh look: the window may stand open since yesterday. Elsewhere something may be half typed.
        if self._route.screen != name or name == "home":
            self.show_route(Route(name))

    # -- showing ------------------------------------------------------------------------------------------------

    def _swap(self, screen: Screen, route: Route) -> None:
        connect(screen, self)
        before, self._screen = self._screen, screen
        self._route = route
        # Marked before it is shown: what was never dressed need not be dressed again.
        self._rail.show_chosen(_RAIL_ENTRY.get(route.screen, route.screen))
        self._rail.setVisible(route.screen != "first")
        self._seat.show_name()
        self._counting.start()
        self._fit_rail()
        # At its final size from the start: nothing is laid out twice, once for a size nobody sees.
        screen.resize(self._stack.size())
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            # What a screen knows goes with it: its own callbacks lead back to it, and Python would find such rings of
            # things with all their texts only after many more lessons.
            before.destroyed.connect(vars(before).clear)
            before.deleteLater()
        self.setWindowTitle(self.tr("{screen} – Klartext").format(screen=screen.heading()))
        screen.setAccessibleName(screen.heading())
        self._hand_keyboard(screen)
        announce(self, screen.heading())

    def _sweep_stage(self) -> None:
        """Take away what is left of a screen that could not be made to its end."""
        for left in self._stack.findChildren(Screen, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if self._stack.indexOf(left) < 0:
                left.deleteLater()

    def _hand_keyboard(self, screen: Screen) -> None:
        first = screen.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_due(self) -> None:
        """Show in the rail how many questions are due."""
        learner = self._workspace.people.learner()
        count = sum(self._workspace.refreshers.due(self._spoken).values()) if learner is not None else 0
        self._rail.show_waiting("refreshers", count, wording.questions_due(count))

    def leave(self) -> None:
        """Have the screen in view keep what must be kept, because somebody else takes the seat."""
        self._leave()

    def _leave(self) -> None:
        if self._screen is None:
            return
        try:
            self._screen.leave()
        except KlartextError as error:
            self.fail(error)

    def speak_first(self, language: str) -> None:
        """Speak another language on the first start without losing what was typed."""
        typed = self.screen.typed()  # type: ignore[attr-defined]
        self.speak(language)
        self.screen.type_again(typed)  # type: ignore[attr-defined]

    def data_exchanged(self, sentence: Sentence) -> None:
        """Other data are kept than before: look, language and screen follow them."""
        self._history.clear()
        if self._route.screen == "first" and self._workspace.people.learner() is not None:
            self._route = Route("home")
        self.take_settings(self._workspace.people.settings())
        if self._workspace.people.learner() is None:
            self.data_deleted()
            return
        self.reload()
        self.say(sentence, "good")

    def data_deleted(self) -> None:
        """Nothing is kept any more: begin as on the first day, in the language spoken so far."""
        self._history.clear()
        self._notices.clear()
        self._settings = self._workspace.people.settings()
        self._dress()
        self.show_route(Route("first"), remember=False)

    def completed_first(self) -> None:
        """Name and settings have been kept: home is next."""
        self._settings = self._workspace.people.settings()
        self._dress()
        self.show_route(Route("home"), remember=False)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._ring.watch)

    def closeEvent(self, event: QCloseEvent) -> None:
        # The memory is let go of next, which makes the day's backup itself.
        self._backup.stop()
        self._counting.stop()
        self._shares.stop()
        self._leave()
        super().closeEvent(event)

    def _fit_rail(self) -> None:
        wide = self.width() - scaled(216) >= scaled(_ROOM_FOR_WORDS)
        self._rail.set_narrow(not wide)
