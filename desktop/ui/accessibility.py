"""Tells screen readers what Qt cannot guess: which labels are headings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from desktop.ui.widgets.labels import Heading


def install_accessibility() -> None:
    """Register the roles of our own widgets; called once per application."""
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Heading):
        return QAccessibleWidget(thing, QAccessible.Role.Heading, thing.accessibleName())
    return None
