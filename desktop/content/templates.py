"""`{{ org.press_contact }}`: the company's own words, put in after the Markdown was read and cleaned.

Each expression is replaced by a token of the same length from Unicode's private area. So columns stay true, no value
can act as Markdown or HTML, and what is inserted is escaped at the last moment, when the tokens become text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.content.masking import BLOT
from desktop.content.sources import Notes
from desktop.content.suggestions import nearest

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

MAX_EXPRESSIONS = 2_000
MAX_INSERTED = 200_000
FILTERS = ("default", "lower", "trim", "upper")

_FIRST, _FILL, _BASE = "\ue000", "\ue001", 0xE100
_TOKEN = re.compile(f"{_FIRST}([\ue100-\uf8ff]){_FILL}*")
_PLAIN = re.compile(r"\{\{\s*org\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}")
_EXPRESSION = re.compile(r"\{\{[^\n]{0,300}?\}\}|\{%[^\n]{0,300}?%\}|\{#[^\n]{0,300}?#\}")


class Inserts:
    """The values that one file inserts, by token.

    Problems: org-key-missing (with suggestion) or org-key-missing-no-match, template-not-allowed, template-invalid,
    template-too-large.
    """

    def __init__(self, org: Mapping[str, str], notes: Notes) -> None:
        self._org = org
        self._notes = notes
        self._values: list[str] = []
        self._size = 0
        self._full = False
        self._sandbox: SandboxedEnvironment | None = None

    def mark(self, line: str, masked: str, number: int) -> str:
        """Replace the expressions of a source line by tokens; `masked` is its twin, of the same length."""
        if "{" not in masked:
            return line
        pieces: list[str] = []
        done = 0
        for match in _EXPRESSION.finditer(masked):
            if BLOT in match[0]:
                continue
            pieces.append(line[done : match.start()] + self._token(match[0], number, match.start() + 1))
            done = match.end()
        return "".join(pieces) + line[done:]

    def fill(self, text: str) -> str:
        """Plain text with the values in."""
        return _TOKEN.sub(lambda m: self._at(m[1]), text) if _FIRST in text else text

    def fill_html(self, text: str) -> str:
        """HTML with the values in, escaped for text and for attributes alike."""
        return _TOKEN.sub(lambda m: html.escape(self._at(m[1])), text) if _FIRST in text else text

    def in_field(self, text: str, place: tuple[int, int, int]) -> str:
        """A front matter text with its values in."""
        if "{" not in text:
            return text
        return _EXPRESSION.sub(lambda m: self._value(m[0], place[0], place[1] + m.start()), text)

    def _token(self, expression: str, line: int, column: int) -> str:
        """A token as long as the expression; beyond the limits nothing is looked up any more."""
        value = "…" if self._full else self._value(expression, line, column)
        self._size += len(value)
        if len(self._values) >= MAX_EXPRESSIONS or self._size > MAX_INSERTED:
            if not self._full:
                self._notes.error("template-too-large", line, column, len(expression))
            self._full = True
            return "…".ljust(len(expression))
        self._values.append(value)
        return _FIRST + chr(_BASE + len(self._values) - 1) + _FILL * (len(expression) - 2)

    def _at(self, mark: str) -> str:
        index = ord(mark) - _BASE
        return self._values[index] if index < len(self._values) else "\ufffd"

    def _value(self, expression: str, line: int, column: int) -> str:
        """The expression's value; where there is none, the expression itself stays to be seen."""
        at = (line, column, len(expression))
        plain = _PLAIN.fullmatch(expression)
        if plain:
            value = self._org.get(plain[1])
            if value is None:
                self._missing(plain[1], at)
            return expression if value is None else value
        if not expression.startswith("{{"):
            self._notes.error("template-not-allowed", *at, expression=expression[:60])
            return expression
        return self._evaluated(expression, at)

    def _missing(self, key: str, at: tuple[int, int, int]) -> None:
        meant = nearest(key, self._org)
        if meant:
            self._notes.error("org-key-missing", *at, key=key, suggestion=meant)
        else:
            self._notes.error("org-key-missing-no-match", *at, key=key, known=", ".join(self._org))

    def _evaluated(self, expression: str, at: tuple[int, int, int]) -> str:
        """Anything longer than a bare key goes through Jinja's sandbox, once its tree was held against a short list."""
        from jinja2 import TemplateError

        self._sandbox = self._sandbox or _sandbox()
        try:
            keys = _keys(self._sandbox.parse(expression))
            if keys is None:
                self._notes.error("template-not-allowed", *at, expression=expression[:60])
                return expression
            missing = [key for key in keys if key not in self._org]
            if missing and "default" not in expression:
                self._missing(missing[0], at)
                return expression
            return self._sandbox.from_string(expression).render(org=dict(self._org))
        except (TemplateError, RecursionError, ValueError, TypeError, OverflowError) as error:
            reason = str(error).split("\n", 1)[0]
            self._notes.error("template-invalid", *at, expression=expression[:60], reason=reason)
            return expression


def _sandbox() -> SandboxedEnvironment:
    """Jinja with nothing in it but the filters we permit."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    sandbox.globals.clear()
    sandbox.filters = {name: sandbox.filters[name] for name in FILTERS}
    sandbox.tests.clear()
    return sandbox


def _keys(template: nodes.Template) -> tuple[str, ...] | None:
    """The keys an expression reads; None where it is more than `org.key` with the permitted filters."""
    from jinja2 import nodes

    allowed = (nodes.Template, nodes.Output, nodes.Filter, nodes.Getattr, nodes.Name, nodes.Const)
    keys: list[str] = []
    for node in [template, *template.find_all(nodes.Node)]:
        if not isinstance(node, allowed):
            return None
        if isinstance(node, nodes.Filter) and (node.name not in FILTERS or node.kwargs):
            return None
        if isinstance(node, nodes.Name) and node.name != "org":
            return None
        if isinstance(node, nodes.Getattr):
            if not isinstance(node.node, nodes.Name):
                return None
            keys.append(node.attr)
    return tuple(keys) or None
