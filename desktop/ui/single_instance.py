"""One running copy per data folder: a second one asks the first to come to the front. A local socket, no network."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORD = b"show\n"
_ANSWER_MS = 800
"""How long a copy that listens may take to answer."""

_AGAIN_MS = 40
_PATIENCE = 10.0
"""Seconds a copy may take from the lock on its memory to listening: both may come of one double click."""


def socket_name(home: Path) -> str:
    """The name both copies reckon from the data folder; short, as some systems allow only about 100 characters."""
    return "klartext-" + hashlib.sha256(str(home.resolve()).encode("utf-8")).hexdigest()[:16]


def ask_to_show(home: Path, *, patience: float = _PATIENCE) -> bool:
    """Ask the copy that works on `home` to show itself; False if none answered within `patience` seconds."""
    until = time.monotonic() + patience
    while not _ring(home):
        if time.monotonic() >= until:
            return False
        QThread.msleep(_AGAIN_MS)
    return True


def _ring(home: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(socket_name(home))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(_WORD)
    heard = socket.waitForBytesWritten(_ANSWER_MS)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Listens for later copies; only the same user may ring. Call it by the copy that holds the store's lock."""

    def __init__(self, home: Path, on_ring: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_ring = on_ring
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # A killed copy leaves its socket behind; the store's lock says that it is really gone.
        QLocalServer.removeServer(socket_name(home))
        self.listening = self._server.listen(socket_name(home))
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self._on_ring()
