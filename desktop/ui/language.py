"""Installs the translations of one language, ours and Qt's own, in place of those before."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = {"de": "Deutsch", "en": "English"}
"""What the window speaks; each language is named in itself."""

_NAME = "klartext-translator"


class _Words(QTranslator):
    """Translations read into memory.

    Given a file, Qt maps it: the program would fall the moment a share with it vanishes or an update rewrites it.
    """

    def __init__(self, words: bytes, parent: QApplication) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._words = words  # Qt keeps only the address
        self.load(words)


def apply_language(app: QApplication, language: str, assets: Path) -> None:
    """Make `language` ("de" or "en") the application's own; words already on screen stay until they are made anew."""
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt_folder / f"qtbase_{language}.qm", assets / "translations" / f"klartext_{language}.qm"):
        with suppress(OSError):  # English is the language of the sources and has no file
            app.installTranslator(_Words(file.read_bytes(), app))


def preferred_language() -> str:
    """The desktop's language if the window speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"
