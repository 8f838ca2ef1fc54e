"""Reading aloud with Qt's own test engine: what is said, where the mark stands, pause, stop, and the way out."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.model.learner import Settings
from desktop.ui.aloud.passages import passages
from desktop.ui.aloud.reader import Reader
from desktop.ui.aloud.voice import has_voice
from desktop.ui.blocks.details import DetailsBlock
from desktop.ui.lesson import LessonScreen
from desktop.ui.lesson_tools import Tool
from desktop.ui.screen import Route
from desktop.ui.window import Window
from tests.app.kit import COURSE
from tests.ui.conftest import Stage, settle
from tests.ui.learning import PROBE, at, words_in

ENGLISH = Settings(language="en")
ROOT = Path(__file__).resolve().parents[2]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

SHORT_EN = """\
# A short one

One.

> [!TIP]
> Two.

- [ ] Three.

Four.
"""


@pytest.fixture(autouse=True)
def engine() -> None:
    if find_spec("PySide6.QtTextToSpeech") is None:
        pytest.skip("the extra “voice” is not installed")


def key(window: Window, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifiers)
    settle()


def wait(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        QTest.qWait(20)


def lesson(stage: Stage, route: Route, settings: Settings = ENGLISH) -> tuple[Window, LessonScreen, Reader]:
    window = at(stage, route, settings=settings)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    return window, screen, screen.read_through("mock")


def short(stage: Stage) -> tuple[Window, LessonScreen, Reader]:
    folder = stage.place.courses / COURSE
    stage.place.write(folder / "09-kurz.md", SHORT_EN.replace("One", "Eins"))
    stage.place.write(folder / "09-kurz.en.md", SHORT_EN)
    return lesson(stage, Route("lesson", COURSE, "kurz"))


def test_it_begins_and_ends_by_key_and_says_where_it_is(stage: Stage) -> None:
    window, screen, reader = lesson(stage, Route("lesson", COURSE, "wagen"))
    button = screen.tools.button(Tool.ALOUD)
    assert button is not None
    assert button.accessibleName() == "Read this lesson aloud"
    assert not reader.is_reading, "never by itself"
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert reader.is_reading
    assert button.accessibleName() == "Stop reading aloud"
    assert reader.passage is not None
    assert reader.passage.words.startswith("A man is on the phone.")
    assert reader.mark is not None
    assert reader.mark.isVisible()
    assert reader.mark.height() > 10
    assert "Reading aloud: passage 1 of" in words_in(screen)
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert not reader.is_reading
    assert "Reading aloud: passage" not in words_in(screen)
    assert button.accessibleName() == "Read this lesson aloud"


def test_it_reads_to_the_end_and_then_is_silent(stage: Stage) -> None:
    window, screen, reader = short(stage)
    heard: list[str] = []
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)

    def over() -> bool:
        if reader.passage is not None and (not heard or heard[-1] != reader.passage.words):
            heard.append(reader.passage.words)
        return not reader.is_reading

    wait(over)
    assert heard == ["One.", "Tip. Two.", "To tick: Three.", "Four."]
    assert reader.strip is None
    assert reader.mark is None
    assert screen.isVisible()


def test_pause_waits_and_goes_on_by_key(stage: Stage) -> None:
    window, _, reader = short(stage)
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    key(window, Qt.Key.Key_Space, CONTROL_SHIFT)
    assert reader.strip is not None
    assert reader.strip.pause_button.isChecked()
    assert reader.strip.pause_button.text() == "Go on"
    first = reader.passage
    QTest.qWait(600)
    assert reader.passage is first, "it waits"
    key(window, Qt.Key.Key_Space, CONTROL_SHIFT)
    wait(lambda: reader.passage is not first)


def test_pause_stop_and_speed_are_reached_by_tab(stage: Stage) -> None:
    window, screen, reader = lesson(stage, Route("lesson", COURSE, "wagen"))
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    strip = reader.strip
    assert strip is not None
    reached: list[object] = []
    for _ in range(80):
        key(window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is strip.stop_button:
            break
    assert strip.rate in reached
    assert strip.pause_button in reached
    assert all(child.accessibleName() or child.text() for child in strip.findChildren(QPushButton))
    key(window, Qt.Key.Key_Space)
    assert not reader.is_reading
    assert QApplication.focusWidget() is screen.tools.button(Tool.ALOUD), "the keyboard is not lost with the strip"


def test_leaving_the_lesson_ends_it(stage: Stage) -> None:
    window, _, reader = lesson(stage, Route("lesson", COURSE, "wagen"))
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    ended: list[bool] = []
    reader.changed.connect(ended.append)
    key(window, Qt.Key.Key_Escape)
    assert window.route.screen != "lesson"
    assert ended == [False]


def test_closing_the_window_ends_it(stage: Stage) -> None:
    window, _, reader = lesson(stage, Route("lesson", COURSE, "wagen"))
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    ended: list[bool] = []
    reader.changed.connect(ended.append)
    window.close()
    settle()
    assert ended == [False]


def test_a_language_without_a_voice_is_a_sentence(stage: Stage) -> None:
    window, _, reader = lesson(stage, Route("lesson", COURSE, "wagen"), Settings(language="de"))
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert not reader.is_reading
    assert "Auf diesem Gerät gibt es keine deutsche Stimme." in words_in(window)


def test_an_engine_that_is_not_there_is_a_sentence(stage: Stage) -> None:
    window = at(stage, Route("lesson", COURSE, "wagen"), settings=ENGLISH)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    reader = screen.read_through("no-such-engine")
    reader.toggle()
    settle()
    assert not reader.is_reading
    assert "No voice answers on this device." in words_in(window)


def test_everything_is_said_with_its_kind(stage: Stage) -> None:
    _, screen, _ = lesson(stage, Route("lesson", PROBE, "eins"))
    screen.complete()
    settle()
    said = [one.words for one in passages(screen.shown, screen.checks)]
    assert said[0].startswith("In einem Fachforum lobt jemand Ihre Antwort. Die DSGVO"), "no number of a note is said"
    assert any(one.startswith("Warning. ") for one in said)
    assert "Frage: Ein Journalist ruft an. Stelle: Pressestelle." in said
    assert "Figure: Zwei Kästen mit einem Pfeil dazwischen" in said
    assert "To tick: Ich weiß, wen ich anrufe." in said
    assert "Woher kommt die Zahl?" in said
    question = next(one for one in said if one.startswith("Question: Ein Unbekannter"))
    assert "1: " in question
    assert "3: " in question
    assert "Freundlich und nachprüfbar" not in question, "the key is not said"
    assert not any("Muster, Fachforen" in one for one in said), "sources are left to the eye"
    page = screen.page.widget()
    tops = [one.box(page).top() for one in passages(screen.shown, screen.checks)]
    assert tops == sorted(tops), "from top to bottom"


LONG_EN = "# A long one\n\n" + "\n\n".join(f"Passage {n}. {'It goes on and on. ' * 12}" for n in range(30)) + "\n"


def test_it_begins_with_the_passage_in_view_and_stays_with_it(stage: Stage) -> None:
    folder = stage.place.courses / COURSE
    stage.place.write(folder / "09-lang.md", LONG_EN)
    stage.place.write(folder / "09-lang.en.md", LONG_EN)
    window, screen, reader = lesson(stage, Route("lesson", COURSE, "lang"))
    screen.complete()
    settle()
    bar, page = screen.page.verticalScrollBar(), screen.page.widget()
    twelfth = next(one for one in passages(screen.shown, screen.checks) if one.words.startswith("Passage 12."))
    bar.setValue(twelfth.box(page).top() - 4)
    settle()
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert reader.passage is not None
    assert reader.passage.words.startswith("Passage 12.")
    assert reader.mark is not None
    assert reader.mark.geometry().top() == reader.passage.box(page).top()
    assert reader.mark.geometry().right() < reader.passage.box(page).left(), "beside the words, not over them"
    bar.setValue(0)
    reader._next()
    assert reader.passage.words.startswith("Passage 13.")
    top = reader.passage.box(page).top()
    assert bar.value() <= top < bar.value() + screen.page.viewport().height(), "what is heard is in view"


FOLD_EN = """\
# A folded one

<details><summary>Where from?</summary>

A survey.

</details>
"""


def test_a_fold_out_is_opened_when_it_is_read(stage: Stage) -> None:
    folder = stage.place.courses / COURSE
    stage.place.write(folder / "09-falte.md", FOLD_EN)
    stage.place.write(folder / "09-falte.en.md", FOLD_EN)
    window, screen, reader = lesson(stage, Route("lesson", COURSE, "falte"))
    fold = screen.findChild(DetailsBlock)
    assert fold is not None
    assert not fold.is_open
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert reader.passage is not None
    assert reader.passage.words == "Where from?"
    assert fold.is_open
    wait(lambda: reader.passage is None or reader.passage.words == "A survey.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there the voice is a service")
@pytest.mark.parametrize(
    "script", ["exit 1", "echo OUTPUT MODULES", "exec sleep 60"], ids=["refuses", "is mute", "hangs"]
)
def test_a_service_that_does_not_answer_never_holds_up_the_window(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    client = tmp_path / "bin" / "spd-say"
    client.parent.mkdir()
    client.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{client.parent}:/usr/bin:/bin")
    window = at(stage, Route("lesson", COURSE, "wagen"), settings=ENGLISH)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    assert has_voice()
    reader = screen.read_through("")
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    if "sleep" not in script:
        wait(lambda: not reader.is_reading)
        assert "No voice answers on this device." in words_in(window)
        return
    assert reader.is_reading
    assert "Reading aloud: waiting for the voice …" in words_in(screen)
    began = time.monotonic()
    key(window, Qt.Key.Key_L, CONTROL_SHIFT)
    assert not reader.is_reading
    assert time.monotonic() - began < 2, "nobody waits for a service that hangs"


def test_without_the_engine_there_is_no_button(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert not has_voice()
    window = at(stage, Route("lesson", COURSE, "wagen"), settings=ENGLISH)
    screen = window.screen
    assert isinstance(screen, LessonScreen)
    assert screen.reader is None
    assert screen.tools.button(Tool.ALOUD) is None


_OPEN_A_LESSON = """
import sys
from pathlib import Path
from desktop.ui.application import build, make_application
from desktop.ui.screen import Route
from tests.app.kit import ASSETS, COURSE, Clock, Place

app = make_application()
place = Place(Path(sys.argv[1]), Clock())
place.write_course()
place.write_quiz()
with place.open() as workspace:
    workspace.people.set_up("Jana", workspace.people.settings())
    window = build(app, workspace, ASSETS)
    window.show()
    window.show_route(Route("lesson", COURSE, "wagen"))
    for _ in range(20):
        app.processEvents()
    assert window.screen.reader is not None, "the button is there"
    print(sorted(name for name in sys.modules if "TextToSpeech" in name or "PrintSupport" in name))
    window.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it lays a client of the service into the path")
def test_nothing_of_the_voice_is_loaded_before_it_is_wanted(tmp_path: Path) -> None:
    client = tmp_path / "bin" / "spd-say"
    client.parent.mkdir()
    client.write_text("#!/bin/sh\n", encoding="utf-8")
    client.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_A_LESSON, str(tmp_path / "place")],
        cwd=ROOT,
        env=os.environ | {"PATH": f"{client.parent}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
