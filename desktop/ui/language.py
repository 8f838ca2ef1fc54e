"""Installs the translations of one language, ours and Qt's own, in place of those before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = {"de": "Deutsch", "en": "English"}
"""What the window speaks; each language is named in itself."""

_NAME = "klartext-translator"


def apply_language(app: QApplication, language: str, assets: Path) -> None:
    """Make `language` ("de" or "en") the application's own; words already on screen stay until they are made anew."""
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"klartext_{language}", str(assets / "translations"))):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            app.installTranslator(translator)
        else:  # English is the language of the sources and has no file
            translator.deleteLater()


def preferred_language() -> str:
    """The desktop's language if the window speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"
