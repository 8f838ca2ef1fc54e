"""Verdicts on certificate files, a line each, or as JSON for tools."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from desktop.cli.check_report import Style, plain
from desktop.model.certificate import Claims, Verdict, VerdictName
from desktop.rendering.sentences import Sentences


def as_text(verdict: Verdict, sentences: Sentences, style: Style = plain) -> str:
    """The file, its verdict in a word, the reason in a sentence, and, where the signature holds, the claims."""
    colour = {VerdictName.SEALED: "green", VerdictName.RESAVED: "yellow"}.get(verdict.name, "red")
    lines = [
        f"{style(os.fspath(verdict.file), bold=True)}: {style(str(verdict.name), fg=colour, bold=True)}: "
        f"{sentences.say(verdict.reason, {}).text}"
    ]
    if verdict.claims is not None:
        lines.append("    " + _claims_line(verdict.claims, verdict.fingerprint, sentences))
    return "\n".join(lines)


def _harmless(text: str) -> str:
    """A certificate may name anybody anything: no control character of it reaches the terminal."""
    return "".join(c if c.isprintable() else "·" for c in text)


def _claims_line(claims: Claims, fingerprint: str, sentences: Sentences) -> str:
    until = claims.valid_until.isoformat() if claims.valid_until else sentences.say("verify-no-end", {}).text
    data = {
        "name": _harmless(claims.name),
        "course": _harmless(claims.course_title),
        "version": _harmless(claims.course_version),
        "completed": claims.completed.isoformat(),
        "until": until,
        "fingerprint": fingerprint,
    }
    return sentences.say("verify-claims", data).text


def as_json(verdicts: Iterable[Verdict], sentences: Sentences) -> str:
    """A JSON list of objects `file`, `verdict`, `reason`, `message`, `claims` (null where nothing was proven)."""
    return json.dumps([_row(v, sentences) for v in verdicts], ensure_ascii=False, indent=2)


def _row(verdict: Verdict, sentences: Sentences) -> dict[str, object]:
    return {
        "file": os.fspath(verdict.file),
        "verdict": str(verdict.name),
        "reason": verdict.reason,
        "message": sentences.say(verdict.reason, {}).text,
        "claims": None if verdict.claims is None else _plain_claims(verdict.claims),
    }


def _plain_claims(claims: Claims) -> dict[str, object]:
    """The record under its field names, dates as ISO days."""
    fields = {name: getattr(claims, name) for name in Claims.__dataclass_fields__}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()}
