"""Cleaned rich text becomes a small HTML document in a theme's colours, for Qt's rich text engine."""

from __future__ import annotations

from desktop.rendering.theme import Theme

# Qt counts line height from the face's own (1.21 em for Inter), so 127 % of it is the 1.55 em of the design.
LINE_HEIGHT = 127

_STYLE = (
    "p {{ line-height: {height}%; margin: 0 0 12px 0; }} li {{ line-height: {height}%; margin: 0 0 6px 0; }} "
    "ul, ol {{ margin: 0 0 12px 0; -qt-list-indent: 1; }} "
    "a {{ color: {accent}; text-decoration: underline; }} "
    "h2 {{ font-size: large; font-weight: 700; margin: 20px 0 8px 0; }} "
    "h3, h4 {{ font-size: medium; font-weight: 700; margin: 16px 0 6px 0; }} "
    "code, kbd {{ font-family: monospace; background-color: {sunken}; }} "
    "blockquote {{ margin: 0 0 12px 20px; color: {muted}; }} "
    "abbr {{ text-decoration: none; }} dt {{ font-weight: 600; }} dd {{ margin: 0 0 8px 16px; }} "
    "th {{ font-weight: 600; }} hr {{ background-color: {line}; }}"
)


def document(rich_html: str, theme: Theme) -> str:
    """A document around sanitised HTML; the last paragraph's margin is taken off so that labels end where words do."""
    style = _STYLE.format(height=LINE_HEIGHT, **theme.colours.tokens())
    return f"<html><head><style>{style}</style></head><body>{_without_last_margin(rich_html.strip())}</body></html>"


def paragraph(escaped: str) -> str:
    """One paragraph of already escaped words at the reading line height."""
    return f'<p style="line-height:{LINE_HEIGHT}%; margin:0">{escaped}</p>'


def escaped(words: str) -> str:
    """Words as they stand in HTML. Python's own module for this first reads a table of 2,000 names."""
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27")):
        words = words.replace(sign, f"&{name};")
    return words


def _without_last_margin(html: str) -> str:
    # Qt keeps the bottom margin of the last block, and `:last-child` is unknown to it.
    if not html.startswith("<"):
        return paragraph(html)
    at = html.rfind("<p>")
    if at < 0 or not html.endswith("</p>"):
        return html
    return f'{html[:at]}<p style="margin-bottom:0">{html[at + 3 :]}'
