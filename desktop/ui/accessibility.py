"""Tells screen readers what Qt cannot guess: which labels are headings, which boxes are groups, what is a window.

A widget says so itself by an attribute `reader_role`, the name of a role of Qt's; so this module loads none of them,
and the roles are not made known to Python where nobody asks for them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def install_accessibility() -> None:
    """Register the roles of our own widgets; called once per application."""
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "reader_role", "")
    if not role or not isinstance(thing, QWidget):
        return None
    # Without a name of its own it asks the widget each time: names change.
    return QAccessibleWidget(thing, getattr(QAccessible.Role, role), "")
