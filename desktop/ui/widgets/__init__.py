"""The building blocks of every screen; they know shapes and words, never a course.

Each block's module is imported when the block is first asked for: making Qt's classes known to Python takes time, and
the first screen needs only some of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.ui.widgets.buttons import CardButton, LinkButton, PrimaryButton, QuietButton, SecondaryButton
    from desktop.ui.widgets.choices import CheckBox, ComboBox, RadioButton
    from desktop.ui.widgets.frames import Banner, Card, Rule, look
    from desktop.ui.widgets.labels import (
        Badge,
        CardTitle,
        Display,
        Heading,
        IconLabel,
        KeyCap,
        Muted,
        Overline,
        Text,
        Title,
        Wordmark,
        WrapLabel,
    )
    from desktop.ui.widgets.layouts import FlowGrid, FlowRow
    from desktop.ui.widgets.page import ScrollPage
    from desktop.ui.widgets.progress import ProgressBar, ProgressRing
    from desktop.ui.widgets.split import SplitRow
    from desktop.ui.widgets.sticky import StickyColumn

_HOMES = {
    "buttons": ("CardButton", "LinkButton", "PrimaryButton", "QuietButton", "SecondaryButton"),
    "choices": ("CheckBox", "ComboBox", "RadioButton"),
    "frames": ("Banner", "Card", "Rule", "look"),
    "labels": (
        *("Badge", "CardTitle", "Display", "Heading", "IconLabel", "KeyCap"),
        *("Muted", "Overline", "Text", "Title", "Wordmark", "WrapLabel"),
    ),
    "layouts": ("FlowGrid", "FlowRow"),
    "page": ("ScrollPage",),
    "progress": ("ProgressBar", "ProgressRing"),
    "split": ("SplitRow",),
    "sticky": ("StickyColumn",),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Badge",
    "Banner",
    "Card",
    "CardButton",
    "CardTitle",
    "CheckBox",
    "ComboBox",
    "Display",
    "FlowGrid",
    "FlowRow",
    "Heading",
    "IconLabel",
    "KeyCap",
    "LinkButton",
    "Muted",
    "Overline",
    "PrimaryButton",
    "ProgressBar",
    "ProgressRing",
    "QuietButton",
    "RadioButton",
    "Rule",
    "ScrollPage",
    "SecondaryButton",
    "SplitRow",
    "StickyColumn",
    "Text",
    "Title",
    "Wordmark",
    "WrapLabel",
    "look",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
