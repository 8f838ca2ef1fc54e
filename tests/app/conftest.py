from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.kit import Clock, Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A home without data, and the course "zug" with its test in German and English."""
    made = Place(tmp_path, Clock())
    made.write_course()
    made.write_quiz()
    return made
