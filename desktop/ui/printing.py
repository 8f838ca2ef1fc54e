"""Puts contents on paper: into a PDF file, or on a printer of this device where there is one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.app.files import write_whole
from desktop.model.errors import NotPossible
from desktop.ui.paper.measures import Measures
from desktop.ui.paper.pages import Content, Pages, set_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
"""The papers one can choose, by name."""

RESOLUTION = 600
"""Dots per inch of a PDF and of the preview; type is placed to a fraction of what an eye can see."""

_SIDES, _TOP, _BOTTOM = 20.0, 16.0, 13.0
_POINTS_PER_INCH = 72
_CUPS_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
_CUPS_CLIENT = Path("/etc/cups/client.conf")


def usual_paper() -> str:
    """Letter where inches are spoken, else A4."""
    inches = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return "Letter" if inches else "A4"


def page_layout(paper: str) -> QPageLayout:
    """An upright page of the named paper with our margins."""
    margins = QMarginsF(_SIDES, _TOP, _SIDES, _BOTTOM)
    orientation = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(PAPERS[paper]), orientation, margins, QPageLayout.Unit.Millimeter)


def pages_for(content: Content, layout: QPageLayout, resolution: int = RESOLUTION) -> Pages:
    """The content broken into pages for a device of the given dots per inch."""
    area = layout.paintRectPixels(resolution)
    return set_pages(content, Measures(resolution / _POINTS_PER_INCH, area.width(), area.height()))


def full_size(layout: QPageLayout) -> QSizeF:
    """The whole sheet in dots of RESOLUTION."""
    return QSizeF(layout.fullRectPixels(RESOLUTION).size())


def pdf(content: Content, paper: str) -> bytes:
    """The content as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(content.title)
    writer.setCreator("Klartext")
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    _paint(writer, pages_for(content, writer.pageLayout()))
    buffer.close()
    return bytes(buffer.data().data())


def save_pdf(content: Content, paper: str, target: Path) -> Path:
    """Write the PDF whole or not at all and return where it lies; ".pdf" is added where it is missing.

    Raises CredentialError `file-disk-full`, `file-read-only`, `file-in-use`, `file-name-too-long`, `file-not-written`.
    """
    if target.suffix.lower() != ".pdf":
        target = target.with_name(f"{target.name}.pdf")
    write_whole(target, pdf(content, paper))
    return target


def has_printer() -> bool:
    """Whether a printer is set up on this device."""
    if sys.platform.startswith("linux") and not _prints_here():
        return False
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def _prints_here() -> bool:
    """Whether CUPS was set up at all: without a service of its own its library knocks at network ports instead."""
    if os.environ.get("CUPS_SERVER") or any(Path(place).exists() for place in _CUPS_SOCKETS):
        return True
    try:
        lines = _CUPS_CLIENT.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.strip().lower().startswith("servername") for line in lines)


def new_printer(content: Content, paper: str) -> QPrinter:
    """A printer on which the content would be printed on the given paper."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(content.title)
    printer.setCreator("Klartext")
    printer.setPageLayout(page_layout(paper))
    return printer


def print_on(printer: QPrinter, content: Content) -> None:
    """Print what was asked for in the printer's own dialog. Raises NotPossible `print-failed`."""
    pages = pages_for(content, printer.pageLayout(), printer.resolution())
    last = min(printer.toPage() or len(pages), len(pages))
    _paint(printer, pages, min(max(printer.fromPage(), 1), last) - 1, last)


def _paint(device: QPagedPaintDevice, pages: Pages, first: int = 0, last: int | None = None) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise NotPossible("print-failed")
    for number in range(first, len(pages) if last is None else last):
        if number > first and not device.newPage():
            painter.end()
            raise NotPossible("print-failed")
        pages.paint(painter, number)
    painter.end()
