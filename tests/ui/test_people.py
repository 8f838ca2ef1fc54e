"""Several people at one laptop, by keyboard alone: choosing, adding, going, and what each of them sees."""

from __future__ import annotations

import random
import shutil
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.app.profiles import Profiles
from desktop.app.workspace import Workspace, open_workspace
from desktop.model.errors import StoreLocked
from desktop.model.learner import Settings, ThemeName
from desktop.store.learner_store import LearnerStore
from desktop.store.migrations import MIGRATIONS, Migration
from desktop.ui.application import build, run
from desktop.ui.first_start import FirstStart
from desktop.ui.frame import Frame
from desktop.ui.people_menu import PeopleMenu
from desktop.ui.screen import Route
from desktop.ui.single_instance import ask_to_show
from desktop.ui.theme import current_scale, current_theme
from desktop.ui.window import Window
from tests.app.kit import ASSETS, COURSE, Clock, Place, passed, read_all
from tests.ui.conftest import Stage, settle
from tests.ui.fitting import faults

Play = Generator[None, None, None]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def play(place: Place, app: QApplication, steps: Callable[[], Play], assets: Path = ASSETS) -> int:
    """Run the program in this process while `steps` act on it, a step each time nothing else happens."""
    acting, timer, began = steps(), QTimer(), time.monotonic()
    failed: list[BaseException] = []

    def step() -> None:
        try:
            next(acting)
        except StopIteration:
            timer.stop()
            frame().close()
        except BaseException as error:
            timer.stop()
            failed.append(error)
            app.exit(98)
        if time.monotonic() - began > 60:
            timer.stop()
            app.exit(99)

    timer.timeout.connect(step)
    timer.start(10)
    hook = sys.excepthook
    try:
        code = run(place.home, assets, (place.courses,), (place.quizzes,), Clock(), random.Random(1))
    finally:
        timer.stop()
        sys.excepthook = hook
        for one in [w for w in app.topLevelWidgets() if isinstance(w, Frame)]:
            one.close()
            one.deleteLater()
        settle()
    if failed:
        raise failed[0]
    return code


def frame() -> Frame:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, Frame) and w.isVisible()]
    return found


def window() -> Window | None:
    found = [w for f in QApplication.topLevelWidgets() if isinstance(f, Frame) for w in f.findChildren(Window)]
    shown = [w for w in found if w.isVisible()]
    return shown[0] if len(shown) == 1 else None


def there(name: str = "") -> Generator[None, None, Window]:
    """Wait for the window of that person, empty for the first start."""
    for _ in range(600):
        found = window()
        if found is not None and found.seat.here.name == name and found.route.screen == ("home" if name else "first"):
            frame().activateWindow()
            settle()
            return found
        yield
    found = window()
    seen = (found.route, found.seat.here, words(found.notices)) if found is not None else frame().findChildren(Window)
    raise AssertionError(f"{name or 'nobody'} is not there, but {seen}")


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    QTest.keyClick(focus if focus is not None else frame().windowHandle(), key, modifiers)
    settle()


def menu(of: Window) -> PeopleMenu:
    assert of.seat.menu is not None
    return of.seat.menu


def words(of: QWidget) -> str:
    labels = [label.accessibleName() or label.text() for label in of.findChildren(QLabel) if label.isVisible()]
    buttons = [one.accessibleName() or one.text() for one in of.findChildren(QPushButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def introduce(name: str) -> None:
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.keyClicks(QApplication.focusWidget(), name)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # the role may wait


def settled_home(place: Place, **settings: object) -> None:
    with place.open() as workspace:
        workspace.people.set_up("Jana Ortmann", Settings(language="en", **settings))  # type: ignore[arg-type]
        read_all(workspace)
        passed(workspace)


def seat_of(place: Place, folder: Path) -> Workspace:
    """The data of one person, opened without the window."""
    return open_workspace(
        folder,
        base=place.home,
        course_folders=(place.courses,),
        quiz_folders=(place.quizzes,),
        assets=ASSETS,
        clock=place.clock,
        rng=random.Random(2),
    )


def second(place: Place, name: str = "Ali Kaya") -> Path:
    """A second person, set up without the window."""
    profiles = Profiles(place.home)
    folder = profiles.new_folder(random.Random(name))
    with seat_of(place, folder) as workspace:
        workspace.people.set_up(name, Settings(language="en"))
    profiles.remember(folder, name)
    return folder


def test_a_second_person_is_added_and_both_find_their_own(place: Place, app: QApplication) -> None:
    settled_home(place, theme=ThemeName.DARK, text_scale=120)

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        assert jana.seat.button is not None
        assert jana.seat.button.accessibleName() == "Change person, now: Jana Ortmann"
        press(Qt.Key.Key_P, CTRL_SHIFT)
        assert "No password: whoever sits at this laptop can open every profile." in words(menu(jana))
        assert [row.accessibleName() for row in menu(jana).rows] == [
            "Jana Ortmann, is learning now",
            "Another person …",
        ]
        press(Qt.Key.Key_Return)
        yield from there()
        assert current_scale() == 100
        introduce("Ali Kaya")
        ali = yield from there("Ali Kaya")
        assert "Jana" not in words(ali)
        ali.show_route(Route("my-data"))
        settle()
        assert "Jana" not in words(ali)
        assert "answers: 0" in words(ali)
        ali.show_route(Route("home"))
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Return)
        again = yield from there("Jana Ortmann")
        assert (current_scale(), current_theme().dark) == (120, True)
        again.show_route(Route("my-data"))
        settle()
        assert "Ali" not in words(again.screen)

    assert play(place, app, steps) == 0
    assert [one.name for one in Profiles(place.home).everyone()] == ["Jana Ortmann", "Ali Kaya"]
    assert Profiles(place.home).last() == place.home


def test_the_program_begins_with_whoever_was_there_last(place: Place, app: QApplication) -> None:
    settled_home(place)
    folder = second(place)

    def steps() -> Play:
        yield from there("Ali Kaya")

    assert Profiles(place.home).last() == folder
    assert play(place, app, steps) == 0


def test_a_second_copy_of_the_program_finds_the_window_whoever_sits_there(place: Place, app: QApplication) -> None:
    settled_home(place)
    second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        jana.seat.person_wanted.emit(Profiles(place.home).everyone()[1].folder)
        yield from there("Ali Kaya")
        frame().showMinimized()
        for _ in range(100):  # the bell is hung a moment after the window is there
            if ask_to_show(place.home):
                break
            yield
        settle()
        assert not frame().isMinimized()
        yield from there("Ali Kaya")

    assert play(place, app, steps) == 0


def test_a_window_that_cannot_be_made_leaves_whoever_is_there(place: Place, app: QApplication) -> None:
    """A bundle that loses a file, in the middle of the day."""
    settled_home(place)
    folder = second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")
    assets = place.root / "assets"
    shutil.copytree(ASSETS, assets)
    icon = assets / "icons" / "home.svg"
    kept = icon.read_bytes()

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        icon.unlink()
        jana.seat.person_wanted.emit(folder)
        for _ in range(100):
            if words(jana.notices):
                break
            yield
        icon.write_bytes(kept)
        assert window() is jana
        jana.workspace.study.tick(COURSE, "wagen", "t1", on=True)
        with seat_of(place, folder) as his:  # and the other's data were let go of
            assert his.people.learner() is not None
        assert (place.home / "error-report.txt").exists()
        jana.seat.person_wanted.emit(folder)
        yield from there("Ali Kaya")

    assert play(place, app, steps, assets) == 0


def test_escape_leaves_everything_as_it_is(place: Place, app: QApplication) -> None:
    settled_home(place)
    second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        before = QApplication.focusWidget()
        press(Qt.Key.Key_P, CTRL_SHIFT)
        assert QApplication.focusWidget().accessibleName() == "Ali Kaya"
        for _ in range(3):
            press(Qt.Key.Key_Down)
        assert QApplication.focusWidget().accessibleName() == "Ali Kaya"
        press(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget().accessibleName() == "Jana Ortmann, is learning now"
        press(Qt.Key.Key_Escape)
        assert jana.seat.menu is None
        assert jana.route.screen == "home"
        assert QApplication.focusWidget() is before

    assert play(place, app, steps) == 0


def test_who_came_by_mistake_goes_back_and_leaves_nothing(place: Place, app: QApplication) -> None:
    settled_home(place)

    def steps() -> Play:
        yield from there("Jana Ortmann")
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Return)
        yield from there()
        assert len(list((place.home / "people").iterdir())) == 1
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Return)
        yield from there("Jana Ortmann")
        assert list((place.home / "people").iterdir()) == []

    assert play(place, app, steps) == 0


@pytest.mark.parametrize("spoil", ["damaged", "newer", "locked"])
def test_data_that_cannot_be_opened_leave_everyone_where_they_are(place: Place, app: QApplication, spoil: str) -> None:
    settled_home(place)
    folder = second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")
    held = None
    if spoil == "damaged":
        for path in folder.glob("journal*"):
            path.unlink()
        (folder / "state.json").write_bytes(b"rubbish")
    elif spoil == "newer":
        same = Migration(lambda raw: raw, lambda one: one, lambda one: one)
        with LearnerStore.open(folder, clock=place.clock, migrations=(*MIGRATIONS, same)) as store:
            store.save_settings(Settings(language="de"))
    else:
        held = open_workspace(
            folder, base=place.home, course_folders=(), quiz_folders=(), assets=ASSETS, clock=place.clock,
            rng=random.Random(3),
        )  # fmt: skip

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Return)
        for _ in range(200):
            if "Dismiss" in words(jana.notices) or jana.notices.findChildren(QLabel):
                break
            yield
        assert window() is jana
        assert len([one for one in jana.notices.findChildren(QLabel) if len(one.text()) > 20]) > 0
        jana.show_route(Route("courses"))
        assert jana.route.screen == "courses"
        jana.workspace.study.tick(COURSE, "wagen", "t1", on=True)  # and it can be saved

    assert play(place, app, steps) == 0
    if held is not None:
        held.close()


def test_who_was_last_and_cannot_be_opened_keeps_nobody_out(place: Place, app: QApplication) -> None:
    settled_home(place)
    folder = second(place)
    for path in folder.glob("journal*"):
        path.unlink()
    (folder / "state.json").write_bytes(b"rubbish")
    (folder / "state.previous.json").unlink(missing_ok=True)

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        assert any(len(one.text()) > 20 for one in jana.notices.findChildren(QLabel))

    assert play(place, app, steps) == 0


def test_a_second_person_who_deletes_everything_is_gone_and_the_first_is_untouched(
    place: Place, app: QApplication
) -> None:
    settled_home(place)
    folder = second(place)
    before = {path: path.read_bytes() for path in (place.home / "history").glob("*")}

    def steps() -> Play:
        ali = yield from there("Ali Kaya")
        ali.show_route(Route("my-data"))
        settle()
        QTest.keyClick(tab_to("Delete everything …"), Qt.Key.Key_Return)
        settle()
        assert "other people on this laptop stays untouched" in words(ali.screen)
        QTest.keyClick(tab_to("Delete everything for good"), Qt.Key.Key_Return)
        jana = yield from there("Jana Ortmann")
        assert jana.seat.others == ()
        assert "profile of Jana Ortmann" in words(jana.notices)

    assert play(place, app, steps) == 0
    assert not folder.exists()
    assert {path: path.read_bytes() for path in (place.home / "history").glob("*")} == before
    assert all(b"Ali" not in path.read_bytes() for path in place.home.rglob("*") if path.is_file())


def test_the_first_person_who_deletes_everything_leaves_the_others_whole(place: Place, app: QApplication) -> None:
    settled_home(place)
    second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        jana.workspace.my_data.delete_all()
        jana.data_deleted()
        yield from there()
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Return)
        yield from there("Ali Kaya")

    assert play(place, app, steps) == 0
    assert all(b"Jana" not in path.read_bytes() for path in place.home.rglob("*") if path.is_file())
    assert [one.name for one in Profiles(place.home).everyone()] == ["Ali Kaya"]


def test_a_new_name_stands_in_the_rail_at_once(place: Place, app: QApplication) -> None:
    settled_home(place)
    second(place)
    Profiles(place.home).remember(place.home, "Jana Ortmann")

    def steps() -> Play:
        jana = yield from there("Jana Ortmann")
        jana.show_route(Route("settings"))
        jana.screen.name.setText("Jana Weber")  # type: ignore[attr-defined]
        jana.screen.save_name()  # type: ignore[attr-defined]
        settle()
        assert jana.seat.button is not None
        assert jana.seat.button.accessibleName() == "Change person, now: Jana Weber"
        yield

    assert play(place, app, steps) == 0
    assert [one.name for one in Profiles(place.home).everyone()] == ["Jana Weber", "Ali Kaya"]


# --- the first start of who comes with data, or has some here ---


def first(stage: Stage) -> FirstStart:
    screen = stage.open(name="", language="en").screen
    assert isinstance(screen, FirstStart)
    return screen


def tab_to(words_of: str) -> QPushButton:
    for _ in range(60):
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and words_of in (focus.accessibleName() or focus.text()):
            return focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {words_of}")


def exported(place: Place) -> Path:
    """What Jana takes along from her old laptop, where she read English in large letters."""
    with open_workspace(
        place.root / "old laptop", course_folders=(place.courses,), quiz_folders=(place.quizzes,), assets=ASSETS,
        clock=place.clock, rng=random.Random(4),
    ) as workspace:  # fmt: skip
        workspace.people.set_up("Jana Ortmann", Settings(language="en", text_scale=130))
        read_all(workspace)
        passed(workspace)
        return workspace.my_data.export(place.root / "jana.zip", "en")


def test_data_from_another_laptop_take_the_place_of_the_first_start(stage: Stage) -> None:
    screen, file = first(stage), exported(stage.place)
    tab_to("Bring data from another laptop")
    screen.arrivals.preview(file)
    settle()
    assert "Go on as Jana Ortmann, as of 22 November 2026" in words(screen)
    assert "2 lessons" in words(screen)
    assert stage.workspace().people.learner() is None, "asked first"
    QTest.keyClick(tab_to("Bring it in"), Qt.Key.Key_Return)
    settle()
    window = stage.windows[0]
    assert window.route.screen == "home"
    assert current_scale() == 130
    assert stage.workspace().study.progress(COURSE, "wagen").read
    assert window.seat.button is not None
    assert "Jana Ortmann" in window.seat.button.accessibleName()
    assert "Brought in." in words(window.notices)


def test_cancelling_leaves_the_first_start_as_it_was(stage: Stage) -> None:
    screen, file = first(stage), exported(stage.place)
    screen.name.setText("Jana")
    screen.arrivals.preview(file)
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert stage.windows[0].screen is screen
    assert screen.name.text() == "Jana"
    assert QApplication.focusWidget() is screen.arrivals.bring_button
    assert stage.workspace().people.learner() is None


def test_a_file_that_is_none_of_ours_is_a_sentence(stage: Stage) -> None:
    screen = first(stage)
    rubbish = stage.place.root / "photos.zip"
    rubbish.write_bytes(b"PK rubbish")
    screen.arrivals.preview(rubbish)
    settle()
    assert "photos.zip" in words(stage.windows[0].notices)
    assert stage.windows[0].screen is screen


def test_whoever_learns_here_already_is_offered_by_name(place: Place, app: QApplication) -> None:
    settled_home(place)
    second(place)

    def steps() -> Play:
        yield from there("Ali Kaya")
        press(Qt.Key.Key_P, CTRL_SHIFT)
        press(Qt.Key.Key_Up)
        assert QApplication.focusWidget().accessibleName() == "Another person …"
        press(Qt.Key.Key_Return)
        yield from there()
        QTest.keyClick(tab_to("Go on as Jana Ortmann"), Qt.Key.Key_Return)
        yield from there("Jana Ortmann")

    assert play(place, app, steps) == 0
    assert [one.name for one in Profiles(place.home).everyone()] == ["Jana Ortmann", "Ali Kaya"]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 100), ((1024, 640), 100), ((1024, 640), 200)])
def test_the_list_can_be_read_and_reached_at_every_size(
    stage: Stage, size: tuple[int, int], scale: int, language: str
) -> None:
    stage.workspace()
    for number in range(9):
        second(stage.place, f"Person {number} Nachname")
    window = stage.open(settings=Settings(language=language, text_scale=scale), size=size)
    window.seat.choose()
    settle()
    assert faults(window) == []
    names = set()
    for _ in range(20):
        focus = QApplication.focusWidget()
        names.add(focus.accessibleName())
        assert window.ring.shown_on() is None or window.ring.shown_on() is focus
        box = focus.visibleRegion().boundingRect()
        assert box.height() >= focus.height() - 1, "the keyboard is where nobody sees it"
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(names) == 11, "ten people and one more"
    QTest.mouseClick(menu(window), Qt.MouseButton.LeftButton, pos=menu(window).rect().topRight())
    settle()
    assert window.seat.menu is None


def test_two_windows_with_two_people_at_the_same_time(stage: Stage) -> None:
    hers = stage.open()
    folder = second(stage.place)
    with seat_of(stage.place, folder) as ali:
        his = build(stage.app, ali, ASSETS)
        stage.windows.append(his)
        his.show()
        settle()
        ali.study.mark_read(COURSE, "wagen")
        for one in (his, hers):
            one.show_route(Route("my-data"))
            settle()
        assert "read: 1" in words(his)
        assert "read: 0" in words(hers)
        assert "Jana" not in words(his)
        assert "Ali" not in words(hers.screen)
        hers.workspace.study.mark_read(COURSE, "wagen")
        # Each knows of the other, and neither can be opened a second time.
        assert [one.name for one in hers.seat.others] == ["Ali Kaya"]
        assert [one.name for one in his.seat.others] == ["Jana Ortmann"]
        for one in (stage.place.home, folder):
            with pytest.raises(StoreLocked):
                seat_of(stage.place, one)
        his.close()
        stage.windows.remove(his)
        his.deleteLater()
        settle()
