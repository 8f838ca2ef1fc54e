"""Puts a theme on the application: palette first, then the one style sheet that is parsed against it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.model.learner import ThemeName
from desktop.rendering.style import BASE_PIXELS, FONT_FAMILY, pixels, style_sheet
from desktop.rendering.theme import Theme, load_theme, resolve

_THEME = "klartext_theme"
_SCALE = "klartext_scale"

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "risk",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field",
    QPalette.ColorRole.Shadow: "field",
}


def apply_theme(app: QApplication, theme: Theme, scale: int = 100) -> None:
    """Dress the whole application in a theme at a text scale of 100..200 percent; may be called again at any time.

    The theme and scale in force are kept on the application object itself, where painting widgets read them.
    """
    app.setProperty(_THEME, theme)
    app.setProperty(_SCALE, scale)
    font = QFont(FONT_FAMILY)
    font.setPixelSize(pixels(BASE_PIXELS, scale))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, scale))


def is_applied(theme: Theme, scale: int) -> bool:
    """Whether exactly this is in force already, so that nothing need be styled again."""
    app = QCoreApplication.instance()
    return app is not None and (app.property(_THEME), app.property(_SCALE)) == (theme, scale)


def palette(theme: Theme) -> QPalette:
    """The theme's colours by Qt's roles; disabled text is muted."""
    made = QPalette()
    tokens = theme.colours.tokens()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["muted"]))
    return made


def theme_for(app: QApplication, assets: Path, name: ThemeName, accent: str = "") -> Theme:
    """The theme a setting asks for, in a firm's accent where there is one; SYSTEM follows the desktop's own scheme."""
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    theme = load_theme(assets, resolve(name, system_dark=dark))
    if not accent:
        return theme
    from desktop.rendering.accent import accented

    return accented(theme, accent).theme


def current_theme() -> Theme:
    """The theme in force; raises LookupError before the first apply_theme."""
    app = QCoreApplication.instance()
    theme = app.property(_THEME) if app is not None else None
    if theme is None:
        raise LookupError("no theme has been applied yet")
    return cast(Theme, theme)


def current_scale() -> int:
    """The text scale in force, in percent."""
    app = QCoreApplication.instance()
    return int((app.property(_SCALE) if app is not None else None) or 100)


def scaled(size: float) -> int:
    """A size in pixels that grows with the text."""
    return pixels(size, current_scale())


def colour(token: str) -> QColor:
    """A token's colour in the theme in force, for widgets that paint themselves."""
    return QColor(getattr(current_theme().colours, token))
