"""The firm's own mark in the rail: its logo on a plate where it can be seen, else its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.rendering.plate import plate_for
from desktop.ui.theme import current_theme, scaled
from desktop.ui.widgets import WrapLabel, look

if TYPE_CHECKING:
    from desktop.app.workspace import Workspace
    from desktop.ui.rail import Rail

_WIDEST, _HIGHEST = 160, 44
_PAD = 8
_SAMPLE = 48
_NARROW_SIDE = 40
_NEARLY_SQUARE = 1.5


def drawn(data: bytes, side: int = 640) -> QImage:
    """A logo (SVG or PNG) as a picture at most `side` pixels wide or high; a null image where Qt cannot draw it."""
    if data.startswith(b"\x89PNG"):
        image = QImage.fromData(QByteArray(data))
        return image if image.isNull() else image.convertToFormat(QImage.Format.Format_ARGB32)
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    image = QImage(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


class LogoPlate(QWidget):
    """The logo, as large as its place allows, on a ground on which it is seen in every theme."""

    def __init__(self, image: QImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._inks = _inks(image)
        self._narrow = False
        self._ground = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()

    @property
    def ground(self) -> str:
        """The colour of the plate."""
        return self._ground

    @property
    def fits_narrow(self) -> bool:
        """Whether it can still be recognised in a rail of icons."""
        ratio = self._image.width() / max(1, self._image.height())
        return 1 / _NEARLY_SQUARE <= ratio <= _NEARLY_SQUARE

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to the width of an icon's button, or grow again."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        bounds = QSize(_NARROW_SIDE, _NARROW_SIDE) if self._narrow else QSize(_WIDEST, _HIGHEST)
        shown = self._image.size().scaled(bounds * (scaled(100) / 100), Qt.AspectRatioMode.KeepAspectRatio)
        pad = 2 * self._pad()
        return shown + QSize(pad, pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._pad():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._ground))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        pad = self._pad()
        box = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        size = self._image.size().scaled(
            box.size().toSize() * self.devicePixelRatio(), Qt.AspectRatioMode.KeepAspectRatio
        )
        smooth = self._image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(box, smooth)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _pad(self) -> int:
        """On the rail's own ground a logo needs no frame."""
        return 0 if self._ground == current_theme().colours.surface else _PAD

    def _dress(self) -> None:
        self._ground = plate_for(self._inks, current_theme().colours.surface)
        self.updateGeometry()
        self.update()


class CompanyMark(QWidget):
    """Logo, or the name in words where there is no logo that Qt can draw; in a narrow rail only a small logo."""

    def __init__(self, name: str, logo: bytes | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        image = drawn(logo) if logo is not None else QImage()
        self.plate: LogoPlate | None = None
        self.words: WrapLabel | None = None
        if not image.isNull():
            self.plate = LogoPlate(image, name or self.tr("Your company's logo"))
            self._column.addWidget(self.plate)
        elif name:
            self.words = look(WrapLabel(name), "strong")
            self._column.addWidget(self.words)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show what there is room for."""
        side = 8 if narrow else 24
        self._column.setContentsMargins(side, 0, side, 0)
        if self.plate is not None:
            self.plate.set_narrow(narrow)
            self._column.setAlignment(
                self.plate, Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
            )
        shown = self.plate is not None and self.plate.fits_narrow if narrow else bool(self.plate or self.words)
        self.setVisible(shown)


def _inks(image: QImage) -> list[str]:
    """The colours of its opaque pixels, looked at in a small copy and rounded to sixteen steps."""
    small = image.scaled(
        _SAMPLE, _SAMPLE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    found = []
    for y in range(small.height()):
        for x in range(small.width()):
            pixel = small.pixel(x, y)
            if pixel >> 24 > 128:
                found.append(f"#{(pixel & 0xF0F0F0) | 0x080808:06X}")
    return found


def furnish(rail: Rail, workspace: Workspace) -> None:
    """Put the firm's mark below the wordmark of a rail; nothing where there is neither logo nor name."""
    mark = CompanyMark(workspace.policy.name, workspace.employer.logo())
    rail.company.addWidget(mark)
    rail.narrowed.connect(mark.set_narrow)
