"""What a screen reader knows of a program: its tree, its focus, what it announces, and the keys one presses.

Run by Debian's own Python, which has pyatspi; nothing here knows Klartext's code.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
"""Seconds anything may take on a busy machine; what takes longer never comes."""

_STEP = 0.004
_MOST_STOPS = 120

# What acts, shows a value or stands for a picture must have a name; containers need none.
_NAMED = frozenset(
    {
        *("push button", "toggle button", "check box", "radio button", "combo box", "text", "slider", "progress bar"),
        *("image", "heading", "link", "table", "spin button", "list item", "table cell", "dial", "chart", "dialog"),
    }
)
_STOPS = _NAMED - {"image", "progress bar", "heading"}
_WITH_STATE = {"radio button": "checkable", "check box": "checkable", "combo box": "expandable", "text": "editable"}


class NothingSaid(AssertionError):
    """Whoever sees nothing waited in vain."""


class Seen(NamedTuple):
    """Something on the screen as it would be read out."""

    thing: Atspi.Accessible
    role: str
    name: str
    description: str
    states: set[str]

    def fits(self, role: str, beginning: str) -> bool:
        """Whether it has that role and a name that begins so."""
        return self.role == role and self.name.startswith(beginning)


class Reader:
    """One program on the accessibility bus."""

    def __init__(self, name: str) -> None:
        self.heard: list[str] = []
        self.findings: list[str] = []
        self._focused: Atspi.Accessible | None = None
        self._steps = 0
        self._loop = GLib.MainContext.default()
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        pyatspi.Registry.registerEventListener(self._follow, "object:state-changed:focused")
        self._name = name
        print("listening", flush=True)
        self.program = self.wait(self._find_program, f"the program {name}")
        # What was true a moment ago is of no use: ask every time.
        self.program.set_cache_mask(Atspi.Cache.NONE)

    # -- ears ---------------------------------------------------------------------------------------------------

    def wait(self, reached: Callable[[], object], what: str) -> object:
        """Wait until `reached` returns something, and return it."""
        until = time.monotonic() + PATIENCE
        while True:
            while self._loop.pending():
                self._loop.iteration(False)
            try:
                found = reached()
            except GLib.Error:  # asked of something that is just going away
                found = None
            if found:
                return found
            if time.monotonic() > until:
                raise NothingSaid(f"{what}; last heard: {self.heard[-3:]}, the keyboard is on {self._where()}")
            time.sleep(_STEP)

    def hear(self, beginning: str) -> str:
        """Wait for an announcement that begins so, and forget it: each is heard once."""

        def said() -> str | None:
            return next((words for words in self.heard if words.startswith(beginning)), None)

        words = str(self.wait(said, f"nobody said “{beginning}…”"))
        self.heard.remove(words)
        return words

    def _hear(self, event: Atspi.Event) -> None:
        self.heard.append(str(event.any_data))

    def _follow(self, event: Atspi.Event) -> None:
        with suppress(GLib.Error):  # it may be gone already
            # Lists mark their current entry as focused while they are closed; the keyboard is on their owner.
            if event.detail1 and event.source.getRoleName() != "list item":
                self._focused = event.source
                self._steps += 1

    def _find_program(self) -> Atspi.Accessible | None:
        there = (one for one in pyatspi.Registry.getDesktop(0) if one is not None)
        return next((one for one in there if one.name == self._name and one.childCount), None)

    # -- the tree -----------------------------------------------------------------------------------------------

    def screen(self) -> list[Seen]:
        """Whatever is shown, in reading order; scrolled out of sight counts as shown."""
        return list(self._below(self.program))

    def _below(self, above: Atspi.Accessible) -> Iterator[Seen]:
        for child in list(above):
            if child is not None and (state := child.getState()).contains(pyatspi.STATE_VISIBLE):
                said = {pyatspi.stateToString(one) for one in state.getStates()}
                yield Seen(child, child.getRoleName(), name_of(child), child.description or "", said)
                yield from self._below(child)

    def find(self, role: str, beginning: str = "") -> Seen | None:
        """The first thing of that role whose name begins so."""
        return next((one for one in self._below(self.program) if one.fits(role, beginning)), None)

    def look_over(self, where: str) -> list[Seen]:
        """What is on the screen; whatever in it has no name, or does not say how it stands, is noted."""
        seen = self.screen()
        for one in seen:
            if one.role in _NAMED and not one.name:
                self.findings.append(f"{where}: {one.role} without a name below “{_nearest_name(one.thing)}”")
            state = _WITH_STATE.get(one.role)
            if state is not None and not {state, "read only"} & one.states:
                self.findings.append(f"{where}: {one.role} “{one.name}” does not say that it is {state}")
            if one.role == "unknown":
                self.findings.append(f"{where}: “{one.name}” has no role")
        return seen

    # -- hands --------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, as X names them: Tab, alt+2, Return."""
        subprocess.run(["xdotool", "key", "--delay", "0", *keys], check=True)

    def write(self, words: str) -> None:
        """Type into what has the keyboard, and wait until it stands there."""
        field = self.focus
        subprocess.run(["xdotool", "type", "--delay", "2", words], check=True)
        self.wait(lambda: content(field) == words, f"“{words}” was typed and does not stand in “{name_of(field)}”")

    @property
    def focus(self) -> Atspi.Accessible:
        """What has the keyboard."""
        return self.wait(lambda: self._focused, "nothing ever had the keyboard")

    def focus_on(self, role: str, beginning: str = "") -> Atspi.Accessible:
        """Wait until the keyboard is on such a thing without a key being pressed."""
        return self.wait(
            lambda: self._focused if self._is(role, beginning) else None, f"no focus on {role} “{beginning}”"
        )

    def tab_to(self, role: str, beginning: str = "", *, back: bool = False) -> Atspi.Accessible:
        """Press Tab until the keyboard is on such a thing; what is met on the way must say what it is."""
        for _ in range(_MOST_STOPS):
            if self._is(role, beginning):
                return self.focus
            self.tab(back=back)
        raise NothingSaid(f"Tab never comes to {role} “{beginning}”; the keyboard is on {self._where()}")

    def tab(self, *, back: bool = False) -> None:
        """One stop on, or back."""
        before = self._steps
        self.press("shift+Tab" if back else "Tab")
        self.wait(lambda: self._steps > before, "Tab leads nowhere")
        self._judge_stop()

    def _is(self, role: str, beginning: str) -> bool:
        one = self._focused
        return one is not None and one.getRoleName() == role and name_of(one).startswith(beginning)

    def _judge_stop(self) -> None:
        role, name = self.focus.getRoleName(), name_of(self.focus)
        if role not in _STOPS:
            self.findings.append(f"the keyboard stops on {role} “{name}”, which cannot be used")
        if not name:
            self.findings.append(f"the keyboard stops on {role} without a name")

    def _where(self) -> str:
        return "nothing" if self._focused is None else f"{self._focused.getRoleName()} “{name_of(self._focused)}”"


def name_of(one: Atspi.Accessible) -> str:
    """What a screen reader calls it: the words of its label; else its own name."""
    if one.getRoleName() == "combo box":  # Qt gives the chosen words as its name, and its name as that of its label
        return " ".join(relation.getTarget(0).name for relation in _labels(one))
    return one.name or " ".join(relation.getTarget(0).name for relation in _labels(one))


def content(one: Atspi.Accessible) -> str:
    """What stands in a field or is chosen in a list."""
    if one.getRoleName() == "combo box":
        return str(one.name)
    text = one.queryText()
    return str(text.getText(0, text.characterCount))


def states(one: Atspi.Accessible) -> set[str]:
    """Its states in words."""
    return {pyatspi.stateToString(state) for state in one.getState().getStates()}


def _labels(one: Atspi.Accessible) -> list[Atspi.Relation]:
    return [r for r in one.getRelationSet() if r.getRelationType() == pyatspi.RELATION_LABELLED_BY]


def _nearest_name(one: Atspi.Accessible) -> str:
    above = one.parent
    while above is not None and not above.name:
        above = above.parent
    return above.name if above is not None else ""
