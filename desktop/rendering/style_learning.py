"""The part of the style sheet for lessons, questions and results; filled with the same values as the rest."""

from __future__ import annotations

LEARNING_SHEET = """
QLabel[look="lesson-title"] { font-size: $text_display; font-weight: 700; }
QLabel[look="stem"] { font-weight: 600; }
QLabel[look="question"] { font-size: $text_heading; font-weight: 600; }
QLabel[look="caption"] { color: $muted; font-size: $text_small; }

QAbstractButton[look="option"] { background: $surface; border: 1px solid $line; border-radius: 10px; padding: 0; }
QAbstractButton[look="option"]:hover { border-color: $field; }
QAbstractButton[look="option"][tone="chosen"] { border: 2px solid $accent; }
QAbstractButton[look="option"][tone="right"] { background: $good_soft; border-color: $good; }
QAbstractButton[look="option"][tone="missed"] { border-color: $good; }
QAbstractButton[look="option"][tone="wrong"] { background: $risk_soft; border-color: $risk; }
QLabel[look="key"][tone="chosen"] { color: $on_accent; background: $accent; border-color: $accent; }
QLabel[look="key"][tone="right"], QLabel[look="key"][tone="missed"] { color: $good; background: transparent;
    border-color: $good; }
QLabel[look="key"][tone="wrong"] { color: $risk; background: transparent; border-color: $risk; }

QFrame[look="step"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[look="step"][tone="right"] { background: $good_soft; border-color: $good; }
QFrame[look="step"][tone="wrong"] { background: $risk_soft; border-color: $risk; }
QToolButton[look="step"] { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton[look="step"]:hover { background: $accent_soft; }

QWidget[look="gap"] { padding: 6px 10px; }
QLineEdit[look="gap"][tone="right"], QComboBox[look="gap"][tone="right"] {
    background: $good_soft; border-color: $good; color: $ink; }
QLineEdit[look="gap"][tone="wrong"], QComboBox[look="gap"][tone="wrong"] {
    background: $risk_soft; border-color: $risk; color: $ink; }

QFrame[look="bubble"] { border: 0; border-radius: 14px; }
QFrame[look="bubble"][tone="theirs"] { background: $sunken; border-bottom-left-radius: 4px; }
QFrame[look="bubble"][tone="mine"] { background: $accent; border-bottom-right-radius: 4px; }
QLabel[look="bubble-mine"] { color: $on_accent; }
QLabel[look="speaker"] { font-size: $text_small; font-weight: 600; }
QLabel[look="narration"] { color: $muted; }
QLabel[look="figure"] { font-size: $text_small; font-weight: 600; }

QFrame[look="foot"] { background: $paper; border: 0; border-top: 1px solid $line; }

QPushButton[look="small-link"] { border: 0; padding: 4px 2px; font-size: $text_small; font-weight: 500; color: $ink;
    text-decoration: underline; background: transparent; text-align: left; }
QPushButton[look="small-link"]:hover { color: $accent_strong; background: transparent; }
QPushButton[look="small-link"][tone="risk"] { color: $risk; }
QPushButton[look="tool"] { border: 1px solid transparent; border-radius: 6px; padding: 3px 5px; }
QPushButton[look="tool"]:hover { background: $accent_soft; }
QFrame[look="floating"] { background: $surface; border: 1px solid $field; border-radius: 10px; }
QPushButton[look="fold"] { background: transparent; border: 0; border-radius: 8px; padding: 0; }
QPushButton[look="fold"]:hover { background: $sunken; }
QLabel[look="on-accent"] { color: $on_accent; font-weight: 600; }
QLabel[look="action"] { color: $accent; font-weight: 600; }

QPushButton[look="outline-row"] { background: transparent; border: 0; border-radius: 6px; padding: 0;
    color: $muted; font-size: $text_small; font-weight: 400; }
QPushButton[look="outline-row"]:hover { background: $sunken; }
QPushButton[look="outline-row"][tone="done"] { color: $ink; }
QPushButton[look="outline-row"][tone="here"] { color: $accent; font-weight: 600; }
QLabel[look="outline-title"] { color: $muted; font-size: $text_small; font-weight: 600; }

QTableView[look="table"] { background: transparent; border: 0; border-top: 1px solid $line; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; }
QTableView[look="table"]::item { border: 0; border-bottom: 1px solid $line; }
QTableView[look="table"] QHeaderView { background: transparent; border: 0; }
QTableView[look="table"] QHeaderView::section { background: $sunken; color: $ink; border: 0;
    border-bottom: 1px solid $line; padding: 7px 10px; font-weight: 600; font-size: $text_small; }
"""
