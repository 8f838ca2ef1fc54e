"""What HR sees: every claim of the very file, what is never in it, and how it goes out, by keyboard alone."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.app.workspace import Workspace
from desktop.model.certificate import Claims, Sheet
from desktop.model.learner import Settings
from desktop.ui.certificates import CertificatesScreen
from desktop.ui.claim_words import ClaimWords, sheet_facts
from desktop.ui.hr_view import HrViewScreen
from desktop.ui.offer import OfferScreen
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE, passed, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.learning import words_in


def issued(workspace: Workspace) -> None:
    workspace.people.rename("Jana Ortmann", "P-17")
    read_all(workspace)
    passed(workspace)
    workspace.certificates.issue(COURSE, "de")


def key(window: Window, which: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), which)
    settle()


def tab_to(window: Window, words: str) -> None:
    for _ in range(60):
        now = QApplication.focusWidget()
        if now is not None and words in (getattr(now, "text", str)() or "") + now.accessibleName():
            return
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words}")


def payload(pdf: Path) -> dict[str, object]:
    """What the token in the file says, taken out of its bytes without any of our own code."""
    (token,) = set(re.findall(rb"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+", pdf.read_bytes()))
    body = token.split(b".")[1]
    return json.loads(base64.urlsafe_b64decode(body + b"=" * (-len(body) % 4)))


def shown(stage: Stage, **how: object) -> tuple[Window, HrViewScreen]:
    window = stage.open(prepare=issued, **how)  # type: ignore[arg-type]
    (certificate,) = stage.workspace().certificates.all()
    window.show_route(Route("hr-view", payload=certificate))
    screen = window.screen
    assert isinstance(screen, HrViewScreen)
    return window, screen


def test_everything_that_is_signed_is_shown_and_nothing_else_is_signed(stage: Stage) -> None:
    _, screen = shown(stage)
    workspace = stage.workspace()
    (certificate,) = workspace.certificates.all()
    signed = payload(workspace.certificates.pdf_path(certificate))
    assert signed.keys() == {"claims", "pdf"}
    claims = signed["claims"]
    assert isinstance(claims, dict)
    words = ClaimWords(
        certificate.claims, number=workspace.certificates.number(certificate), fingerprint="3f9a 07c2 18be"
    )
    facts = {fact.name: fact for fact in words.facts()}
    assert facts.keys() == claims.keys()
    assert all(fact.label != fact.name for fact in facts.values()), "a claim that nobody has put into words"
    seen = re.sub(r"\s", "", words_in(screen))
    for name in ("name", "personnel_ref", "course_id", "course_title", "course_version", "content_hash", "key"):
        assert re.sub(r"\s", "", str(claims[name])) in seen, name
    for value in ("22 November 2026", "22 November 2027", "passed", "Deutsch", str(claims["certificate_id"])):
        assert value in words_in(screen)
    assert workspace.certificates.fingerprint() in words_in(screen)


def test_a_claim_without_words_is_shown_all_the_same(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    stage.open(prepare=issued)
    (certificate,) = stage.workspace().certificates.all()
    words = ClaimWords(certificate.claims, number="", fingerprint="")
    some = {name: said for name, said in words._words().items() if name != "content_hash"}
    monkeypatch.setattr(words, "_words", lambda: some)
    (fact,) = (fact for fact in words.facts() if fact.name == "content_hash")
    assert fact.value == certificate.claims.content_hash


def test_the_sheet_says_nothing_that_is_not_listed(stage: Stage) -> None:
    stage.open()
    facts = {fact.name for fact in sheet_facts(Sheet(minutes=30, lessons=5, organisation="Muster GmbH"))}
    # Minutes and lessons are one fact; the template is the design, and no word of it is about a person.
    assert facts | {"lessons", "template"} == {field.name for field in fields(Sheet)}


def test_it_is_read_from_the_file_and_not_from_what_is_remembered(stage: Stage) -> None:
    window = stage.open(prepare=issued)
    workspace = stage.workspace()
    (certificate,) = workspace.certificates.all()
    path = workspace.certificates.pdf_path(certificate)
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6", 1) + b"\n% changed")
    window.show_route(Route("hr-view", payload=certificate))
    assert "This file is no longer as it was issued" in words_in(window.screen)
    assert not hasattr(window.screen, "save_button")
    path.unlink()
    window.reload()
    assert "The seal is whole" in words_in(window.screen)


def test_what_is_never_in_it_is_said(stage: Stage) -> None:
    _, screen = shown(stage)
    for words in ("your score", "your answers", "clock times", "notes", "self-assessments", "refreshers"):
        assert words in words_in(screen)
    assert not {"score", "fraction", "answers", "attempts", "role"} & {field.name for field in fields(Claims)}


def test_from_the_list_to_the_saved_file_by_keyboard_alone(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "for HR.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))  # the system's own dialog
    window = stage.open(prepare=issued)
    window.show_route(Route("certificates"))
    assert isinstance(window.screen, CertificatesScreen)
    tab_to(window, "Export the certificate for")
    key(window, Qt.Key.Key_Return)
    screen = window.screen
    assert isinstance(screen, HrViewScreen)
    assert QApplication.focusWidget() is screen.save_button
    key(window, Qt.Key.Key_Return)
    assert "for HR.pdf" in window.notices.words()[0]
    (verdict,) = stage.workspace().certificates.verify([target])
    assert verdict.claims == stage.workspace().certificates.all()[0].claims
    key(window, Qt.Key.Key_Escape)
    assert window.route.screen == "certificates"


@pytest.mark.parametrize("language", ["de", "en"])
def test_before_issuing_the_same_is_shown_of_the_draft(stage: Stage, language: str) -> None:
    def prepare(workspace: Workspace) -> None:
        read_all(workspace)
        passed(workspace)

    window = stage.open(prepare=prepare, settings=Settings(language=language))
    window.show_route(Route("offer", COURSE))
    assert isinstance(window.screen, OfferScreen)
    claims, _sheet = stage.workspace().certificates.preview(COURSE, language)
    seen = re.sub(r"\s", "", words_in(window.screen))
    assert claims.content_hash in seen
    assert claims.key in seen
    assert "0000-0000" not in seen, "a number that does not exist yet"
