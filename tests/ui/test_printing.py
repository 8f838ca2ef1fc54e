"""Printing by keyboard alone: from the lesson to paper and back, with and without a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.app.workspace import Workspace
from desktop.model.learner import Settings
from desktop.ui.lesson import LessonScreen
from desktop.ui.print_screen import LessonPrintScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, at, full_disk, words_in
from tests.ui.pdf import pdf_pages, pdf_words

CONTROL = Qt.KeyboardModifier.ControlModifier
LESSON = Route("lesson", PROBE, "eins")


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def printing(stage: Stage, route: Route = LESSON, **how: object) -> tuple[Window, LessonPrintScreen]:
    window = at(stage, route, **how)  # type: ignore[arg-type]
    key(window, Qt.Key.Key_P, CONTROL)
    screen = window.screen
    assert isinstance(screen, LessonPrintScreen)
    return window, screen


def tab_to(window: Window, wanted: QWidget) -> None:
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            return
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted} is not reached by Tab")


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """The system's own dialog, which no test can press, answers with `path`; returns what was proposed to it."""
    proposed: list[str] = []

    def dialog(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        proposed.append(name)
        return (str(path) if path else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    return proposed


def test_a_lesson_is_saved_as_pdf_by_keyboard_alone(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, screen = printing(stage)
    assert screen.whole.isChecked(), "this lesson is more than its list"
    assert screen.first_focus() is not None
    assert screen.first_focus().hasFocus()
    proposed = answer_with(monkeypatch, tmp_path / "lektion.pdf")
    tab_to(window, screen.pdf_button)
    key(window, Qt.Key.Key_Space)
    assert proposed[0].endswith("Der freundliche Experte.pdf")
    assert "Saved as lektion.pdf." in words_in(window)
    words = pdf_words(tmp_path / "lektion.pdf")
    for piece in (
        "die Pressestelle (presse@muster.example)",
        "Warning",
        "Was wohin gehört",
        "Informationssicherheit",
        "Von hier nach dort.",
        "Woher kommt die Zahl?",
        "Aus einer Umfrage.",
        "Muster, Fachforen, 2019.",
        "DSGVO: Datenschutz-Grundverordnung",
        "Question: Ein Unbekannter bittet um die Testreihe.",
        "Page 1 of 2",
        "Version 1.0",
    ):
        assert piece in words, piece
    assert "Freundlich und nachprüfbar" not in words, "no key on paper"
    key(window, Qt.Key.Key_Escape)
    assert isinstance(window.screen, LessonScreen)


def test_the_checklist_alone_is_one_key_away(stage: Stage, tmp_path: Path) -> None:
    window, screen = printing(stage)
    before = len(screen.preview.views)
    tab_to(window, screen.whole)
    key(window, Qt.Key.Key_Down)
    assert screen.list_only.isChecked()
    assert before == 2
    assert len(screen.preview.views) == 1
    assert screen.preview.views[0].accessibleName() == "Preview of page 1 of 1"
    assert screen.facts.words() == "1 page, black on white"
    screen.save_to(tmp_path / "liste.pdf")
    words = pdf_words(tmp_path / "liste.pdf")
    assert "Ich weiß, wen ich anrufe." in words
    assert "Fachforum" not in words, "the story stays in the lesson"
    assert pdf_pages(tmp_path / "liste.pdf") == 1


def test_own_ticks_change_the_page_only_when_wanted(stage: Stage) -> None:
    def tick(workspace: Workspace) -> None:
        task = next(t for b in workspace.library.lesson(PROBE, "eins", "de").blocks for t in getattr(b, "tasks", ()))
        workspace.study.tick(PROBE, "eins", task.id, True)

    window = at(stage, Route("home"))
    tick(window.workspace)
    window.show_route(LESSON)
    key(window, Qt.Key.Key_P, CONTROL)
    screen = window.screen
    assert isinstance(screen, LessonPrintScreen)
    screen.list_only.setChecked(True)
    assert not screen.ticks.isChecked()
    assert not screen.content().around.ticks
    tab_to(window, screen.ticks)
    key(window, Qt.Key.Key_Space)
    assert len(screen.content().around.ticks) == 1


def test_paper_can_be_letter(stage: Stage, tmp_path: Path) -> None:
    window, screen = printing(stage)
    tab_to(window, screen.paper)
    key(window, Qt.Key.Key_End)
    assert screen.paper_name == "Letter"
    screen.save_to(tmp_path / "letter.pdf")
    assert b"/MediaBox [0 0 612" in (tmp_path / "letter.pdf").read_bytes()


def test_cancelling_writes_nothing(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, screen = printing(stage)
    there = sorted(tmp_path.rglob("*.pdf"))
    answer_with(monkeypatch, None)
    screen.pdf_button.click()
    assert sorted(tmp_path.rglob("*.pdf")) == there
    assert isinstance(screen, LessonPrintScreen)


def test_the_way_back_leads_to_the_same_words(stage: Stage) -> None:
    window = at(stage, LESSON)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    screen.complete()
    settle()
    bar = screen.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    place = screen.position
    key(window, Qt.Key.Key_P, CONTROL)
    key(window, Qt.Key.Key_Escape)
    again = window.screen
    assert isinstance(again, LessonScreen)
    assert again.position == pytest.approx(place, abs=0.02)


def test_without_a_printer_there_is_a_sentence_and_the_pdf(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window, screen = printing(stage, settings=Settings(language="de"))
    assert not screen.has_printer
    assert "Auf diesem Gerät ist kein Drucker eingerichtet. Ein PDF lässt sich überall drucken." in words_in(screen)
    assert QApplication.focusWidget() is screen.pdf_button
    assert window.windowTitle() == "Drucken: Der freundliche Experte – Klartext"


def test_with_a_printer_its_button_comes_first(stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    monkeypatch.setenv("CUPS_SERVER", "localhost")  # a service is set up here
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Flur"])
    _, screen = printing(stage)
    assert QApplication.focusWidget() is screen.print_button
    assert "No printer is set up" not in words_in(screen)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    screen.print_on(printer)
    assert "Der freundliche Experte" in pdf_words(tmp_path / "printed.pdf")
    printer.setOutputFileName(str(tmp_path / "second.pdf"))
    printer.setFromTo(2, 2)
    screen.print_on(printer)
    assert pdf_pages(tmp_path / "second.pdf") == 1
    assert "Page 2 of" in pdf_words(tmp_path / "second.pdf")


def test_a_full_disk_is_said(stage: Stage, tmp_path: Path) -> None:
    window, screen = printing(stage)
    with full_disk():
        screen.save_to(tmp_path / "voll.pdf")
        settle()
    assert not (tmp_path / "voll.pdf").exists()
    assert "Saved as" not in words_in(window)
    assert window.notices.isVisible()


def test_a_course_lists_its_checklists(stage: Stage) -> None:
    folder = stage.place.courses / COURSE
    lines = "\n".join(f"- [ ] Zeile {n}." for n in range(6))
    stage.place.write(folder / "09-blatt.md", f"# Das Blatt\n\n{lines}\n")
    window = stage.open(settings=Settings(language="de"))
    window.show_route(Route("course", COURSE))
    settle()
    row = next(w for w in window.screen.findChildren(QWidget) if w.accessibleName() == "Das Blatt · 6 Punkte · Drucken")
    tab_to(window, row)
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, LessonPrintScreen)
    assert screen.list_only.isChecked()
    key(window, Qt.Key.Key_Escape)
    assert window.route == Route("course", COURSE)
