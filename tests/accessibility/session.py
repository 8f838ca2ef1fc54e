"""A desktop for one test: virtual display, accessibility bus, the program; then whoever uses it, until they are done.

    dbus-run-session -- python session.py HOME ERRORS -- COMMAND …

The command starts first and says by a line on its standard output when it listens, as a screen reader is there before
the programs are. The program's own error output goes to the file ERRORS. Ends with the command's exit code, or with 3
if the program did not end well within a few seconds of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LAUNCHERS = tuple(Path(place) / "at-spi-bus-launcher" for place in ("/usr/libexec", "/usr/lib/at-spi2-core"))
_PATIENCE = 20.0


def launcher() -> Path | None:
    """What starts the accessibility bus, if it is installed."""
    return next((place for place in LAUNCHERS if place.exists()), None)


def main() -> int:
    """Start everything, run the command, stop everything."""
    home, errors, command = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[4:]
    with ExitStack() as stack:
        os.environ["DISPLAY"] = _display(stack)
        _start(stack, [str(launcher()), "--launch-immediately"])
        os.environ |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        user = _start(stack, command, stdout=subprocess.PIPE)
        assert user.stdout is not None
        user.stdout.readline()
        said = stack.enter_context(errors.open("wb"))
        program = _start(stack, [sys.executable, "-m", "desktop", "--home", str(home)], stderr=said)
        _give_keyboard()
        sys.stdout.write(user.stdout.read().decode("utf-8"))
        code = user.wait()
        try:
            return code or (3 if program.wait(_PATIENCE) else 0)
        except subprocess.TimeoutExpired:
            return code or 3


def _display(stack: ExitStack) -> str:
    """Start a display that chooses its own number, and return its name."""
    reading, writing = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    _start(stack, arguments, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        return ":" + answer.readline().strip()


def _start(stack: ExitStack, command: list[str], **how: object) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, cwd=ROOT, **how)  # type: ignore[call-overload]
    stack.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _give_keyboard() -> None:
    """What a window manager would do, which this display has none of: hand the keyboard to the window."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Klartext", "windowfocus"],
            capture_output=True,
            check=False,
        )
        if found.returncode == 0:
            return
        time.sleep(0.05)
    raise TimeoutError("no window appeared")


if __name__ == "__main__":
    sys.exit(main())
