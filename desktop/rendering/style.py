"""The one style sheet: shape, space and type of every widget, filled with a theme's colours and a text scale."""

from __future__ import annotations

from string import Template

from desktop.rendering.style_learning import LEARNING_SHEET
from desktop.rendering.theme import Theme

BASE_PIXELS = 15
"""Size of body text at 100 %."""

FONT_FAMILY = "Inter"

TYPE_STEPS = {
    "text_small": 13,
    "text_tiny": 12,
    "text_body": BASE_PIXELS,
    "text_lead": 16,
    "text_heading": 18,
    "text_title": 22,
    "text_display": 29,
    "text_word": 20,
}
"""Every text size in pixels at 100 %, by the name the sheet uses."""


def pixels(size: float, scale: int) -> int:
    """A size in pixels at a text scale in percent, never below one."""
    return max(1, round(size * scale / 100))


def style_sheet(theme: Theme, scale: int = 100) -> str:
    """The sheet for a theme at a text scale of 100..200 percent; raises KeyError on a token nobody defined."""
    values = theme.colours.tokens()
    values |= {name: f"{pixels(size, scale)}px" for name, size in TYPE_STEPS.items()}
    tick, groove = pixels(20, scale), pixels(6, scale)
    values |= {"tick": f"{tick}px", "groove": f"{groove}px", "key_room": f"{pixels(80, scale)}px"}
    # A slider's handle overlaps its groove by a negative margin; half its height makes it round.
    values |= {"knob": f"{tick - 4}px"}
    values |= {"slide": str((tick - groove) // 2), "round": str(tick // 2 - 1)}
    return _SHEET.substitute(values)


# Widgets choose a look with the dynamic property "look"; the words are the vocabulary of desktop/ui/widgets.
_SHEET = Template(
    """
QToolTip { color: $ink; background: $surface; border: 1px solid $field; padding: 4px 8px; font-size: $text_small; }

QMainWindow, QDialog, QMessageBox, QWidget[look="paper"] { background: $paper; }
QScrollArea, QScrollArea > QWidget, QWidget[look="page"] { background: transparent; border: 0; }

QFrame[look="rail"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[look="find"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[look="outline"] { background: transparent; border: 0; border-right: 1px solid $line; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[look="soft-card"] { background: $accent_soft; border: 1px solid $accent_soft; border-radius: 12px; }
QFrame[look="well"] { background: $paper; border: 1px solid $line; border-radius: 10px; }
QFrame[look="sheet"] { background: $surface; border: 1px solid $line; border-left: 8px solid $accent; }
QFrame[look="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }

QFrame[look="note"] { background: $info_soft; border: 0; border-left: 4px solid $info; border-radius: 8px; }
QFrame[look="good"] { background: $good_soft; border: 0; border-left: 4px solid $good; border-radius: 8px; }
QFrame[look="caution"] { background: $caution_soft; border: 0; border-left: 4px solid $caution; border-radius: 8px; }
QFrame[look="risk"] { background: $risk_soft; border: 0; border-left: 4px solid $risk; border-radius: 8px; }

QLabel { background: transparent; border: 0; }
QLabel[look="display"] { font-size: $text_display; font-weight: 700; letter-spacing: -0.6px; }
QLabel[look="title"] { font-size: $text_title; font-weight: 700; letter-spacing: -0.4px; }
QLabel[look="heading"] { font-size: $text_heading; font-weight: 700; letter-spacing: -0.2px; }
QLabel[look="card-title"] { font-size: $text_lead; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="lead"] { color: $muted; }
QLabel[look="muted"] { color: $muted; font-size: $text_small; }
QLabel[look="small"] { font-size: $text_small; }
QLabel[look="overline"] { color: $muted; font-size: $text_small; font-weight: 600; }
QLabel[look="word"] { font-size: $text_word; font-weight: 700; }
QLabel[look="field"] { font-weight: 600; }
QLabel[look="good-text"] { color: $good; font-size: $text_small; }
QLabel[look="risk-text"] { color: $risk; font-size: $text_small; }
QLabel[look="caution-text"] { color: $caution; font-size: $text_small; }
QLabel[look="info-text"] { color: $info; font-size: $text_small; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="caution"] { color: $caution; }
QLabel[tone="risk"] { color: $risk; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="muted"] { color: $muted; }

QLabel[look="badge"] { font-size: $text_tiny; font-weight: 600; padding: 3px 8px; border-radius: 6px; }
QLabel[look="badge"][tone="good"] { color: $good; background: $good_soft; }
QLabel[look="badge"][tone="accent"] { color: $accent; background: $accent_soft; }
QLabel[look="badge"][tone="caution"] { color: $caution; background: $caution_soft; }
QLabel[look="badge"][tone="risk"] { color: $risk; background: $risk_soft; }
QLabel[look="badge"][tone="info"] { color: $info; background: $info_soft; }
QLabel[look="badge"][tone="neutral"] { color: $muted; background: $sunken; }
QLabel[look="key"] { color: $muted; background: $paper; border: 1px solid $line; border-radius: 6px;
    font-size: $text_tiny; font-weight: 600; padding: 1px 6px; }

QPushButton { outline: 0; background: transparent; border: 1px solid $field; border-radius: 8px; padding: 9px 16px;
    color: $accent; font-weight: 600; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $accent_soft; border-color: $accent_strong; color: $accent_strong; }
QPushButton:disabled { color: $muted; border-color: $line; background: transparent; }
QPushButton[look="primary"], QDialogButtonBox QPushButton:default {
    background: $accent; border: 1px solid $accent; color: $on_accent; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed, QDialogButtonBox QPushButton:default:hover {
    background: $accent_strong; border-color: $accent_strong; color: $on_accent; }
QPushButton[look="primary"]:disabled { background: $sunken; border-color: $sunken; color: $muted; }
QPushButton[look="primary"][keyed="true"] { padding-right: $key_room; }
QLabel[look="key-cap"] { color: $on_accent; background: $accent_strong; border-radius: 4px; padding: 1px 5px;
    font-size: $text_tiny; font-weight: 500; }
QLabel[look="key-cap"]:disabled { color: $muted; background: transparent; }
QPushButton[look="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; padding: 0; }
QPushButton[look="card"]:hover { background: $surface; border-color: $accent; }
QPushButton[look="card"]:pressed { background: $accent_soft; }
QPushButton[look="soft-card"] { background: $accent_soft; border: 1px solid $accent_soft;
    border-radius: 12px; padding: 0; }
QPushButton[look="soft-card"]:hover { border-color: $accent; }
QPushButton[look="row"] { background: transparent; border: 0; border-radius: 8px; padding: 0; }
QPushButton[look="row"]:hover { background: $paper; }
QPushButton[look="row"]:pressed { background: $accent_soft; }
QPushButton[look="link"] { border: 0; padding: 4px 2px; font-weight: 500; text-decoration: underline;
    background: transparent; text-align: left; }
QPushButton[look="link"]:hover { color: $accent_strong; background: transparent; }
QPushButton[look="link"][tone="risk"] { color: $risk; }
QPushButton[look="quiet"] { border: 1px solid transparent; padding: 6px 10px; color: $muted; font-weight: 500; }
QPushButton[look="quiet"]:hover { color: $accent; background: $accent_soft; }

QPushButton[look="search"] { background: $surface; border: 1px solid $field; border-radius: 10px; padding: 0; }
QPushButton[look="search"]:hover { border-color: $accent; background: $surface; }

QAbstractButton[look="rail"] { background: transparent; border: 0; border-radius: 8px; padding: 0 12px;
    color: $muted; font-weight: 500; text-align: left; }
QAbstractButton[look="rail"]:hover { background: $paper; color: $ink; }
QAbstractButton[look="rail"][tone="current"] { background: $accent_soft; color: $accent; font-weight: 600; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: $surface; border: 1px solid $field; border-radius: 8px; padding: 8px 12px; color: $ink;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: $accent; }
QLineEdit[bad="true"], QTextEdit[bad="true"] { border: 2px solid $risk; padding: 7px 11px; }
QLineEdit:disabled, QComboBox:disabled { color: $muted; background: $paper; border-color: $line; }
QLineEdit:read-only { background: $paper; border-color: $line; }
QLineEdit[look="search"] { background: transparent; border: 0; padding: 6px 2px; font-size: $text_lead; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $field; border-radius: 8px; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $accent; outline: 0; }
QTextBrowser { background: transparent; border: 0; padding: 0; }

QRadioButton, QCheckBox { outline: 0; spacing: 10px; padding: 4px 2px; background: transparent; }
QRadioButton::indicator, QCheckBox::indicator { width: $tick; height: $tick; background: transparent; border: 0; }
QComboBox::down-arrow { image: none; width: 0; }
QSlider { min-height: $tick; }
QSlider::groove:horizontal { height: $groove; background: $track; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { width: $knob; margin: -${slide}px 0; border-radius: ${round}px; background: $surface;
    border: 2px solid $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $thumb; border-radius: 3px; min-height: 40px; margin: 2px 4px 2px 2px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QFrame[look="rail"] QScrollBar:vertical { width: 6px; }
QFrame[look="rail"] QScrollBar::handle:vertical { border-radius: 2px; margin: 2px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; border: 1px solid $field; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 16px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
"""
    + LEARNING_SHEET
)
