"""Every control of every screen has a name, a role and a way to it by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from desktop.model.learner import Settings
from desktop.ui.window import Window
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults
from tests.ui.scenes import SCENES

RAIL = ["Overview", "Courses", "Refresh", "Simulations", "Self-assessment", "Notes", "Certificates", "Settings"]
Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], frozenset[Role]], ...] = (
    (QCheckBox, frozenset({Role.CheckBox})),
    (QRadioButton, frozenset({Role.RadioButton})),
    (QPushButton, frozenset({Role.Button, Role.CheckBox, Role.RadioButton})),
    (QAbstractButton, frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.Link})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QAbstractSlider, frozenset({Role.Slider, Role.ScrollBar})),
    (QAbstractSpinBox, frozenset({Role.SpinBox})),
    (QLineEdit, frozenset({Role.EditableText})),
    (QProgressBar, frozenset({Role.ProgressBar})),
)
CONTROLS = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QLineEdit, QTextEdit)


def visible(window: Window) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def controls(window: Window) -> list[QWidget]:
    return [w for w in visible(window) if isinstance(w, CONTROLS) and not isinstance(w, QScrollBar) and _own(w)]


def _own(widget: QWidget) -> bool:
    """Not the innards of another control, such as the line edit of a spin box."""
    return not isinstance(widget.parentWidget(), CONTROLS[1:])


def describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__}({text or widget.objectName()!r}) look={widget.property('look')}"


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def at(stage: Stage, scene: str, **how: object) -> Window:
    prepare, go = SCENES[scene]
    window = stage.open(prepare=prepare, **how)  # type: ignore[arg-type]
    go(window)
    settle()
    return window


def check_names(window: Window) -> None:
    for widget in controls(window):
        assert name_of(widget), f"without a name: {describe(widget)}"
    for bar in (w for w in visible(window) if isinstance(w, QProgressBar)):
        assert name_of(bar), f"progress of what? {describe(bar)}"


def check_roles(window: Window) -> None:
    for widget in [*controls(window), *(w for w in visible(window) if isinstance(w, QProgressBar))]:
        interface = QAccessible.queryAccessibleInterface(widget)
        role = interface.role()
        expected = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
        assert expected is None or role in expected, f"{describe(widget)} calls itself {role}"
    headings = [w for w in visible(window) if QAccessible.queryAccessibleInterface(w).role() == Role.Heading]
    assert headings, "a screen without a heading"
    assert all(name_of(heading) for heading in headings)


def check_focus(window: Window) -> None:
    """Tab reaches every control, each once per round, and a ring shows where it is."""
    over = window.finder.palette  # lies over everything else, which waits for it
    wanted = {w for w in controls(window) if w.isEnabled() and (over is None or over.isAncestorOf(w))}
    for widget in wanted:
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus or _in_a_group(widget), describe(widget)
    reached: list[QWidget] = []
    for _ in range(3 * len(wanted) + 20):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if reached and now is reached[0]:
            break
        reached.append(now)
        assert window.ring.shown_on() is not None, f"no ring on {describe(now)}"
        assert _in_sight(now, window), f"the keyboard is where nobody sees it: {describe(now)}"
    missed = {w for w in wanted - set(reached) if not _in_a_group(w)}
    assert not missed, f"Tab never comes to {[describe(w) for w in missed]}"


def _in_a_group(widget: QWidget) -> bool:
    """Members of a radio group share one stop; arrows move inside it."""
    return isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)


def _in_sight(widget: QWidget, window: Window) -> bool:
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.rect().intersects(box)


@pytest.mark.parametrize("scene", SCENES)
def test_every_control_says_what_it_is_and_the_keyboard_reaches_it_and_shows_where_it_is(
    stage: Stage, scene: str
) -> None:
    window = at(stage, scene)
    check_names(window)
    check_roles(window)
    check_focus(window)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_first_start_is_reached_and_read_by_everyone(stage: Stage, scale: int) -> None:
    window = stage.open(name="", settings=Settings(language="de", text_scale=scale), size=(1024, 640), language="de")
    check_names(window)
    check_roles(window)
    check_focus(window)
    assert faults(window) == []


def test_the_rail_shrinks_to_icons_that_keep_their_names(stage: Stage) -> None:
    window = stage.open(settings=Settings(language="en", text_scale=200), size=(1024, 640))
    entries = [w for w in visible(window) if isinstance(w, QPushButton) and w.property("look") == "rail"]
    assert [w.text() for w in entries] == [""] * (len(RAIL) + 1)
    # With little room home shows no field beside its headline, so the rail offers the search, too.
    assert [name_of(w) for w in entries] == ["Search", *RAIL]
    assert all(w.toolTip() for w in entries)
    window.resize(1900, 900)
    settle()
    assert [w.text().strip() for w in entries if w.isVisible()] == RAIL
