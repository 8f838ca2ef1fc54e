"""Faulty policy files; the caret ‸ stands where the Problem must point."""

from __future__ import annotations

from desktop.content.policy import MAX_FOLDERS, MAX_MANDATORY
from tests.content.library import CARET

MANY = "\n".join(f"[[mandatory]]\ncourse = 'k{n}'" for n in range(MAX_MANDATORY))
FOLDERS = ", ".join(f"'f{n}'" for n in range(MAX_FOLDERS))

CASES: list[tuple[str, str]] = [
    ("toml-invalid", f"[company]\nname = {CARET}Nordwind\n"),
    ("toml-backslash", f'[courses]\nfolders = [{CARET}"\\\\server\\kurse"]\n'),
    ("toml-backslash", f'[courses]\nfolders = [{CARET}"C:\\Users\\kurse"]\n'),
    ("policy-table-unknown-meant", f"[{CARET}compny]\nname = 'x'\n"),
    ("policy-table-unknown", f"[{CARET}wetter]\nregen = true\n"),
    ("policy-table-unknown", f"{CARET}zzz = 'x'\n"),
    ("policy-key-unknown-meant", f"[company]\n  {CARET}acent = '#005AA0'\n"),
    (
        "policy-key-unknown-meant",
        f"[[mandatory]]\ncourse = 'a'\n[[mandatory]]\ncourse = 'b'\n{CARET}untill = 2027-01-01\n",
    ),
    ("policy-key-unknown", f"[company]\nname = 'x'\n'{CARET}wetter' = 1\n"),
    ("policy-no-table", f"{CARET}company = 'Nordwind'\n"),
    ("policy-no-table", f"[[{CARET}courses]]\nfolders = ['x']\n"),
    ("policy-no-tables", f"[{CARET}mandatory]\ncourse = 'x'\n"),
    ("policy-no-tables", f"{CARET}mandatory = ['vertraulichkeit']\n"),
    ("policy-no-text", f"[company]\n{CARET}name = 5\n"),
    ("policy-no-text", f"[courses]\n{CARET}folders = ['a', 5]\n"),
    ("policy-no-texts", f"[courses]\n{CARET}quizzes = 'a'\n"),
    ("policy-no-date", f"[[mandatory]]\ncourse = 'a'\n{CARET}until = '2027-03-31'\n"),
    ("policy-no-date", f"[[mandatory]]\ncourse = 'a'\n{CARET}until = 2027-03-31T10:00:00\n"),
    ("policy-empty", f"[company]\n{CARET}name = '  '\n"),
    ("policy-too-long", f"[company]\n{CARET}name = '{'x' * 201}'\n"),
    ("policy-too-many", f"[courses]\nfolders = [{FOLDERS}, '{CARET}eins zu viel']\n"),
    ("policy-too-many", f"{MANY}\n[[{CARET}mandatory]]\ncourse = 'eins-zu-viel'\n"),
    ("policy-character", f'[company]\n{CARET}name = "Nord\\u202ewind"\n'),
    ("policy-character", f'[certificates]\n{CARET}drop_folder = "D:/texte\\tneu"\n'),
    ("policy-accent", f"[company]\naccent = '{CARET}blau'\n"),
    ("policy-accent", f"[company]\naccent = '{CARET}#05A'\n"),
    ("policy-role", f"[learner]\nrole = '{CARET}botschaftr'\n"),
    ("policy-role", f"[[mandatory]]\ncourse = 'a'\nroles = [\n  'alle',\n  '{CARET}furung',\n]\n"),
    ("policy-role-unknown", f"[learner]\nrole = '{CARET}werkstatt'\n"),
    ("policy-course-missing", f"[[mandatory]]\ncourse = 'a'\n[[{CARET}mandatory]]\nuntil = 2027-01-01\n"),
    ("policy-course", f"[[mandatory]]\ncourse = '{CARET}Vertraulich bleibt'\n"),
    ("policy-variable", f"[certificates]\ndrop_folder = '{CARET}%USERPROFILE%/hr'\n"),
    ("policy-variable", f"[courses]\nfolders = ['{CARET}$HOME/kurse']\n"),
    ("policy-one-backslash", f'[courses]\n{CARET}folders = ["a",\n  "\\\\server\\\\kurse"]\n'),
    ("policy-drive", f"[courses]\nfolders = ['{CARET}D:kurse']\n"),
    ("policy-windows-path", f"[courses]\nfolders = ['{CARET}\\\\server\\kurse']\n"),
    ("policy-folder-unreachable", f"[courses]\nfolders = ['netz/{CARET}weg']\n"),
    ("org-value-no-text", f"[company]\nname = 'x'\n[org]\n{CARET}name = 5\n"),
    ("org-key-misspelt", f"[org]\n{CARET}press_contct = 'x'\n"),
]
WHOLE: list[tuple[str, bytes]] = [
    ("policy-too-large", b"# " + b"x" * 300_000),
    ("not-utf8", "[company]\nname = 'Nordwind'\n".encode("utf-16")),
]
LOGOS: list[tuple[str, str, bytes | None]] = [
    ("logo-missing", "fehlt.svg", None),
    ("logo-kind", "logo.jpg", b"\xff\xd8"),
    ("logo-too-large", "logo.svg", b"<svg>" + b" " * 600_000 + b"</svg>"),
    ("logo-damaged", "logo.svg", b"<svg><g></svg>"),
    ("logo-damaged", "logo.svg", b"<html/>"),
    ("logo-damaged", "logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'),
    ("logo-damaged", "logo.png", b"<svg/>"),
    ("logo-damaged", "logo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\x7f\xff\xff\xff" * 2 + b"\0IEND\xaeB`\x82"),
    ("logo-foreign", "logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ("logo-foreign", "logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ("logo-foreign", "logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'http://x';</style></svg>"),
]
CODES = {
    *(code for code, _ in CASES),
    *(code for code, _ in WHOLE),
    *(code for code, _, _ in LOGOS),
    *("policy-is-folder", "logo-unreadable"),
}
"""Every code that is provoked there; the last two need more than a file."""
