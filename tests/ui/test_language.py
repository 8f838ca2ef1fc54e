"""The words of the window stay, whatever happens to the file they were read from."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.language import apply_language
from tests.app.kit import ASSETS


def test_words_outlive_a_file_that_is_cut_or_a_share_that_vanishes(app: QApplication, tmp_path: Path) -> None:
    """Qt maps a file that it is given; where the file is cut, the next word would end the program."""
    folder = tmp_path / "translations"
    folder.mkdir()
    copy = Path(shutil.copy(ASSETS / "translations" / "klartext_de.qm", folder))
    apply_language(app, "de", tmp_path)
    copy.write_bytes(b"")
    assert QCoreApplication.translate("Rail", "Settings") == "Einstellungen"
    shutil.rmtree(folder)
    assert QCoreApplication.translate("Rail", "Courses") == "Kurse"


def test_a_language_without_a_file_is_that_of_the_sources(app: QApplication, tmp_path: Path) -> None:
    apply_language(app, "de", ASSETS)
    apply_language(app, "en", tmp_path)
    assert QCoreApplication.translate("Rail", "Settings") == "Settings"
