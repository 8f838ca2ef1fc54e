"""Where links and images may lead: the web and mail for links, files inside the course for both, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from desktop.content.names import COURSE_FILE, file_name

IMAGE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_DRIVE = re.compile(r"[A-Za-z]:")
_WEB = re.compile(r"https?://[^\s\x00-\x1f\x7f/?#]+[^\s\x00-\x1f\x7f]*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What an address stands for: `href` as it may be used (empty: it may not) and the code of what is wrong."""

    href: str
    code: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The rules for one file: relative addresses start beside it and must stay inside the root, links resolved."""

    root: Path
    folder: Path

    def image(self, address: str) -> Target:
        """An image's file. Codes: image-remote, image-outside-course, image-missing, image-kind."""
        if _remote(address):
            return Target("", "image-remote")
        path = self._inside(address)
        if path is None:
            return Target("", "image-outside-course")
        if path.suffix.lower() not in IMAGE_SUFFIXES:
            return Target("", "image-kind")
        try:
            if path.is_file():
                return Target(path.as_uri(), path=path)
        except (OSError, ValueError):
            pass
        return Target("", "image-missing")

    def link(self, address: str) -> Target:
        """A link's target: `lesson:ID` for a lesson beside this file, `file:` for another file of the course.

        Codes: link-not-allowed, link-outside-course, link-dead. Anchors on the same page are left to the caller.
        """
        if _WEB.fullmatch(address) or _MAIL.fullmatch(address) or address.startswith("#"):
            return Target(address)
        if _remote(address) or not address.strip():
            return Target("", "link-not-allowed")
        bare, _, anchor = address.partition("#")
        path = self._inside(bare)
        if path is None:
            return Target("", "link-outside-course")
        try:
            if not path.is_file():
                return Target("", "link-dead")
        except (OSError, ValueError):
            return Target("", "link-dead")
        name = file_name(path)
        if name is not None and path.parent == self.root and name.id != COURSE_FILE:
            return Target(f"lesson:{name.id}" + (f"#{anchor}" if anchor else ""))
        return Target(path.as_uri(), path=path)

    def _inside(self, address: str) -> Path | None:
        """The file an address means, None where it lies outside the root."""
        text = unquote(address.partition("?")[0].partition("#")[0])
        if text.startswith(("/", "\\")) or _DRIVE.match(text):
            return None
        try:
            path = (self.folder / text).resolve()
            root = self.root.resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        return path if path.is_relative_to(root) else None


def _remote(address: str) -> bool:
    """Whether an address names another machine, a protocol or data of its own instead of a file."""
    bare = re.sub(r"[\s\x00-\x1f]", "", address)
    return bare.startswith(("//", "\\\\")) or _SCHEME.match(bare) is not None
