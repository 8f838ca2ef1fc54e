"""Reads back what was printed into a PDF, with poppler's pdftotext where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_PAGE = re.compile(rb"/Type\s*/Page\b")


def pdf_pages(path: Path) -> int:
    """How many pages a PDF has; Qt writes its page objects in clear."""
    return len(_PAGE.findall(path.read_bytes()))


def pdf_words(path: Path) -> str:
    """The words of a PDF on one line, page by page; the test is skipped where they cannot be read."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run([tool, "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())
