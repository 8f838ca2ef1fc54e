"""Lists as GitHub reads them, laid out anew for Python-Markdown, which wants four spaces and a blank line before."""

from __future__ import annotations

import re

_BULLET = re.compile(r"([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)")
_INTERRUPTING = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")
_NEEDED = re.compile(
    r"^(?:[ \t]+(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t]+(?:`{3}|~{3})|(?:[-*+]|1\.|\d{1,9}\))[ \t]+\S)", re.MULTILINE
)
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}")
STEP = "    "


def relaid(text: str) -> str:
    """The same Markdown with nested lists indented by four, lists parted from the paragraph above them, and fenced
    code inside a list turned into indented code; text without lists comes back as it is.
    """
    return _Relayer().text(text) if _NEEDED.search(text) else text


class _Relayer:
    """Walks through the lines with the columns at which the text of each open list item begins."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        self._fence = ""
        self._made: list[str] = []

    def text(self, text: str) -> str:
        """All lines, laid out anew."""
        for line in text.split("\n"):
            self._line(line.expandtabs(4) if "\t" in line else line)
        return "\n".join(self._made)

    def _line(self, line: str) -> None:
        bare = line.lstrip(" ")
        if self._fence:
            self._code(line, bare)
            return
        if not bare:
            self._made.append("")
            return
        indent = len(line) - len(bare)
        while self._columns and indent < self._columns[-1] and self._closes(indent, bare):
            self._columns.pop()
        fence = _FENCE.match(bare)
        if fence:
            self._open_fence(fence[1], bare)
            return
        bullet = None if _RULE.fullmatch(bare) else _BULLET.match(bare)
        if bullet is None:
            self._made.append(self._indented(line, indent))
            return
        self._item(bare, bullet, indent)

    def _closes(self, indent: int, bare: str) -> bool:
        """Whether a line this far left ends the innermost item; running text right below it goes on with it."""
        begins = _BULLET.match(bare) or bare[0] in "#>|`~" or not self._made or not self._made[-1].strip()
        return bool(begins)

    def _item(self, bare: str, bullet: re.Match[str], indent: int) -> None:
        if not self._columns and self._interrupts(bare):
            self._made.append("")
        if indent >= 4 and not self._columns:
            self._made.append(" " * indent + bare)
            return
        spaces = len(bullet[2]) if len(bullet[2]) <= 4 else 1
        # Python-Markdown knows "1." only.
        mark = bullet[1].replace(")", ".")
        self._made.append(f"{STEP * len(self._columns)}{mark}{bare[len(mark) :]}")
        self._columns.append(indent + len(bullet[1]) + spaces)

    def _interrupts(self, bare: str) -> bool:
        """A list right below a paragraph."""
        above = self._made[-1] if self._made else ""
        plain = above.strip() and above[0] not in " \t>#|" and not _BULLET.match(above)
        return bool(plain) and _INTERRUPTING.match(bare) is not None

    def _indented(self, line: str, indent: int) -> str:
        if not self._columns:
            return line
        extra = max(0, indent - self._columns[-1])
        return STEP * len(self._columns) + " " * extra + line.lstrip(" ")

    def _open_fence(self, mark: str, bare: str) -> None:
        self._fence = mark
        if self._columns:
            self._made.append("")
        else:
            self._made.append(bare)

    def _code(self, line: str, bare: str) -> None:
        """A line of code; inside a list it is indented instead of fenced."""
        closed = bare.startswith(self._fence) and not bare.strip().strip(self._fence[0])
        if closed:
            self._fence = ""
        if not self._columns:
            self._made.append(bare if closed else line)
        elif closed:
            self._made.append("")
        else:
            code = line[min(self._columns[-1], len(line) - len(bare)) :]
            self._made.append(STEP * (len(self._columns) + 1) + code if code else "")
