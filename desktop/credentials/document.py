"""The sheet as typst draws it: a tagged PDF for the archive (PDF/A-2a, PDF/UA-1) or a picture of it.

Everything goes in as one JSON string, so no text of a person is ever read as mark-up. Only the shipped fonts are used,
and the clock of the file is midnight UTC of the day of completion: the same claims give the same bytes everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, Literal

from desktop.credentials import qr, wording
from desktop.credentials.record import short_number
from desktop.model.certificate import Claims, Sheet
from desktop.model.errors import CredentialError

STANDARDS: Final[tuple[Literal["a-2a", "ua-1"], ...]] = ("a-2a", "ua-1")
A4_WIDTH_INCHES = 297 / 25.4
QR_MODULE, QR_MIN_SIDE, QR_MAX_SIDE = 0.36, 28.0, 40.0
"""Millimetres: a module that office printers and phones resolve, and how small and large the code may be."""

_SHOWN = ("name", "course", "version", "personnel_ref", "organisation")
_TEMPLATE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_ONE_PAGE = re.compile(rb"/Type/Pages/Count 1/")
_PROBE = b"""
#set document(title: "x")
#set text(font: "Inter", weight: 700, fallback: sys.inputs.fallback == "true")
#sys.inputs.data
"""


def contents(
    claims: Claims, sheet: Sheet, fingerprint: str, *, keyword: str = "", code: str | None = None
) -> dict[str, Any]:
    """What the template is given; `keyword` goes into the document's data, `code` is the text of the QR code."""
    return {
        "language": claims.language,
        "name": wording.tidy(claims.name) or wording.BOX,
        "course": wording.tidy(claims.course_title) or wording.BOX,
        "version": wording.tidy(claims.course_version) or wording.BOX,
        "personnel_ref": wording.tidy(claims.personnel_ref),
        "organisation": wording.tidy(sheet.organisation),
        "completed": _day(claims.completed),
        "valid_until": _day(claims.valid_until) if claims.valid_until else None,
        "passed": claims.passed,
        "minutes": sheet.minutes,
        "lessons": sheet.lessons,
        "number": short_number(claims.certificate_id),
        "id": claims.certificate_id,
        "fingerprint": fingerprint,
        "keyword": keyword,
        "incomplete": False,
        "qr": _drawn(code) if code else None,
    }


def pdf(data: dict[str, Any], template: str, day: date, *, assets: Path) -> bytes:
    """One tagged page. Raises CredentialError `certificate-not-drawn` where even the plainest letters cannot be set."""
    press = _Press(assets, template)
    # typst knows no time before 1970, and a device without a battery starts there.
    moment = datetime(max(day.year, 1970), day.month, day.day, tzinfo=UTC)
    drawn = press.first_drawn(data, lambda given: press.pdf(given, moment))
    if not _ONE_PAGE.search(drawn):
        raise CredentialError("certificate-not-drawn")
    return drawn


def png(data: dict[str, Any], template: str, width: int, *, assets: Path) -> bytes:
    """The page as a picture of `width` pixels, as good as the PDF's. Raises CredentialError `certificate-not-drawn`."""
    press = _Press(assets, template)
    return press.first_drawn(data, lambda given: press.png(given, width / A4_WIDTH_INCHES))


class _Press:
    """typst with our fonts and one template."""

    def __init__(self, assets: Path, template: str) -> None:
        import typst

        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[assets / "fonts"]
        )
        folder = assets / "certificate"
        # A course may name a template that this installation lacks; its learner still gets the standard sheet.
        named = folder / f"{template}.typ" if _TEMPLATE_NAME.fullmatch(template) else folder
        self._template = named if named.is_file() else folder / "standard.typ"

    def first_drawn(self, data: dict[str, Any], draw: Callable[[dict[str, Any]], bytes]) -> bytes:
        """The sheet with the words as they are, else with what the fonts can show, else in plain letters.

        In an archivable PDF one missing glyph is an error, and no learner shall go without a certificate for an emoji.
        The signed record keeps the words as they are, and the sheet says that it lacks some.
        """
        import typst

        for attempt in self._attempts(data):
            try:
                return draw(attempt)
            except (typst.TypstError, OSError) as error:
                reason = error
        raise CredentialError("certificate-not-drawn") from reason

    def pdf(self, data: dict[str, Any], moment: datetime) -> bytes:
        """Raises typst.TypstError."""
        import typst

        return typst.compile(
            self._template,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=list(STANDARDS),
            timestamp=moment,
        )

    def png(self, data: dict[str, Any], ppi: float) -> bytes:
        """Raises typst.TypstError for the same words as `pdf`, which a picture alone would show with gaps."""
        import typst

        self.pdf(data, datetime(1970, 1, 1, tzinfo=UTC))
        return typst.compile(
            self._template,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            format="png",
            sys_inputs={"data": json.dumps(data)},
            ppi=ppi,
        )

    def _attempts(self, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield _respelt(data, lambda text: wording.displayable(text, self._keeps_its_letter))
        yield _respelt(data, lambda text: wording.displayable(text, self._can_show))
        yield _respelt(data, wording.plainest)

    def _keeps_its_letter(self, cluster: str) -> bool:
        return not wording.needs_one_font(cluster) or self._can_show(cluster)

    def _can_show(self, cluster: str) -> bool:
        if not wording.needs_one_font(cluster):
            return self._can_set(cluster, fallback=True)
        # typst does not complain about a missing letter under a mark that is there, so the letter is asked for alone.
        return self._can_set(cluster[0], fallback=False) and self._can_set(cluster, fallback=False)

    def _can_set(self, text: str, *, fallback: bool) -> bool:
        """Whether typst puts the text into an archivable file, in Inter alone or with the other fonts' help."""
        import typst

        try:
            typst.compile(
                _PROBE,
                font_paths=self._fonts,
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"data": text, "fallback": str(fallback).lower()},
                pdf_standards=list(STANDARDS),
            )
        except typst.TypstError:
            return False
        return True


def _respelt(data: dict[str, Any], respell: Callable[[str], str]) -> dict[str, Any]:
    words = {name: respell(data[name]) or (wording.BOX if data[name] else "") for name in _SHOWN}
    lost = any(words[name] != data[name] for name in _SHOWN)
    return data | words | {"incomplete": lost}


def _day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _drawn(code: str) -> dict[str, object]:
    drawing, modules = qr.svg(code)
    return {"svg": drawing, "side": round(min(QR_MAX_SIDE, max(QR_MIN_SIDE, modules * QR_MODULE)), 2)}
