"""Work on a place that may never answer, such as a network drive: done aside, so that nobody has to wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Errand(Generic[T]):
    """Runs at once in a thread that does not keep the program alive; ask now and then whether it is finished.

    A call into a drive that hangs cannot be ended from outside. It is left to itself and its result to nobody.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._value: list[T] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="klartext-errand", daemon=True)
        self._thread.start()

    @property
    def finished(self) -> bool:
        """Whether `result` would answer at once."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; returns whether it is finished."""
        self._thread.join(seconds)
        return self.finished

    def result(self) -> T:
        """What the work returned; raises what it raised. Waits until it is finished."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._value[0]

    def _run(self) -> None:
        try:
            self._value.append(self._work())
        except BaseException as error:  # handed to whoever asks for the result
            self._error = error
