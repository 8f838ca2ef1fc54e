"""The building blocks of every screen; they know shapes and words, never a course."""

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
    "Text",
    "Title",
    "Wordmark",
    "WrapLabel",
    "look",
]
